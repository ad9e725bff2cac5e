/// From which days on agreements count as broken, and how many on each: the day after the one that was agreed. Where it is
/// still to come the agreement is open, so that it is broken on that morning without anything being recorded.
public struct Breaches: Hashable, Sendable {
  /// By the number of the day; only what is not zero.
  public private(set) var counts: [Int: Int] = [:]

  private static let sign = "b"

  public init() {}

  public mutating func add(_ day: Int, by count: Int = 1) {
    let sum = counts[day, default: 0] + count
    counts[day] = sum == 0 ? nil : sum
  }

  public static func += (a: inout Breaches, b: Breaches) {
    for (day, count) in b.counts { a.add(day, by: count) }
  }

  public var total: Int { counts.values.reduce(0, +) }

  /// How many are open still on a day.
  public func open(on today: Day) -> Int {
    counts.reduce(0) { $1.key > Int(today.number) ? $0 + $1.value : $0 }
  }

  /// `b20788:1,b20790:2`: can stand in one list with the days of answers (``ResponseDays/text``).
  public var text: String {
    counts.sorted { $0.key < $1.key }.map { "\(Self.sign)\($0.key):\($0.value)" }.joined(separator: ",")
  }

  /// What it cannot read it leaves out.
  public init(text: String) {
    for part in text.split(separator: ",") where part.hasPrefix(Self.sign) {
      let numbers = part.dropFirst(Self.sign.count).split(separator: ":").compactMap { Int($0) }
      if numbers.count == 2 { add(numbers[0], by: numbers[1]) }
    }
  }
}
