/// One cell of a canvas.
public struct Cell: Hashable, Sendable {
  var symbol: Glyph
  public var style: Style
  /// The first cell of one piece of text: right-to-left text is never reordered across it.
  var startsText = false

  init(_ symbol: Glyph, style: Style) {
    self.symbol = symbol
    self.style = style
  }

  /// The base and its marks; empty for the right half of a wide glyph.
  public var glyph: String { symbol.text }
  /// Columns: 1, or 2 with the next cell as its right half; 0 for such a half.
  public var width: Int { Int(symbol.width) }

  static let blank = Cell(.blank, style: .normal)
}
