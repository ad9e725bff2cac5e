import Chance
import Testing

@testable import Terminal

/// Names as people have them, in the columns of a list.
@Suite("Names in columns")
struct NameColumnTests {
  static let names = [
    "AL-HADDAD, Fatima", "فاطمة الحداد", "אברהם בן דוד כהן", "ገብረመድህን ተስፋይ ሃይለ", "王小明李小龙张", "Zoe\u{308} E\u{301}milie",
    "👨‍👩‍👧‍👦 gezin", "🇪🇷 en 🇸🇾", "👋🏽 hallo", "Łukasz Żółć", "", "한국어",
  ]

  private var canvas: Canvas {
    var canvas = Canvas(size: Size(columns: 30, rows: Self.names.count))
    for (y, name) in Self.names.enumerated() {
      canvas.put(name, x: 0, y: y, width: 12, style: .strong)
      canvas.put("4", x: 13, y: y, width: 2, align: .right)
      canvas.vline(x: 16, y: y, height: 1)
      canvas.put("Woning zoeken", x: 17, y: y)
    }
    return canvas
  }

  @Test("each row is as wide as every other, and what follows the name stands in the same columns")
  func aligned() {
    for y in Self.names.indices {
      #expect(TextWidth.of(canvas.row(y)) == 30)
      let row = canvas.cells(ofRow: y)
      for cells in [Array(row), RightToLeft.reordered(row)?.cells ?? Array(row)] {
        #expect(cells.count == 30)
        #expect(cells[12...].map(\.glyph).joined() == "  4 │Woning zoeken", "\(Self.names[y])")
      }
    }
  }

  @Test("the list looks like this")
  func golden() {
    #expect(
      canvas.text == """
        AL-HADDAD, …  4 │Woning zoeken
        فاطمة الحداد  4 │Woning zoeken
        אברהם בן דו…  4 │Woning zoeken
        ገብረመድህን ተስፋ…  4 │Woning zoeken
        王小明李小…   4 │Woning zoeken
        Zoe\u{308} E\u{301}milie    4 │Woning zoeken
        👨 gezin      4 │Woning zoeken
        ER en SY      4 │Woning zoeken
        👋 hallo      4 │Woning zoeken
        Łukasz Żółć   4 │Woning zoeken
                      4 │Woning zoeken
        한국어        4 │Woning zoeken
        """)
  }

  @Test("a name cut short ends between two letters, never within one", arguments: names)
  func whole(name: String) {
    let letters = Array(TextWidth.clean(name))
    for width in 1...14 {
      let cut = TextWidth.fit(name, width: width)
      #expect(TextWidth.of(cut) == width)
      guard cut.contains("…") else { continue }
      let kept = Array(cut.prefix { $0 != "…" })
      #expect(kept == Array(letters.prefix(kept.count)), "\(width)")
    }
  }

  @Test("text of any scalars stays within its field, whole, at any size", arguments: 0..<80)
  func anything(seed: Int) {
    var random = Chance(seed: UInt64(seed) &+ 77)
    let fixed = [(1, 1), (250, 80), (2, 2), (1, 80), (250, 1), (80, 24)]
    let (columns, rows) =
      seed < fixed.count
      ? fixed[seed] : (Int.random(in: 1...250, using: &random), Int.random(in: 1...80, using: &random))
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    canvas.fill(canvas.size.rect, style: .dim)
    let x = Int.random(in: -10...(columns + 5), using: &random)
    let y = Int.random(in: -2...(rows + 2), using: &random)
    let width = Int.random(in: 0...(columns + 10), using: &random)
    let style = Style(.bad, underline: true)
    for align in [Align.left, .center, .right] {
      canvas.put(anyText(&random), x: x, y: y, width: width, style: style, align: align)
    }
    let field = Rect(x: x, y: y, width: width, height: 1)
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = canvas[column, row]
        let inside = field.contains(x: column, y: row)
        #expect((cell.style == style) == inside, "\(column), \(row)")
        if !inside { #expect(cell.symbol == .blank) }
        if cell.width == 2 { #expect(canvas[column + 1, row].width == 0 && field.contains(x: column + 1, y: row)) }
        if cell.width == 0 { #expect(column > 0 && canvas[column - 1, row].width == 2) }
      }
    }
  }

  private func anyText(_ random: inout Chance) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...300, using: &random) {
      let limit: UInt32 = [0xFF, 0x3000, 0x10FFFF, 0x1FFFF].randomElement(using: &random)!
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) { text.append(scalar) }
    }
    return String(text)
  }
}
