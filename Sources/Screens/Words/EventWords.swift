import Journey

/// What an event says in one line of the story, in the dossier it belongs to.
public struct EventWords {
  let dossier: Dossier
  let rules: Rulebook
  let language: Language
  let user: String
  /// A person is named without the organisation: what was said needs the room.
  let isBrief: Bool

  public init(dossier: Dossier, rules: Rulebook, language: Language, user: String, isBrief: Bool = false) {
    (self.dossier, self.rules, self.language, self.user, self.isBrief) = (dossier, rules, language, user, isBrief)
  }

  /// Taking back what took back is doing it again.
  public func name(_ body: Event.Body) -> String {
    if case .undone(let undone) = body, dossier.meant(undone).isAgain {
      return Phrase("Opnieuw gedaan", "Done again")[language]
    }
    return body.name[language]
  }

  func line(_ event: Event) -> String {
    let detail = detail(event.body)
    let name = name(event.body)
    if case .noteAdded(let note) = event.body { return note.text }
    return detail.isEmpty ? name : name + ": " + detail
  }

  private func who(_ contact: Contact) -> String {
    let isSelf = contact.name == user
    return isBrief && !contact.name.isEmpty && !isSelf ? contact.name : rules.who(contact, user: user, language)
  }

  private func dated(_ day: Day) -> String { DayText.dated(day, language) }

  private func until(_ day: Day?) -> String { day.map { "→ " + dated($0) } ?? "" }

  private func person(_ id: PersonID?) -> String { id.flatMap(dossier.person)?.given ?? "" }

  private func persons(_ ids: [PersonID]) -> String {
    ids.map { person($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func step(_ key: StepKey) -> String {
    if key.isTurn { return Standing.Step.moment(dossier.awaited(key))[language] }
    let title =
      rules.step(key.step)?.name[language]
      ?? dossier.ownSteps.first { $0.key == key && !$0.title.isEmpty }?.title
      ?? dossier.standing(rules).steps.first { $0.key == key }?.title[language] ?? key.rawValue
    return join([title, person(key.person)], " · ")
  }

  private func join(_ parts: [String], _ separator: String = ", ") -> String {
    parts.filter { !$0.isEmpty }.joined(separator: separator)
  }

  private func reason(_ list: String, _ reason: Event.Reason) -> String {
    join([reason.code.isEmpty ? "" : rules.reason(list, reason.code)[language], reason.text])
  }

  /// Beside the event's name; empty when the name says it all. Personal numbers stay out.
  public func detail(_ body: Event.Body) -> String {
    switch body {
    case .registered(let value): join([Digits.persons(value.persons.count)[language], value.reception])
    case .receptionMoved(let place): place.place
    case .linked(let link), .relinked(let link): join([municipalityName(link.municipality), link.reason])
    case .linkReturned(let reason): self.reason("link-returned", reason)
    case .searchStarted(let contact): who(contact)
    case .homeAssigned(let home):
      join([
        home.address, who(home.landlord), home.rooms.map { Words.rooms($0)[language] } ?? "",
      ])
    case .leaseSigned(let lease): Phrase("gaat in op ", "starts on ")[language] + dated(lease.start)
    case .offerRefused(let reason): self.reason("offer-refused", reason)
    case .refusalJudged(let judgement): join([verdict(judgement.verdict), judgement.text])
    case .offerWithdrawn(let reason): self.reason("offer-withdrawn", reason)
    case .moved(let moved), .secondMove(let moved), .ownHomeFound(let moved):
      join([moved.address, municipalityName(moved.municipality), persons(moved.persons)])
    case .temporaryPlaced(let home): join([home.address, until(home.until)])
    case .bsnReceived(let value): person(value.person)
    case .intakeDone(let value), .pipSet(let value), .deceased(let value), .cameOfAge(let value),
      .numberShown(let value):
      join([person(value.person), value.text])
    case .relativesAnnounced(let value): join(value.persons.map(\.given))
    case .relativesArrived(let value): persons(value.persons)
    case .housingChecked(let check):
      join([check.fits ? Phrase("past", "fits")[language] : Phrase("past niet", "does not fit")[language], check.text])
    case .guestStayStarted(let stay): join([stay.address, until(stay.until)])
    case .absenceSignalled(let reason): self.reason("absent", reason)
    case .leftUnknown(let reason): self.reason("left-unknown", reason)
    case .permitWithdrawn(let value): join([person(value.person), value.text])
    case .born(let value), .memberAdded(let value), .personChanged(let value): value.person.fullName
    case .guardianshipSet(let value): person(value.person)
    case .languageSet(let value): join([persons(value.persons), value.spoken.name[language]])
    case .householdSplit(let split), .splitFrom(let split):
      join([persons(split.persons), split.other.description, split.text])
    case .householdJoined(let join): join.persons.map(\.given).joined(separator: ", ") + " · \(join.other)"
    case .mergedInto(let merge): merge.other.description
    case .municipalityMerged(let merger): municipalityName(merger.from) + " → " + municipalityName(merger.to)
    case .contactMade(let made): join([who(made.contact), made.text.isEmpty ? "" : "\"\(made.text)\""])
    case .reviewed(let reviewed):
      join([
        reviewed.text, reviewed.turn.map { Words.turn[language].lowercased() + " " + who($0) } ?? "",
        until(reviewed.next),
      ])
    case .waitingSet(let waiting): join([who(waiting.on), waiting.text])
    case .blockerRaised(let blocker), .blockerCleared(let blocker):
      join([rules.blocker(blocker.code)[language], blocker.helped ?? "", blocker.text])
    case .lessonLearned(let lesson): lesson.text
    case .lessonUsed(let use): use.text
    case .noteAdded(let note): note.text
    case .stepAdded(let step): join([step.title, step.due.map(dated) ?? ""])
    case .stepDone(let note), .stepWaived(let note), .stepReopened(let note): join([step(note.step), note.text])
    case .stepMoved(let move): join([step(move.step), until(move.due), move.text])
    case .assigned(let value): value.owner
    case .contactSucceeded(let succession): who(succession.from) + " → " + who(succession.to)
    case .closed(let closing): join([rules.outcome(closing.outcome)[language], closing.helped ?? "", closing.text])
    case .reopened(let reason): self.reason("reopened", reason)
    case .drawnIn, .released, .goalSet, .goalDiscussed, .planAgreed, .handedOver, .takenOver, .sheetShared:
      TogetherWords(dossier: dossier, rules: rules, language: language, user: user).detail(body)
    case .undone(let undone):
      join(dossier.meant(undone).events.compactMap { id in dossier.story.first { $0.id == id }?.body.name[language] })
    case .corrected(let correction): join([correction.body.body.name[language], correction.text])
    case .unknown(let unknown): unknown.kind
    case .permitGranted, .screeningHeld, .needsSet, .linkAccepted, .viewingHeld, .addressRegistered, .guestStayEnded,
      .found:
      ""
    }
  }

  private func verdict(_ verdict: Event.Judgement.Verdict) -> String {
    switch verdict {
    case .acceptedAfterAll: Phrase("alsnog aanvaard", "accepted after all")[language]
    case .justified: Phrase("terecht", "justified")[language]
    case .justifiedElsewhere: Phrase("terecht, andere gemeente", "justified, another municipality")[language]
    case .unjustified: Phrase("niet terecht", "not justified")[language]
    }
  }
}
