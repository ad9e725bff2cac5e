import Journey
import Quota
import Testing

struct HalfYearTests {
  @Test("a half-year ends on the last day of June or December")
  func ends() {
    #expect(HalfYear(2026, 1).last == Day(2026, 6, 30))
    #expect(HalfYear(2026, 2).last == Day(2026, 12, 31))
    #expect(HalfYear(holding: Day(2026, 6, 30)!) == HalfYear(2026, 1))
    #expect(HalfYear(holding: Day(2026, 7, 1)!) == HalfYear(2026, 2))
  }

  @Test("a half-year reads back as it is written", arguments: 1990...2050)
  func readsBack(year: Int) {
    for half in 1...2 { #expect(HalfYear(HalfYear(year, half).description) == HalfYear(year, half)) }
    #expect(HalfYear(year, 2).next == HalfYear(year + 1, 1))
    #expect(HalfYear(year, 1).previous.next == HalfYear(year, 1))
  }

  @Test("a half-year is read as people write it", arguments: ["2026H2", "2026-II", "2026 h2", "2026-2"])
  func loose(text: String) { #expect(HalfYear(text) == HalfYear(2026, 2)) }

  @Test("what is no half-year is none", arguments: ["", "2026", "2026H3", "26H1", "2026-III", "H1"])
  func none(text: String) { #expect(HalfYear(text) == nil) }
}
