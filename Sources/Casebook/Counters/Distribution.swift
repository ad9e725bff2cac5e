/// How often each number of days was seen.
public struct Distribution: Hashable, Sendable {
  /// Rising by days, without doubles.
  public private(set) var counts: [(days: Int, count: Int)] = []

  public init(_ seen: some Sequence<(days: Int, count: Int)>) {
    var sums: [Int: Int] = [:]
    for one in seen { sums[one.days, default: 0] += one.count }
    counts = sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
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
