/// A screen as a value. Everything drawn is cut at its edges, at any size, so drawing cannot fail; what it holds
/// can be compared with text in a test.
public struct Canvas: Sendable {
  public let size: Size
  /// Where the terminal's own cursor stands; `nil` hides it.
  public var cursor: (x: Int, y: Int)?
  /// What can be pointed at; the later lies on top.
  public private(set) var zones: [Zone] = []
  private var cells: [Cell]

  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell there; a blank outside.
  public subscript(x: Int, y: Int) -> Cell {
    contains(x, y) ? cells[y * size.columns + x] : .blank
  }

  func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && y >= 0 && x < size.columns && y < size.rows
  }

  func cells(ofRow y: Int) -> ArraySlice<Cell> {
    guard y >= 0 && y < size.rows else { return [] }
    return cells[(y * size.columns)..<((y + 1) * size.columns)]
  }

  // MARK: Writing

  /// Writes text in one row from column `x`, cut at the edges.
  ///
  /// Control characters become pictures of themselves and line ends blanks; a wide glyph that would be cut in half
  /// leaves a blank. With a `width` the field is filled: padded with blanks by `align`, or cut with "…".
  /// - Returns: columns used, up to the right edge.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, width: Int? = nil, style: Style = .normal, align: Align = .left
  ) -> Int {
    let start = Rect.near(x)
    let end: Int
    if let width {
      end = putField(text, x: start, y: y, width: max(0, Rect.near(width)), style: style, align: align)
    } else {
      end = putGlyphs(text, x: start, y: y, limit: Rect.farthest, style: style)
    }
    if end > 0 && contains(max(0, start), y) { cells[y * size.columns + max(0, start)].startsText = true }
    return max(0, min(end, size.columns) - start)
  }

  private mutating func putField(
    _ text: String, x: Int, y: Int, width: Int, style: Style, align: Align
  ) -> Int {
    let columns = TextWidth.of(text)
    let end = x + width
    var at = x
    if columns <= width {
      at += align.lead(of: width - columns)
      putBlanks(from: x, to: at, y: y, style: style)
      at = putGlyphs(text, x: at, y: y, limit: end, style: style)
    } else if width > 0 {
      at = putGlyphs(text, x: x, y: y, limit: end - 1, style: style)
      place(.ellipsis, x: at, y: y, style: style)
      at += 1
    }
    putBlanks(from: at, to: end, y: y, style: style)
    return end
  }

  private mutating func putBlanks(from start: Int, to end: Int, y: Int, style: Style) {
    let first = max(0, start)
    let last = min(end, size.columns)
    guard first < last else { return }
    for x in first..<last { place(.blank, x: x, y: y, style: style) }
  }

  /// Whole glyphs that end before `limit`; returns the column after the last.
  private mutating func putGlyphs(_ text: String, x: Int, y: Int, limit: Int, style: Style) -> Int {
    var at = x
    for glyph in GlyphReader(text) {
      let next = at + Int(glyph.width)
      if next > limit { break }
      if at < size.columns { place(glyph, x: at, y: y, style: style) }
      at = next
      if at >= size.columns && limit == Rect.farthest { break }
    }
    return at
  }

  /// The primitive all drawing goes through: keeps wide glyphs whole, ignores what is outside.
  mutating func place(_ glyph: Glyph, x: Int, y: Int, style: Style) {
    guard y >= 0 && y < size.rows else { return }
    if glyph.width == 2 && (x < 0 || x + 1 >= size.columns) {
      if contains(x, y) { place(.blank, x: x, y: y, style: style) }
      if contains(x + 1, y) { place(.blank, x: x + 1, y: y, style: style) }
      return
    }
    guard x >= 0 && x < size.columns else { return }
    let at = y * size.columns + x
    breakGlyph(at)
    cells[at] = Cell(glyph, style: style)
    if glyph.width == 2 {
      breakGlyph(at + 1)
      cells[at + 1] = Cell(.continuation, style: style)
    }
  }

  /// Before a cell is overwritten, the other half of a wide glyph there becomes a blank.
  private mutating func breakGlyph(_ at: Int) {
    switch cells[at].symbol.width {
    case 0: cells[at - 1].symbol = .blank
    case 2: cells[at + 1].symbol = .blank
    default: return
    }
  }

  // MARK: Areas

  /// Whoever points into this area means `tag`.
  public mutating func mark(_ rect: Rect, tag: Int) { zones.append(Zone(rect: rect, tag: tag)) }

  /// Blanks in that style.
  public mutating func fill(_ rect: Rect, style: Style) {
    let area = rect.intersection(size.rect)
    for y in area.y..<area.endY {
      for x in area.x..<area.endX { place(.blank, x: x, y: y, style: style) }
    }
  }

  /// Gives what is there another role: the selected row, for instance. A wide glyph is restyled as a whole when
  /// its left half is inside.
  public mutating func restyle(_ rect: Rect, role: Role) {
    let area = rect.intersection(size.rect)
    for y in area.y..<area.endY {
      for x in area.x..<area.endX {
        let at = y * size.columns + x
        guard cells[at].symbol.width > 0 else { continue }
        cells[at].style.role = role
        if cells[at].symbol.width == 2 { cells[at + 1].style.role = role }
      }
    }
  }

  /// Lays another canvas over this one with its top left corner at `x`, `y`.
  public mutating func draw(_ other: Canvas, x: Int, y: Int) {
    let corner = (x: Rect.near(x), y: Rect.near(y))
    for row in 0..<other.size.rows {
      for column in 0..<other.size.columns {
        let cell = other[column, row]
        guard cell.symbol.width > 0 else { continue }
        place(cell.symbol, x: corner.x + column, y: corner.y + row, style: cell.style)
        if cell.startsText && contains(corner.x + column, corner.y + row) {
          cells[(corner.y + row) * size.columns + corner.x + column].startsText = true
        }
      }
    }
  }
}

extension Canvas: Equatable {
  public static func == (one: Canvas, other: Canvas) -> Bool {
    one.size == other.size && one.cells == other.cells && one.cursor?.x == other.cursor?.x
      && one.cursor?.y == other.cursor?.y
  }
}
