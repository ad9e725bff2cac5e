import Journey

/// A calendar half-year: the period of a target (Huisvestingswet 2014 art. 1 e, BWBR0035303).
public struct HalfYear: Hashable, Comparable, Sendable {
  public let year: Int
  /// 1: January to June; 2: July to December.
  public let half: Int

  public init(_ year: Int, _ half: Int) { (self.year, self.half) = (year, half == 1 ? 1 : 2) }

  /// The half-year a day lies in.
  public init(holding day: Day) { self.init(day.year, day.parts.month <= 6 ? 1 : 2) }

  public var first: Day { Day(year, half == 1 ? 1 : 7, 1)! }
  public var last: Day { half == 1 ? Day(year, 6, 30)! : Day(year, 12, 31)! }
  public var next: HalfYear { half == 1 ? HalfYear(year, 2) : HalfYear(year + 1, 1) }
  public var previous: HalfYear { half == 2 ? HalfYear(year, 1) : HalfYear(year - 1, 2) }

  public static func < (a: HalfYear, b: HalfYear) -> Bool { (a.year, a.half) < (b.year, b.half) }
}

extension HalfYear: LosslessStringConvertible, Codable {
  /// `2026H2`
  public var description: String { "\(year)H\(half)" }

  /// Reads `2026H2`, and as people write it: `2026-II`, `2026-2`, `2026 h2`; nil for anything else.
  public init?(_ text: String) {
    let upper = text.uppercased().filter { $0 != " " }
    guard let year = Int(upper.prefix(4)), upper.prefix(4).allSatisfy(\.isASCII), (1900...9998).contains(year) else {
      return nil
    }
    switch upper.dropFirst(4) {
    case "H1", "-1", "-I", "-H1", "I": self.init(year, 1)
    case "H2", "-2", "-II", "-H2", "II": self.init(year, 2)
    default: return nil
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = HalfYear(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a half-year such as 2026H2")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
