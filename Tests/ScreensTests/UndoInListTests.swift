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

  @Test("a look at numbers is nothing to take back: in a list it is what was done before it")
  func looked() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let id = try #require(theatre.shell.model.list.cursor)
    theatre.press(.character("n"))
    theatre.type("belt terug")
    theatre.press(.control("s"), .enter, .character("x"))
    #expect(try theatre.casebook.dossier(id)?.story.last?.body.kind == .numberShown)
    theatre.press(.escape, .character("u"))
    #expect(theatre.shell.model.opened == nil)
    #expect(try theatre.casebook.dossier(id)?.story.last?.body.takesBack == true, "\(theatre.said)")
  }

  @Test("what is next to be taken back stays so until it has been; what cannot be makes way for what was before it")
  func remembered() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let acts = (1...3).map { number in
      Model.LastAct(dossiers: [], act: EventID(high: 9, low: UInt64(number)), isUndo: false)
    }
    var model = theatre.shell.model
    for act in acts { model.acted(act) }
    func undo(_ act: Model.LastAct, low: UInt64) -> Model.LastAct {
      Model.LastAct(dossiers: [], act: EventID(high: 9, low: low), isUndo: true, isMany: true, of: act.act)
    }
    model.acted(undo(acts[2], low: 4))
    #expect(model.nextToTakeBack()?.act == acts[1].act && model.nextToTakeBack()?.act == acts[1].act)
    model.passOver(acts[1].act)
    #expect(model.nextToTakeBack()?.act == acts[0].act)
    #expect(model.nextToRedo()?.of == acts[2].act && model.nextToRedo()?.of == acts[2].act)
    model.acted(undo(acts[0], low: 5))
    #expect(model.nextToTakeBack() == nil)
  }
}
