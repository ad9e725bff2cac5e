import Foundation
import Journey
import Quota
import Testing

@testable import Casebook

@Suite("Kept forecasts")
struct ForecastStoreTests {
  private let period = HalfYear(2026, 2)
  private let today = Day(2026, 11, 23)!

  private func casebook() throws -> Casebook {
    let folder = FileManager.default.temporaryDirectory.appending(path: "thuis-forecast-\(UUID().uuidString)")
    return try Casebook.open(folder.appending(path: "casebook.sqlite").path)
  }

  @Test("the latest forecast of an area and half-year is there again as it was made")
  func kept() throws {
    let casebook = try casebook()
    let figures = KeptForecast.Figures(
      p15: 255, p50: 271, p85: 288, chance: 0.04, households: 171, spells: 5120,
      weeks: [.init(today + 7, p15: 201, p50: 204, p85: 207)])
    let first = KeptForecast(.municipality("GM0344"), period, day: today + -1, changes: 40, .figures(figures))
    let second = KeptForecast(
      .municipality("GM0344"), period, day: today, changes: 81, .tooLittle(Phrase("te weinig", "too little")))
    try casebook.keep(first)
    #expect(try casebook.keptForecasts(period) == [first.area: first])
    try casebook.keep(second)
    try casebook.keep(KeptForecast(.country, period.next, day: today, changes: 81, .figures(figures)))
    #expect(try casebook.keptForecasts(period) == [first.area: second])
  }

  @Test("an empty casebook has too little to go by, and says what is missing")
  func empty() throws {
    let casebook = try casebook()
    let ledger = try casebook.ledger(rules: .builtIn, today: today)
    let line = ledger.line(.municipality("GM0344"), in: period)
    let forecast = try Forecasting(casebook, rules: .builtIn).forecast(line, on: today)
    #expect(forecast.figures == nil)
    #expect(forecast.tooLittle?.nl.isEmpty == false)
  }

  @Test("a scenario that was saved is there again, the latest of its name")
  func scenarios() throws {
    let casebook = try casebook()
    var scenario = Scenario(name: "flexwoningen")
    scenario.homes = [Scenario.Homes(2, of: .few, fromWeek: 3)]
    func save() throws {
      try casebook.post(
        [.saved(scenario)], by: Actor("j.bakker"), source: .screen, rules: .builtIn, today: today)
    }
    try save()
    #expect(try casebook.taskBook().savedScenarios == [scenario])
    scenario.links = 3
    try save()
    #expect(try casebook.taskBook().savedScenarios == [scenario])
  }
}
