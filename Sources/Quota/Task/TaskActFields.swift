import Journey

extension TaskScene {
  /// What can be chosen in a field that goes by the day of the posting: what the rulebook had on that day. nil: any other field.
  public func choices(_ field: String, on day: Day) -> [Field.Choice]? {
    let rules: [Rulebook.Named]
    switch field {
    case "step": rules = self.rules.supervision
    case "desk": rules = self.rules.task.desks
    default: return nil
    }
    return rules.filter { $0.validity.covers(day) }.map { Field.Choice($0.code, $0.name) }
  }
}

extension TaskAct {
  /// Why it cannot be posted now; nil when it can.
  public func refusal(_ scene: TaskScene) -> Refusal? {
    switch self {
    case .actionDone, .actionMove, .actionDrop:
      return scene.openActions.isEmpty
        ? Refusal(
          Phrase("Er staat geen actie open.", "No action is open."),
          remedy: Phrase("Leg eerst een actie vast.", "Record an action first.")) : nil
    case .correction, .shift:
      guard scene.rules.task.target(on: scene.period.first) == nil else { return nil }
      return Refusal(
        Phrase("In \(scene.period) is er geen taakstelling.", "In \(scene.period) there is no task."),
        remedy: Phrase("Kies een ander halfjaar.", "Choose another half-year."))
    default: return nil
    }
  }

  /// What is asked, in the order of asking.
  public func fields(_ scene: TaskScene) -> [Field] {
    let day = Field.happened
    let municipality = Field("municipality", Phrase("Gemeente", "Municipality"), .municipality, required: true)
    let period = Field("period", Phrase("Halfjaar", "Half-year"), required: true, hint: Phrase(same: "2026H2"))
    let evidence = Field(
      "evidence", Phrase("Bewijsstuk", "Evidence"), hint: Phrase("een zaaknummer of link", "a case number or link"))
    let source = Field("source", Phrase("Bron", "Source"))
    func persons(_ hint: Phrase = Phrase(same: "")) -> Field {
      Field("persons", Phrase("Personen", "Persons"), .text, required: true, hint: hint)
    }
    func text(_ nl: String, _ en: String, required: Bool = true) -> Field {
      Field("text", Phrase(nl, en), .longText, required: required)
    }
    let asOf = Field("as-of", Phrase("Stand op", "As of"), .day, past: true)
    let signed = Phrase("+ of -", "+ or -")
    let action = Field("action", Phrase("Actie", "Action"), .choice(scene.openActions), required: true)
    switch self {
    case .need:
      return [
        period, persons(), Field("published", Phrase("Gepubliceerd op", "Published on"), .day), source,
      ]
    case .target: return [municipality, period, persons(), asOf, source]
    case .opening:
      return [municipality, period, persons(Phrase("+ voorsprong, - achterstand", "+ lead, - backlog")), asOf, source]
    case .realised: return [municipality, period, persons(), asOf, source]
    case .links: return [municipality, period, persons(), asOf, source]
    case .correction:
      return [
        municipality, period, persons(signed), Field("reason", Phrase("Reden", "Reason"), .longText, required: true),
        day,
      ]
    case .shift:
      return [
        Field("from", Phrase("Van gemeente", "From municipality"), .municipality, required: true),
        Field("to", Phrase("Naar gemeente", "To municipality"), .municipality, required: true), period, persons(),
        Field("agreement", Phrase("Afspraak", "Agreement"), .longText, required: true), day,
      ]
    case .homes:
      return [
        municipality,
        Field(
          "homes", Phrase("Woningen", "Homes"), required: true,
          hint: Phrase("5 per week, 20/maand; 0: niet bekend", "5 a week, 20/month; 0: not known")),
        Field(
          "size", Phrase("Voor", "For"), .choice(HouseholdSize.allCases.map { Field.Choice($0.rawValue, $0.name) }),
          hint: Phrase("leeg: alle maten samen", "empty: all sizes together")),
        Field(
          "source", Phrase("Bron", "Source"), required: true,
          hint: Phrase("wie zegt dat ze komen", "who says that they come")),
        Field("from", Phrase("Vanaf", "From"), .day, hint: Phrase("leeg: vanaf de datum", "empty: from the date on")),
        evidence, day,
      ]
    case .supervision:
      let steps = scene.choices("step", on: scene.today)
      // By the day goes which steps there are.
      return [
        municipality, period, day, Field("step", Phrase("Stap", "Step"), .choice(steps ?? []), required: true),
        Field("letter", Phrase("Brief", "Letter"), hint: Phrase("kenmerk", "its reference")),
        Field("agreement", Phrase("Afgesproken", "Agreed"), .longText),
        Field("term", Phrase("Termijn", "Term"), .day),
        Field("review", Phrase("Volgende beoordeling", "Next review"), .day),
        Field("balance", Phrase("Saldo toen", "Balance then"), hint: signed),
        Field("excusable", Phrase("Verschoonbaar", "Excusable"), .number),
      ]
    case .structure:
      return [
        municipality, Field("lead", Phrase("Trekker", "Lead"), required: true),
        Field("members", Phrase("Stuurgroep", "Steering group"), hint: Phrase("met komma's", "with commas")),
        Field("rhythm", Phrase("Om de weken", "Every so many weeks"), .number), evidence, day,
      ]
    case .meeting: return [municipality, text("Besproken", "Said", required: false), evidence, day]
    case .goal: return [municipality, text("Doel", "Goal"), evidence, day]
    case .action:
      let desks = scene.choices("desk", on: scene.today)
      return [
        municipality, text("Wat", "What"), Field("owner", Phrase("Wie", "Who")),
        Field("desk", Phrase("Afdeling", "Desk"), .choice(desks ?? [])), Field("due", Phrase("Klaar op", "Due"), .day),
        evidence, day,
      ]
    case .commitment:
      return [
        municipality,
        Field(
          "who", Phrase("Wie besloot", "Who decided"), required: true, hint: Phrase("college, raad", "college, council")
        ),
        text("Besluit", "Decision"),
        Field("budget", Phrase("Budget", "Budget"), .number, hint: Phrase("euro", "euros")),
        evidence, day,
      ]
    case .actionDone: return [action, text("Wat het opleverde", "What came of it", required: false), evidence, day]
    case .actionMove:
      return [action, Field("due", Phrase("Klaar op", "Due"), .day, required: true), text("Reden", "Reason"), day]
    case .actionDrop: return [action, text("Reden", "Reason"), evidence, day]
    }
  }

  /// What stands in the fields before anything is typed.
  public func defaults(_ scene: TaskScene) -> [String: String] {
    let names = Set(fields(scene).map(\.name))
    var values = ["period": scene.period.description]
    if let code = scene.municipality {
      values["municipality"] = Reference.name(ofMunicipality: code)
      if self == .shift { values["from"] = values["municipality"] }
    }
    if self == .supervision { values.merge(scene.then(values)) { $1 } }
    if [.actionDone, .actionMove, .actionDrop].contains(self), scene.openActions.count == 1 {
      values["action"] = scene.openActions[0].code
    }
    return values.filter { names.contains($0.key) }
  }

  /// Answers given at once, over what stands in the fields; of a step of the province with the account of the day given.
  public func answers(_ given: [String: String], _ scene: TaskScene) -> [String: String] {
    var answers = defaults(scene).merging(given) { $1 }
    guard self == .supervision else { return answers }
    let then = scene.then(answers)
    for name in TaskScene.thenFields where given[name] == nil { answers[name] = then[name] }
    return answers
  }
}
