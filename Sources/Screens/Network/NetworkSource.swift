import Casebook
import Journey

/// Lists of people. Called from a worker's thread.
protocol PeopleSource: Sendable {
  func page(_ query: NetworkQuery, beyond row: NetworkRow?, forward: Bool, limit: Int, today: Day) throws
    -> [NetworkRow]
  /// Somebody as they are now, whether or not a list has them.
  func person(_ contact: Contact, _ area: Area, today: Day) throws -> NetworkRow?
  func count(_ query: NetworkQuery, today: Day) throws -> Count
}

/// Where the screen of the network gets its people and records to. Called from a worker's thread.
struct NetworkSource: PeopleSource {
  let casebook: Casebook
  let rules: Rulebook
  let user: String
  let isReadOnly: Bool
  /// Under which what is typed here is kept.
  let window: Window

  /// In place of the people of the casebook, for a test.
  var staged: (any PeopleSource)?

  /// Counting stops here: more is said as "> 100.000".
  private static let most = 100_000

  private func own(_ draft: String) -> String { Casebook.heldKey(user + "|" + draft, by: window) }

  private func said<Value>(_ job: () throws(CasebookFailure) -> Value) throws(SourceFailure) -> Value {
    do { return try job() } catch { throw SourceFailure(phrase: error.phrase) }
  }

  func page(
    _ query: NetworkQuery, beyond row: NetworkRow?, forward: Bool, limit: Int, today: Day
  ) throws -> [NetworkRow] {
    if let staged {
      return try staged.page(query, beyond: row, forward: forward, limit: limit, today: today)
    }
    return try said { () throws(CasebookFailure) in
      try casebook.people(
        query, from: row, direction: forward ? .forward : .backward, limit: limit, rules: rules, today: today)
    }
  }

  func person(_ contact: Contact, _ area: Area, today: Day) throws -> NetworkRow? {
    if let staged { return try staged.person(contact, area, today: today) }
    return try said { () throws(CasebookFailure) in
      try casebook.person(contact, in: area, rules: rules, today: today)
    }
  }

  func count(_ query: NetworkQuery, today: Day) throws -> Count {
    if let staged { return try staged.count(query, today: today) }
    let number = try said { () throws(CasebookFailure) in
      try casebook.count(query, limit: Self.most, rules: rules, today: today)
    }
    return Count(number: number, isCapped: number >= Self.most)
  }

  func organisations(_ query: NetworkQuery, limit: Int, today: Day) throws -> [OrganisationRow] {
    try said { () throws(CasebookFailure) in
      try casebook.organisations(query, limit: limit, rules: rules, today: today)
    }
  }

  func connections(_ area: Area, today: Day) throws -> [Connection] {
    try said { () throws(CasebookFailure) in try casebook.connections(area, today: today) }
  }

  /// People to choose from in a form about a household of this municipality.
  func colleagues(near municipality: String?, today: Day) -> [PartnerRow] {
    (try? casebook.colleagues(near: municipality, limit: 400, today: today)) ?? []
  }

  /// All of a name, wherever they work.
  func namesakes(_ name: String) throws -> [PartnerRow] {
    try said { () throws(CasebookFailure) in try casebook.namesakes(name) }
  }

  /// Somebody of a household as the network has them, also where the household knows their name alone.
  func listed(_ contact: Contact) throws -> PartnerRow? {
    try said { () throws(CasebookFailure) -> PartnerRow? in
      if contact.name.isEmpty { return nil }
      if let known = try casebook.listed(contact) { return known }
      let fitting = try casebook.namesakes(contact.name).filter { $0.contact.isAt(contact) }
      return fitting.count == 1 ? fitting[0] : nil
    }
  }

  /// Who stands in for somebody, as the network has them.
  func deputy(of row: PartnerRow) throws -> PartnerRow? {
    let meant = DeputyName(row.away?.deputy ?? row.card.deputy)
    if meant.name.isEmpty { return nil }
    return try namesakes(meant.name).last { meant.means($0.contact, for: row.contact) }
  }

  /// nil: the account is somebody's that is known here, or that cannot be read.
  func unknown(account: String) -> UnknownAccount? {
    if account == user || (try? casebook.isKnown(account: account)) ?? true { return nil }
    return UnknownAccount(name: account, meant: (try? casebook.nearest(account: account)) ?? nil)
  }

