/// Hides numbers of 1 to 4, and of numbers with a known sum as many more as it takes that none of the hidden follows from it.
enum SmallCells {
  private static let small = 1...4

  static func hide(_ count: Count) -> Count {
    if case .exactly(let number) = count, small.contains(number) { .few } else { count }
  }

  /// Numbers and their sum. What is hidden already stays so; the sum is hidden where nothing else helps.
  ///
  /// - Parameter bounds: between which each must lie by what stands beside it, households by their persons; nil: that says
  ///   nothing.
  static func hide(
    _ counts: [Count], of sum: Count, within bounds: [ClosedRange<Int>]? = nil
  ) -> (counts: [Count], sum: Count) {
    var cells = counts.map(hide)
    let shownSum = hide(sum)
    guard let whole = shownSum.number else { return (cells, shownSum) }
    // The smallest that could hide something go first; a nought hides least.
    let order = cells.indices.filter { cells[$0].number != nil }
      .sorted { (rank(cells[$0]), $0) < (rank(cells[$1]), $1) }
    var spare = order[...]
    while followsFromSum(cells, whole, bounds) {
      guard let next = spare.popFirst() else { return (cells, .withheld) }
      cells[next] = .withheld
    }
    return (cells, shownSum)
  }

  /// Between which persons must lie by the number of their households. No household is nobody: a number hidden there hides
  /// nothing.
  static func persons(of households: Count) -> ClosedRange<Int> {
    let number = households.number ?? 0
    return households.number == 0 ? 0...0 : number...Int.max
  }

  private static func rank(_ count: Count) -> Int { count.number.map { $0 > 0 ? $0 : Int.max } ?? Int.max }

  /// Whether only one number is left for a cell of 1 to 4. One who adds up knows that those are from 1 to 4, and that a
  /// withheld one is 0 or more than 4.
  private static func followsFromSum(_ cells: [Count], _ sum: Int, _ bounds: [ClosedRange<Int>]?) -> Bool {
    let few = cells.count { $0 == .few }
    guard few > 0 else { return false }
    let rest = sum - cells.reduce(0) { $0 + ($1.number ?? 0) }
    let withheld = cells.indices.filter { cells[$0] == .withheld }
    // What the withheld can add up to; no sum is larger than that of all.
    let least = withheld.reduce(0) { $0 + (bounds?[$1].lowerBound ?? 0) }
    let most = withheld.reduce(0) { min(sum, $0 + min(sum, bounds?[$1].upperBound ?? sum)) }
    let possible = small.filter { candidate in
      // What the other small ones can add up to, and what is then left for the withheld.
      let others = (few - 1)...(4 * (few - 1))
      let left = rest - candidate
      if others.contains(left), withheld.isEmpty || least == 0 { return true }
      return !withheld.isEmpty
        && max(5, least, left - others.upperBound) <= min(most, left - others.lowerBound)
    }
    return possible.count < 2
  }
}
