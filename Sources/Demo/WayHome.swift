import Journey

/// From reception to a home: the stations every story passes, and where it leaves them.
extension Teller {
  mutating func tellStory() {
    register()
    guard isOpen, grantPermit() else { return }
    let pace = Pace(size: household.persons.count, slower: household.origin.slower, &dice)
    prepare(pace)
    if household.isMinorAlone { growUp() }
    if let guestUntil, dice.chance(0.6) {
      tell(.guestStayEnded, on: min(guestUntil, permitDay + pace.toLink), by: coaWorker)
    }
    guard isOpen, link(on: permitDay + pace.toLink) else { return }
    search(pace)
  }

  private mutating func register() {
    var persons = household.persons
    // Some are registered in the persons register only later.
    if dice.chance(0.1) {
      for position in persons.indices {
        if let bsn = persons[position].bsn { laterBSNs.append((persons[position].id, bsn)) }
        persons[position].bsn = nil
      }
    }
    if household.isMinorAlone { persons[0].place = .guardian }
    tell(.registered(.init(persons: persons, reception: reception)), on: day, by: coaWorker)
  }

  /// Most dossiers begin with the permit; some while the procedure is still running.
  private mutating func grantPermit() -> Bool {
    let wait = dice.chance(0.3) ? dice.int(10...90) : dice.int(0...3)
    if wait > 30, dice.chance(0.4) {
      reception = Words.reception(&dice)
      tell(.receptionMoved(.init(reception)), after: dice.int(5...25), by: coaWorker)
    }
    let kind: Event.Permit.Kind = dice.chance(0.94) ? .temporary : dice.chance(0.5) ? .resettled : .derived
    guard tell(.permitGranted(.init(kind)), after: wait, by: Actor(Dutch.indAccounts[index % 8], .ind)) else {
      return false
    }
    permitDay = day
    return true
  }

  /// Screening, and what is known before a municipality is: relatives, a host, a guardian.
  private mutating func prepare(_ pace: Pace) {
    let persons = household.persons
    if household.isMinorAlone, persons[0].isMinor(on: day + 7) {
      let kind: Person.Guardianship = dice.chance(0.45) ? .smallScale : dice.chance(0.6) ? .coaUnit : .fosterFamily
      guarded = tell(.guardianshipSet(.init(persons[0].id, kind)), after: dice.int(0...4), by: Actor("nidos", .nidos))
    }
    if tell(.screeningHeld(profile(persons.count)), after: dice.int(0...min(9, pace.toLink)), by: coaWorker) {
      sayLanguage()
    }
    let isAlone = persons.count == 1
    if isAlone, dice.chance(household.isMinorAlone ? 0.5 : 0.13) {
      let relatives = household.relatives(&dice)
      if !relatives.isEmpty {
        let arrival = day + dice.int(90...420)
        if tell(.relativesAnnounced(.init(relatives, expected: arrival)), after: dice.int(3...50), by: coaWorker) {
          expected = (relatives.map(\.id), arrival)
        }
      }
    } else if isAlone, dice.chance(isDetailed ? 0.6 : 0.1) {
      tell(.stepWaived(.init(StepKey("reunion"), "Geen gezin dat nareist.")), after: dice.int(0...6), by: coaWorker)
    }
    if dice.chance(0.04), !household.isMinorAlone {
      let address = Dutch.address(in: field.places.all[field.places.any(&dice)].name, &dice)
      let until = day + 90
      if tell(.guestStayStarted(.init(address, until: until)), after: dice.int(2...15), by: coaWorker) {
        guestUntil = until
        tell(.stepDone(.init(StepKey("guest-register"))), after: dice.int(1...4), by: caseworker)
      }
    }
    if dice.chance(0.002) {
      tell(
        .permitWithdrawn(.init(nil, "false-data", "Besluit IND ontvangen.")), after: dice.int(10...60), by: coaWorker)
      close(.permitWithdrawn)
    }
  }

  private mutating func profile(_ persons: Int) -> Event.Profile {
    var features: [Feature] = []
    if dice.chance(0.07) { features.append(dice.pick([.groundFloor, .lift, .groundFloor, .wheelchair, .ownBathroom])) }
    if dice.chance(0.06) { features.append(dice.pick([.nearTreatment, .nearSchool, .nearFamily, .quiet])) }
    var criteria: [Criterion] = []
    if dice.chance(0.1) {
      criteria.append(Criterion(dice.pick([.family, .treatment, .job, .study]), place: place.code))
    } else if dice.chance(0.35) {
      criteria.append(Criterion(dice.pick([.work, .education, .network, .ambition]), place: place.name))
    }
    let rooms = persons == 1 ? 1 : min(7, persons)
    return .init(
      needs: Needs(rooms: rooms, maxRent: persons == 1 ? 650 : persons < 3 ? 700 : 750, features: features),
      criteria: criteria)
  }

  /// A minor under guardianship waits for the eighteenth birthday.
  private mutating func growUp() {
    guard let head = household.persons.first, let birth = head.birth else { return }
    let birthday = birth.birthday(18)
    guard guarded else { return }
    if day < birthday { meanwhile(until: birthday, with: nil) }
    tell(.cameOfAge(.init(head.id, "Overgedragen door Nidos.")), on: max(birthday, day), by: Actor("nidos", .nidos))
  }

  /// Linked and taken up by the municipality; sometimes sent back and linked elsewhere.
  mutating func link(on wanted: Day) -> Bool {
    let isHard = dice.chance(0.1)
    guard tell(.linked(.init(place.code, hard: isHard)), on: wanted, by: coaWorker) else { return false }
    let isLate = dice.chance(0.12)
    let wait = isLate ? dice.int(12...30) : dice.int(1...8)
    if dice.chance(0.02) {
      let (code, text) = dice.pick(Words.returned)
      guard tell(.linkReturned(.init(code, text)), after: wait, by: caseworker) else { return false }
      goElsewhere()
      guard tell(.linked(.init(place.code)), after: dice.int(5...25), by: coaWorker) else { return false }
    }
    guard takeUp(after: wait) else { return false }
    if dice.chance(0.015) {
      let (code, text) = dice.pick(Words.relinked)
      let former = here
      goElsewhere()
      guard here != former else { return isOpen }
      guard tell(.relinked(.init(place.code, hard: true, reason: code)), after: dice.int(10...40), by: coaWorker)
      else { return false }
      owner = ""
      tell(.noteAdded(.init(text)), by: coaWorker)
      guard takeUp(after: dice.int(1...8)) else { return false }
    }
    return true
  }

  private mutating func takeUp(after days: Int) -> Bool {
    let isHandedOver = handOver()
    guard tell(.linkAccepted, after: days, by: caseworker) else { return false }
    begin(takesOver: isHandedOver)
    if dice.chance(isDetailed ? 0.85 : 0.3) {
      let worker = caseworker.name
      if tell(.assigned(.init(worker)), by: caseworker) { owner = worker }
    }
    return isOpen
  }

  mutating func goElsewhere() {
    for _ in 0..<4 {
      let other = field.places.any(&dice)
      guard other != here else { continue }
      here = other
      corporation = dice.pick(place.corporations)
      return
    }
  }
}
