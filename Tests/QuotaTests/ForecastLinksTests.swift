import Foundation
import Journey

@testable import Quota
import Testing

// Households that are still to be linked: the coming weeks are drawn from the recent ones.
extension ForecastTests {
  /// The law of a world in which everybody moves on the very day, and of which the pace is known for certain.
  private static let atOnce: Hazards = {
    var rule = Hazards.Rule()
    (rule.priorExits, rule.stableExits) = (1e30, 0)
    let day = Day(2026, 3, 1)!
    let spells = (1...rule.neededExits).map { serial in
      Spell(
        household: DossierID(year: 2025, serial: serial), stage: .moving, municipality: "GM0344",
        stratum: Stratum(persons: 1), persons: 1, from: day, until: day, exit: .to(.housed))
    }
    return Hazards(SpellCounts(spells, in: ObservationWindow(first: day, last: today)), rule: rule)
  }()

  /// Who comes in, by the persons of each household.
  private static func arrivals(_ persons: Int...) -> [Arrival] {
    persons.map { Arrival(stage: .moving, persons: $0, stratum: Stratum(persons: $0), municipality: "GM0344") }
  }

  /// Nobody waits, 30 persons were housed, and thirteen whole weeks are to come.
  private static func toCome(_ recentWeeks: [[Arrival]]) throws -> Forecast {
    var question = Forecast.Question(
      today: period.last - 13 * 7, period: period, waiting: [], recentWeeks: recentWeeks, housed: 30,
      municipalities: ["GM0344"])
    question.runs = 400
    return try Forecast(question, by: atOnce)
  }

  @Test("of recent weeks that were all alike each coming week houses their persons, and without links nobody comes")
  func linksOfEachWeek() throws {
    let forecast = try Self.toCome([[Arrival]](repeating: Self.arrivals(4, 4, 1), count: 8))
    #expect(forecast.cone.count == 13)
    for (week, point) in forecast.cone.enumerated() {
      let persons = 30 + 9 * (week + 1)
      #expect(point.band == Forecast.Band(p15: persons, p50: persons, p85: persons), "week \(week + 1)")
    }
    #expect(forecast.ends.allSatisfy { $0 == 13 * 9 } && forecast.households == 0)
    let quiet = try Self.toCome([[Arrival]](repeating: [], count: 26))
    #expect(quiet.ends.allSatisfy { $0 == 0 } && quiet.total == Forecast.Band(p15: 30, p50: 30, p85: 30))
  }

  @Test("a coming week is a recent one as it was, whichever comes, and the same one can come again")
  func linksDrawnAgain() throws {
    // One week in four has links: in thirteen weeks it comes three times in the middle, and never by halves.
    let forecast = try Self.toCome([Self.arrivals(1, 6), [], [], []])
    #expect(forecast.ends.allSatisfy { $0 % 7 == 0 && $0 <= 13 * 7 })
    #expect(forecast.ends.contains { $0 > 4 * 7 } && forecast.ends.contains { $0 < 2 * 7 })
    #expect(abs(forecast.mean - 13.0 * 7 / 4) < 2.5, "\(forecast.mean)")
    #expect(forecast.toCome.p15 < forecast.toCome.p85)
  }

  @Test("the recent weeks are the last 26, of seven days each, or as many as the stories tell of")
  func linksOfHalfAYear() {
    func weeks(since first: Day, linked daysAgo: [Int]) -> [Int] {
      var gathering = QuestionGathering(on: Self.today, for: Self.period, in: ["GM0344"], since: first)
      for (place, days) in daysAgo.enumerated() {
        let spell = Spell(
          household: DossierID(year: 2026, serial: place + 1), stage: .linked, municipality: "GM0344",
          stratum: Stratum(persons: 1), persons: 1, from: Self.today - days)
        gathering.add([spell])
      }
      return gathering.question().recentWeeks.map(\.count)
    }
    let all = weeks(since: Self.today - 730, linked: [0, 6, 7, 26 * 7 - 1, 26 * 7])
    #expect(all.count == 26 && all[0] == 2 && all[1] == 1 && all[25] == 1 && all.reduce(0, +) == 4)
    #expect(weeks(since: Self.today - 34, linked: [3, 34]) == [1, 0, 0, 0, 1])
  }
}
