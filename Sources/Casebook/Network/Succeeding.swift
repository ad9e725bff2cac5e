import GRDB
import Journey

/// What an act on many dossiers does in the network beside it, in the same transaction.
public enum NetworkSide: Hashable, Sendable {
  /// This person (nil: whom the network does not know, or nobody by name) is followed by another; with the last day they are
  /// there, where that is known, and the card of who follows, where there is more to know of them.
  case succeeded(PartnerID?, by: Contact, until: Day?, card: PartnerCard? = nil)
  /// An act is taken back: in the network too.
  case takenBack(EventID)
}

extension Casebook {
  /// Open dossiers in which an act on the network left something: of those that have, or are led by, whomever it is of or
  /// who followed them.
  public func dossiers(of act: EventID) throws(CasebookFailure) -> [DossierID] {
    try read { db in
      let store = PartnerStore(db: db)
      let bodies = try store.partners(of: act).compactMap { try store.load($0) }.flatMap { $0.story.map(\.body) }
      var found: Set<DossierID> = []
      for contact in Set(bodies.compactMap(\.person)) {
        let led = contact.party == .municipality ? "UNION SELECT id FROM dossier WHERE owner = ?3" : ""
        let ids = try Int64.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT id FROM (SELECT dossier AS id FROM acquaintance INDEXED BY by_person_known
                WHERE known = 1 AND party = ?1 AND org = ?2 AND name = ?3 \(led)) AS had
              WHERE EXISTS (SELECT 1 FROM event WHERE event.dossier = had.id AND event.act = ?4)
              """), arguments: ContactStore.names(contact) + [act.data])
        found.formUnion(ids.map(DossierID.init(value:)))
      }
      return found.sorted()
    }
  }

  /// Open dossiers of the area that somebody of a municipality leads there.
  func led(by contact: Contact, in area: Area, limit: Int) throws(CasebookFailure) -> [DossierID] {
    guard contact.party == .municipality, !contact.name.isEmpty else { return [] }
    var parts = [SQL("owner = ?", [contact.name]), SQL("stage <> \(Stage.closed.rawValue)")]
    if area != .country { parts.append(.among("municipality", area.municipalities)) }
    if !contact.organisation.isEmpty {
      let towns = Reference.municipalities.filter { [$0.dailyName, $0.name].contains(contact.organisation) }
      let codes = towns.map(\.code)
      parts.append(.among("municipality", codes))
    }
    let which = SQL.joined(parts, "AND", none: "1")
    return try read { db in
      try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM dossier INDEXED BY by_owner WHERE \(which.text) ORDER BY id LIMIT ?"),
        arguments: which.arguments + [limit]
      ).map(DossierID.init(value:))
    }
  }

  /// Records the side of an act in the network, under the act itself.
  func record(
    _ side: NetworkSide, as act: EventID, by actor: Actor, source: Event.Source, rules: Rulebook, today: Day,
    _ db: Database
  ) throws {
    let entries: [PartnerEntry]
    switch side {
    case .succeeded(let partner, let successor, let until, let card):
      var all: [PartnerEntry] = []
      if let partner {
        let known = try PartnerStore(db: db).row(partner)
        if let until, known?.until == nil { all.append(PartnerEntry(partner, on: today, .left(.init(until: until)))) }
        all.append(PartnerEntry(partner, on: today, .succeeded(.init(successor))))
      }
      if let card {
        // Of who is there already the number alone.
        let entry = try PartnerStore(db: db).entry(of: card, on: today, today: today) { known in
          var reachable = known
          reachable.phone = card.phone
          return reachable
        }
        all += [entry].compactMap(\.self)
      }
      entries = all
    case .takenBack(let act):
      // Where some dossiers kept it the first time, the network has it back already.
      let store = PartnerStore(db: db)
      entries = try store.partners(of: act).filter { try store.load($0)?.hasTakenBack(act) == false }
        .map { PartnerEntry($0, on: today, .undone(.init(act))) }
    }
    guard !entries.isEmpty else { return }
    _ = try record(entries, as: act, by: actor, source: source, rules: rules, today: today, db)
  }

  /// Records it of the network alone, where no dossier waits for who goes.
  ///
  /// - Parameter draft: the key of what was typed for it.
  public func record(
    _ side: NetworkSide, by actor: Actor, source: Event.Source, rules: Rulebook, today: Day,
    ending draft: String? = nil
  ) throws(CasebookFailure) {
    try write { db in
      let act = stamps.eventID(at: stamps.now())
      if let draft { try db.execute(sql: "DELETE FROM draft WHERE key = ?", arguments: [draft]) }
      try record(side, as: act, by: actor, source: source, rules: rules, today: today, db)
    }
  }
}

extension PartnerEvent.Body {
  /// What somebody is called from then on, or who follows them.
  fileprivate var person: Contact? {
    switch self {
    case .joined(let card), .changed(let card): card.contact
    case .succeeded(let successor): successor.to
    default: nil
    }
  }
}
