import Foundation
import GRDB
import Journey

/// Writes projections; to be used within one transaction.
struct ProjectionStore {
  let db: Database
  /// Changes to the counters wait here; whoever writes settles them before the end of the transaction.
  let counters: CounterHeap
  private var lessons: LessonStore { LessonStore(db: db) }

  var acquaintances: AcquaintanceStore { AcquaintanceStore(db: db, heap: counters.contacts) }

  /// Puts the projection in place of the former one, and moves the counters and the search text along.
  func replace(_ new: Projection, head: Data) throws {
    let old = try counted(new.id)
    let now = Counted(new)
    let oldText = try String.fetchOne(cached("SELECT text FROM search_text WHERE id = ?"), arguments: [new.id])
    try update(new, head: head)
    if old != now {
      if let old { try count(old, of: new.id, by: -1) }
      try count(now, of: new.id, by: 1)
      if old?.way != now.way { try replaceWay(new) }
    }
    let former = old.map { WayBytes.decode($0.way, of: DossierID(value: new.id)) }
    try lessons.replace(new.learned, of: new.id, cleared: former.map(BlockerDays.cleared) ?? [])
    if oldText != new.text {
      if let oldText { try removeSearch(new.id, oldText) }
      try addSearch(new.id, new.text)
    }
    if try Projection.Named.kept(of: new.id, db) != new.people {
      try run("DELETE FROM person WHERE dossier = ?", [new.id])
      try insertPeople(new)
    }
    try acquaintances.replace(new.acquaintances, of: new.id)
  }

  /// Has the pages that replacing it needs read from the disk, so that whoever writes does not wait for them.
  func readAhead(_ id: Int64) throws {
    _ = try counted(id)
    _ = try String.fetchOne(cached("SELECT text FROM search_text WHERE id = ?"), arguments: [id])
    _ = try Projection.Named.kept(of: id, db)
    _ = try acquaintances.rows(id)
    _ = try Int.fetchOne(
      cached(
        "SELECT 1 FROM dossier INDEXED BY by_changed WHERE changed = (SELECT changed FROM dossier WHERE id = ?) AND id = ?"
      ), arguments: [id, id])
  }

  /// Writes only the columns that differ, so that the indexes of all others stay untouched.
  private func update(_ new: Projection, head: Data) throws {
    let kept = try GRDB.Row.fetchOne(
      cached("SELECT \(Projection.columns) FROM dossier WHERE id = ?"), arguments: [new.id])
    guard let kept else { return try insert(new, head: head) }
    let values = new.values(head: head)
    let changed = values.indices.filter { kept[$0] as DatabaseValue != values[$0] }
    guard !changed.isEmpty else { return }
    let assignments = changed.map { "\(Projection.columnNames[$0]) = ?" }.joined(separator: ", ")
    try run(
      "UPDATE dossier SET \(assignments) WHERE id = ?",
      StatementArguments(changed.map { values[$0] } + [new.id.databaseValue]))
  }

  func insert(_ projection: Projection, head: Data) throws {
    try run(
      "INSERT OR REPLACE INTO dossier (\(Projection.columns)) VALUES (\(Self.marks))",
      projection.arguments(head: head))
  }

  private static let marks = Projection.columnNames.map { _ in "?" }.joined(separator: ",")

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
      cached("SELECT \(Counted.columns) FROM dossier LEFT JOIN way ON way.dossier = dossier.id WHERE id = ?"),
      arguments: [id]
    ).map(Counted.init)
  }

  private func count(_ counted: Counted, of id: Int64, by sign: Int) throws {
    try add(counted.tallyKey, households: sign, persons: sign * counted.persons)
    counters.add(counted.contributions(of: DossierID(value: id)), by: sign)
  }

  func insertWay(_ projection: Projection) throws {
    try run("INSERT OR REPLACE INTO way (dossier, legs) VALUES (?,?)", [projection.id, projection.way])
    for one in projection.realisations {
      try run(
        """
        INSERT INTO realisation (day, municipality, dossier, rule, persons) VALUES (?,?,?,?,?)
        ON CONFLICT DO UPDATE SET persons = persons + excluded.persons
        """, [Int(one.day.number), one.municipality, projection.id, one.rule, one.persons])
    }
    for town in projection.departures {
      try run("INSERT INTO departure (municipality, dossier) VALUES (?,?)", [town, projection.id])
    }
  }

  private func replaceWay(_ new: Projection) throws {
    let old = try Data.fetchOne(cached("SELECT legs FROM way WHERE dossier = ?"), arguments: [new.id]).map {
      WayBytes.decode($0, of: DossierID(value: new.id))
    }
    for town in old?.departures ?? [] {
      try run("DELETE FROM departure WHERE municipality = ? AND dossier = ?", [town, new.id])
    }
    for one in old?.realisations ?? [] {
      try run(
        "DELETE FROM realisation WHERE day = ? AND municipality = ? AND dossier = ? AND rule = ?",
        [Int(one.day.number), one.municipality, new.id, one.rule])
    }
    try insertWay(new)
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

extension Counted {
  var tallyKey: TallyKey { TallyKey(municipality: municipality, stage: stage, party: party) }
}
