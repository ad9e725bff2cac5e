import Testing

@testable import Casebook
@testable import Journey
@testable import Quota

@Suite("The day by which a task is met")
struct MetByTests {
  private let today = Day(2026, 11, 23)!

  /// Three weeks of a forecast for a task of 60.
  private func kept(housed: Int = 40, _ bands: [(Int, Int, Int)]) -> KeptForecast {
    let weeks = bands.enumerated().map { week, band in
      KeptForecast.Week(today + 7 * (week + 1), p15: band.0, p50: band.1, p85: band.2)
    }
    let last = bands.last ?? (0, 0, 0)
    let figures = KeptForecast.Figures(
      p15: last.0, p50: last.1, p85: last.2, chance: 0.5, households: 9, spells: 9, weeks: weeks)
    return KeptForecast(
      .municipality("GM0344"), HalfYear(2026, 2), day: today, changes: 1,
      grounds: ForecastGrounds(task: 60, households: 9, counts: ["housed": housed]), .figures(figures))
  }

  @Test("half of the runs meet it in the first week whose middle does, nearly all in the first whose lower bound does")
  func weeks() {
    let met = kept([(41, 50, 61), (50, 60, 66), (60, 66, 70)]).metBy
    #expect(met?.half == today + 14 && met?.mostly == today + 21)
    #expect(met?.words?.nl.contains("in 85 van de 100 op 14 dec") == true)
  }

  @Test("where only half of the runs get there nothing is said of the others, and where they do not nothing at all")
  func partly() {
    let half = kept([(41, 50, 61), (50, 59, 66), (55, 60, 70)]).metBy
    #expect(half?.half == today + 21 && half?.mostly == nil && half?.words?.nl.contains("85") == false)
    #expect(kept([(41, 50, 61), (50, 55, 60), (50, 59, 70)]).metBy?.words == nil)
  }

  @Test("a task that was met already is not to be met any more")
  func already() {
    #expect(kept(housed: 60, [(60, 61, 62)]).metBy == nil)
    #expect(kept(housed: 59, []).metBy == nil)
  }
}
