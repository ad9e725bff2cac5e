import GRDB
import Journey

/// One number for each municipality that stands for its rows of who counts for the task and of who left: it can be made from
/// the tables and from the stories, in any order and in pieces. Other rows give another number but for a chance of 1 in 2^64.
struct RowSeals: Equatable, Sendable {
  private var sums: [String: UInt64] = [:]

  init() {}

  /// Of what the tables hold.
  init(_ db: Database) throws {
    var rows = try GRDB.Row.fetchCursor(db, sql: "SELECT municipality, day, dossier, rule, persons FROM realisation")
    while let row = try rows.next() { add(row[0], day: row[1], row[2], rule: row[3], row[4]) }
    rows = try GRDB.Row.fetchCursor(db, sql: "SELECT municipality, dossier FROM departure")
    while let row = try rows.next() { add(row[0], departed: row[1]) }
  }

  static func += (seals: inout RowSeals, other: RowSeals) {
    seals.sums.merge(other.sums) { $0 &+ $1 }
  }

  mutating func add(_ projection: Projection) {
    // The table keeps one row of what came to count on one day by one rule.
    let rows = Dictionary(
      projection.realisations.map { (Row(municipality: $0.municipality, day: $0.day, rule: $0.rule), $0.persons) },
      uniquingKeysWith: +)
    for (row, persons) in rows {
      add(row.municipality, day: Int(row.day.number), projection.id, rule: row.rule, persons)
    }
    for town in projection.departures { add(town, departed: projection.id) }
  }

  /// Municipalities of which they differ, in order of code.
  func differences(from other: RowSeals) -> [String] {
    Set(sums.keys).union(other.sums.keys).filter { sums[$0] != other.sums[$0] }.sorted()
  }

  private struct Row: Hashable {
    var municipality: String
    var day: Day
    var rule: String
  }

  private mutating func add(_ municipality: String, day: Int, _ dossier: Int64, rule: String, _ persons: Int) {
    put(municipality, "\(day)|\(dossier)|\(rule)|\(persons)")
  }

  private mutating func add(_ municipality: String, departed dossier: Int64) {
    put(municipality, "departed|\(dossier)")
  }

  private mutating func put(_ municipality: String, _ row: String) {
    sums[municipality, default: 0] &+= CounterSeal.mixed(CounterSeal.mark(row))
  }
}
