import Journey

/// What events of working together say, in the dossier they belong to.
struct TogetherWords {
  let dossier: Dossier
  let rules: Rulebook
  let language: Language
  let user: String

  private var l: Language { language }
  private func who(_ contact: Contact) -> String { rules.who(contact, user: user, l) }
  private func join(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: ", ") }
  private func until(_ day: Day?) -> String { day.map { "→ " + DayText.dated($0, l) } ?? "" }
  private func given(_ id: PersonID) -> String { dossier.person(id)?.given ?? "" }

  /// Beside the event's name.
  func detail(_ body: Event.Body) -> String {
    switch body {
    case .drawnIn(let drawn): join([who(drawn.contact) + ": " + drawn.purpose, until(drawn.until)])
    case .released(let released):
      join([dossier.drawnIn.first { $0.number == released.drawn }.map { who($0.contact) } ?? "", released.text])
    case .goalSet(let goal):
      join(["\"\(goal.words)\"", goal.person.map(given) ?? "", goal.helper.map(helped) ?? "", until(goal.by)])
    case .goalDiscussed(let discussed): join([outcome(discussed), until(discussed.by)])
    case .planAgreed(let plan):
      [join(plan.persons.map(given) + [plan.present]), plan.text, until(plan.next)].filter { !$0.isEmpty }.joined(
        separator: " · ")
    case .handedOver(let over): join(["\(who(over.from)) → \(who(over.to))", over.told])
    case .takenOver(let over): join([who(over.by), warmth(over), over.text])
    case .sheetShared(let shared):
      join([rules.together.sheet(shared.purpose)?.name[l] ?? shared.purpose, "→ " + who(shared.to)])
    default: ""
    }
  }

  private func helped(_ contact: Contact) -> String { Phrase("hulp van ", "help of ")[l] + who(contact) }

  private func outcome(_ discussed: Event.GoalDiscussed) -> String {
    let goal = dossier.goals.first { $0.number == discussed.goal }
    switch discussed.outcome {
    case .changed: return Phrase("veranderd in ", "changed to ")[l] + "\"\(discussed.words)\""
    case .reached, .letGo:
      let how = discussed.outcome == .reached ? Phrase("bereikt", "reached")[l] : Phrase("losgelaten", "let go")[l]
      return join([goal.map { "\"\($0.words)\" " + how } ?? how, discussed.words])
    }
  }

  private func warmth(_ over: Event.TakenOver) -> String {
    let taken = dossier.handovers.last { $0.change == over.change && $0.taken?.by == over.by }
    return taken.map { warmth($0)[l] } ?? ""
  }

  func warmth(_ handover: Handover) -> Phrase {
    switch handover.warmth(rules) {
    case .warm: Phrase("warm", "warm")
    case .cold: Phrase("koud", "cold")
    case .open: Phrase("nog niet overgenomen", "not taken over yet")
    }
  }

  /// More of an event than fits on its line: a number, the checklist of a handover, the kinds of data that were shared.
  func more(_ body: Event.Body) -> [(label: String, text: String)] {
    switch body {
    case .drawnIn(let drawn): return drawn.phone.map { [(Phrase("Telefoon", "Phone")[l], $0)] } ?? []
    case .handedOver(let over):
      var lines = checklist(over.change, gone: over.points)
      if !over.care.isEmpty { lines.append((Phrase("Let op", "Take care of")[l], over.care)) }
      if let sheet = rules.together.handover(over.change).flatMap({ rules.together.sheet($0.sheet) }) {
        lines.append((Phrase("Deelblad", "Share sheet")[l], sheet.name[l]))
      }
      return lines
    case .takenOver(let over):
      return over.call.map { [(Phrase("Gesproken", "Spoke")[l], DayText.long($0, l))] } ?? []
    case .sheetShared(let shared):
      let names = shared.fields.compactMap { SheetField(rawValue: $0)?.name[l] ?? $0 }
      let ground = rules.together.sheet(shared.purpose)?.ground[l] ?? ""
      return [
        (Phrase("Soorten", "Kinds")[l], names.joined(separator: ", ")), (Phrase("Grond", "Ground")[l], ground),
      ]
    default: return []
    }
  }

  /// What a handover goes through, with a sign before what was.
  func checklist(_ change: Handover.Change, gone: [String]) -> [(label: String, text: String)] {
    rules.together.points(change).enumerated().map { index, point in
      (
        index == 0 ? Phrase("Doornemen", "Go through")[l] : "",
        (gone.contains(point.code) ? "✓ " : "· ") + point.name[l]
      )
    }
  }
}
