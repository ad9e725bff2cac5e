import Casebook
import Journey
import Quota

/// The task as the casebook has it.
struct CasebookTask: TaskSource {
  let casebook: Casebook
  let rules: Rulebook
  let user: String
  var isReadOnly: Bool
  let forecasting: Forecasting
  let window: Window

  private func said<Value>(_ job: () throws(CasebookFailure) -> Value) throws(SourceFailure) -> Value {
    do { return try job() } catch { throw SourceFailure(phrase: error.phrase) }
  }

  private func ledger(_ today: Day) throws(SourceFailure) -> Ledger {
    try said { () throws(CasebookFailure) in try forecasting.ledger(on: today) }
  }

  // MARK: - Reading

  private func reader(_ area: Area, _ periods: Set<HalfYear>, _ today: Day) throws -> TaskReader {
    let ledger = try ledger(today)
    let changes = try said { () throws(CasebookFailure) in try casebook.changesSeen() }
    var kept: [TaskLook.Key: KeptForecast] = [:]
    for period in periods {
      for one in try said({ () throws(CasebookFailure) in try casebook.keptForecasts(period) }).values {
        kept[TaskLook.Key(area: one.area, period: period)] = one
      }
    }
    let signals = try said { () throws(CasebookFailure) in try forecasting.signals(area, on: today) }
    return TaskReader(ledger: ledger, kept: kept, changes: changes, signals: signals)
  }

  func page(_ ask: TaskAsk, today: Day) throws -> TaskPage {
    let now = HalfYear(holding: today)
    let reader = try reader(ask.area, ask.parts.isEmpty ? [ask.period, now] : [ask.period], today)
    var page = reader.page(ask)
    try expectRead(reader.ledger)
    guard now.noForecast(on: today) == nil else { return page }
    let lines = (page.rows + [page.sum].compactMap(\.self)).map(\.line).filter { $0.period == now }
    let grounds = try said { () throws(CasebookFailure) in try casebook.forecastGrounds(lines) }
    for index in page.rows.indices where page.rows[index].line.period == now {
      page.rows[index].grounds = grounds[page.rows[index].line.area]
    }
    if page.sum?.line.period == now { page.sum?.grounds = grounds[ask.area] }
    return page
  }

  func look(_ key: TaskLook.Key, today: Day) throws -> TaskLook {
    let last = min(today, key.period.last)
    let byDay =
      last < key.period.first
      ? [:]
      : try said { () throws(CasebookFailure) in
        try casebook.realised(key.area, from: key.period.first, through: last).byDay
      }
    let reader = try reader(key.area, [key.period], today)
    let look = reader.look(key, housedByDay: byDay)
    try expectRead(reader.ledger)
    return look
  }

  func postings(behind figure: LedgerFigure, _ key: TaskLook.Key, today: Day) throws -> [SourcedPosting] {
    let ledger = try ledger(today)
    return ledger.postings(behind: figure, of: key.area, in: key.period).map { posting in
      guard case .event(let number) = posting.origin else { return SourcedPosting(posting: posting) }
      return SourcedPosting(posting: posting, event: ledger.book.event(number))
    }
  }

  func account(_ area: Area) throws -> [TaskEvent] {
    let book = try said { () throws(CasebookFailure) in try casebook.taskBook() }
    let codes = Set(area.municipalities)
    var acts: Set<EventID> = []
    return book.events.filter { event in
      let isOfArea =
        switch event.body {
        // A scenario is nobody's account: of the country all that was written is shown.
        case .scenario: area == .country
        // Where what it took back is.
        case .undone(let taken): acts.contains(taken.act)
        default: event.body.places.map { !codes.isDisjoint(with: $0) } ?? true
        }
      if isOfArea { acts.insert(event.act) }
      return isOfArea
    }.reversed()
  }

  // MARK: - Forecasts

  private func line(_ key: TaskLook.Key, _ today: Day) throws(SourceFailure) -> LedgerLine {
    try ledger(today).line(key.area, in: key.period)
  }

  func forecast(_ key: TaskLook.Key, today: Day) throws -> KeptForecast {
    let line = try line(key, today)
    return try said { () throws(CasebookFailure) in
      try forecasting.expected(line, on: today, anew: true, keeps: !isReadOnly)
    }
  }

