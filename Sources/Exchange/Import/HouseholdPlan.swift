import Journey

/// The events a household's rows come to, tried one by one on a scratch dossier.
struct HouseholdPlan {
  struct Refused: Error {
    var line: Int
    var column: Column?
    var reason: Phrase
  }

  private struct Step {
    var day: Day
    var body: Event.Body
    var column: Column
  }

  let rows: [RowFacts]
  let rules: Rulebook
  let today: Day
  /// What was assumed, by column, to be said in the report.
  private(set) var notes: [(Column, Phrase)] = []
  private(set) var entries: [Decision.Entry] = []
  private(set) var changes: [Phrase] = []
  private var scratch: Dossier

  init(rows: [RowFacts], dossier: Dossier?, rules: Rulebook, today: Day) {
    (self.rows, self.rules, self.today) = (rows, rules, today)
    scratch = dossier ?? Dossier(id: DossierID(year: 1, serial: 1))
  }

  // MARK: - A household that is new

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

  // MARK: - A household that is known

  /// - Parameter pairs: the person in the dossier for each row, nil for one who is not in it yet.
  mutating func update(_ pairs: [PersonID?]) throws(Refused) {
    try agree()
    let dossier = scratch
    var newcomers: [Person] = []
    var next = dossier.nextPersonID.rawValue
    for (row, id) in zip(rows, pairs) {
      guard let id, let person = dossier.person(id) else {
        newcomers.append(row.person(PersonID(next), relation: row.relation == .head ? .other : row.relation ?? .other))
        next += 1
        continue
      }
      try change(person, by: row)
    }
    if !newcomers.isEmpty { try add(newcomers) }
    if let row = rows.first(where: { !$0.reception.isEmpty }), dossier.housing == nil,
      !receptions(dossier).contains(Folding.key(row.reception))
    {
      try take(Step(day: today, body: .receptionMoved(.init(row.reception)), column: .reception))
    }
    try way()
  }

  private mutating func change(_ person: Person, by row: RowFacts) throws(Refused) {
    let past = versions(of: person.id)
    var changed = person
    // What the dossier once said and no longer does was changed since: an old list does not bring it back.
    func take<V: Equatable>(_ field: WritableKeyPath<Person, V>, _ value: V, where isSaid: Bool) {
      guard isSaid, value != changed[keyPath: field], !past.contains(where: { $0[keyPath: field] == value }) else {
        return
      }
      changed[keyPath: field] = value
    }
    take(\.given, row.name.given, where: !row.name.given.isEmpty)
    take(\.prefix, row.name.prefix, where: !row.name.prefix.isEmpty)
    take(\.surname, row.name.surname, where: true)
    take(\.birth, row.birth, where: row.birth != nil)
    take(\.sex, row.sex, where: row.sex != nil)
    take(\.nationality, row.nationality, where: row.nationality != nil)
    take(\.phone, row.phone, where: row.phone != nil)
    take(\.vNumber, row.vNumber, where: row.vNumber != nil && person.vNumber == nil)
    if let relation = row.relation, person.relation != .head, relation != .head {
      take(\.relation, relation, where: true)
    }
    if changed != person {
      try self.take(Step(day: today, body: .personChanged(.init(changed)), column: .surname), row)
    }
    if let bsn = row.bsn, person.bsn == nil {
      try self.take(Step(day: today, body: .bsnReceived(.init(person.id, bsn)), column: .bsn), row)
    }
  }

  private func versions(of id: PersonID) -> [Person] {
    scratch.story.flatMap { event -> [Person] in
      switch event.body {
      case .registered(let p): p.persons
      case .born(let p), .personChanged(let p): [p.person]
      case .corrected(let p): if case .registered(let q) = p.body.body { q.persons } else { [] }
      case .householdJoined(let p): p.persons
      default: []
      }
    }.filter { $0.id == id }
  }

  private func receptions(_ dossier: Dossier) -> Set<String> {
    var found: Set<String> = [Folding.key(dossier.reception)]
    for event in dossier.story {
      switch event.body {
      case .registered(let p): found.insert(Folding.key(p.reception))
      case .receptionMoved(let p): found.insert(Folding.key(p.place))
      default: break
      }
    }
    return found
  }

