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
  ///   - draft: the key of what was typed for it: of no use once it is recorded.
  /// - Returns: the dossier after it.
  @discardableResult
  public func perform(
    _ action: Action, on id: DossierID, seen: Int?, by actor: Actor, source: Event.Source, rules: Rulebook, today: Day,
    ending draft: String? = nil
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
      if case .record(let body, _) = present { try story.refuseKnownNumbers([body], in: id) }
      if let draft { try db.execute(sql: "DELETE FROM draft WHERE key = ?", arguments: [draft]) }
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
      try story.refuseKnownNumbers(entries.map(\.body), in: fresh.id)
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
}

extension Refusal {
  static let nothingToRecord = Refusal(Phrase("Er is niets vast te leggen.", "There is nothing to record."))
}
