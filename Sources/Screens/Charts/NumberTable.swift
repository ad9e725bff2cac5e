import Journey
import Terminal

/// A chart as its numbers: columns under a header, words to the left and numbers to the right.
struct NumberTable: Sendable {
  let rows: [[String]]
  private let widths: [Int]
  private let isNumber: [Bool]

  /// - Parameter rows: a header and rows; a short row has empty cells at its end.
  init(_ rows: [[String]]) {
    self.rows = rows
    let columns = rows.map(\.count).max() ?? 0
    widths = (0..<columns).map { column in
      rows.map { column < $0.count ? TextWidth.of($0[column]) : 0 }.max() ?? 0
    }
    isNumber = (0..<columns).map { column in
      rows.dropFirst().allSatisfy { row in
        column >= row.count || row[column].allSatisfy { $0.isNumber || ".,-% ".contains($0) }
      }
    }
  }

  /// Written as people write numbers.
  init(_ chart: some Chart, _ language: Language) { self.init(chart.written(language)) }

  /// A line for each row, the header first, two blanks between columns.
  var lines: [String] { rows.map { line($0, widths) } }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    widths.indices.map { column in
      let text = column < row.count ? row[column] : ""
      return TextWidth.fit(text, width: widths[column], align: isNumber[column] ? .right : .left, ellipsis: false)
    }.joined(separator: "  ")
  }

  /// As wide as there is room: where the header does not fit in a line its words go on below, so that no column falls off.
  private func fitted(_ width: Int) -> (header: [String], rows: [String]) {
    let header = rows.first ?? []
    var widths = widths
    if widths.reduce(0, +) + 2 * (widths.count - 1) > width {
      for column in widths.indices {
        let words = column < header.count ? header[column].split(separator: " ").map(String.init) : []
        let cells = rows.dropFirst().map { column < $0.count ? $0[column] : "" }
        widths[column] = (words + cells).map(TextWidth.of).max() ?? 0
      }
    }
    let cells = widths.indices.map { column -> [String] in
      column < header.count ? TextWidth.wrap(header[column], width: max(1, widths[column])) : []
    }
    let height = cells.map(\.count).max() ?? 0
    let lines = (0..<height).map { row in
      // The last line of each stands right above its numbers.
      line(cells.map { cell in row < height - cell.count ? "" : cell[row - (height - cell.count)] }, widths)
    }
    return (lines, rows.dropFirst().map { line($0, widths) })
  }

  /// Which rows there is room for below the header: the first, how many fit and how many there are.
  func window(in area: Rect, from top: Int) -> (top: Int, height: Int, count: Int) {
    let (header, lines) = fitted(area.width)
    let height = max(0, area.height - header.count)
    return (max(0, min(top, lines.count - height)), height, lines.count)
  }

  /// The header stays; the rows begin with number `top`, or with the last that still fill the area.
  /// - Parameter cursor: the row that it is on; nil: on none.
  func draw(in area: Rect, from top: Int = 0, cursor: Int? = nil, on canvas: inout Canvas) {
    guard !rows.isEmpty, !area.isEmpty else { return }
    let (header, lines) = fitted(area.width)
    let (above, below) = area.split(top: min(header.count, area.height))
    for (index, line) in header.prefix(above.height).enumerated() {
      canvas.put(line, x: above.x, y: above.y + index, width: above.width, style: .dim)
    }
    let start = max(0, min(top, lines.count - below.height))
    for (index, line) in lines.dropFirst(start).prefix(below.height).enumerated() {
      let isCursor = start + index == cursor
      if isCursor { canvas.cursor = (below.x, below.y + index) }
      canvas.put(line, x: below.x, y: below.y + index, width: below.width, style: isCursor ? .selected : .normal)
    }
  }
}
