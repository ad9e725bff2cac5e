import Journey

// What stands under the cursor of a dossier, for the form that is about it.
extension DossierState {
  /// The line of the plan, where that is what one looks at.
  private var planLine: PlanLine? { showsPlan && plan.indices.contains(planRow) ? plan[planRow] : nil }

  /// The step under the cursor of the story or the plan.
  var step: Standing.Step? {
    guard pane == .story else { return nil }
    if !showsPlan { return current?.step }
    if case .step(let step)? = planLine { return step }
    return nil
  }

  /// What the form of an act begins with; empty where it is not about what stands there.
  func known(_ act: Act) -> [String: String] {
    if let person = personAtHand { return person.known(act) }
    guard pane == .story else { return [:] }
    switch (act, planLine) {
    case (.done, _), (.waive, _), (.reschedule, _): return step.map { ["step": $0.key.rawValue] } ?? [:]
    case (.discussGoal, .goal(let goal)?) where goal.isOpen: return ["goal": String(goal.number)]
    case (.release, .drawn(let drawn)?) where drawn.isNeeded: return ["drawn": String(drawn.number)]
    default: return [:]
    }
  }
}

extension Around {
  /// Of somebody in the network; what is said to whoever has the turn begins with them as it is.
  fileprivate func known(_ act: Act) -> [String: String] {
    guard [.contact, .wait, .agree].contains(act), !hasLeft, act == .agree || !hasTurn else { return [:] }
    return ["party": contact.party.rawValue, "name": contact.name, "organisation": contact.organisation]
  }
}
