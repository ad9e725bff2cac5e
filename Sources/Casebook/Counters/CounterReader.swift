import GRDB
import Journey

/// Reads the counters of an area: a bounded number of rows, however many dossiers there are.
struct CounterReader {
  struct Found {
    var key: String
    var index: Int
    var a: Int
    var b: Int
  }

  let db: Database

  /// Every index there can be.
  static let always = -(1 << 38)...(1 << 38)

  static let sql =
    "SELECT key, cells FROM counter WHERE area = ? AND kind = ? AND chunk BETWEEN ? AND ? ORDER BY chunk, key"

  /// The cells with an index in the range, row by row of counters.
  func each(
    _ area: Area, _ kind: CounterKind, _ range: ClosedRange<Int>, _ row: (_ key: String, _ cells: [CounterCell]) -> Void
  ) throws {
    let rows = try GRDB.Row.fetchCursor(
      db.cachedStatement(sql: Self.sql),
      arguments: [area.code, kind.rawValue, kind.chunk(range.lowerBound), kind.chunk(range.upperBound)])
    while let found = try rows.next() { row(found[0], CounterCell.decode(found[1], in: range)) }
  }

  /// The cells with an index in the range, in no order that matters.
  func cells(
    _ area: Area, _ kind: CounterKind, _ range: ClosedRange<Int> = always
  ) throws -> [Found] {
    var found: [Found] = []
    try each(area, kind, range) { key, cells in
      found += cells.lazy.map { Found(key: key, index: $0.index, a: $0.a, b: $0.b) }
    }
    return found
  }

  /// The same of a kind without keys.
  func bare(_ area: Area, _ kind: CounterKind, _ range: ClosedRange<Int>) throws -> [CounterCell] {
    var found: [CounterCell] = []
    try each(area, kind, range) { found += $1 }
    return found
  }

  /// By stage, where that is the key.
  func byStage(
    _ area: Area, _ kind: CounterKind, _ range: ClosedRange<Int> = always
  ) throws -> [Stage: [CounterCell]] {
    var all: [Stage: [CounterCell]] = [:]
    try each(area, kind, range) { key, cells in
      if let stage = Int(key).flatMap(Stage.init(rawValue:)) { all[stage, default: []] += cells }
    }
    return all
  }

  /// Households and persons now in each stage.
  func stock(_ area: Area) throws -> [Stage: Tally] {
    var all: [Stage: Tally] = [:]
    for one in try cells(area, .stock) {
      if let stage = Stage(rawValue: one.index) { all[stage] = Tally(households: one.a, persons: one.b) }
    }
    return all
  }
}

extension Day {
  var index: Int { Int(number) }
}

extension ClosedRange<Day> {
  var indexes: ClosedRange<Int> { lowerBound.index...upperBound.index }
}
