import Foundation
import GRDB
import Journey

/// What became of one act on many households.
public struct ManyOutcome: Sendable {
  public struct One: Sendable {
    public var id: DossierID
    public var name: String
    /// Why it does not hold for this one; nil: it does.
    public var why: Refusal?
    /// The agreed moment that goes with it.
    public var lapses: LapsedMoment?
    /// Whom it names at a party.
    public var contact: Contact?
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
  public typealias ActionOfEach = @Sendable (Dossier) throws(Refusal) -> Action

  /// For which of these dossiers an action holds. Records nothing.
  ///
  /// - Parameter goesOn: is told how many were looked at; false ends it.
  /// - Returns: nil when it was ended.
  public func tryEach(
    _ ids: [DossierID], rules: Rulebook, today: Day, goesOn: (Int) -> Bool = { _ in true },
    action: @escaping ActionOfEach
  ) throws(CasebookFailure) -> ManyOutcome? {
    defer { SpareMemory.giveBack() }
    do {
      let stamps = stamps
      return try each(ids, goesOn: goesOn) { db, id in
        let story = StoryStore(db: db, wire: Wire(), stamps: stamps)
        return try story.found(id, rules: rules, today: today, action).map { Readied($0.one) }
      } take: { _ in
      }
    } catch {
      throw CasebookFailure(error, path: path)
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
    beside side: NetworkSide? = nil, goesOn: (Int) -> Bool = { _ in true }, action: @escaping ActionOfEach
  ) throws(CasebookFailure) -> ManyOutcome? {
    var isEnded = false
    // Pages of all these dossiers do not fit what one act needs; without room they are written out and read again.
    try room("PRAGMA cache_size = -65536")
    defer { leaveRoom() }
    do throws(CasebookFailure) {
      return try write { db in
        let stamps = stamps
        let story = StoryStore(db: db, wire: Wire(), stamps: stamps)
        let now = stamps.now()
        let act = stamps.eventID(at: now)
        var undone: Set<EventID> = []
        // Nobody else writes now, and no dossier is in it twice: what is read beside this is how each of them is.
        let outcome = try each(ids, goesOn: goesOn) { db, id in
          let store = StoryStore(db: db, wire: Wire(), stamps: stamps)
          guard let found = try store.found(id, rules: rules, today: today, action) else { return nil }
          var readied = Readied(found.one)
          guard let (made, decision) = found.holds else { return readied }
          if case .undo(let act) = made { readied.undoes = act }
          guard decision.others.isEmpty else {
            readied.rest = (found.dossier, decision)
            return readied
          }
          let events = decision.own.enumerated().map { index, entry in
            Event(
              id: stamps.eventID(at: now), sequence: found.dossier.sequence + 1 + index, day: entry.day,
              recordedAt: now, actor: actor, source: source, act: act, body: entry.body)
          }
          readied.addition = Addition(events, to: found.dossier, after: found.head, rules, store.wire)
          try ProjectionStore(db: db, counters: store.counters).readAhead(id.value)
          return readied
        } take: { readied in
          if let addition = readied.addition { try story.write(addition) }
          if let (dossier, decision) = readied.rest {
            _ = try story.record(decision, in: dossier, by: actor, source: source, rules: rules, as: act)
          }
          if let act = readied.undoes { undone.insert(act) }
        }
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

  /// Each of them once, in order: readied ahead on threads of their own, and taken here.
  private func each(
    _ ids: [DossierID], goesOn: (Int) -> Bool, ready: @escaping @Sendable (Database, DossierID) throws -> Readied?,
    take: (Readied) throws -> Void
  ) throws -> ManyOutcome? {
    var seen: Set<DossierID> = []
    let ids = ids.filter { seen.insert($0).inserted }
    var outcome = ManyOutcome()
    guard goesOn(0) else { return nil }
    let ahead = Ahead(ids.count, pool) { db, index in try ready(db, ids[index]) }
    defer { ahead.end() }
    for index in ids.indices {
      if index % 16 == 0, index > 0, !goesOn(index) { return nil }
      guard let readied = try ahead.take() else { continue }
      try take(readied)
      outcome.all.append(readied.one)
    }
    return goesOn(ids.count) ? outcome : nil
  }
}

/// What an act comes to in one dossier, all but the writing.
private struct Readied: Sendable {
  let one: ManyOutcome.One
  var addition: Addition?
  /// What other dossiers take part in is done where it is written.
  var rest: (Dossier, Decision)?
  var undoes: EventID?

  init(_ one: ManyOutcome.One) { self.one = one }
}

extension StoryStore {
  /// A dossier, and what an action on it comes to; nil where there is none of this number.
  fileprivate func found(
    _ id: DossierID, rules: Rulebook, today: Day, _ action: Casebook.ActionOfEach
  ) throws -> (one: ManyOutcome.One, dossier: Dossier, head: Data, holds: (Action, Decision)?)? {
    guard let (dossier, head) = try loadWithHead(id) else { return nil }
    do throws(Refusal) {
      let made = try action(dossier)
      let decision = try dossier.decide(made, rules: rules, today: today)
      var one = ManyOutcome.One(id: id, name: dossier.name)
      for entry in decision.own {
        one.lapses = one.lapses ?? dossier.lapsing(by: entry.body, on: entry.day)
        one.contact = one.contact ?? entry.body.contacts.first
      }
      return (one, dossier, head, (made, decision))
    } catch {
      return (.init(id: id, name: dossier.name, why: error), dossier, head, nil)
    }
  }
}
