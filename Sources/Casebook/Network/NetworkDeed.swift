import Journey

/// What an act on the network was: of whom, and what was recorded of them.
public struct NetworkDeed: Hashable, Sendable {
  public let body: PartnerEvent.Body
  /// As they were called then.
  public let people: [Contact]
  /// The day it is of.
  public let day: Day
  /// Of a talk, with whom; nil where they are not in the network any more.
  public let with: Contact?
}

extension Casebook {
  /// Of a taking back, and of what takes that back, what it was about in the end; nil where nobody's story has the act.
  public func networkDeed(_ act: EventID) throws(CasebookFailure) -> NetworkDeed? {
    try read { db in
      let store = PartnerStore(db: db)
      var act = act
      while true {
        var stories = try store.partners(of: act).compactMap { try store.load($0) }
        // Who follows may have been taken in with it: it is of whom they follow.
        let followed = stories.filter { $0.story.contains { $0.act == act && $0.body.kind == .succeeded } }
        if !followed.isEmpty { stories = followed }
        guard let event = stories.first?.story.last(where: { $0.act == act }) else { return nil }
        if case .undone(let what) = event.body {
          act = what.act
          continue
        }
        let people = stories.map { partner in
          let last = partner.story.lastIndex { $0.act == act } ?? 0
          return Partner(partner.id, Array(partner.story[...last])).contact
        }
        var with: Contact?
        if case .spoke(let talk) = event.body { with = try store.row(talk.with)?.contact }
        return NetworkDeed(body: event.body, people: people, day: event.day, with: with)
      }
    }
  }
}
