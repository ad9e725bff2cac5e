extension Dossier {
  /// Events of the daily work: contacts, turns, blockers, steps, who keeps it together.
  mutating func foldWork(_ event: Event) {
    switch event.body {
    case .contactMade(let made):
      let usual = made.turn.map { contact(at: $0.party) }
      know(made.contact, spoken: event.day)
      if made.next != nil { endMoments(with: made.turn ?? made.contact, event.day) }
      if let next = made.turn {
        let awaited = isWaiting(for: next) ? turn?.text ?? "" : ""
        giveTurn(to: next, usual, event, awaited, until: made.next)
      }
      if let next = made.next, made.turn == nil {
        // A next moment without a new turn is an agreement with whom one spoke.
        ownSteps.append(
          AddedStep(key: .own(event.sequence), title: "", due: next, owner: made.contact, since: event.day))
      }
    case .reviewed(let reviewed):
      if let next = reviewed.turn {
        let usual = contact(at: next.party)
        know(next)
        giveTurn(to: named(next), usual, event, reviewed.text, until: reviewed.next)
      } else if let next = reviewed.next {
        // Decided and nobody's turn: the municipality brings it back.
        let owner = Contact(.municipality)
        ownSteps.append(
          AddedStep(key: .own(event.sequence), title: reviewed.text, due: next, owner: owner, since: event.day))
      }
    case .waitingSet(let waiting):
      let usual = contact(at: waiting.on.party)
      know(waiting.on)
      giveTurn(to: named(waiting.on), usual, event, waiting.text, until: waiting.until)
    case .searchStarted(let asked):
      let usual = contact(at: asked.party)
      know(asked)
      // Whoever was asked to find a home is to act; with an offer at hand it is another's turn.
      if stage == .search { giveTurn(to: asked, usual, event, until: nil) }
    case .blockerRaised(let blocker):
      blockers.append(OpenBlocker(code: blocker.code, text: blocker.text, since: event.day))
    case .blockerCleared(let blocker): blockers.removeAll { $0.code == blocker.code }
    case .stepAdded(let step):
      ownSteps.append(
        AddedStep(key: .own(event.sequence), title: step.title, due: step.due, owner: step.owner, since: event.day))
    case .stepDone(let note): stepNotes[note.step] = StepNote(state: .done, day: event.day, text: note.text)
    case .stepWaived(let note): stepNotes[note.step] = StepNote(state: .waived, day: event.day, text: note.text)
    case .stepReopened(let note): stepNotes[note.step] = nil
    case .stepMoved(let move) where move.step.isTurn:
      // The moment of another event stays as it was agreed.
      guard let had = turn, had.until != nil, [.turn, had.key].contains(move.step) else { break }
      turn?.until = move.due
      turn?.moved = move.text
    case .stepMoved(let move): stepDates[move.step] = move
    case .assigned(let assigned): owner = assigned.owner
    case .contactSucceeded(let succession): succeed(succession)
    default: break
    }
  }

  /// Moments with somebody that are open: a new one takes their place.
  private mutating func endMoments(with contact: Contact, _ day: Day) {
    let now = meant(contact)
    for step in ownSteps where step.title.isEmpty && stepNotes[step.key] == nil {
      let had = meant(step.owner)
      if had.isAt(now), had.isNamed(as: now) { stepNotes[step.key] = StepNote(state: .done, day: day, text: "") }
    }
  }

  /// Whether it was said to be their turn. After a talk with them it is for the same thing still.
  func isWaiting(for contact: Contact) -> Bool {
    guard let had = turn.map({ named($0.contact) }), had.party == contact.party else { return false }
    return had.organisation == contact.organisation || had.organisation.isEmpty || contact.organisation.isEmpty
  }

  /// Says who is to act. Whoever has the turn already keeps the day they got it: saying so again is no sign from them.
  ///
  /// - Parameter usual: whom the household had at that party until now.
  mutating func giveTurn(
    to contact: Contact, _ usual: Contact?, _ event: Event, _ text: String = "", until: Day?
  ) {
    var next = Turn(contact: contact, since: event.day, sequence: event.sequence, text: text, until: until)
    if let turn {
      if isWaiting(for: contact) {
        next.since = min(turn.since, event.day)
        next.followsStage = turn.followsStage
      }
    } else if let usual {
      // A stage gives the turn to a kind of party: naming one of them gives it to that one.
      next.followsStage = contact.organisation.isEmpty || contact.organisation == usual.organisation
    }
    turn = next
  }

  /// Notes that the household has this contact; one named person a party and organisation, the latest named one.
  mutating func know(_ contact: Contact, spoken day: Day? = nil) {
    guard contact.party != .household || !contact.name.isEmpty || day != nil else { return }
    if let index = network.firstIndex(where: {
      $0.contact.party == contact.party
        && (contact.organisation.isEmpty || $0.contact.organisation.isEmpty
          || $0.contact.organisation == contact.organisation)
    }) {
      if !contact.name.isEmpty, contact.name != network[index].contact.name { place(network[index].contact) }
      if !contact.organisation.isEmpty { network[index].contact.organisation = contact.organisation }
      if !contact.name.isEmpty { network[index].contact.name = contact.name }
      if let day {
        network[index].lastContact = max(network[index].lastContact ?? day, day)
        network[index].spoken = max(network[index].spoken ?? day, day)
      }
    } else {
      network.append(NetworkEntry(contact: contact, lastContact: day, spoken: day))
    }
  }

  /// Says where somebody works who has the turn or a step by name alone, while the network still knows.
  private mutating func place(_ known: Contact) {
    guard !known.name.isEmpty else { return }
    func isMeant(_ contact: Contact) -> Bool { !contact.name.isEmpty && meant(contact) == known }
    for index in ownSteps.indices where isMeant(ownSteps[index].owner) { ownSteps[index].owner = known }
    if let turn, isMeant(turn.contact) { self.turn?.contact = known }
  }

  /// The contact with the name this household already has there, where none was given.
  func named(_ contact: Contact) -> Contact {
    guard contact.name.isEmpty, let known = network.first(where: { $0.contact.party == contact.party })?.contact,
      contact.organisation.isEmpty || contact.organisation == known.organisation
    else { return contact }
    return known
  }

  /// When somebody there was last spoken to; its silence is counted from ``lastSign(of:)``.
  public func lastContact(with party: PartyID) -> Day? {
    network.filter { $0.contact.party == party }.compactMap(\.lastContact).max()
  }
}
