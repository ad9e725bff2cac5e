import Foundation
import Testing

@testable import Screens

@Suite("Instants on the wall's clock")
struct LocalTimeTests {
  @Test("a moment is said as the clock where one works showed it, over midnight and summer time")
  func amsterdam() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
    func text(_ seconds: Int64) -> String { LocalTime(seconds * 1000 + 999, zone: zone).text(.nl) }
    // 23 November 2026, 08:05:59 UTC; half an hour before midnight UTC; a second before and at the end of summer time.
    #expect(text(1_795_421_159) == "ma 23 nov 2026 09:05")
    #expect(text(1_795_476_600) == "di 24 nov 2026 00:30")
    #expect(text(1_792_889_999) == "zo 25 okt 2026 02:59")
    #expect(text(1_792_890_000) == "zo 25 okt 2026 02:00")
  }

  @Test("a zone behind UTC is on the day before")
  func west() throws {
    let zone = try #require(TimeZone(secondsFromGMT: -5 * 3600))
    #expect(LocalTime(1_795_392_000_000, zone: zone).text(.en) == "Sun 22 Nov 2026 19:00")
  }
}
