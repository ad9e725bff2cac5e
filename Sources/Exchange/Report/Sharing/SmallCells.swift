/// Hides numbers of 1 to 4, and of numbers with a known sum as many more as it takes that none of the hidden follows from it.
enum SmallCells {
  private static let small = 1...4

  static func hide(_ count: Count) -> Count {
    if case .exactly(let number) = count, small.contains(number) { .few } else { count }
  }

  /// Numbers and their sum. What is hidden already stays so; the sum is hidden where nothing else helps.
  static func hide(_ counts: [Count], of sum: Count) -> (counts: [Count], sum: Count) {
    var cells = counts.map(hide)
    let shownSum = hide(sum)
    guard let whole = shownSum.number else { return (cells, shownSum) }
    // The smallest that could hide something go first; a nought hides least.
    let order = cells.indices.filter { cells[$0].number != nil }
      .sorted { (rank(cells[$0]), $0) < (rank(cells[$1]), $1) }
    var spare = order[...]
    while followsFromSum(cells, whole) {
      guard let next = spare.popFirst() else { return (cells, .withheld) }
      cells[next] = .withheld
    }
    return (cells, shownSum)
  }

  private static func rank(_ count: Count) -> Int { count.number.map { $0 > 0 ? $0 : Int.max } ?? Int.max }

  /// Whether only one number is left for a cell of 1 to 4. One who adds up knows that those are from 1 to 4, and that a
  /// withheld one is 0 or more than 4.
  private static func followsFromSum(_ cells: [Count], _ sum: Int) -> Bool {
    let few = cells.count { $0 == .few }
    guard few > 0 else { return false }
    let rest = sum - cells.reduce(0) { $0 + ($1.number ?? 0) }
    let hasWithheld = cells.contains(.withheld)
    let possible = small.filter { candidate in
      // What the other small ones can add up to, and what is then left for the withheld.
      let others = (few - 1)...(4 * (few - 1))
      let left = rest - candidate
      return others.contains(left) || hasWithheld && left - others.lowerBound > 4
    }
    return possible.count < 2
  }
}
