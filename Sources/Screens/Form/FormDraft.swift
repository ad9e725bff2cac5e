import Journey
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
  mutating func restore(_ written: [String: String]) {
    let draft = translated(written)
    let isAsFilledIn = atHand.allSatisfy { (draft[$0] ?? "") == (draft[$0 + Self.filledIn] ?? "") }
    for (name, text) in draft where lines[name] != nil && !(isAsFilledIn && atHand.contains(name)) {
      if lines[name]?.text != text { suggested.remove(name) }
      lines[name] = TextLine(text)
      begun[name] = draft[name + Self.filledIn] ?? ""
    }
    if !many.isEmpty { followParty(language) }
  }

  /// Choices are kept as words, and may have been begun in the other language.
  private func translated(_ draft: [String: String]) -> [String: String] {
    var draft = draft
    for field in fields {
      for key in [field.name, field.name + Self.filledIn] {
        if let text = draft[key] { draft[key] = Self.translated(text, field, language) }
      }
    }
    return draft
  }

  /// Choices that stand there in full in the other language, in this one; anything else as it was typed.
  static func translated(_ text: String, _ field: Field, _ language: Language) -> String {
    let other = language == .nl ? Language.en : .nl
    func one(_ text: String, _ choices: [Field.Choice]) -> String {
      let named = choices.filter { $0.name[other] == text }
      let isOwn = choices.contains { $0.name[language] == text }
      return named.count == 1 && !isOwn ? named[0].name[language] : text
    }
    switch field.kind {
    case .choice(let choices): return one(text, choices)
    case .choices(let choices):
      let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }
      let said = parts.map { one($0, choices) }
      return said == parts ? text : said.joined(separator: ", ")
    case .yesNo: return one(text, Self.choices(field, matching: ""))
    case .text, .longText, .day, .number, .municipality: return text
    }
  }

  /// Behind the name of a field: what was filled in for whoever began.
  static let filledIn = ".filled-in"
}
