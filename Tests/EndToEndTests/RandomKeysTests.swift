import Foundation
import Testing

@Suite("Any keys at a real terminal", .serialized)
struct RandomKeysTests {
  private static let keys: [String] =
    ["\r", "\t", "\u{1B}", "\u{7F}", "\u{13}", "\u{10}", "\u{12}", "\u{5}", "\u{C}", "\u{17}", "\u{6}"]
    + ["[A", "[B", "[C", "[D", "[H", "[F", "[Z", "[2~", "[3~", "[5~", "[6~", "[15~", "[20~", "OP", "[1;2A", "[1;2B"]
    .map { "\u{1B}" + $0 }
    // A click, a double click, the wheel, a paste, and what no terminal should send.
    + [
      "[<0;10;6M\u{1B}[<0;10;6m", "[<0;20;1M\u{1B}[<0;20;1m", "[<64;9;9M", "[<65;9;9M", "[200~geplakt é\u{1B}[201~",
      "[I", "[999xj",
    ]
    .map { "\u{1B}" + $0 }
    + "123456abcdefghijklmnopqrstuvwxz*-. CFGMNSUAHJKXBDRWL/?:+0éש王".map(String.init)

  @Test("after 2,000 of them, in windows of any size, the program leaves as always, and the terminal is as it was")
  func any() throws {
    let place = try Workplace()
    // So few that no half-year can be played to its end, which would take all the time.
    try place.fill(30)
    var state: UInt64 = 0x2026_1123
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    func key() -> String { Self.keys[roll(Self.keys.count)] }
    func start() throws -> TerminalUnderTest {
      let terminal = try TerminalUnderTest(place, rows: 24, columns: 80, extra: ["EDITOR": "true"])
      try terminal.waitUntilIdle()
      return terminal
    }
    var terminal = try start()
    var (sent, visits, sizes) = (0, 1, 0)
    while sent < 2_000 {
      // A few at once, as somebody types ahead; Esc last, or it would be Alt with what follows.
      var keys: [String] = []
      repeat { keys.append(key()) } while keys.count < 6 && keys.last != "\u{1B}"
      // A loss of focus always counts as dealt with; a click that only brought it back does not.
      try terminal.press(keys.joined() + (keys.last == "\u{1B}" ? "" : "\u{1B}[O"))
      sent += keys.count
      // Somebody pulls at the window: from one cell to more than any screen has, and often back to what one can work in.
      if roll(5) == 0, !terminal.isOver {
        let size = roll(2) == 0 ? (rows: 24, columns: 80) : (rows: 1 + roll(100), columns: 1 + roll(300))
        if size != terminal.size {
          try terminal.resize(rows: size.rows, columns: size.columns, orEnds: true)
          sizes += 1
        }
      }
      guard terminal.isOver else { continue }
      #expect(try terminal.waitForExit() == 0, "after \(sent) keys")
      #expect(terminal.isRestored)
      terminal = try start()
      visits += 1
    }
    // It still draws and answers.
    if terminal.size != (rows: 24, columns: 80) { try terminal.resize(rows: 24, columns: 80) }
    try terminal.press("\u{C}")
    #expect(!terminal.isOver && terminal.lines.contains { $0.contains { !$0.isWhitespace } })
    try leave(terminal)
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isRestored)
    #expect(visits < 200, "so short a visit proves little")
    #expect(sizes > 20)
    #expect(try place.thuis("check").status == 0)
  }

  /// Out of whatever is open, level by level.
  private func leave(_ terminal: TerminalUnderTest) throws {
    for _ in 0..<12 where !terminal.isOver {
      try terminal.press("\u{1B}")
      if terminal.text.contains("Weg van dit formulier?") { try terminal.press("d") }
      if terminal.text.contains("E beëindig overleg") { try terminal.press("E") }
      try terminal.press("q")
      // Whoever just went back with Esc is warned first.
      if !terminal.isOver, terminal.text.contains("nog een q stopt") { try terminal.press("q") }
    }
  }
}
