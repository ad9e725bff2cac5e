import Journey

extension TaskBook {
  /// Why a posting cannot be made now; nil when it can. The casebook asks again when it writes.
  public func refusal(_ body: TaskEvent.Body, on day: Day, _ rules: Rulebook, today: Day) -> Refusal? {
    do throws(Refusal) {
      try TaskGuard(book: self, rules: rules, today: today).check(body, on: day)
      return nil
    } catch {
      return error
    }
  }

  /// Whether the book says just this already, so that the same list twice changes nothing.
  public func says(_ body: TaskEvent.Body) -> Bool {
    effective.contains { $0.body == body } && latest(like: body)?.body == body
  }

  /// The last posting that holds and that this one would replace.
  private func latest(like body: TaskEvent.Body) -> TaskEvent? {
    effective.last { event in
      switch (event.body, body) {
      case (.population(let a), .population(let b)): a.year == b.year
      case (.nationalNeed(let a), .nationalNeed(let b)): a.period == b.period
      case (.nationalSeries, .nationalSeries): true
      case (.targets(let a), .targets(let b)): a.period == b.period && a.referenceDate == b.referenceDate
      case (.opening(let a), .opening(let b)): a.period == b.period && a.asOf == b.asOf
      case (.links(let a), .links(let b)): a.period == b.period && a.referenceDate == b.referenceDate
      case (.realised(let a), .realised(let b)): a.period == b.period && a.referenceDate == b.referenceDate
      case (.structure(let a), .structure(let b)): a.municipality == b.municipality
      case (.homes(let a), .homes(let b)): a.municipality == b.municipality && a.size == b.size
      case (.scenario(let a), .scenario(let b)): a.name == b.name
      default: false
      }
    }
  }
}

/// What must hold for a posting.
struct TaskGuard {
  let book: TaskBook
  let rules: Rulebook
  let today: Day

  func check(_ body: TaskEvent.Body, on day: Day) throws(Refusal) {
    if day > today {
      throw Refusal(
        Phrase("Deze dag moet nog komen.", "This day is still to come."),
        remedy: Phrase("Boek wat gebeurd is.", "Post what has happened."), field: "day")
    }
    switch body {
    case .population(let p):
      guard (1900...today.year + 1).contains(p.year) else {
        throw Refusal(
          Phrase("\(p.year) is geen jaar van een telling.", "\(p.year) is no year of a count."), field: "year")
      }
    case .nationalNeed(let p): try notNegative(p.persons)
    case .correction(let p):
      try target(p.period)
      try municipality(p.municipality)
      if p.persons == 0 { throw Refusal(Phrase("Nul verandert niets.", "Zero changes nothing."), field: "persons") }
      try said(p.reason, "reason", Phrase("Een correctie heeft een reden.", "A correction has a reason."))
    case .shift(let p): try shift(p)
    case .homes(let p): try homes(p)
    case .supervision(let p): try supervision(p, on: day)
    case .structure(let p):
      try municipality(p.municipality)
      try said(p.lead, "lead", Phrase("Wie trekt het?", "Who leads it?"))
      if let weeks = p.rhythmWeeks, !Self.rhythm.contains(weeks) {
        throw Refusal(
          Phrase(
            "Verwacht 1 tot \(Self.rhythm.upperBound) weken; leeg: niet afgesproken.",
            "Expected 1 to \(Self.rhythm.upperBound) weeks; empty: not agreed."),
          field: "rhythm")
      }
    case .steeringMet(let p): try municipality(p.municipality)
    case .goal(let p):
      try municipality(p.municipality)
      try said(p.text, "text", Phrase("Wat is het doel?", "What is the goal?"))
    case .action(let p):
      try municipality(p.municipality)
      try said(p.title, "text", Phrase("Wat wordt er gedaan?", "What will be done?"))
    case .actionDone(let p), .actionDropped(let p): try openAction(p.action)
    case .actionMoved(let p):
      try openAction(p.action)
      try said(p.reason, "text", Phrase("Waarom wordt het later?", "Why is it moved?"))
    case .commitment(let p):
      try municipality(p.municipality)
      try said(p.who, "who", Phrase("Wie besloot?", "Who decided?"))
      try said(p.decision, "text", Phrase("Wat is besloten?", "What was decided?"))
    case .undone(let p):
      guard book.effective.contains(where: { $0.act == p.act }) else {
        throw Refusal(Phrase("Dat is al teruggenomen.", "That was taken back already."))
      }
      try notRestedOn(p.act)
    case .targets(let p):
      try asOf(p.referenceDate)
      try known(p.rows)
      for row in p.rows.rows.values {
        for persons in [row.target, row.realised, row.onTheWay] { try notNegative(persons ?? 0) }
      }
    case .opening(let p):
      try asOf(p.asOf ?? day)
      try known(p.rows)
    case .links(let p):
      try asOf(p.referenceDate)
      try known(p.rows)
      for persons in p.rows.rows.values { try notNegative(persons) }
    case .realised(let p):
      try asOf(p.referenceDate)
      try known(p.rows)
      for persons in p.rows.rows.values { try notNegative(persons) }
    case .nationalSeries, .scenario, .unknown: break
    }
  }

