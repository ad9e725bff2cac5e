import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Choosing a party in a form")
struct PartyFieldTests {
  private func text(_ theatre: Theatre, _ field: String) -> String? { theatre.shell.model.form?.lines[field]?.text }

  /// The form of `wacht op` at a household that knows somebody at its corporation.
  private func waiting() throws -> Theatre {
    let theatre = try Theatre()
    theatre.press(.character("2"), .character("/"))
    theatre.type("al-hassan")
    theatre.press(.enter, .character("w"))
    let party = theatre.shell.model.form?.fields.firstIndex { $0.name == "party" }
    theatre.shell.model.form?.focus = try #require(party)
    return theatre
  }

  @Test("the person and organisation of the former party make way for those this household has there")
  func follows() throws {
    let theatre = try waiting()
    defer { theatre.close() }
    theatre.press(.control("u"))
    theatre.type("huish")
    theatre.press(.enter)
    #expect(text(theatre, "organisation") == "")
    theatre.press(.backTab, .control("u"))
    theatre.type("corp")
    theatre.press(.enter)
    #expect(text(theatre, "organisation") == "Mitros" && text(theatre, "name") == "M. de Wit")
  }

  @Test("what was typed there stays")
  func keeps() throws {
    let theatre = try waiting()
    defer { theatre.close() }
    theatre.press(.tab, .control("u"))
    theatre.type("P. Vos")
    theatre.press(.backTab, .control("u"))
    theatre.type("huish")
    theatre.press(.enter)
    #expect(text(theatre, "name") == "P. Vos")
  }
}
