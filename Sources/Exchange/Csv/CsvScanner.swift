/// Cuts records out of the buffer. A record that the buffer holds only in part is scanned again once there is more,
/// so that no state can be wrong at a seam.
struct CsvScanner {
  private let delimiter: UInt8
  /// Bytes above this one have no meaning of their own.
  private let ceiling: UInt8
  /// The physical line at which the unparsed part starts.
  private(set) var line: Int
  /// Ends of the fields of the record at hand, from its start.
  private var ends: [Int32] = []

  init(delimiter: UInt8, line: Int) {
    self.delimiter = delimiter
    self.line = line
    ceiling = max(delimiter, CsvDialect.quote)
    ends.reserveCapacity(64)
  }

  private enum Outcome {
    /// Lengths in bytes, without and with its line break; lines it takes up.
    case record(length: Int, consumed: Int, lines: Int, quoted: Bool, stray: Bool)
    /// The line on which a quote is still open, if one is.
    case more(openQuote: Int?)
  }

  mutating func next(_ buffer: CsvBuffer, expected: Int) throws(CsvFailure) -> CsvRecord? {
    while true {
      if buffer.start == buffer.end, buffer.atEnd { return nil }
      switch scan(UnsafeRawBufferPointer(rebasing: buffer.bytes[buffer.start..<buffer.end]), atEnd: buffer.atEnd) {
      case .more(let openQuote):
        if let openQuote, buffer.atEnd { throw .unterminatedQuote(line: openQuote) }
        if buffer.end - buffer.start > CsvReader.longestRecord {
          if let openQuote { throw .unterminatedQuote(line: openQuote) }
          throw .recordTooLong(line: line, limit: CsvReader.longestRecord)
        }
        try buffer.fill()
      case .record(let length, let consumed, let lines, let quoted, let stray):
        let raw = UnsafeRawBufferPointer(rebasing: buffer.bytes[buffer.start..<buffer.start + length])
        buffer.start += consumed
        defer { line += lines }
        if length == 0 { continue }
        let bytes = quoted ? unquote(raw) : [UInt8](raw)
        return CsvRecord(line: line, expected: expected, hasStrayQuote: stray, bytes: bytes, ends: Array(ends))
      }
    }
  }

  private mutating func scan(_ bytes: UnsafeRawBufferPointer, atEnd: Bool) -> Outcome {
    let quote = CsvDialect.quote
    let count = bytes.count
    var index = 0
    var lines = 0
    var quoted = false
    var stray = false
    ends.removeAll(keepingCapacity: true)
    while true {
      if index < count, bytes[index] == quote {
        quoted = true
        let opened = line + lines
        index += 1
        while true {
          if index == count { return .more(openQuote: opened) }
          let byte = bytes[index]
          index += 1
          if byte > quote { continue }
          if byte == quote {
            if index == count {
              if atEnd { break }
              return .more(openQuote: opened)
            }
            if bytes[index] != quote { break }
            index += 1
          } else if byte == 10 {
            lines += 1
          } else if byte == 13 {
            if index == count { return .more(openQuote: opened) }
            if bytes[index] != 10 { lines += 1 }
          }
        }
        if index < count, bytes[index] != delimiter, bytes[index] != 10, bytes[index] != 13 { stray = true }
      }
      while index < count {
        let byte = bytes[index]
        if byte > ceiling {
          index += 1
          continue
        }
        if byte == delimiter || byte == 10 || byte == 13 { break }
        if byte == quote { stray = true }
        index += 1
      }
      ends.append(Int32(truncatingIfNeeded: index))
      if index == count {
        if !atEnd { return .more(openQuote: nil) }
        return .record(length: index, consumed: index, lines: lines, quoted: quoted, stray: stray)
      }
      if bytes[index] == delimiter {
        index += 1
        continue
      }
      var consumed = index + 1
      if bytes[index] == 13 {
        if consumed == count {
          if !atEnd { return .more(openQuote: nil) }
        } else if bytes[consumed] == 10 {
          consumed += 1
        }
      }
      return .record(length: index, consumed: consumed, lines: lines + 1, quoted: quoted, stray: stray)
    }
  }

  /// Takes the quotes off and moves `ends` along.
  private mutating func unquote(_ raw: UnsafeRawBufferPointer) -> [UInt8] {
    let quote = CsvDialect.quote
    return [UInt8](unsafeUninitializedCapacity: raw.count) { out, written in
      var start = 0
      for field in ends.indices {
        let end = Int(ends[field])
        var index = start
        if index < end, raw[index] == quote {
          index += 1
          while index < end {
            if raw[index] == quote {
              index += 1
              guard index < end, raw[index] == quote else { break }
            }
            out[written] = raw[index]
            written += 1
            index += 1
          }
        }
        while index < end {
          out[written] = raw[index]
          written += 1
          index += 1
        }
        start = end + 1
        ends[field] = Int32(truncatingIfNeeded: written)
        if field < ends.count - 1 {
          out[written] = delimiter
          written += 1
        }
      }
    }
  }
}
