import Testing

@testable import Terminal

@Suite("The clipboard")
struct ClipboardTests {
  private func way(_ environment: [String: String]) -> Clipboard { Clipboard { environment[$0] } }

  @Test("the way there is tmux, GNU screen, the terminal itself, or none")
  func ways() {
    #expect(way(["TERM": "xterm-256color"]) == .terminal)
    #expect(way(["TERM": "screen-256color", "TMUX": "/tmp/tmux,1,0"]) == .tmux)
    #expect(way(["TERM": "tmux-256color", "TMUX": ""]) == .terminal)
    #expect(way(["TERM": "screen.xterm-256color"]) == .screen)
    for term in ["linux", "vt100", "vt220", "dumb"] { #expect(way(["TERM": term]) == .none) }
  }

  @Test(
    "base64 is as RFC 4648 gives it",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"), ("~~~???", "fn5+Pz8/"),
    ])
  func base64(text: String, encoded: String) {
    #expect(String(decoding: Clipboard.base64(Array(text.utf8)), as: UTF8.self) == encoded)
  }

  @Test("GNU screen gets the same request in wrapped parts, none longer than it keeps")
  func wrapped() throws {
    let text = String(repeating: "ገብረመድህን ", count: 60)
    let whole = try #require(Clipboard.terminal.bytes(text))
    let wrapped = try #require(Clipboard.screen.bytes(text))
    let parts = String(decoding: wrapped, as: UTF8.self).split(separator: "\u{1B}\\")
    #expect(parts.count > 2)
    #expect(parts.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 256 })
    #expect(parts.map { $0.dropFirst(2) }.joined() == String(decoding: whole, as: UTF8.self))
  }

  @Test("where there is no clipboard nothing is sent, and without a screen nothing is copied")
  func none() {
    #expect(Clipboard.none.bytes("x") == nil)
    #expect(Session.copy("x") == .unable)
  }

  @Test("each outcome is said in Dutch and in English, in its own words")
  func words() {
    let outcomes: [CopyOutcome] = [.keptByTmux, .sentToTerminal, .tooLong(limit: Clipboard.limit), .unable]
    #expect(Set(outcomes.map(\.dutch) + outcomes.map(\.english)).count == 8)
    #expect(CopyOutcome.tooLong(limit: Clipboard.limit).dutch.contains("74 kB"))
  }
}
