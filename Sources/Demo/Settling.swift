import Journey

/// At home: registration, the steps around it, relatives who arrive, and the end of guidance.
extension Teller {
  mutating func settle() {
    let wait = dice.chance(0.1) ? dice.int(7...20) : dice.int(1...5)
    guard tell(.addressRegistered, after: wait, by: caseworker) else { return }
    letGo()
    let home = day
    relativesArrive()
    let end = home + dice.int(300...430)
    if isDetailed {
      doSteps(until: min(end - 10, today), share: dice.chance(0.85) ? 0.99 : 0.75)
    } else if dice.chance(0.2) {
      tell(.stepDone(.init(StepKey("gp"))), after: dice.int(3...14), by: guide)
    }
    guard isOpen else { return }
    if dice.chance(isDetailed ? 0.6 : 0.1) { call(on: min(max(day + 20, today - dice.int(0...40)), end - 15)) }
    guard isOpen, end <= today, dice.chance(0.97) else { return }
    finish(on: end)
  }

  private mutating func call(on wanted: Day) {
    guard wanted > day, wanted <= today else { return }
    tell(
      .contactMade(.init(place.guidance, .phone, note())), on: wanted.weekday > 5 ? wanted - 2 : wanted, by: caseworker)
  }

  private mutating func relativesArrive() {
    guard let expected, expected.day <= today, !household.isMinorAlone, dice.chance(0.6) else { return }
    let arrival = max(day + 3, expected.day + dice.int(-10...30))
    guard
      tell(
        .housingChecked(.init(fits: true, "Kan tijdelijk met het hele gezin.")), on: max(day, arrival - 9),
        by: caseworker),
      tell(.relativesArrived(.init(expected.persons, toHome: true)), on: max(day, arrival), by: coaWorker)
    else { return }
    for position in household.persons.indices where expected.persons.contains(household.persons[position].id) {
      household.persons[position].place = .home
    }
    for person in expected.persons {
      let bsn = Numbers.laterBSN(story: index, person: person.rawValue)
      guard
        tell(
          .bsnReceived(.init(person, bsn)), after: person == expected.persons[0] ? dice.int(3...12) : 0, by: caseworker)
      else { return }
    }
  }

  /// Ticks off what the rules ask for, around the day it is due.
  private mutating func doSteps(until last: Day, share: Double) {
    let open = Dossier.fold(id, events).standing(field.rules).steps.filter {
      $0.isOpen && !$0.leavesStage && !$0.overall && $0.act == nil && $0.key != .turn
        && !["housing-check", "second-move", "guest-end"].contains($0.key.step)
    }
    var wanted: [(due: Day, step: Standing.Step)] = []
    for step in open { if let due = dueDay(step) { wanted.append((due, step)) } }
    wanted.sort { ($0.due, $0.step.key.rawValue) < ($1.due, $1.step.key.rawValue) }
    var plan: [(day: Day, step: Standing.Step)] = []
    let isPrompt = dice.chance(0.5)
    for (due, step) in wanted where dice.chance(share) {
      let late = dice.chance(0.03) ? dice.int(3...30) : -dice.int(0...6)
      plan.append((max(day + (isPrompt ? 0 : dice.int(0...9)), due + late), step))
    }
    plan.sort { ($0.day, $0.step.key.rawValue) < ($1.day, $1.step.key.rawValue) }
    for (wanted, step) in plan where wanted <= last { tick(step, on: wanted) }
  }

  /// Of what waits for another step to be done the day it would be if that were done as it arose.
  private func dueDay(_ step: Standing.Step) -> Day? {
    if let due = step.due { return due.day }
    guard let rule = field.rules.step(step.key.step), rule.termFrom != nil else { return nil }
    return rule.term.flatMap { field.rules.term($0, on: step.since) }?.end(from: step.since)
  }

  private mutating func tick(_ step: Standing.Step, on wanted: Day) {
    let wanted = wanted.weekday > 5 ? wanted - (wanted.weekday - 5) : wanted
    switch (step.key.step, step.person) {
    case ("pip", let person?): tell(.pipSet(.init(person)), on: wanted, by: caseworker)
    case ("intake", let person?): tell(.intakeDone(.init(person)), on: wanted, by: caseworker)
    case ("bsn", let person?):
      let known =
        laterBSNs.first { $0.person == person }?.bsn ?? Numbers.laterBSN(story: index, person: person.rawValue)
      laterBSNs.removeAll { $0.person == person }
      tell(.bsnReceived(.init(person, known)), on: wanted, by: caseworker)
    default: tell(.stepDone(.init(step.key)), on: wanted, by: step.owner.party == .guidance ? guide : caseworker)
    }
  }

  /// Everything the rules want done is done, and the dossier is closed.
  private mutating func finish(on end: Day) {
    let dossier = Dossier.fold(id, events)
    let open = dossier.standing(field.rules).steps.filter { $0.isOpen && $0.mandatory }
    guard !open.contains(where: { $0.leavesStage || $0.overall }) else { return }
    if end > day, end.weekday < 6 {
      for step in open { tick(step, on: end) }
    } else {
      for step in open { tick(step, on: day) }
    }
    let helped = index % 5 == 0 ? Words.endLessons[index / 5 % Words.endLessons.count] : nil
    close(
      household.isMinorAlone ? .housedAt18 : .housedPermanent, "Begeleiding afgerond.", helped: helped,
      after: dice.int(2...12))
  }
}
