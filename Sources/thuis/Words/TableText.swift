import Exchange
import Journey
import Quota

/// Rows of figures, for a person, for a spreadsheet, for a program.
protocol FigureTable {
  /// Names of the columns as programs know them.
  var columns: [String] { get }
  var language: Language { get }
  /// The same above a table for people.
  var titles: [String] { get }
  /// As many texts a row as there are columns; numbers without marks.
  var rows: [[String]] { get }
  /// The same as people read them, where that is otherwise.
  var shown: [[String]] { get }
  var json: JSON { get }
}

extension CsvWriter {
  /// What `--format csv` prints: commas between. Names and notes come from outside, and a spreadsheet may open it.
  static let printed = CsvWriter(delimiter: UInt8(ascii: ","), disarmsFormulas: true)
}

extension FigureTable {
  var shown: [[String]] { rows }
}

/// Prints figures in one of the formats: columns as wide as they need, words to the left and numbers to the right.
struct TableText {
  let format: ListCommand.Format

  /// A number, also of days or in hundred, or nothing.
  private static func isNumber(_ cell: String) -> Bool {
    let figure = cell.hasSuffix(" d") ? cell.dropLast(2) : cell.hasSuffix("%") ? cell.dropLast() : cell[...]
    return figure.isEmpty || figure == "–" || figure == "-" || Double(figure) != nil
  }

  func print(_ table: some FigureTable) throws {
    switch format {
    case .json: Output.line(try table.json.rendered())
    case .csv:
      for row in [table.columns] + table.rows { Output.write(CsvWriter.printed.line(row)) }
    case .table:
      let shown = table.shown
      // A column in which nothing stands says nothing.
      let columns = table.columns.indices.filter { column in
        column == 0 || shown.isEmpty || shown.contains { !$0[column].isEmpty }
      }
      let isNumber = columns.map { column in column > 0 && shown.allSatisfy { Self.isNumber($0[column]) } }
      let all =
        [columns.map { table.titles[$0] }]
        + shown.map { row in columns.map { $0 == 0 ? row[$0] : Digits.written(row[$0], table.language) } }
      let widths = columns.indices.map { column in all.map { Plain.width($0[column]) }.max() ?? 0 }
      for row in all {
        let cells = row.enumerated().map { index, text -> String in
          let blanks = String(repeating: " ", count: max(0, widths[index] - Plain.width(text)))
          if isNumber[index] { return blanks + text }
          return index == row.count - 1 ? text : text + blanks
        }
        Output.line(Plain.clean(cells.joined(separator: "  ")))
      }
    }
  }
}
