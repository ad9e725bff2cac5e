import Foundation
import Testing

/// What a key costs on the line, at 160 columns and 50 rows. A slow line carries some 10 kB a second.
@Suite("Bytes per key", .serialized)
struct BytesTests {
  let place: Workplace
  let terminal: TerminalUnderTest

  init() throws {
    place = try Workplace()
    try place.fill(120)
    terminal = try TerminalUnderTest(place, rows: 50, columns: 160)
    try terminal.waitForText("Vandaag")
    try terminal.waitUntilIdle()
  }

  /// Bytes that came for each key, without the idle mark, which only tests ask for.
  private func cost(_ key: String, times: Int) throws -> [Int] {
    try (0..<times).map { _ in
      let before = terminal.sent.utf8.count
      try terminal.press(key)
      let new = String(decoding: terminal.sent.utf8.dropFirst(before), as: UTF8.self)
      return new.replacing(/\u{1B}\]2;[^\u{1B}]*\u{1B}\\/, with: "").utf8.count
    }
  }

  @Test("a step of the cursor is a few hundred, a page less than ten thousand")
  func steps() throws {
    let down = "\u{1B}OB"
    let today = try cost(down, times: 8)
    #expect(today.allSatisfy { $0 > 0 && $0 <= 700 }, "\(today)")
    try terminal.press("2")
    try terminal.waitForText("Huishouden")
    let list = try cost(down, times: 8)
    #expect(list.allSatisfy { $0 > 0 && $0 <= 200 }, "\(list)")
    let page = try cost("\u{1B}[6~", times: 1)
    #expect(page.allSatisfy { $0 > 2000 && $0 <= 9000 }, "\(page)")
  }
}
