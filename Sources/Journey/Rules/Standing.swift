/// Where a household stands by the rules: what a screen shows. Does not depend on the day of looking: only dates in it do
/// not move, so lists can keep it.
public struct Standing: Sendable, Hashable {
  public var stage: Stage
  public var stageSince: Day
  /// nil only when closed.
  public var turn: Turn?
  /// Open steps by due day (without one last), then done and waived ones.
  public var steps: [Step]
  /// The step by which this stage is left: there is one unless closed.
  public var exit: Step?

  /// Whose turn it is.
  public struct Turn: Sendable, Hashable {
    public var contact: Contact
    public var since: Day
    public var text: String
    public var until: Day?
    /// Said by somebody; else it follows from the stage.
    public var said: Bool
  }

  public struct Step: Sendable, Hashable {
    public enum State: Sendable, Hashable { case open, done(Day), waived(Day, String) }
    public var key: StepKey
    public var title: Phrase
    public var domain: String
    public var owner: Contact
    public var person: PersonID?
    /// The day it arose; of a step on a set day perhaps one that is to come.
    public var since: Day
    /// It arises on a day that was set beforehand, such as the start of a lease.
    public var isOnSetDay = false
    public var due: Due?
    public var state: State
    public var leavesStage: Bool
    /// Leaves any stage: nobody is left to go further with.
    public var endsWay = false
    public var mandatory: Bool
    public var overall: Bool
    /// The act that does it, where that is no ticking off.
    public var act: Act?
    public var isOpen: Bool { state == .open }

    /// What the moment is called that was agreed with whoever has the turn, for this.
    public static func moment(_ text: String) -> Phrase {
      text.isEmpty ? Phrase("Antwoord afgesproken", "Answer agreed") : Phrase(same: text)
    }
  }

  /// A due day that can account for itself.
  public struct Due: Sendable, Hashable {
    public var day: Day
    /// nil for a day that people agreed on.
    public var term: TermRule?
    /// The day the term started.
    public var start: Day
    /// Set by hand, with the reason.
    public var moved: String?
    public var ruleName: Phrase { term?.name ?? Phrase("afspraak", "agreement") }
  }

  /// The open step that needs doing first: the earliest due, else the one that leaves the stage.
  public var next: Step? { steps.first { $0.isOpen && !$0.overall && $0.due != nil } ?? exit }

  /// Whose the next step is, where another has the turn. A household is one, whatever it is called.
  public var otherOwner: Contact? {
    guard let owner = next?.owner else { return nil }
    guard let held = turn?.contact else { return owner }
    return held == owner || (held.party == .household && owner.party == .household) ? nil : owner
  }

  /// The term of the whole way (permit to home), where it runs.
  public var wholeWay: Step? { steps.first { $0.overall && $0.isOpen } }
}

extension Dossier {
  public func standing(_ rules: Rulebook) -> Standing {
    var steps: [Standing.Step] = []
    if isOpen {
      for rule in rules.steps {
        if rule.reach == .household {
          if let step = step(rule, person: nil, rules) { steps.append(step) }
        } else {
          for person in persons where person.counts {
            if let step = step(rule, person: person, rules) { steps.append(step) }
          }
        }
      }
      steps += ownSteps.map { added($0, rules) }
      steps += togetherSteps(rules)
    }
    // The way out: the end of it where nobody is left; else of this stage the latest that arose (of one day the later in the rulebook), so a refusal to judge comes
    // before a lease to sign.
    let exits = steps.filter { $0.isOpen && $0.leavesStage }
    let exit =
      exits.first { $0.endsWay }
      ?? exits.reduce(nil as Standing.Step?) { latest, step in
        latest.map { step.since >= $0.since } ?? true ? step : latest
      }
    let turn = standingTurn(exit)
    if let said = self.turn, let until = said.until, isOpen {
      steps.append(
        Standing.Step(
          key: .turn,
          title: Standing.Step.moment(said.text),
          domain: "", owner: said.contact, person: nil, since: said.since,
          due: Standing.Due(day: until, term: nil, start: said.since, moved: said.moved), state: .open,
          leavesStage: false,
          mandatory: false,
          overall: false))
    }
    steps.sort { a, b in
      if a.isOpen != b.isOpen { return a.isOpen }
      let (x, y) = (a.due?.day.number ?? .max, b.due?.day.number ?? .max)
      return x != y ? x < y : a.key.rawValue < b.key.rawValue
    }
    return Standing(stage: stage, stageSince: stageSince, turn: turn, steps: steps, exit: exit)
  }

