import Journey

/// Working together, beside the way home: warm handovers, goals, who is drawn in, what is shared. It draws from dice of its
/// own, so that all else in the story is as it is without.
extension Teller {
  /// COA hands over on the day of the link, in one placement of five: its survey of 2019 found none in four.
  mutating func handOver() -> Bool {
    guard isDetailed, together.chance(0.2), case .linked? = events.last?.body else { return false }
    let points = field.rules.together.handover(.linked)?.points ?? []
    let gone = together.chance(0.85) ? points : Array(points.dropLast(2))
    let over = Event.HandedOver(
      .linked, from: coaContact, to: desk, told: together.pick(Self.told), points: gone)
    return beside(.handedOver(over), by: coaWorker)
  }

  /// The municipality takes over by name, and begins with what the household wants itself.
  mutating func begin(takesOver: Bool) {
    guard isDetailed else { return }
    if takesOver { beside(.takenOver(.init(.linked, by: desk, call: day)), by: caseworker) }
    if together.chance(0.15) { plan() }
    if together.chance(0.06) { drawIn() }
    if together.chance(0.3) { askCorporation() }
  }

  /// Whoever was drawn in is no longer needed once they are home.
  mutating func letGo() {
    guard let number = drawn else { return }
    beside(.released(.init(number, "Niet meer nodig na de verhuizing.")), by: caseworker)
    drawn = nil
  }

  private var desk: Contact { Contact(.municipality, organisation: place.name, name: caseworker.name) }

  private mutating func plan() {
    let persons = household.persons.filter { $0.place != .abroad }
    guard let first = persons.first else { return }
    let helper = together.chance(0.7) ? place.guidance : nil
    guard beside(.goalSet(.init(together.pick(Self.goals), person: first.id, helper: helper)), by: guide) else {
      return
    }
    // A look that was agreed on long ago has mostly been taken.
    let next = day + 90
    let agreed = Event.PlanAgreed(
      persons.filter { !$0.isMinor(on: day) }.map(\.id), present: "tolk", next: next >= today - 7 ? next : nil)
    if !agreed.persons.isEmpty { beside(.planAgreed(agreed), by: guide) }
  }

  private mutating func drawIn() {
    let (party, organisation, purpose) = together.pick(Self.others)
    let until = day + 42
    let event = Event.DrawnIn(
      Contact(PartyID(party), organisation: organisation + " " + place.name), for: purpose,
      until: until >= today - 7 ? until : nil)
    if beside(.drawnIn(event), by: caseworker) { drawn = events.last?.sequence }
  }

  private mutating func askCorporation() {
    let dossier = Dossier.fold(id, events)
    guard let sheet = try? ShareSheet(dossier, "home-search", to: corporation, field.rules, today: day) else { return }
    beside(
      .sheetShared(.init("home-search", to: corporation, fields: sheet.fields.map(\.rawValue))), by: caseworker)
  }

  /// On the day of the last event.
  @discardableResult
  private mutating func beside(_ body: Event.Body, by actor: Actor) -> Bool {
    swap(&dice, &together)
    defer { swap(&dice, &together) }
    return tell(body, by: actor)
  }

  private static let told = [
    "Wat zij van de woning verwachten, de taal, en wie er nog komt.", "School en werk lopen door; tolk is nodig.",
    "Alles van het huisvestingsgesprek doorgenomen.", "Wat hun is beloofd, en wat zij zelf belangrijk vinden.",
  ]
  private static let goals = [
    "Ik wil weer als naaister werken.", "Mijn kinderen naar een gewone school.", "Mijn rijbewijs halen.",
    "Nederlands leren zodat ik zelf kan bellen.", "Dicht bij mijn broer wonen.", "Mijn diploma laten erkennen.",
    "Een eigen kapperszaak.", "Dat mijn moeder hier ook naar de dokter kan.",
  ]
  private static let others = [
    ("health", "Huisartsenpraktijk", "brief over de trap"), ("employer", "Bakkerij De Korenaar", "proefplaatsing"),
    ("host", "Buurtgezin", "opvang van de kinderen bij de verhuizing"),
    ("school", "Taalschool", "toets voor het niveau"),
  ]
}
