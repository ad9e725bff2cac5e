import Foundation
import Journey

@testable import Quota
import Testing

// Homes that come, a cap of them, and what one more is worth.
extension ForecastTests {
  @Test("no more households move than there are homes, and the cap alone decides when homes are short")
  func cap() throws {
    let hazards = Self.simple(daily: 0.25)
    var question = Self.alone(Self.waiting(60, .search, days: 1))
    question.homes = HomeSupply(perWeek: [.one: 2])
    let forecast = try Forecast(question, by: hazards)
    // 92 days are 13 weeks and a day, the last week not whole: 14 times two homes.
    #expect(forecast.ends.allSatisfy { $0 == 28 })
    question.homes = HomeSupply(inAll: 1.5)
    #expect(try Forecast(question, by: hazards).ends.allSatisfy { $0 == 21 })
    question.homes = HomeSupply(perWeek: [.one: 100])
    #expect(try Forecast(question, by: hazards).ends == Forecast(Self.alone(question.waiting), by: hazards).ends)
  }

  @Test("whoever has a lease already needs none of the homes that come")
  func leased() throws {
    let hazards = Self.simple(daily: 0.25)
    var question = Self.alone(Self.waiting(6, .moving, days: 1))
    let free = try Forecast(question, by: hazards)
    question.homes = HomeSupply(inAll: 0)
    #expect(try Forecast(question, by: hazards).ends == free.ends && free.mean > 5)
    question.waiting += Self.waiting(60, .search, days: 1).map { one in
      var other = one
      other.household = DossierID(value: one.household.value + 1_000)
      return other
    }
    question.homes = HomeSupply(inAll: 1)
    #expect(try Forecast(question, by: hazards).ends.allSatisfy { $0 <= 14 + 6 })
  }

  @Test("homes that a scenario says come free are a cap, in place of those that are known")
  func capOfAScenario() throws {
    let hazards = Self.simple(daily: 0.25)
    var question = Self.alone(Self.waiting(60, .search, days: 1))
    var scenario = Scenario()
    scenario.supply = HomeSupply(perWeek: [.one: 2])
    #expect(try Forecast(question, by: hazards, under: scenario).ends.allSatisfy { $0 == 28 })
    question.homes = HomeSupply(perWeek: [.one: 1])
    #expect(try Forecast(question, by: hazards, under: scenario).ends.allSatisfy { $0 == 28 })
    #expect(try Forecast(question, by: hazards).ends.allSatisfy { $0 == 14 })
  }

  @Test("homes of a scenario come from the week of its day on; until then those that are known, or no cap at all")
  func capFromADay() throws {
    let hazards = Self.simple(daily: 0.25)
    var question = Self.alone(Self.waiting(60, .search, days: 1))
    question.homes = HomeSupply(perWeek: [.one: 1])
    var scenario = Scenario()
    (scenario.supply, scenario.supplyFrom) = (HomeSupply(perWeek: [.one: 3]), Self.today + 1 + 7 * 4)
    let later = try Forecast(question, by: hazards, under: scenario)
    // Of 14 weeks four of one home, ten of three.
    #expect(later.ends.allSatisfy { $0 == 34 })
    let known = try Forecast(question, by: hazards)
    #expect(later.cone[0..<4].map(\.band) == known.cone[0..<4].map(\.band))
    scenario.supplyFrom = nil
    #expect(try Forecast(question, by: hazards, under: scenario).ends.allSatisfy { $0 == 42 })
    scenario.supplyFrom = Self.period.last + 1
    #expect(try Forecast(question, by: hazards, under: scenario).ends == known.ends)
    scenario.supplyFrom = Self.today + 1 + 7 * 4
    question.homes = .unknown
    let free = try Forecast(question, by: hazards)
    let capped = try Forecast(question, by: hazards, under: scenario)
    #expect(capped.cone[0..<4].map(\.band) == free.cone[0..<4].map(\.band))
  }

  @Test("where homes are short one more is worth a household, and where they are not nothing")
  func worthUnderACap() throws {
    let hazards = Self.simple(daily: 0.25)
    var question = Self.alone(Self.waiting(60, .search, days: 1))
    func worth() throws -> Double {
      try #require(MarginalValue.all(question, by: hazards, runs: 500).first { $0.thing == .home(.one) }).persons
    }
    #expect(try worth() < 0.1)
    question.homes = HomeSupply(inAll: 1)
    #expect(try worth() > 0.9)
  }

  @Test("a cap on one size does not hold up another")
  func capOfASize() throws {
    var question = Self.question()
    let free = try Forecast(question, by: Self.hazards)
    question.homes = HomeSupply(perWeek: [.many: 0])
    let capped = try Forecast(question, by: Self.hazards)
    question.waiting.removeAll { $0.stratum.size == .many }
    question.homes = .unknown
    #expect(capped.mean < free.mean)
    #expect(try Forecast(question, by: Self.hazards).mean >= capped.mean)
  }

  @Test("one home more is worth at most the largest household it can take, and a home nobody can use nothing")
  func marginal() throws {
    let values = try MarginalValue.all(Self.question(), by: Self.hazards, runs: 200)
    #expect(values.map(\.persons) == values.map(\.persons).sorted(by: >))
    for value in values {
      switch value.thing {
      case .home(let size):
        #expect(value.persons > 0 && value.persons <= (size == .one ? 1 : size == .few ? 4 : 6))
      case .cleared(let blocker):
        #expect(blocker == "medical" && value.persons > 0 && value.n > 5)
      }
    }
    #expect(values.count == 4)
    let nobody = try MarginalValue.all(
      Self.alone(Self.waiting(9, .moving, days: 2)), by: Self.simple(daily: 0.1), runs: 100)
    #expect(nobody.allSatisfy { $0.persons == 0 && $0.n == 0 })
  }

  @Test(
    "cleared of one blocker a household waits for the other still: the value counts what is left, and says how many")
  func twoBlockers() throws {
    var question = Self.question()
    let held = question.waiting.indices.filter { question.waiting[$0].blockers == ["medical"] }
    let free = try #require(
      try MarginalValue.all(question, by: Self.hazards, runs: 200).first { $0.thing == .cleared(blocker: "medical") })
    #expect(free.persons > 0 && free.heldBesides == 0)
    // One that holds up no longer than usual: with the slow one still there, clearing it changes nothing.
    for index in held { question.waiting[index].blockers = ["medical", "unseen"] }
    let values = try MarginalValue.all(question, by: Self.hazards, runs: 200)
    let unseen = try #require(values.first { $0.thing == .cleared(blocker: "unseen") })
    #expect(unseen.persons == 0 && unseen.n == held.count && unseen.heldBesides == held.count)
  }
}
