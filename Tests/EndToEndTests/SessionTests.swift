import Foundation
import Glibc
import Testing

@Suite("A caseworker at the terminal", .serialized)
struct SessionTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  @Test("open, filter, open a dossier, write a note, undo it, quit: the terminal is as it was")
  func aVisit() throws {
    let (id, name) = try #require(try place.list().first)
    let before = try place.events(id).count
    let terminal = try TerminalUnderTest(place)
    try terminal.waitForText("Vandaag")
    try terminal.waitUntilIdle()
    try terminal.press("2")
    try terminal.press("/")
    for letter in id { try terminal.press(String(letter)) }
    try terminal.press("\r")
    try terminal.waitForText(name.split(separator: ",").first.map(String.init) ?? name)
    try terminal.press("\r")
    try terminal.waitForText(id)
    try terminal.press("n")
    try terminal.press("Gebeld met Mitros")
    try terminal.press("\u{13}")
    try terminal.waitForText("Gebeld met Mitros")
    #expect(try place.events(id).count == before + 1)
    try terminal.press("u")
    let events = try place.events(id)
    #expect(events.count == before + 2)
    #expect(events.dropLast().last?["takenBack"] as? Bool == true)
    terminal.send("\u{1B}")
    try terminal.waitUntilIdle()
    #expect(try terminal.leave() == 0)
    #expect(terminal.isRestored)
  }

  @Test("the terminal is restored, whatever ends the program", arguments: [SIGTERM, SIGHUP])
  func restored(signal: Int32) throws {
    let terminal = try TerminalUnderTest(place)
    try terminal.waitUntilIdle()
    kill(terminal.process, signal)
    #expect(try terminal.waitForExit() == 128 + signal)
    #expect(terminal.isRestored)
  }

  @Test("every size has its screen", arguments: [(24, 80), (70, 240), (10, 40)])
  func sizes(rows: Int, columns: Int) throws {
    let terminal = try TerminalUnderTest(place)
    try terminal.waitUntilIdle()
    try terminal.resize(rows: rows, columns: columns)
    let isBlank = terminal.text.allSatisfy(\.isWhitespace)
    #expect(!isBlank)
    try terminal.resize(rows: 30, columns: 100)
    #expect(terminal.text.contains("Vandaag"))
  }

  @Test("a name with escape sequences does not reach the terminal")
  func hostileText() throws {
    let id = try #require(try place.list().first?.id)
    try place.thuis("do", id, "note", "--text", "kleur \u{1B}[31mrood \u{1B}]0;titel\u{7}")
    let shown = try place.thuis("show", id).output
    #expect(shown.contains("rood"))
    #expect(!shown.contains("\u{1B}"))
  }
}
