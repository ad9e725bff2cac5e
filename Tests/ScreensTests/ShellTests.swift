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
