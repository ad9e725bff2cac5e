import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

// The palette leads to households, areas and acts by what one types.
extension ShellTests {
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
    let (theatre, english) = (try Theatre(), try Theatre(.en))
    defer {
      theatre.close()
      english.close()
    }
    func found(_ typed: String, _ theatre: Theatre) -> [Binding] {
      theatre.press(.character(":"))
      theatre.type(typed)
      defer { theatre.press(.escape) }
      guard case .palette(let palette)? = theatre.shell.model.overlay else { return [] }
      return palette.found(theatre.shell.model.language)
    }
    func found(_ typed: String) -> [Binding] { found(typed, theatre) }
    for sentence in ["change area zeist", "change zeist"] {
      #expect(found(sentence, english).first?.verb == .area(.municipality("GM0355")), "\(sentence)")
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
}
