import Journey

// What can be chosen in a field, and how a choice is written.
extension FormState {
  static func choices(_ field: Field, matching text: String) -> [Field.Choice] {
    switch field.kind {
    case .municipality:
      let typed = Folding.key(text)
      guard !typed.isEmpty else { return [] }
      let all = Reference.municipalities.filter { Folding.key($0.dailyName).contains(typed) }
      let first = all.filter { Folding.key($0.dailyName).hasPrefix(typed) }
      let rest = all.filter { !Folding.key($0.dailyName).hasPrefix(typed) }
      return (first + rest).prefix(40).map { Field.Choice($0.code, Phrase(same: $0.dailyName)) }
    case .yesNo:
      return filter([Field.Choice("yes", Phrase("ja", "yes")), Field.Choice("no", Phrase("nee", "no"))], text)
    case .choice(let choices): return filter(choices, text)
    case .choices(let choices): return filter(choices, lastPart(text))
    case .text, .longText, .day, .number: return []
    }
  }

  private static func filter(_ choices: [Field.Choice], _ text: String) -> [Field.Choice] {
    let typed = Folding.key(text)
    if typed.isEmpty { return choices }
    // A finished choice still shows the others, to change one's mind.
    if choices.contains(where: { isNamed($0, text) }) { return choices }
    let found = choices.filter {
      Folding.key($0.name.nl).contains(typed) || Folding.key($0.name.en).contains(typed) || $0.code.contains(typed)
        || $0.also.contains { $0.hasPrefix(typed) }
    }
    let first = found.filter { Folding.key($0.name.nl).hasPrefix(typed) || Folding.key($0.name.en).hasPrefix(typed) }
    return first + found.filter { !first.contains($0) }
  }

  /// Whether the text is this choice in full, in either language and whatever its capitals, or its code.
  private static func isNamed(_ choice: Field.Choice, _ text: String) -> Bool {
    let typed = Folding.key(text)
    return choice.code == text || Folding.key(choice.name.nl) == typed || Folding.key(choice.name.en) == typed
  }

  /// Points at the choice that stands in the field in full, else at the first there is.
  mutating func pointAtNamed() {
    guard let field else { return }
    let text = (lines[field.name]?.text ?? "").trimmed
    let named = ticks ? Self.lastPart(text) : text
    choice = named.isEmpty ? 0 : suggestions().firstIndex { Self.isNamed($0, named) } ?? 0
  }

  private static func lastPart(_ text: String) -> String {
    text.split(separator: ",", omittingEmptySubsequences: false).last.map { $0.trimmed } ?? ""
  }

  func suggestions() -> [Field.Choice] {
    if let days, case let people = people(language), !people.isEmpty {
      return people.map { Field.Choice($0.code, called($0, days)) }
    }
    guard let field else { return [] }
    let text = lines[field.name]?.text ?? ""
    let (found, others) = (FormState.choices(field, matching: text), newcomerChoices(text, in: field))
    // Who is called so comes before those whose name only begins so.
    return found.isEmpty ? others : others.called(text) + found
  }

  /// A choice as it is shown: with the other word it is found by, where what is typed is no part of its name.
  func shown(_ choice: Field.Choice) -> String {
    let name = choice.name[language]
    let text = field.flatMap { lines[$0.name]?.text } ?? ""
    let typed = Folding.key(ticks ? Self.lastPart(text) : text)
    if typed.isEmpty || Folding.key(name).contains(typed) { return name }
    let words = [choice.name[language == .nl ? .en : .nl]].filter { Folding.key($0).contains(typed) }
    let word = (words + choice.also.filter { $0.hasPrefix(typed) }).first
    return word.map { "\(name) (\($0))" } ?? name
  }

  /// Enter takes the choice over when there is one to take: something typed, or pointed at.
  var completes: Bool {
    guard let field else { return false }
    let text = lines[field.name]?.text ?? ""
    if ["name", "deputy"].contains(field.name), field.kind == .text {
      // A name of one's own is typed as freely as before; what begins one that is known, or finds one alone, is that one.
      let (typed, found) = (Folding.key(text), people(language))
      return isPointing
        || !typed.isEmpty
          && (found.count == 1 || found.first.map { Folding.key($0.contact.name).hasPrefix(typed) } == true)
    }
    if case .municipality = field.kind { return !text.isEmpty }
    if case .choices(let all) = field.kind {
      let last = Self.lastPart(text)
      return isPointing
        || (text.isEmpty ? field.required : !last.isEmpty && !all.contains { $0.name[language] == last })
    }
    return isPointing || (field.required || !text.isEmpty) && !isChosen(field, text)
  }

  private func isChosen(_ field: Field, _ text: String) -> Bool {
    !text.isEmpty && FormState.choices(field, matching: text).contains { $0.name[language] == text }
  }

  /// One of the choices is marked: what stands in the field, what Enter takes or the space bar ticks.
  var isMarked: Bool { ticks || completes || !isName && field.map { lines[$0.name]?.isEmpty == false } == true }

  /// Where nothing is marked yet the first step marks the first.
  mutating func point(_ steps: Int, of count: Int) {
    choice = isMarked ? min(max(0, choice + steps), count - 1) : 0
    isPointing = true
  }

  /// Several can be chosen here: the space bar ticks them.
  var ticks: Bool { if case .choices? = field?.kind { true } else { false } }

  /// Whether this one of several is in the field.
  func isTicked(_ choice: Field.Choice) -> Bool {
    guard let field, ticks else { return false }
    return Self.code(lines[field.name]?.text ?? "", field, language).split(separator: ",").contains {
      $0 == choice.code
    }
  }

