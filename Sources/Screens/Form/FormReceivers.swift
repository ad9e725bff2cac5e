import Journey

// Whom a share sheet may go to follows from its purpose.
extension FormState {
  /// The field with the choices that are left by what was chosen before it.
  func narrowed(_ field: Field) -> Field {
    if let dated = ofItsDay(field) { return dated }
    guard let allowed = allowed(field), case .choice(let all) = field.kind else { return field }
    var field = field
    field.kind = .choice(all.filter { allowed.contains(PartyID($0.code)) })
    return field
  }

  /// `woning zoeken gaat volgens het regelboek alleen naar: `; nil where nothing was left out.
  func narrowing(_ field: Field) -> Phrase? {
    guard allowed(field) != nil, let purpose = values(language)["purpose"],
      case .choice(let purposes)? = fields.first(where: { $0.name == "purpose" })?.kind
    else { return nil }
    let name = purposes.first { $0.code == purpose }?.name ?? Phrase(same: purpose)
    return name + Phrase(" gaat volgens het regelboek alleen naar: ", " goes by the rulebook only to: ")
  }

  private func allowed(_ field: Field) -> [PartyID]? {
    guard !receivers.isEmpty, field.name == "party" else { return nil }
    return values(language)["purpose"].flatMap { receivers[$0] }
  }
}
