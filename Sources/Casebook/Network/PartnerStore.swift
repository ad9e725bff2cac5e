import Foundation
import GRDB
import Journey

/// Reads and appends the stories of the network within one transaction, and keeps what lists read of them.
struct PartnerStore {
  let db: Database

  private var book: ChainedBook {
    ChainedBook(db: db, table: "partner_event", mark: "network", subject: "partner")
  }

  func last() throws -> Int { try book.last() }

  /// Whoever joined under this number; nil when nobody did.
  func load(_ id: PartnerID) throws -> Partner? {
    let wire = PartnerWire()
    let events = try book.events(where: "partner = ?", [id.rawValue]).map { $0.partnerEvent(wire) }
    return events.isEmpty ? nil : Partner(id, events)
  }

  /// Those in whose stories an act left something.
  func partners(of act: EventID) throws -> [PartnerID] {
    try Int.fetchAll(
      db.cachedStatement(sql: "SELECT DISTINCT partner FROM partner_event WHERE act = ? ORDER BY partner"),
      arguments: [act.data]
    ).map { PartnerID($0) }
  }

  /// The latest acts of this account, the last first.
  func acts(of account: String, limit: Int) throws -> [EventID] {
    try Data.fetchAll(
      db, sql: "SELECT act FROM partner_event WHERE actor = ? GROUP BY act ORDER BY max(number) DESC LIMIT ?",
      arguments: [account, limit]
    ).map { EventID(data: $0) }
  }

  func append(_ events: [PartnerEvent], _ wire: PartnerWire) throws {
    try book.append(events.map { StoredEvent($0, wire) })
  }

  func broken() throws -> Int? { try book.broken() }

  // MARK: - What lists read

  func row(_ id: PartnerID) throws -> PartnerRow? {
    try GRDB.Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(PartnerRow.columns) FROM partner WHERE id = ?"), arguments: [id.rawValue]
    ).map(PartnerRow.init)
  }

  /// Those of that name at that place, the latest last.
  func rows(_ contact: Contact) throws -> [PartnerRow] {
    try GRDB.Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT \(PartnerRow.columns) FROM partner WHERE \(ContactStore.one) ORDER BY id"),
      arguments: ContactStore.names(contact)
    ).map(PartnerRow.init)
  }

  /// Those of a name, whatever the capitals and accents, and wherever they work.
  func named(_ name: String) throws -> [PartnerRow] {
    let key = Folding.key(name)
    return try GRDB.Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(PartnerRow.columns) FROM partner INDEXED BY by_partner_key
          WHERE key >= ?1 AND key < ?1 || '}' ORDER BY key, id
          """), arguments: [key]
    ).map(PartnerRow.init).filter { Folding.key($0.contact.name) == key }
  }

  func verdict(_ asked: StandIn, _ rules: Rulebook, today: Day) throws -> Deputy.Verdict {
    asked.verdict(among: try named(DeputyName(asked.deputy).name).map(\.asDeputy), rules, today: today)
  }

  /// Puts the row of a partner in the place of the former one.
  func project(_ partner: Partner) throws {
    let old = try row(partner.id)
    let new = partner.isThere ? PartnerRow(partner) : nil
    let contacts = ContactStore(db: db)
    // Who leaves stays listed: whether their last day is past is for whoever reads.
    if let old { try contacts.list(old.contact, in: old.card.area, by: -1) }
    if let new { try contacts.list(new.contact, in: new.card.area, by: 1) }
    if let new {
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO partner (\(PartnerRow.columns), key) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
      ).execute(arguments: new.arguments)
    } else {
      try db.cachedStatement(sql: "DELETE FROM partner WHERE id = ?").execute(arguments: [partner.id.rawValue])
    }
  }

  /// Makes who spoke with whom anew, of one partner.
  func projectTalks(_ partner: Partner) throws {
    try db.cachedStatement(sql: "DELETE FROM talk WHERE partner = ?").execute(arguments: [partner.id.rawValue])
    for (number, (day, talk)) in partner.talks.enumerated() {
      guard let other = try row(talk.with) else { continue }
      // Both ways: either side of a link finds it.
      for (party, with) in [
        (partner.contact.party, other.contact.party), (other.contact.party, partner.contact.party),
      ] {
        try db.cachedStatement(
          sql: """
            INSERT OR REPLACE INTO talk (municipality, party, other, day, number, partner, with_partner)
            VALUES (?,?,?,?,?,?,?)
            """
        ).execute(arguments: [
          talk.municipality, party.rawValue, with.rawValue, Int(day.number), partner.id.rawValue * 1000 + number % 1000,
          partner.id.rawValue, talk.with.rawValue,
        ])
      }
    }
  }

  /// All that lists read, from the events.
  func rebuild() throws {
    try db.execute(sql: "DELETE FROM partner; DELETE FROM talk")
    let ids = try Int.fetchAll(db, sql: "SELECT DISTINCT partner FROM partner_event ORDER BY partner")
    for id in ids { if let partner = try load(PartnerID(id)) { try project(partner) } }
    for id in ids {
      if let partner = try load(PartnerID(id)), !partner.talks.isEmpty { try projectTalks(partner) }
    }
  }
}

extension StoredEvent {
  /// An event of the network in the same form as one of a dossier, under the number of the partner.
  init(_ event: PartnerEvent, _ wire: PartnerWire) {
    let (kind, version, body) = wire.encode(event.body)
    self.init(
      dossier: Int64(event.partner.rawValue), sequence: event.number, id: event.id, kind: kind, version: version,
      day: Int(event.day.number), recordedAt: event.recordedAt, actor: event.actor.name,
      party: event.actor.party.rawValue, source: event.source.rawValue, act: event.act, body: body)
  }

  func partnerEvent(_ wire: PartnerWire) -> PartnerEvent {
    PartnerEvent(
      id: id, number: sequence, partner: PartnerID(Int(dossier)), day: Day(number: Int32(truncatingIfNeeded: day)),
      recordedAt: recordedAt, actor: Actor(actor, PartyID(party)), source: Event.Source(rawValue: source) ?? .sync,
      act: act, body: wire.decode(kind: kind, version: version, json: body))
  }
}