  /// How many municipalities the households that have this person are in; nil where that cannot be read.
  func towns(of contact: Contact, in area: Area) -> Int? { try? casebook.towns(of: contact, in: area) }

  /// Whoever left or is away.
  func absent(today: Day) -> [PartnerRow] { (try? casebook.absent(on: today, limit: 2_000)) ?? [] }

  func toHandOver(from contact: Contact, in area: Area) throws -> (ids: [DossierID], known: Int) {
    try said { () throws(CasebookFailure) in try casebook.toHandOver(from: contact, in: area) }
  }

  func left(_ contact: Contact, today: Day) throws -> Bool {
    try said { () throws(CasebookFailure) in try casebook.left(contact, today: today) }
  }

  func scene(_ row: NetworkRow?, _ area: Area, today: Day) throws -> PartnerScene {
    try scene(of: row?.contact, row?.partner?.id, area, today: today)
  }

  /// Of somebody along a connection, and whom they are to speak with.
  func scene(of contact: Contact, with other: Contact? = nil, _ area: Area, today: Day) throws -> PartnerScene {
    func known(_ contact: Contact) throws -> PartnerRow? {
      try said { () throws(CasebookFailure) in try casebook.listed(contact) }
    }
    var scene = try self.scene(of: contact, known(contact)?.id, area, today: today)
    guard let other, let row = try known(other) else { return scene }
    if !scene.others.contains(where: { $0.id == row.id }) { scene.others.insert(named(row), at: 0) }
    scene.other = row.id
    return scene
  }

  private func named(_ one: PartnerRow) -> (id: PartnerID, name: String) {
    let place = one.contact.organisation.isEmpty ? rules.party(one.contact.party).nl : one.contact.organisation
    return (one.id, "\(one.contact.name) · \(place)")
  }

  func scene(of contact: Contact?, _ id: PartnerID?, _ area: Area, today: Day) throws -> PartnerScene {
    let partner = try id.flatMap { id in try said { () throws(CasebookFailure) in try casebook.partner(id) } }
    let town: String? = if case .municipality(let code) = area { code } else { nil }
    let others = colleagues(near: town, today: today).filter { $0.id != partner?.id && !$0.isGone(today) }
    var scene = PartnerScene(
      contact: contact, partner: partner, area: area, others: others.map(named), rules: rules, today: today)
    // Of how many is said only where that is known.
    if let contact, scene.isGap, let towns = towns(of: contact, in: area) { scene.towns = towns }
    return scene
  }

  /// - Parameter draft: the key of what was typed for it, which is gone once it is recorded.
  func record(_ entry: PartnerEntry, ending draft: String, today: Day) -> TaskAnswer {
    answer { () throws(CasebookFailure) in
      var before: Partner?
      if let id = entry.partner { before = try casebook.partner(id) }
      let asked = StandIn(entry.body, on: entry.day, of: before ?? Partner(PartnerID(0), []))
      try casebook.record(
        [entry], by: Actor(user), source: .screen, rules: rules, today: today, ending: own(draft))
      let notes = try self.notes(entry.body, of: before?.contact, asked, today: today)
      return notes.reduce(entry.body.name) { $0 + Phrase(" (let op: \($1.nl))", " (note: \($1.en))") }
    }
  }

  /// Somebody goes for whom no dossier waits.
  func record(_ side: NetworkSide, ending draft: String, today: Day) -> TaskAnswer {
    answer { () throws(CasebookFailure) in
      try casebook.record(
        side, by: Actor(user), source: .screen, rules: rules, today: today, ending: own(draft))
      return PartnerAct.succeed.name
    }
  }

  /// What to know of what was recorded: that a deputy works elsewhere, and for whom somebody who goes was to stand in.
  private func notes(
    _ body: PartnerEvent.Body, of contact: Contact?, _ asked: StandIn?, today: Day
  ) throws(CasebookFailure) -> [Phrase] {
    var notes: [Phrase] = []
    if let asked, case .warns(let warning) = try casebook.verdict(asked, rules, today: today) { notes.append(warning) }
    guard let contact, body.kind == .absent || body.kind == .left else { return notes }
    let waiting = try casebook.absent(on: today, limit: 2_000).filter { one in
      one.contact.party == contact.party && one.contact != contact && one.isAway(today)
        && one.away.map { DeputyName($0.deputy).means(contact, for: one.contact) } == true
    }
    if let first = waiting.first?.contact.name {
      notes.append(Phrase("vervangt \(first)", "stands in for \(first)"))
    }
    return notes
  }

