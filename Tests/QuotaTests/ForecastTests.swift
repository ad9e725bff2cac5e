import Foundation
import Journey
@testable import Quota
import Testing

@Suite("The forecast")
struct ForecastTests {
  static let today = Day(2026, 9, 30)!
  static let period = HalfYear(2026, 2)
  static let stages: [Stage] = [.linked, .search, .contract, .moving]

  /// A world of Utrecht and Amersfoort, lived for two years up to today; the second is slower and holds some up.
  static let history: History = {
    var world = ForecastWorld(seed: 11)
    world.paceOf = ["GM0307": 0.6]
    world.live("GM0344", perDay: 1, from: Day(2024, 10, 1)!, through: today)
    world.live("GM0307", perDay: 0.6, from: Day(2024, 10, 1)!, through: today, blocked: 0.3)
    return History(world.spells, since: Day(2024, 10, 1)!)
  }()
  static let hazards = history.hazards(on: today)

  static func question(runs: Int = 200, task: Int? = 300) -> Forecast.Question {
    var question = history.question(on: today, for: period, in: ["GM0344", "GM0307"], task: task)
    question.runs = runs
    return question
  }

  /// The law of a world in which every stay takes 1 / `daily` days.
  static func simple(daily: Double) -> Hazards {
    var rule = Hazards.Rule()
    (rule.priorExits, rule.stableExits) = (0.000_001, 0)
    let from = Day(2025, 1, 1)!
    let spells = (0..<1000).flatMap { serial in
      stages.enumerated().map { place, stage in
        let next: Stage = place == 3 ? .housed : stages[place + 1]
        let stay = Int(1 / daily)
        return Spell(
          household: DossierID(year: 2025, serial: serial + 1), stage: stage, municipality: "GM0344",
          stratum: Stratum(persons: 1), persons: 1, from: from, until: from + stay, exit: .to(next))
      }
    }
    return Hazards(SpellCounts(spells, in: ObservationWindow(first: from, last: today)), rule: rule)
  }

  static func waiting(_ count: Int, _ stage: Stage, days: Int, persons: Int = 1) -> [Waiting] {
    (0..<count).map {
      Waiting(
        household: DossierID(year: 2026, serial: $0 + 1), stage: stage, daysInStage: days, persons: persons,
        stratum: Stratum(persons: persons), municipality: "GM0344")
    }
  }

  static func alone(_ waiting: [Waiting]) -> Forecast.Question {
    var question = Forecast.Question(
      today: today, period: period, waiting: waiting, recentWeeks: [[Arrival]](repeating: [], count: 8),
      municipalities: ["GM0344"])
    question.runs = 400
    return question
  }

  @Test("a question is the same in whichever order its households are gathered")
  func gathering() {
    func asked(_ households: [[Spell]]) -> Forecast.Question {
      var gathering = QuestionGathering(
        on: Self.today, for: Self.period, in: ["GM0344", "GM0307"], since: Self.history.first)
      for spells in households { gathering.add(spells) }
      return gathering.question(task: 300)
    }
    let households = Dictionary(grouping: Self.history.spells, by: \.household).sorted { $0.key < $1.key }.map(\.value)
    let (all, backwards) = (Self.question(), asked(households.reversed()))
    for one in [asked(households), backwards] {
      #expect(one.waiting == all.waiting && one.awaited == all.awaited && one.recentWeeks == all.recentWeeks)
      #expect(one.housed == all.housed && one.housed > 0 && one.waiting.count > 50)
    }
  }

  @Test("the same question and seed give the same forecast, another seed another one of the same size")
  func reproducible() throws {
    let one = try Forecast(Self.question(), by: Self.hazards)
    let again = try Forecast(Self.question(), by: Self.hazards)
    #expect(one.ends == again.ends)
    var other = Self.question()
    other.seed = 99
    let third = try Forecast(other, by: Self.hazards)
    #expect(third.ends != one.ends)
    #expect(abs(third.mean - one.mean) < 0.1 * one.mean)
  }

