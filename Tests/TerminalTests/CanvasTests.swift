import Chance
import Testing

@testable import Terminal

@Suite("The canvas")
struct CanvasTests {
  private func canvas(_ columns: Int, _ rows: Int) -> Canvas { Canvas(size: Size(columns: columns, rows: rows)) }

  private func roles(_ canvas: Canvas, _ y: Int) -> [Role] { canvas.cells(ofRow: y).map(\.style.role) }

  private func row(_ runs: (role: Role, cells: Int)...) -> [Role] {
    runs.flatMap { Array(repeating: $0.role, count: $0.cells) }
  }

  @Test("text is cut at the right and at the left edge")
  func edges() {
    var canvas = canvas(5, 2)
    #expect(canvas.put("abcdefg", x: 2, y: 0) == 3)
    #expect(canvas.put("abcdefg", x: -4, y: 1) == 7)
    #expect(canvas.text == "  abc\nefg")
  }

  @Test("a wide glyph that does not fit leaves a blank, never a half")
  func halfGlyphs() {
    var canvas = canvas(5, 2)
    canvas.put("a王b王", x: 0, y: 0)
    canvas.put("王王", x: -1, y: 1)
    #expect(canvas.row(0) == "a王b")
    #expect(canvas[4, 0].glyph == " ")
    #expect(canvas.row(1) == " 王")
  }

  @Test("overwriting one half of a wide glyph blanks the other")
  func overwriting() {
    var canvas = canvas(4, 1)
    canvas.put("王王", x: 0, y: 0)
    canvas.put("x", x: 1, y: 0)
    #expect(canvas.row(0) == " x王")
    canvas.put("y", x: 2, y: 0)
    #expect(canvas.row(0) == " xy")
    canvas.put("明", x: 1, y: 0)
    #expect(canvas.row(0) == " 明")
  }

  @Test("a field is padded, aligned and cut")
  func fields() {
    var canvas = canvas(12, 4)
    canvas.fill(Rect(x: 0, y: 0, width: 12, height: 4), style: .dim)
    #expect(canvas.put("ab", x: 1, y: 0, width: 5, style: .field) == 5)
    canvas.put("12", x: 1, y: 1, width: 5, style: .field, align: .right)
    canvas.put("Amersfoort", x: 1, y: 2, width: 5, style: .field)
    canvas.put("王小明", x: 1, y: 3, width: 4, style: .field)
    #expect(canvas.text == " ab\n    12\n Amer…\n 王…")
    #expect(roles(canvas, 0) == row((.dim, 1), (.field, 5), (.dim, 6)))
    #expect(roles(canvas, 3) == row((.dim, 1), (.field, 4), (.dim, 7)))
  }

  @Test("an escape sequence in a name is only text")
  func escapes() {
    var canvas = canvas(20, 1)
    canvas.put("Jan\u{1B}[2Jsen\r\nX", x: 0, y: 0)
    #expect(canvas.row(0) == "Jan␛[2Jsen  X")
  }

  @Test("marks stay on their base")
  func marks() {
    var canvas = canvas(10, 1)
    canvas.put("e\u{301}mile", x: 0, y: 0)
    #expect(canvas[0, 0].glyph.unicodeScalars.count == 2)
    #expect(canvas[1, 0].glyph == "m")
  }

  @Test("restyling keeps text and its other attributes, and wide glyphs whole")
  func restyle() {
    var canvas = canvas(6, 1)
    canvas.put("a王bc", x: 0, y: 0, style: Style(.bad, bold: true))
    canvas.restyle(Rect(x: 0, y: 0, width: 2, height: 1), role: .selected)
    #expect(roles(canvas, 0) == row((.selected, 3), (.bad, 2), (.normal, 1)))
    canvas.restyle(Rect(x: 2, y: 0, width: 2, height: 1), role: .dim)
    #expect(roles(canvas, 0) == row((.selected, 3), (.dim, 1), (.bad, 1), (.normal, 1)))
    #expect(canvas.cells(ofRow: 0).map(\.style.bold) == [true, true, true, true, true, false])
    #expect(canvas.row(0) == "a王bc")
  }

  @Test("another canvas is laid over it, cut at the edges")
  func laying() {
    var canvas = canvas(4, 2)
    var other = self.canvas(3, 1)
    other.put("x王", x: 0, y: 0)
    canvas.draw(other, x: 2, y: 1)
    #expect(canvas.text == "\n  x")
    canvas.draw(other, x: -1, y: 0)
    #expect(canvas.text == "王\n  x")
  }

  @Test("coordinates without sense draw nothing and crash nothing")
  func nonsense() {
    var canvas = canvas(3, 3)
    for value in [Int.min, -1, Int.max] {
      canvas.put("abc", x: value, y: value, width: Int.max)
      canvas.put("abc", x: value, y: 0, width: value)
      canvas.fill(Rect(x: value, y: value, width: value, height: value), style: .bad)
      canvas.box(Rect(x: value, y: value, width: Int.max, height: Int.max), title: "x")
      canvas.hline(x: value, y: value, width: Int.max)
      canvas.vline(x: value, y: value, height: Int.max)
    }
    canvas.put("ok", x: 0, y: 0, width: Int.max, style: .good)
    #expect(canvas.row(0) == "ok")
    #expect(Canvas(size: Size(columns: -5, rows: 0)).text == "")
  }

  @Test("random drawing never leaves half a glyph, at any size", arguments: 0..<60)
  func property(seed: Int) {
    var random = Chance(seed: UInt64(seed))
    let fixed = [(1, 1), (80, 24), (120, 40), (40, 10), (250, 80), (2, 1), (0, 3)]
    let (columns, rows) =
      seed < fixed.count
      ? fixed[seed] : (Int.random(in: 1...250, using: &random), Int.random(in: 1...80, using: &random))
    var canvas = canvas(columns, rows)
    func anywhere() -> Int { Int.random(in: -20...270, using: &random) }
    for _ in 0..<200 {
      let rect = Rect(x: anywhere(), y: anywhere() / 3, width: anywhere() / 2, height: anywhere() / 4)
      switch Int.random(in: 0..<7, using: &random) {
      case 0: canvas.fill(rect, style: .dim)
      case 1: canvas.restyle(rect, role: Role.allCases.randomElement(using: &random)!)
      case 2: canvas.box(rect, title: randomText(&random))
      case 3: canvas.hline(x: rect.x, y: rect.y, width: rect.width)
      case 4: canvas.vline(x: rect.x, y: rect.y, height: rect.height)
      case 5: canvas.put(randomText(&random), x: rect.x, y: rect.y, width: rect.width, align: .center)
      default: canvas.put(randomText(&random), x: rect.x, y: rect.y)
      }
    }
    for y in 0..<rows {
      let row = Array(canvas.cells(ofRow: y))
      #expect(row.count == columns)
      for (x, cell) in row.enumerated() {
        let next = x + 1 < columns ? row[x + 1] : nil
        if cell.width == 2 { #expect(next?.width == 0, "half a glyph at \(x), \(y)") }
        if cell.width != 2 { #expect(next?.width != 0, "a right half alone at \(x + 1), \(y)") }
        #expect(cell.width > 0 || x > 0)
        #expect(TextWidth.of(cell.glyph) == cell.width)
      }
      #expect(TextWidth.of(canvas.row(y)) <= columns)
    }
  }
}
