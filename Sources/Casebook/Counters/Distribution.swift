/// How often each number of days was seen.
public struct Distribution: Hashable, Sendable {
  /// Rising by days, without doubles.
  public private(set) var counts: [(days: Int, count: Int)] = []

  /// - Parameter seen: no day before the first, 0: less counts as none.
  public init(_ seen: some Sequence<(days: Int, count: Int)>) {
    var sums: [Int] = []
    for (days, count) in seen {
      let days = max(0, days)
      if days >= sums.count { sums += repeatElement(0, count: days + 1 - sums.count) }
      sums[days] += count
    }
    for (days, count) in sums.enumerated() where count != 0 { counts.append((days, count)) }
  }

  public var total: Int { counts.reduce(0) { $0 + $1.count } }

  /// The least number of days that at least this part (0 to 1) of all were seen within: the nearest rank, always a number
  /// that was seen. nil when there were none.
  public func percentile(_ part: Double) -> Int? {
    let rank = max(1, Int((part * Double(total)).rounded(.up)))
    var seen = 0
    for one in counts {
      seen += one.count
      if seen >= rank { return one.days }
    }
    return nil
  }

  public var median: Int? { percentile(0.5) }

  public static func == (x: Distribution, y: Distribution) -> Bool {
    x.counts.count == y.counts.count && zip(x.counts, y.counts).allSatisfy { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) {
    for one in counts {
      hasher.combine(one.days)
      hasher.combine(one.count)
    }
  }
}