  /// The same of each of these people, as one act; whoever it does not hold for is left out and named.
  func record(
    each rows: [NetworkRow], _ body: PartnerEvent.Body, on day: Day, ending draft: String, today: Day
  ) -> TaskAnswer {
    answer { () throws(CasebookFailure) in
      var (entries, left): ([PartnerEntry], [(name: String, why: Refusal)]) = ([], [])
      for row in rows {
        guard let id = row.partner?.id, let partner = try casebook.partner(id) else {
          let why = Phrase("nog niet in het netwerk", "not in the network yet")
          left.append((row.contact.name, Refusal(why)))
          continue
        }
        var why = partner.refusal(body, on: day, rules, today: today)
        if why == nil { why = try refusal(StandIn(body, on: day, of: partner), today: today) }
        if let why {
          left.append((row.contact.name, why))
        } else {
          entries.append(PartnerEntry(id, on: day, body))
        }
      }
      guard !entries.isEmpty else { throw .refused(left[0].why) }
      try casebook.record(
        entries, by: Actor(user), source: .screen, rules: rules, today: today, ending: own(draft))
      let count = entries.count
      let done = Phrase(same: ": ") + Digits.counted(count, Phrase("mens", "person"), Phrase("mensen", "people"))
      guard let first = left.first else { return body.name + done }
      return body.name + done
        + Phrase(
          ", \(left.count) niet (\(first.name): \(first.why.text(.nl)))",
          ", \(left.count) not (\(first.name): \(first.why.text(.en)))")
    }
  }

  /// Why whoever is named does not stand in.
  private func refusal(_ asked: StandIn?, today: Day) throws(CasebookFailure) -> Refusal? {
    guard let asked, case .refused(let why) = try casebook.verdict(asked, rules, today: today) else { return nil }
    return why
  }

  /// The latest act on the network, where it left something in households too; nil where it did not, or there is none.
  func inHouseholds(again: Bool) throws -> Model.LastAct? {
    if isReadOnly { return nil }
    return try said { () throws(CasebookFailure) -> Model.LastAct? in
      let found = again ? try casebook.redoableNetworkAct(by: user) : try casebook.undoableNetworkAct(by: user)
      guard let act = found else { return nil }
      let ids = try casebook.dossiers(of: act)
      return ids.isEmpty ? nil : Model.LastAct(dossiers: ids, act: act, isUndo: again, isMany: true)
    }
  }

  /// - Parameter again: takes the latest taking back itself back.
  func takeBack(again: Bool, today: Day) -> TaskAnswer {
    answer { () throws(CasebookFailure) in
      let found = again ? try casebook.redoableNetworkAct(by: user) : try casebook.undoableNetworkAct(by: user)
      guard let act = found else {
        throw .refused(Refusal(again ? Words.nothingToRedo : Words.nothingToUndoNetwork))
      }
      let deed = try casebook.networkDeed(act)
      try casebook.undoNetwork(act: act, by: Actor(user), source: .screen, rules: rules, today: today)
      return deed?.words ?? Phrase("netwerk", "network")
    }
  }

  /// One person follows another in all these dossiers, or only whether that holds for each.
  func succeed(
    _ succession: Event.Succession, in ids: [DossierID], _ extent: Extent, beside side: NetworkSide?, today: Day,
    goesOn: (Int) -> Bool
  ) -> ManyAnswer {
    if isReadOnly { return .failed(Words.readOnly.phrase) }
    let action: Casebook.ActionOfEach = { _ throws(Refusal) in .record(.contactSucceeded(succession), on: today) }
    do throws(CasebookFailure) {
      let outcome =
        switch extent {
        case .tries: try casebook.tryEach(ids, rules: rules, today: today, goesOn: goesOn, action: action)
        case .records(let draft):
          try casebook.performEach(
            ids, by: Actor(user), source: .screen, rules: rules, today: today, ending: draft.map(own),
            beside: side, goesOn: goesOn, action: action)
        }
      return outcome.map(ManyAnswer.done) ?? .ended
    } catch {
      return .failed(error.phrase)
    }
  }

  private func answer(_ job: () throws(CasebookFailure) -> Phrase) -> TaskAnswer {
    if isReadOnly { return .refused(Words.readOnly) }
    do throws(CasebookFailure) {
      return .done(try job())
    } catch {
      if case .refused(let refusal) = error { return .refused(refusal) }
      return .failed(error.phrase)
    }
  }
}
