import Quota

// What a form keeps of itself when it is left half-way, and takes back.
extension FormState {
  /// As it stands in the fields, and beside that what stood there before anybody typed.
  var draft: [String: String] {
    var draft = texts
    // What the account said is asked of it again.
    if askOfBalance != nil { for name in TaskScene.thenFields where suggested.contains(name) { draft[name] = nil } }
    for field in fields {
      let filled = begun[field.name] ?? FormState.shown(defaults[field.name] ?? "", field, language)
      if !filled.isEmpty { draft[field.name + Self.filledIn] = filled }
    }
    return draft
  }

  /// Whom or what the cursor points at now goes before what the form was about then, unless that was typed.
  mutating func restore(_ draft: [String: String]) {
    let isAsFilledIn = atHand.allSatisfy { (draft[$0] ?? "") == (draft[$0 + Self.filledIn] ?? "") }
    for (name, text) in draft where lines[name] != nil && !(isAsFilledIn && atHand.contains(name)) {
      if lines[name]?.text != text { suggested.remove(name) }
      lines[name] = TextLine(text)
      begun[name] = draft[name + Self.filledIn] ?? ""
    }
    if !many.isEmpty { followParty(language) }
  }

  /// Behind the name of a field: what was filled in for whoever began.
  static let filledIn = ".filled-in"
}
