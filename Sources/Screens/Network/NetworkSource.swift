import Casebook
import Journey

/// Where the screen of the network gets its people and records to. Called from a worker's thread.
struct NetworkSource: Sendable {
  let casebook: Casebook
  let rules: Rulebook
  let user: String
  let isReadOnly: Bool
  /// Under which what is typed here is kept.
  let window: Window

  /// Counting stops here: more is said as "> 100.000".
  private static let most = 100_000

  private func own(_ draft: String) -> String { Casebook.heldKey(user + "|" + draft, by: window) }

  private func said<Value>(_ job: () throws(CasebookFailure) -> Value) throws(SourceFailure) -> Value {
    do { return try job() } catch { throw SourceFailure(phrase: error.phrase) }
  }

  func page(
    _ query: NetworkQuery, beyond row: NetworkRow?, forward: Bool, limit: Int, today: Day
  ) throws -> [NetworkRow] {
    try said { () throws(CasebookFailure) in
      try casebook.people(
        query, from: row, direction: forward ? .forward : .backward, limit: limit, rules: rules, today: today)
    }
  }

  func count(_ query: NetworkQuery, today: Day) throws -> Count {
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

  /// Whoever left or is away.
  func absent(today: Day) -> [PartnerRow] { (try? casebook.absent(on: today, limit: 2_000)) ?? [] }

  func toHandOver(from contact: Contact, in area: Area) throws -> [DossierID] {
    try said { () throws(CasebookFailure) in try casebook.toHandOver(from: contact, in: area) }
  }

  func left(_ contact: Contact, today: Day) throws -> Bool {
    try said { () throws(CasebookFailure) in try casebook.left(contact, today: today) }
  }

  func scene(_ row: NetworkRow?, _ area: Area, today: Day) throws -> PartnerScene {
    let partner = try row?.partner.flatMap { row in
      try said { () throws(CasebookFailure) in try casebook.partner(row.id) }
    }
    let town: String? = if case .municipality(let code) = area { code } else { nil }
    let others = colleagues(near: town, today: today).filter { $0.id != partner?.id && !$0.isGone(today) }
    return PartnerScene(
      contact: row?.contact, partner: partner, area: area,
      others: others.map { one in
        let place = one.contact.organisation.isEmpty ? rules.party(one.contact.party).nl : one.contact.organisation
        return (one.id, "\(one.contact.name) · \(place)")
      }, rules: rules, today: today)
  }

  /// - Parameter draft: the key of what was typed for it, which is gone once it is recorded.
  func record(_ entry: PartnerEntry, ending draft: String, today: Day) -> TaskAnswer {
    answer { () throws(CasebookFailure) in
      try casebook.record(
        [entry], by: Actor(user), source: .screen, rules: rules, today: today, ending: own(draft))
      return entry.body.name
    }
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
        if let why = partner.refusal(body, on: day, rules, today: today) {
          left.append((row.contact.name, why))
        } else {
          entries.append(PartnerEntry(id, on: day, body))
        }
      }
      guard !entries.isEmpty else { throw .refused(left[0].why) }
      try casebook.record(
        entries, by: Actor(user), source: .screen, rules: rules, today: today, ending: own(draft))
      let count = entries.count
      let done = count == 1 ? Phrase(": 1 mens", ": 1 person") : Phrase(": \(count) mensen", ": \(count) people")
      guard let first = left.first else { return body.name + done }
      return body.name + done
        + Phrase(
          ", \(left.count) niet (\(first.name): \(first.why.text(.nl)))",
          ", \(left.count) not (\(first.name): \(first.why.text(.en)))")
    }
  }

  /// - Parameter again: takes the latest taking back itself back.
  func takeBack(again: Bool, today: Day) -> TaskAnswer {
    answer { () throws(CasebookFailure) in
      let found = again ? try casebook.redoableNetworkAct(by: user) : try casebook.undoableNetworkAct(by: user)
      guard let act = found else {
        throw .refused(Refusal(again ? Words.nothingToRedo : Words.nothingToUndoNetwork))
      }
      let after = try casebook.undoNetwork(act: act, by: Actor(user), source: .screen, rules: rules, today: today)
      return after.first?.contact.name.isEmpty == false
        ? Phrase(same: after[0].contact.name) : Phrase("netwerk", "network")
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
