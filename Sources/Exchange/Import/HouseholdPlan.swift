import Journey

/// The events a household's rows come to, tried one by one on a scratch dossier.
struct HouseholdPlan {
  struct Refused: Error {
    var line: Int
    var column: Column?
    var reason: Phrase
  }

  struct Step {
    var day: Day
    var body: Event.Body
    var column: Column
  }

  let rows: [RowFacts]
  let rules: Rulebook
  let today: Day
  /// What was assumed, by column, to be said in the report.
  var notes: [(Column, Phrase)] = []
  private(set) var entries: [Decision.Entry] = []
  var changes: [Phrase] = []
  private(set) var scratch: Dossier

  init(rows: [RowFacts], dossier: Dossier?, rules: Rulebook, today: Day) {
    (self.rows, self.rules, self.today) = (rows, rules, today)
    scratch = dossier ?? Dossier(id: DossierID(year: 1, serial: 1))
  }

  mutating func register() throws(Refused) {
    try agree()
    let known = rows.flatMap { $0.days.values }
    let first = min(known.min() ?? today, today)
    var persons: [Person] = []
    let hasHead = rows.contains { $0.relation == .head }
    for (index, row) in rows.enumerated() {
      let given = row.relation ?? (index == 0 && !hasHead ? .head : .other)
      persons.append(row.person(PersonID(index + 1), relation: rows.count == 1 ? .head : given))
    }
    if rows.filter({ $0.relation == .head }).count > 1, let second = rows.filter({ $0.relation == .head }).last {
      throw Refused(
        line: second.line, column: .relation,
        reason: Phrase("Dit huishouden heeft twee hoofdpersonen.", "This household has two heads."))
    }
    let reception = rows.first { !$0.reception.isEmpty }?.reception ?? ""
    try take(Step(day: first, body: .registered(.init(persons: persons, reception: reception)), column: .surname))
    try way()
  }

  // MARK: - Trying

  func day(_ column: Column) -> Day? { rows.lazy.compactMap { $0.days[column] }.first }

  func missing(_ column: Column, _ beside: Column) -> Refused {
    Refused(
      line: rows[0].line, column: column,
      reason: Phrase(
        "\(column.rawValue) ontbreekt bij \(beside.rawValue).",
        "\(column.rawValue) is missing beside \(beside.rawValue)."))
  }

  mutating func take(_ step: Step, _ row: RowFacts? = nil) throws(Refused) {
    do throws(Refusal) {
      try apply(scratch.decide(.record(step.body, on: step.day), rules: rules, today: today))
    } catch {
      let line = row?.line ?? rows.first { $0.days[step.column] != nil }?.line ?? rows[0].line
      throw Refused(line: line, column: step.column, reason: Phrase(error.text(.nl), error.text(.en)))
    }
    changes.append(step.body.name)
  }

  mutating func apply(_ decision: Decision) {
    for entry in decision.own {
      let id = EventID(high: 1, low: UInt64(entries.count + 1))
      scratch.apply(
        Event(
          id: id, sequence: scratch.sequence + 1, day: entry.day, recordedAt: 0, actor: Actor("import"),
          source: .importFile, act: id, body: entry.body))
      entries.append(entry)
    }
  }
}
