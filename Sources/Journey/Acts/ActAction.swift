extension Act {
  /// Why it cannot be done now; nil when it can.
  ///
  /// - Parameter standing: of the dossier, where it is known already.
  public func refusal(_ dossier: Dossier, _ rules: Rulebook, today: Day, standing: Standing? = nil) -> Refusal? {
    do throws(Refusal) {
      try Guard.state(kind, dossier)
    } catch {
      return error
    }
    let choices = ActChoices(dossier: dossier, rules: rules, standing: standing)
    switch self {
    case .share:
      return choices.sheets(today).isEmpty
        ? Refusal(Phrase("In deze fase is er niets te delen.", "There is nothing to share in this stage.")) : nil
    case .done, .waive:
      return choices.openSteps(byHand: true, waives: self == .waive).isEmpty
        ? Refusal(Phrase("Er staat geen stap open die u kunt afvinken.", "No step is open that you can tick off."))
        : nil
    case .reopenStep:
      return choices.tickedSteps.isEmpty
        ? Refusal(Phrase("Er is geen stap afgevinkt.", "No step was ticked off.")) : nil
    case .municipalMerger:
      return dossier.municipality == nil
        ? Refusal(Phrase("Nog niet gekoppeld aan een gemeente.", "Not linked to a municipality yet.")) : nil
    default: return nil
    }
  }

  /// The action that the answers come to. A merge needs the other dossier: the casebook reads it by ``otherDossier(_:)``.
  ///
  /// - Throws: a refusal that names the field.
  public func action(
    _ values: [String: String], _ dossier: Dossier, _ rules: Rulebook, today: Day, other: Dossier? = nil,
    newID: DossierID? = nil
  ) throws(Refusal) -> Action {
    let answers = Answers(values: values, today: today)
    for field in fields(dossier, rules, today: today) where field.required && answers.text(field.name).isEmpty {
      throw Refusal(Phrase("\(field.label.nl) ontbreekt.", "\(field.label.en) is missing."), field: field.name)
    }
    switch self {
    case .split:
      guard let newID else { throw Refusal(Phrase("Geen nieuw dossiernummer.", "No new case number.")) }
      let who = try answers.choices("persons", ActChoices(dossier: dossier, rules: rules).persons())
      return .split(
        who.compactMap { Int($0).map { PersonID($0) } }, into: newID, on: try answers.when(), text: answers.text("text")
      )
    case .merge:
      guard let other else {
        let given = answers.text("other")
        throw Refusal(
          Phrase(
            "Dossier \"\(given)\" niet gevonden; verwacht een nummer als 2026-004182.",
            "Dossier \"\(given)\" not found; expected a number like 2026-004182."), field: "other")
      }
      return .merge(other, on: try answers.when())
    default:
      return .record(
        try ActBody(act: self, answers: answers, dossier: dossier, rules: rules).body(), on: try answers.when())
    }
  }

  /// The dossier a merge names.
  public func otherDossier(_ values: [String: String]) -> DossierID? {
    self == .merge ? DossierID(values["other"] ?? "") : nil
  }
}

/// Turns answers into the event they describe.
struct ActBody {
  let act: Act
  let answers: Answers
  let dossier: Dossier
  let rules: Rulebook

  private var choices: ActChoices { ActChoices(dossier: dossier, rules: rules) }

