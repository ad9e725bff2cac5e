import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("A form")
struct FormTests {
  private let size = Size(columns: 120, rows: 40)

  private func stage(_ play: (Theatre) throws -> Void) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    try play(theatre)
  }

  private func story(_ theatre: Theatre, _ number: Int = 1) throws -> [Event] {
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

  @Test("the space bar ticks what is marked and takes it out again, and what is typed stays")
  func ticks() throws {
    try stage { theatre in
      theatre.press(.enter)
      theatre.shell.run(.act(.needs))
      theatre.shell.handle(.wake)
      theatre.go(to: "features")
      let choices = try #require(theatre.shell.model.form).suggestions().map(\.name.nl)
      theatre.shell.model.form?.lines["features"] = TextLine("")
      theatre.press(.character(" "), .down, .character(" "))
      #expect(theatre.shell.model.form?.texts["features"] == choices[0] + ", " + choices[1])
      #expect(theatre.frame(size).text.contains("✓ " + choices[0]))
      theatre.press(.up, .character(" "))
      #expect(theatre.shell.model.form?.texts["features"] == choices[1])
      theatre.press(.enter)
      #expect(theatre.shell.model.form?.texts["features"] == choices[1])
    }
  }

  @Test("a blank behind a choice that is typed in full or filled in takes nothing away, of one or of several")
  func blank() throws {
    try stage { theatre in
      theatre.press(.enter, .character("c"))
      theatre.go(to: "party")
      theatre.press(.character(" "))
      #expect(theatre.shell.model.form?.texts["party"] == "Corporatie")
      theatre.type("School ")
      #expect(theatre.shell.model.form?.texts["party"] == "School")
      theatre.press(.escape, .character("d"))
      theatre.shell.run(.act(.needs))
      theatre.shell.handle(.wake)
      theatre.go(to: "features")
      theatre.shell.model.form?.lines["features"] = TextLine("")
      let first = try #require(theatre.shell.model.form).suggestions()[0].name.nl
      theatre.type(first + " ")
      #expect(theatre.shell.model.form?.texts["features"] == first)
    }
  }

  @Test("a blank behind a typed comma ticks nothing, and the next choice is typed after it")
  func commaAndBlank() throws {
    try stage { theatre in
      theatre.press(.enter)
      theatre.shell.run(.act(.needs))
      theatre.shell.handle(.wake)
      theatre.go(to: "features")
      let names = try #require(theatre.shell.model.form).suggestions().map(\.name.nl)
      theatre.shell.model.form?.lines["features"] = TextLine("")
      theatre.type(names[1] + ", ")
      #expect(theatre.shell.model.form?.texts["features"]?.contains(names[0]) == false)
      theatre.type(names[2])
      #expect(theatre.shell.model.form?.values(.nl)["features"]?.split(separator: ",").count == 2)
    }
  }

  @Test("what fits none of the choices is said while it is typed, and wiped they are all there again")
  func noChoice() throws {
    try stage { theatre in
      theatre.press(.enter, .character("c"))
      theatre.go(to: "party")
      let all = try #require(theatre.shell.model.form).suggestions().count
      theatre.type("mitros")
      #expect(theatre.frame(size).text.contains("niets heet hier zo; ^U wist het en toont alle"))
      theatre.press(.control("u"))
      #expect(!theatre.frame(size).text.contains("niets heet hier zo"))
      #expect(theatre.shell.model.form?.suggestions().count == all)
    }
  }

  @Test(
    "a choice typed in full is the one that is marked and taken, whatever its capitals",
    arguments: ["corporatie", "SCHOOL", "Coa"])
  func named(typed: String) throws {
    try stage { theatre in
      theatre.press(.enter, .character("c"))
      theatre.go(to: "party")
      theatre.type(typed)
      #expect(theatre.frame(size).text.lowercased().contains("▸ " + typed.lowercased()))
      theatre.press(.enter)
      #expect(theatre.shell.model.form?.texts["party"]?.lowercased() == typed.lowercased())
      #expect(theatre.shell.model.form?.errors == [:])
    }
  }

  @Test("a party is found by the words people use for it", arguments: [("buur", "Gastgezin"), ("huisarts", "Zorg")])
  func otherWords(typed: String, party: String) throws {
    try stage { theatre in
      theatre.press(.enter)
      theatre.shell.run(.act(.drawIn))
      theatre.shell.handle(.wake)
      theatre.go(to: "party")
      theatre.type(typed)
      #expect(theatre.frame(size).text.contains("▸ \(party) (\(typed))"), "and says by which")
      theatre.press(.enter)
      #expect(theatre.shell.model.form?.texts["party"] == party)
      #expect(!theatre.frame(size).text.contains("(\(typed))"))
    }
  }

  @Test("where Enter only goes on nothing is marked; an arrow marks, and Enter takes that")
  func marked() throws {
    try stage { theatre in
      theatre.press(.enter)
      theatre.shell.run(.act(.goal))
      theatre.shell.handle(.wake)
      theatre.go(to: "party")
      #expect(!theatre.frame(size).text.contains("▸"))
      let first = try #require(theatre.shell.model.form).suggestions()[0].name.nl
      theatre.press(.down)
      #expect(theatre.frame(size).text.contains("▸ " + first))
      theatre.press(.enter)
      #expect(theatre.shell.model.form?.texts["party"] == first)
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

  @Test("text that was filled in beforehand is replaced by the first letter, kept by Tab, and edited after an arrow")
  func suggestion() throws {
    try stage { theatre in
      theatre.press(.enter, .character("c"))
      theatre.go(to: "name")
      #expect(theatre.shell.model.form?.texts["name"] == "M. de Wit")
      #expect(theatre.frame(size).text.contains("voorstel: typen vervangt het"))
      theatre.press(.tab, .backTab)
      #expect(theatre.shell.model.form?.texts["name"] == "M. de Wit")
      theatre.type("K. Bos")
      #expect(theatre.shell.model.form?.texts["name"] == "K. Bos")
      theatre.press(.tab)
      #expect(theatre.shell.model.form?.texts["organisation"] == "Mitros")
      theatre.press(.right)
      theatre.type(" Oost")
      #expect(theatre.shell.model.form?.texts["organisation"] == "Mitros Oost")
      theatre.press(.backTab)
      theatre.type("ch")
      #expect(theatre.shell.model.form?.texts["name"] == "K. Bosch")
    }
  }

  @Test("a comma adds to a suggestion, any other letter takes its place")
  func comma() throws {
    try stage { theatre in
      theatre.press(.character("3"), .character("R"))
      theatre.go(to: "present")
      let before = try #require(theatre.shell.model.form?.texts["present"])
      theatre.type(", F. Yilmaz")
      #expect(!before.isEmpty && theatre.shell.model.form?.texts["present"] == before + ", F. Yilmaz")
      theatre.press(.escape, .character("d"), .character("R"))
      theatre.go(to: "present")
      theatre.type("X")
      #expect(theatre.shell.model.form?.texts["present"] == "X")
    }
  }

  @Test("a paste takes the place of a suggestion; a correction is gone on with")
  func pasted() throws {
    try stage { theatre in
      theatre.press(.enter, .character("c"))
      theatre.go(to: "name")
      theatre.shell.handle(.paste("L. Jansen"))
      #expect(theatre.shell.model.form?.texts["name"] == "L. Jansen")
      theatre.press(.escape, .character("d"), .end, .home, .character("n"))
      theatre.type("Gebelt")
      theatre.press(.control("s"), .character("C"))
      theatre.type(" met school")
      #expect(theatre.shell.model.form?.texts["text"] == "Gebelt met school")
    }
  }

  @Test(
    "of many begins on the field where the form of one begins",
    arguments: [Key.character("n"), .character("w"), .character("c")])
  func manyBegin(key: Key) throws {
    try stage { theatre in
      theatre.press(.character("2"), key)
      let one = try #require(theatre.shell.model.form?.field?.name)
      theatre.press(.escape, .character("*"), key)
      #expect(theatre.shell.model.form?.many.isEmpty == false)
      #expect(theatre.shell.model.form?.field?.name == one)
    }
  }

  @Test("a wrong choice is marked in its field, for one household and for many alike", arguments: [false, true])
  func wrongChoice(many: Bool) throws {
    try stage { theatre in
      theatre.press(.character("2"))
      if many { theatre.press(.character("*")) }
      theatre.press(.character("w"))
      theatre.type("kanarie")
      theatre.press(.control("s"))
      let form = try #require(theatre.shell.model.form)
      #expect(theatre.shell.model.overlay == nil && form.field?.name == "party")
      #expect(form.errors["party"]?.hasPrefix("kies uit: ") == true)
    }
  }

  @Test("a part of the name of one choice is that choice; of several those are named, until one is taken")
  func partOfName() throws {
    try stage { theatre in
      theatre.press(.character("2"), .character("/"))
      theatre.type("tekle")
      theatre.press(.enter, .enter, .character("b"))
      let field = try #require(theatre.shell.model.form?.field?.name)
      theatre.type("geen")
      theatre.press(.tab)
      #expect(
        theatre.shell.model.form?.errors[field]
          == "dat past op meer: geen passend formaat woning, geen begane grond of lift, geen aanbod")
      theatre.press(.backTab, .enter)
      #expect(theatre.shell.model.form?.texts[field] == "geen passend formaat woning")
      #expect(theatre.shell.model.form?.errors[field] == nil)
      theatre.press(.backTab, .control("u"))
      theatre.type("begane")
      theatre.press(.tab)
      #expect(theatre.shell.model.form?.errors[field] == nil)
      theatre.press(.control("s"))
      let raised = try story(theatre, 2).last?.body
      guard case .blockerRaised(let blocker)? = raised else {
        Issue.record("\(String(describing: raised)) \(theatre.said)")
        return
      }
      #expect(blocker.code == "ground-floor")
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
      #expect(error == "2026-11-24 ligt in de toekomst; verwacht vandaag of eerder")
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

@Suite("Two windows of one person")
struct WindowsTests {
  private let note = "2026-000001.note"

  @Test("never share what is typed: the second is told and gets a form of its own, and each text is recorded once")
  func together() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("n"))
    theatre.type("van links")
    let other = try theatre.window()
    other.takes(.character("n"))
    #expect(other.model.form?.texts["text"] == "")
    #expect(other.model.status?.text == Words.draftElsewhere.nl)
    other.type("van rechts")
    theatre.press(.control("s"))
    other.takes(.control("s"))
    let story = try #require(try theatre.casebook.dossier(DossierID(year: 2026, serial: 1))).story
    #expect(story.suffix(2).map(\.body) == [.noteAdded(.init("van links")), .noteAdded(.init("van rechts"))])
    #expect(theatre.shell.source.drafts().isEmpty && other.source.drafts().isEmpty)
  }

  @Test("both may begin before either types; still each keeps its own")
  func atOnce() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let other = try theatre.window()
    theatre.press(.character("n"))
    other.takes(.character("n"))
    theatre.type("een")
    other.type("twee")
    #expect(theatre.shell.source.draft(note) == ["text": "een", "day": ""])
    #expect(other.source.draft(note) == ["text": "twee", "day": ""])
  }

  @Test("hand over what was left: who left the form lets go of it, and who opens it first has it")
  func handedOver() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("n"))
    theatre.type("half af")
    #expect(try theatre.window().source.drafts().isEmpty)
    theatre.press(.escape, .character("j"))
    let other = try theatre.window()
    #expect(other.source.drafts().count == 1)
    other.takes(.character("n"))
    #expect(other.model.form?.texts["text"] == "half af")
    theatre.press(.character("n"))
    #expect(theatre.shell.model.form?.texts["text"] == "")
    #expect(theatre.shell.model.status?.text == Words.draftElsewhere.nl)
  }

  @Test("that are gone leave what they typed, also when they were killed")
  func killed() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let gone = Window(name: "0.1.0.0")
    #expect(!gone.isOpen && Window().isOpen)
    let key = Casebook.heldKey("j.bakker|" + note, by: gone)
    try theatre.casebook.saveDraft(key: key, ["text": "half af", "day": ""])
    theatre.press(.character("n"))
    #expect(theatre.shell.model.form?.texts["text"] == "half af")
    theatre.press(.control("s"))
    #expect(try theatre.casebook.drafts().isEmpty)
  }
}
