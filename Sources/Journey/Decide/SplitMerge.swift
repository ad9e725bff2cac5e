extension Dossier {
  /// Some go on as a household of their own; the new story begins with the way the old one came.
  func splitting(_ who: [PersonID], _ id: DossierID, _ day: Day, _ text: String, today: Day) throws(Refusal) -> Decision
  {
    try Guard.state(.householdSplit, self)
    if day > today { throw Guard.future(day) }
    let leaving = members.filter { who.contains($0.id) }
    guard !leaving.isEmpty, leaving.count == Set(who).count else {
      throw Refusal(Phrase("Kies wie er vertrekken.", "Choose who leave."), field: "persons")
    }
    guard leaving.count < members.count else {
      throw Refusal(Phrase("Ten minste één persoon blijft.", "At least one person stays."), field: "persons")
    }
    var newcomers = leaving
    if !newcomers.contains(where: { $0.relation == .head }) { newcomers[0].relation = .head }
    let start = story.first?.day ?? day
    var entries: [Decision.Entry] = [.init(start, .registered(.init(persons: newcomers, reception: reception)))]
    func bring(_ kind: Event.Kind, _ body: Event.Body?) {
      if let body, let day = marks[.household(kind)] { entries.append(.init(day, body)) }
    }
    bring(.permitGranted, permit.map { .permitGranted($0) })
    bring(.screeningHeld, .screeningHeld(.init(needs: Needs(), criteria: criteria)))
    if let link {
      entries.append(.init(link.since, .linked(.init(link.municipality, hard: link.hard))))
      if let accepted = link.accepted { entries.append(.init(accepted, .linkAccepted)) }
    }
    entries.append(.init(day, .splitFrom(.init(self.id, who, text))))
    if !owner.isEmpty { entries.append(.init(day, .assigned(.init(owner)))) }
    return Decision(
      own: [.init(day, .householdSplit(.init(id, who, text)))], others: [.init(id: id, entries: entries)])
  }

  func merging(_ other: Dossier, _ day: Day, today: Day) throws(Refusal) -> Decision {
    try Guard.state(.householdJoined, self)
    if day > today { throw Guard.future(day) }
    guard other.id != id else {
      throw Refusal(Phrase("Dit is hetzelfde dossier.", "This is the same dossier."), field: "other")
    }
    guard other.isOpen else {
      throw Refusal(Phrase("\(other.id) is gesloten of leeg.", "\(other.id) is closed or empty."), field: "other")
    }
    let numbers = Set(members.compactMap(\.bsn)), aliens = Set(members.compactMap(\.vNumber))
    var next = nextPersonID.rawValue
    var joining: [Person] = []
    for var person in other.members {
      // A person who is in both dossiers is one person.
      if person.bsn.map(numbers.contains) == true || person.vNumber.map(aliens.contains) == true { continue }
      person.id = PersonID(next)
      if person.relation == .head { person.relation = .other }
      next += 1
      joining.append(person)
    }
    return Decision(
      own: [.init(day, .householdJoined(.init(other.id, joining)))],
      others: [.init(id: other.id, entries: [.init(day, .mergedInto(.init(id)))])])
  }
}

extension Event.Body {
  /// Moves the household along its way: its day may not lie before the stage it happens in.
  var isOnTheWay: Bool {
    switch self {
    case .screeningHeld, .linked, .relinked, .linkAccepted, .linkReturned, .homeAssigned, .viewingHeld, .leaseSigned,
      .offerRefused, .refusalJudged, .offerWithdrawn, .moved, .temporaryPlaced, .secondMove, .ownHomeFound,
      .addressRegistered:
      true
    default: false
    }
  }

  public var takesBack: Bool { if case .undone = self { true } else { false } }

  /// What begins a dossier, binds two, or is itself the record of a look stays.
  public var canBeTakenBack: Bool {
    switch self {
    case .registered, .splitFrom, .householdSplit, .householdJoined, .mergedInto, .numberShown, .unknown: false
    default: true
    }
  }

  var insteadOfTakingBack: Phrase? {
    switch self {
    case .registered: Phrase("Sluit het dossier als ten onrechte ingevoerd.", "Close the dossier as entered in error.")
    case .householdSplit, .splitFrom: Phrase("Voeg de huishoudens weer samen.", "Merge the households again.")
    case .householdJoined, .mergedInto: Phrase("Splits het huishouden weer.", "Split the household again.")
    default: nil
    }
  }
}
