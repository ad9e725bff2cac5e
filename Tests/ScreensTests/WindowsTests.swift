import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

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
