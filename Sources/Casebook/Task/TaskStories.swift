import GRDB
import Journey
import Quota

extension Casebook {
  /// What the stories say for the ledger, of all municipalities, for half-years from `first` on; read once.
  public func taskFigures(from first: Day) throws(CasebookFailure) -> TaskFigures {
    let housed = try realisedByMunicipality(.country, from: first, through: .max)
    let onTheWay = try read { db in try personsOnTheWay(db) }
    return TaskFigures(
      housed: { code, from, through in
        housed[code]?.byDay.reduce(0) { $1.key >= from && $1.key <= through ? $0 + $1.value : $0 } ?? 0
      },
      onTheWay: { onTheWay[$0] ?? 0 })
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

extension Day {
  /// After every real one.
  fileprivate static let max = Day(9999, 12, 31)!
}
