import Journey

/// Plan, handovers and who is drawn in, for programs.
struct TogetherJSON {
  let dossier: Dossier
  let rules: Rulebook
  let language: Language

  var parts: [String: JSON] {
    [
      "drawnIn": .list(dossier.drawnIn.map(drawn)), "goals": .list(dossier.goals.map(goal)),
      "planAgreed": JSON(dossier.planAgreed?.day), "planNext": JSON(dossier.planAgreed?.next),
      "handovers": .list(dossier.handovers.map(handover)),
    ]
  }

  private func drawn(_ drawn: DrawnIn) -> JSON {
    .object([
      "contact": drawn.contact.json(rules, language), "purpose": .text(drawn.purpose),
      "since": .text(drawn.since.description), "until": JSON(drawn.until), "phone": JSON(drawn.phone),
      "released": JSON(drawn.released?.day),
    ])
  }

  private func goal(_ goal: Goal) -> JSON {
    let (state, day): (String, Day?) =
      switch goal.state {
      case .open: ("open", nil)
      case .reached(let day): ("reached", day)
      case .letGo(let day): ("let-go", day)
      }
    return .object([
      "words": .text(goal.words), "person": JSON(goal.person),
      "helper": goal.helper.map { $0.json(rules, language) } ?? .null, "by": JSON(goal.by),
      "since": .text(goal.since.description), "state": .text(state), "stateSince": JSON(day),
    ])
  }

  private func handover(_ handover: Handover) -> JSON {
    .object([
      "change": .text(handover.change.rawValue), "changed": JSON(handover.changed),
      "given": JSON(handover.given?.day), "taken": JSON(handover.taken?.day),
      "by": handover.taken.map { $0.by.json(rules, language) } ?? .null,
      "warmth": .text(handover.warmth(rules).rawValue), "days": JSON(handover.days),
    ])
  }
}
