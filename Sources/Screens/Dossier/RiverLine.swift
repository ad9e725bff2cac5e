import Journey

/// A line of the story: a step still to come, or an event that happened. One river; the line of today divides it.
struct RiverLine: Sendable {
  enum Key: Hashable, Sendable { case step(StepKey), event(EventID) }

  var key: Key
  var day: Day?
  var step: Standing.Step?
  var event: Event?
  /// What one line says of an act that was taken back; nil for every other line.
  var folded: Folded?
  /// The event was taken back, or says something else by now.
  var isTakenBack = false
  var isCorrected = false
  /// Whom it is about; nil for the household.
  var person: PersonID?

  var isPast: Bool { event != nil }

  /// From the farthest day to come down to the first day of all.
  static func all(_ dossier: Dossier, _ standing: Standing) -> [RiverLine] {
    let steps = standing.steps.filter(\.isOpen).map {
      RiverLine(key: .step($0.key), day: $0.due?.day, step: $0, person: $0.person)
    }
    let future = steps.enumerated().sorted { a, b in
      let (x, y) = (a.element.day?.number ?? .max, b.element.day?.number ?? .max)
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
    let folded = Folded.all(dossier)
    let inFold = Set(folded.flatMap(\.events).map(\.id))
    let folds = folded.map { fold in
      RiverLine(
        key: .event(fold.last.id), day: fold.last.day, event: fold.last, folded: fold, isTakenBack: fold.isTakenBack)
    }
    let past =
      (folds
      + dossier.story.filter { !inFold.contains($0.id) }.map { recorded in
        let event = dossier.effective(recorded)
        return RiverLine(
          key: .event(event.id), day: event.day, event: event, isTakenBack: dossier.takenBack.contains(event.id),
          isCorrected: dossier.corrections[event.id] != nil, person: person(of: event.body, dossier.goals))
      }).sorted { a, b in
        let (x, y) = (a.day!, b.day!)
        return x != y ? x > y : a.event!.sequence > b.event!.sequence
      }
    return future + past
  }

  /// Whether it is about this person, alone or with others by name.
  func isAbout(_ id: PersonID) -> Bool {
    if person == id { return true }
    return switch (folded?.meant ?? event)?.body {
    case .registered(let value)?: value.persons.contains { $0.id == id }
    case .relativesAnnounced(let value)?: value.persons.contains { $0.id == id }
    case .relativesArrived(let value)?: value.persons.contains(id)
    case .moved(let value)?, .secondMove(let value)?, .ownHomeFound(let value)?: value.persons.contains(id)
    case .languageSet(let value)?: value.persons.contains(id)
    case .planAgreed(let value)?: value.persons.contains(id)
    case .permitWithdrawn(let value)?: value.person == id
    case .householdSplit(let value)?, .splitFrom(let value)?: value.persons.contains(id)
    case .householdJoined(let value)?: value.persons.contains { $0.id == id }
    case let body?: Self.person(of: body, []) == id
    case nil: false
    }
  }

  private static func person(of body: Event.Body, _ goals: [Goal]) -> PersonID? {
    switch body {
    case .bsnReceived(let value): value.person
    case .intakeDone(let value), .pipSet(let value), .deceased(let value), .cameOfAge(let value),
      .numberShown(let value):
      value.person
    case .guardianshipSet(let value): value.person
    case .languageSet(let value): value.persons.count == 1 ? value.persons[0] : nil
    case .born(let value), .memberAdded(let value), .personChanged(let value): value.person.id
    case .stepDone(let note), .stepWaived(let note), .stepReopened(let note): note.step.person
    case .stepMoved(let move): move.step.person
    case .goalSet(let goal): goal.person
    case .goalDiscussed(let discussed): goals.first { $0.number == discussed.goal }?.person
    default: nil
    }
  }
}
