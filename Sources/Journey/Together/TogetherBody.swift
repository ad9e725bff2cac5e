extension ActBody {
  /// The event that answers on working together describe.
  func togetherBody() throws(Refusal) -> Event.Body {
    let (text, choices) = (answers.text("text"), ActChoices(dossier: dossier, rules: rules))
    switch act {
    case .drawIn:
      let phone = answers.text("phone")
      return .drawnIn(
        .init(try contact(), for: text, until: try answers.day("until"), phone: phone.isEmpty ? nil : phone))
    case .release: return .released(.init(Int(try answers.choice("drawn", choices.drawnIn)) ?? 0, text))
    case .goal:
      return .goalSet(
        .init(
          text, person: answers.text("person").isEmpty ? nil : try person(),
          helper: answers.text("party").isEmpty ? nil : try contact(), by: try answers.day("due")))
    case .discussGoal:
      let outcome = try answers.choice("outcome", ActChoices.goalOutcomes)
      return .goalDiscussed(
        .init(
          Int(try answers.choice("goal", choices.openGoals)) ?? 0, .init(rawValue: outcome) ?? .changed, text,
          by: try answers.day("due")))
    case .agreePlan:
      return .planAgreed(
        .init(try persons { $0.counts }, present: answers.text("present"), text, next: try answers.day("next")))
    case .handOver:
      let change = try change(choices.changes)
      return .handedOver(
        .init(
          change, from: dossier.giver(change, rules), to: try contact(), told: text, care: answers.text("care"),
          points: try answers.choices("points", choices.points)))
    case .takeOver:
      return .takenOver(
        .init(try change(choices.openChanges), by: try contact(), call: try answers.day("call", past: true), text))
    default:
      let purpose = try answers.choice("purpose", choices.sheets(answers.today))
      let to = try contact()
      let sheet = try ShareSheet(dossier, purpose, to: to, rules, today: answers.today)
      return .sheetShared(.init(purpose, to: to, fields: sheet.fields.map(\.rawValue)))
    }
  }

  private func change(_ choices: [Field.Choice]) throws(Refusal) -> Handover.Change {
    .init(rawValue: try answers.choice("change", choices)) ?? .other
  }
}

extension Act {
  /// The answers of a form that would record it.
  static func togetherParts(of body: Event.Body) -> [String: String] {
    func with(_ contact: Contact?, _ others: [String: String]) -> [String: String] {
      guard let contact else { return others }
      return ["party": contact.party.rawValue, "name": contact.name, "organisation": contact.organisation]
        .merging(others) { $1 }
    }
    func text(_ day: Day?) -> String { day?.description ?? "" }
    switch body {
    case .drawnIn(let p):
      return with(p.contact, ["text": p.purpose, "until": text(p.until), "phone": p.phone ?? ""])
    case .released(let p): return ["drawn": String(p.drawn), "text": p.text]
    case .goalSet(let p):
      return with(
        p.helper, ["text": p.words, "person": p.person.map { String($0.rawValue) } ?? "", "due": text(p.by)])
    case .goalDiscussed(let p):
      return ["goal": String(p.goal), "outcome": p.outcome.rawValue, "text": p.words, "due": text(p.by)]
    case .planAgreed(let p):
      return [
        "persons": p.persons.map { String($0.rawValue) }.joined(separator: ","), "present": p.present, "text": p.text,
        "next": text(p.next),
      ]
    case .handedOver(let p):
      return with(
        p.to,
        [
          "change": p.change.rawValue, "text": p.told, "care": p.care, "points": p.points.joined(separator: ","),
        ])
    case .takenOver(let p):
      return with(p.by, ["change": p.change.rawValue, "call": text(p.call), "text": p.text])
    case .sheetShared(let p): return with(p.to, ["purpose": p.purpose])
    default: return [:]
    }
  }
}
