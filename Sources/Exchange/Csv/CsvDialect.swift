/// Finds out how a file separates its fields, from its first line.
enum CsvDialect {
  static let quote = UInt8(ascii: "\"")

  /// The delimiter that Excel's first line `sep=;` names; that line is passed over. nil when there is none, or
  /// when what it names cannot separate fields.
  static func separatorLine(_ buffer: CsvBuffer) throws(CsvFailure) -> UInt8? {
    while buffer.end - buffer.start < 7, !buffer.atEnd { try buffer.fill() }
    let line = buffer.bytes[buffer.start..<min(buffer.end, buffer.start + 7)]
    guard line.count >= 5, line.prefix(3).map({ $0 | 0x20 }) == Array("sep".utf8),
      line[line.startIndex + 3] == UInt8(ascii: "=")
    else { return nil }
    let named = line[line.startIndex + 4]
    guard ![quote, 10, 13].contains(named) else { return nil }
    let rest = Array(line.dropFirst(5))
    let length = rest.starts(with: [13, 10]) ? 2 : rest.first == 10 || rest.first == 13 ? 1 : rest.isEmpty ? 0 : -1
    guard length >= 0 else { return nil }
    buffer.start += 5 + length
    return named
  }

  /// The one that occurs most in the header outside quotes; of equals first tab, then semicolon, which is what
  /// Dutch Excel writes. A header of one column counts as semicolon.
  static func delimiter(_ buffer: CsvBuffer) throws(CsvFailure) -> UInt8 {
    while true {
      var counts: [UInt8: Int] = [:]
      var quoted = false
      var seen = false
      for byte in buffer.bytes[buffer.start..<buffer.end] {
        let isBreak = byte == 10 || byte == 13
        if byte == quote { quoted.toggle() }
        if !quoted, isBreak, seen { return best(counts) }
        if !quoted, byte == 9 || byte == 44 || byte == 59 { counts[byte, default: 0] += 1 }
        if !isBreak { seen = true }
      }
      if buffer.atEnd || buffer.end - buffer.start > CsvReader.longestRecord { return best(counts) }
      try buffer.fill()
    }
  }

  private static func best(_ counts: [UInt8: Int]) -> UInt8 {
    let order: [UInt8] = [9, 59, 44]
    let most = order.map { counts[$0] ?? 0 }.max()!
    return most == 0 ? 59 : order.first { counts[$0] == most }!
  }
}
