import Journey

/// The municipality looks for a home; offers are made, taken, refused and withdrawn.
extension Teller {
  mutating func search(_ pace: Pace) {
    if dice.chance(isDetailed ? 0.92 : 0.3) {
      tell(.searchStarted(corporation), after: dice.int(0...6), by: caseworker)
    }
    receiveBSNs(share: 0.6)
    intakes()
    endings()
    var wait = pace.toOffer
    for attempt in 0..<6 where isOpen {
      if attempt == 0 {
        if dice.chance(0.07) { return temporary(after: max(7, wait / 2)) }
        if dice.chance(0.025) { return ownHome(after: max(10, wait / 2)) }
      }
      if wait > 2 { meanwhile(until: day + wait, with: corporation) }
      guard offer(on: day + (attempt == 0 ? leftOf(pace) : wait)) else { return }
      if dice.chance(0.05) {
        let (code, text) = dice.pick(Words.withdrawn)
        tell(.offerWithdrawn(.init(code, text)), after: dice.int(3...14), by: caseworker)
        wait = dice.int(14...60)
        continue
      }
      if dice.chance(isDetailed ? 0.75 : 0.4) { tell(.viewingHeld, after: dice.int(2...8), by: guide) }
      if dice.chance(0.012) {
        switch refuse() {
        case .acceptedAfterAll?: break
        case .justified?:
          wait = dice.int(14...50)
          continue
        case .justifiedElsewhere?:
          goElsewhere()
          owner = ""
          guard link(on: day + dice.int(5...20)) else { return }
          wait = dice.int(20...60)
          continue
        case .unjustified?, nil: return
        }
      }
      return sign()
    }
  }

  /// Days from now to the offer as the pace has it, counted from the permit.
  private func leftOf(_ pace: Pace) -> Int { max(1, permitDay + pace.whole - 28 - day) }

  private mutating func offer(on wanted: Day) -> Bool {
    let persons = household.persons.count
    let needed =
      events.lazy.compactMap { event -> Needs? in
        if case .screeningHeld(let profile) = event.body { return profile.needs }
        return nil
      }.first ?? Needs()
    var features = needed.features.filter { [.groundFloor, .lift, .wheelchair, .ownBathroom].contains($0) }
    if dice.chance(0.2) { features.append(dice.chance(0.5) ? .groundFloor : .lift) }
    let home = Event.Home(
      address: Dutch.address(in: place.name, &dice), landlord: corporation,
      rooms: max(needed.rooms ?? 1, min(7, persons + dice.int(0...1))),
      rent: 480 + 30 * min(persons, 7) + dice.int(0...150),
      features: features)
    return tell(.homeAssigned(home), on: wanted, by: caseworker)
  }

  private mutating func refuse() -> Event.Judgement.Verdict? {
    let (code, text) = dice.pick(Words.refusals)
    guard tell(.offerRefused(.init(code, text)), after: dice.int(1...5), by: caseworker) else { return nil }
    tell(
      .contactMade(.init(householdContact, .meeting, "Gevolgen van weigeren besproken, met tolk.")),
      after: dice.int(0...3), by: caseworker)
    let draw = dice.unit()
    let verdict: Event.Judgement.Verdict =
      draw < 0.65 ? .acceptedAfterAll : draw < 0.78 ? .justified : draw < 0.85 ? .justifiedElsewhere : .unjustified
    let words =
      verdict == .unjustified
      ? "Woning is passend." : verdict == .acceptedAfterAll ? "Accepteert na gesprek." : "Omstandigheden wegen zwaar."
    guard tell(.refusalJudged(.init(verdict, words)), after: dice.int(3...14), by: coaWorker) else { return nil }
    if verdict == .unjustified { consequence(.closed(.init(.receptionEndedAfterRefusal, words))) }
    return verdict
  }

  private mutating func sign() {
    receiveBSNs(share: 1)
    let gap = dice.int(3...16)
    let signing = day + dice.int(3...10)
    let monday = signing.weekday > 5 ? signing + (8 - signing.weekday) : signing
    guard tell(.leaseSigned(.init(start: monday + gap)), on: monday, by: guide) else { return }
    if isDetailed, dice.chance(0.7) { tell(.stepDone(.init(StepKey("furnishing"))), after: dice.int(1...4), by: guide) }
    let late = dice.chance(0.12) ? dice.int(10...25) : dice.int(0...9)
    guard tell(.moved(.init()), on: monday + gap + late, by: caseworker) else { return }
    settle()
  }

  private mutating func temporary(after days: Int) {
    meanwhile(until: day + days, with: corporation)
    let kind: Event.TemporaryHome.Kind = dice.chance(0.5) ? .throughFlow : dice.chance(0.8) ? .flex : .other
    let until = day + days + dice.int(150...400)
    let address = Dutch.address(in: place.name, &dice)
    guard tell(.temporaryPlaced(.init(kind, address: address, until: until)), after: days, by: caseworker) else {
      return
    }
    tell(.addressRegistered, after: dice.int(1...6), by: caseworker)
    meanwhile(until: until, with: corporation)
    let home = Event.Moved(address: Dutch.address(in: place.name, &dice))
    guard tell(.secondMove(home), on: until + dice.int(-40...30), by: caseworker) else { return }
    settle()
  }

  private mutating func ownHome(after days: Int) {
    meanwhile(until: day + days, with: corporation)
    let isElsewhere = dice.chance(0.4)
    if isElsewhere { goElsewhere() }
    let moved = Event.Moved(address: Dutch.address(in: place.name, &dice), municipality: isElsewhere ? place.code : "")
    guard tell(.ownHomeFound(moved), after: days, by: caseworker) else { return }
    tell(.addressRegistered, after: dice.int(1...6), by: caseworker)
    letGo()
    close(.ownHousing, "Huurcontract gezien.", after: dice.int(10...40))
  }

  mutating func receiveBSNs(share: Double) {
    guard !laterBSNs.isEmpty, dice.chance(share) else { return }
    let wait = dice.int(1...20)
    for (position, later) in laterBSNs.enumerated() {
      let body = Event.Body.bsnReceived(.init(later.person, later.bsn))
      guard tell(body, after: position == 0 ? wait : 0, by: caseworker) else { return }
    }
    laterBSNs = []
  }

  /// A broad intake of every adult, where the municipality starts with the link.
  private mutating func intakes() {
    guard dice.chance(isDetailed ? 0.75 : 0.06) else { return }
    let wait = dice.int(5...24)
    var isFirst = true
    for person in household.persons
    where person.place != .abroad && (18..<67).contains(person.birth?.age(on: day) ?? 18) {
      tell(.intakeDone(.init(person.id)), after: isFirst ? wait : 0, by: caseworker)
      isFirst = false
    }
  }
}
