/// A moment that was agreed with whoever has the turn, and that goes when the turn is said anew without it.
public struct LapsedMoment: Hashable, Sendable {
  public var contact: Contact
  public var day: Day

  /// `de afspraak met F. Yilmaz (COA Utrecht) op do 3 dec vervalt`.
  public func words(_ rules: Rulebook, today: Day) -> Phrase {
    let party = rules.party(contact.party)
    let place = contact.organisation.isEmpty ? party : Phrase(same: contact.organisation)
    let who =
      contact.name.isEmpty
      ? place : Phrase("\(contact.name) (\(place.nl))", "\(contact.name) (\(place.en))")
    let (nl, en) = (DayText.short(day, today: today, .nl), DayText.short(day, today: today, .en))
    return Phrase(
      "de afspraak met \(who.nl) op \(nl) vervalt", "the agreement with \(who.en) on \(en) lapses")
  }
}

extension Dossier {
  /// The moment that no longer stands once this is recorded; nil where none goes. A talk with them on or after that day is
  /// what was agreed.
  public func lapsing(by body: Event.Body, on day: Day) -> LapsedMoment? {
    guard let turn, let until = turn.until, let (next, moment) = body.nextTurn else { return nil }
    let had = meant(turn.contact)
    if case .contactMade(let made) = body, made.contact.isAt(had), until <= day { return nil }
    if moment != nil, isWaiting(for: next) { return nil }
    return LapsedMoment(contact: had, day: until)
  }

  /// What the moment was agreed for whose day is moved by this; empty where nobody said, or not which moment.
  public func awaited(_ moved: StepKey) -> String {
    guard let given = story.first(where: { StepKey.turn(of: $0.sequence) == moved }) else { return "" }
    return Dossier.fold(id, story.prefix { $0.sequence <= given.sequence }).turn?.text ?? ""
  }

  /// The moment that went with the latest event.
  public var lapsedLatest: LapsedMoment? {
    guard let last = story.last, last.body.nextTurn != nil else { return nil }
    return before(last).lapsing(by: last.body, on: last.day)
  }
}

extension Event.Body {
  /// Whose turn people said it is, and the moment agreed with them.
  fileprivate var nextTurn: (contact: Contact, moment: Day?)? {
    switch self {
    case .contactMade(let made): made.turn.map { (contact: $0, moment: made.next) }
    case .reviewed(let reviewed): reviewed.turn.map { (contact: $0, moment: reviewed.next) }
    case .waitingSet(let waiting): (contact: waiting.on, moment: waiting.until)
    default: nil
    }
  }
}
