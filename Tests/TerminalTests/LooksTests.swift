import CTerminal
import Testing

@Suite("Looks on their way to the terminal")
struct LooksTests {
  private func joined(_ frame: String) -> String {
    var bytes = frame.utf8.map { CChar(bitPattern: $0) }
    let length = ct_looks_join(&bytes, bytes.count)
    return String(decoding: bytes.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test("looks that follow each other become one, and what a reset undoes is not sent")
  func together() {
    #expect(joined("a\u{1B}[0;1m\u{1B}[38;5;210mb") == "a\u{1B}[0;1;38;5;210mb")
    #expect(joined("ab\u{1B}[39;49m\u{1B}[mcd") == "ab\u{1B}[mcd")
    #expect(joined("\u{1B}[97m\u{1B}[48;5;24m\u{1B}[0;1m\u{1B}[38;5;1mé") == "\u{1B}[0;1;38;5;1mé")
  }

  @Test(
    "text, moves, half a sequence and looks of other kinds stay as they are",
    arguments: [
      "", "Zuid-Holland é漢", "\u{1B}[39ma\u{1B}[m", "\u{1B}[39m\u{1B}[4;5H\u{1B}[m", "\u{1B}[1m\u{1B}[0",
      "\u{1B}[1m\u{1B}", "\u{1B}[4:3m\u{1B}[m", "\u{1B}[?2026h\u{1B}[1m", "\u{1B}[m\u{1B}[1m",
    ])
  func others(_ frame: String) {
    #expect(joined(frame) == frame)
  }

  @Test("no sequence gets more numbers than the plainest terminals read")
  func sixteen() {
    let pair = "\u{1B}[38;5;1;48;5;2m"
    #expect(joined(pair + pair + pair) == "\u{1B}[38;5;1;48;5;2;38;5;1;48;5;2m" + pair)
  }
}
