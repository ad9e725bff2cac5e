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
  var lines: [String] {
    rows.map { row in
      widths.indices.map { column in
        let text = column < row.count ? row[column] : ""
        return TextWidth.fit(text, width: widths[column], align: isNumber[column] ? .right : .left, ellipsis: false)
      }.joined(separator: "  ")
    }
  }

  /// The header stays; the rows begin with number `top`, or with the last that still fill the area.
  /// - Parameter cursor: the row that it is on; nil: on none.
  func draw(in area: Rect, from top: Int = 0, cursor: Int? = nil, on canvas: inout Canvas) {
    guard let header = lines.first, !area.isEmpty else { return }
    canvas.put(header, x: area.x, y: area.y, width: area.width, style: .dim)
    let room = area.height - 1
    let start = max(0, min(top, rows.count - 1 - room))
    for (index, line) in lines.dropFirst(1 + start).prefix(room).enumerated() {
      let isCursor = start + index == cursor
      if isCursor { canvas.cursor = (area.x, area.y + 1 + index) }
      canvas.put(
        line, x: area.x, y: area.y + 1 + index, width: area.width, style: isCursor ? .selected : .normal)
    }
  }
}
