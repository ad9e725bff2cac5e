/// Writes rows as RFC 4180: quotes only where they are needed, and doubled inside.
public struct CsvWriter: Sendable {
  public enum LineBreak: String, Sendable, CaseIterable {
    case lf = "\n"
    case crlf = "\r\n"
    case cr = "\r"
  }

  public var delimiter: UInt8
  public var lineBreak: LineBreak
  /// Puts an apostrophe before text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`). This changes
  /// the data, so it is off where what was written is taken in as it stands; a list of people takes it off again (``armed``).
  public var disarmsFormulas: Bool

  /// What Excel needs in front of a file to read it as UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  public init(
    delimiter: UInt8 = UInt8(ascii: ";"), lineBreak: LineBreak = .crlf, disarmsFormulas: Bool = false
  ) {
    self.delimiter = delimiter
    self.lineBreak = lineBreak
    self.disarmsFormulas = disarmsFormulas
  }

  /// One row with its line break.
  public func line(_ fields: [String]) -> String {
    var bytes: [UInt8] = []
    append(fields, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds one row with its line break.
  public func append(_ fields: [String], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      append(field, alone: fields.count == 1, to: &bytes)
    }
    bytes.append(contentsOf: lineBreak.rawValue.utf8)
  }

  private func append(_ field: String, alone: Bool, to bytes: inout [UInt8]) {
    let quote = CsvDialect.quote
    let text = disarmsFormulas && Self.looksLikeFormula(field) ? "'" + field : field
    let utf8 = text.utf8
    let needsQuotes =
      utf8.isEmpty
      ? alone
      : utf8.contains { $0 == delimiter || $0 == quote || $0 == 10 || $0 == 13 }
        || text.unicodeScalars.first == "\u{FEFF}" || utf8.prefix(4).elementsEqual("sep=".utf8)
    guard needsQuotes else {
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(quote)
    for byte in utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// A text as it was before it was kept from being a formula.
  static func armed(_ field: String) -> String {
    guard field.utf8.first == UInt8(ascii: "'") else { return field }
    let text = String(field.unicodeScalars.dropFirst())
    return looksLikeFormula(text) ? text : field
  }

  /// A sign before a plain number is a number, not a formula.
  private static func looksLikeFormula(_ field: String) -> Bool {
    guard let first = field.utf8.first, "=+-@\t\r".utf8.contains(first) else { return false }
    let rest = field.utf8.dropFirst()
    let isNumber = !rest.isEmpty && rest.allSatisfy { (48...57).contains($0) || $0 == 44 || $0 == 46 }
    return !(isNumber && (first == 43 || first == 45))
  }
}
