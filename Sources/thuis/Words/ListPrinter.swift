import Casebook
import Exchange
import Journey

/// Prints rows as they come: a million cost no more memory than one.
struct ListPrinter {
  let format: ListCommand.Format
  /// Empty: those that a program reading the list counts on.
  let columns: [ShownColumn]
  let rules: Rulebook
  let language: Language
  let today: Day
  private let csv = CsvWriter.printed
  private var count = 0

  init(format: ListCommand.Format, columns: [ShownColumn], rules: Rulebook, language: Language, today: Day) {
    (self.format, self.columns, self.rules, self.language, self.today) = (format, columns, rules, language, today)
  }

  func begin() {
    switch format {
    case .table: Output.line(columns.isEmpty ? RowWords.heading(language) : RowWords.heading(columns, language))
    case .csv: Output.write(csv.line(columns.isEmpty ? RowWords.columns : columns.map(\.column.rawValue)))
    case .json: Output.write("[")
    }
  }

  mutating func print(_ row: Row) throws {
    let words = RowWords(row: row, rules: rules, language: language, today: today)
    switch format {
    case .table: Output.line(columns.isEmpty ? words.tableLine : words.line(columns))
    case .csv: Output.write(csv.line(columns.isEmpty ? words.values : columns.map { words.value($0.column) }))
    case .json: Output.write((count == 0 ? "\n  " : ",\n  ") + (try words.json.rendered(pretty: false)))
    }
    count += 1
  }

  /// - Parameter none: what is worth knowing where nothing was found.
  func end(_ none: Phrase?) {
    // Beside the list, so that a program that reads it has nothing but rows.
    if format == .table, count == 0 {
      let said = [Phrase("Geen dossier voldoet hieraan.", "No dossier meets this."), none].compactMap { $0?[language] }
      Output.complain(said.joined(separator: " "))
    }
    if format == .json { Output.line(count == 0 ? "]" : "\n]") }
  }
}
