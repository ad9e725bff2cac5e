import Foundation
import GRDB
import Journey
import Quota

/// Reads and appends postings of the task within one transaction.
struct TaskStore {
  let db: Database

  static let table = "CREATE TABLE IF NOT EXISTS task_event (\(ChainedBook.columns));"

  private var book: ChainedBook { ChainedBook(db: db, table: "task_event", mark: "task") }

  /// The highest number; 0 when nothing was posted.
  func last() throws -> Int { try book.last() }

  /// Those after a number, in order.
  func events(after number: Int) throws -> [TaskEvent] {
    let wire = TaskWire()
    return try book.events(where: "number > ?", [number]).map { $0.taskEvent(wire) }
  }

  func append(_ event: TaskEvent, _ wire: TaskWire) throws { try book.append([StoredEvent(event, wire)]) }

  /// The number of the first posting that is missing or was tampered with; nil when the chain is whole.
  func broken() throws -> Int? { try book.broken() }
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