  func body() throws(Refusal) -> Event.Body {
    let text = answers.text("text")
    switch act {
    case .note: return .noteAdded(.init(text))
    case .contact:
      let contact = try contact()
      let channel = answers.text("channel").isEmpty ? "phone" : try answers.choice("channel", ActChoices.channels)
      return .contactMade(
        .init(
          contact, .init(rawValue: channel) ?? .phone, text, next: try answers.day("next"),
          turn: try turn(after: contact)))
    case .wait: return .waitingSet(.init(try contact(), text, until: try answers.day("until")))
    case .block: return .blockerRaised(.init(try answers.choice("blocker", choices.newBlockers), text))
    case .unblock:
      return .blockerCleared(.init(try answers.choice("blocker", choices.openBlockers), text, helped: helped))
    case .done:
      return .stepDone(.init(StepKey(rawValue: try answers.choice("step", choices.openSteps(byHand: true))), text))
    case .waive:
      return .stepWaived(
        .init(StepKey(rawValue: try answers.choice("step", choices.openSteps(byHand: true, waives: true))), text))
    case .reopenStep:
      return .stepReopened(.init(StepKey(rawValue: try answers.choice("step", choices.tickedSteps)), text))
    case .reschedule:
      let key = StepKey(rawValue: try answers.choice("step", choices.openSteps(byHand: false)))
      // Which turn's moment: what gave it may be taken back.
      let moved = key == .turn ? dossier.turn?.key ?? key : key
      return .stepMoved(.init(moved, to: try answers.day("due") ?? answers.today, text))
    case .agree: return .stepAdded(.init(text, due: try answers.day("due"), owner: try contact()))
    case .assign: return .assigned(.init(answers.text("owner")))
    case .review:
      let turn = answers.text("party").isEmpty ? nil : try contact()
      return .reviewed(.init(text, turn: turn, next: try answers.day("next"), meeting: answers.text("meeting")))
    case .lesson:
      let blocker =
        answers.text("blocker").isEmpty ? nil : try answers.choice("blocker", choices.allBlockers)
      return .lessonLearned(.init(text, blocker: blocker))
    case .permit:
      return .permitGranted(.init(.init(rawValue: try answers.choice("permit", ActChoices.permits)) ?? .temporary))
    case .screening: return .screeningHeld(try profile())
    case .needs: return .needsSet(try profile())
    case .link: return .linked(.init(try answers.municipality("municipality"), hard: try answers.yes("hard")))
    case .accept: return .linkAccepted
    case .returnLink: return .linkReturned(try reason("link-returned"))
    case .relink:
      return .relinked(
        .init(
          try answers.municipality("municipality"), reason: try answers.choice("reason", choices.reasons("relinked"))))
    case .search:
      return .searchStarted(
        Contact(.corporation, organisation: answers.text("organisation"), name: answers.text("name")))
    case .offer:
      return .homeAssigned(
        .init(
          address: answers.text("address"),
          landlord: Contact(.corporation, organisation: answers.text("organisation"), name: answers.text("name")),
          rooms: try answers.number("rooms"), rent: try answers.number("rent"), features: try features()))
    case .viewing: return .viewingHeld
    case .refuse: return .offerRefused(try reason("offer-refused"))
    case .judge:
      return .refusalJudged(
        .init(.init(rawValue: try answers.choice("verdict", ActChoices.verdicts)) ?? .justified, text))
    case .withdrawOffer: return .offerWithdrawn(try reason("offer-withdrawn"))
    case .lease: return .leaseSigned(.init(start: try answers.day("start") ?? answers.today))
    case .move: return .moved(.init(persons: try persons { $0.awaitsHome }))
    case .register: return .addressRegistered
    case .temporary:
      return .temporaryPlaced(
        .init(
          .init(rawValue: try answers.choice("kind", ActChoices.temporaries)) ?? .other,
          address: answers.text("address"), until: try answers.day("until")))
    case .secondMove: return .secondMove(.init(address: answers.text("address")))
    case .ownHome:
      return .ownHomeFound(
        .init(address: answers.text("address"), municipality: try answers.municipality("municipality")))
    case .reception: return .receptionMoved(.init(answers.text("place")))
    case .bsn: return .bsnReceived(.init(try person(), try answers.bsn()))
    case .intake: return .intakeDone(.init(try person(), text))
    case .pip: return .pipSet(.init(try person(), text))
    case .announceRelatives:
      return .relativesAnnounced(.init([try newcomer(.abroad)], expected: try answers.day("expected")))
    case .relativesArrived:
      return .relativesArrived(.init(try persons { $0.place == .abroad }, toHome: try answers.yes("home")))
    case .housingCheck: return .housingChecked(.init(fits: try answers.yes("fits"), text))
    case .born: return .born(.init(try newcomer(.reception)))
    case .member: return .memberAdded(.init(try newcomer(.reception)))
    case .deceased: return .deceased(.init(try person(), text))
    case .person: return .personChanged(.init(try changed()))
    case .language:
      let tongue = Tongue(rawValue: try answers.choice("language", ActChoices.tongues)) ?? .other
      return .languageSet(
        .init(try persons { $0.counts }, Spoken(tongue, needsInterpreter: try answers.yes("interpreter"))))
    case .guardianship:
      return .guardianshipSet(
        .init(
          try person(), .init(rawValue: try answers.choice("guardianship", ActChoices.guardianships)) ?? .smallScale))
    case .cameOfAge: return .cameOfAge(.init(try person()))
    case .guestStart: return .guestStayStarted(.init(answers.text("address"), until: try answers.day("until")))
    case .guestEnd: return .guestStayEnded
    case .absent: return .absenceSignalled(try reason("absent"))
    case .found: return .found
    case .left: return .leftUnknown(try reason("left-unknown"))
    case .withdraw:
      let who = answers.text("person").isEmpty ? nil : try person()
      return .permitWithdrawn(.init(who, try answers.choice("reason", choices.reasons("withdrawn")), text))
    case .municipalMerger:
      return .municipalityMerged(.init(from: dossier.municipality ?? "", to: try answers.municipality("municipality")))
    case .close:
      return .closed(
        .init(
          Outcome(rawValue: try answers.choice("outcome", choices.outcomes)) ?? .enteredInError, text, helped: helped))
    case .reopen: return .reopened(try reason("reopened"))
    case .drawIn, .release, .goal, .discussGoal, .agreePlan, .handOver, .takeOver, .share: return try togetherBody()
    case .split, .merge: throw Refusal(Phrase("Dit raakt twee dossiers.", "This touches two dossiers."))
    }
  }

