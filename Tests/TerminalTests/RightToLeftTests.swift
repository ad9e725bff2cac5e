import Chance
import Testing

@testable import Terminal

@Suite("Right-to-left text")
struct RightToLeftTests {
  private func shown(_ draw: (inout Canvas) -> Void) -> String {
    var canvas = Canvas(size: Size(columns: 30, rows: 1))
    draw(&canvas)
    let row = canvas.cells(ofRow: 0)
    let cells = RightToLeft.reordered(row)?.cells ?? Array(row)
    var text = ""
    for cell in cells { cell.symbol.append(to: &text) }
    while text.last == " " { text.removeLast() }
    return text
  }

  @Test("a row without it is left alone")
  func plain() {
    var canvas = Canvas(size: Size(columns: 10, rows: 1))
    canvas.put("王 ገብረ a1", x: 0, y: 0)
    #expect(RightToLeft.reordered(canvas.cells(ofRow: 0)) == nil)
  }

  @Test("a name is turned around where it stands, the text around it is not")
  func name() {
    #expect(shown { $0.put("voor אבג דה, nu", x: 0, y: 0) } == "voor הד גבא, nu")
  }

  @Test("columns keep their places, also side by side")
  func columns() {
    let row = shown {
      $0.put("אבג", x: 0, y: 0, width: 5)
      $0.put("דה", x: 5, y: 0, width: 5)
      $0.put("│", x: 10, y: 0, style: .border)
      $0.put("וז", x: 11, y: 0)
    }
    #expect(row == "גבא  הד   │זו")
  }

  @Test("a number after a name stands left of it, its digits in order; a date stays whole")
  func numbers() {
    #expect(shown { $0.put("אב 12", x: 0, y: 0) } == "12 בא")
    #expect(shown { $0.put("אב 23-11-2026 ג", x: 0, y: 0) } == "ג 23-11-2026 בא")
    #expect(shown { $0.put("12 אב", x: 0, y: 0) } == "12 בא")
  }

  @Test("brackets within a name still open and close it")
  func brackets() {
    #expect(shown { $0.put("א(ב)ג", x: 0, y: 0) } == "ג(ב)א")
  }

  @Test("the cursor knows where its cell went")
  func cursor() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    canvas.put("x אבג y", x: 0, y: 0)
    #expect(RightToLeft.reordered(canvas.cells(ofRow: 0))?.columns == [0, 1, 4, 3, 2, 5, 6, 7])
  }

  @Test("every cell is shown exactly once, wide glyphs whole", arguments: 0..<30)
  func property(seed: Int) {
    var random = Chance(seed: UInt64(seed))
    var canvas = Canvas(size: Size(columns: 60, rows: 1))
    for _ in 0..<6 { canvas.put(randomText(&random) + "אב", x: Int.random(in: -3...58, using: &random), y: 0) }
    let row = canvas.cells(ofRow: 0)
    guard let (cells, columns) = RightToLeft.reordered(row) else { return }
    #expect(cells.count == 60)
    #expect(columns.sorted() == Array(0..<60))
    for (x, cell) in cells.enumerated() where cell.width == 2 { #expect(cells[x + 1].width == 0) }
  }
}
