import Foundation
import GRDB
import Journey

/// Changes to counters that wait to be written: what comes and goes within a transaction costs nothing.
final class CounterHeap {
  private struct Row: Hashable {
    var place: Contribution.Place
    var kind: CounterKind
    var key: String
  }

  /// Rows by number: the cells are many, and a short key keeps them small.
  private var rows: [Row: UInt64] = [:]
  private var cells: [UInt64: (a: Int, b: Int)] = [:]

  /// What the sums of people wait for.
  let contacts = ContactHeap()

  /// So many changes are some tens of megabytes.
  static let most = 300_000
  var isFull: Bool { cells.count >= Self.most || contacts.isFull }

  func add(_ contributions: [Contribution], by sign: Int) {
    for one in contributions {
      let row = Row(place: one.place, kind: one.kind, key: one.key)
      let number: UInt64
      if let known = rows[row] {
        number = known
      } else {
        number = UInt64(rows.count)
        rows[row] = number
      }
      // Indexes have forty bits: days of leads the most, some twenty-eight.
      let cell = number << 40 | UInt64(bitPattern: Int64(one.index)) & 0xFF_FFFF_FFFF
      cells[cell, default: (0, 0)].a += one.a * sign
      cells[cell]!.b += one.b * sign
    }
  }

  /// Writes what waits and forgets it.
  func settle(_ db: Database) throws {
    try contacts.settle(db)
    guard !cells.isEmpty else { return }
    let changes = changes()
    rows = [:]
    cells = [:]
    // In the order of the table: what stands in one row is written once, neighbours together.
    var at = changes.list.startIndex
    while at < changes.list.endIndex {
      let first = changes.list[at]
      var sum: [CounterCell] = []
      while at < changes.list.endIndex, changes.list[at].row == first.row {
        let one = changes.list[at]
        at += 1
        if sum.last?.index == one.index {
          sum[sum.count - 1].a += one.a
          sum[sum.count - 1].b += one.b
        } else {
          sum.append(CounterCell(index: one.index, a: one.a, b: one.b))
        }
      }
      try CounterRow(
        area: changes.areas[Int(first.area)], kind: Int(first.kind), chunk: Int(first.chunk),
        key: changes.keys[Int(first.key)]
      ).add(sum, db)
    }
  }

  /// A change of one cell in one area. Areas and keys by their place in sorted lists: small, and quick to sort.
  private struct Change {
    var area: UInt16
    var kind: UInt8
    var chunk: Int32
    var key: UInt32
    var index: Int
    var a: Int
    var b: Int

    var row: (UInt16, UInt8, Int32, UInt32) { (area, kind, chunk, key) }

    static func precedes(_ x: Change, _ y: Change) -> Bool { x.row == y.row ? x.index < y.index : x.row < y.row }
  }

  private func changes() -> (list: [Change], areas: [String], keys: [String]) {
    let areas = Set(rows.keys.flatMap { $0.place.areas }).sorted()
    let keys = Set(rows.keys.map(\.key)).sorted()
    let areaNumbers = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, UInt16($0)) })
    let keyNumbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, UInt32($0)) })
    var targets = [(kind: CounterKind, key: UInt32, areas: [UInt16])](
      repeating: (.stock, 0, []), count: rows.count)
    for (row, number) in rows {
      targets[Int(number)] = (row.kind, keyNumbers[row.key]!, row.place.areas.map { areaNumbers[$0]! })
    }
    var list: [Change] = []
    list.reserveCapacity(cells.count * 3)
    for (cell, value) in cells where value != (0, 0) {
      let target = targets[Int(cell >> 40)]
      let index = Int(Int64(bitPattern: cell << 24) >> 24)
      let chunk = Int32(target.kind.chunk(index))
      for area in target.areas {
        list.append(
          Change(
            area: area, kind: UInt8(target.kind.rawValue), chunk: chunk, key: target.key, index: index, a: value.a,
            b: value.b))
      }
    }
    list.sort(by: Change.precedes)
    return (list, areas, keys)
  }
}

/// A row of the counters by its key.
struct CounterRow {
  var area: String
  var kind: Int
  var chunk: Int
  var key: String

  func add(_ cells: [CounterCell], _ db: Database) throws {
    let kept = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT cells FROM counter WHERE area = ? AND kind = ? AND chunk = ? AND key = ?"),
      arguments: [area, kind, chunk, key])
    let sum = CounterCell.sum(kept.map(CounterCell.decode) ?? [], cells)
    if sum.isEmpty {
      try db.cachedStatement(sql: "DELETE FROM counter WHERE area = ? AND kind = ? AND chunk = ? AND key = ?")
        .execute(arguments: [area, kind, chunk, key])
    } else {
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO counter (area, kind, chunk, key, cells) VALUES (?,?,?,?,?)"
      ).execute(arguments: [area, kind, chunk, key, CounterCell.encode(sum)])
    }
  }
}
