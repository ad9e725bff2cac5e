import Journey

/// Why a file cannot be read as CSV (any further). Lines are physical lines, the first is 1.
public enum CsvFailure: Error, Hashable, Sendable {
  case unreadable(path: String, reason: Phrase)
  case empty
  /// A workbook or another binary file, named where it is recognised: `xlsx`, `xls`, `zip`, `pdf`.
  case notText(format: String)
  /// A quote was opened on this line and never closed.
  case unterminatedQuote(line: Int)
  /// One record of more than `limit` bytes starts on this line.
  case recordTooLong(line: Int, limit: Int)
  /// The file lacks a column that must be there; `found` is what it has.
  case missingColumn(String, found: [String])
  /// The file for what was rejected cannot be written, or is the very file that is read.
  case unwritable(path: String, reason: Phrase)

  public var message: Phrase {
    switch self {
    case .unreadable(let path, let reason):
      Phrase("\(path) kan niet worden gelezen: \(reason.nl)", "\(path) cannot be read: \(reason.en)")
    case .empty:
      Phrase(
        "Het bestand is leeg: er is geen regel met kolomnamen.", "The file is empty: it has no line of column names.")
    case .notText(let format) where format == "xlsx" || format == "xls":
      Phrase(
        "Dit is een werkmap (\(format)), geen CSV. Sla het blad op als \"CSV UTF-8\" en probeer het opnieuw.",
        "This is a workbook (\(format)), not CSV. Save the sheet as \"CSV UTF-8\" and try again.")
    case .notText(let format):
      Phrase("Dit is geen tekstbestand (\(format)).", "This is not a text file (\(format)).")
    case .unterminatedQuote(let line):
      Phrase(
        "Regel \(line): het aanhalingsteken dat hier opent, wordt nergens gesloten.",
        "Line \(line): the quote that opens here is never closed.")
    case .recordTooLong(let line, let limit):
      Phrase(
        "Regel \(line): deze rij is langer dan \(limit) bytes; ontbreekt er een regeleinde?",
        "Line \(line): this row is longer than \(limit) bytes; is a line break missing?")
    case .missingColumn(let column, let found):
      Phrase(
        "De kolom \(column) ontbreekt. Het bestand heeft: \(found.joined(separator: ", ")).",
        "The column \(column) is missing. The file has: \(found.joined(separator: ", ")).")
    case .unwritable(let path, let reason):
      Phrase("\(path) kan niet worden geschreven: \(reason.nl)", "\(path) cannot be written: \(reason.en)")
    }
  }
}
