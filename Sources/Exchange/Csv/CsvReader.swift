import Journey

/// Reads the CSV that offices send, row by row, in constant memory (RFC 4180 and what happens beside it).
///
/// Comma, semicolon or tab by the header line, or by Excel's `sep=;`; LF, CRLF or CR; UTF-8, Windows-1252 (per
/// field, also when the first such byte comes late) or UTF-16 with a byte order mark. Blank lines are skipped.
/// A reader is used once, from one thread, and not copied.
public struct CsvReader {
  /// Column names, without spaces around them.
  public let header: [String]
  /// The physical line on which the header stands.
  public let headerLine: Int
  public let delimiter: UInt8
  /// A longer record is refused: it is a quote that was never closed, or no CSV.
  public static let longestRecord = 8 * 1024 * 1024

  private let buffer: CsvBuffer
  private var scanner: CsvScanner

  /// - Parameter delimiter: nil finds it out.
  public init(path: String, delimiter: UInt8? = nil) throws(CsvFailure) {
    try self.init(source: ByteSource(path: path), delimiter: delimiter)
  }

  /// Reads an open descriptor, such as standard input, and leaves it open.
  public init(descriptor: Int32, delimiter: UInt8? = nil) throws(CsvFailure) {
    try self.init(source: ByteSource(descriptor: descriptor), delimiter: delimiter)
  }

  /// - Parameter piece: the most bytes that are looked at together; for tests of the seams.
  public init(bytes: [UInt8], delimiter: UInt8? = nil, piece: Int = 64 * 1024) throws(CsvFailure) {
    try self.init(source: ByteSource(bytes: bytes, piece: piece), delimiter: delimiter)
  }

  private init(source: ByteSource, delimiter: UInt8?) throws(CsvFailure) {
    buffer = try CsvBuffer(source)
    var line = 1
    var chosen = delimiter
    if let told = try CsvDialect.separatorLine(buffer) {
      chosen = delimiter ?? told
      line = 2
    }
    let dialect: UInt8
    if let chosen { dialect = chosen } else { dialect = try CsvDialect.delimiter(buffer) }
    self.delimiter = dialect
    scanner = CsvScanner(delimiter: dialect, line: line)
    guard let first = try scanner.next(buffer, expected: 0) else { throw .empty }
    headerLine = first.line
    header = first.fields.map { $0.trimmingSpaces() }
  }

  /// A place between two rows, to come back to with another reader.
  struct Mark: Hashable, Sendable {
    var offset: Int
    var line: Int
  }

  /// Where the next row begins; nil for UTF-16, which cannot be entered half way.
  var mark: Mark? { buffer.offset.map { Mark(offset: $0, line: scanner.line) } }

  /// Reads on from a mark that a reader of the same file gave.
  init(path: String, at mark: Mark, of other: CsvReader) throws(CsvFailure) {
    buffer = try CsvBuffer(ByteSource(path: path), from: mark.offset)
    (header, headerLine, delimiter) = (other.header, other.headerLine, other.delimiter)
    scanner = CsvScanner(delimiter: other.delimiter, line: mark.line)
  }

  /// The next row; nil at the end. After a failure there is nothing more to read.
  public mutating func next() throws(CsvFailure) -> CsvRecord? {
    try scanner.next(buffer, expected: header.count)
  }

  /// Bytes taken from the file so far, up to one piece ahead of the last row.
  public var bytesRead: Int { buffer.source.position }
  /// nil for a pipe.
  public var totalBytes: Int? { buffer.source.size }

  /// The column with one of these names, compared as search keys: case, accents and punctuation do not matter.
  public func column(_ names: String...) -> Int? {
    let keys = header.map(Folding.key)
    for name in names {
      if let index = keys.firstIndex(of: Folding.key(name)) { return index }
    }
    return nil
  }
}

extension String {
  /// Without white space at both ends, no-break spaces and byte order marks included.
  func trimmingSpaces() -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
