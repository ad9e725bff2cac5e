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

  /// Finds a dossier by its number and opens it.
  private func open(_ id: String, on terminal: TerminalUnderTest) throws {
    try terminal.waitForText("Vandaag")
    try terminal.waitUntilIdle()
    try terminal.press("2")
    try terminal.press("/")
    for letter in id { try terminal.press(String(letter)) }
    try terminal.press("\r")
    try terminal.press("\r")
    try terminal.waitForText("Thuis › " + id)
  }

  @Test("an offer is recorded, refused by the household, and both are taken back")
  func offer() throws {
    let id = try #require(try place.list("fase:woning").first?.id)
    let before = try place.events(id).count
    let terminal = try TerminalUnderTest(place)
    try open(id, on: terminal)
    try terminal.press("o")
    try terminal.press("Kanaalstraat 12")
    try terminal.press("\u{13}")
    try terminal.waitForText("Woning aangeboden: Kanaal")
    #expect(try place.dossier(id)["stage"] as? String == "contract")
    try terminal.press("W")
    try terminal.press("te klein")
    try terminal.press("\u{13}")
    try terminal.waitForText("Weigering beoordelen")
    #expect(
      terminal.text.contains("Wacht vanaf vandaag op azc") || terminal.text.contains("Wacht vanaf vandaag op COA"))
    try terminal.press("u")
    try terminal.press("u")
    try terminal.waitForText("Teruggenomen: woning")
    #expect(try place.dossier(id)["stage"] as? String == "search")
    #expect(try place.events(id).count == before + 4)
    #expect(try terminal.leave() == 0)
    #expect(terminal.isRestored)
    #expect(try place.thuis("check").status == 0)
  }

  @Test("who saves on a dossier that another closed meanwhile sees both versions, and keeps what was typed")
  func conflict() throws {
    let id = try #require(try place.list("fase:woning").first?.id)
    let terminal = try TerminalUnderTest(place)
    try open(id, on: terminal)
    try terminal.press("o")
    try terminal.press("Kanaalstraat 12")
    #expect(
      try place.thuis("do", id, "close", "--outcome", "left-netherlands", "--text", "vertrokken", "--user", "l.smit")
        .status == 0)
    try terminal.press("\u{13}")
    try terminal.waitForText("intussen veranderd")
    for words in ["l.smit", "vertrokken", "Kanaalstraat 12"] { try terminal.waitForText(words) }
    try terminal.press("\r")
    try terminal.waitForText("Kanaalstraat 12")
    terminal.send("\u{1B}")
    try terminal.waitForText("weg zonder concept")
    try terminal.press("j")
    #expect(try terminal.leave() == 0)
  }

  @Test("what another process records is on the screen without a key")
  func foreign() throws {
    let id = try #require(try place.list().first?.id)
    let terminal = try TerminalUnderTest(place)
    try open(id, on: terminal)
    #expect(try place.thuis("do", id, "note", "--text", "van een ander").status == 0)
    try terminal.waitForText("van een ander")
    #expect(try terminal.leave() == 0)
  }

  @Test("a draft is there again after the program was killed")
  func draft() throws {
    let id = try #require(try place.list().first?.id)
    let killed = try TerminalUnderTest(place)
    try open(id, on: killed)
    try killed.press("n")
    for letter in "half af" { try killed.press(String(letter)) }
    kill(killed.process, SIGKILL)
    #expect(try killed.waitForExit() == 128 + SIGKILL)
    let terminal = try TerminalUnderTest(place)
    try open(id, on: terminal)
    try terminal.press("n")
    try terminal.waitForText("half af")
    try terminal.press("\u{13}")
    #expect(try place.events(id).last?["text"] as? String == "half af")
    #expect(try terminal.leave() == 0)
  }

  @Test("a long text is written in one's own editor")
  func editor() throws {
    let id = try #require(try place.list().first?.id)
    let script = place.folder.appending(path: "editor.sh").path
    try "#!/bin/sh\nprintf 'eerste regel\\ntweede regel\\n' >> \"$1\"\n".write(
      toFile: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    let terminal = try TerminalUnderTest(place, extra: ["EDITOR": script])
    try open(id, on: terminal)
    try terminal.press("n")
    try terminal.press("begin")
    try terminal.press("\u{5}")
    try terminal.waitForText("tweede regel")
    try terminal.press("\u{13}")
    #expect(try place.events(id).last?["text"] as? String == "begin\neerste regel\ntweede regel")
    #expect(try terminal.leave() == 0)
  }

  @Test(
    "an editor that does not start is named, one that leaves no text is told, and what was typed stays",
    arguments: [
      ["VISUAL": "geen-editor", "says": "Editor geen-editor start niet"], ["EDITOR": "rm", "says": "liet geen tekst"],
    ])
  func noText(wish: [String: String]) throws {
    let id = try #require(try place.list().first?.id)
    let says = try #require(wish["says"])
    let terminal = try TerminalUnderTest(place, extra: wish)
    try open(id, on: terminal)
    try terminal.press("n")
    try terminal.press("begin")
    try terminal.press("\u{5}")
    try terminal.waitForText(says)
    try terminal.press("\u{13}")
    #expect(try place.events(id).last?["text"] as? String == "begin")
    #expect(try terminal.leave() == 0)
  }

  @Test("without a terminal it says so and ends with 69")
  func noTerminal() throws {
    let result = try place.thuis("--lang", "nl")
    #expect(result.status == 69)
    #expect(result.complaint.contains("terminal"))
  }

  @Test(
    "the terminal is restored, whatever ends the program",
    arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE])
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
