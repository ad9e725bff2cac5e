/// One line of an embedded table: fields split at semicolons, never quoted.
struct ReferenceRow {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let ends: [Int]

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var ends: [Int] = []
    ends.reserveCapacity(8)
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: ";") { ends.append(index) }
    ends.append(bytes.count)
    self.ends = ends
  }

  private func slice(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let start = column == 0 ? 0 : ends[column - 1] + 1
    return UnsafeBufferPointer(rebasing: bytes[start..<ends[column]])
  }

  subscript(_ column: Int) -> String { String(decoding: slice(column), as: UTF8.self) }

  /// nil for an empty field.
  func optional(_ column: Int) -> String? {
    let field = slice(column)
    return field.isEmpty ? nil : String(decoding: field, as: UTF8.self)
  }

  func number(_ column: Int) -> Int { slice(column).reduce(0) { $0 * 10 + Int($1) - 48 } }

  /// The parts of a field that holds several values, split at `|`.
  func list(_ column: Int) -> [String] {
    let field = slice(column)
    return field.isEmpty
      ? [] : field.split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Reference {
  /// Reads an embedded table: `#` lines say where it comes from, the next line names the columns.
  static func rows<T>(_ resource: [UInt8], _ make: (ReferenceRow) -> T) -> [T] {
    resource.withUnsafeBufferPointer { bytes in
      var result: [T] = []
      result.reserveCapacity(bytes.count / 24)
      var headed = false
      var start = 0
      for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
        defer { start = index + 1 }
        if bytes[start] == UInt8(ascii: "#") { continue }
        if headed {
          result.append(make(ReferenceRow(bytes: UnsafeBufferPointer(rebasing: bytes[start..<index]))))
        } else {
          headed = true
        }
      }
      return result
    }
  }

  /// The value of a code of at most `digits` digits, leading zeros optional; nil for anything else.
  static func number(ofCode text: some StringProtocol, digits: Int) -> Int? {
    guard (1...digits).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }
}
