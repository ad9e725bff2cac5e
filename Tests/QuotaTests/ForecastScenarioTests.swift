import Foundation
import Journey
import Quota
import Testing

@Suite("Scenarios")
struct ForecastScenarioTests {
  @Test("a scenario reads back as it was saved")
  func codable() throws {
    var scenario = Scenario(name: "meer grote woningen")
    scenario.homes = [Scenario.Homes(0.5, of: .many, fromWeek: 3), Scenario.Homes(1, of: .one, throughWeek: 8)]
    scenario.steps = [Scenario.Step(.search, factor: 1.2), Scenario.Step(.contract, daysLess: 4)]
    (scenario.reunionLag, scenario.links, scenario.cleared) = (6, 1.5, ["medical"])
    let data = try JSONEncoder().encode(scenario)
    #expect(try JSONDecoder().decode(Scenario.self, from: data) == scenario)
    let words = scenario.words(on: Day(2026, 11, 23)!, .builtIn)
    #expect(words.count == 7)
    #expect(words[0].nl == "0,5 woning per week erbij voor 5 of meer, vanaf 8 dec")
  }

  @Test("nothing otherwise has no words")
  func nothing() {
    #expect(Scenario.asItIs.words(on: Day(2026, 11, 23)!, .builtIn).isEmpty && Scenario.asItIs.changesNothing)
  }

  @Test("what one thing more does says below a what-if that the changes are not in it, but for how many homes come")
  func worthBeside() throws {
    let today = Day(2026, 11, 23)!
    #expect(MarginalValue.heading(beside: .asItIs) == MarginalValue.heading)
    var scenario = Scenario()
    try scenario.take("links=3", today: today, rules: .builtIn)
    #expect(MarginalValue.heading(beside: scenario).nl.hasSuffix("bovenaan (zonder deze veranderingen)"))
    #expect(MarginalValue.heading(beside: scenario).en.hasSuffix("on top (without these changes)"))
    try scenario.take("cap=5", today: today, rules: .builtIn)
    #expect(
      MarginalValue.heading(beside: scenario).nl.hasSuffix("(met dit aantal woningen, zonder de andere veranderingen)"))
    #expect(MarginalValue.heading(beside: scenario).en.hasSuffix("(with this many homes, without the other changes)"))
  }

  @Test("a scenario with less in it is read; what it does not say is as it is")
  func lenient() throws {
    let scenario = try JSONDecoder().decode(
      Scenario.self, from: Data(#"{"name":"rustig","links":2,"steps":[{"stage":"search","days":3}]}"#.utf8))
    #expect(scenario.links == 2 && scenario.homes.isEmpty && scenario.reunionLag == 0)
    #expect(scenario.steps == [Scenario.Step(.search, daysLess: 3)])
  }

  @Test("what makes no sense is refused, and says what was expected and where")
  func refused() throws {
    var scenario = Scenario()
    scenario.homes = [Scenario.Homes(-1, of: .one)]
    #expect(throws: Refusal.self) { try scenario.check() }
    scenario.homes = [Scenario.Homes(1, of: .one, fromWeek: 5, throughWeek: 2)]
    do {
      try scenario.check()
      Issue.record("a last week before the first was taken")
    } catch {
      #expect(error.field == "homes" && error.text(.nl).contains("Tussen 5 en 104"))
    }
    scenario.homes = []
    scenario.steps = [Scenario.Step(.closed, factor: 2)]
    #expect(throws: Refusal.self) { try scenario.check() }
    for wild in [#"{"steps":[{"stage":"search","factor":0}]}"#, #"{"steps":[{"stage":"zoeken"}]}"#] {
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(Scenario.self, from: Data(wild.utf8)) }
    }
  }
}
