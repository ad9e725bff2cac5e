import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("What keys do")
struct ShellTests {
  @Test("a note is typed, saved, undone and redone")
  func note() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter, .character("n"))
    theatre.type("Gebeld met school")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form == nil)
    let id = try #require(theatre.shell.model.opened?.id)
    func last() throws -> Event { try #require(try theatre.casebook.dossier(id)?.story.last) }
    #expect(try last().body == .noteAdded(.init("Gebeld met school")))
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("✓ Notitie bewaard · u maakt ongedaan"))
    theatre.press(.character("u"))
    #expect(try last().body.kind == .undone)
    theatre.press(.control("r"))
    #expect(try #require(try theatre.casebook.dossier(id)).undoableAct != nil)
  }

  @Test("the key of an act, pressed while one reads details, closes them and begins that act")
  func fromDetails() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter, .enter)
    guard case .text? = theatre.shell.model.overlay else {
      Issue.record("no details")
      return
    }
    theatre.press(.pageDown)
    #expect(theatre.shell.model.overlay != nil)
    theatre.press(.character("n"))
    #expect(theatre.shell.model.overlay == nil && theatre.shell.model.form?.purpose == .act(.note))
  }

  @Test("what was typed is there again after leaving the form")
  func draft() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter, .character("n"))
    theatre.type("half af")
    theatre.press(.escape, .character("j"))
    #expect(theatre.shell.model.form == nil)
    theatre.press(.character("n"))
    #expect(theatre.shell.model.form?.texts["text"] == "half af")
  }

  @Test("a contact is recorded from the list, and u there takes it back")
  func actOnList() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let id = try #require(theatre.shell.model.list.cursor)
    theatre.press(.character("c"), .control("s"))
    #expect(theatre.shell.model.form?.errors["text"] != nil, "nothing said is no contact")
    theatre.type("gebeld")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.opened == nil && theatre.shell.model.form == nil)
    #expect(try theatre.casebook.dossier(id)?.story.last?.body.kind == .contactMade)
    theatre.press(.character("u"))
    #expect(try theatre.casebook.dossier(id)?.story.last?.body.kind == .undone)
  }

  @Test("a name typed in the palette opens that household, whatever else it is like")
  func goTo() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character(":"))
    theatre.type("tekle")
    theatre.press(.end, .up, .down, .pageDown, .enter)
    #expect(theatre.shell.model.opened?.dossier.name == "TEKLE, Yonas")
  }

  @Test("the palette takes a whole sentence, scattered letters are no place, and a number is whose it is")
  func sentences() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    func found(_ typed: String) -> [Binding] {
      theatre.press(.character(":"))
      theatre.type(typed)
      defer { theatre.press(.escape) }
      guard case .palette(let palette)? = theatre.shell.model.overlay else { return [] }
      return palette.found(.nl)
    }
    #expect(found("wissel gemeente zeist").first?.verb == .area(.municipality("GM0355")))
    #expect(found("ga naar dossier tekle").first?.name.nl == "TEKLE, Yonas")
    #expect(found("ga naar netwerk").first?.verb == .tab(.network))
    #expect(found("mitros").allSatisfy { if case .area = $0.verb { false } else { true } })
    let numbered = found("2026-2").first { if case .openDossier = $0.verb { true } else { false } }
    #expect(numbered?.help.nl.hasPrefix("2026-000002") == true)
  }

  @Test("a dossier stays open behind another screen, with its line; its own key leads back to the list")
  func openBehind() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .enter, .down, .down)
    let opened = try #require(theatre.shell.model.opened)
    theatre.press(.character("3"))
    #expect(theatre.shell.model.opened == nil)
    try theatre.casebook.perform(
      .record(.noteAdded(.init("intussen")), on: Theatre.today), on: opened.id, seen: nil, by: Actor("l.smit"),
      source: .screen, rules: .builtIn, today: Theatre.today)
    theatre.press(.character("2"))
    let again = try #require(theatre.shell.model.opened)
    #expect(again.id == opened.id && again.cursor == opened.cursor)
    #expect(again.dossier.story.count == opened.dossier.story.count + 1)
    theatre.press(.character("q"))
    #expect(theatre.shell.wantsExit == nil && theatre.shell.model.opened == nil)
    theatre.press(.enter, .character("2"))
    #expect(theatre.shell.model.opened == nil)
    theatre.press(.character("1"), .character("2"))
    #expect(theatre.shell.model.opened == nil)
  }

  @Test("what the rules refuse is said when asked for from the list")
  func refusedOnList() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.down, .character("o"))
    #expect(theatre.shell.model.form == nil)
    #expect(theatre.shell.model.status?.kind == .bad)
  }

  @Test("the line under the cursor is corrected in the form it was recorded with")
  func correct() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter, .character("n"))
    theatre.type("Gebelt")
    theatre.press(.control("s"), .character("C"), .backspace)
    theatre.type("d")
    theatre.press(.control("s"))
    let dossier = try #require(theatre.shell.model.opened?.dossier)
    let note = try #require(dossier.story.last { $0.body.kind == .noteAdded })
    #expect(dossier.effective(note).body == .noteAdded(.init("Gebeld")))
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("Gebeld (gecorrigeerd)"))
  }

  @Test("a new household is entered and opens; the same V-number does not make a second one")
  func register() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    func enter(_ surname: String) {
      theatre.press(.character("N"))
      for (field, text) in [("surname", surname), ("vnumber", "9876543210")] {
        while theatre.shell.model.form?.field?.name != field { theatre.press(.tab) }
        theatre.type(text)
      }
      theatre.press(.control("s"))
    }
    enter("Haddad")
    #expect(theatre.shell.model.opened?.dossier.name == "HADDAD")
    theatre.press(.character("q"))
    enter("Haddad")
    #expect(theatre.shell.model.form?.errors["vnumber"] != nil)
  }

  @Test("one municipality is looked at on every screen, until another is chosen")
  func scope() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"))
    let all = theatre.shell.model.allList.lines.count
    theatre.press(.character("M"))
    theatre.type("utrecht")
    theatre.press(.enter)
    #expect(theatre.shell.model.area == .municipality("GM0344"))
    #expect(theatre.shell.model.allList.lines.count < all)
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("Utrecht ▾"))
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("j.bakker   ma 23 nov"), "whose account it is")
    theatre.shell.run(.area(.municipality("GM0307")))
    theatre.shell.handle(.wake)
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("Amersfoort ▾ · alle dossiers   j.bakker"))
    theatre.shell.run(.area(.municipality("GM0344")))
    theatre.shell.handle(.wake)
    theatre.press(.character("1"))
    #expect(theatre.shell.model.todayList.ask.area == .municipality("GM0344"))
  }

  @Test("the last line of a list has the note and the command, and on a small screen the command and the help")
  func keyBar() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    for tab in ["1", "2"] as [Character] {
      theatre.press(.character(tab))
      func last(_ size: Size) -> String {
        theatre.frame(size).text.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
      }
      let wide = last(Size(columns: 120, rows: 40))
      #expect(wide.contains("n notitie") && wide.contains(": opdracht"), "\(wide)")
      let small = last(Size(columns: 80, rows: 24))
      #expect(small.contains(": opdracht") && small.contains("? hulp"), "\(small)")
    }
  }

  @Test("the next visit begins where the last one ended")
  func place() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("s"), .down, .down)
    let cursor = theatre.shell.model.allList.cursor
    theatre.shell.keepPlace()
    let again = theatre.again()
    #expect(again.model.tab == .dossiers && again.model.allList.cursor == cursor)
    #expect(again.model.allList.ask.sort == [SortKey(.name)])
  }

  @Test("somebody who was there first is shown beside what was typed, and nothing typed is lost")
  func conflict() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter, .character("b"))
    let id = try #require(theatre.shell.model.opened?.id)
    let code = try #require(theatre.shell.model.form?.fields.first?.kind)
    guard case .choice(let choices) = code else { return }
    theatre.type(choices[0].name.nl)
    try theatre.casebook.perform(
      .record(.blockerRaised(.init(choices[0].code, "al gezien")), on: Theatre.today), on: id, seen: nil,
      by: Actor("l.smit"), source: .screen, rules: .builtIn, today: Theatre.today)
    theatre.press(.control("s"))
    let text = theatre.frame(Size(columns: 120, rows: 40)).text
    #expect(text.contains("l.smit") && text.contains("al gezien") && text.contains(choices[0].name.nl))
    theatre.press(.enter)
    #expect(theatre.shell.model.form?.lines["blocker"]?.text == choices[0].name.nl)
  }

  @Test("a wrong filter keeps the last good rows and says what was expected")
  func filter() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("/"))
    theatre.type("tekle")
    #expect(theatre.shell.model.allList.lines.map(\.name) == ["TEKLE, Yonas"])
    theatre.shell.handle(.paste(" fase:xyzzy"))
    #expect(theatre.shell.model.allList.fault != nil)
    #expect(theatre.shell.model.allList.lines.map(\.name) == ["TEKLE, Yonas"])
    theatre.press(.enter)
    #expect(theatre.shell.model.allList.typing != nil, "nobody acts on the rows of half a filter")
  }

  @Test("a change by somebody else leaves the cursor on its dossier")
  func foreign() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .down, .down)
    let cursor = try #require(theatre.shell.model.allList.cursor)
    let first = try #require(theatre.shell.model.allList.lines.first?.id)
    try theatre.casebook.perform(
      .record(.noteAdded(.init("van een ander")), on: Theatre.today), on: first, seen: nil, by: Actor("l.smit"),
      source: .screen, rules: .builtIn, today: Theatre.today)
    theatre.shell.refresh()
    #expect(theatre.shell.model.allList.cursor == cursor)
  }

  @Test("numbers are masked until asked for, and asking is recorded")
  func numbers() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter)
    let size = Size(columns: 160, rows: 40)
    #expect(!theatre.frame(size).text.contains("1234567891"))
    theatre.press(.character("x"))
    #expect(theatre.frame(size).text.contains("1234567891"))
    let id = try #require(theatre.shell.model.opened?.id)
    #expect(try theatre.casebook.dossier(id)?.story.last?.body.kind == .numberShown)
  }

  @Test("in a list too what was done again can be taken back again")
  func undoRedoUndo() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let id = try #require(theatre.shell.model.list.cursor)
    let text = "belt terug"
    func isThere() throws -> Bool {
      let dossier = try #require(try theatre.casebook.dossier(id))
      return dossier.story.contains {
        if case .noteAdded(let note) = $0.body {
          note.text == text && !dossier.takenBack.contains($0.id)
        } else {
          false
        }
      }
    }
    theatre.press(.character("n"))
    theatre.type(text)
    theatre.press(.control("s"))
    #expect(try isThere())
    for _ in 1...2 {
      theatre.press(.character("u"))
      #expect(try !isThere())
      theatre.press(.control("r"))
      #expect(try isThere())
    }
  }

  @Test("what was done last is taken back in the next visit, also when this one ended by a kill")
  func killed() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .down, .character("n"))
    theatre.type("belt terug")
    theatre.press(.control("s"))
    let act = try #require(theatre.shell.model.lastActed)
    // Nothing is kept at the end of this visit: it has none.
    let again = theatre.again()
    #expect(again.model.lastActed?.act == act.act)
    again.handle(.key(.character("u")))
    #expect(try theatre.casebook.dossier(act.dossiers[0])?.story.last?.body.takesBack == true)
  }

  @Test(
    "a q too many on the way back does not stop the program; one more does, and so does the first where one went nowhere"
  )
  func oneTooMany() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter, .character("q"), .character("q"))
    #expect(theatre.shell.wantsExit == nil)
    #expect(theatre.shell.model.status?.text == "Hier is het begin: nog een q stopt.")
    theatre.press(.character("q"))
    #expect(theatre.shell.wantsExit == 0)
    let again = theatre.again()
    again.handle(.key(.down))
    again.handle(.key(.character("q")))
    #expect(again.wantsExit == 0)
  }

  @Test("of a contact one reads how it was made, what comes next and whose turn it is now")
  func contactWhole() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter)
    theatre.another(
      .contactMade(
        .init(
          Contact(.corporation, organisation: "Mitros", name: "M. de Wit"), .phone, "wk 48", next: Day(2026, 12, 4),
          turn: Contact(.municipality))))
    theatre.press(.function(5))
    for _ in 0..<40 {
      if case .event(let id)? = theatre.shell.model.opened?.cursor,
        theatre.shell.model.opened?.dossier.story.last?.id == id
      {
        break
      }
      theatre.press(.up)
    }
    theatre.press(.enter)
    let text = theatre.frame(Size(columns: 120, rows: 40)).text
    for part in ["gebeld", "Volgend moment", "vr 4 dec 2026", "Nu aan zet"] { #expect(text.contains(part), "\(part)") }
  }

  @Test("a row whose late step is another's than the turn says whose")
  func dueOfAnother() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let line = try #require(theatre.shell.model.list.lines.first { $0.dueOwner != nil })
    let (rules, l) = (Rulebook.builtIn, Language.nl)
    var other = line
    other.waitingOn = Contact(PartyID("duo"))
    let by = " door " + rules.party(try #require(line.dueOwner)).nl.lowercasedFirst
    #expect(other.dueOwnerText(rules, l, user: "l.smit") == by)
    other.waitingOn = line.dueOwner.map { Contact($0) }
    #expect(other.dueOwnerText(rules, l, user: "l.smit").isEmpty)
  }

  @Test("a late step of the municipality in a dossier one leads oneself says so, and in another's it does not")
  func dueOfOneself() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    var line = try #require(theatre.shell.model.list.lines.first { $0.dueOwner == .municipality })
    (line.owner, line.waitingOn) = ("j.bakker", Contact(.corporation))
    #expect(line.dueOwnerText(.builtIn, .nl, user: "j.bakker") == " door gemeente (uw regie)")
    #expect(line.dueOwnerText(.builtIn, .en, user: "j.bakker") == " by municipality (your lead)")
    #expect(line.dueOwnerText(.builtIn, .nl, user: "l.smit") == " door gemeente")
    #expect(line.dueOwnerText(.builtIn, .nl, user: "") == " door gemeente")
  }

  @Test("a name in the middle of a sentence keeps capitals that are not at its beginning")
  func capitals() {
    #expect("DigiD aanvragen".lowercasedFirst == "DigiD aanvragen")
    #expect("Brede intake voor DigiD".lowercasedFirst == "brede intake voor DigiD")
    #expect("BSN".lowercasedFirst == "BSN")
  }

  @Test("Tab puts what was meant in the place of what is wrong in a filter")
  func filterCorrected() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("/"))
    theatre.type("gemeente:den haag")
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("gemeente:\"den haag\". Tab neemt dat over."))
    theatre.press(.tab)
    #expect(theatre.shell.model.list.typing?.text == "gemeente:\"den haag\"")
    #expect(theatre.shell.model.list.fault == nil && theatre.shell.model.list.ask.filter == "gemeente:\"den haag\"")
    #expect(theatre.shell.model.list.lines.isEmpty)
  }

  @Test("after a contact the turn may go to somebody the household knows by name")
  func turnToSomebody() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let id = try #require(theatre.shell.model.list.cursor)
    theatre.press(.character("c"))
    while theatre.shell.model.form?.field?.name != "turn" { theatre.press(.tab) }
    theatre.type("de wit")
    theatre.press(.enter, .control("s"))
    let dossier = try #require(try theatre.casebook.dossier(id))
    #expect(dossier.turn?.contact == Contact(.corporation, organisation: "Mitros", name: "M. de Wit"))
  }
}
