/// How long one party had the turn.
public struct Waited: Sendable, Hashable {
  public var party: PartyID
  /// Calendar days.
  public var days: Int
}

extension Dossier {
  /// Whom the days were spent waiting for, from the first event through `today` (or the closing). Every day is one
  /// party's: whoever had the turn when it began. So they add up to the time the household has been on its way.
  ///
  /// - Returns: the longest first.
  public func waited(_ rules: Rulebook, through today: Day) -> [Waited] {
    var days: [PartyID: Int] = [:]
    var past = Dossier(id: id)
    let exits = rules.steps.filter { $0.leaves != .none }
    var since: Day?
    for recorded in story where !takenBack.contains(recorded.id) && !recorded.body.rewrites {
      let event = effective(recorded)
      if let from = since, event.day > from, let party = past.partyToAct(exits) {
        days[party, default: 0] += min(event.day, today) - from
      }
      // Something told late takes no days away from whoever had them.
      since = max(since ?? event.day, event.day)
      past.apply(event)
      if let from = since, from >= today { break }
    }
    if let from = since, from < today, let party = past.partyToAct(exits) {
      days[party, default: 0] += today - from
    }
    return days.map { Waited(party: $0.key, days: $0.value) }.filter { $0.days > 0 }
      .sorted { $0.days != $1.days ? $0.days > $1.days : $0.party < $1.party }
  }
}

extension Event.Body {
  /// Says something about other events, nothing about the household.
  fileprivate var rewrites: Bool {
    switch self {
    case .undone, .corrected: true
    default: false
    }
  }
}
