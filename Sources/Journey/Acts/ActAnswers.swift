extension Act {
  /// The act whose form records this kind of event; nil for what no form records.
  public init?(recording kind: Event.Kind) {
    guard let act = Act.allCases.first(where: { $0.kind == kind }), act != .split, act != .merge else { return nil }
    self = act
  }

  /// What a form would have to hold to record this event: the way back from ``action(_:_:_:today:other:newID:)``.
  ///
  /// - Parameter day: when it happened.
  public static func answers(for body: Event.Body, on day: Day) -> [String: String] {
    var values = parts(of: body)
    values["day"] = day.description
    return values.filter { !$0.value.isEmpty }
  }

  private static func parts(of body: Event.Body) -> [String: String] {
    switch body {
    case .noteAdded(let p): ["text": p.text]
    case .contactMade(let p):
      contact(p.contact).adding(
        ["channel": p.channel.rawValue, "text": p.text, "next": text(p.next), "turn": turn(p)])
    case .reviewed(let p):
      (p.turn.map(contact) ?? [:]).adding(["text": p.text, "next": text(p.next), "meeting": p.meeting])
    case .waitingSet(let p): contact(p.on).adding(["text": p.text, "until": text(p.until)])
    case .blockerRaised(let p), .blockerCleared(let p): ["blocker": p.code, "text": p.text, "helped": p.helped ?? ""]
    case .lessonLearned(let p): ["text": p.text, "blocker": p.blocker ?? ""]
    case .stepDone(let p), .stepWaived(let p), .stepReopened(let p): ["step": p.step.rawValue, "text": p.text]
    case .stepMoved(let p):
      ["step": (p.step.isTurn ? StepKey.turn : p.step).rawValue, "due": p.due.description, "text": p.text]
    case .stepAdded(let p): contact(p.owner).adding(["text": p.title, "due": text(p.due)])
    case .assigned(let p): ["owner": p.owner]
    case .permitGranted(let p): ["permit": p.kind.rawValue]
    case .screeningHeld(let p), .needsSet(let p): profile(p)
    case .linked(let p), .relinked(let p):
      ["municipality": p.municipality, "hard": p.hard ? "yes" : "", "reason": p.reason]
    case .linkReturned(let p), .offerRefused(let p), .offerWithdrawn(let p), .absenceSignalled(let p),
      .leftUnknown(let p), .reopened(let p):
      ["reason": p.code, "text": p.text]
    case .searchStarted(let p): ["organisation": p.organisation, "name": p.name]
    case .homeAssigned(let p):
      [
        "address": p.address, "organisation": p.landlord.organisation, "name": p.landlord.name,
        "rooms": text(p.rooms), "rent": text(p.rent), "features": codes(p.features),
      ]
    case .refusalJudged(let p): ["verdict": p.verdict.rawValue, "text": p.text]
    case .leaseSigned(let p): ["start": p.start.description]
    case .moved(let p), .secondMove(let p), .ownHomeFound(let p):
      ["address": p.address, "municipality": p.municipality, "persons": numbers(p.persons)]
    case .temporaryPlaced(let p): ["kind": p.kind.rawValue, "address": p.address, "until": text(p.until)]
    case .receptionMoved(let p): ["place": p.place]
    case .bsnReceived(let p): ["person": number(p.person), "bsn": p.bsn.rawValue]
    case .intakeDone(let p), .pipSet(let p), .deceased(let p), .cameOfAge(let p), .numberShown(let p):
      ["person": number(p.person), "text": p.text]
    case .relativesAnnounced(let p): (p.persons.first.map(person) ?? [:]).adding(["expected": text(p.expected)])
    case .relativesArrived(let p): ["persons": numbers(p.persons), "home": p.toHome ? "yes" : ""]
    case .housingChecked(let p): ["fits": p.fits ? "yes" : "no", "text": p.text]
    case .born(let p), .memberAdded(let p): person(p.person)
    case .personChanged(let p): person(p.person).adding(["person": number(p.person.id)])
    case .languageSet(let p):
      [
        "persons": numbers(p.persons), "language": p.spoken.tongue.rawValue,
        "interpreter": p.spoken.needsInterpreter ? "yes" : "",
      ]
    case .guardianshipSet(let p): ["person": number(p.person), "guardianship": p.guardianship.rawValue]
    case .guestStayStarted(let p): ["address": p.address, "until": text(p.until)]
    case .permitWithdrawn(let p): ["person": p.person.map(number) ?? "", "reason": p.code, "text": p.text]
    case .municipalityMerged(let p): ["municipality": p.to]
    case .closed(let p): ["outcome": p.outcome.rawValue, "text": p.text, "helped": p.helped ?? ""]
    case .drawnIn, .released, .goalSet, .goalDiscussed, .planAgreed, .handedOver, .takenOver, .sheetShared:
      togetherParts(of: body)
    case .linkAccepted, .viewingHeld, .addressRegistered, .guestStayEnded, .found, .registered, .householdSplit,
      .splitFrom, .householdJoined, .mergedInto, .lessonUsed, .undone, .corrected, .unknown, .contactSucceeded:
      [:]
    }
  }

  private static func turn(_ made: Event.ContactMade) -> String {
    made.turn.map { $0 == made.contact ? $0.party.rawValue : ActChoices.code($0) } ?? ""
  }

  private static func contact(_ contact: Contact) -> [String: String] {
    ["party": contact.party.rawValue, "name": contact.name, "organisation": contact.organisation]
  }

  private static func profile(_ profile: Event.Profile) -> [String: String] {
    [
      "rooms": text(profile.needs.rooms), "rent": text(profile.needs.maxRent),
      "features": codes(profile.needs.features),
      "criteria": profile.criteria.map(\.kind.rawValue).joined(separator: ","),
      "place": profile.criteria.first { !$0.place.isEmpty }?.place ?? "",
    ]
  }

  private static func person(_ person: Person) -> [String: String] {
    [
      "given": person.given, "prefix": person.prefix, "surname": person.surname, "birth": text(person.birth),
      "sex": person.sex?.rawValue ?? "", "relation": person.relation.rawValue,
      "vnumber": person.vNumber?.rawValue ?? "", "bsn": person.bsn?.rawValue ?? "",
      "nationality": person.nationality ?? "", "phone": person.phone ?? "",
    ]
  }

  private static func codes(_ features: [Feature]) -> String { features.map(\.rawValue).joined(separator: ",") }
  private static func numbers(_ persons: [PersonID]) -> String { persons.map(number).joined(separator: ",") }
  private static func number(_ person: PersonID) -> String { String(person.rawValue) }
  private static func text(_ value: (some CustomStringConvertible)?) -> String { value?.description ?? "" }
}

extension [String: String] {
  fileprivate func adding(_ others: [String: String]) -> [String: String] { merging(others) { $1 } }
}
