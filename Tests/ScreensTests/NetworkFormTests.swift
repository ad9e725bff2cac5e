import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("A form with a name in it")
struct NetworkFormTests {
  private let size = Size(columns: 120, rows: 40)

  private func onNetwork() throws -> Theatre {
    let theatre = try Theatre.onNetwork()
    // Households in Utrecht and in reception wait for parties where they have nobody.
    for (serial, party) in [(1, "duo"), (4, "duo"), (2, "nidos")] {
      try theatre.casebook.perform(
        .record(.waitingSet(.init(Contact(PartyID(party)), "een brief")), on: Theatre.today),
        on: DossierID(year: 2026, serial: serial), seen: nil, by: Actor("l.smit"), source: .screen, rules: .builtIn,
        today: Theatre.today)
    }
    theatre.press(.function(5))
    return theatre
  }

  private func toGap(_ party: String, _ theatre: Theatre) {
    theatre.press(.home)
    for _ in 0..<40 where theatre.shell.model.network.current?.contact != Contact(PartyID(party)) {
      theatre.press(.down)
    }
  }

  private func name(_ theatre: Theatre) -> String? { theatre.shell.model.form?.texts["name"] }

  @Test("what was typed for one gap is not in the form of another, and is gone once it is recorded")
  func ownDraft() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    toGap("duo", theatre)
    theatre.press(.character("S"))
    theatre.type("R. Gids")
    theatre.press(.escape, .character("j"))
    toGap("nidos", theatre)
    theatre.press(.character("S"))
    #expect(name(theatre) == "")
    theatre.press(.escape)
    toGap("duo", theatre)
    theatre.press(.character("S"))
    #expect(name(theatre) == "R. Gids", "the gap it was typed for has it still")
    theatre.press(.control("s"), .enter)
    #expect(theatre.shell.model.form == nil)
    theatre.press(.character("u"))
    toGap("duo", theatre)
    theatre.press(.character("S"))
    #expect(name(theatre) == "")
  }

  @Test("a word of a name finds the person; what finds nobody is said to be new")
  func halfName() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    theatre.find("M. de Wit")
    theatre.press(.character("S"))
    theatre.type("Bos")
    #expect(theatre.frame(size).text.contains("▸ K. Bos"))
    theatre.press(.enter)
    #expect(name(theatre) == "K. Bos")
    theatre.press(.backTab, .control("u"))
    theatre.type("Q. Nieuweling")
    // The network is asked once the field is left.
    theatre.press(.tab)
    #expect(theatre.frame(size).text.contains("Q. Nieuweling is nieuw in het netwerk"))
  }

  @Test("what is marked in the list of names is what Enter takes")
  func marked() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    theatre.find("F. Yilmaz")
    theatre.press(.character("1"), .enter, .character("c"))
    for _ in 0..<9 where theatre.shell.model.form?.field?.name != "name" { theatre.press(.tab) }
    theatre.press(.control("u"))
    theatre.shell.model.form?.lines["party"] = TextLine("Corporatie")
    theatre.type("mitros")
    let form = try #require(theatre.shell.model.form)
    #expect(form.suggestions().count > 1 && !form.isMarked && !form.completes)
  }

  @Test("a deputy who cannot is said while typing and refused on saving; one who works elsewhere is accepted and said")
  func deputy() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    theatre.find("K. Bos")
    theatre.press(.character("a"), .tab)
    theatre.type("M. de Wit")
    #expect(theatre.frame(size).text.contains("K. Bos niet vervangen: zelf weg tot en met"))
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form?.errors["deputy"]?.contains("zelf weg") == true)
    theatre.press(.control("u"))
    theatre.type("F. Yilmaz")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form == nil, "\(theatre.said)")
    #expect(theatre.said.contains("werkt bij COA Utrecht, niet bij Mitros"), "\(theatre.said)")
    #expect(theatre.said.contains("vervangt M. de Wit"), "\(theatre.said)")
  }

  @Test("a form for many marked dossiers of one municipality knows the people there")
  func ofMany() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    theatre.press(.character("1"))
    for id in theatre.shell.model.list.lines.map(\.id)
    where id.description.hasSuffix("1") || id.description.hasSuffix("2") {
      theatre.shell.model.marks.insert(id)
    }
    theatre.press(.character("w"))
    let form = try #require(theatre.shell.model.form)
    #expect(form.many.count == 2 && form.townOfMany == "GM0344")
    #expect(form.colleagues.contains { $0.contact == NetworkScreenTests.bos })
  }
}
