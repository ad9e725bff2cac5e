import Glibc
import Journey

/// The civil day of an instant, where the program runs.
enum Moment {
  /// - Parameter milliseconds: since 1970 UTC.
  static func day(_ milliseconds: Int64) -> Day? {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return nil }
    return Day(Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  }

  /// The instant at which a day begins.
  static func start(of day: Day) -> Int64 {
    let (year, month, date) = day.parts
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday, parts.tm_isdst) = (
      Int32(year - 1900), Int32(month - 1), Int32(date), -1
    )
    return Int64(mktime(&parts)) * 1000
  }

  /// All instants of these days; what lies before 1970 or after every real day has no end.
  static func range(_ days: ClosedRange<Int>) -> ClosedRange<Int64> {
    func begin(_ number: Int) -> Int64 { start(of: Day(number: Int32(min(number, Filter.anyDay.upperBound)))) }
    let from = days.lowerBound <= Filter.anyDay.lowerBound ? 1 : begin(days.lowerBound)
    let to = days.upperBound >= Filter.anyDay.upperBound ? Int64.max : begin(days.upperBound + 1) - 1
    return from...max(from, to)
  }
}