  private func shift(_ p: TaskEvent.Shift) throws(Refusal) {
    try target(p.period)
    guard let rule = rules.task.shift(on: p.period.first) else {
      throw Refusal(
        Phrase(
          "In \(p.period) kan geen doel worden verschoven: het regelboek heeft daar geen regel voor.",
          "In \(p.period) no target can be shifted: the rulebook has no rule for it."), field: "period")
    }
    try municipality(p.from, "from")
    try municipality(p.to, "to")
    if Reference.present(p.from) == Reference.present(p.to) {
      throw Refusal(
        Phrase("Van en naar zijn dezelfde gemeente.", "From and to are the same municipality."), field: "to")
    }
    if p.persons <= 0 {
      throw Refusal(
        Phrase("Verwacht één of meer personen.", "Expected one person or more."),
        remedy: Phrase("Draai van en naar om voor de andere kant op.", "Swap from and to for the other way."),
        field: "persons")
    }
    try said(
      p.agreement, "agreement",
      Phrase(
        "Een verschuiving rust op een afspraak van beide gemeenten\(rule.cited).",
        "A shift rests on an agreement of both municipalities\(rule.cited)."))
  }

  /// Weeks between meetings: two years at the most.
  static let rhythm = 1...104

  static let homesOutOfBounds = Refusal(
    Phrase(
      "Verwacht nul of meer woningen, hoogstens \(Int(Scenario.Limits.perWeek.upperBound)) per week.",
      "Expected zero homes or more, at most \(Int(Scenario.Limits.perWeek.upperBound)) a week."), field: "homes")

  private func homes(_ p: TaskEvent.HomesToCome) throws(Refusal) {
    try municipality(p.municipality)
    guard Scenario.Limits.perWeek.contains(p.rate.perWeek) else { throw Self.homesOutOfBounds }
    try said(p.source, "source", Phrase("Wie zegt dat ze komen?", "Who says that they come?"))
  }

  private func supervision(_ p: TaskEvent.SupervisionStep, on day: Day) throws(Refusal) {
    try municipality(p.municipality)
    if let term = p.term, term < day {
      throw Refusal(
        Phrase("De termijn is eerder dan de stap van \(day).", "The term is before the step of \(day)."),
        remedy: Phrase("Zeg een dag na de stap.", "Say a day after the step."), field: "term")
    }
    if let review = p.nextReview, review < day {
      throw Refusal(
        Phrase("Op \(review) was deze stap nog niet gezet.", "On \(review) this step was not taken yet."),
        remedy: Phrase("Zeg een dag die nog komt.", "Say a day that is to come."), field: "review")
    }
    guard let step = rules.supervision.first(where: { $0.code == p.step }) else {
      let all = rules.supervision.map(\.code).joined(separator: ", ")
      throw Refusal(Phrase("Kies uit: \(all).", "Choose from: \(all)."), field: "step")
    }
    let held = rules.supervision.filter { $0.validity.covers(day) }
    guard held.contains(where: { $0.code == p.step }) else {
      let names = (held.map(\.name.nl).joined(separator: ", "), held.map(\.name.en).joined(separator: ", "))
      throw Refusal(
        Phrase(
          "\"\(step.name.nl)\" was op \(day) geen stap van de ladder.",
          "\"\(step.name.en)\" was no step of the ladder on \(day)."),
        remedy: held.isEmpty
          ? nil : Phrase("Op die dag kan: \(names.0).", "On that day there are: \(names.1)."), field: "step")
    }
  }

  /// Its end and its moves cannot outlive an action.
  private func notRestedOn(_ act: EventID) throws(Refusal) {
    let planned = Set(book.effective.filter { $0.act == act }.map(\.number))
    let rests = book.effective.contains { event in
      guard event.act != act else { return false }
      return switch event.body {
      case .actionDone(let p), .actionDropped(let p): planned.contains(p.action)
      case .actionMoved(let p): planned.contains(p.action)
      default: false
      }
    }
    if rests {
      throw Refusal(
        Phrase("Wat er met de actie gebeurde, rust hierop.", "What became of the action rests on this."),
        remedy: Phrase("Neem dat eerst terug.", "Take that back first."))
    }
  }

  // MARK: - Parts

  /// A half-year that has a task.
  private func target(_ period: HalfYear) throws(Refusal) {
    if rules.task.target(on: period.first) == nil {
      throw Refusal(
        Phrase("In \(period) is er geen taakstelling.", "In \(period) there is no task."), field: "period")
    }
  }

  private func municipality(_ code: String, _ field: String = "municipality") throws(Refusal) {
    guard Reference.municipality(code: Reference.present(code)) != nil else {
      throw Refusal(Phrase("Onbekende gemeente \"\(code)\".", "Unknown municipality \"\(code)\"."), field: field)
    }
  }

  /// What is the state of a day cannot be known before it.
  private func asOf(_ day: Day) throws(Refusal) {
    if day > today {
      throw Refusal(
        Phrase("De stand van \(day) moet nog komen.", "The state of \(day) is still to come."),
        remedy: Phrase("Boek de stand van vandaag of eerder.", "Post the state of today or before."), field: "as-of")
    }
  }

  private func known<Row>(_ table: FigureTable<Row>) throws(Refusal) {
    for code in table.rows.keys.sorted() { try municipality(code) }
  }

  private func openAction(_ number: Int) throws(Refusal) {
    guard let action = book.actions[number] else {
      throw Refusal(Phrase("Er is geen actie \(number).", "There is no action \(number)."), field: "action")
    }
    guard action.state == .open else {
      throw Refusal(
        Phrase("Actie \(number) is al afgesloten.", "Action \(number) has ended already."), field: "action")
    }
  }

  private func notNegative(_ persons: Int) throws(Refusal) {
    if persons < 0 {
      throw Refusal(Phrase("Verwacht nul of meer.", "Expected zero or more."), field: "persons")
    }
  }

  private func said(_ text: String, _ field: String, _ why: Phrase) throws(Refusal) {
    if text.isEmpty { throw Refusal(why, field: field) }
  }
}

extension Rulebook.Named {
  /// ` (Huisvestingswet art. 29-2)`: behind words that rest on it; empty where it names no source.
  var cited: String { source.isEmpty ? "" : " (\(source))" }
}