  private func standingTurn(_ exit: Standing.Step?) -> Standing.Turn? {
    guard isOpen else { return nil }
    // Whoever waits for a day that was set waits already.
    let byStage = exit.map { $0.isOnSetDay ? stageSince : max($0.since, stageSince) }
    if let turn {
      let hadIt = turn.followsStage && exit?.owner.party == turn.contact.party
      return Standing.Turn(
        contact: meant(turn.contact), since: hadIt ? min(turn.since, byStage ?? turn.since) : turn.since,
        text: turn.text, until: turn.until, said: true)
    }
    guard let exit, let byStage else { return nil }
    return Standing.Turn(contact: exit.owner, since: byStage, text: "", until: nil, said: false)
  }

  /// Whom this household has at a party: whoever lets the home that is offered, else a known contact, else only the party.
  public func contact(at party: PartyID) -> Contact {
    if let offer, offer.refused == nil, offer.home.landlord.party == party, !offer.home.landlord.organisation.isEmpty,
      let landlord = network.last(where: {
        $0.contact.party == party && $0.contact.organisation == offer.home.landlord.organisation
      })
    {
      return landlord.contact
    }
    if let known = network.last(where: { $0.contact.party == party && !isFormer($0.contact) })?.contact { return known }
    switch party {
    case .municipality:
      return Contact(party, organisation: municipality.map(Reference.name(ofMunicipality:)) ?? "", name: owner)
    case .coa: return Contact(party, organisation: reception)
    case .household: return Contact(party, name: head.map { "Fam. " + $0.surname } ?? "")
    default: return needed.last { $0.contact.party == party }?.contact ?? Contact(party)
    }
  }

  /// At a municipality the household was linked to before.
  private func isFormer(_ contact: Contact) -> Bool {
    guard contact.party == .municipality, !contact.organisation.isEmpty, !formerLinks.isEmpty else { return false }
    let now = municipality.map(Reference.name(ofMunicipality:))
    return contact.organisation != now
      && formerLinks.contains { Reference.name(ofMunicipality: $0.municipality) == contact.organisation }
  }

  private func added(_ step: AddedStep, _ rules: Rulebook) -> Standing.Step {
    let (note, owner) = (stepNotes[step.key], meant(step.owner))
    let name = owner.name.isEmpty ? owner.organisation : owner.name
    let who = name.isEmpty ? rules.party(owner.party) : Phrase(same: name)
    let title =
      step.title.isEmpty ? Phrase("Afspraak met ", "Agreement with ") + who : Phrase(same: step.title)
    let due =
      stepDates[step.key].map { Standing.Due(day: $0.due, term: nil, start: step.since, moved: $0.text) }
      ?? step.due.map { Standing.Due(day: $0, term: nil, start: step.since) }
    return Standing.Step(
      key: step.key, title: title, domain: "", owner: owner, person: nil, since: step.since, due: due,
      state: state(note), leavesStage: false, mandatory: false, overall: false)
  }

  func state(_ note: StepNote?) -> Standing.Step.State {
    switch note?.state {
    case .done: .done(note!.day)
    case .waived: .waived(note!.day, note!.text)
    case nil: .open
    }
  }

