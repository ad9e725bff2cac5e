import Testing

@testable import Terminal

@Suite("Lines and boxes")
struct LineTests {
  private func drawn(_ columns: Int, _ rows: Int, _ draw: (inout Canvas) -> Void) -> String {
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    draw(&canvas)
    return canvas.text
  }

  @Test("a box has its title in the top edge")
  func box() {
    let text = drawn(16, 4) { $0.box(Rect(x: 1, y: 0, width: 14, height: 4), title: "Stand") }
    #expect(
      text == """
         ┌─ Stand ────┐
         │            │
         │            │
         └────────────┘
        """)
  }

  @Test("a long title is cut, in a narrow box left out")
  func titles() {
    #expect(
      drawn(10, 2) { $0.box(Rect(x: 0, y: 0, width: 10, height: 2), title: "Amersfoort") }.hasPrefix("┌─ Ame… ─┐"))
    #expect(drawn(6, 2) { $0.box(Rect(x: 0, y: 0, width: 6, height: 2), title: "Stand") } == "┌────┐\n└────┘")
  }

  @Test("neighbouring boxes share an edge")
  func neighbours() {
    let text = drawn(9, 5) {
      $0.box(Rect(x: 0, y: 0, width: 5, height: 3))
      $0.box(Rect(x: 4, y: 0, width: 5, height: 3))
      $0.box(Rect(x: 0, y: 2, width: 9, height: 3))
    }
    #expect(
      text == """
        ┌───┬───┐
        │   │   │
        ├───┴───┤
        │       │
        └───────┘
        """)
  }

  @Test("a line ends on the lines it meets and crosses those between")
  func crossing() {
    let text = drawn(7, 5) {
      $0.box(Rect(x: 0, y: 0, width: 7, height: 5))
      $0.vline(x: 3, y: 0, height: 5)
      $0.hline(x: 0, y: 2, width: 7)
    }
    #expect(
      text == """
        ┌──┬──┐
        │  │  │
        ├──┼──┤
        │  │  │
        └──┴──┘
        """)
  }

  @Test("drawn over a filled area a box joins nothing")
  func overlay() {
    let text = drawn(6, 3) {
      $0.hline(x: 0, y: 1, width: 6)
      let rect = Rect(x: 1, y: 0, width: 4, height: 3)
      $0.fill(rect, style: .normal)
      $0.box(rect)
    }
    #expect(text == " ┌──┐\n─│  │─\n └──┘")
  }

  @Test("in ASCII lines keep their shape")
  func ascii() {
    let canvas = drawn(4, 3) { $0.box(Rect(x: 0, y: 0, width: 4, height: 3)) }
    let letters = canvas.unicodeScalars.map { $0 == "\n" ? 0x0A : Transliteration.ascii($0.value) }
    #expect(String(letters.map { Character(Unicode.Scalar($0)!) }) == "+--+\n|  |\n+--+")
  }

  @Test("in ASCII bars grow letter by letter, and lines of dots keep their slope")
  func charts() {
    func ascii(_ text: String) -> String {
      String(text.unicodeScalars.map { Character(Unicode.Scalar(Transliteration.ascii($0.value))!) })
    }
    #expect(ascii("▁▂▃▄▅▆▇█") == "_.-=+*%#" && ascii("███▌░░│░") == "###|..|.")
    #expect(ascii("⡠⠊⠉⠑⢄⣀") == "//-\\\\_" && ascii("⣿⠒⠤⠂⢸") == "#--'|")
    #expect(ascii("╱╲╳═╌") == "/\\x=-")
  }

  @Test("in ASCII a name stays a name")
  func names() {
    func ascii(_ text: String) -> String {
      String(text.unicodeScalars.map { Character(Unicode.Scalar(Transliteration.ascii($0.value))!) })
    }
    #expect(ascii("Łukasz Żółć") == "Lukasz Zolc")
    #expect(ascii("Nguyễn Đình Gaëlle Šimić Ștefan Øster") == "Nguyen Dinh Gaelle Simic Stefan Oster")
    #expect(ascii("王") == "?")
  }
}