  func backTest(_ area: Area, today: Day, goesOn: (Int, Int) -> Bool) throws -> BackTestReport {
    let start = ContinuousClock.now
    let ledger = try ledger(today)
    var wasEnded = false
    let test = try said { () throws(CasebookFailure) in
      try forecasting.backTest(area, ledger) { place, count in
        let goes = goesOn(place, count)
        if !goes { wasEnded = true }
        return goes
      }
    }
    let sample = try said { () throws(CasebookFailure) in try casebook.sampleSize(of: area) }
    return BackTestReport(
      area: area,
      scores: [
        (Phrase("prognose", "forecast"), test.forecast), (Baseline.Method.paceLine.name, test.paceLine),
        (Baseline.Method.little.name, test.little),
      ], tooLittle: test.tooLittle.map { ($0.origin, $0.why.words) }, sample: sample, duration: .now - start,
      wasEnded: wasEnded)
  }

  func whatIf(_ key: TaskLook.Key, _ scenario: Scenario, today: Day) throws -> WhatIfAnswer {
    let line = try line(key, today)
    let basis = try said { () throws(CasebookFailure) in try forecasting.basis(line, on: today) }
    do throws(TooLittle) {
      let answer = try WhatIf(basis.question, by: basis.hazards, under: scenario)
      let values = try MarginalValue.all(basis.question, by: basis.hazards, homesOf: scenario)
      return .played(
        .init(
          today: answer.today.total, todayChance: answer.today.chance, otherwise: answer.otherwise.total,
          otherwiseChance: answer.otherwise.chance, mean: answer.difference.mean, band: answer.difference.band,
          households: answer.today.households, spells: answer.today.spells, runs: answer.today.runs, values: values))
    } catch {
      return .tooLittle(error.words)
    }
  }

  func scenarios() throws -> [Scenario] {
    let book = try said { () throws(CasebookFailure) in try casebook.taskBook() }
    return book.savedScenarios
  }

  // MARK: - Posting

  func scene(_ key: TaskLook.Key, today: Day) throws -> TaskScene {
    let ledger = try ledger(today)
    var municipality: String?
    if case .municipality(let code) = key.area { municipality = code }
    return TaskScene(
      book: ledger.book, rules: rules, period: key.period, municipality: municipality,
      ledger: ledger, today: today)
  }

  func then(_ answers: [String: String], _ scene: TaskScene) throws -> [String: String] {
    let then = scene.then(answers)
    try expectRead(scene.ledger)
    return then
  }

  /// What an account could not read is an error, not a number.
  private func expectRead(_ ledger: Ledger?) throws(SourceFailure) {
    guard let failure = ledger?.unread() else { return }
    throw SourceFailure(phrase: (failure as? CasebookFailure)?.phrase ?? Phrase(same: "\(failure)"))
  }

  func post(_ body: TaskEvent.Body, on day: Day, ending draft: String?, today: Day) -> TaskAnswer {
    if isReadOnly { return .refused(Words.readOnly) }
    let answer = answer { () throws(CasebookFailure) in
      try casebook.post([body], on: day, by: Actor(user), source: .screen, rules: rules, today: today)
      return body.name
    }
    if case .done = answer, let draft {
      try? casebook.removeDraft(key: Casebook.heldKey(user + "|" + draft, by: window))
    }
    return answer
  }

  func takeBack(again: Bool, today: Day) -> TaskAnswer {
    if isReadOnly { return .refused(Words.readOnly) }
    return answer { () throws(CasebookFailure) in
      let book = try casebook.taskBook()
      guard let act = again ? book.redoableAct : book.undoableAct(by: user) else {
        throw .refused(Refusal(again ? Words.nothingToRedo : Words.nothingToUndoTask))
      }
      let name = book.name(of: act)
      try casebook.undoTask(act: act, by: Actor(user), source: .screen, rules: rules, today: today)
      return name
    }
  }

  private func answer(_ job: () throws(CasebookFailure) -> Phrase) -> TaskAnswer {
    do throws(CasebookFailure) {
      return .done(try job())
    } catch {
      if case .refused(let refusal) = error { return .refused(refusal) }
      return .failed(error.phrase)
    }
  }
}

extension TaskBook {
  /// What an act was about; of a taking back, what it took back.
  fileprivate func name(of act: EventID) -> Phrase {
    let first = events.first { $0.act == act }?.body
    if case .undone(let taken)? = first { return name(of: taken.act) }
    return first?.name ?? Phrase(same: "")
  }
}
