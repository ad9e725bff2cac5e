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

  /// The cells with an index in the range, in no order that matters.
  func cells(
    _ area: Area, _ kind: CounterKind, _ range: ClosedRange<Int> = always
  ) throws -> [Found] {
    var found: [Found] = []
    let rows = try GRDB.Row.fetchCursor(
      db.cachedStatement(sql: Self.sql),
      arguments: [area.code, kind.rawValue, kind.chunk(range.lowerBound), kind.chunk(range.upperBound)])
    while let row = try rows.next() {
      let key: String = row[0]
      for cell in CounterCell.decode(row[1]) where range.contains(cell.index) {
        found.append(Found(key: key, index: cell.index, a: cell.a, b: cell.b))
      }
    }
    return found
  }

  /// By stage, where that is the key.
  func byStage(
    _ area: Area, _ kind: CounterKind, _ range: ClosedRange<Int> = always
  ) throws -> [Stage: [CounterCell]] {
    var all: [Stage: [CounterCell]] = [:]
    for one in try cells(area, kind, range) {
      guard let stage = Int(one.key).flatMap(Stage.init(rawValue:)) else { continue }
      all[stage, default: []].append(CounterCell(index: one.index, a: one.a, b: one.b))
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
