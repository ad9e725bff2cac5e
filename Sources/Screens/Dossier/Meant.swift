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
  /// - Parameters:
  ///   - isDated: with its day, as a contact has it anyhow: that tells one from another.
  ///   - today: known, a day of another year has its year.
  func said(
    of act: EventID, user: String, _ rules: Rulebook, isDated: Bool = false, today: Day? = nil
  ) -> Phrase {
    guard let event = meant(by: act) else { return Phrase(same: "") }
    var name = event.body.name
    if case .contactMade(let made) = event.body {
      let contact = made.contact
      let text = contact.name.isEmpty ? contact.organisation : contact.name
      let whom = text.isEmpty ? rules.party(contact.party) : Phrase(same: text)
      name = name + Words.between(whom, on: event.day, today: today)
    } else if case .waitingSet(let waiting) = event.body {
      // The name ends in what it waits on.
      func whom(_ l: Language) -> String { " " + rules.whoInSentence(waiting.on, user: user, l) }
      let day = isDated ? Words.between(nil, on: event.day, today: today) : Phrase(same: "")
      name = name + Phrase(whom(.nl), whom(.en)) + day
    } else if isDated {
      name = name + Words.between(nil, on: event.day, today: today)
    }
    let who = event.actor.name
    if who.isEmpty { return name }
    return name + (who == user ? Phrase(" van u", " by you") : Phrase(" van \(who)", " by \(who)"))
  }

  /// The same in a line of its own: `notitie op 23 nov van u`.
  public func told(of act: EventID, user: String, _ rules: Rulebook, _ language: Language, today: Day) -> String {
    said(of: act, user: user, rules, isDated: true, today: today)[language].lowercasedFirst
  }
}
