import Journey

/// What the municipality does on the phone: the first call after a link, and in which language. It draws from dice of its own,
/// and is told on a day on which something else happened, so that all else in the story is as it is without.
extension Teller {
  /// Trends look a year back; a large casebook has no calls before.
  private var isCalling: Bool { isDetailed || day > today - 400 }

  /// Mostly within days, sometimes weeks later; one in sixteen is not called.
  mutating func planCall() {
    guard isCalling else { return call = nil }
    let draw = calls.unit()
    let wait =
      switch draw {
      case ..<0.62: calls.int(0...4)
      case ..<0.84: calls.int(5...14)
      default: calls.int(15...50)
      }
    call = draw < 0.94 ? day + wait : nil
  }

  /// The call that is due, on the day of what was told last.
  mutating func callWhenDue() {
    guard let due = call, day >= due, let last = events.last, Self.isBefore(last.body) else { return }
    call = nil
    aside(.contactMade(.init(householdContact, .phone, calls.pick(Self.said))), by: caseworker)
  }

  /// COA tells in which language they are best spoken to.
  mutating func sayLanguage() {
    guard isDetailed else { return }
    let tongue = calls.pick(Self.tongues[household.origin.nationality] ?? [.other])
    let spoken = Spoken(tongue, needsInterpreter: calls.chance(0.8))
    aside(.languageSet(.init(household.persons.map(\.id), spoken)), by: coaWorker)
  }

  private mutating func aside(_ body: Event.Body, by actor: Actor) {
    swap(&dice, &calls)
    defer { swap(&dice, &calls) }
    tell(body, by: actor)
  }

  /// Things that happen while they wait for a home, on a day one may call them.
  private static func isBefore(_ body: Event.Body) -> Bool {
    switch body {
    case .linkAccepted, .assigned, .searchStarted, .homeAssigned, .viewingHeld, .contactMade, .waitingSet, .noteAdded:
      true
    default: false
    }
  }

  private static let said = [
    "Eerste gesprek: kennisgemaakt en uitgelegd hoe het gaat.", "Gebeld met tolk, eerste vragen beantwoord.",
    "Kennisgemaakt; zij weten nu wie hun regisseur is.", "Gebeld: wat zij van een woning verwachten.",
  ]

  /// By nationality (RvIG table 32), the most spoken first.
  private static let tongues: [String: [Tongue]] = [
    "0336": [.arabic, .arabic, .arabic, .arabic, .kurmanji], "0058": [.arabic],
    "0339": [.turkish, .turkish, .kurmanji],
    "0084": [.tigrinya, .tigrinya, .tigrinya, .arabic], "0149": [.somali], "0300": [.dari, .dari, .pashto],
    "0000": [.arabic, .kurmanji, .other], "0331": [.urdu, .pashto], "0315": [.farsi, .farsi, .azerbaijani],
    "0314": [.arabic, .sorani, .kurmanji], "0041": [.russian], "0499": [.arabic, .english, .other], "0112": [.arabic],
    "0148": [.arabic], "0114": [.amharic, .oromo, .tigrinya],
  ]
}
