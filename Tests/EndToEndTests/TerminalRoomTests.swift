import Foundation
import Glibc
import Testing

/// What belongs to the terminal alone, on a program that shows whatever reaches it.
@Suite("The terminal's room", .serialized)
struct TerminalRoomTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  private func mirror(_ arguments: String..., extra: [String: String] = [:]) throws -> TerminalUnderTest {
    let terminal = try TerminalUnderTest(
      Binary.mirror, arguments, environment: place.environment.merging(extra) { $1 })
    try terminal.waitUntilIdle()
    return terminal
  }

  // MARK: Mouse

  @Test("the mouse is on and off as the frame says, at once")
  func mouse() throws {
    let terminal = try mirror()
    #expect(!terminal.isOn(1002))
    try terminal.press("m")
    #expect(terminal.isOn(1002) && terminal.isOn(1006))
    #expect(terminal.text.contains("muis aan"))
    try terminal.press("m")
    #expect(!terminal.isOn(1002) && !terminal.isOn(1006))
  }

  @Test("a press, a drag, a release, the wheel and a column beyond 223 arrive as they were done")
  func pointing() throws {
    let terminal = try mirror("--mouse")
    try terminal.press("\u{1B}[<0;250;7M\u{1B}[<32;9;8M\u{1B}[<0;9;8m\u{1B}[<64;3;3M\u{1B}[<65;3;3M")
    for line in ["press left 249,6 x1", "drag left 8,7", "release left 8,7", "wheelUp none 2,2", "wheelDown none 2,2"] {
      #expect(terminal.text.contains(line), "\(line)")
    }
    try terminal.press("\u{1B}[<128;3;3M\u{1B}[<66;3;3M.")
    #expect(terminal.lines[1].hasPrefix("toets character(\".\")"))
    #expect(terminal.lines[2].hasPrefix("wheelDown"))
  }

  @Test("the second press of two on one cell says it is a double click")
  func doubleClick() throws {
    let terminal = try mirror("--mouse")
    let click = "\u{1B}[<0;5;5M\u{1B}[<0;5;5m"
    try terminal.press(click + click)
    #expect(terminal.text.contains("press left 4,4 x2"))
  }

  @Test("the click that brings the window to the front does nothing else: no press, no release")
  func focusClick() throws {
    let terminal = try mirror("--mouse")
    try terminal.press("\u{1B}[I\u{1B}[<0;5;5M\u{1B}[<0;5;5m.")
    #expect(terminal.text.contains("focus(true)"))
    #expect(!terminal.text.contains("press") && !terminal.text.contains("release"))
    try terminal.press("\u{1B}[<0;5;5M")
    #expect(terminal.text.contains("press left 4,4 x1"))
  }

  // MARK: Keys and pastes

  @Test("a paste is one input, without escapes and control characters, and no letter of it is a key")
  func paste() throws {
    let terminal = try mirror()
    try terminal.press("\u{1B}[200~q\u{1B}[2J\r\nm\u{7}\u{9B}\u{1B}[201~")
    #expect(terminal.lines[1].hasPrefix("plak \"q[2J\\nm\""))
    #expect(terminal.lines[0].hasPrefix("muis uit"))
    #expect(!terminal.text.contains("toets"))
  }

  @Test(
    "a lone Esc is Esc, an arrow and a letter with Alt are themselves, with any wait for Esc", arguments: ["0", "25"])
  func escape(delay: String) throws {
    let terminal = try mirror(extra: ["ESCDELAY": delay])
    try terminal.press("\u{1B}")
    #expect(terminal.lines[1].hasPrefix("toets escape"))
    try terminal.press("\u{1B}OB")
    #expect(terminal.lines[1].hasPrefix("toets down"))
    try terminal.press("\u{1B}x")
    #expect(terminal.lines[1].hasPrefix("toets alt(\"x\")"))
  }

  // MARK: Clipboard

  @Test("a copied text goes to the terminal as OSC 52, and the screen stays right")
  func clipboard() throws {
    let terminal = try mirror()
    try terminal.press("c")
    let bytes = Data("ŁUKASZ, 王小明 فاطمة".utf8).base64EncodedString()
    try terminal.waitUntilSent("\u{1B}]52;c;\(bytes)\u{7}")
    #expect(terminal.lines[1].hasPrefix("kopie sentToTerminal"))
    #expect(terminal.lines[2].hasPrefix("toets character(\"c\")"))
    #expect(try terminal.leave() == 0)
    #expect(terminal.isRestored)
  }

  @Test("a text that no terminal takes is not sent, and neither is any to the Linux console")
  func noClipboard() throws {
    let terminal = try mirror()
    try terminal.press("C")
    #expect(terminal.lines[1].hasPrefix("kopie tooLong(limit: 74994)"))
    #expect(!terminal.sent.contains("]52;"))
    let console = try TerminalUnderTest(
      Binary.mirror, environment: place.environment.merging(["TERM": "linux"]) { $1 })
    try console.waitForText("muis uit")
    console.send("c")
    try console.waitForText("kopie unable")
    #expect(!console.sent.contains("]52;"))
  }

  @Test("where tmux is named and cannot be reached, the text still goes to the terminal")
  func noTmux() throws {
    let terminal = try mirror(extra: ["TMUX": "/nowhere/at/all,1,0"])
    try terminal.press("c")
    #expect(terminal.lines[1].hasPrefix("kopie sentToTerminal"))
  }

  // MARK: Leaving and coming back

  @Test(
    "with the mouse on, the terminal is restored, whatever ends the program",
    arguments: [0, SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGQUIT])
  func restored(signal: Int32) throws {
    let terminal = try mirror("--mouse")
    #expect(terminal.leftOn.contains("mouse"))
    if signal == 0 {
      #expect(try terminal.leave() == 0)
    } else {
      kill(terminal.process, signal)
      #expect(try terminal.waitForExit() == 128 + signal)
    }
    #expect(terminal.leftOn == [])
  }

  /// A shell with job control that starts the program, says when it stopped, and continues it after Enter.
  private func shell(_ program: String, _ arguments: String...) throws -> TerminalUnderTest {
    let script = "set -m; \"$@\"; echo gestopt; read; fg; echo geeindigd $?"
    return try TerminalUnderTest(
      "/bin/bash", ["-c", script, "shell", program] + arguments, environment: place.environment)
  }

  @Test("Ctrl-Z gives the shell its terminal back, and fg brings back the screen, the modes and the mouse")
  func suspended() throws {
    let terminal = try shell(Binary.mirror, "--mouse")
    try terminal.waitForText("muis aan")
    try terminal.waitUntilIdle()
    terminal.send("\u{1A}")
    try terminal.waitForText("gestopt")
    #expect(terminal.leftOn == [])
    terminal.send("\r")
    try terminal.waitForText("resumed")
    try terminal.press("x")
    #expect(terminal.text.contains("muis aan"))
    #expect(!terminal.text.contains("gestopt"))
    for mode in [1049, 1002, 1006, 2004, 1004] { #expect(terminal.isOn(mode), "\(mode)") }
    terminal.send("q")
    try terminal.waitForText("geeindigd 0")
    #expect(terminal.leftOn == [])
  }

  @Test("Ctrl-L sends the screen anew after something else wrote on it")
  func garbage() throws {
    let terminal = try mirror()
    try terminal.scribble("\u{1B}[31mrommel\r\nrommel\u{1B}[10;10Hrommel")
    #expect(terminal.text.contains("rommel"))
    try terminal.press("\u{C}")
    #expect(!terminal.text.contains("rommel"))
    #expect(terminal.lines[0].hasPrefix("muis uit 100x30"))
  }

  @Test("stopped and continued from outside, it sends the screen anew")
  func stopped() throws {
    let terminal = try mirror("--mouse")
    try terminal.stopAndContinue(writing: "\u{1B}[2J\u{1B}[Hiets anders")
    #expect(terminal.text.contains("iets anders"))
    try terminal.press("x")
    #expect(terminal.lines[0].hasPrefix("muis aan 100x30"))
    #expect(!terminal.text.contains("iets anders"))
    #expect(terminal.isOn(1002))
  }
}
