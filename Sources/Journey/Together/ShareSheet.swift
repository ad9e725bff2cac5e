/// What may go to one party for one purpose at this stage: no field more than the rulebook allows for it.
///
/// It is made anew every time and kept nowhere; the story keeps which kinds of data went to whom.
public struct ShareSheet: Sendable, Hashable {
  /// A field of the household; of a person all fields in one line, with no field of its own.
  public struct Line: Sendable, Hashable {
    public var label: Phrase
    public var value: Phrase
  }

  public struct LeftOut: Sendable, Hashable {
    public var what: Phrase
    public var why: Phrase
  }

  public var dossier: DossierID
  public var rule: SheetRule
  public var to: Contact
  /// The party, as the rulebook calls it.
  public var party: Phrase
  public var day: Day
  /// What it holds.
  public var fields: [SheetField]
  public var persons: [Phrase]
  public var lines: [Line]
  /// What the dossier knows and the sheet does not say.
  public var leftOut: [LeftOut]
  /// What the purpose allows and nobody knows yet.
  public var unknown: [SheetField]

  /// - Throws: a refusal that says which purposes, parties or stages would be allowed.
  public init(_ dossier: Dossier, _ purpose: String, to: Contact, _ rules: Rulebook, today: Day) throws(Refusal) {
    guard let rule = rules.together.sheet(purpose) else {
      throw Self.refusal(
        Phrase("Onbekend doel \"\(purpose)\".", "Unknown purpose \"\(purpose)\"."), rules.together.sheets.map(\.id),
        "purpose")
    }
    try self.init(dossier, rule, to: to, rules, today: today)
  }

  public init(_ dossier: Dossier, _ rule: SheetRule, to: Contact, _ rules: Rulebook, today: Day) throws(Refusal) {
    guard rule.to.contains(to.party) else {
      throw Refusal(
        Phrase(
          "\(rule.name.nl) gaat niet naar \(rules.party(to.party).nl).",
          "\(rule.name.en) does not go to \(rules.party(to.party).en)."),
        remedy: Phrase(
          "Wel naar \(rule.to.map { rules.party($0).nl }.joined(separator: ", ")).",
          "It goes to \(rule.to.map { rules.party($0).en }.joined(separator: ", "))."),
        field: "party")
    }
    guard rule.holds(in: dossier.stage, on: today) else {
      let allowed = Stage.allCases.filter { rule.stages.isEmpty || rule.stages.contains($0) }
      throw Refusal(
        Phrase(
          "\(rule.name.nl) wordt niet gedeeld in de fase \(dossier.stage.name.nl).",
          "\(rule.name.en) is not shared in the stage \(dossier.stage.name.en)."),
        remedy: Phrase(
          "Wel in \(allowed.map(\.name.nl).joined(separator: ", ")).",
          "It is in \(allowed.map(\.name.en).joined(separator: ", "))."), field: "purpose")
    }
    if let refusal = dossier.refusal(of: rule, to: to, rules) { throw refusal }
    let about = dossier.members.filter { person in
      rule.persons.allSatisfy { dossier.holds($0, person, on: today, rules.ages) }
    }
    guard !about.isEmpty else {
      throw Refusal(
        Phrase(
          "\(rule.name.nl) gaat over niemand van dit huishouden.", "\(rule.name.en) is about nobody of this household."),
        field: "purpose")
    }
    (self.dossier, self.rule, self.to, self.day) = (dossier.id, rule, to, today)
    party = rules.party(to.party)
    (fields, persons, lines, leftOut, unknown) = ([], [], [], [], [])
    fill(SheetValues(dossier: dossier, rules: rules, today: today), about, all: dossier.members)
  }

