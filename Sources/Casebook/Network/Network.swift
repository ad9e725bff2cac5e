import GRDB
import Journey

/// Something to record of somebody at a party.
public struct PartnerEntry: Hashable, Sendable {
  /// nil: of somebody new.
  public var partner: PartnerID?
  public var day: Day
  public var body: PartnerEvent.Body
  public init(_ partner: PartnerID?, on day: Day, _ body: PartnerEvent.Body) {
    (self.partner, self.day, self.body) = (partner, day, body)
  }
}

/// The people at the parties, whom everybody who opens the casebook shares.
extension Casebook {
  /// Records as one act: all of it is on the disk when this returns, none when it throws.
  ///
  /// - Parameter draft: the key of what was typed for it: of no use once it is recorded.
  /// - Returns: the partners as they are after it, in the order of the entries.
  /// - Throws: `.refused` with the field it is about, decided on the network as it is when it is written.
  @discardableResult
  public func record(
    _ entries: [PartnerEntry], by actor: Actor, source: Event.Source, rules: Rulebook, today: Day,
    ending draft: String? = nil
  ) throws(CasebookFailure) -> [Partner] {
    try write { db in
      let act = stamps.eventID(at: stamps.now())
      if let draft { try db.execute(sql: "DELETE FROM draft WHERE key = ?", arguments: [draft]) }
      return try record(entries, as: act, by: actor, source: source, rules: rules, today: today, db)
    }
  }

  /// Takes people in as they are on a list: who is there already is changed where the list says more, and who is on it as
  /// they are is left alone, so the same list twice changes nothing.
  ///
  /// - Returns: how many joined and how many were changed.
  @discardableResult
  public func bring(
    _ cards: [PartnerCard], on day: Day, by actor: Actor, source: Event.Source, rules: Rulebook, today: Day,
    dryRun: Bool = false
  ) throws(CasebookFailure) -> (joined: Int, changed: Int) {
    func wanted(_ db: Database) throws -> [PartnerEntry] {
      let store = PartnerStore(db: db)
      return try cards.compactMap { card in
        try store.entry(of: card, on: day, today: today) { $0.filled(from: card) }
      }
    }
    func count(_ entries: [PartnerEntry]) -> (joined: Int, changed: Int) {
      let joined = entries.count { $0.partner == nil }
      return (joined, entries.count - joined)
    }
    if dryRun { return try read { db in count(try wanted(db)) } }
    return try write { db in
      let entries = try wanted(db)
      guard !entries.isEmpty else { return (0, 0) }
      let act = stamps.eventID(at: stamps.now())
      _ = try record(entries, as: act, by: actor, source: source, rules: rules, today: today, db)
      return count(entries)
    }
  }

  /// Takes back an act on the network, in the story of everybody it touched.
  @discardableResult
  public func undoNetwork(
    act: EventID, by actor: Actor, source: Event.Source, rules: Rulebook, today: Day
  ) throws(CasebookFailure) -> [Partner] {
    try write { db in
      let fresh = stamps.eventID(at: stamps.now())
      let entries = try PartnerStore(db: db).partners(of: act).map { PartnerEntry($0, on: today, .undone(.init(act))) }
      guard !entries.isEmpty else {
        throw CasebookFailure.refused(
          Refusal(Phrase("Er is niets om terug te nemen.", "There is nothing to take back.")))
      }
      return try record(entries, as: fresh, by: actor, source: source, rules: rules, today: today, db)
    }
  }

  /// The latest act of this account on the network that holds; nil when there is none among its latest.
  public func undoableNetworkAct(by account: String) throws(CasebookFailure) -> EventID? {
    try read { db in
      let store = PartnerStore(db: db)
      return try store.acts(of: account, limit: 50).first { act in
        try store.partners(of: act).contains { try store.load($0)?.undoableAct == act }
      }
    }
  }

  /// The latest taking back of this account on the network that can be taken back itself; nil when its latest act that holds
  /// is another.
  public func redoableNetworkAct(by account: String) throws(CasebookFailure) -> EventID? {
    try read { db in
      let store = PartnerStore(db: db)
      for act in try store.acts(of: account, limit: 50) {
        let partners = try store.partners(of: act).compactMap { try store.load($0) }
        if partners.contains(where: { $0.redoableAct == act }) { return act }
        if partners.contains(where: { $0.undoableAct == act }) { return nil }
      }
      return nil
    }
  }

  public func partner(_ id: PartnerID) throws(CasebookFailure) -> Partner? {
    try read { db in try PartnerStore(db: db).load(id) }
  }

  /// Whether whoever is named can stand in, as the network is now.
  public func verdict(_ asked: StandIn, _ rules: Rulebook, today: Day) throws(CasebookFailure) -> Deputy.Verdict {
    try read { db in try PartnerStore(db: db).verdict(asked, rules, today: today) }
  }

