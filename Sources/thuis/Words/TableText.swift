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
  var json: JSON { get }
}

/// Prints figures in one of the formats: columns as wide as they need, words to the left and numbers to the right.
struct TableText {
  let format: ListCommand.Format

  func print(_ table: some FigureTable) throws {
    switch format {
    case .json: Output.line(try table.json.rendered())
    case .csv:
      let csv = CsvWriter(delimiter: UInt8(ascii: ","))
      for row in [table.columns] + table.rows { Output.write(csv.line(row)) }
    case .table:
      let all =
        [table.titles]
        + table.rows.map { row in
          row.enumerated().map { $0 == 0 ? $1 : Digits.written($1, table.language) }
        }
      let widths = table.columns.indices.map { column in all.map { Plain.width($0[column]) }.max() ?? 0 }
      for row in all {
        let cells = row.enumerated().map { index, text in
          let blanks = String(repeating: " ", count: max(0, widths[index] - Plain.width(text)))
          return index == 0 ? text + blanks : blanks + text
        }
        Output.line(Plain.clean(cells.joined(separator: "  ")))
      }
    }
  }
}
