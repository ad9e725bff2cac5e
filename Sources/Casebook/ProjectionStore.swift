import Foundation
import GRDB
import Journey

/// Writes projections; to be used within one transaction.
struct ProjectionStore {
  let db: Database

  /// Puts the projection in place of the former one, and moves the counters and the search text along.
  func replace(_ new: Projection, head: Data) throws {
    let old = try counted(new.id)
    let oldText = try String.fetchOne(cached("SELECT text FROM search_text WHERE id = ?"), arguments: [new.id])
    try insert(new, head: head)
    if let old { try tally(old, by: -1) }
    try tally(new.counted, by: 1)
    if oldText != new.text {
      if let oldText { try removeSearch(new.id, oldText) }
      try addSearch(new.id, new.text)
    }
    try run("DELETE FROM person WHERE dossier = ?", [new.id])
    try insertPeople(new)
  }

  func remove(_ id: Int64) throws {
    if let old = try counted(id) { try tally(old, by: -1) }
    if let text = try String.fetchOne(cached("SELECT text FROM search_text WHERE id = ?"), arguments: [id]) {
      try removeSearch(id, text)
      try run("DELETE FROM search_text WHERE id = ?", [id])
    }
    try run("DELETE FROM person WHERE dossier = ?", [id])
    try run("DELETE FROM dossier WHERE id = ?", [id])
  }

  func insert(_ projection: Projection, head: Data) throws {
    try run(
      "INSERT OR REPLACE INTO dossier (\(Projection.columns)) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      projection.arguments(head: head))
  }

  func insertPeople(_ projection: Projection) throws {
    for person in projection.people {
      try run(
        "INSERT OR REPLACE INTO person (dossier, person, v_number, bsn, name, birth) VALUES (?,?,?,?,?,?)",
        [projection.id, person.person, person.vNumber, person.bsn, person.name, person.birth])
    }
  }

  func insertText(_ id: Int64, _ text: String) throws {
    try run("INSERT OR REPLACE INTO search_text (id, text) VALUES (?,?)", [id, text])
  }

  private func addSearch(_ id: Int64, _ text: String) throws {
    try insertText(id, text)
    try run("INSERT INTO search (rowid, text) VALUES (?,?)", [id, text])
  }

  private func removeSearch(_ id: Int64, _ text: String) throws {
    // The index holds no texts of its own: it has to be told what to forget.
    try run("INSERT INTO search (search, rowid, text) VALUES ('delete',?,?)", [id, text])
  }

  private func counted(_ id: Int64) throws -> Counted? {
    try GRDB.Row.fetchOne(
      cached("SELECT municipality, stage, party, persons FROM dossier WHERE id = ?"), arguments: [id]
    ).map { Counted(key: TallyKey(municipality: $0[0], stage: $0[1], party: $0[2]), persons: $0[3]) }
  }

  private func tally(_ counted: Counted, by sign: Int) throws {
    try add(counted.key, households: sign, persons: sign * counted.persons)
  }

  func add(_ key: TallyKey, households: Int, persons: Int) throws {
    try run(
      """
      INSERT INTO tally (municipality, stage, party, households, persons) VALUES (?,?,?,?,?)
      ON CONFLICT DO UPDATE SET households = households + excluded.households, persons = persons + excluded.persons
      """, [key.municipality, key.stage, key.party, households, persons])
  }

  private func cached(_ sql: String) throws -> Statement { try db.cachedStatement(sql: sql) }
  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try cached(sql).execute(arguments: arguments)
  }
}

struct TallyKey: Hashable, Sendable {
  var municipality: String
  var stage: Int
  var party: String
}

struct Counted {
  var key: TallyKey
  var persons: Int
}

extension Projection {
  var counted: Counted {
    Counted(
      key: TallyKey(municipality: municipality, stage: stage, party: waitingOn?.party.rawValue ?? ""), persons: persons)
  }
}