  // MARK: - Parts of answers

  private var helped: String? {
    let text = answers.text("helped")
    return text.isEmpty ? nil : text
  }

  func contact() throws(Refusal) -> Contact {
    Contact(
      PartyID(try answers.choice("party", choices.parties)), organisation: answers.text("organisation"),
      name: answers.text("name"))
  }

  private func reason(_ list: String) throws(Refusal) -> Event.Reason {
    .init(try answers.choice("reason", choices.reasons(list)), answers.text("text"))
  }

  func person() throws(Refusal) -> PersonID {
    PersonID(Int(try answers.choice("person", choices.persons { _ in true })) ?? 0)
  }

  func persons(_ keep: (Person) -> Bool) throws(Refusal) -> [PersonID] {
    try answers.choices("persons", choices.persons(keep)).compactMap { Int($0).map { PersonID($0) } }
  }

  private func features() throws(Refusal) -> [Feature] {
    try answers.choices("features", ActChoices.features).compactMap(Feature.init(rawValue:))
  }

  /// Who is to act now that one spoke with `contact`: at their party that is they, elsewhere whom the household has there.
  private func turn(after contact: Contact) throws(Refusal) -> Contact? {
    if answers.text("turn").isEmpty { return nil }
    if let newcomer = choices.newcomer(answers.text("turn")) { return newcomer }
    let code = try turnCode()
    if let known = choices.known(code) { return known }
    let party = PartyID(code)
    return party == contact.party ? contact : dossier.contact(at: party)
  }

