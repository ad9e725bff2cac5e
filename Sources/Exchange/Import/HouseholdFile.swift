import Journey

/// Gives the rows of a file household by household, also where the rows of one stand apart.
///
/// A first pass notes where each household's rows begin: a few words of memory a household, whatever the rows hold.
/// The second pass reads on, and fetches rows that stand further down when it meets the first of them.
struct HouseholdFile {
  /// The household's own value is compared in full when rows are fetched; the pass keeps a hash only. Two households of
  /// one file share one by accident less than once in ten million files of a million households.
  private typealias Key = Int

  let path: String
  let column: Int?
  private(set) var reader: CsvReader
  /// First runs by household; only those that come back further down stay after the first pass.
  private var scattered: [Key: [CsvReader.Mark]] = [:]
  private var laterLines: Set<Int32> = []
  private var ahead: CsvRecord?

  /// - Parameter column: the one that names the household; nil makes every row its own.
  init(path: String, column: Int?) throws(CsvFailure) {
    self.path = path
    self.column = column
    reader = try CsvReader(path: path)
  }

  /// The first pass. - Parameter goOn: asked now and then; false ends it.
  /// - Returns: false when it was ended.
  mutating func survey(_ goOn: () -> Bool) throws(CsvFailure) -> Bool {
    guard let column else { return true }
    var firstLines: [Key: Int32] = [:]
    var last: Key?
    var rows = 0
    var pass = try CsvReader(path: path)
    while true {
      let mark = pass.mark
      guard let record = try pass.next() else { return true }
      rows += 1
      if rows % 4096 == 0, !goOn() { return false }
      if record.isBlank { continue }
      guard let key = key(record, column) else {
        last = nil
        continue
      }
      defer { last = key }
      if key == last { continue }
      if firstLines[key] == nil {
        firstLines[key] = Int32(truncatingIfNeeded: record.line)
      } else if let mark {
        scattered[key, default: []].append(mark)
        laterLines.insert(Int32(truncatingIfNeeded: record.line))
      }
    }
  }

  /// All rows of the next household; nil at the end.
  mutating func next() throws(CsvFailure) -> [CsvRecord]? {
    while let first = try take() {
      guard let column, let key = key(first, column) else { return [first] }
      let name = value(first, column)
      var rows = [first]
      while let record = try take() {
        guard value(record, column) == name else {
          ahead = record
          break
        }
        rows.append(record)
      }
      if laterLines.contains(Int32(truncatingIfNeeded: first.line)) { continue }
      for mark in scattered[key] ?? [] {
        var fetch = try CsvReader(path: path, at: mark, of: reader)
        while let record = try fetch.next() {
          if record.isBlank { continue }
          guard value(record, column) == name else { break }
          rows.append(record)
        }
      }
      return rows
    }
    return nil
  }

  private mutating func take() throws(CsvFailure) -> CsvRecord? {
    if let record = ahead {
      ahead = nil
      return record
    }
    while let record = try reader.next() { if !record.isBlank { return record } }
    return nil
  }

  private func value(_ record: CsvRecord, _ column: Int) -> String { record[column].trimmingSpaces() }

  private func key(_ record: CsvRecord, _ column: Int) -> Key? {
    let value = value(record, column)
    return value.isEmpty ? nil : value.hashValue
  }
}
