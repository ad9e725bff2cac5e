import Terminal

/// A frame as a picture (SVG): the same canvas, the same bytes. Nothing in it comes from elsewhere, no font and no script.
struct FramePicture {
  let canvas: Canvas
  let theme: Theme

  // Pixels. A letter is as wide as most fonts have it; whole pixels, so that nothing depends on how a fraction is printed.
  private static let (cellHeight, letter, margin) = (17, 14, 12)
  private static func left(_ column: Int) -> Int { margin + column * 843 / 100 }
  private static func top(_ row: Int) -> Int { margin + row * cellHeight }
  /// The colours a terminal has of itself.
  private static let (ink, paper) = ("#d4d7d9", "#16191d")

  var svg: String {
    let (width, height) = (Self.left(canvas.size.columns) + Self.margin, Self.top(canvas.size.rows) + Self.margin)
    var elements = [
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)" height="\#(height)" viewBox="0 0 \#(width) \#(height)""#
        + #" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="\#(Self.letter)""#
        + #" fill="\#(Self.ink)" xml:space="preserve">"#,
      #"<rect width="\#(width)" height="\#(height)" rx="6" fill="\#(Self.paper)"/>"#,
    ]
    let runs = (0..<canvas.size.rows).flatMap(runs)
    elements += runs.compactMap(background)
    elements += runs.flatMap(lines)
    elements += runs.flatMap(pieces).map(text)
    return elements.joined(separator: "\n") + "\n</svg>\n"
  }

  // MARK: - Runs of one look

  private struct Run {
    var look: Look
    var x: Int
    var y: Int
    /// One a column; the right half of a wide one is empty.
    var glyphs: [String] = []

    private var ink: String { look.foreground.map(XtermColor.hex) ?? FramePicture.ink }
    private var paper: String? { look.background.map(XtermColor.hex) }
    var foreground: String { look.reverse ? paper ?? FramePicture.paper : ink }
    var background: String? { look.reverse ? ink : paper }
  }

  private func runs(ofRow y: Int) -> [Run] {
    var runs: [Run] = []
    for x in 0..<canvas.size.columns {
      let cell = canvas[x, y]
      let look = theme.look(of: cell.style)
      if runs.last?.look != look { runs.append(Run(look: look, x: x, y: y)) }
      runs[runs.count - 1].glyphs.append(cell.glyph)
    }
    return runs
  }

  private func background(_ run: Run) -> String? {
    run.background.map { colour in
      let (x, end) = (Self.left(run.x), Self.left(run.x + run.glyphs.count))
      return
        #"<rect x="\#(x)" y="\#(Self.top(run.y))" width="\#(end - x)" height="\#(Self.cellHeight)" fill="\#(colour)"/>"#
    }
  }

  // MARK: - Lines and boxes, drawn: letters would leave gaps between rows

  /// The ways in which a line leaves the middle of its cell: up, right, down, left.
  private static let arms: [String: String] = [
    "─": "rl", "│": "ud", "┌": "rd", "┐": "dl", "└": "ur", "┘": "ul", "├": "urd", "┤": "udl", "┬": "rdl", "┴": "url",
    "┼": "urdl", "╴": "l", "╵": "u", "╶": "r", "╷": "d", "━": "rl",
  ]

  /// Thin ones and heavy ones.
  private func lines(_ run: Run) -> [String] {
    [(1, false), (2, true)].compactMap { width, isHeavy -> String? in
      var path = ""
      for (index, glyph) in run.glyphs.enumerated() where (glyph == "━") == isHeavy {
        for arm in Self.arms[glyph] ?? "" { path += Self.stroke(arm, column: run.x + index, row: run.y) }
      }
      return path.isEmpty ? nil : #"<path d="\#(path)" stroke="\#(run.foreground)" stroke-width="\#(width)"/>"#
    }
  }

  private static func stroke(_ arm: Character, column: Int, row: Int) -> String {
    let (x, y) = ((left(column) + left(column + 1)) / 2, top(row) + cellHeight / 2)
    return switch arm {
    case "u": "M\(x).5 \(y).5V\(top(row))"
    case "d": "M\(x).5 \(y).5V\(top(row + 1))"
    case "r": "M\(x) \(y).5H\(left(column + 1))"
    default: "M\(x + 1) \(y).5H\(left(column))"
    }
  }

  // MARK: - Text

  /// Text between lines and wide gaps: each begins in its own column, whatever the font makes of the ones before it.
  private func pieces(_ run: Run) -> [Run] {
    var pieces: [Run] = []
    var blanks = 0
    for (index, glyph) in run.glyphs.enumerated() {
      if Self.arms[glyph] != nil {
        blanks = .max
      } else if glyph == " ", !run.look.underline {
        blanks = blanks == .max ? .max : blanks + 1
      } else {
        if pieces.isEmpty || blanks > 1 {
          pieces.append(Run(look: run.look, x: run.x + index, y: run.y))
        } else if blanks == 1 {
          pieces[pieces.count - 1].glyphs.append(" ")
        }
        pieces[pieces.count - 1].glyphs.append(glyph)
        blanks = 0
      }
    }
    return pieces
  }

  /// Stretched to its columns, so that a font of other widths keeps the grid.
  private func text(_ run: Run) -> String {
    var marks = ""
    if run.foreground != Self.ink { marks += #" fill="\#(run.foreground)""# }
    if run.look.bold { marks += #" font-weight="bold""# }
    if run.look.dim { marks += #" opacity="0.6""# }
    if run.look.underline { marks += #" text-decoration="underline""# }
    let (x, end) = (Self.left(run.x), Self.left(run.x + run.glyphs.count))
    return #"<text x="\#(x)" y="\#(Self.top(run.y) + Self.letter - 1)" textLength="\#(end - x)" "#
      + #"lengthAdjust="spacingAndGlyphs"\#(marks)>\#(Self.escaped(run.glyphs.joined()))</text>"#
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, letter in
      switch letter {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(letter)
      }
    }
  }
}
