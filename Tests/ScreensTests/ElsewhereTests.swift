import Journey
import Terminal
import Testing

@testable import Screens

@Suite("A key that does nothing here")
struct ElsewhereTests {
  private func said(_ theatre: Theatre, _ key: Key) -> String {
    theatre.press(key)
    return theatre.shell.model.status?.text ?? ""
  }

  @Test("says in a list that it works in a dossier, and how to get there")
  func onList() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let act = try #require(Act.allCases.first { $0.screenKey == .character("r") })
    #expect(
      said(theatre, .character("r"))
        == "r (\(act.name.nl)) werkt in een dossier: ⏎ opent er een, : doet het van hier bij naam.")
    #expect(said(theatre, .character("U")) == "U (regel terugnemen) werkt in een dossier: ⏎ opent er een.")
    #expect(said(theatre, .character("s")) == "s (sorteer) werkt in Dossiers: 2 gaat erheen.")
    theatre.press(.character("2"))
    #expect(said(theatre, .character(".")) == ". (waarom hier) werkt in Vandaag: 1 gaat erheen.")
  }

  @Test("a blocker is cleared in a list with the key it has in a dossier")
  func unblock() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("B"))
    #expect(theatre.shell.model.form?.purpose == .act(.unblock), "\(theatre.said)")
  }

  @Test("says in a dossier that it works in a list")
  func inDossier() throws {
    let theatre = try Theatre(.en)
    defer { theatre.close() }
    theatre.press(.enter)
    #expect(said(theatre, .character("/")) == "/ (filter) works in a list: q goes back to it.")
  }

  @Test("and nowhere else either sends to the help; moving on at an edge is no such key")
  func nowhere() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    #expect(said(theatre, .character("~")) == "~ doet hier niets; ? zegt wat wel.")
    for key in [Key.up, .left, .escape, .home, .tab] { #expect(said(theatre, key) == "") }
  }

  @Test("every act that a dossier has is done from the list too, by name")
  func acts() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character(":"))
    guard case .palette(let palette) = theatre.shell.model.overlay else {
      Issue.record("no palette")
      return
    }
    let acts = palette.entries.compactMap { if case .act(let act) = $0.verb { act } else { nil } }
    #expect(Set(acts) == Set(Act.allCases))
  }
}
