import Journey
import Testing

@testable import Quota

@Suite("A scenario as commands write it")
struct ScenarioTextTests {
  private let today = Day(2026, 11, 23)!

  private func scenario(_ terms: String...) throws -> Scenario {
    var scenario = Scenario()
    for term in terms { try scenario.take(term, today: today, rules: .builtIn) }
    return scenario
  }

  @Test("homes have a size and a day from which they come; without a size they are for two to four")
  func homes() throws {
    #expect(try scenario("homes=2:4+@2026-12-01").homes == [Scenario.Homes(2, of: .few, fromWeek: 2)])
    #expect(try scenario("homes=0.5:5+").homes == [Scenario.Homes(0.5, of: .many)])
    #expect(try scenario("homes=1:1", "homes=3").homes.map(\.size) == [.one, .few])
  }

  @Test("a step is shorter by days or so many times as fast")
  func steps() throws {
    #expect(try scenario("step=search-14").steps == [Scenario.Step(.search, daysLess: 14)])
    #expect(try scenario("step=contract*1.5").steps == [Scenario.Step(.contract, factor: 1.5)])
  }

  @Test("links, lag and cleared blockers add up in one scenario; a blocker goes by its code or its name")
  func others() throws {
    let (one, other) = (Rulebook.builtIn.blockers[0], Rulebook.builtIn.blockers[1])
    let all = try scenario("links=3", "lag=4", "clear=\(one.code)", "clear=\(other.name.nl)")
    #expect(all.links == 3 && all.reunionLag == 4 && all.cleared == [one.code, other.code])
  }

  @Test("a blocker that the rules do not know is refused with those they know")
  func blockers() {
    #expect { try scenario("clear=xyz") } throws: { error in
      let text = (error as? Refusal)?.text(.nl) ?? ""
      return text.contains("clear=xyz") && Rulebook.builtIn.blockers.allSatisfy { text.contains($0.code) }
    }
  }

  @Test("so many a month are as many a year as twelve of them")
  func months() throws {
    for text in ["3/month", "3/maand", "3 per maand"] {
      #expect(abs(try #require(Scenario.perWeek(text)) * 52.1775 - 36) < 1e-9)
    }
    #expect(Scenario.perWeek("0,75") == 0.75)
    #expect(try scenario("homes=3/month:5+").homes.map(\.size) == [.many])
    #expect(Scenario.perWeek("3/jaar") == nil)
  }

  @Test(
    "what is wrong is quoted, with what was expected",
    arguments: ["homes", "homes=", "homes=many", "homes=2:x", "homes=2@yesterday", "step=nowhere-3", "lag=-1", "sun=3"])
  func wrong(_ term: String) {
    #expect { try scenario(term) } throws: { error in
      (error as? Refusal)?.text(.en).hasPrefix("\"\(term)\": expected ") == true
    }
  }
}