  /// Children born since join by birth; others were left out when the household was registered, which is corrected.
  private mutating func add(_ persons: [Person]) throws(Refused) {
    let registered = scratch.story.last {
      if case .registered = $0.body { !scratch.takenBack.contains($0.id) } else { false }
    }
    var forgotten: [Person] = []
    for person in persons {
      if let born = person.birth?.whole, let since = registered?.day, born > since, born <= today {
        try take(Step(day: born, body: .born(.init(person)), column: .birth))
      } else {
        forgotten.append(person)
      }
    }
    guard !forgotten.isEmpty else { return }
    guard let registered, case .registered(var whole) = scratch.effective(registered).body else {
      throw Refused(
        line: rows[0].line, column: .household,
        reason: Phrase(
          "Dit huishouden is anders ontstaan; voeg de persoon in het dossier toe.",
          "This household came about otherwise; add the person in the dossier."))
    }
    whole.persons += forgotten
    let why = Phrase("Aangevuld uit een bestand", "Completed from a file").nl
    let action = Action.correct(registered.id, .registered(whole), on: registered.day, why: why)
    do throws(Refusal) { try apply(scratch.decide(action, rules: rules, today: today)) } catch {
      throw Refused(line: rows[0].line, column: .surname, reason: Phrase(error.text(.nl), error.text(.en)))
    }
    changes.append(Phrase("\(forgotten.count) persoon erbij", "\(forgotten.count) person added"))
  }

  // MARK: - The way home

  /// Only what the dossier does not tell yet, in order of date; what was taken back there stays out.
  private mutating func way() throws(Refused) {
    let d = scratch
    var steps: [Step] = []
    func known(_ kind: Event.Kind) -> Bool { d.story.contains { $0.body.kind == kind } }
    if let permit = rows.compactMap(\.permit).first {
      if !known(.permitGranted) {
        guard let day = day(.permitDate) else { throw missing(.permitDate, .permit) }
        steps.append(Step(day: day, body: .permitGranted(.init(permit)), column: .permitDate))
      }
    } else if day(.permitDate) != nil, !known(.permitGranted) {
      throw missing(.permit, .permitDate)
    }
    profile(d, &steps)
    try link(d, &steps)
    if let day = day(.moveDate), !known(.moved), !known(.secondMove), d.housing == nil {
      steps.append(Step(day: day, body: .moved(.init()), column: .moveDate))
    }
    for step in steps.sorted(by: { $0.day < $1.day }) { try take(step) }
    let texts = Set(
      d.story.compactMap { event -> String? in if case .noteAdded(let p) = event.body { p.text } else { nil } })
    var said: Set<String> = texts
    for row in rows where !row.note.isEmpty && said.insert(row.note).inserted {
      try take(Step(day: today, body: .noteAdded(.init(row.note)), column: .note), row)
    }
  }

  private mutating func profile(_ d: Dossier, _ steps: inout [Step]) {
    let all = rows.map(\.needs)
    let needs = Needs(
      rooms: all.compactMap(\.rooms).max(), maxRent: all.compactMap(\.maxRent).min(), features: all.flatMap(\.features))
    var criteria: [Criterion] = []
    for criterion in rows.flatMap(\.criteria) where !criteria.contains(criterion) { criteria.append(criterion) }
    let profile = Event.Profile(needs: needs, criteria: criteria)
    let told = d.story.compactMap { event -> Event.Profile? in
      switch event.body {
      case .screeningHeld(let p), .needsSet(let p): p
      default: nil
      }
    }
    let screened = d.story.contains { $0.body.kind == .screeningHeld }
    if let day = day(.screeningDate), !screened {
      steps.append(Step(day: day, body: .screeningHeld(profile), column: .screeningDate))
    } else if !needs.isEmpty || !criteria.isEmpty, !told.contains(profile) {
      // In time for the offer, which has to fit the needs.
      let first = d.story.isEmpty ? (rows.flatMap { $0.days.values }.min() ?? today) : today
      steps.append(Step(day: min(first, today), body: .needsSet(profile), column: .needs))
    }
  }

