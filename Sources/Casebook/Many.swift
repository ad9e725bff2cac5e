import GRDB
import Journey

/// What became of one act on many households.
public struct ManyOutcome: Sendable {
  public struct One: Sendable {
    public var id: DossierID
    public var name: String
    /// Why it does not hold for this one; nil: it does.
    public var why: Refusal?
  }

  /// In the order that was asked for.
  public var all: [One] = []
  /// What all the events of it have in common; nil when nothing was recorded.
  public var act: EventID?

  public var done: [One] { all.filter { $0.why == nil } }
  public var left: [One] { all.filter { $0.why != nil } }
}

extension Casebook {
  /// Makes the action for a household as it is now, or says why it does not hold for that one.
  public typealias ActionOfEach = (Dossier) throws(Refusal) -> Action

  /// For which of these dossiers an action holds. Records nothing.
  ///
  /// - Parameter goesOn: is told how many were looked at; false ends it.
  /// - Returns: nil when it was ended.
  public func tryEach(
    _ ids: [DossierID], rules: Rulebook, today: Day, goesOn: (Int) -> Bool = { _ in true }, action: ActionOfEach
  ) throws(CasebookFailure) -> ManyOutcome? {
    defer { SpareMemory.giveBack() }
    return try read { db in
      let story = StoryStore(db: db, wire: Wire(), stamps: stamps)
      return try each(ids, story, rules: rules, today: today, goesOn: goesOn, action: action) { _, _ in }
    }
  }

  /// Does an action on each of these dossiers for which it holds, as one act: all of it is on the disk when this returns,
  /// or, when it was ended, none of it.
  ///
  /// - Parameters:
  ///   - draft: the key of what was typed for it: of no use once it is recorded for somebody.
  ///   - side: what it does in the network beside it.
  ///   - goesOn: is told how many were done; false ends it.
  /// - Returns: nil when it was ended.
  public func performEach(
    _ ids: [DossierID], by actor: Actor, source: Event.Source, rules: Rulebook, today: Day, ending draft: String? = nil,
    beside side: NetworkSide? = nil, goesOn: (Int) -> Bool = { _ in true }, action: ActionOfEach
  ) throws(CasebookFailure) -> ManyOutcome? {
    var isEnded = false
    // Pages of all these dossiers do not fit what one act needs; without room they are written out and read again.
    try room("PRAGMA cache_size = -65536")
    defer { leaveRoom() }
    do {
      return try write { db in
        let story = StoryStore(db: db, wire: Wire(), stamps: stamps)
        let act = stamps.eventID(at: stamps.now())
        var undone: Set<EventID> = []
        let outcome = try each(
          ids, story, rules: rules, today: today, goesOn: goesOn,
          action: { dossier throws(Refusal) in
            let made = try action(dossier)
            if case .undo(let act) = made { undone.insert(act) }
            return made
          },
          record: { dossier, decision in
            _ = try story.record(decision, in: dossier, by: actor, source: source, rules: rules, as: act)
          })
        guard var outcome else {
          isEnded = true
          throw Ended()
        }
        guard !outcome.done.isEmpty else { return outcome }
        try story.counters.settle(db)
        // What an act did in the network goes with it.
        for taken in undone.sorted(by: { ($0.high, $0.low) < ($1.high, $1.low) }) {
          try record(.takenBack(taken), as: act, by: actor, source: source, rules: rules, today: today, db)
        }
        if let side { try record(side, as: act, by: actor, source: source, rules: rules, today: today, db) }
        outcome.act = act
        if let draft { try db.execute(sql: "DELETE FROM draft WHERE key = ?", arguments: [draft]) }
        return outcome
      }
    } catch {
      if isEnded { return nil }
      throw error
    }
  }

  private struct Ended: Error {}

  func leaveRoom() {
    try? room("PRAGMA cache_size = -2000; PRAGMA shrink_memory")
    SpareMemory.giveBack()
  }

  func room(_ sql: String) throws(CasebookFailure) {
    do {
      try pool.writeWithoutTransaction { db in try db.execute(sql: sql) }
    } catch {
      throw CasebookFailure(error, path: path)
    }
  }

  private func each(
    _ ids: [DossierID], _ story: StoryStore, rules: Rulebook, today: Day, goesOn: (Int) -> Bool, action: ActionOfEach,
    record: (Dossier, Decision) throws -> Void
  ) throws -> ManyOutcome? {
    var outcome = ManyOutcome()
    for (index, id) in ids.enumerated() {
      if index % 16 == 0, !goesOn(index) { return nil }
      guard let dossier = try story.load(id) else { continue }
      let decision: Decision
      do throws(Refusal) {
        decision = try dossier.decide(try action(dossier), rules: rules, today: today)
      } catch {
        outcome.all.append(.init(id: id, name: dossier.name, why: error))
        continue
      }
      try record(dossier, decision)
      outcome.all.append(.init(id: id, name: dossier.name))
    }
    return goesOn(ids.count) ? outcome : nil
  }
}
