import CTerminal

/// The terminal as the loop sees it: takes canvases, sends what changed.
struct Screen {
  private let theme: Theme
  private let looks: [Look]
  private let bridge: Bridge
  private let pairs: [Int32]
  private let asciiOnly: Bool
  private let options: SessionOptions
  private var shown: Canvas?
  private var shownTitle: String?
  private(set) var size: Size

  /// Opens the terminal; `close` must follow.
  init(_ options: SessionOptions) throws(TerminalFailure) {
    asciiOnly = !ct_locale_start()
    let name = SessionOptions.environment("TERM") ?? ""
    switch Int(ct_screen_open(options.reordersRightToLeft)) {
    case CT_OPENED: break
    case CT_NO_TTY: throw TerminalFailure(.noTerminal)
    case CT_NO_TERM: throw TerminalFailure(.noName)
    case CT_UNKNOWN_TERM: throw TerminalFailure(.unknown(name))
    case CT_DUMB_TERM: throw TerminalFailure(.tooPlain(name))
    default: throw TerminalFailure(.refused)
    }
    let colors = Int(ct_screen_colors())
    let chosen = options.theme ?? ThemeName.suited(colors: colors, environment: SessionOptions.environment)
    let theme = Theme(colors < 8 ? .mono : colors < 256 && chosen != .mono ? .ansi : chosen)
    let looks = Role.allCases.map { theme[$0].reduced(to: colors) }
    pairs = looks.map { look in
      ct_screen_pair(Int32(look.foreground ?? -1), Int32(look.background ?? -1))
    }
    self.theme = theme
    self.looks = looks
    bridge = Bridge(looks: looks)
    self.options = options
    size = Screen.measured()
  }

  private static func measured() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    ct_screen_measure(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Asks for the size again; the new one when it changed.
  mutating func measure() -> Size? {
    let now = Screen.measured()
    guard now != size else { return nil }
    size = now
    shown = nil
    return now
  }

  /// Forgets what the terminal shows, so that the next frame is sent whole.
  mutating func forget() {
    shown = nil
    shownTitle = nil
  }

  /// Sends the difference between the last frame and this one.
  /// - Returns: whether any row differs.
  mutating func present(_ frame: Frame) -> Bool {
    ct_screen_mouse(frame.modes.mouse)
    let canvas = frame.canvas
    var changed = 0
    for y in 0..<min(size.rows, canvas.size.rows) where send(row: y, of: canvas) { changed += 1 }
    let cursor = placed(canvas.cursor, in: canvas)
    // A few rows fit in one packet, which no line shows in halves.
    let large = changed > 8 && options.synchronizesLargeFrames
    ct_screen_flush(Int32(cursor.y), Int32(cursor.x), large, shown == nil)
    shown = canvas
    if let title = frame.title, !options.marksIdle { show(title: title) }
    return changed > 0
  }

  mutating func show(title: String) {
    guard title != shownTitle else { return }
    shownTitle = title
    ct_screen_title(TextWidth.clean(title))
  }

  // MARK: Rows

  private func send(row y: Int, of canvas: Canvas) -> Bool {
    let new = canvas.cells(ofRow: y)
    guard let shown, shown.size == canvas.size else {
      write(visual(new), columns: new.indices.count, from: 0, y: y)
      return true
    }
    let old = shown.cells(ofRow: y)
    guard var first = zip(old, new).firstDifference() else { return false }
    let (oldVisual, newVisual) = (visual(old), visual(new))
    var last = new.count - 1
    if oldVisual.count == newVisual.count {
      first = zip(oldVisual, newVisual).firstDifference() ?? new.count
      guard first < new.count else { return false }
      while last > first && oldVisual[last] == newVisual[last] { last -= 1 }
      // Never begin or end within a wide glyph, of this frame or of the last.
      while first > 0 && (newVisual[first].width == 0 || oldVisual[first].width == 0) { first -= 1 }
      while last + 1 < new.count && (newVisual[last + 1].width == 0 || oldVisual[last + 1].width == 0) { last += 1 }
    }
    write(newVisual, columns: last + 1, from: first, y: y)
    return true
  }

  private func visual(_ row: ArraySlice<Cell>) -> [Cell] {
    guard options.reordersRightToLeft, !asciiOnly, let reordered = RightToLeft.reordered(row) else {
      return Array(row)
    }
    return reordered.cells
  }

  private func write(_ row: [Cell], columns: Int, from first: Int, y: Int) {
    var glyphs: [ct_glyph] = []
    glyphs.reserveCapacity(columns - first)
    for cell in bridge.over(row)[first..<min(columns, size.columns, row.count)] where cell.width > 0 || asciiOnly {
      glyphs.append(glyph(cell))
    }
    ct_screen_put(Int32(y), Int32(first), glyphs, Int32(glyphs.count))
  }

  private func glyph(_ cell: Cell) -> ct_glyph {
    let index = Int(cell.style.role.rawValue)
    let look = looks[index]
    var attributes = 0
    if look.bold || cell.style.bold { attributes |= CT_BOLD }
    if look.dim && !cell.style.bold { attributes |= CT_DIM }
    if look.underline || cell.style.underline { attributes |= CT_UNDERLINE }
    if look.reverse != cell.style.reverse { attributes |= CT_REVERSE }
    let marks = cell.symbol.marks
    let scalars =
      asciiOnly
      ? (cell.width == 0 ? 0x20 : Transliteration.ascii(cell.symbol.base), 0, 0, 0, 0)
      : (cell.symbol.base, marks.0, marks.1, marks.2, marks.3)
    return ct_glyph(scalars: scalars, attributes: UInt32(attributes), pair: pairs[index])
  }

  private func placed(_ cursor: (x: Int, y: Int)?, in canvas: Canvas) -> (x: Int, y: Int) {
    guard let cursor, canvas.contains(cursor.x, cursor.y) else { return (-1, -1) }
    guard options.reordersRightToLeft, !asciiOnly,
      let columns = RightToLeft.reordered(canvas.cells(ofRow: cursor.y))?.columns
    else { return cursor }
    return (columns[cursor.x], cursor.y)
  }
}

extension Zip2Sequence where Sequence1.Element == Cell, Sequence2.Element == Cell {
  /// How many pairs come before the first unequal one.
  fileprivate func firstDifference() -> Int? {
    var index = 0
    for (one, other) in self {
      if one != other { return index }
      index += 1
    }
    return nil
  }
}
