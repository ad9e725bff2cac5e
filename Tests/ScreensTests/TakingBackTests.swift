import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

// What was done is taken back, once and in the next visit.
extension ShellTests {
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

  @Test("who was entered is asked about when entered again, and opening a dossier is not taken back but closed")
  func openedTwice() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    func enter() {
      theatre.press(.character("2"), .character("N"))
      theatre.go(to: "surname")
      theatre.type("Nooitgezien")
      theatre.go(to: "birth")
      theatre.type("1988-03-21")
      theatre.press(.control("s"))
    }
    enter()
    let first = try #require(theatre.shell.model.opened?.id, "\(theatre.said)")
    theatre.press(.character("u"))
    #expect(theatre.said.contains("kan niet worden teruggenomen; sluiten kan wel"), "\(theatre.said)")
    theatre.press(.escape)
    enter()
    #expect(theatre.shell.model.form?.errors["surname"]?.contains("\(first)") == true)
    theatre.press(.control("s"))
    let second = try #require(theatre.shell.model.opened?.id, "\(theatre.said)")
    #expect(second != first)
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

  @Test("all that was taken back in this visit can be done again in the next, the last one first")
  func redoneLater() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let id = try #require(theatre.shell.model.list.cursor)
    func standing() throws -> [String] {
      let dossier = try #require(try theatre.casebook.dossier(id))
      return dossier.story.filter { !dossier.takenBack.contains($0.id) }.compactMap {
        if case .noteAdded(let note) = $0.body { note.text } else { nil }
      }
    }
    let before = try standing()
    for text in ["eerst", "daarna"] {
      theatre.press(.character("n"))
      theatre.type(text)
      theatre.press(.control("s"))
    }
    theatre.press(.character("u"), .character("u"))
    #expect(try standing() == before)
    let again = theatre.again()
    again.takes(.control("r"))
    #expect(try standing() == before + ["eerst"])
    again.takes(.control("r"))
    #expect(try standing() == before + ["eerst", "daarna"])
    again.takes(.control("r"))
    #expect(again.model.status?.text == Words.nothingToRedo.nl)
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
}
