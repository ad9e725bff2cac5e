import Journey

/// Tells one story, event after event, until it is done or reaches today.
struct Teller {
  let field: DemoField
  let index: Int
  let id: DossierID
  var dice: Dice
  /// For what is told beside the way home.
  var together: Dice
  /// For what is said on the phone.
  var calls: Dice
  /// From when on the first call after the link is due, as long as it was not made.
  var call: Day?
  /// The event that drew somebody in who is still needed.
  var drawn: Int?
  var household: Household
  /// The day of the last event.
  var day: Day
  var events: [Event] = []
  /// The story reached today: what would come next has not happened yet.
  var isOver = false
  /// Position of the municipality that is to house them.
  var here: Int
  var owner = ""
  var reception: String
  /// Position of whoever follows this household at COA.
  let coa: Int
  var corporation: Contact
  /// Numbers that were not known at first.
  var laterBSNs: [(person: PersonID, bsn: BSN)] = []
  /// Relatives who are still to come, and when.
  var expected: (persons: [PersonID], day: Day)?
  var guestUntil: Day?
  /// A minor in the care of Nidos.
  var guarded = false
  var openBlockers: Set<String> = []
  var permitDay: Day
  private var recordedAt: Int64 = 0

  init(field: DemoField, index: Int, id: DossierID, start: Day) {
    self.field = field
    self.index = index
    self.id = id
    dice = Dice(seed: field.seed, story: index)
    together = Dice(seed: field.seed &+ 0x70E7, story: index)
    calls = Dice(seed: field.seed &+ 0xCA11, story: index)
    household = Household(field: field, index: index, start: start, dice: &dice)
    day = start
    permitDay = start
    here = field.places.place(ofStory: index)
    reception = Words.reception(&dice)
    coa = dice.int(0...23)
    corporation = dice.pick(field.places.all[here].corporations)
    events.reserveCapacity(12)
  }

  var today: Day { field.today }
  var isDetailed: Bool { field.isDetailed }
  var place: Places.Place { field.places.all[here] }
  var isOpen: Bool { !isOver }

  // MARK: - Who records

  var caseworker: Actor { Actor(owner.isEmpty ? place.caseworkers[index % place.caseworkers.count] : owner) }
  var coaWorker: Actor { Actor(Dutch.coaAccounts[coa], .coa) }
  var guide: Actor { Actor(place.guide, .guidance) }
  var coaContact: Contact {
    let town = reception.split(separator: " ", maxSplits: 1).last ?? ""
    return Contact(.coa, organisation: "COA \(town)", name: Dutch.coaWorkers[coa].name)
  }
  var householdContact: Contact { Contact(.household, name: household.persons[0].fullName) }

  // MARK: - Telling

  /// Records what happens `days` from the last event; nothing once that lies after today.
  /// - Returns: whether it happened.
  @discardableResult
  mutating func tell(_ body: Event.Body, after days: Int = 0, by actor: Actor) -> Bool {
    tell(body, on: day + max(0, days), by: actor)
  }

  @discardableResult
  mutating func tell(_ body: Event.Body, on wanted: Day, by actor: Actor, anyDay: Bool = false) -> Bool {
    guard isOpen else { return false }
    var day = max(wanted, self.day)
    if !anyDay, day > self.day, day.weekday > 5 { day = day + (8 - day.weekday) }
    guard day <= today else {
      isOver = true
      return false
    }
    append(body, on: day, by: actor, act: nil)
    switch body {
    case .linked, .relinked: planCall()
    default: callWhenDue()
    }
    return true
  }

  /// What follows from the last event at once belongs to the same act.
  mutating func consequence(_ body: Event.Body) {
    guard isOpen, let last = events.last else { return }
    append(body, on: last.day, by: last.actor, act: last.act)
    isOver = true
  }

  private mutating func append(_ body: Event.Body, on day: Day, by actor: Actor, act: EventID?) {
    let minute: Int64 = 60_000
    if day != self.day || events.isEmpty {
      // Between half past seven and half past two UTC: working hours here, summer and winter.
      recordedAt = Int64(day.number) * 86_400_000 + Int64(dice.int(450...870)) * minute
    } else {
      recordedAt += (act == nil ? Int64(dice.int(1...6)) * minute : 0) + Int64(dice.int(1...900))
    }
    self.day = day
    let event = EventID(milliseconds: recordedAt, random: (dice.next(), dice.next()))
    events.append(
      Event(
        id: event, sequence: events.count + 1, day: day, recordedAt: recordedAt, actor: actor, source: .demo,
        act: act ?? event, body: body))
  }

  /// Ends the story.
  mutating func close(_ outcome: Outcome, _ text: String = "", helped: String? = nil, after days: Int = 3) {
    if tell(.closed(.init(outcome, text, helped: helped)), after: days, by: caseworker) { isOver = true }
  }
}
