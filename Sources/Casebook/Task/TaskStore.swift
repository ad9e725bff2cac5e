import Foundation
import GRDB
import Journey
import Quota

/// Reads and appends postings of the task within one transaction. They form one chain of hashes, as a dossier's events do.
struct TaskStore {
  let db: Database

  static let table = """
    CREATE TABLE IF NOT EXISTS task_event (
      number INTEGER PRIMARY KEY, id BLOB NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, day INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL, actor TEXT NOT NULL, party TEXT NOT NULL, source TEXT NOT NULL, act BLOB NOT NULL,
      body TEXT NOT NULL, hash BLOB NOT NULL);
    """

  /// As an event of a dossier, of dossier 0: what that writes and reads serves for both.
  private static let columns = "number, id, kind, version, day, recorded_at, actor, party, source, act, body, hash"
  private static let insert = "INSERT INTO task_event (\(columns)) VALUES (?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)"

  /// The highest number; 0 when nothing was posted.
  func last() throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(number), 0) FROM task_event")) ?? 0
  }

  /// Those after a number, in order.
  func events(after number: Int) throws -> [TaskEvent] {
    let wire = TaskWire()
    return try stored(after: number).map { $0.0.taskEvent(wire) }
  }

  func append(_ event: TaskEvent, _ wire: TaskWire) throws {
    let head =
      try Data.fetchOne(db.cachedStatement(sql: "SELECT hash FROM task_event ORDER BY number DESC LIMIT 1"))
      ?? Chain.start
    let stored = StoredEvent(event, wire)
    let hash = Chain.hash(after: head, stored)
    let known = try end()
    // An end that is not where it was stays as it was noted, so that a check finds it.
    if try known == nil || known == End(number: last(), head: head) {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO meta (key, value) VALUES ('task', ?)")
        .execute(arguments: [End(number: stored.sequence, head: hash).text])
    }
    try db.cachedStatement(sql: Self.insert).execute(arguments: stored.arguments(hash: hash))
  }

  /// The number of the first posting that is missing or was tampered with; nil when the chain is whole.
  func broken() throws -> Int? {
    var (head, expected) = (Chain.start, 1)
    for (event, hash) in try stored(after: 0) {
      guard event.sequence == expected, Chain.hash(after: head, event) == hash else { return expected }
      (head, expected) = (hash, expected + 1)
    }
    guard let kept = try end(), kept != End(number: expected - 1, head: head) else { return nil }
    return min(expected, max(1, kept.number))
  }

  /// Number and hash of the last posting, kept beside the book: without it nobody would miss the last ones.
  private struct End: Equatable {
    var number: Int
    var head: Data
    var text: String { "\(number) \(head.base64EncodedString())" }
  }

  /// nil: nothing was posted since it is kept.
  private func end() throws -> End? {
    guard let text = try String.fetchOne(db.cachedStatement(sql: "SELECT value FROM meta WHERE key = 'task'")) else {
      return nil
    }
    let parts = text.split(separator: " ")
    // One that cannot be read is the end of no book.
    return End(
      number: parts.first.flatMap { Int($0) } ?? 0,
      head: parts.last.flatMap { Data(base64Encoded: String($0)) } ?? Data())
  }

  private func stored(after number: Int) throws -> [(StoredEvent, Data)] {
    let statement = try db.cachedStatement(
      sql: "SELECT 0, \(Self.columns) FROM task_event WHERE number > ? ORDER BY number")
    return try GRDB.Row.fetchAll(statement, arguments: [number]).map { row in
      (StoredEvent(row), row[12])
    }
  }
}

extension StoredEvent {
  /// A posting in the same form as an event of a dossier, of dossier 0: one chain for both.
  init(_ event: TaskEvent, _ wire: TaskWire) {
    dossier = 0
    sequence = event.number
    id = event.id
    (kind, version, body) = wire.encode(event.body)
    day = Int(event.day.number)
    recordedAt = event.recordedAt
    actor = event.actor.name
    party = event.actor.party.rawValue
    source = event.source.rawValue
    act = event.act
  }

  func taskEvent(_ wire: TaskWire) -> TaskEvent {
    TaskEvent(
      id: id, number: sequence, day: Day(number: Int32(truncatingIfNeeded: day)), recordedAt: recordedAt,
      actor: Actor(actor, PartyID(party)), source: Event.Source(rawValue: source) ?? .sync, act: act,
      body: wire.decode(kind: kind, version: version, json: body))
  }
}
