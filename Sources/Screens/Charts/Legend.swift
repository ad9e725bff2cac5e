import Terminal

/// What the signs of a chart stand for, in words, over as many lines as it takes.
struct Legend: Sendable {
  struct Entry: Sendable {
    /// Empty for a remark without a sign.
    var sign = ""
    var style: Style = .normal
    var text: String

    /// A remark goes on below.
    fileprivate func wrapped(_ width: Int) -> [Entry] {
      sign.isEmpty ? TextWidth.wrap(text, width: width).map { Entry(text: $0) } : [self]
    }

    fileprivate var columns: Int { (sign.isEmpty ? 0 : TextWidth.of(sign) + 1) + TextWidth.of(text) }
  }

  /// The entries that stand in each line.
  let lines: [[Entry]]
  private let width: Int

  init(_ entries: [Entry], width: Int) {
    var lines: [[Entry]] = []
    var used = Int.max
    for entry in entries.flatMap({ $0.wrapped(width) }) {
      if used < width, used + 3 + entry.columns <= width {
        lines[lines.count - 1].append(entry)
        used += 3 + entry.columns
      } else {
        lines.append([entry])
        used = entry.columns
      }
    }
    self.lines = lines
    self.width = width
  }

  func draw(rows: Int, on canvas: inout Canvas) {
    for (y, line) in lines.prefix(rows).enumerated() {
      var x = 0
      for entry in line {
        if !entry.sign.isEmpty { x += canvas.put(entry.sign, x: x, y: y, style: entry.style) + 1 }
        let columns = min(TextWidth.of(entry.text), max(0, width - x))
        canvas.put(entry.text, x: x, y: y, width: columns, style: entry.sign.isEmpty ? .normal : .dim)
        x += columns + 3
      }
    }
  }
}
