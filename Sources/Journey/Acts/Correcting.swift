extension Act {
  /// The fields of a correction: those of the event's own form as it was then, the day, and why.
  public func correctionFields(of event: Event, in dossier: Dossier, _ rules: Rulebook, today: Day) -> [Field] {
    var own = fields(dossier.before(event), rules, today: today)
    if let turn = dossier.newcomer(of: event), let index = own.firstIndex(where: { $0.name == "turn" }),
      case .choice(let choices) = own[index].kind
    {
      let place = turn.organisation.isEmpty ? rules.party(turn.party) : Phrase(same: turn.organisation)
      own[index].kind = .choice(
        choices + [Field.Choice(Act.newcomer(turn), place + Phrase(same: " · \(turn.name)"))])
    }
    let day = own.contains { $0.name == "day" } ? [] : [Field.happened]
    return own + day + [Field("why", Phrase("Waarom anders", "Why different"), .longText)]
  }

  /// What the form of a correction starts with: what the event says now.
  public static func correctionDefaults(of event: Event, in dossier: Dossier) -> [String: String] {
    let effective = dossier.effective(event)
    var values = answers(for: effective.body, on: effective.day)
    // Whom the household had at a party is what the party alone stands for.
    if case .contactMade(let made) = effective.body, let turn = made.turn, turn.party != made.contact.party,
      dossier.before(event).contact(at: turn.party) == turn
    {
      values["turn"] = turn.party.rawValue
    } else if let turn = dossier.newcomer(of: event) {
      values["turn"] = newcomer(turn)
    }
    return values
  }

  /// The action that says what the event should have said. What the form does not show stays as it was.
  public func correction(
    of event: Event, _ values: [String: String], in dossier: Dossier, _ rules: Rulebook, today: Day
  ) throws(Refusal) -> Action {
    let answers = Answers(values: values, today: today)
    let (effective, before) = (dossier.effective(event), dossier.before(event))
    let known = Act.correctionDefaults(of: event, in: dossier)
    let day = try answers.day("day", past: true) ?? effective.day
    let fields = correctionFields(of: event, in: dossier, rules, today: today).map(\.name)
    let changed = fields.filter { $0 != "day" && $0 != "why" && answers.text($0) != known[$0, default: ""] }
    if changed.isEmpty, day == effective.day { throw Refusal.nothingChanged }
    if changed.isEmpty { return .correct(event.id, effective.body, on: day, why: answers.text("why")) }
    // Only where the form holds all that the event says can it say all of it anew.
    let said = effective.body.sayingTurn(before.turn)
    guard (try? action(known, before, rules, today: today)) == .record(said, on: effective.day) else {
      throw Refusal(
        Phrase(
          "Deze gebeurtenis zegt meer dan in dit formulier past.", "This event says more than this form can hold."),
        remedy: Phrase(
          "Corrigeer alleen de datum, of neem haar terug en leg haar opnieuw vast.",
          "Correct the day only, or take it back and record it anew."), field: changed.first)
    }
    guard case .record(let body, _) = try action(values, before, rules, today: today) else {
      throw Refusal(Phrase("Dit raakt twee dossiers.", "This touches two dossiers."))
    }
    return .correct(event.id, body, on: day, why: answers.text("why"))
  }
}

extension Event {
  /// Why this event cannot be corrected; nil when it can.
  public func correctionRefusal(in dossier: Dossier) -> Refusal? {
    if dossier.takenBack.contains(id) {
      return Refusal(Phrase("Dit is al teruggenomen.", "This has been taken back already."))
    }
    switch body {
    case .bsnReceived, .personChanged, .memberAdded, .registered:
      // A personal number is never shown to be typed over; the latest of these counts anyway.
      return Refusal(
        Phrase("Gegevens van een persoon worden opnieuw vastgelegd.", "A person's details are recorded anew."),
        remedy: Phrase("Gebruik persoon wijzigen.", "Use change person."))
    case .undone, .corrected:
      return Refusal(
        Phrase("Dit is zelf een correctie.", "This is a correction itself."),
        remedy: Phrase("Neem hem terug.", "Take it back."))
    default:
      if body.kind.flatMap(Act.init(recording:)) != nil { return nil }
      return Refusal(
        Phrase("\(body.name.nl) kan niet worden gecorrigeerd.", "\(body.name.en) cannot be corrected."))
    }
  }
}

extension Event.Body {
  /// Whose moment is moved, also where an older program did not say it.
  fileprivate func sayingTurn(_ turn: Dossier.Turn?) -> Event.Body {
    guard case .stepMoved(let move) = self, move.step == .turn, let turn else { return self }
    return .stepMoved(.init(turn.key, to: move.due, move.text))
  }
}

extension Dossier {
  /// Who got the turn by a contact and was nobody the household knew.
  fileprivate func newcomer(of event: Event) -> Contact? {
    guard case .contactMade(let made) = effective(event).body, let turn = made.turn, !turn.name.isEmpty,
      turn != made.contact
    else { return nil }
    let past = before(event)
    let isKnown = past.network.contains { $0.contact == turn } || past.needed.contains { $0.contact == turn }
    return isKnown || past.contact(at: turn.party) == turn ? nil : turn
  }

  /// The household as it was when the event was recorded.
  func before(_ event: Event) -> Dossier { Dossier.fold(id, story.prefix { $0.sequence < event.sequence }) }
}

extension Refusal {
  /// What was filled in says what was there already: it leaves no event behind.
  static let nothingChanged = Refusal(Phrase("Er is niets veranderd.", "Nothing was changed."))
}