  private mutating func fill(_ values: SheetValues, _ about: [Person], all: [Person]) {
    let allowed = SheetField.allCases.filter(rule.fields.contains)
    let personal = allowed.filter(\.isOfEachPerson)
    let isNamed = allowed.contains(.names)
    if !personal.isEmpty {
      persons = about.map { person in
        let known = personal.compactMap { values.value($0, of: person) }
        return Phrase(known.map(\.nl).joined(separator: ", "), known.map(\.en).joined(separator: ", "))
      }
    }
    for field in SheetField.allCases {
      let isAllowed = allowed.contains(field)
      var isKnown = false
      if field.isOfEachPerson {
        isKnown = about.contains { values.value(field, of: $0) != nil }
      } else if let value = values.value(field, about: about, named: isNamed) {
        isKnown = true
        if isAllowed { lines.append(Line(label: field.name, value: value)) }
      }
      switch (isAllowed, isKnown) {
      case (true, true): fields.append(field)
      case (true, false): if !field.mayBeNone { unknown.append(field) }
      case (false, true): leftOut.append(LeftOut(what: field.name, why: field.whyLeftOut(of: rule)))
      case (false, false): break
      }
    }
    if about.count < all.count {
      let others = all.count - about.count
      leftOut.append(
        LeftOut(
          what: Phrase("\(others) van het huishouden", "\(others) of the household"),
          why: Phrase("dit gaat niet over hen", "this is not about them")))
    }
    leftOut.append(
      LeftOut(
        what: Phrase("Verhaal, notities en afspraken", "Story, notes and agreements"),
        why: Phrase("blijven in het dossier", "stay in the dossier")))
  }

  private static func refusal(_ why: Phrase, _ allowed: [String], _ field: String) -> Refusal {
    let all = allowed.joined(separator: ", ")
    return Refusal(why, remedy: Phrase("Kies uit: \(all).", "Choose from: \(all)."), field: field)
  }
}

extension Dossier {
  /// The sheets that can be made of this household at its stage.
  public func sheets(_ rules: Rulebook, today: Day) -> [SheetRule] {
    rules.together.sheets.filter { rule in
      rule.holds(in: stage, on: today)
        && members.contains { person in rule.persons.allSatisfy { holds($0, person, on: today, rules.ages) } }
    }
  }

  /// Why a sheet that goes with a handover does not go to that municipality: once linked, only whose task it is and whom
  /// they are handed over to get it, and that of a re-link goes where a re-link is at hand.
  fileprivate func refusal(of rule: SheetRule, to: Contact, _ rules: Rulebook) -> Refusal? {
    let passesOn = rules.together.handovers.contains { $0.to == .municipality && $0.sheet == rule.id }
    guard to.party == .municipality, passesOn, let municipality else { return nil }
    let isOfRelink = rules.together.handover(.relinked)?.sheet == rule.id
    let open = openHandovers.filter { !isOfRelink || $0.change == .relinked }
    let isTheirs = !isOfRelink || open.contains { $0.changed != nil }
    var towns = isTheirs ? [Reference.name(ofMunicipality: municipality)] : []
    for next in open.compactMap({ $0.given?.to }) where next.party == .municipality && !next.organisation.isEmpty {
      if !towns.contains(next.organisation) { towns.append(next.organisation) }
    }
    guard !towns.isEmpty else {
      return Refusal(
        Phrase("Er loopt geen herkoppeling.", "No re-link is at hand."),
        remedy: Phrase(
          "Herkoppel eerst, of draag eerst over aan de nieuwe gemeente.",
          "Re-link first, or hand over to the new municipality first."), field: "purpose")
    }
    // Also as `gemeente Utrecht`.
    let wanted = " " + Folding.key(to.organisation)
    let names = towns + (isTheirs ? [Reference.municipality(code: municipality)?.name ?? ""] : [])
    let isMeant = names.contains { !$0.isEmpty && wanted.hasSuffix(" " + Folding.key($0)) }
    if to.organisation.isEmpty || isMeant { return nil }
    return Refusal(
      Phrase(
        "Dit huishouden hoort niet bij \(to.organisation).", "This household does not belong to \(to.organisation)."),
      remedy: Phrase(
        "Wel bij \(towns.joined(separator: ", ")).", "It belongs to \(towns.joined(separator: ", "))."),
      field: "organisation")
  }
}
