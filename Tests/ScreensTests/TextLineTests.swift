import Terminal
import Testing

@testable import Screens

@Suite("A long text over rows")
struct TextLineTests {
  private func parts(_ text: String, _ width: Int) -> [String] {
    let line = TextLine(text)
    return line.rows(width: width).map { String(line.letters[$0]) }
  }

  @Test("breaks at blanks, and in the middle of what is too long")
  func breaks() {
    #expect(
      parts("een twee drie", 9) == ["een ", "twee ", "drie"] || parts("een twee drie", 9) == ["een twee ", "drie"])
    #expect(parts("abcdefghij", 5).joined() == "abcdefghij")
  }

  @Test("what stands there already is replaced by the first letter, and edited after any other key")
  func selected() {
    func typed(_ keys: Key...) -> String {
      var line = TextLine(selected: "utrecht")
      for key in keys { _ = line.take(key) }
      return line.text
    }
    #expect(typed(.character("z")) == "z" && typed(.character("z"), .character("e")) == "ze")
    #expect(typed(.backspace, .character("z")) == "utrechz")
    #expect(typed(.end, .character("z")) == "utrechtz" && typed(.left, .character("z")) == "utrechzt")
    #expect(!TextLine(selected: "").isSelected)
  }

  @Test("a line end begins a new row, also at the end")
  func lineEnds() { #expect(parts("een\ntwee\n", 20) == ["een", "twee", ""]) }

  @Test("no row is wider than its width, and no letter is lost", arguments: 2..<30)
  func whole(width: Int) {
    let text = "Gebeld met 王小明 over de sleutels, en-een-heel-lang-woord-zonder-einde; e\u{301} terug vrijdag"
    let line = TextLine(text)
    let rows = line.rows(width: width)
    #expect(rows.map { String(line.letters[$0]) }.joined() == text)
    for row in rows { #expect(TextWidth.of(String(line.letters[row])) <= width) }
  }
}
