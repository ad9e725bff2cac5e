import Journey
import Terminal
import Testing

@testable import Screens

// What a form says of a day as it was typed.
extension FormTests {
  @Test("a day without its year that is read as one of last year says so, in its field and when it was left")
  func lastYear() throws {
    try stage { theatre in
      theatre.press(.enter, .character("n"))
      theatre.type("gebeld")
      theatre.go(to: "day")
      theatre.type("30-11")
      #expect(theatre.frame(size).text.contains("= zo 30 nov 2025 · ! bijna een jaar geleden"))
      theatre.press(.tab)
      #expect(theatre.frame(size).text.contains("! bijna een jaar geleden: zo 30 nov 2025"))
      theatre.press(.backTab, .control("u"))
      theatre.type("20-11")
      #expect(!theatre.frame(size).text.contains("jaar geleden"))
      #expect(theatre.frame(size).text.contains("= vr 20 nov 2026"))
    }
  }

  @Test("a form that does not fit says on its edges how many fields there are above and below")
  func beyondView() throws {
    try stage { theatre in
      let small = Size(columns: 60, rows: 16)
      _ = theatre.frame(small)
      theatre.press(.character("2"), .character("N"))
      func edges(_ size: Size) -> [Substring] {
        theatre.frame(size).text.split(separator: "\n").filter { $0.contains("─") }
      }
      #expect(edges(small).contains { $0.contains("─ ↓ 4 velden ─") }, "\(edges(small))")
      for _ in 0..<20 where theatre.shell.model.form?.isOnSave == false { theatre.press(.tab) }
      #expect(edges(small).contains { $0.contains("─ ↑ 6 velden ─") }, "\(edges(small))")
      #expect(!edges(small).contains { $0.contains(" ↓ ") })
      let whole = edges(size)
      #expect(!whole.contains { $0.contains(" ↑ ") || $0.contains(" ↓ ") }, "where all of it fits nothing is said")
    }
  }

  @Test("a date of birth says what it is read as, as far as it is known", arguments: ["apr 1987", "3-4-1987", "1987"])
  func birth(typed: String) throws {
    try stage { theatre in
      theatre.press(.character("2"), .character("N"))
      theatre.go(to: "birth")
      theatre.type(typed)
      let read = try #require(["apr 1987": "= apr 1987", "3-4-1987": "= vr 3 apr 1987", "1987": "= 1987"][typed])
      #expect(theatre.frame(size).text.contains(read))
    }
  }
}
