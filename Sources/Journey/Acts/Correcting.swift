extension Act {
  /// The fields of a correction: those of the event's own form as it was then, and why.
  public func correctionFields(of event: Event, in dossier: Dossier, _ rules: Rulebook, today: Day) -> [Field] {
    fields(dossier.before(event), rules, today: today) + [
      Field("why", Phrase("Waarom anders", "Why different"), .longText)
    ]
  }

  /// What the form of a correction starts with: what the event says now.
  public static func correctionDefaults(of event: Event, in dossier: Dossier) -> [String: String] {
    let effective = dossier.effective(event)
    return answers(for: effective.body, on: effective.day)
  }

  /// The action that says what the event should have said.
  public func correction(
    of event: Event, _ values: [String: String], in dossier: Dossier, _ rules: Rulebook, today: Day
  ) throws(Refusal) -> Action {
    let meant = try action(values, dossier.before(event), rules, today: today)
    guard case .record(let body, let day) = meant else {
      throw Refusal(Phrase("Dit raakt twee dossiers.", "This touches two dossiers."))
    }
    return .correct(event.id, body, on: day, why: Answers(values: values, today: today).text("why"))
  }
}

extension Event {
  /// Why this event cannot be corrected; nil when it can.
  public func correctionRefusal(in dossier: Dossier) -> Refusal? {
    if dossier.takenBack.contains(id) {
      return Refusal(Phrase("Dit is al teruggenomen.", "This has been taken back already."))
    }
    switch body {
    case .bsnReceived, .personChanged, .registered:
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

extension Dossier {
  /// The household as it was when the event was recorded.
  func before(_ event: Event) -> Dossier { Dossier.fold(id, story.prefix { $0.sequence < event.sequence }) }
}
