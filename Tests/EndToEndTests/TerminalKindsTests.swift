import Foundation
import Glibc
import Testing

@Suite("Terminals, locales and sizes", .serialized)
struct TerminalKindsTests {
  let place: Workplace
  let name: String

  init() throws {
    place = try Workplace()
    try place.fill(12)
    name = try #require(try place.list().first?.name)
  }

  private func start(_ changes: [String: String?], rows: Int = 30) throws -> TerminalUnderTest {
    var environment = place.environment
    for (key, value) in changes { environment[key] = value }
    return try TerminalUnderTest(Binary.path, environment: environment, rows: rows)
  }

  @Test(
    "each has a readable first screen, a key that works, and is restored",
    arguments: [
      "linux", "xterm", "xterm-256color", "screen", "screen-256color", "tmux", "tmux-256color", "vt100", "rxvt",
    ])
  func kinds(term: String) throws {
    let terminal = try start(["TERM": term])
    try terminal.waitForText(name)
    terminal.send("?")
    try terminal.waitForText("Hulp: wat hier kan")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 130)
    #expect(terminal.leftOn == [])
  }

  @Test(
    "in eight colours, and without any, nothing is written in black: text has the terminal's own colour",
    arguments: [
      ["TERM": "linux"], ["TERM": "xterm"], ["TERM": "screen"], ["TERM": "tmux"], ["TERM": "rxvt"], ["TERM": "vt100"],
      ["TERM": "linux", "NO_COLOR": "1"], ["TERM": "xterm", "NO_COLOR": "1"],
      ["TERM": "xterm-256color", "NO_COLOR": "1"],
    ])
  func noBlack(changes: [String: String]) throws {
    let terminal = try start(changes)
    try terminal.waitForText(name)
    terminal.send("?")
    try terminal.waitForText("Hulp: wat hier kan")
    #expect(!terminal.sent.contains(/\u{1B}\[(?:[0-9;]*;)?30(?:;[0-9;]*)?m/))
    #expect(terminal.hasColours == (changes["NO_COLOR"] == nil && changes["TERM"] != "vt100"))
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 130)
  }

  @Test("a terminal without a screen of its own is left empty: no names stay", arguments: ["linux", "vt100"])
  func leftEmpty(term: String) throws {
    let terminal = try start(["TERM": term])
    try terminal.waitForText(name)
    try terminal.waitForText("q stop")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 130)
    #expect(terminal.lines.last?.allSatisfy { $0 == " " } == true)
    #expect(!terminal.text.contains(name))
  }

  @Test(
    "a large frame goes between the marks of synchronized output, unless they are turned off", arguments: [nil, "0"])
  func synchronized(setting: String?) throws {
    let terminal = try start(["THUIS_SYNC": setting])
    try terminal.waitForText(name)
    try terminal.waitUntilIdle()
    func marks(_ mark: String) -> Int { terminal.sent.components(separatedBy: "\u{1B}[?2026" + mark).count - 1 }
    #expect((marks("h") > 0) == (setting == nil))
    #expect(marks("h") == marks("l"), "no frame is left half-way")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 130)
    #expect(terminal.leftOn == [])
  }

  @Test(
    "text from right to left is turned around and the terminal told not to; or it is the terminal's, as it was stored",
    arguments: [nil, "terminal"])
  func rightToLeft(setting: String?) throws {
    let id = try #require(try place.list().first?.id)
    #expect(try place.thuis("do", id, "note", "--text", "Zie אבג vandaag").status == 0)
    let terminal = try start(["THUIS_BIDI": setting])
    try terminal.waitForText(name)
    try terminal.waitUntilIdle()
    try terminal.press("\r")
    try terminal.waitForText(setting == nil ? "Zie גבא vandaag" : "Zie אבג vandaag")
    #expect(terminal.sent.contains("\u{1B}[8l") == (setting == nil))
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 130)
    #expect(terminal.leftOn == [])
  }

  @Test("Ctrl-C throws nothing away that is on its way to the screen, and the shell gets its own way back")
  func nothingFlushed() throws {
    let terminal = try start([:])
    try terminal.waitUntilIdle()
    #expect(!terminal.signalKeysFlush)
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 130)
    #expect(terminal.signalKeysFlush)
  }

  @Test(
    "one newer than this machine is served as the common terminal it resembles",
    arguments: ["xterm-ghostty", "xterm-kitty", "alacritty", "foot", "wezterm", "tmux-direct"])
  func newer(term: String) throws {
    let terminal = try start(["TERM": term])
    try terminal.waitForText(name)
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 130)
    #expect(terminal.leftOn == [])
  }

  @Test("one that cannot do it, or that nobody knows, is refused in words", arguments: ["dumb", "wyse99", "", nil])
  func refused(term: String?) throws {
    let terminal = try start(["TERM": term])
    #expect(try terminal.waitForExit() == 69)
    #expect(terminal.text.contains("TERM"))
    if let term, !term.isEmpty { #expect(terminal.text.contains("TERM=" + term)) }
    #expect(terminal.leftOn == [])
    #expect(!terminal.sent.contains("\u{1B}"))
  }

  @Test(
    "names stay readable in any locale",
    arguments: [["LC_ALL": "C"], ["LC_ALL": "xx_YY.UTF-8"], ["LC_ALL": "POSIX", "LANG": "nl_NL"], ["LC_ALL": ""]])
  func locales(changes: [String: String]) throws {
    let id = try #require(try place.list().first?.id)
    #expect(try place.thuis("do", id, "note", "--text", "Łukasz Żółć, 王小明").status == 0)
    let terminal = try start(changes)
    try terminal.waitForText(name)
    try terminal.waitUntilIdle()
    try terminal.press("\r")
    try terminal.waitForText("Łukasz Żółć, 王小明")
  }

  @Test("with nothing in the environment but the terminal's name it starts and is readable")
  func emptyEnvironment() throws {
    let terminal = try TerminalUnderTest(
      Binary.path, ["--casebook", place.casebook], environment: ["TERM": "xterm"])
    try terminal.waitForText("Vandaag")
    try terminal.waitForText("│")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 130)
    #expect(terminal.leftOn == [])
  }

  @Test(
    "any size it is pulled to, down to one cell, is drawn, and the screen is the same again after",
    arguments: [(1, 1), (2, 2), (3, 10), (15, 59), (16, 60), (24, 80), (60, 200), (100, 300)])
  func sizes(rows: Int, columns: Int) throws {
    let terminal = try start([:])
    try terminal.waitForText(name)
    try terminal.waitUntilIdle()
    try terminal.press("\u{C}")
    let before = terminal.text
    try terminal.resize(rows: rows, columns: columns)
    #expect(terminal.lines.contains { $0.contains { !$0.isWhitespace } })
    try terminal.press("\u{C}")
    try terminal.resize(rows: 30, columns: 100)
    #expect(terminal.text == before)
    #expect(try terminal.leave() == 0)
    #expect(terminal.leftOn == [])
  }

  @Test("Ctrl-Z and fg bring back the same screen")
  func suspended() throws {
    let script = "set -m; \"$@\"; echo gestopt; read; fg; echo geeindigd $?"
    let terminal = try TerminalUnderTest(
      "/bin/bash", ["-c", script, "shell", Binary.path], environment: place.environment)
    try terminal.waitForText(name)
    try terminal.waitUntilIdle()
    let before = terminal.text
    terminal.send("\u{1A}")
    try terminal.waitForText("gestopt")
    #expect(terminal.leftOn == [])
    terminal.send("\r")
    try terminal.waitForText(name)
    try terminal.press("\u{C}")
    #expect(terminal.text == before)
    terminal.send("\u{3}")
    try terminal.waitForText("geeindigd 130")
    #expect(terminal.leftOn == [])
  }
}
