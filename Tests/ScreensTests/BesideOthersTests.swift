import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

// Somebody else writes on the same casebook.
extension ShellTests {
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

  @Test("with more news than fits one scrolls to what one typed and how to go on, and the edge says where one is")
  func longConflict() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let blocker = Rulebook.builtIn.blockers[1]
    theatre.press(.enter, .character("b"))
    theatre.type(blocker.name.nl)
    for number in 1...15 { theatre.another(.noteAdded(.init("bericht \(number)"))) }
    theatre.another(.blockerRaised(.init(blocker.code, "al gezien")))
    theatre.press(.control("s"))
    let size = Size(columns: 80, rows: 24)
    let first = theatre.frame(size).text
    #expect(first.contains("bericht 1") && !first.contains("U typte"))
    #expect(first.contains(" 1–17 / "))
    #expect(first.contains("schuif"))
    theatre.press(.end)
    let last = theatre.frame(size).text
    #expect(last.contains("U typte") && last.contains("Wat u typte is bewaard."))
    theatre.press(.up, .pageUp, .pageUp, .home)
    #expect(theatre.frame(size).text == first)
    theatre.press(.pageDown, .pageDown, .down)
    #expect(theatre.frame(size).text == last)
    theatre.press(.enter)
    #expect(theatre.shell.model.overlay == nil && theatre.shell.model.form?.lines["blocker"]?.text == blocker.name.nl)
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
}
