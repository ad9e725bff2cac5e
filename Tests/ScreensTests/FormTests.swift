import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("A form")
struct FormTests {
  let size = Size(columns: 120, rows: 40)

  func stage(_ play: (Theatre) throws -> Void) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    try play(theatre)
  }

  func story(_ theatre: Theatre, _ number: Int = 1) throws -> [Event] {
    try #require(try theatre.casebook.dossier(DossierID(year: 2026, serial: number))).story
  }

  @Test("after the last field Enter goes to the line that saves, and only the next Enter saves")
  func save() throws {
    try stage { theatre in
      theatre.press(.enter, .character("n"))
      theatre.type("gebeld")
      let before = try story(theatre).count
      theatre.press(.tab, .enter)
      #expect(theatre.shell.model.form?.isOnSave == true)
      #expect(theatre.frame(size).text.contains("▸ Bewaren"))
      #expect(try story(theatre).count == before)
      theatre.press(.enter)
      #expect(theatre.shell.model.form == nil)
      #expect(try story(theatre).last?.body == .noteAdded(.init("gebeld")))
    }
  }

  @Test("closing says what is still open")
  func closing() throws {
    try stage { theatre in
      theatre.press(.enter)
      theatre.shell.run(.act(.close))
      theatre.shell.handle(.wake)
      #expect(theatre.frame(size).text.contains("nog open: "))
      let form = try #require(theatre.shell.model.form)
      let dossier = try #require(form.dossier)
      let must = dossier.standing(.builtIn).steps.filter { $0.isOpen && $0.mandatory }.map(\.title.nl)
      let hint = try #require(form.fields.map(\.hint.nl).first { $0.hasPrefix("nog open: ") })
      #expect(must.first.map { hint.hasPrefix("nog open: " + $0) } ?? true, "what holds it up comes first")
    }
  }

  @Test("with a required field empty the line that saves marks that field, and nothing is recorded")
  func missing() throws {
    try stage { theatre in
      theatre.press(.enter, .character("n"))
      let before = try story(theatre).count
      theatre.press(.tab, .enter, .enter)
      let form = try #require(theatre.shell.model.form)
      #expect(form.field?.name == "text" && form.errors["text"] != nil)
      #expect(try story(theatre).count == before)
    }
  }

  @Test("where something happened a date without a year is the latest that has been, and a day to come is refused")
  func dayGone() throws {
    try stage { theatre in
      theatre.press(.enter, .character("n"))
      theatre.go(to: "day")
      theatre.type("28-11")
      #expect(theatre.frame(size).text.contains("= vr 28 nov 2025"))
      theatre.press(.control("u"))
      theatre.type("morgen")
      theatre.press(.tab)
      let error = theatre.shell.model.form?.errors["day"]
      #expect(error == "24 nov 2026 ligt in de toekomst; verwacht vandaag of eerder")
    }
  }

  @Test("a moment that lapses when the turn goes to another is said in the form and once it is saved")
  func lapses() throws {
    try stage { theatre in
      theatre.press(.enter)
      theatre.another(
        .waitingSet(
          .init(Contact(.coa, organisation: "COA Utrecht", name: "F. Yilmaz"), "vervoer", until: Theatre.today + 10)))
      theatre.press(.function(5), .character("c"))
      theatre.type("verder bij de corporatie")
      let lapses = "de afspraak met F. Yilmaz (COA Utrecht) op do 3 dec vervalt"
      #expect(!theatre.frame(size).text.contains(lapses))
      theatre.go(to: "turn")
      theatre.type("corporatie")
      theatre.press(.tab)
      #expect(theatre.frame(size).text.contains("! " + lapses))
      theatre.press(.control("s"))
      #expect(theatre.shell.model.status?.text.contains(lapses) == true)
    }
  }

  @Test("a contact from the network of a household begins with whom the cursor is on")
  func whom() throws {
    try stage { theatre in
      theatre.press(.enter)
      theatre.another(.contactMade(.init(Contact(.coa, organisation: "COA Utrecht", name: "F. Yilmaz"), .phone)))
      theatre.press(.function(5), .tab, .tab, .down, .character("c"))
      let form = try #require(theatre.shell.model.form)
      #expect(form.texts["name"] == "F. Yilmaz" && form.texts["organisation"] == "COA Utrecht")
      #expect(form.values(.nl)["party"] == "coa")
    }
  }

  @Test("what a colleague records meanwhile is said in the form, with who, and no letter is lost")
  func news() throws {
    try stage { theatre in
      // From the list, with no dossier open.
      theatre.press(.character("n"))
      theatre.type("half")
      try theatre.casebook.perform(
        .record(.waitingSet(.init(Contact(.coa, name: "F. Yilmaz"), "vervoer")), on: Theatre.today),
        on: DossierID(year: 2026, serial: 1), seen: nil, by: Actor("l.smit"), source: .screen, rules: .builtIn,
        today: Theatre.today)
      theatre.shell.refresh()
      theatre.type(" af")
      let frame = theatre.frame(size).text
      #expect(frame.contains("Intussen vastgelegd: l.smit: ") && frame.contains("F. Yilmaz"))
      #expect(theatre.shell.model.form?.texts["text"] == "half af")
      theatre.press(.control("s"))
      #expect(try story(theatre).last?.body == .noteAdded(.init("half af")))
    }
  }
}
