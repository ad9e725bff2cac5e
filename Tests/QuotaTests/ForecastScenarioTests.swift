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
    #expect(scenario.words.count == 7)
    #expect(scenario.words[0].nl == "0,5 woning(en) per week erbij voor 5 of meer, vanaf week 3")
  }

  @Test("nothing otherwise has no words")
  func nothing() {
    #expect(Scenario.asItIs.words.isEmpty && Scenario.asItIs.changesNothing)
  }

  @Test("a scenario with less in it is read; what it does not say is as it is")
  func lenient() throws {
    let scenario = try JSONDecoder().decode(Scenario.self, from: Data(#"{"name":"rustig","links":2}"#.utf8))
    #expect(scenario.links == 2 && scenario.homes.isEmpty && scenario.reunionLag == 0)
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
    let wild = #"{"steps":[{"stage":4,"factor":0,"days":0}]}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Scenario.self, from: Data(wild.utf8)) }
  }
}
