import Foundation
import GRDB
import Journey

/// A table of events beside the stories that form one chain of hashes, as a dossier's events do; its end is noted beside it.
struct ChainedBook {
  let db: Database
  let table: String
  /// Under which the end is noted.
  let mark: String
  /// The column that says what each event is about; nil: all are about one thing.
  var subject: String?

  private var columns: String {
    "number, id, kind, version, day, recorded_at, actor, party, source, act, body, hash"
      + (subject.map { ", " + $0 } ?? "")
  }

  /// The columns that every such table has.
  static let columns = """
    number INTEGER PRIMARY KEY, id BLOB NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, day INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL, actor TEXT NOT NULL, party TEXT NOT NULL, source TEXT NOT NULL, act BLOB NOT NULL,
    body TEXT NOT NULL, hash BLOB NOT NULL
    """

  /// The highest number; 0 when there is no event.
  func last() throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(number), 0) FROM \(table)")) ?? 0
  }

  func append(_ events: [StoredEvent]) throws {
    guard !events.isEmpty else { return }
    var head =
      try Data.fetchOne(db.cachedStatement(sql: "SELECT hash FROM \(table) ORDER BY number DESC LIMIT 1"))
      ?? Chain.start
    let known = try end()
    // An end that is not where it was stays as it was noted, so that a check finds it.
    let isAtEnd = try known == nil || known == End(number: last(), head: head)
    let insert = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns)) VALUES (?,?,?,?,?,?,?,?,?,?,?,?\(subject == nil ? "" : ",?"))")
    for event in events {
      head = Chain.hash(after: head, event)
      var values: StatementArguments = [
        event.sequence, event.id.data, event.kind, event.version, event.day, event.recordedAt, event.actor,
        event.party, event.source, event.act.data, event.body, head,
      ]
      if subject != nil { values += [event.dossier] }
      try insert.execute(arguments: values)
    }
    guard isAtEnd, let last = events.last else { return }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)")
      .execute(arguments: [mark, End(number: last.sequence, head: head).text])
  }

  /// The number of the first event that is missing or was tampered with; nil when the chain is whole.
  func broken() throws -> Int? {
    var (head, expected) = (Chain.start, 1)
    let rows = try GRDB.Row.fetchCursor(
      db.cachedStatement(sql: "SELECT \(columns) FROM \(table) ORDER BY number"))
    while let row = try rows.next() {
      let (event, hash) = (stored(row), row[11] as Data)
      guard event.sequence == expected, Chain.hash(after: head, event) == hash else { return expected }
      (head, expected) = (hash, expected + 1)
    }
    guard let kept = try end(), kept != End(number: expected - 1, head: head) else { return nil }
    return min(expected, max(1, kept.number))
  }

  /// In order of number.
  func events(where condition: String, _ arguments: StatementArguments) throws -> [StoredEvent] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM \(table) WHERE \(condition) ORDER BY number")
    return try GRDB.Row.fetchAll(statement, arguments: arguments).map(stored)
  }

  private func stored(_ row: GRDB.Row) -> StoredEvent {
    StoredEvent(
      dossier: subject == nil ? 0 : row[12], sequence: row[0], id: EventID(data: row[1]), kind: row[2], version: row[3],
      day: row[4], recordedAt: row[5], actor: row[6], party: row[7], source: row[8], act: EventID(data: row[9]),
      body: row[10])
  }

  /// Number and hash of the last event, kept beside the book: without it nobody would miss the last ones.
  private struct End: Equatable {
    var number: Int
    var head: Data
    var text: String { "\(number) \(head.base64EncodedString())" }
  }

  /// nil: nothing was recorded since it is kept.
  private func end() throws -> End? {
    guard
      let text = try String.fetchOne(
        db.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?"), arguments: [mark])
    else { return nil }
    let parts = text.split(separator: " ")
    // One that cannot be read is the end of no book.
    return End(
      number: parts.first.flatMap { Int($0) } ?? 0,
      head: parts.last.flatMap { Data(base64Encoded: String($0)) } ?? Data())
  }
}
