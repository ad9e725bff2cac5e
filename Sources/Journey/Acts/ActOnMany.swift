extension Act {
  /// Can be said of many households at once. The others are about one person or one home.
  public var isForMany: Bool {
    switch self {
    case .note, .contact, .wait, .block, .unblock, .done, .waive, .reopenStep, .reschedule, .agree, .assign, .review,
      .screening,
      .link, .accept, .returnLink, .relink, .search, .reception, .municipalMerger, .absent, .found, .left, .close,
      .reopen:
      true
    case .permit, .offer, .viewing, .refuse, .judge, .withdrawOffer, .lease, .move, .register, .temporary, .secondMove,
      .ownHome, .needs, .bsn, .intake, .pip, .announceRelatives, .relativesArrived, .housingCheck, .born, .member,
      .deceased, .person, .language, .guardianship, .cameOfAge, .split, .merge, .guestStart, .guestEnd, .withdraw,
      .lesson,
      .drawIn, .release, .goal, .discussGoal, .agreePlan, .handOver, .takeOver, .share:
      false
    }
  }

  /// What is asked when it is said of all these: where they have different choices, all of them.
  public func fields(ofMany dossiers: [Dossier], _ rules: Rulebook, today: Day) -> [Field] {
    var fields: [Field] = []
    for dossier in dossiers {
      for field in self.fields(dossier, rules, today: today) {
        guard let index = fields.firstIndex(where: { $0.name == field.name }) else {
          fields.append(field)
          continue
        }
        fields[index].kind = fields[index].kind.joined(with: field.kind)
      }
    }
    return fields
  }

  /// The action for one of many: what was said for all, also that something is empty, and for what is not in it what this
  /// household's own form would say.
  public func action(
    ofMany filledIn: [String: String], _ dossier: Dossier, _ rules: Rulebook, today: Day
  ) throws(Refusal) -> Action {
    if let refusal = refusal(dossier, rules, today: today) { throw refusal }
    for field in fields(dossier, rules, today: today) {
      guard let given = filledIn[field.name], !given.isEmpty, !field.kind.offers(given) else { continue }
      throw Refusal(
        Phrase(
          "\(field.label.nl): dit kan bij dit huishouden niet, of het is er al.",
          "\(field.label.en): this cannot be for this household, or it is there already."))
    }
    let values = completed(filledIn, dossier, rules, today: today)
    return try action(values, dossier, rules, today: today, other: nil, newID: nil)
  }

  /// What was filled in, over what the form of this household begins with. Another party than that begins with has a person
  /// and an organisation of its own, and another organisation another person.
  public func completed(
    _ given: [String: String], _ dossier: Dossier, _ rules: Rulebook, today: Day
  ) -> [String: String] {
    var own = defaults(dossier, rules, today: today)
    let choices = ActChoices(dossier: dossier, rules: rules).parties
    if given["party"]?.isEmpty == false,
      let party = try? Answers(values: given, today: today).choice("party", choices), party != own["party"]
    {
      own.merge(Self.contact(at: party, of: dossier)) { $1 }
    }
    if let place = given["organisation"], let known = own["organisation"], !known.isEmpty,
      Folding.key(place) != Folding.key(known)
    {
      own["name"] = Self.person(at: place, of: dossier)
    }
    return own.merging(given) { $1 }
  }

  /// Who was named last at an organisation; empty: nobody.
  public static func person(at organisation: String, of dossier: Dossier) -> String {
    let key = Folding.key(organisation)
    return dossier.network.last { Folding.key($0.contact.organisation) == key && !$0.contact.name.isEmpty }?.contact
      .name
      ?? ""
  }

  /// Whom a household has at a party, as a form says it.
  public static func contact(at party: String, of dossier: Dossier) -> [String: String] {
    let known = dossier.contact(at: PartyID(party))
    return ["name": known.name, "organisation": known.organisation]
  }

  static let notForMany = Refusal(
    Phrase("Dit gaat over één huishouden.", "This is about one household."),
    remedy: Phrase("Haal de markeringen weg of open het dossier.", "Remove the marks or open the dossier."))

  /// Why it cannot be said of many.
  public var refusalOfMany: Refusal? { isForMany ? nil : Self.notForMany }
}

extension Field.Kind {
  /// A code that is among the choices; anything where there are none.
  fileprivate func offers(_ given: String) -> Bool {
    switch self {
    case .choice(let choices): choices.contains { $0.code == given }
    case .choices(let choices):
      given.split(separator: ",").allSatisfy { code in choices.contains { $0.code == code } }
    default: true
    }
  }

  fileprivate func joined(with other: Field.Kind) -> Field.Kind {
    func union(_ a: [Field.Choice], _ b: [Field.Choice]) -> [Field.Choice] {
      a.map { choice in b.first { $0.code == choice.code }.map(choice.shared) ?? choice }
        + b.filter { choice in !a.contains { $0.code == choice.code } }
    }
    switch (self, other) {
    case (.choice(let a), .choice(let b)): return .choice(union(a, b))
    case (.choices(let a), .choices(let b)): return .choices(union(a, b))
    default: return self
    }
  }
}

extension Field.Choice {
  private static let others = Phrase(" (bij een ander iets anders)", " (something else for another)")

  /// One choice for several households; where it is called otherwise for another, it says so.
  fileprivate func shared(_ other: Field.Choice) -> Field.Choice {
    guard other.name != name, !name.nl.hasSuffix(Self.others.nl) else { return self }
    return Field.Choice(code, name + Self.others, also: also)
  }
}