  /// A choice as any; a name needs no place before it where only one has it. A beginning is enough of a party: of a name it
  /// may be another's.
  private func turnCode() throws(Refusal) -> String {
    let (all, given) = (choices.turns, answers.text("turn"))
    if all.contains(where: { $0.code == given }) { return given }
    if let party = try? answers.choice("turn", choices.parties) { return party }
    let whole = all.called(given)
    let named = whole.isEmpty ? all.saying(given) : whole
    if named.count == 1 { return named[0].code }
    let found = named.isEmpty ? all.naming(given) : named
    if found.isEmpty { return try answers.choice("turn", all) }
    let (nl, en) = (found.map(\.name.nl).joined(separator: ", "), found.map(\.name.en).joined(separator: ", "))
    let why =
      named.isEmpty
      ? Phrase("\"\(given)\" is een deel van een naam: \(nl).", "\"\(given)\" is a part of a name: \(en).")
      : Phrase("\"\(given)\" past op meer: \(nl).", "\"\(given)\" fits several: \(en).")
    throw Refusal(why, remedy: Phrase("Noem de hele naam.", "Say the whole name."), field: "turn")
  }

  private func profile() throws(Refusal) -> Event.Profile {
    let place = answers.text("place")
    let criteria = try answers.choices("criteria", ActChoices.criteria).compactMap(Criterion.Kind.init(rawValue:))
    let hasHard = criteria.contains(where: \.isHard)
    // The form has one place: beside a hard criterion it is of that one, and what was known of others stays.
    func placeOf(_ kind: Criterion.Kind) -> String {
      let known = dossier.criteria.first { $0.kind == kind }?.place ?? ""
      if hasHard { return kind.isHard ? place : known }
      return place == dossier.placeOfCriteria && !known.isEmpty ? known : place
    }
    return .init(
      needs: Needs(rooms: try answers.number("rooms"), maxRent: try answers.number("rent"), features: try features()),
      criteria: criteria.map { Criterion($0, place: placeOf($0)) })
  }

  private func newcomer(_ place: Person.Place) throws(Refusal) -> Person {
    let relation = try relation(.child)
    if relation == .head, let head = dossier.head {
      throw Refusal(
        Phrase("\(head.given) is al hoofdpersoon.", "\(head.given) is the head already."),
        remedy: Phrase("Zeg wat deze persoon van \(head.given) is.", "Say what this person is of \(head.given)."),
        field: "relation")
    }
    if answers.text("relation").isEmpty, let birth = try answers.birth(), let head = dossier.head, let own = head.birth,
      birth.year < own.year + Self.leastYearsToChild
    {
      throw Refusal(
        Phrase("Wie zo oud is, is geen kind van \(head.given).", "Somebody of that age is no child of \(head.given)."),
        remedy: Phrase("Vul de relatie in.", "Fill in the relation."), field: "relation")
    }
    var person = Person(
      id: dossier.nextPersonID, given: answers.text("given"), prefix: answers.text("prefix"),
      surname: answers.text("surname"),
      birth: try answers.birth(), sex: try answers.sex(), nationality: dossier.head?.nationality,
      relation: relation,
      place: place)
    try answers.fillNumbers(&person)
    return person
  }

  /// Years between a parent and a child, at least.
  private static let leastYearsToChild = 12

  private func relation(_ fallback: Person.Relation) throws(Refusal) -> Person.Relation {
    answers.text("relation").isEmpty
      ? fallback : Person.Relation(rawValue: try answers.choice("relation", ActChoices.relations)) ?? fallback
  }

  /// Only what was filled in changes.
  private func changed() throws(Refusal) -> Person {
    guard let known = dossier.person(try self.person()) else { throw Guard.nobody(PersonID(0)) }
    var person = known
    if !answers.text("given").isEmpty { person.given = answers.text("given") }
    if !answers.text("prefix").isEmpty { person.prefix = answers.text("prefix") }
    if !answers.text("surname").isEmpty { person.surname = answers.text("surname") }
    person.birth = try answers.birth() ?? person.birth
    person.sex = try answers.sex() ?? person.sex
    person.relation = try relation(person.relation)
    try answers.fillNumbers(&person)
    if person == known { throw Refusal.nothingChanged }
    return person
  }
}
