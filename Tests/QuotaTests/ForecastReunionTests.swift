import Journey
@testable import Quota
import Testing

@Suite("Relatives who follow")
struct ForecastReunionTests {
  /// Groups that came `days` after they were awaited in a home.
  private static func came(_ count: Int, after days: Int, persons: Int = 2) -> [Spell] {
    let from = Day(2025, 2, 1)!
    return (0..<count).map { serial in
      Spell(
        household: DossierID(year: 2025, serial: serial + 1), stage: .housed, municipality: "GM0344",
        stratum: Stratum(persons: persons, awaitsRelatives: true), persons: persons, from: from, until: from + days,
        exit: .joined)
    }
  }

  private static func hazards(_ spells: [Spell]) -> Hazards {
    let moves = (0..<1000).flatMap { serial in
      ForecastTests.stages.enumerated().map { place, stage in
        Spell(
          household: DossierID(year: 2024, serial: serial + 1), stage: stage, municipality: "GM0344",
          stratum: Stratum(persons: 1), persons: 1, from: Day(2025, 1, 1)!, until: Day(2025, 1, 1)! + 10,
          exit: .to(place == 3 ? .housed : ForecastTests.stages[place + 1]))
      }
    }
    return Hazards(
      SpellCounts(moves + spells, in: ObservationWindow(first: Day(2025, 1, 1)!, last: ForecastTests.today)))
  }

  private static func question(_ awaited: [Awaited], waiting: [Waiting] = []) -> Forecast.Question {
    var question = ForecastTests.alone(waiting)
    question.awaited = awaited
    return question
  }

  private static let awaited = (0..<50).map {
    Awaited(household: DossierID(year: 2026, serial: $0 + 1), persons: 2, days: 5, municipality: "GM0344")
  }

  @Test("relatives who always came within a month come within the half-year, whole groups at a time")
  func come() throws {
    let forecast = try Forecast(Self.question(Self.awaited), by: Self.hazards(Self.came(200, after: 20)))
    #expect(forecast.ends.allSatisfy { $0 % 2 == 0 && $0 <= 100 } && forecast.mean > 95)
    #expect(forecast.relatives == .init(awaited: 100, areLeftOut: false) && forecast.households == 0)
  }

  @Test("relatives who seldom came soon mostly do not come in time")
  func late() throws {
    let open = Self.came(400, after: 200).map { spell in
      var spell = spell
      (spell.until, spell.exit) = (nil, nil)
      return spell
    }
    let hazards = Self.hazards(Self.came(30, after: 200) + open)
    let mean = try Forecast(Self.question(Self.awaited), by: hazards).mean
    #expect(mean < 30 && mean >= 0)
  }

  @Test("with fewer than twenty groups seen to come they are left out, and it says how many")
  func tooFew() throws {
    let forecast = try Forecast(Self.question(Self.awaited), by: Self.hazards(Self.came(19, after: 20)))
    #expect(forecast.mean == 0 && forecast.relatives == .init(awaited: 100, areLeftOut: true))
    #expect(forecast.relatives.words?.nl.contains("100 aangemelde gezinsleden") == true)
    #expect(Forecast.Relatives(awaited: 0, areLeftOut: true).words == nil)
  }

  @Test("relatives of a household that still waits come after its move, never before")
  func afterTheMove() throws {
    let hazards = Self.hazards(Self.came(200, after: 20))
    var waiting = ForecastTests.waiting(40, .search, days: 2)
    let alone = try Forecast(Self.question([], waiting: waiting), by: hazards)
    for index in waiting.indices { waiting[index].relatives = 3 }
    let followed = try Forecast(Self.question([], waiting: waiting), by: hazards)
    let more = zip(followed.ends, alone.ends).map { $0 - $1 }
    #expect(more.allSatisfy { $0 >= 0 && $0 % 3 == 0 } && more.contains { $0 > 0 })
    #expect(followed.cone[0].band.p85 == alone.cone[0].band.p85, "nobody follows in the first week")
    let reunion = try #require(hazards.reunion)
    let home = [0, 0.2, 0.5, 0.9, 1.0, 1, 1, 1]
    #expect(zip(reunion.weekly(after: home), home).allSatisfy { $0 <= $1 + 1e-12 })
    #expect(reunion.weekly(after: home).last! > 0.5)
  }

  @Test("a scenario in which relatives come later has fewer of them in time, and a cap on homes touches none")
  func scenario() throws {
    let hazards = Self.hazards(Self.came(200, after: 60))
    var question = Self.question(Self.awaited)
    var scenario = Scenario()
    scenario.reunionLag = 8
    #expect(try WhatIf(question, by: hazards, under: scenario).difference.mean < 0)
    let free = try Forecast(question, by: hazards)
    question.homes = HomeSupply(inAll: 0)
    #expect(try Forecast(question, by: hazards).ends == free.ends)
  }
}
