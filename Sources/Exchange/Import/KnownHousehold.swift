import Journey

/// What a file adds to a household whose dossier is there.
extension HouseholdPlan {
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
      case .born(let p), .memberAdded(let p), .personChanged(let p): [p.person]
      case .relativesAnnounced(let p): p.persons
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
}
