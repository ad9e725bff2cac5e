extension Dossier {
  /// Folds a stored story. Total: any story folds, also one of a newer program or with events that no longer make sense.
  public static func fold(_ id: DossierID, _ events: some Sequence<Event>) -> Dossier {
    var dossier = Dossier(id: id)
    dossier.story = Array(events)
    dossier.refold()
    return dossier
  }

  /// The dossier after one more event.
  public mutating func apply(_ event: Event) {
    story.append(event)
    switch event.body {
    case .undone, .corrected: refold()
    default: fold(event)
    }
  }

  /// Begins anew from the story: what was taken back or corrected changes what came after.
  mutating func refold() {
    var fresh = Dossier(id: id)
    fresh.story = story
    fresh.settleTakenBack()
    for event in story where !fresh.takenBack.contains(event.id) { fresh.fold(fresh.effective(event)) }
    self = fresh
  }

  /// Later first: an `undone` that was itself taken back takes nothing back.
  private mutating func settleTakenBack() {
    for event in story.reversed() where !takenBack.contains(event.id) {
      if case .undone(let undone) = event.body { takenBack.formUnion(undone.events) }
    }
    for event in story where !takenBack.contains(event.id) {
      if case .corrected(let correction) = event.body { corrections[correction.event] = correction }
    }
  }

  mutating func fold(_ event: Event) {
    let (before, holder) = (stage, turn?.contact)
    let isFirst = marks.isEmpty
    mark(event)
    switch event.body {
    case .registered, .receptionMoved, .born, .memberAdded, .personChanged, .relativesAnnounced, .relativesArrived,
      .deceased,
      .guardianshipSet, .languageSet, .cameOfAge, .householdSplit, .householdJoined, .bsnReceived, .permitWithdrawn:
      foldPersons(event)
    case .contactMade, .reviewed, .waitingSet, .blockerRaised, .blockerCleared, .stepAdded, .stepDone, .stepWaived,
      .stepReopened,
      .stepMoved, .assigned, .searchStarted, .contactSucceeded:
      foldWork(event)
    case .noteAdded, .lessonLearned, .lessonUsed, .numberShown, .undone, .corrected, .unknown, .splitFrom, .intakeDone,
      .pipSet, .drawnIn, .released, .goalSet, .goalDiscussed, .planAgreed, .handedOver, .takenOver, .sheetShared:
      break
    default: foldWay(event)
    }
    foldTogether(event)
    hear(event, leftBy: stage == before ? nil : holder)
    if stage != before || isFirst {
      stageSince = event.day
      // A said turn belongs to the stage it was said in, unless this very event said it.
      if !event.body.saysTurn, !keepsTurn(event) { turn = nil }
    }
  }

  private mutating func mark(_ event: Event) {
    guard let kind = event.body.kind else { return }
    marks[.household(kind)] = event.day
    switch event.body {
    case .bsnReceived(let p): marks[.person(kind, p.person)] = event.day
    case .intakeDone(let p), .pipSet(let p), .cameOfAge(let p): marks[.person(kind, p.person)] = event.day
    case .born(let p), .memberAdded(let p): marks[.person(kind, p.person.id)] = event.day
    case .relativesArrived(let p): for person in p.persons { marks[.person(kind, person)] = event.day }
    case .leaseSigned(let p): marks[.leaseStart] = p.start
    case .relativesAnnounced(let p): marks[.relativesExpected] = p.expected
    default: break
    }
  }
}

extension Event.Body {
  var saysTurn: Bool {
    switch self {
    case .waitingSet: true
    case .contactMade(let p): p.turn != nil
    case .reviewed(let p): p.turn != nil
    default: false
    }
  }
}
