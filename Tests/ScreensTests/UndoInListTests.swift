import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Undo in a list")
struct UndoInListTests {
  @Test(
    "takes back what was done last, then what was done before that in another dossier; at last there is nothing left")
  func several() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"))
    var noted: [DossierID] = []
    let texts = ["een", "twee"]
    for text in texts {
      noted.append(try #require(theatre.shell.model.list.cursor))
      theatre.press(.character("n"))
      theatre.type(text)
      theatre.press(.control("s"), .down)
    }
    #expect(Set(noted).count == 2)
    func standing() throws -> [Bool] {
      try noted.map { id in
        let dossier = try #require(try theatre.casebook.dossier(id))
        return dossier.story.contains { event in
          guard case .noteAdded(let note) = event.body, texts.contains(note.text) else { return false }
          return !dossier.takenBack.contains(event.id)
        }
      }
    }
    #expect(try standing() == [true, true])
    theatre.press(.character("u"))
    #expect(try standing() == [true, false])
    theatre.press(.character("u"))
    #expect(try standing() == [false, false])
    theatre.press(.character("u"))
    #expect(theatre.shell.model.status?.text == Words.nothingToUndoHere.nl)
    theatre.press(.control("r"))
    #expect(try standing() == [true, false])
    theatre.press(.control("r"))
    #expect(try standing() == [true, true], "as many as were taken back")
    theatre.press(.character("u"))
    #expect(try standing() == [true, false])
  }
}
