// What may be said of working together, and when.
extension Guard {
  static func together(_ kind: Event.Kind, _ d: Dossier) throws(Refusal) {
    switch kind {
    case .released:
      if d.needed.isEmpty {
        throw Refusal(
          Phrase("Er is niemand betrokken die kan vertrekken.", "Nobody is drawn in who could leave."),
          remedy: Phrase("Gebruik eerst betrekken.", "Use draw in first."))
      }
    case .goalDiscussed:
      if !d.goals.contains(where: \.isOpen) {
        throw Refusal(
          Phrase("Er staat geen doel open.", "No goal is open."),
          remedy: Phrase("Leg eerst een doel vast.", "Record a goal first."))
      }
    case .takenOver:
      if d.openHandovers.isEmpty {
        throw Refusal(
          Phrase("Er is niets om over te nemen.", "There is nothing to take over."),
          remedy: Phrase("Leg eerst de overdracht vast.", "Record the handover first."))
      }
    default: break
    }
  }

  static func together(_ body: Event.Body, on day: Day, _ d: Dossier, _ rules: Rulebook, today: Day) throws(Refusal) {
    switch body {
    case .drawnIn(let drawn):
      try said(drawn.purpose, Phrase("Waarvoor zijn zij nodig?", "What are they needed for?"))
      if drawn.contact.name.isEmpty, drawn.contact.organisation.isEmpty {
        throw Refusal(
          Phrase("Wie: verwacht een naam of een organisatie.", "Who: expected a name or an organisation."),
          field: "name")
      }
      if d.needed.contains(where: { $0.contact == drawn.contact && $0.purpose == drawn.purpose }) {
        throw Refusal(Phrase("Hiervoor al betrokken.", "Drawn in for this already."), field: "text")
      }
      try notBefore(drawn.until, day, "until")
      if let phone = drawn.phone, let refusal = Refusal.ofPhone(phone) { throw refusal }
    case .released(let released):
      if !d.needed.contains(where: { $0.number == released.drawn }) {
        throw Refusal(Phrase("Die is niet (meer) betrokken.", "They are not drawn in (any more)."), field: "drawn")
      }
    case .goalSet(let goal):
      try said(goal.words, Phrase("Wat wil het huishouden zelf?", "What does the household want itself?"))
      if let person = goal.person, d.person(person)?.counts != true { throw nobody(person) }
      try notBefore(goal.by, day, "due")
    case .goalDiscussed(let discussed):
      guard let goal = d.goals.first(where: { $0.number == discussed.goal }), goal.isOpen else {
        throw Refusal(Phrase("Dit doel staat niet (meer) open.", "This goal is not open (any more)."), field: "goal")
      }
      if discussed.outcome == .changed {
        try said(discussed.words, Phrase("Hoe zeggen zij het nu?", "How do they say it now?"))
      }
      try notBefore(discussed.by, day, "due")
    case .planAgreed(let plan):
      if plan.persons.isEmpty {
        throw Refusal(
          Phrase("Samen: met wie van het huishouden?", "Together: with whom of the household?"), field: "persons")
      }
      for person in plan.persons where d.person(person)?.counts != true { throw nobody(person) }
      try notBefore(plan.next, day, "next")
    case .handedOver(let over):
      try said(over.told, Phrase("Wat is er verteld?", "What was told?"))
      if over.from == over.to {
        throw Refusal(Phrase("Dat is wie het huishouden nu heeft.", "They have the household now."), field: "party")
      }
    case .takenOver(let over):
      if !d.openHandovers.contains(where: { $0.change == over.change }) {
        throw Refusal(Phrase("Dit is al overgenomen.", "This was taken over already."), field: "change")
      }
      if over.by.name.isEmpty {
        throw Refusal(Phrase("Overnemen doet iemand met een naam.", "Somebody with a name takes over."), field: "name")
      }
      if let call = over.call, call > today {
        throw Refusal(
          Phrase(
            "Het eerste gesprek ligt in de toekomst; laat leeg tot er gesproken is.",
            "The first conversation is in the future; leave empty until somebody spoke."), field: "call")
      }
    case .sheetShared(let shared):
      let sheet = try ShareSheet(d, shared.purpose, to: shared.to, rules, today: today)
      let more = Set(shared.fields).subtracting(sheet.rule.fields.map(\.rawValue))
      if !more.isEmpty {
        let names = more.sorted().joined(separator: ", ")
        throw Refusal(
          Phrase("Dit doel staat niet toe: \(names).", "This purpose does not allow: \(names)."), field: "purpose")
      }
    default: break
    }
  }

  private static func said(_ words: String, _ question: Phrase) throws(Refusal) {
    if words.allSatisfy(\.isWhitespace) { throw Refusal(question, field: "text") }
  }

  private static func notBefore(_ date: Day?, _ day: Day, _ field: String) throws(Refusal) {
    if let date, date < day {
      throw Refusal(date.said + Phrase(" ligt voor ", " is before ") + day.said + Phrase(same: "."), field: field)
    }
  }
}
