import Journey
import Terminal

/// Texts in a row, each under its column, none touching another: those that come first are placed first.
struct AxisLabels: Sendable {
  let columns: Int
  private(set) var placed: [(x: Int, text: String, style: Style)] = []
  private var taken: [Range<Int>] = []

  init(columns: Int) { self.columns = columns }

  /// Centred under the column, moved as far as the edges ask; left out, with false, where another stands.
  @discardableResult
  mutating func place(_ text: String, at column: Int, style: Style = .dim) -> Bool {
    let width = TextWidth.of(text)
    guard width > 0, width <= columns else { return false }
    let x = min(max(0, column - width / 2), columns - width)
    let range = x - 1..<x + width + 1
    guard !taken.contains(where: { $0.overlaps(x..<x + width) }) else { return false }
    taken.append(range)
    placed.append((x, text, style))
    return true
  }

  func draw(x: Int, y: Int, on canvas: inout Canvas) {
    for label in placed { canvas.put(label.text, x: x + label.x, y: y, style: label.style) }
  }
}

/// Texts under each other at the side of a plot, each as near to its row as the others leave it.
struct SideLabels: Sendable {
  struct Label: Sendable {
    /// Where it belongs, in rows from the top.
    var height: Double
    var text: String
    var style: Style = .normal
  }

  /// In the order they stand in, each with the row it got, from 0 at the top.
  let placed: [(row: Int, label: Label)]

  /// - Parameters:
  ///   - labels: the most important first: what has no row left is left out.
  ///   - rows: how many rows there are.
  init(_ labels: [Label], rows: Int) {
    var kept = labels.prefix(max(0, rows)).enumerated().sorted {
      ($0.element.height, $0.offset) < ($1.element.height, $1.offset)
    }.map { (row: Int($0.element.height.rounded()), label: $0.element) }
    var free = 0
    for index in kept.indices {
      kept[index].row = max(kept[index].row, free)
      free = kept[index].row + 1
    }
    var limit = rows - 1
    for index in kept.indices.reversed() {
      kept[index].row = min(kept[index].row, limit)
      limit = kept[index].row - 1
    }
    placed = kept
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    for (row, label) in placed {
      canvas.put(label.text, x: area.x, y: area.y + row, width: area.width, style: label.style)
    }
  }
}
