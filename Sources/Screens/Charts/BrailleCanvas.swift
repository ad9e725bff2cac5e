import Terminal

/// A drawing of dots, two columns and four rows of them in a cell: fine enough for lines. A terminal without Unicode gets
/// strokes of letters for them, as it gets for boxes.
struct BrailleCanvas: Sendable {
  /// In dots.
  let width: Int
  let height: Int
  private let columns: Int
  private var bits: [UInt8]
  private var styles: [Style]

  init(columns: Int, rows: Int) {
    let (columns, rows) = (max(0, columns), max(0, rows))
    (self.columns, width, height) = (columns, columns * 2, rows * 4)
    bits = Array(repeating: 0, count: columns * rows)
    styles = Array(repeating: .normal, count: columns * rows)
  }

  // Unicode 1.1 numbers the dots down the left, down the right, and then the two of the fourth row.
  private static let dots: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// A dot; `x` from the left and `y` from the top. The cell takes the style of its last dot.
  mutating func dot(_ x: Int, _ y: Int, style: Style = .normal) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let cell = y / 4 * columns + x / 2
    bits[cell] |= Self.dots[y % 4][x % 2]
    styles[cell] = style
  }

  /// A straight line, of every dot or of every so many.
  mutating func line(
    _ x: Double, _ y: Double, to endX: Double, _ endY: Double, every pace: Int = 1, style: Style = .normal
  ) {
    func near(_ value: Double, _ size: Int) -> Double {
      value.isFinite ? min(max(value, -Double(size)), 2 * Double(size)) : 0
    }
    let (x, y, endX, endY) = (near(x, width), near(y, height), near(endX, width), near(endY, height))
    let steps = Int(max(abs(endX - x), abs(endY - y)).rounded(.up))
    for step in stride(from: 0, through: steps, by: max(1, pace)) {
      let share = steps == 0 ? 0 : Double(step) / Double(steps)
      dot(Int((x + (endX - x) * share).rounded()), Int((y + (endY - y) * share).rounded()), style: style)
    }
  }

  /// A column of dots from `top` to `bottom`; where it is light one in four, so that a line within it stands out.
  mutating func fill(_ x: Int, from top: Int, to bottom: Int, isLight: Bool = false, style: Style = .normal) {
    let (top, bottom) = (max(0, top), min(bottom, height - 1))
    guard top <= bottom else { return }
    for y in top...bottom where !isLight || (x % 2 == 0 && (y + x / 2) % 2 == 0) { dot(x, y, style: style) }
  }

  /// Lays the dots over a canvas; cells without any leave what is there.
  func draw(x: Int, y: Int, on canvas: inout Canvas) {
    for (index, bits) in bits.enumerated() where bits != 0 {
      let glyph = String(Unicode.Scalar(0x2800 + UInt32(bits))!)
      canvas.put(glyph, x: x + index % columns, y: y + index / columns, style: styles[index])
    }
  }
}
