// The frame as text, for tests, for pictures in the documentation, and for what a person wants to copy.

extension Canvas {
  /// The text of a row, without the blanks at its end.
  public func row(_ y: Int) -> String {
    var text = ""
    var blanks = 0
    for cell in cells(ofRow: y) where cell.symbol.width > 0 {
      if cell.symbol == .blank {
        blanks += 1
      } else {
        text += TextWidth.blanks(blanks)
        blanks = 0
        cell.symbol.append(to: &text)
      }
    }
    return text
  }

  /// All rows, with a line end after each but the last.
  public var text: String {
    (0..<size.rows).map(row).joined(separator: "\n")
  }
}
