import GRDB
import Journey

/// What one story says of somebody, as the table holds it: where it counts, and what it adds.
struct AcquaintanceRow: Hashable, Sendable {
  var acquaintance: Acquaintance
  /// Of the dossier; empty: not linked.
  var municipality: String

  static let columns =
    "party, org, name, municipality, known, turn, quiet, since, stage, spoken, agreed, kept, days, drawn"

  init(_ acquaintance: Acquaintance, _ municipality: String) {
    (self.acquaintance, self.municipality) = (acquaintance, municipality)
  }

  init(_ row: GRDB.Row) {
    func day(_ number: Int) -> Day { Day(number: Int32(truncatingIfNeeded: number)) }
    acquaintance = Acquaintance(Contact(PartyID(row[0]), organisation: row[1], name: row[2]))
    municipality = row[3]
    acquaintance.isKnown = row[4] as Int == 1
    if row[5] as Int == 1 {
      acquaintance.turn = .init(
        since: day(row[7]), quiet: day(row[6]), stage: Stage(rawValue: row[8]) ?? .reception)
    }
    let spoken: Int = row[9]
    acquaintance.lastContact = spoken == 0 ? nil : day(spoken)
    acquaintance.kept = row[11]
    let days: String = row[12]
    (acquaintance.answers, acquaintance.breaches) = (ResponseDays(text: days), Breaches(text: days))
    acquaintance.isDrawnIn = row[13] as Int == 1
  }

  var arguments: StatementArguments {
    let (one, turn) = (acquaintance, acquaintance.turn)
    return [
      one.contact.party.rawValue, one.contact.organisation, one.contact.name, municipality, one.isKnown ? 1 : 0,
      turn == nil ? 0 : 1, turn.map { Int($0.quiet.number) } ?? Schema.noDay,
      turn.map { Int($0.since.number) } ?? Schema.noDay, turn?.stage.rawValue ?? 0,
      one.lastContact.map { Int($0.number) } ?? 0, one.kept + one.breaches.total, one.kept,
      ContactHeap.text(one.answers, one.breaches),
      one.isDrawnIn ? 1 : 0,
    ]
  }
}

/// Reads and writes what stories say of people, and moves the sums along.
struct AcquaintanceStore {
  let db: Database
  let heap: ContactHeap

  func insert(_ rows: [AcquaintanceRow], of dossier: Int64) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO acquaintance (dossier, \(AcquaintanceRow.columns)) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """)
    for row in rows {
      try insert.execute(arguments: [dossier] + row.arguments)
      heap.add(row, by: 1)
    }
  }

  /// Only what is otherwise than it was costs anything.
  func replace(_ new: [AcquaintanceRow], of dossier: Int64) throws {
    let old = try rows(dossier)
    if old == new { return }
    let delete = try db.cachedStatement(
      sql: "DELETE FROM acquaintance WHERE dossier = ? AND party = ? AND org = ? AND name = ?")
    for row in old where !new.contains(row) {
      let contact = row.acquaintance.contact
      try delete.execute(arguments: [dossier, contact.party.rawValue, contact.organisation, contact.name])
      heap.add(row, by: -1)
    }
    try insert(new.filter { !old.contains($0) }, of: dossier)
  }

  /// In order of party, organisation and name.
  func rows(_ dossier: Int64) throws -> [AcquaintanceRow] {
    try GRDB.Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT \(AcquaintanceRow.columns) FROM acquaintance WHERE dossier = ? ORDER BY party, org, name"),
      arguments: [dossier]
    ).map(AcquaintanceRow.init)
  }
}
