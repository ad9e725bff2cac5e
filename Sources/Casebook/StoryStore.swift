import Foundation
import GRDB
import Journey

/// Reads and appends stories within one transaction.
struct StoryStore {
  let db: Database
  let wire: Wire
  let stamps: Stamps
  let counters = CounterHeap()

  func load(_ id: DossierID) throws -> Dossier? { try loadWithHead(id)?.dossier }

  /// With the hash of its last event.
  func loadWithHead(_ id: DossierID) throws -> (dossier: Dossier, head: Data)? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredEvent.columns) FROM event WHERE dossier = ? ORDER BY seq")
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [id.value])
    var (events, head): ([Event], Data) = ([], Chain.start)
    while let row = try rows.next() {
      events.append(StoredEvent(row).event(wire))
      head = row[12]
    }
    return events.isEmpty ? nil : (Dossier.fold(id, events), head)
  }

  func newID(year: Int) throws -> DossierID {
    let last = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT max(dossier) FROM event WHERE dossier BETWEEN ? AND ?"),
      arguments: [DossierID(year: year, serial: 0).value, DossierID(year: year, serial: 9_999_999).value])
    return last.map { DossierID(value: $0 + 1) } ?? DossierID(year: year, serial: 1)
  }

  /// The action as it stands now: a number for a new household may have been taken, and one that joins may have moved on,
  /// since the form was opened.
  func present(_ action: Action, today: Day) throws -> Action {
    switch action {
    case .split(let persons, let into, let day, let text):
      let taken = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM event WHERE dossier = ?)", arguments: [into.value])
      guard taken == true else { return action }
      return .split(persons, into: try newID(year: into.year), on: day, text: text)
    case .merge(let other, let day): return .merge(try load(other.id) ?? other, on: day)
    default: return action
    }
  }

  /// The events of one act that was decided on a dossier with `sequence` events.
  func events(
    _ entries: [Decision.Entry], after sequence: Int, by actor: Actor, source: Event.Source
  ) -> [Event] {
    let now = stamps.now()
    let act = stamps.eventID(at: now)
    return entries.enumerated().map { index, entry in
      Event(
        id: index == 0 ? act : stamps.eventID(at: now), sequence: sequence + index + 1, day: entry.day,
        recordedAt: now, actor: actor, source: source, act: act, body: entry.body)
    }
  }

  /// Appends what was decided, everywhere it was decided, as one act.
  ///
  /// - Parameter common: the act it is a part of, when other dossiers take part in it too; whoever gives one settles
  ///   the counters when all are recorded.
  func record(
    _ decision: Decision, in dossier: Dossier, by actor: Actor, source: Event.Source, rules: Rulebook,
    as common: EventID? = nil
  ) throws -> Dossier {
    let now = stamps.now()
    let act = common ?? stamps.eventID(at: now)
    var first: EventID? = common == nil ? act : nil
    let result = try append(decision.own, to: dossier, at: now, act, &first, actor, source, rules)
    for other in decision.others {
      let before = try load(other.id) ?? Dossier(id: other.id)
      _ = try append(other.entries, to: before, at: now, act, &first, actor, source, rules)
    }
    if common == nil { try counters.settle(db) }
    return result
  }

  private func append(
    _ entries: [Decision.Entry], to dossier: Dossier, at now: Int64, _ act: EventID, _ first: inout EventID?,
    _ actor: Actor, _ source: Event.Source, _ rules: Rulebook
  ) throws -> Dossier {
    let head =
      try Data.fetchOne(
        db.cachedStatement(sql: "SELECT hash FROM event WHERE dossier = ? ORDER BY seq DESC LIMIT 1"),
        arguments: [dossier.id.value])
      ?? Chain.start
    let events = entries.enumerated().map { index, entry in
      defer { first = nil }
      return Event(
        id: first ?? stamps.eventID(at: now), sequence: dossier.sequence + 1 + index, day: entry.day, recordedAt: now,
        actor: actor, source: source, act: act, body: entry.body)
    }
    let addition = Addition(events, to: dossier, after: head, rules, wire)
    try write(addition)
    return addition.dossier
  }

  func write(_ addition: Addition) throws {
    try Casebook.countChange(db)
    let insert = try db.cachedStatement(sql: StoredEvent.insert)
    for (stored, hash) in addition.events { try insert.execute(arguments: stored.arguments(hash: hash)) }
    try ProjectionStore(db: db, counters: counters).replace(addition.projection, head: addition.head)
  }
}

/// Events that go on a story, with all that is written of them: making it needs no casebook.
struct Addition: Sendable {
  private(set) var events: [(StoredEvent, hash: Data)] = []
  private(set) var head: Data
  /// After them.
  private(set) var dossier: Dossier
  let projection: Projection

  init(_ events: [Event], to dossier: Dossier, after head: Data, _ rules: Rulebook, _ wire: Wire) {
    (self.dossier, self.head) = (dossier, head)
    for event in events {
      let stored = StoredEvent(event, of: dossier.id, wire)
      self.head = Chain.hash(after: self.head, stored)
      self.events.append((stored, self.head))
      self.dossier.apply(event)
    }
    projection = Projection(self.dossier, rules)
  }
}