  /// All in the network of a name, whatever the capitals and accents and wherever they work; also who left.
  public func namesakes(_ name: String) throws(CasebookFailure) -> [PartnerRow] {
    try read { db in try PartnerStore(db: db).named(name) }
  }

  /// Somebody as the network has them, whether or not they are still there; nil: it does not know them.
  public func listed(_ contact: Contact) throws(CasebookFailure) -> PartnerRow? {
    try read { db in try PartnerStore(db: db).rows(contact).last }
  }

  /// Whether the network knows that they left: all of that name at that place.
  public func left(_ contact: Contact, today: Day) throws(CasebookFailure) -> Bool {
    let known = try read { db in try PartnerStore(db: db).rows(contact) }
    return !known.isEmpty && known.allSatisfy { $0.isGone(today) }
  }

  /// - Parameter act: what all of it has in common, also with what dossiers record of it.
  @discardableResult
  func record(
    _ entries: [PartnerEntry], as act: EventID, by actor: Actor, source: Event.Source, rules: Rulebook, today: Day,
    _ db: Database
  ) throws -> [Partner] {
    let (store, wire, now) = (PartnerStore(db: db), PartnerWire(), stamps.now())
    var (number, first) = (try store.last(), true)
    var events: [PartnerEvent] = []
    var after: [Partner] = []
    var standIns: [StandIn] = []
    var latest: [PartnerID: Partner] = [:]
    for entry in entries {
      number += 1
      let id = entry.partner ?? PartnerID(number)
      let before = try latest[id] ?? (entry.partner == nil ? nil : store.load(id)) ?? Partner(id, [])
      if let refusal = before.refusal(entry.body, on: entry.day, rules, today: today) {
        throw CasebookFailure.refused(refusal)
      }
      if let card = entry.body.card { try refuseKnown(card, id, store, today: today) }
      let event = PartnerEvent(
        id: first ? act : stamps.eventID(at: now), number: number, partner: id, day: entry.day, recordedAt: now,
        actor: actor, source: source, act: act, body: entry.body)
      first = false
      events.append(event)
      let partner = Partner(id, before.story + [event])
      if let asked = StandIn(entry.body, on: entry.day, of: before) { standIns.append(asked) }
      after.append(partner)
      latest[id] = partner
      try store.project(partner)
      if !partner.talks.isEmpty || !before.talks.isEmpty { try store.projectTalks(partner) }
    }
    // Looked at when all of it stands: of two who leave at once neither stands in for the other.
    for asked in standIns {
      if case .refused(let refusal) = try store.verdict(asked, rules, today: today) {
        throw CasebookFailure.refused(refusal)
      }
    }
    try store.append(events, wire)
    try Casebook.countChange(db)
    return after
  }

  /// One name at one place is one person, as long as they are there.
  private func refuseKnown(
    _ card: PartnerCard, _ id: PartnerID, _ store: PartnerStore, today: Day
  ) throws {
    guard try store.rows(card.contact).contains(where: { $0.id != id && !$0.isGone(today) }) else { return }
    let (name, place) = (card.contact.name, card.contact.organisation)
    let at = place.isEmpty ? Phrase(same: "") : Phrase(" bij \(place)", " at \(place)")
    throw CasebookFailure.refused(
      Refusal(
        Phrase("\(name)\(at.nl) is al in het netwerk.", "\(name)\(at.en) is in the network already."), field: "name"))
  }
}

extension PartnerStore {
  /// What takes somebody in, or writes on the card they have what it is not to lack; nil: it is there.
  func entry(
    of card: PartnerCard, on day: Day, today: Day, written: (PartnerCard) -> PartnerCard
  ) throws -> PartnerEntry? {
    guard let known = try rows(card.contact).last(where: { !$0.isGone(today) }) else {
      return PartnerEntry(nil, on: day, .joined(card))
    }
    let whole = written(known.card)
    return whole == known.card ? nil : PartnerEntry(known.id, on: day, .changed(whole))
  }
}

extension PartnerEvent.Body {
  /// What a person is called by from then on.
  fileprivate var card: PartnerCard? {
    switch self {
    case .joined(let card), .changed(let card): card
    default: nil
    }
  }
}

extension PartnerCard {
  /// With what the other says; where that says nothing as it is.
  func filled(from other: PartnerCard) -> PartnerCard {
    func one(_ mine: String, _ others: String) -> String { others.isEmpty ? mine : others }
    return PartnerCard(
      contact, function: one(function, other.function), phone: one(phone, other.phone), mail: one(mail, other.mail),
      deputy: one(deputy, other.deputy), area: one(area, other.area))
  }
}