  private mutating func link(_ d: Dossier, _ steps: inout [Step]) throws(Refused) {
    let offerDay = day(.offerDate)
    let offered = d.story.contains { $0.body.kind == .homeAssigned }
    var accepted = d.link?.accepted != nil
    if let code = rows.compactMap(\.municipality).first {
      guard let day = day(.linkDate) else { throw missing(.linkDate, .municipality) }
      let told = d.story.contains { event in
        switch event.body {
        case .linked(let p), .relinked(let p): p.municipality == code && event.day == day
        case .municipalityMerged(let p): p.to == code
        default: false
        }
      }
      if !told, d.link?.municipality != code {
        let hard = rows.contains { !$0.criteria.isEmpty }
        let body: Event.Body =
          d.link == nil ? .linked(.init(code, hard: hard)) : .relinked(.init(code, hard: hard, reason: "other"))
        steps.append(Step(day: day, body: body, column: .municipality))
        accepted = false
      }
    } else if day(.linkDate) != nil, d.link == nil {
      throw missing(.municipality, .linkDate)
    }
    if let offerDay, !offered {
      if !accepted {
        // The file does not tell when; the municipality had it in hand from the link on.
        let since = day(.linkDate) ?? d.link?.since ?? offerDay
        steps.append(Step(day: min(since, offerDay), body: .linkAccepted, column: .linkDate))
      }
      let address = rows.first { !$0.address.isEmpty }?.address
      if address == nil {
        notes.append(
          (.offerDate, Phrase("Adres van het aanbod niet in het bestand.", "Address of the offer not in the file.")))
      }
      let features = Set(rows.flatMap(\.needs.features)).union(d.needs.features)
      if !features.isEmpty {
        notes.append(
          (
            .offerDate,
            Phrase(
              "Aangenomen dat de woning aan de woonbehoefte voldoet.",
              "Taken for granted that the home meets the needs.")
          ))
      }
      let home = Event.Home(address: address ?? "adres onbekend", features: Array(features))
      steps.append(Step(day: offerDay, body: .homeAssigned(home), column: .offerDate))
    }
    if let day = day(.leaseDate), !d.story.contains(where: { $0.body.kind == .leaseSigned }) {
      let move = self.day(.moveDate)
      let start = move.map { $0 >= day - 31 && $0 <= day + 365 ? $0 : day } ?? day
      steps.append(Step(day: day, body: .leaseSigned(.init(start: start)), column: .leaseDate))
    }
  }

  // MARK: - Trying

  private func day(_ column: Column) -> Day? { rows.lazy.compactMap { $0.days[column] }.first }

  private func missing(_ column: Column, _ beside: Column) -> Refused {
    Refused(
      line: rows[0].line, column: column,
      reason: Phrase(
        "\(column.rawValue) ontbreekt bij \(beside.rawValue).",
        "\(column.rawValue) is missing beside \(beside.rawValue)."))
  }

  /// The rows of one household do not contradict each other.
  private func agree() throws(Refused) {
    for column in [Column.screeningDate, .linkDate, .offerDate, .leaseDate, .moveDate] {
      guard let first = rows.first(where: { $0.days[column] != nil }), let day = first.days[column] else { continue }
      if let other = rows.first(where: { $0.days[column] != nil && $0.days[column] != day }) {
        throw differs(other, column, from: first.line)
      }
    }
    if let first = rows.first(where: { $0.municipality != nil }),
      let other = rows.first(where: { $0.municipality != nil && $0.municipality != first.municipality })
    {
      throw differs(other, .municipality, from: first.line)
    }
    for (index, row) in rows.enumerated() {
      for earlier in rows[..<index] {
        if row.vNumber != nil, row.vNumber == earlier.vNumber { throw differs(row, .vNumber, same: earlier.line) }
        if row.bsn != nil, row.bsn == earlier.bsn { throw differs(row, .bsn, same: earlier.line) }
      }
    }
  }

  private func differs(_ row: RowFacts, _ column: Column, from line: Int) -> Refused {
    Refused(
      line: row.line, column: column,
      reason: Phrase(
        "Verschilt van regel \(line) van hetzelfde huishouden.", "Differs from line \(line) of the same household."))
  }
  private func differs(_ row: RowFacts, _ column: Column, same line: Int) -> Refused {
    Refused(
      line: row.line, column: column,
      reason: Phrase("Hetzelfde nummer als op regel \(line).", "The same number as on line \(line)."))
  }

  private mutating func take(_ step: Step, _ row: RowFacts? = nil) throws(Refused) {
    do throws(Refusal) {
      try apply(scratch.decide(.record(step.body, on: step.day), rules: rules, today: today))
    } catch {
      let line = row?.line ?? rows.first { $0.days[step.column] != nil }?.line ?? rows[0].line
      throw Refused(line: line, column: step.column, reason: Phrase(error.text(.nl), error.text(.en)))
    }
    changes.append(step.body.name)
  }

  private mutating func apply(_ decision: Decision) {
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
