import Testing

@testable import Journey

@Suite("In which language somebody is spoken to")
struct LanguageTests {
  private let arabic = Spoken(.arabic, needsInterpreter: true)
  private func spoken(_ story: Telling) -> Spoken? { story.dossier.head?.spoken }

  @Test("it is said of one or several, stays when the person changes, and is taken back and corrected as any event")
  func said() throws {
    var story = try Telling.linked()
    try story.tell(.languageSet(.init([PersonID(1)], arabic)), "2026-09-12")
    #expect(spoken(story) == arabic)
    let said = try #require(story.dossier.story.last)
    var person = try #require(story.dossier.head)
    (person.phone, person.spoken) = ("06-55512345", nil)
    try story.tell(.personChanged(.init(person)), "2026-09-13")
    #expect(spoken(story) == arabic && story.dossier.head?.phone == "06-55512345")
    let english = Spoken(.english, needsInterpreter: false)
    try story.act(.correct(said.id, .languageSet(.init([PersonID(1)], english)), on: said.day, why: "verkeerd gehoord"))
    #expect(spoken(story) == english && story.dossier.head?.phone == "06-55512345")
    try story.act(.undo(act: try #require(story.dossier.story.last?.act)))
    #expect(spoken(story) == arabic)
    try story.act(.undo(act: said.act))
    #expect(spoken(story) == nil)
  }

  @Test("a language of nobody, or of somebody who is not there, is refused at the field")
  func nobody() throws {
    var story = try Telling.linked()
    #expect(throws: Refusal.self) { try story.tell(.languageSet(.init([], arabic)), "2026-09-12") }
    #expect(throws: Refusal.self) { try story.tell(.languageSet(.init([PersonID(9)], arabic)), "2026-09-12") }
  }

  @Test("every language has a name of its own in both languages, and a code that is no other's")
  func names() {
    #expect(Set(Tongue.allCases.map(\.name.nl)).count == Tongue.allCases.count)
    #expect(Set(Tongue.allCases.map(\.name.en)).count == Tongue.allCases.count)
    #expect(Tongue.allCases.allSatisfy { $0.rawValue.count == 3 })
  }

  @Test("the sheet of the home search does not tell it, that of the move does")
  func sheets() throws {
    let sheets = Rulebook.builtIn.together.sheets
    let telling = sheets.filter { $0.fields.contains(.language) }.map(\.id)
    #expect(Set(telling) == ["match", "re-link", "eighteen", "move-in", "health"])
  }
}
