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
    for text in ["een", "twee"] {
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
          if case .noteAdded = event.body { !dossier.takenBack.contains(event.id) } else { false }
        }
      }
    }
    #expect(try standing() == [true, true])
    theatre.press(.character("u"))
    #expect(try standing() == [true, false])
    theatre.press(.character("u"))
    #expect(try standing() == [false, false], "\(theatre.shell.model.status?.text ?? "")")
    theatre.press(.character("u"))
    #expect(theatre.shell.model.status?.text == Words.nothingToUndoHere.nl)
    theatre.press(.control("r"))
    #expect(try standing() == [true, false])
  }
}
