/// A household that is not in the casebook yet: what is asked of its head, who leads it, and the events that begin its
/// story.
public enum NewHousehold {
  public static func fields() -> [Field] {
    Act.identity.filter { $0.name != "relation" } + Act.numbers + [
      Field("reception", Phrase("Opvanglocatie", "Reception centre"), hint: Phrase(same: "azc Utrecht")),
      Field(
        "permitted", Phrase("Vergund op", "Permit granted"), .day, past: true,
        hint: Phrase("leeg: nog in procedure", "empty: still in procedure")),
      Field("day", Phrase("In beeld sinds", "Known since"), .day, past: true, hint: Field.days(past: true)),
      Field.owner,
    ]
  }

  /// - Returns: in order, what registers the household and where given grants the permit and says who leads it.
  /// - Throws: a refusal that names the field.
  public static func events(_ values: [String: String], today: Day) throws(Refusal) -> [Decision.Entry] {
    let answers = Answers(values: values, today: today)
    for field in fields() where field.required && answers.text(field.name).isEmpty {
      throw Refusal(Phrase("\(field.label.nl) ontbreekt.", "\(field.label.en) is missing."), field: field.name)
    }
    var head = Person(
      id: PersonID(1), given: answers.text("given"), prefix: answers.text("prefix"), surname: answers.text("surname"),
      birth: try answers.birth(), sex: try answers.sex(), relation: .head)
    try answers.fillNumbers(&head)
    let permitted = try answers.day("permitted", past: true)
    let day = try answers.day("day", past: true) ?? min(permitted ?? today, today)
    if let permitted, permitted < day {
      throw Refusal(
        Phrase(
          "De vergunning ligt voor de dag dat het huishouden in beeld kwam.",
          "The permit precedes the day the household became known."),
        field: "permitted")
    }
    var entries: [Decision.Entry] = [
      .init(day, .registered(.init(persons: [head], reception: answers.text("reception"))))
    ]
    if let permitted { entries.append(.init(permitted, .permitGranted(.init(.temporary)))) }
    let owner = answers.text("owner")
    if !owner.isEmpty { entries.append(.init(today, .assigned(.init(owner)))) }
    return entries
  }
}
