import Terminal

// Bars finer than a cell: block characters of one to eight eighths.

extension Canvas {
  private static let upward = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let rightward = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

  /// One of eight signs, from almost empty (1) to full (8).
  static func level(_ eighths: Int) -> String { upward[min(max(eighths, 1), 8) - 1] }

  /// A bar that stands on the row `floor`, so many columns wide and eighths of a row high.
  mutating func putColumn(x: Int, width: Int, floor: Int, eighths: Int, style: Style) {
    for (row, left) in stride(from: eighths, to: 0, by: -8).enumerated() {
      for column in x..<x + max(0, width) {
        put(Self.level(left), x: column, y: floor - row, style: style)
      }
    }
  }

  /// A bar that lies in a row from `x` on, so many eighths of a column long.
  mutating func putBar(x: Int, y: Int, eighths: Int, style: Style) {
    for (column, left) in stride(from: eighths, to: 0, by: -8).enumerated() {
      put(Self.rightward[min(left, 8) - 1], x: x + column, y: y, style: style)
    }
  }
}
