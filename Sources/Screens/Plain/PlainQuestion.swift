import Journey

/// One field of a form as a question: what is asked, what is accepted, what stands there now.
struct PlainQuestion {
  let field: Field
  /// nil: it is not one of those that are asked one by one.
  let place: Int?
  let count: Int
  /// What stands there now, as it was typed.
  let now: String
  let language: Language

  private var l: Language { language }

  /// What can be chosen, numbered from 1; none where anything goes, or where there are too many to say.
  var choices: [Field.Choice] { FormState.choices(field, matching: "") }

  var lines: [String] {
    let required = field.required ? Phrase(", verplicht", ", required")[l] : ""
    let number = place.map { Phrase("\($0) van \(count). ", "\($0) of \(count). ")[l] } ?? ""
    let asked = number + field.label[l].capitalizedFirst
    var lines = [([asked + required, accepted].filter { !$0.isEmpty }.joined(separator: ". ")) + "."]
    lines += choices.enumerated().map { "\($0.offset + 1) \($0.element.name[l])" }
    if !now.isEmpty {
      lines.append(Phrase("Nu: ", "Now: ")[l] + now)
    }
    return lines
  }

  /// The field alone, for whoever has just heard what was wrong in it.
  var again: String { field.label[l].capitalizedFirst + "?" }

  private var accepted: String {
    let hint = field.hint[l]
    let kind: Phrase? =
      switch field.kind {
      case .text: nil
      case .longText:
        Phrase("Meer regels mogen, een lege regel of een punt sluit af", "Lines, ended by an empty line or a dot")
      case .day:
        hint.isEmpty ? Phrase("Een datum: ", "A date: ") + Field.days(past: field.past) : nil
      case .number: Phrase("Een getal", "A number")
      case .yesNo, .choice: Phrase("Een nummer of naam", "A number or name")
      case .choices: Phrase("Nummers of namen, met komma's ertussen", "Numbers or names, with commas between")
      case .municipality: Phrase("Een deel van de naam", "A part of the name")
      }
    return [kind?[l] ?? "", hint].filter { !$0.isEmpty }.joined(separator: "; ").capitalizedFirst
  }

  /// The answer as it stands in the field, or what was expected instead.
  ///
  /// - Parameter offered: what numbers stand for, where that is not the choices of the field.
  func read(_ typed: String, offered: [Field.Choice] = []) -> Result<String, Refusal> {
    let options = offered.isEmpty ? choices : offered
    switch field.kind {
    case .text, .longText, .day, .number: return .success(typed)
    case .yesNo, .choice: return one(typed, options).map { shown([$0], options) }
    case .choices:
      var found: [String] = []
      for part in typed.split(separator: ",").map(\.trimmed) where !part.isEmpty {
        switch one(part, options) {
        case .success(let code): found.append(code)
        case .failure(let refusal): return .failure(refusal)
        }
      }
      return .success(shown(found, options))
    case .municipality: return municipality(typed, options)
    }
  }

  private func one(_ typed: String, _ options: [Field.Choice]) -> Result<String, Refusal> {
    if let number = Int(typed), options.indices.contains(number - 1) { return .success(options[number - 1].code) }
    let code = FormState.code(typed, field, l)
    if options.contains(where: { $0.code == code }) { return .success(code) }
    return .failure(
      Refusal(
        Phrase(
          "\"\(typed)\" past niet; verwacht een nummer van 1 tot \(options.count) of een naam.",
          "\"\(typed)\" does not fit; expected a number from 1 to \(options.count) or a name.")))
  }

  /// By name, where that name is of one only.
  private func shown(_ codes: [String], _ options: [Field.Choice]) -> String {
    codes.map { code in
      let name = options.first { $0.code == code }?.name[l] ?? code
      return options.filter { $0.name[l] == name }.count == 1 ? name : code
    }.joined(separator: ", ")
  }

  private func municipality(_ typed: String, _ options: [Field.Choice]) -> Result<String, Refusal> {
    if let number = Int(typed), options.indices.contains(number - 1) { return .success(options[number - 1].code) }
    switch Reference.findMunicipality(typed) {
    case .exact(let found), .successor(let found, _, _): return .success(found.code)
    case .several, .none:
      let found = FormState.choices(field, matching: typed)
      if found.count == 1 { return .success(found[0].code) }
      return .failure(
        found.isEmpty
          ? Refusal(Phrase("Onbekende gemeente \"\(typed)\".", "Unknown municipality \"\(typed)\"."))
          : Refusal(Phrase("Welke bedoelt u?", "Which do you mean?")))
    }
  }
}