  @Test("what is said comes with its band and with what it rests on")
  func whole() throws {
    let question = Self.question()
    let forecast = try Forecast(question, by: Self.hazards)
    #expect(forecast.toCome.p15 < forecast.toCome.p50 && forecast.toCome.p50 < forecast.toCome.p85)
    #expect(forecast.households == question.waiting.count && forecast.households > 50)
    #expect(forecast.spells == Self.hazards.spells && forecast.spells > 500)
    #expect(forecast.total == forecast.toCome + question.housed)
    let met = forecast.ends.count { Int($0) >= question.task! - question.housed }
    #expect(forecast.chance == Double(met) / 200)
    #expect(forecast.cone.last?.day == Self.period.last)
    #expect(forecast.cone.last?.band == forecast.total)
    for (before, after) in zip(forecast.cone, forecast.cone.dropFirst()) { #expect(before.band.p50 <= after.band.p50) }
  }

  @Test("without a task there is no chance of meeting it; with a task already met it is certain")
  func chances() throws {
    #expect(try Forecast(Self.question(task: nil), by: Self.hazards).chance == nil)
    #expect(try Forecast(Self.question(task: 0), by: Self.hazards).chance == 1)
    #expect(try Forecast(Self.question(task: 1_000_000), by: Self.hazards).chance == 0)
  }

  @Test("on the last day of the half-year nobody is to come any more")
  func lastDay() throws {
    var question = Self.question()
    question.today = Self.period.last
    let forecast = try Forecast(question, by: Self.hazards)
    #expect(forecast.toCome == Forecast.Band(p15: 0, p50: 0, p85: 0) && forecast.mean == 0)
    #expect(forecast.cone.isEmpty)
  }

  @Test("when every stay is the same the way home is their sum, to the day")
  func deterministic() {
    let laws = Stage.wayHome.indices.map { step in
      StayLaw(
        causes: [step == 5 ? Cause.home : step + 1],
        hazards: [(0..<AgeBands.count).map { AgeBands.starts[$0] >= 7 ? 1.0 : 0 }])
    }
    let way = WayHome(laws, within: 100, shortenings: laws.map { _ in .none }, relinkedStays: true)
    #expect(way.home[Stage.linkedStep][27] == 0 && way.home[Stage.linkedStep][28] == 1)
    #expect(way.home[0][41] == 0 && way.home[0][42] == 1)
    // Three days in, four of this stay are left.
    let weekly = way.weekly(laws[Stage.linkedStep], step: Stage.linkedStep, waited: 3)
    #expect(weekly[3] == 0 && weekly[4] == 1)
  }

  @Test("with one hazard for all ages the chance to be home is geometric, whatever was waited")
  func geometric() {
    let law = StayLaw(causes: [Cause.home], hazards: [[Double](repeating: 0.05, count: AgeBands.count)])
    let way = WayHome([law], within: 70, shortenings: [.none], relinkedStays: false)
    for waited in [0, 40, 900] {
      for (week, chance) in way.weekly(law, step: 0, waited: waited).enumerated() {
        #expect(abs(chance - (1 - pow(0.95, Double(7 * week)))) < 1e-12)
      }
    }
  }

  @Test("who waited past the days in which most leave has less chance than who just came")
  func conditional() throws {
    var hazards = [Double](repeating: 0.001, count: AgeBands.count)
    for band in 0..<6 { hazards[band] = 0.1 }
    let law = StayLaw(causes: [Cause.home], hazards: [hazards])
    let way = WayHome([law], within: 28, shortenings: [.none], relinkedStays: false)
    let (fresh, old) = (way.weekly(law, step: 0, waited: 0), way.weekly(law, step: 0, waited: 60))
    #expect(old[4] < fresh[4] / 5)
    #expect(abs(old[4] - (1 - pow(0.999, 28))) < 1e-12)
  }

  @Test("a step back is a way round, not the end: the chance solves the equation of both stages")
  func stepBack() {
    func law(_ causes: [Int], _ daily: [Double]) -> StayLaw {
      StayLaw(causes: causes, hazards: daily.map { [Double](repeating: $0, count: AgeBands.count) })
    }
    let laws = [law([1], [0.2]), law([0, Cause.home], [0.1, 0.1])]
    let way = WayHome(laws, within: 400, shortenings: [.none, .none], relinkedStays: true)
    #expect(abs(way.home[0][400] - 1) < 1e-9)
    let lost = [law([1], [0.2]), law([Cause.ended, Cause.home], [0.1, 0.1])]
    let half = WayHome(lost, within: 400, shortenings: [.none, .none], relinkedStays: true)
    #expect(abs(half.home[0][400] - 0.5) < 1e-9)
  }

  @Test("a household moves as one and counts by its persons")
  func persons() throws {
    let hazards = Self.simple(daily: 0.1)
    let question = Self.alone(Self.waiting(9, .moving, days: 2, persons: 6))
    let forecast = try Forecast(question, by: hazards)
    #expect(forecast.ends.allSatisfy { $0 % 6 == 0 && $0 <= 54 })
    let single = try Forecast(Self.alone(Self.waiting(9, .moving, days: 2)), by: hazards)
    #expect(forecast.mean == 6 * single.mean)
  }

  @Test(
    "in no run do more homes, a faster step, a cleared blocker or more links house fewer", arguments: [false, true])
  func monotone(capped: Bool) throws {
    var question = Self.question()
    if capped { question.homes = HomeSupply(perWeek: [.one: 0.8, .many: 0.4], inAll: 3) }
    let today = try Forecast(question, by: Self.hazards)
    var scenarios = [Scenario](repeating: Scenario(), count: 6)
    scenarios[0].homes = [Scenario.Homes(2, of: .many, fromWeek: 2)]
    scenarios[1].homes = HouseholdSize.allCases.map { Scenario.Homes(0.5, of: $0) }
    if !capped {
      scenarios[2].steps = [Scenario.Step(.search, factor: 1.5)]
      scenarios[3].steps = [Scenario.Step(.contract, daysLess: 5)]
      scenarios[4].cleared = ["medical"]
    }
    scenarios[5].links = capped ? 0 : 2.5
    for scenario in scenarios where !scenario.changesNothing {
      let what = try WhatIf(today, question, by: Self.hazards, under: scenario)
      #expect(zip(what.otherwise.ends, today.ends).allSatisfy { $0 >= $1 }, "\(scenario)")
      #expect(what.difference.mean > 0)
      #expect(what.difference.mean <= Double(what.difference.band.p85) + 4)
    }
  }

  @Test("paces that miss what happened to one in a hundred households move the middle by less than a tenth of the band")
  func kept() throws {
    let fresh = try Forecast(Self.question(), by: Self.hazards)
    for missed in 0..<5 {
      let paces = History(
        Self.history.spells.filter { $0.household.serial % 100 != missed * 17 }, since: Self.history.first)
      let kept = try Forecast(Self.question(), by: paces.hazards(on: Self.today))
      let band = Double(fresh.toCome.p85 - fresh.toCome.p15)
      #expect(abs(kept.mean - fresh.mean) < band / 10, "\(kept.mean) against \(fresh.mean), band \(band)")
    }
  }

  @Test("a scenario that changes nothing differs by nothing, in any run")
  func nothing() throws {
    let what = try WhatIf(Self.question(), by: Self.hazards, under: .asItIs)
    #expect(what.difference.mean == 0 && what.difference.standardError == 0)
    #expect(what.today.ends == what.otherwise.ends)
  }

  @Test("a scenario beyond all limits is played at the limit, and no runs are one run")
  func wild() throws {
    var scenario = Scenario()
    scenario.homes = [Scenario.Homes(1e300, of: .one, fromWeek: -9)]
    scenario.steps = [Scenario.Step(.search, factor: 0), Scenario.Step(.linked, daysLess: .max / 2)]
    (scenario.reunionLag, scenario.links) = (.min, -3)
    let forecast = try Forecast(Self.question(runs: 0), by: Self.hazards, under: scenario)
    #expect(forecast.runs == 1 && forecast.ends.count == 1)
  }

  @Test("the difference is sharper than what two forecasts apart would tell")
  func commonNumbers() throws {
    var scenario = Scenario()
    scenario.homes = [Scenario.Homes(0.5, of: .few)]
    let what = try WhatIf(Self.question(), by: Self.hazards, under: scenario)
    let band = what.difference.band
    #expect(band.p85 - band.p15 < (what.today.toCome.p85 - what.today.toCome.p15) / 2)
  }

  @Test("relatives that come later bring fewer home this half-year, and nobody else is touched")
  func lag() throws {
    var scenario = Scenario()
    scenario.reunionLag = 8
    var question = Self.question()
    #expect(try WhatIf(question, by: Self.hazards, under: scenario).difference.mean < 0)
    question.waiting.removeAll(where: \.stratum.awaitsRelatives)
    question.recentWeeks = question.recentWeeks.map { $0.filter { !$0.stratum.awaitsRelatives } }
    #expect(try WhatIf(question, by: Self.hazards, under: scenario).difference.mean == 0)
  }

  @Test("a half-year that has not begun has no forecast, and neither has one that is over")
  func notBegun() {
    var question = Self.question()
    question.period = Self.period.next
    #expect(throws: TooLittle.notBegun) { try Forecast(question, by: Self.hazards) }
    #expect(Self.period.next.noForecast(on: Self.today)?.words == TooLittle.notBegun.words)
    #expect(Self.period.noForecast(on: Self.today) == nil)
    #expect(Self.period.noForecast(on: Self.period.last) == .lastDay, "it is not over yet")
    #expect(Self.period.noForecast(on: Self.period.next.first)?.words.nl == "dit halfjaar is voorbij")
  }

  @Test("with too little to go by it says what is missing, and gives no number")
  func tooLittle() {
    let few = Hazards(
      SpellCounts(
        ForecastHazardsTests.spells(7, stay: 5, stage: .moving, exit: .to(.housed)), in: ForecastHazardsTests.window))
    #expect(throws: TooLittle(what: .exits(.moving), n: 7, needed: 20)) {
      try Forecast(Self.alone(Self.waiting(3, .moving, days: 2)), by: few)
    }
    #expect(throws: TooLittle(what: .exits(.search), n: 0, needed: 20)) {
      try Forecast(Self.alone(Self.waiting(3, .search, days: 2)), by: few)
    }
    var question = Self.question()
    question.recentWeeks.removeLast(question.recentWeeks.count - 3)
    #expect(throws: TooLittle(what: .weeks, n: 3, needed: 4)) { try Forecast(question, by: Self.hazards) }
    #expect(TooLittle(what: .exits(.moving), n: 7, needed: 20).words.nl.contains("20"))
  }
}
