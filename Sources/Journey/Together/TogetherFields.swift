extension Act {
  /// What is asked of working together.
  func togetherFields(_ choices: ActChoices, _ rules: Rulebook, today: Day) -> [Field] {
    let day = Field.happened
    let name = Field("name", Phrase("Naam", "Name"), hint: Phrase("een mens, geen mailbox", "a person, not a mailbox"))
    let organisation = Field("organisation", Phrase("Organisatie", "Organisation"))
    func party(_ nl: String, _ en: String, required: Bool = true) -> Field {
      Field("party", Phrase(nl, en), .choice(choices.parties), required: required)
    }
    switch self {
    case .drawIn:
      return [
        party("Wie", "Who"), name, organisation, Field("phone", Phrase("Telefoon", "Phone")),
        Field(
          "text", Phrase("Waarvoor", "For what"), required: true, hint: Phrase("in één regel", "in one line")),
        Field("until", Phrase("Tot", "Until"), .day), day,
      ]
    case .release:
      return [
        Field("drawn", Phrase("Wie", "Who"), .choice(choices.drawnIn), required: true),
        Field("text", Phrase("Hoe liep het af", "How it ended"), .longText), day,
      ]
    case .goal:
      return [
        Field("text", Phrase("In eigen woorden", "In their own words"), .longText, required: true),
        Field("person", Phrase("Van wie (leeg: samen)", "Whose (empty: all)"), .choice(choices.persons())),
        party("Wie helpt", "Who helps", required: false), name, organisation,
        Field("due", Phrase("Wanneer", "By when"), .day), day,
      ]
    case .discussGoal:
      return [
        Field("goal", Phrase("Doel", "Goal"), .choice(choices.openGoals), required: true),
        Field("outcome", Phrase("Hoe staat het", "How it stands"), .choice(ActChoices.goalOutcomes), required: true),
        Field("text", Phrase("In eigen woorden", "In their own words"), .longText),
        Field("due", Phrase("Nieuwe datum", "New date"), .day), day,
      ]
    case .agreePlan:
      return [
        Field("persons", Phrase("Met wie", "With whom"), .choices(choices.persons()), required: true),
        Field("present", Phrase("Wie er nog bij was", "Who else was there")),
        Field("text", Phrase("Afgesproken", "Agreed"), .longText),
        Field("next", Phrase("Weer bekijken op", "Look again on"), .day), day,
      ]
    case .handOver:
      return [
        Field("change", Phrase("Waarom nu", "Why now"), .choice(choices.changes), required: true),
        party("Aan wie", "To whom"), name, organisation,
        Field("text", Phrase("Verteld", "Told"), .longText, required: true),
        Field("care", Phrase("Let op", "Take care of"), .longText),
        Field("points", Phrase("Doorgenomen", "Gone through"), .choices(choices.pointsAtHand)), day,
      ]
    case .takeOver:
      return [
        Field("change", Phrase("Wat", "What"), .choice(choices.openChanges), required: true),
        party("Door wie", "By whom"),
        Field("name", Phrase("Naam", "Name"), required: true, hint: name.hint), organisation,
        Field(
          "call", Phrase("Eerste gesprek", "First conversation"), .day, past: true,
          hint: Phrase(
            "leeg: nog niet gesproken, dan telt het als koud", "empty: nobody spoke yet, then it counts as cold")),
        Field("text", Phrase("Besproken", "Said"), .longText), day,
      ]
    case .share:
      return [
        Field("purpose", Phrase("Waarvoor", "For what"), .choice(choices.sheets(today)), required: true),
        Field("party", Phrase("Met wie", "With whom"), .choice(choices.sheetParties(today)), required: true), name,
        organisation, day,
      ]
    default: return []
    }
  }

  /// What such a form starts with.
  func togetherDefaults(_ dossier: Dossier, _ rules: Rulebook, today: Day) -> [String: String] {
    func contact(_ contact: Contact) -> [String: String] {
      ["party": contact.party.rawValue, "name": contact.name, "organisation": contact.organisation]
    }
    func values(_ change: Handover.Change, _ to: Contact) -> [String: String] {
      contact(to).merging(["change": change.rawValue]) { $1 }
    }
    switch self {
    case .release: return ["drawn": dossier.needed.first.map { String($0.number) } ?? ""]
    case .discussGoal: return ["goal": dossier.goals.first(where: \.isOpen).map { String($0.number) } ?? ""]
    case .agreePlan:
      var values = [
        "persons": dossier.members.filter { $0.place != .abroad && !$0.isMinor(on: today) }
          .map { String($0.id.rawValue) }.joined(separator: ",")
      ]
      // A look that is still to come stays agreed unless another day is said.
      if let next = dossier.nextLook, next > today { values["next"] = next.description }
      return values
    case .handOver:
      let change = dossier.handoverAtHand
      let to = rules.together.handover(change)?.to
      return to.map { values(change, dossier.receiver(change, $0, rules)) } ?? ["change": change.rawValue]
    case .takeOver:
      guard let open = dossier.openHandovers.last(where: { $0.given != nil }) ?? dossier.openHandovers.last else {
        return [:]
      }
      let to =
        open.given?.to ?? rules.together.handover(open.change).map { dossier.receiver(open.change, $0.to, rules) }
      return to.map { values(open.change, $0) } ?? ["change": open.change.rawValue]
    case .share:
      // What goes with the handover that is under way; of one that nobody gave only until the stage went on.
      guard let open = dossier.openHandovers.last,
        open.given != nil || open.changed.map({ $0 >= dossier.stageSince }) == true,
        let rule = rules.together.handover(open.change), let sheet = rules.together.sheet(rule.sheet),
        sheet.holds(in: dossier.stage, on: today)
      else { return [:] }
      let to = open.given?.to ?? dossier.contact(at: rule.to)
      return sheet.to.contains(to.party) ? contact(to).merging(["purpose": sheet.id]) { $1 } : ["purpose": sheet.id]
    default: return [:]
    }
  }
}

