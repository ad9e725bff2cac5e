import Journey

/// What happens between the stations: calls, notes, waiting, blockers, births and departures.
extension Teller {
  /// Fills the time until a station.
  mutating func meanwhile(until end: Day, with contact: Contact?) {
    let last = min(end - 1, today)
    let length = last - day
    guard isOpen, length > 4 else { return }
    var days: [Day] = []
    let count = isDetailed ? min(4, length / 25 + dice.int(0...1)) : dice.chance(0.2) ? 1 : 0
    for _ in 0..<count { days.append(day + dice.int(2...length)) }
    // Where people are waiting today, somebody has mostly been in touch not long ago.
    if end > today, dice.chance(isDetailed ? 0.65 : 0.15) { days.append(max(day + 1, today - dice.int(0...15))) }
    days.sort()
    for wanted in days { tellSomething(on: wanted, until: last, contact) }
    if let contact, dice.chance(0.16), last - day > 12 { block(until: last, contact) }
    bearChild(until: last)
  }

  private mutating func tellSomething(on wanted: Day, until last: Day, _ contact: Contact?) {
    let wanted = wanted.weekday > 5 ? min(today, wanted + (8 - wanted.weekday)) : wanted
    let draw = dice.unit()
    guard let contact else {
      let nidos = Dutch.nidosWorkers[index % 10]
      let body = Event.ContactMade(draw < 0.6 ? nidos : householdContact, .phone, "Voortgang besproken.")
      tell(.contactMade(body), on: wanted, by: caseworker)
      return
    }
    switch draw {
    case ..<0.42:
      let next = agreed(from: wanted, dice.chance(0.4))
      let body = Event.ContactMade(
        contact, dice.pick([.phone, .mail, .phone, .meeting]), dice.pick(Words.calls), next: next,
        turn: next != nil || dice.chance(0.6) ? contact : nil)
      tell(.contactMade(body), on: wanted, by: caseworker)
    case ..<0.62:
      let until = agreed(from: wanted, dice.chance(0.8))
      tell(.waitingSet(.init(contact, dice.pick(Words.waits), until: until)), on: wanted, by: caseworker)
    case ..<0.72:
      tell(.contactMade(.init(householdContact, .phone, note())), on: wanted, by: caseworker)
    case ..<0.78:
      tell(
        .contactMade(
          .init(coaContact, .mail, "Vraag over het klantprofiel.", turn: dice.chance(0.4) ? coaContact : nil)),
        on: wanted, by: caseworker)
    case ..<0.83 where isDetailed: agree(on: wanted, until: last)
    default:
      tell(.noteAdded(.init(note())), on: wanted, by: dice.chance(0.3) ? guide : caseworker)
    }
  }

  /// Answers agreed on long ago have mostly been given.
  private mutating func agreed(from wanted: Day, _ isAgreed: Bool) -> Day? {
    let day = wanted + dice.int(5...25)
    return isAgreed && (day >= today - 4 || dice.chance(0.1)) ? day : nil
  }

  mutating func note() -> String {
    let hasChildren = household.persons.contains { $0.relation == .child }
    return dice.pick(hasChildren && dice.chance(0.4) ? Words.familyNotes : Words.notes)
  }

  private mutating func agree(on wanted: Day, until last: Day) {
    let due = wanted + dice.int(3...21)
    let owner = Contact(.municipality, organisation: place.name, name: caseworker.name)
    let step = Event.OwnStep(dice.pick(Words.agreements), due: due, owner: owner)
    guard tell(.stepAdded(step), on: wanted, by: caseworker), due <= last, let sequence = events.last?.sequence,
      dice.chance(0.85)
    else { return }
    tell(.stepDone(.init(.own(sequence))), on: due, by: caseworker)
  }

  private mutating func block(until last: Day, _ contact: Contact) {
    var (code, text) = dice.pick(Words.blockers)
    if household.persons.count >= 6 {
      (code, text) = Words.blockers[0]
    } else if code == "size" {
      (code, text) = Words.blockers[1]
    }
    guard !openBlockers.contains(code), field.rules.blockers.contains(where: { $0.code == code }) else { return }
    let raised = day + dice.int(1...max(1, last - day - 6))
    guard tell(.blockerRaised(.init(code, text)), on: raised, by: caseworker) else { return }
    openBlockers.insert(code)
    guard last - day > 5, dice.chance(0.6) else { return }
    let cleared = Event.Body.blockerCleared(.init(code, dice.pick(Words.helped), helped: lesson(of: code)))
    if tell(cleared, on: day + dice.int(3...(last - day)), by: caseworker) { openBlockers.remove(code) }
  }

  /// Most tell what helped. Chosen by the number of the story, so that no other choice moves.
  private func lesson(of code: String) -> String? {
    guard let all = Words.lessons[code], (index + events.count) % 5 < 3 else { return nil }
    return all[(index / 5 + events.count) % all.count]
  }

  private mutating func bearChild(until last: Day) {
    guard last - day > 8, dice.chance(0.02),
      household.persons.contains(where: { $0.relation == .partner && $0.place != .abroad })
    else { return }
    let birth = day + dice.int(1...(last - day - 5))
    let baby = household.baby(born: birth, &dice)
    // The announcement comes some days later; a BSN follows from the birth certificate.
    guard tell(.born(.init(baby)), on: birth + dice.int(1...4), by: caseworker) else { return }
    household.persons.append(baby)
    laterBSNs.append((baby.id, Numbers.laterBSN(story: index, person: baby.id.rawValue)))
  }

  /// The few ways in which a search ends without a home.
  mutating func endings() {
    if dice.chance(0.011) {
      guard
        tell(.absenceSignalled(.init("not-reported", "Twee keer niet gemeld.")), after: dice.int(5...50), by: coaWorker)
      else { return }
      if dice.chance(0.55) {
        tell(.found, after: dice.int(2...13), by: coaWorker)
      } else if tell(
        .leftUnknown(.init("confirmed", "Kamer leeg aangetroffen.")), after: dice.int(14...25), by: coaWorker)
      {
        consequence(.closed(.init(.leftUnknown, "Kamer leeg aangetroffen.")))
      }
    }
    if isOpen, dice.chance(0.002), let person = household.persons.last(where: { $0.place != .abroad }) {
      guard tell(.deceased(.init(person.id)), after: dice.int(3...60), by: caseworker) else { return }
      household.persons.removeAll { $0.id == person.id }
      laterBSNs.removeAll { $0.person == person.id }
      if !household.persons.contains(where: { $0.place != .abroad }) { close(.deceased, after: dice.int(5...20)) }
    }
  }
}
