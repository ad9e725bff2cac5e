import GRDB
import Journey
import Quota

extension Casebook {
  /// What the stories say for the ledger, of all municipalities, for half-years from `first` on; read once.
  public func taskFigures(from first: Day) throws(CasebookFailure) -> TaskFigures {
    let (housed, onTheWay) = try read { db in (try housedByDay(db, from: first), try personsOnTheWay(db)) }
    return TaskFigures(
      housed: { code, from, through in
        housed[code]?.reduce(0) { $1.day >= from && $1.day <= through ? $0 + $1.persons : $0 } ?? 0
      },
      onTheWay: { onTheWay[$0] ?? 0 })
  }

  private func housedByDay(_ db: Database, from first: Day) throws -> [String: [(day: Day, persons: Int)]] {
    var housed: [String: [(day: Day, persons: Int)]] = [:]
    let rows = try GRDB.Row.fetchCursor(
      db,
      sql: """
        SELECT municipality, realised, sum(persons) FROM dossier INDEXED BY by_realised
        WHERE realised >= \(first.number) AND realised IS NOT NULL GROUP BY realised, municipality
        """)
    while let row = try rows.next() { housed[row[0], default: []].append((Day(number: row[1]), row[2])) }
    return housed
  }

  private func personsOnTheWay(_ db: Database) throws -> [String: Int] {
    let stages = [Stage.linked, .search, .contract, .moving].map { String($0.rawValue) }.joined(separator: ",")
    var persons: [String: Int] = [:]
    let rows = try GRDB.Row.fetchCursor(
      db, sql: "SELECT municipality, sum(persons) FROM tally WHERE stage IN (\(stages)) GROUP BY municipality")
    while let row = try rows.next() { persons[row[0]] = row[1] }
    return persons
  }
}
