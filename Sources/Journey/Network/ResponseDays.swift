/// How many days answers took, as a small histogram: single days up to four weeks, then weeks.
public struct ResponseDays: Hashable, Sendable {
  /// By the first day of each span; only what is not zero.
  public private(set) var counts: [Int: Int] = [:]

  private static let single = 28
  /// Longer ones count as this.
  private static let longest = 52 * 7

  public init() {}

  public mutating func add(_ days: Int, by count: Int = 1) {
    let first = Self.first(days)
    let sum = counts[first, default: 0] + count
    counts[first] = sum == 0 ? nil : sum
  }

  public static func += (a: inout ResponseDays, b: ResponseDays) {
    for (days, count) in b.counts { a.add(days, by: count) }
  }

  /// The first day of the span a number of days counts in.
  public static func first(_ days: Int) -> Int {
    days < single ? max(0, days) : min(longest, days / 7 * 7)
  }

  public var total: Int { counts.values.reduce(0, +) }

  /// Days, exact below four weeks and else the first day of its week; nil when nothing was answered.
  public var median: Int? {
    let half = (total + 1) / 2
    guard half > 0 else { return nil }
    var seen = 0
    for (days, count) in counts.sorted(by: { $0.key < $1.key }) {
      seen += count
      if seen >= half { return days }
    }
    return nil
  }

  /// `0:3,14:1`
  public var text: String {
    counts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: ",")
  }

  /// What it cannot read it leaves out.
  public init(text: String) {
    for part in text.split(separator: ",") {
      let numbers = part.split(separator: ":").compactMap { Int($0) }
      if numbers.count == 2 { add(numbers[0], by: numbers[1]) }
    }
  }
}