  private func step(_ rule: StepRule, person: Person?, _ rules: Rulebook) -> Standing.Step? {
    guard let since = applies(rule, person) else { return nil }
    let key = StepKey(rule.id, person: person?.id)
    var state = state(stepNotes[key])
    if state == .open, let done = done(rule, person, since) { state = .done(done) }
    var due = start(rule, since).flatMap { start in
      rule.term.flatMap { rules.term($0, on: start) }.map {
        Standing.Due(day: $0.end(from: start), term: $0, start: start)
      }
    }
    if let move = stepDates[key] {
      due = Standing.Due(day: move.due, term: due?.term, start: due?.start ?? since, moved: move.text)
    }
    return Standing.Step(
      key: key, title: rule.name, domain: rule.domain, owner: contact(at: rule.owner), person: person?.id, since: since,
      isOnSetDay: rule.arises.contains(where: \.isSetDay), due: due, state: state, leavesStage: rule.leaves != .none,
      endsWay: rule.leaves == .any,
      mandatory: rule.mandatory, overall: rule.overall)
  }

  /// The day from which its term runs; nil: what it runs from is still to be done.
  private func start(_ rule: StepRule, _ since: Day) -> Day? {
    guard let from = rule.termFrom else { return since }
    guard let note = stepNotes[StepKey(from)], note.state == .done else { return nil }
    return note.day
  }

  /// The day the step arose; nil: it does not apply.
  private func applies(_ rule: StepRule, _ person: Person?) -> Day? {
    if case .stage(let stage) = rule.leaves, stage != self.stage { return nil }
    guard let since = rule.arises.compactMap({ day(of: $0, person) }).max(), rule.validity.covers(since),
      rule.conditions.allSatisfy({ holds($0, person, on: since, rule.ages) })
    else { return nil }
    return since
  }

  /// The day an event did it.
  private func done(_ rule: StepRule, _ person: Person?, _ since: Day) -> Day? {
    rule.doneBy.compactMap { day(of: $0, person) }.filter { $0 >= since }.min()
  }

  /// The day the step arose, while it is still to be done.
  func openSince(_ rule: StepRule, _ person: Person?) -> Day? {
    guard let since = applies(rule, person), done(rule, person, since) == nil else { return nil }
    return stepNotes.isEmpty || stepNotes[StepKey(rule.id, person: person?.id)] == nil ? since : nil
  }

  func day(of trigger: Trigger, _ person: Person?) -> Day? {
    switch trigger {
    case .event(let kind):
      if let person, let day = marks[.person(kind, person.id)] { return day }
      if person != nil, Dossier.personal.contains(kind) { return nil }
      return marks[.household(kind)]
    case .leaseStart: return marks[.leaseStart]
    case .housed: return marks[.housed]
    case .refusalPending: return marks[.refusalPending]
    case .guestUntil: return marks[.guestUntil]
    case .temporaryUntil: return marks[.temporaryUntil]
    case .relativesExpected: return marks[.relativesExpected]
    case .birthday(let years): return person?.birth?.birthday(years)
    }
  }

  /// Events that are about one person: another person's does not count.
  private static let personal: Set<Event.Kind> = [.bsnReceived, .intakeDone, .pipSet, .cameOfAge, .relativesArrived]

  /// - Parameter ages: by the rule of the day; whoever's birth is unknown is taken for just of age.
  func holds(_ condition: Condition, _ person: Person?, on day: Day, _ ages: [AgeRule]) -> Bool {
    switch condition {
    case .schoolAge, .preSchool, .adult, .toIntegrate:
      guard person?.place != .abroad else { return false }
      let age = person?.birth?.age(on: day) ?? Person.majority
      return ages.contains { $0.condition == condition && $0.validity.covers(day) && $0.covers(age) }
    case .minorAlone: return person?.guardianship != nil
    case .bsnMissing: return person?.bsn == nil && person?.place != .abroad
    case .hasBSN: return person?.bsn != nil
    case .relativesAbroad: return persons.contains { $0.place == .abroad }
    case .temporaryHome: return housing?.isTemporary == true
    case .permanentHome: return housing?.isTemporary == false
    case .notHoused: return housing == nil
    case .linked: return link != nil
    case .absent: return absence != nil
    case .nobodyLeft: return members.isEmpty
    case .hasOffer: return offer != nil
    case .noRefusal: return offer?.refused == nil
    case .single: return members.count == 1
    }
  }
}
