import Journey

extension Dossier {
  /// The event that an act is about: of a taking back, through however many times it was done again, what it took back.
  func meant(by act: EventID) -> Event? {
    let event = story.first { $0.act == act }
    guard case .undone(let undone)? = event?.body else { return event }
    let events = meant(undone).events
    return story.first { events.contains($0.id) }
  }

  /// The events that a taking back is about in the end, and whether they hold again: what took back may have been taken
  /// back itself.
  func meant(_ undone: Event.Undone) -> (events: [EventID], isAgain: Bool) {
    var (events, isAgain) = (undone.events, false)
    for _ in story {
      let inner = events.flatMap { id -> [EventID] in
        if case .undone(let inner)? = story.first(where: { $0.id == id })?.body { return inner.events }
        return []
      }
      if inner.isEmpty { break }
      (events, isAgain) = (inner, !isAgain)
    }
    return (events, isAgain)
  }

  /// `Notitie van u`: what an act was about and whose; of a taking back, what it took back.
  ///
  /// - Parameter isDated: with its day, as a contact has it anyhow: that tells one from another.
  func said(of act: EventID, user: String, _ rules: Rulebook, isDated: Bool = false) -> Phrase {
    guard let event = meant(by: act) else { return Phrase(same: "") }
    var name = event.body.name
    if case .contactMade(let made) = event.body {
      let contact = made.contact
      let text = contact.name.isEmpty ? contact.organisation : contact.name
      name = name + Words.between(text.isEmpty ? rules.party(contact.party) : Phrase(same: text), on: event.day)
    } else if case .waitingSet(let waiting) = event.body {
      // The name ends in what it waits on.
      func whom(_ l: Language) -> String { " " + rules.whoInSentence(waiting.on, user: user, l) }
      name = name + Phrase(whom(.nl), whom(.en)) + (isDated ? Words.between(nil, on: event.day) : Phrase(same: ""))
    } else if isDated {
      name = name + Words.between(nil, on: event.day)
    }
    let who = event.actor.name
    if who.isEmpty { return name }
    return name + (who == user ? Phrase(" van u", " by you") : Phrase(" van \(who)", " by \(who)"))
  }

  /// The same in a line of its own: `notitie op 23 nov van u`.
  public func told(of act: EventID, user: String, _ rules: Rulebook, _ language: Language) -> String {
    said(of: act, user: user, rules, isDated: true)[language].lowercasedFirst
  }
}