  /// Whether a blank behind this goes on with the name of a choice.
  func goesOn(_ text: String, in field: Field) -> Bool {
    let begun = text.lowercased() + " "
    return Self.choices(field, matching: "").contains { $0.name[language].lowercased().hasPrefix(begun) }
  }

  /// Puts one of several in, or takes it out; what was typed in full is in by that alone.
  /// - Returns: false where a name is being typed: then a space is one.
  mutating func tick(_ choice: Field.Choice) -> Bool {
    guard let field, ticks, case .choices(let all) = field.kind else { return false }
    let text = lines[field.name]?.text ?? ""
    let last = Self.lastPart(text)
    guard last.isEmpty || all.contains(where: { $0.name[language] == last }) else { return false }
    // Behind a comma there is nothing yet to tick.
    if isTyped, !isPointing, !text.isEmpty { return last.isEmpty || !goesOn(last, in: field) }
    var codes = Self.code(text, field, language).split(separator: ",").map(String.init)
    if let at = codes.firstIndex(of: choice.code) { codes.remove(at: at) } else { codes.append(choice.code) }
    let names = codes.map { code in all.first { $0.code == code }?.name[language] ?? code }
    lines[field.name] = TextLine(names.joined(separator: ", "))
    // What was ticked is taken: Enter goes on.
    (isPointing, isTyped) = (false, false)
    return true
  }

  /// Fills the choice in; of several, as the last of them.
  mutating func accept(_ choice: Field.Choice, _ language: Language) {
    guard let field else { return }
    // What was wrong with what stood there is no more.
    errors[field.name] = nil
    if let one = people(language).first(where: { $0.code == choice.code }) { return accept(one) }
    let name = choice.name[language]
    if ticks, isTicked(choice) || tick(choice) { return }
    if case .choices = field.kind {
      let before = (lines[field.name]?.text ?? "").split(separator: ",", omittingEmptySubsequences: false).dropLast()
      lines[field.name] = TextLine((before.map { $0.trimmed } + [name]).joined(separator: ", "))
    } else {
      lines[field.name] = TextLine(name)
    }
  }

  /// What the arrows point at is what is meant, as with Enter. Of several the ticked ones are.
  /// - Returns: whether there was one.
  mutating func takePointed(_ suggestions: [Field.Choice]) -> Bool {
    guard isPointing, !ticks, suggestions.indices.contains(choice) else { return false }
    accept(suggestions[choice], language)
    isPointing = false
    followParty(language)
    return true
  }

  /// A typed choice as its code: by code, by name, by a beginning that only one has and that begins no word of another; of
  /// one alone also by a part of the name that is in no other.
  static func code(_ text: String, _ field: Field, _ language: Language) -> String {
    switch field.kind {
    case .choices(let choices):
      return text.split(separator: ",").map { one($0.trimmed, choices) }.filter { !$0.isEmpty }.joined(separator: ",")
    case .choice(let choices):
      let code = one(text, choices)
      guard !choices.contains(where: { $0.code == code }) else { return code }
      guard field.name == "turn" else {
        let found = filter(choices, text)
        return text.count > 2 && found.count == 1 ? found[0].code : code
      }
      // A name needs no place before it where only one has it.
      let named = choices.naming(text)
      return named.count == 1 ? named[0].code : code
    case .yesNo: return one(text, [Field.Choice("yes", Phrase("ja", "yes")), Field.Choice("no", Phrase("nee", "no"))])
    case .text, .longText, .day, .number, .municipality: return text
    }
  }

  private static func one(_ text: String, _ choices: [Field.Choice]) -> String {
    if let exact = choices.first(where: { isNamed($0, text) }) { return exact.code }
    let typed = Folding.key(text)
    let near = choices.filter { Folding.key($0.name.nl).hasPrefix(typed) || Folding.key($0.name.en).hasPrefix(typed) }
    if let only = choices.begun(by: text) { return only.code }
    let also = near.isEmpty ? choices.filter { $0.also.contains(typed) } : []
    return also.count == 1 ? also[0].code : text
  }

  /// What a text in a field is taken for: of a choice its whole name.
  static func taken(_ text: String, _ field: Field, _ language: Language) -> String {
    switch field.kind {
    case .choice, .choices, .yesNo: shown(code(text, field, language), field, language)
    case .text, .longText, .day, .number, .municipality: text
    }
  }

  /// A part of a name that was typed becomes what it is taken for.
  mutating func followChoice() {
    guard let field, let text = lines[field.name]?.text.trimmed, !text.isEmpty else { return }
    let whole = Self.taken(text, field, language)
    if whole != text { lines[field.name] = TextLine(whole) }
  }

  /// A value as it stands in its field: the name of a choice, not its code.
  static func shown(_ value: String, _ field: Field, _ language: Language) -> String {
    switch field.kind {
    case .choice(let choices): return choices.first { $0.code == value }?.name[language] ?? value
    case .choices(let choices):
      return value.split(separator: ",").map { code in
        choices.first { $0.code == code.trimmed }?.name[language] ?? code.trimmed
      }.joined(separator: ", ")
    case .municipality: return value.isEmpty ? "" : municipalityName(value)
    case .yesNo:
      return value == "yes" ? Phrase("ja", "yes")[language] : value == "no" ? Phrase("nee", "no")[language] : value
    case .text, .longText, .day, .number: return value
    }
  }
}
