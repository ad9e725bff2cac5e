import Foundation
import Journey

/// An instant as the clock on the wall shows it where the program runs.
struct LocalTime {
  /// Since 1970, summer time and all.
  private let seconds: Int

  /// - Parameter milliseconds: since 1970 UTC.
  init(_ milliseconds: Int64, zone: TimeZone = .current) {
    let instant = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    seconds = Int((Double(milliseconds) / 1000).rounded(.down)) + zone.secondsFromGMT(for: instant)
  }

  /// `maandag 23 november 2026 09:05`
  func text(_ language: Language) -> String {
    DayText.long(Day(number: Int32(seconds / 86_400)), language) + " " + clock
  }

  /// `09:05`
  var clock: String {
    let second = seconds % 86_400
    return String(format: "%02d:%02d", second / 3600, second / 60 % 60)
  }
}
