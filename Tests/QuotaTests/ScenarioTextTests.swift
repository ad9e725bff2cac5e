import Foundation
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
    #expect(
      try scenario("homes=2:2-4@2026-12-01").homes == [
        Scenario.Homes(Rate(2), of: .few, from: Day(2026, 12, 1))
      ])
    #expect(try scenario("homes=0.5:5+").homes == [Scenario.Homes(0.5, of: .many)])
    #expect(try scenario("homes=1:1", "homes=3").homes.map(\.size) == [.one, .few])
  }

  @Test("a cap is of all homes that come free or of a size, and reads back as it is written")
  func caps() throws {
    let supply = try scenario("cap=5", "cap=1.5:5+", "cap=2:2-4").supply
    #expect(supply == HomeSupply(perWeek: [.few: 2, .many: 1.5], inAll: 5))
    #expect(supply.text(.nl) == "5; 2:2-4; 1,5:5+")
    #expect(HomeSupply(supply.text(.nl)) == supply && HomeSupply(supply.text(.en)) == supply)
    #expect(HomeSupply("0") == HomeSupply(inAll: 0), "none at all is a cap too")
    #expect(HomeSupply("") == nil && HomeSupply(";") == nil && HomeSupply("2:") == nil && HomeSupply("x; 2") == nil)
    var kept = Scenario(name: "krap")
    kept.supply = supply
    #expect(try JSONDecoder().decode(Scenario.self, from: JSONEncoder().encode(kept)) == kept)
    #expect(
      kept.words(on: today, .builtIn).map(\.nl).contains(
        "er komen niet meer dan 2 woningen per week vrij voor 2–4 personen"))
  }

  @Test("a cap begins on a day that is said with it, one for all caps, and is kept with that day")
  func capFromADay() throws {
    let said = try scenario("cap=5@2026-12-15", "cap=2:2-4@15-12")
    #expect(said.supply == HomeSupply(perWeek: [.few: 2], inAll: 5) && said.supplyFrom == Day(2026, 12, 15))
    let words = said.words(on: today, .builtIn).map(\.nl)
    #expect(words.first == "er komen niet meer dan 5 woningen per week vrij, vanaf 15 dec")
    #expect(try JSONDecoder().decode(Scenario.self, from: JSONEncoder().encode(said)) == said)
    #expect(throws: Refusal.self) { try scenario("cap=5@2026-12-15", "cap=2:2-4") }
    #expect(throws: Refusal.self) { try scenario("cap=5@2026-11-23") }
  }

  @Test("a day that does not exist is named, not all that can be written")
  func noSuchDay() throws {
    for term in ["homes=2:2-4@31-2", "cap=5@31-2"] {
      #expect { try scenario(term) } throws: { error in
        let said = (error as? Refusal)?.text(.nl) ?? ""
        return said.hasPrefix("\"\(term)\": 31-2 is geen bestaande dag") && !said.contains("clear=")
      }
    }
  }

  @Test(
    "more than a scenario can have is refused with the limit, not computed with less",
    arguments: [
      ("links=9999", "9.999 kan niet als koppelingen per week. Tussen 0 en 1.000."),
      ("homes=9999:2-4", "9.999 kan niet als woningen per week. Tussen 0 en 1.000."),
      ("cap=9999", "9.999 kan niet als woningen per week. Tussen 0 en 1.000."),
      ("step=zoeken-9999", "9.999 kan niet als het aantal dagen korter. Tussen -365 en 365."),
      ("step=zoeken*0.05", "0,05 kan niet als het aantal keren zo snel. Tussen 0,1 en 10."),
      ("lag=90", "90 kan niet als het aantal weken later. Tussen -52 en 52."),
    ])
  func tooMuch(_ term: String, _ said: String) throws {
    #expect { try scenario(term) } throws: { ($0 as? Refusal)?.text(.nl) == "\"\(term)\": \(said)" }
  }

  @Test("a cap said by the month comes back by the month: typed, in words and kept, beside one by the week")
  func monthlyCaps() throws {
    let supply = try scenario("cap=20/maand", "cap=2:2-4").supply
    #expect(supply.text(.nl) == "20/maand; 2:2-4" && supply.text(.en) == "20/month; 2:2-4")
    #expect(abs(try #require(supply.inAll) - 20 * 12 / 52.1775) < 1e-9)
    #expect(HomeSupply(supply.text(.nl)) == supply && HomeSupply(supply.text(.en)) == supply)
    var kept = Scenario(name: "krap")
    kept.supply = supply
    let again = try JSONDecoder().decode(Scenario.self, from: JSONEncoder().encode(kept))
    #expect(again == kept && again.supply.text(.en) == "20/month; 2:2-4")
    let words = kept.words(on: today, .builtIn)
    #expect(words.map(\.nl).contains("er komen niet meer dan 20 woningen per maand vrij"))
    #expect(words.map(\.en).contains("no more than 20 homes a month come free"))
  }

  @Test("a cap that was kept before caps could be said by the month is read as it was")
  func oldCaps() throws {
    let old = Data(#"{"supply":{"perWeek":["5+",0.5],"inAll":6}}"#.utf8)
    #expect(try JSONDecoder().decode(Scenario.self, from: old).supply == HomeSupply(perWeek: [.many: 0.5], inAll: 6))
  }

  @Test("a step is shorter by days or so many times as fast")
  func steps() throws {
    #expect(try scenario("step=search-14").steps == [Scenario.Step(.search, daysLess: 14)])
    #expect(try scenario("step=contract*1.5").steps == [Scenario.Step(.contract, factor: 1.5)])
  }

  @Test("a stage and a blocker go by their Dutch and English names too, with a blank or a hyphen")
  func named() throws {
    for text in ["search", "zoeken", "woning-zoeken", "Woning zoeken", "finding-a-home"] {
      #expect(try scenario("step=\(text)-14").steps == [Scenario.Step(.search, daysLess: 14)], "\(text)")
    }
    #expect(try scenario("step=aanbod*1.5").steps == [Scenario.Step(.contract, factor: 1.5)])
    #expect(try scenario("clear=geen-aanbod").cleared == scenario("clear=no supply").cleared)
  }

  @Test("a stage that is none is refused with those there are, by code and name")
  func stages() {
    #expect { try scenario("step=thuis-3") } throws: { error in
      let text = (error as? Refusal)?.text(.nl) ?? ""
      return text.hasPrefix("\"step=thuis-3\": verwacht een fase: ") && text.contains("search (Woning zoeken)")
    }
    #expect(throws: Refusal.self, "a stage of its own, not a word of finding a home") { try scenario("step=home-3") }
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
      #expect(abs(try #require(Rate(text)).perWeek * 52.1775 - 36) < 1e-9)
    }
    #expect(Rate("0,75") == Rate(0.75))
    #expect(try scenario("homes=3/month:5+").homes.map(\.size) == [.many])
    #expect(Rate("3/jaar") == nil)
  }

  @Test("a day is no number of homes", arguments: ["1-12", "2026-12-01", "1 dec", "3-", "-3", "3/3"])
  func noRate(_ text: String) {
    #expect(Rate(text) == nil)
    #expect(throws: Refusal.self) { try scenario("homes=\(text):5+") }
  }

  @Test(
    "a size is persons in the household: one number alone, which could be rooms, is refused with the sizes there are")
  func persons() {
    for term in ["homes=0.75:4", "homes=1:4+", "homes=1:0", "homes=1:2-5"] {
      #expect { try scenario(term) } throws: { error in
        let text = (error as? Refusal)?.text(.nl) ?? ""
        return text.contains(term) && text.contains("geen kamers") && text.contains("1, 2-4 of 5+")
      }
    }
  }

  @Test("the words say the number and the day that were typed")
  func said() throws {
    let words = try scenario("homes=3/maand:2-4@2026-12-15", "links=2/maand").words(on: today, .builtIn)
    #expect(
      words.map(\.nl) == [
        "3 woningen per maand erbij voor 2–4 personen, vanaf 15 dec", "2 koppelingen per maand erbij",
      ])
    let one = try scenario("homes=1:2-4", "links=1", "cap=1").words(on: today, .builtIn)
    #expect(one.map(\.nl).contains("1 koppeling per week erbij"))
    #expect(one.map(\.nl).contains("er komt niet meer dan 1 woning per week vrij"))
    #expect(one.map(\.en).contains { $0.hasPrefix("1 more home a week for ") })
  }

  @Test("homes come from the day on that was typed, to the day: a week that has less of it makes fewer")
  func fromTheDay() throws {
    func weeks(_ text: String) throws -> [Int] {
      let homes = try #require(try scenario(text).homes.first)
      return (1...5).map { homes.count(inWeek: $0, after: today) }
    }
    #expect(try weeks("homes=7:5+") == [7, 7, 7, 7, 7])
    #expect(try weeks("homes=7:5+@2026-11-24") == [7, 7, 7, 7, 7])
    #expect(try weeks("homes=7:5+@2026-11-25") == [6, 7, 7, 7, 7])
    #expect(try weeks("homes=7:5+@2026-12-15") == [0, 0, 0, 7, 7])
    #expect(try weeks("homes=1:5+@2026-12-16") == [0, 0, 0, 1, 1])
    #expect(try weeks("homes=3/maand:5+@2026-12-01") == [0, 1, 0, 1, 1], "each in the middle of its time")
  }

  @Test("homes that come once come in the week of their day, next week without one, and in no other")
  func once() throws {
    func weeks(_ text: String) throws -> [Int] {
      let homes = try #require(try scenario(text).homes.first)
      return (1...5).map { homes.count(inWeek: $0, after: today) }
    }
    #expect(try weeks("homes=1x:5+") == [1, 0, 0, 0, 0])
    #expect(try weeks("homes=3x:2-4@2026-11-30") == [3, 0, 0, 0, 0])
    #expect(try weeks("homes=3x:2-4@2026-12-01") == [0, 3, 0, 0, 0])
    // Saved before that day, and played after it.
    var over = Scenario()
    over.homes = [.once(1, of: .many, from: today)]
    #expect((1...5).allSatisfy { over.homes[0].count(inWeek: $0, after: today) == 0 }, "came on its day")
    #expect(over.words(on: today, .builtIn).map(\.nl) == ["1 woning erbij voor 5 of meer, al voorbij"])
    let said = try scenario("homes=1x:5+", "homes=3x:2-4@2026-12-15")
    #expect(
      said.words(on: today, .builtIn).map(\.nl) == [
        "1 woning erbij voor 5 of meer", "3 woningen erbij voor 2–4 personen, in de week van 15 dec",
      ])
    #expect(try JSONDecoder().decode(Scenario.self, from: JSONEncoder().encode(said)) == said)
    for text in ["homes=0x:5+", "homes=x:5+", "homes=0.5x:5+"] {
      #expect(throws: Refusal.self) { try scenario(text) }
    }
  }

  @Test("a cap holds from the first week whose middle is on or after its day, and says so where that is another day")
  func capWeek() throws {
    func words(_ day: String) throws -> String? {
      try scenario("cap=5@\(day)").words(on: today, .builtIn).first?.nl
    }
    // The weeks of a forecast begin on the day after it was made: here on Tuesdays.
    #expect(try words("2026-12-08")?.hasSuffix("vrij, vanaf 8 dec") == true)
    #expect(try words("2026-12-11")?.hasSuffix("vanaf 11 dec (telt per week, vanaf di 8 dec)") == true)
    #expect(try words("2026-12-12")?.hasSuffix("vanaf 12 dec (telt per week, vanaf di 15 dec)") == true)
    #expect(try words("2026-11-26")?.hasSuffix("vanaf 26 nov (telt per week, vanaf di 24 nov)") == true)
    for day in ["2026-11-26", "2026-12-08", "2026-12-11", "2026-12-12"].compactMap({ Day($0) }) {
      var question = Forecast.Question(today: today, period: HalfYear(2026, 2), waiting: [], recentWeeks: [])
      var scenario = Scenario()
      (scenario.supply, scenario.supplyFrom) = (HomeSupply(inAll: 5), day)
      question.replaceHomes(by: scenario)
      let first = (0..<question.weeks).first { question.homes(inWeek: $0).isCapped }
      #expect(first.map { today + 7 * $0 + 1 } == Scenario.capWeek(of: day, today), "\(day)")
    }
  }

  @Test("a saved scenario comes back as it was typed; one that was saved by the week alone can be read")
  func saved() throws {
    var scenario = try scenario("homes=3/maand:2-4@2026-12-15", "homes=0.5:5+", "links=1/maand", "lag=2")
    scenario.name = "Kanaalweg"
    let data = try JSONEncoder().encode(scenario)
    #expect(try JSONDecoder().decode(Scenario.self, from: data) == scenario)
    let old = Data(#"{"homes":[{"size":"5+","perWeek":0.5,"fromWeek":3}],"links":1.5}"#.utf8)
    let read = try JSONDecoder().decode(Scenario.self, from: old)
    #expect(read.homes == [Scenario.Homes(0.5, of: .many, fromWeek: 3)] && read.links == 1.5)
  }

  @Test(
    "what is wrong is quoted, with what was expected",
    arguments: [
      "homes", "homes=", "homes=many", "homes=2:x", "homes=2@yesterday", "cap=", "cap=2:x", "cap=many",
      "step=nowhere-3", "lag=-1", "sun=3",
    ])
  func wrong(_ term: String) {
    #expect { try scenario(term) } throws: { error in
      (error as? Refusal)?.text(.en).hasPrefix("\"\(term)\": expected ") == true
    }
  }
}