extension Dossier {
  /// The change of hands that comes next.
  fileprivate var handoverAtHand: Handover.Change { openHandovers.last { $0.given == nil }?.change ?? nextChange }

  private var nextChange: Handover.Change {
    if housing != nil || offer?.lease != nil { return .moved }
    return link == nil ? .linked : .relinked
  }
}

extension ActChoices {
  var drawnIn: [Field.Choice] {
    dossier.needed.map { Field.Choice(String($0.number), Phrase(same: "\($0.name): \($0.purpose)")) }
  }

  var openGoals: [Field.Choice] {
    dossier.goals.filter(\.isOpen).map { Field.Choice(String($0.number), Phrase(same: $0.words)) }
  }

  static let goalOutcomes = [
    Field.Choice("reached", Phrase("bereikt", "reached")), Field.Choice("changed", Phrase("veranderd", "changed")),
    Field.Choice("let-go", Phrase("losgelaten", "let go")),
  ]

  static func change(_ change: Handover.Change) -> Phrase {
    switch change {
    case .linked: Phrase("koppeling", "link")
    case .relinked: Phrase("herkoppeling", "re-link")
    case .cameOfAge: Phrase("18 geworden", "turned 18")
    case .moved: Phrase("verhuizing", "move")
    case .other: Phrase("anders", "other")
    }
  }

  var changes: [Field.Choice] {
    Handover.Change.allCases.map { Field.Choice($0.rawValue, Self.change($0)) }
  }

  var openChanges: [Field.Choice] {
    let open = Set(dossier.openHandovers.map(\.change))
    return changes.filter { choice in open.contains { $0.rawValue == choice.code } }
  }

  var points: [Field.Choice] { rules.together.points.map { Field.Choice($0.code, $0.name) } }

  /// What to go through at the change of hands that comes now; all there is where the rulebook asks nothing of it.
  var pointsAtHand: [Field.Choice] {
    let asked = rules.together.points(dossier.handoverAtHand).map { Field.Choice($0.code, $0.name) }
    return asked.isEmpty ? points : asked
  }

  func sheets(_ today: Day) -> [Field.Choice] {
    dossier.sheets(rules, today: today).map { Field.Choice($0.id, $0.name) }
  }

  func sheetParties(_ today: Day) -> [Field.Choice] {
    let allowed = Set(dossier.sheets(rules, today: today).flatMap(\.to))
    return rules.parties.filter { allowed.contains($0.id) }.map(\.choice)
  }
}
