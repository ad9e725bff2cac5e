extension Dossier {
  /// What working together asks for: a look at whoever is drawn in, at goals and the plan, a handover that is expected or
  /// waits for somebody to take over.
  func togetherSteps(_ rules: Rulebook) -> [Standing.Step] {
    if drawnIn.isEmpty, goals.isEmpty, planAgreed == nil, handovers.isEmpty { return [] }
    lazy var lead = contact(at: .municipality)
    var steps: [Standing.Step] = []
    for drawn in needed where drawn.until != nil {
      steps.append(
        step(
          drawn.key, Phrase("Nog nodig? \(drawn.name)", "Still needed? \(drawn.name)"), .release, lead, drawn.since,
          due: drawn.until))
    }
    for goal in goals where goal.isOpen && goal.by != nil {
      var own = step(
        goal.key, Phrase(same: goal.words), .discussGoal, goal.helper ?? contact(at: .household), goal.since,
        due: goal.by)
      own.person = goal.person
      steps.append(own)
    }
    if let since = planAgreed?.day ?? goals.first?.since, planAgreed == nil || planAgreed?.next != nil {
      steps.append(
        step(
          Plan.review, Phrase("Plan samen bespreken", "Look at the plan together"), .agreePlan, lead, since,
          due: planAgreed?.next))
    }
    for handover in openHandovers {
      if let given = handover.given {
        let term = rules.together.handover(handover.change)?.term.flatMap { rules.term($0, on: given.day) }
        let from = rules.party(given.from.party)
        var taking = step(
          handover.key, Phrase("Overnemen van \(from.nl)", "Take over from \(from.en)"), .takeOver, given.to, given.day)
        if let term, taking.due == nil {
          taking.due = Standing.Due(day: term.end(from: given.day), term: term, start: given.day)
        }
        steps.append(taking)
      } else if let rule = rules.together.handover(handover.change), let changed = handover.changed,
        rule.validity.covers(changed), rule.stages.isEmpty || rule.stages.contains(stage)
      {
        steps.append(
          step(handover.expectation, rule.name, .handOver, giver(rule.change, rules), changed))
      }
    }
    return steps
  }

  /// Who hands over at a change: after a re-link the municipality it was, else whom the household has at that party.
  public func giver(_ change: Handover.Change, _ rules: Rulebook) -> Contact {
    guard let rule = rules.together.handover(change) else {
      return standing(rules).turn?.contact ?? contact(at: .municipality)
    }
    if change == .relinked, let former = formerLinks.last,
      openHandovers.contains(where: { $0.change == .relinked && $0.changed != nil })
    {
      return Contact(rule.from, organisation: Reference.name(ofMunicipality: former.municipality))
    }
    return contact(at: rule.from)
  }

  /// Whom the household has at that party, to hand over to: nobody yet where that is who hands over.
  func receiver(_ change: Handover.Change, _ party: PartyID, _ rules: Rulebook) -> Contact {
    let known = contact(at: party)
    return giver(change, rules).isGiver(known) ? Contact(party) : known
  }

  private func step(
    _ key: StepKey, _ title: Phrase, _ act: Act, _ owner: Contact, _ since: Day, due: Day? = nil
  ) -> Standing.Step {
    let note = stepNotes[key]
    var when = due.map { Standing.Due(day: $0, term: nil, start: since) }
    if let move = stepDates[key] { when = Standing.Due(day: move.due, term: nil, start: since, moved: move.text) }
    var step = Standing.Step(
      key: key, title: title, domain: "", owner: owner, person: nil, since: since, due: when, state: state(note),
      leavesStage: false, mandatory: false, overall: false)
    step.act = act
    return step
  }
}

extension Standing.Step {
  /// Ticked off by a person, or waived: of what an act does only a handover can be done without.
  func isByHand(waives: Bool) -> Bool {
    !leavesStage && (act == nil || waives && (act == .handOver || act == .takeOver))
  }
}

extension Contact {
  /// Whether this, who hands over, is that one; by the organisation where nobody is named.
  public func isGiver(_ other: Contact) -> Bool {
    party == other.party && organisation == other.organisation && (name.isEmpty || name == other.name)
  }
}
