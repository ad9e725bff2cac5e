import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Entering a household that is not there yet")
struct EnteringTests {
  private func stage(_ play: (Theatre) throws -> Void) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"))
    try play(theatre)
  }

  private func enter(_ theatre: Theatre, ledBy owner: String? = nil) {
    theatre.press(.character("N"))
    theatre.go(to: "surname")
    theatre.type("Nooitgezien")
    if let owner {
      theatre.go(to: "owner")
      theatre.type(owner)
    }
    theatre.press(.control("s"))
  }

  @Test("it is led by whoever enters it, and in the list the cursor is on it")
  func own() throws {
    try stage { theatre in
      enter(theatre)
      let opened = try #require(theatre.shell.model.opened, "\(theatre.said)")
      #expect(opened.dossier.owner == "j.bakker")
      #expect(theatre.said == "Dossier \(opened.id) geopend.")
      theatre.press(.escape)
      #expect(theatre.shell.model.opened == nil && theatre.shell.model.list.cursor == opened.id)
    }
  }

  @Test("where the list does not have it, it is said why, and how it is opened again")
  func unlisted() throws {
    try stage { theatre in
      theatre.shell.run(.area(.municipality("GM0344")))
      theatre.shell.handle(.wake)
      enter(theatre)
      #expect(theatre.shell.model.opened != nil, "\(theatre.said)")
      #expect(theatre.said.contains("nog aan geen gemeente gekoppeld (u kijkt naar Utrecht)"), "\(theatre.said)")
      #expect(theatre.said.hasSuffix("; : met de naam opent het."), "\(theatre.said)")
      theatre.shell.run(.area(.country))
      theatre.press(.escape, .character("/"))
      theatre.type("fase:woning")
      theatre.press(.enter)
      enter(theatre)
      #expect(theatre.said.contains("niet in de lijst: past niet in dit filter;"), "\(theatre.said)")
    }
  }

  @Test("an account that nobody knows is asked about once, as where a dossier is handed to one")
  func unknownLead() throws {
    try stage { theatre in
      enter(theatre, ledBy: "s.visser")
      #expect(theatre.shell.model.form?.errors["owner"]?.hasPrefix("s.visser is hier niet bekend") == true)
      theatre.press(.control("s"))
      #expect(theatre.shell.model.opened?.dossier.owner == "s.visser", "\(theatre.said)")
    }
  }
}
