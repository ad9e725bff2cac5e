import Foundation
import GRDB
import Journey

extension Casebook {
  /// Does an action: decides it on the dossier as it is now, appends the events, updates what lists read. On the disk when
  /// it returns.
  ///
  /// - Parameters:
  ///   - seen: the version the person had before them; nil when they had none. When the dossier moved on since and the
  ///     action no longer holds, the failure is `.moved` with the dossier as it now is.
  /// - Returns: the dossier after it.
  @discardableResult
  public func perform(
    _ action: Action, on id: DossierID, seen: Int?, by actor: Actor, source: Event.Source, rules: Rulebook, today: Day
  ) throws(CasebookFailure) -> Dossier {
    let wire = Wire()
    return try write { db in
      let story = StoryStore(db: db, wire: wire, stamps: stamps)
      guard let dossier = try story.load(id) else { throw CasebookFailure.notFound("Dossier \(id)") }
      let present = try story.present(action, today: today)
      let decision: Decision
      do throws(Refusal) {
        decision = try dossier.decide(present, rules: rules, today: today)
      } catch {
        if let seen, seen < dossier.sequence { throw CasebookFailure.moved(error, dossier) }
        throw CasebookFailure.refused(error)
      }
      return try story.record(decision, in: dossier, by: actor, source: source, rules: rules)
    }
  }

  /// Opens a new dossier under the next free number of the year. The first body is what registers the household; all of
  /// them together are one act.
  @discardableResult
  public func register(
    _ bodies: [(Day, Event.Body)], year: Int, by actor: Actor, source: Event.Source, rules: Rulebook, today: Day
  ) throws(CasebookFailure) -> Dossier {
    let wire = Wire()
    return try write { db in
      let story = StoryStore(db: db, wire: wire, stamps: stamps)
      var entries: [Decision.Entry] = []
      var trial = Dossier(id: try story.newID(year: year))
      let fresh = trial
      for (index, (day, body)) in bodies.enumerated() {
        // Each is decided on what the ones before it made of the household.
        for entry in try trial.decide(.record(body, on: day), rules: rules, today: today).own {
          entries.append(entry)
          let id = EventID(high: 0, low: UInt64(index * 16 + entries.count))
          trial.apply(
            Event(
              id: id, sequence: trial.sequence + 1, day: entry.day, recordedAt: 0, actor: actor, source: source,
              act: id,
              body: entry.body))
        }
      }
      guard !entries.isEmpty else { throw CasebookFailure.refused(.nothingToRecord) }
      return try story.record(Decision(own: entries), in: fresh, by: actor, source: source, rules: rules)
    }
  }

  /// A number nobody has yet; taken only once something is recorded under it.
  public func newID(year: Int) throws(CasebookFailure) -> DossierID {
    try read { db in try StoryStore(db: db, wire: Wire(), stamps: stamps).newID(year: year) }
  }

  /// The household and its whole story; nil when there is none under this number.
  public func dossier(_ id: DossierID) throws(CasebookFailure) -> Dossier? {
    try read { db in try StoryStore(db: db, wire: Wire(), stamps: stamps).load(id) }
  }

  /// The latest act in this dossier that can be taken back, for ``Action/undo(act:)``.
  public func lastUndoable(_ id: DossierID) throws(CasebookFailure) -> EventID? {
    try dossier(id)?.undoableAct
  }
}

extension Refusal {
  static let nothingToRecord = Refusal(Phrase("Er is niets vast te leggen.", "There is nothing to record."))
}

/// Reads and appends stories within one transaction.
struct StoryStore {
  let db: Database
  let wire: Wire
  let stamps: Stamps

  func load(_ id: DossierID) throws -> Dossier? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredEvent.columns) FROM event WHERE dossier = ? ORDER BY seq")
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [id.value])
    var events: [Event] = []
    while let row = try rows.next() { events.append(StoredEvent(row).event(wire)) }
    return events.isEmpty ? nil : Dossier.fold(id, events)
  }

  func newID(year: Int) throws -> DossierID {
    let last = try Int64.fetchOne(
      db, sql: "SELECT max(dossier) FROM event WHERE dossier BETWEEN ? AND ?",
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

  /// Appends what was decided, everywhere it was decided, as one act.
  func record(
    _ decision: Decision, in dossier: Dossier, by actor: Actor, source: Event.Source, rules: Rulebook
  ) throws -> Dossier {
    let now = stamps.now()
    let act = stamps.eventID(at: now)
    var first: EventID? = act
    let result = try append(decision.own, to: dossier, at: now, act, &first, actor, source, rules)
    for other in decision.others {
      let before = try load(other.id) ?? Dossier(id: other.id)
      _ = try append(other.entries, to: before, at: now, act, &first, actor, source, rules)
    }
    return result
  }

  private func append(
    _ entries: [Decision.Entry], to dossier: Dossier, at now: Int64, _ act: EventID, _ first: inout EventID?,
    _ actor: Actor, _ source: Event.Source, _ rules: Rulebook
  ) throws -> Dossier {
    var dossier = dossier
    var head =
      try Data.fetchOne(
        db, sql: "SELECT hash FROM event WHERE dossier = ? ORDER BY seq DESC LIMIT 1", arguments: [dossier.id.value])
      ?? Chain.start
    let insert = try db.cachedStatement(sql: StoredEvent.insert)
    for entry in entries {
      let event = Event(
        id: first ?? stamps.eventID(at: now), sequence: dossier.sequence + 1, day: entry.day, recordedAt: now,
        actor: actor, source: source, act: act, body: entry.body)
      first = nil
      let stored = StoredEvent(event, of: dossier.id, wire)
      head = Chain.hash(after: head, stored)
      try insert.execute(arguments: stored.arguments(hash: head))
      dossier.apply(event)
    }
    try ProjectionStore(db: db).replace(Projection(dossier, rules), head: head)
    return dossier
  }
}
