import Journey

/// What an event says beside its name, in one line; nil when the name says it all. Personal numbers stay out.
struct EventWords {
  let dossier: Dossier
  let rules: Rulebook
  let language: Language

  func detail(_ body: Event.Body) -> String? {
    let text = words(body).filter { !$0.isEmpty }.joined(separator: ", ")
    return text.isEmpty ? nil : text
  }

  private func words(_ body: Event.Body) -> [String] {
    switch body {
    case .registered(let p): return p.persons.map(\.fullName) + [p.reception]
    case .receptionMoved(let p): return [p.place]
    case .permitGranted(let p): return [p.kind.rawValue]
    case .linked(let p), .relinked(let p):
      return [Reference.municipality(code: p.municipality)?.name ?? p.municipality, p.reason]
    case .linkReturned(let p): return reason("link-returned", p)
    case .offerRefused(let p): return reason("offer-refused", p)
    case .offerWithdrawn(let p): return reason("offer-withdrawn", p)
    case .absenceSignalled(let p): return reason("absent", p)
    case .leftUnknown(let p): return reason("left-unknown", p)
    case .reopened(let p): return reason("reopened", p)
    case .searchStarted(let p): return [p.words(rules, language)]
    case .homeAssigned(let p): return [p.address, p.landlord.words(rules, language)]
    case .leaseSigned(let p): return [p.start.description]
    case .refusalJudged(let p): return [p.verdict.rawValue, p.text]
    case .moved(let p), .secondMove(let p), .ownHomeFound(let p): return [p.address]
    case .temporaryPlaced(let p): return [p.address]
    case .bsnReceived(let p): return [name(p.person), p.bsn.masked]
    case .intakeDone(let p), .pipSet(let p), .deceased(let p), .cameOfAge(let p), .numberShown(let p):
      return [name(p.person), p.text]
    case .relativesAnnounced(let p): return p.persons.map(\.fullName)
    case .relativesArrived(let p): return p.persons.map(name)
    case .housingChecked(let p): return [p.text]
    case .guestStayStarted(let p): return [p.address]
    case .permitWithdrawn(let p):
      return [p.person.map(name) ?? "", rules.reason("withdrawn", p.code)[language], p.text]
    case .born(let p), .memberAdded(let p), .personChanged(let p): return [p.person.fullName]
    case .guardianshipSet(let p): return [name(p.person), p.guardianship.rawValue]
    case .householdSplit(let p), .splitFrom(let p): return [p.other.description, p.text]
    case .householdJoined(let p): return [p.other.description] + p.persons.map(\.fullName)
    case .mergedInto(let p): return [p.other.description]
    case .municipalityMerged(let p):
      return [p.from, p.to].map { Reference.municipality(code: $0)?.name ?? $0 }
    case .contactMade(let p): return [p.contact.words(rules, language), p.channel.rawValue, p.text]
    case .waitingSet(let p): return [p.on.words(rules, language), p.text]
    case .blockerRaised(let p), .blockerCleared(let p): return [rules.blocker(p.code)[language], p.text]
    case .noteAdded(let p): return [p.text]
    case .stepAdded(let p): return [p.title, p.due?.description ?? ""]
    case .stepDone(let p), .stepWaived(let p), .stepReopened(let p): return [step(p.step), p.text]
    case .stepMoved(let p): return [step(p.step), p.due.description, p.text]
    case .assigned(let p): return [p.owner]
    case .closed(let p): return [rules.outcome(p.outcome)[language], p.text]
    case .undone(let p): return p.events.compactMap(told)
    case .corrected(let p): return [told(p.event) ?? "", p.text]
    case .screeningHeld, .needsSet, .linkAccepted, .viewingHeld, .addressRegistered, .guestStayEnded, .found, .unknown:
      return []
    }
  }

  private func reason(_ list: String, _ reason: Event.Reason) -> [String] {
    [reason.code.isEmpty ? "" : rules.reason(list, reason.code)[language], reason.text]
  }

  private func name(_ id: PersonID) -> String { dossier.person(id)?.fullName ?? id.description }
  private func step(_ key: StepKey) -> String { rules.step(key.step)?.name[language] ?? key.rawValue }
  private func told(_ id: EventID) -> String? { dossier.story.first { $0.id == id }?.body.name[language] }
}
