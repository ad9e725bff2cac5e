import Journey

/// What an act on the network was: of whom, and what was recorded of them.
public struct NetworkDeed: Hashable, Sendable {
  public let body: PartnerEvent.Body
  /// As they were called then.
  public let people: [Contact]
}

extension Casebook {
  /// Of a taking back, and of what takes that back, what it was about in the end; nil where nobody's story has the act.
  public func networkDeed(_ act: EventID) throws(CasebookFailure) -> NetworkDeed? {
    try read { db in
      let store = PartnerStore(db: db)
      var act = act
      while true {
        let stories = try store.partners(of: act).compactMap { try store.load($0) }
        guard let body = stories.first?.story.last(where: { $0.act == act })?.body else { return nil }
        if case .undone(let what) = body {
          act = what.act
          continue
        }
        let people = stories.map { partner in
          let last = partner.story.lastIndex { $0.act == act } ?? 0
          return Partner(partner.id, Array(partner.story[...last])).contact
        }
        return NetworkDeed(body: body, people: people)
      }
    }
  }
}
