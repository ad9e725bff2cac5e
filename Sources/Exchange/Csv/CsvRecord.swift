/// One row: fields without their quotes, and where it stood.
public struct CsvRecord: Sendable {
  /// The physical line on which the row starts; the first line of the file is 1.
  public let line: Int
  /// How many columns the header has.
  public let expected: Int
  /// A quote stood where none belongs; it was kept as a character.
  public let hasStrayQuote: Bool
  private let bytes: [UInt8]
  private let ends: [Int32]

  init(line: Int, expected: Int, hasStrayQuote: Bool, bytes: [UInt8], ends: [Int32]) {
    self.line = line
    self.expected = expected
    self.hasStrayQuote = hasStrayQuote
    self.bytes = bytes
    self.ends = ends
  }

  public var count: Int { ends.count }

  /// The text of a column; empty where the row is too short.
  public subscript(_ column: Int) -> String {
    withBytes(column) { String(validating: $0, as: UTF8.self) ?? Windows1252.string($0) }
  }

  public var fields: [String] { (0..<count).map { self[$0] } }

  /// The bytes of a column as they were in the file, without quotes.
  public func withBytes<T>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    guard column < ends.count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let start = column == 0 ? 0 : Int(ends[column - 1]) + 1
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<Int(ends[column])])) }
  }

  /// Only delimiters: a row that a spreadsheet left behind.
  public var isBlank: Bool { bytes.count == count - 1 }

  public enum Raggedness: Hashable, Sendable {
    case tooFew(Int, expected: Int)
    case tooMany(Int, expected: Int)
  }

  /// How the number of fields differs from the header; nil when it fits. Empty fields beyond the last column are
  /// what spreadsheets leave behind, not a difference.
  public var raggedness: Raggedness? {
    if count < expected { return .tooFew(count, expected: expected) }
    if (expected..<count).contains(where: { withBytes($0) { !$0.isEmpty } }) {
      return .tooMany(count, expected: expected)
    }
    return nil
  }
}
