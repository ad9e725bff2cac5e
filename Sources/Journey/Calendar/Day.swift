/// A civil date without a time zone: the number of days since 1 January 1970 in the Gregorian calendar.
///
/// Domain dates are always a `Day`; only the moment an event was recorded is an instant.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public var number: Int32

  public init(number: Int32) { self.number = number }

  /// The day of a year (1...9999), month (1...12) and day of the month; nil when the calendar has no such day.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = z / 146_097
    let doe = z - era * 146_097
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
    let mp = (5 * doy + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1)
  }

  public var year: Int { parts.year }

  /// 1 = Monday ... 7 = Sunday.
  public var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 + 1 }

  /// ISO 8601 week number (1...53).
  public var isoWeek: Int {
    let thursday = self + (4 - weekday)
    return (Int(thursday.number) - Int(Day(thursday.year, 1, 1)!.number)) / 7 + 1
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }
  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - Int32(days)) }
  /// Days from `b` to `a`.
  public static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }

  /// The same day of the month `months` later; the last day of that month where it has no such day.
  public func adding(months: Int) -> Day {
    let (y, m, d) = parts
    let total = y * 12 + (m - 1) + months
    let (year, month) = (total / 12, total % 12 + 1)
    return Day(year, month, min(d, Day.length(ofMonth: month, year: year))) ?? self
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible, Codable, LosslessStringConvertible {
  /// `2026-11-23`.
  public var description: String {
    let (y, m, d) = parts
    let year = String(y)
    return String(repeating: "0", count: max(0, 4 - year.count)) + year + (m < 10 ? "-0" : "-") + String(m)
      + (d < 10 ? "-0" : "-") + String(d)
  }

  /// Reads `2026-11-23`; nil for anything else.
  public init?(_ text: String) {
    var copy = text
    let value: Day? = copy.withUTF8 { bytes in
      guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
      func number(_ range: Range<Int>) -> Int? {
        var n = 0
        for i in range {
          guard bytes[i] >= 48, bytes[i] <= 57 else { return nil }
          n = n * 10 + Int(bytes[i] - 48)
        }
        return n
      }
      guard let y = number(0..<4), let m = number(5..<7), let d = number(8..<10) else { return nil }
      return Day(y, m, d)
    }
    guard let value else { return nil }
    self = value
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a day like 2026-11-23, got \(text)")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A date of birth as it is known: sometimes only the year, or the year and month.
public struct PartialDate: Hashable, Sendable, Codable, CustomStringConvertible, LosslessStringConvertible {
  public let year: Int
  public let month: Int?
  public let day: Int?

  /// nil when the parts are no date: month 13, 30 February, a day without a month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1800...2200).contains(year), month != nil || day == nil else { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day, Day(year, month, day) == nil { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  public init(_ day: Day) { (year, month, self.day) = (day.parts.year, day.parts.month, day.parts.day) }

  /// `1988`, `1988-03` or `1988-03-21`.
  public var description: String {
    guard let month else { return String(year) }
    let two = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    return day.map { "\(year)-\(two(month))-\(two($0))" } ?? "\(year)-\(two(month))"
  }

  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), let year = parts[0], !parts.dropFirst().contains(where: { $0 == nil }) else {
      return nil
    }
    self.init(year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }

  /// The first day it can be.
  public var earliest: Day { Day(year, month ?? 1, day ?? 1)! }

  /// The last day it can be: a person is never taken for older than certain.
  public var latest: Day {
    let m = month ?? 12
    return Day(year, m, day ?? Day.length(ofMonth: m, year: year))!
  }

  /// Completed years on `day`, by the last possible date of birth; 0 for a day before it.
  public func age(on day: Day) -> Int {
    let (by, bm, bd) = latest.parts
    let (y, m, d) = day.parts
    return max(0, y - by - ((m, d) < (bm, bd) ? 1 : 0))
  }

  /// The day this person reaches `years`; born on 29 February counts from 1 March in other years (BW 1:2 practice).
  public func birthday(_ years: Int) -> Day {
    let (y, m, d) = latest.parts
    return Day(y + years, m, d) ?? Day(y + years, 3, 1)!
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = PartialDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected 1988, 1988-03 or 1988-03-21, got \(text)")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
