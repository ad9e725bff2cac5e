import Journey
import Terminal

/// Labels and what they say, in a frame in the middle.
struct TextView {
  let model: Model
  let text: TextState

  private var columns: Int { min(84, model.size.columns - 4) }
  private var label: Int { min(20, text.lines.map { TextWidth.of($0.label) }.max() ?? 0) }

  /// Wrapped, with the label on the first row of each.
  private var rows: [(String, String)] {
    let width = max(8, columns - 5 - (label == 0 ? 0 : label + 1))
    return text.lines.flatMap { line in
      TextWidth.wrap(line.text, width: width).enumerated().map { ($0 == 0 ? line.label : "", $1) }
    }
  }

  /// The last row that can stand on top.
  var last: Int { max(0, rows.count - max(0, min(rows.count + 4, model.room.rows - 3) - 4)) }

  func draw(on canvas: inout Canvas) {
    let (rows, label) = (rows, label)
    let width = max(8, columns - 5 - (label == 0 ? 0 : label + 1))
    let frame = model.room.rect.centered(Size(columns: columns, rows: min(rows.count + 4, model.room.rows - 3)))
    canvas.fill(frame, style: .normal)
    canvas.box(frame, title: text.title, style: .borderFocused)
    let inside = frame.inset(2, 2)
    let top = max(0, min(text.top, rows.count - inside.height))
    canvas.cursor = (inside.x, inside.y)
    for (index, row) in rows[top...].prefix(inside.height).enumerated() {
      canvas.put(row.0, x: inside.x, y: inside.y + index, width: label, style: .dim)
      canvas.put(row.1, x: inside.x + (label == 0 ? 0 : label + 1), y: inside.y + index, width: width)
    }
    Pane.position(frame, top: top, height: inside.height, count: rows.count, on: &canvas)
  }
}

extension Key {
  /// Moves through a text that is longer than its frame.
  /// - Parameters:
  ///   - top: its row on top.
  ///   - last: the last row that can stand there.
  /// - Returns: false for a key that does not move.
  func scrolls(_ top: inout Int, last: Int) -> Bool {
    switch self {
    case .up, .character("k"): top -= 1
    case .down, .character("j"): top += 1
    case .pageUp, .control("b"): top -= 10
    case .pageDown, .control("f"), .character(" "): top += 10
    case .home, .character("g"): top = 0
    case .end, .character("G"): top = last
    default: return false
    }
    top = max(0, min(top, last))
    return true
  }
}
