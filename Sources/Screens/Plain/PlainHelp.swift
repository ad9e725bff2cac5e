import Journey

// What can be done here, in words, and choices by name.
extension PlainProgram {
  /// - Parameter text: only what has this in its name or explanation, or has it as key.
  func help(_ text: String) {
    let typed = Folding.key(text)
    let codes = Synonyms.codes(of: typed)
    func isOther(_ command: PlainCommand) -> Bool {
      if case .verb(let verb) = command.deed, let code = verb.code { codes.contains(code) } else { false }
    }
    let commands = PlainCommand.all(model, isDeep: isDeep).filter { command in
      typed.isEmpty
        ? command.isTold
        : command.keys.contains(text) || isOther(command)
          || [command.name[l], command.help[l]].contains { Folding.key($0).contains(typed) }
    }
    let away = elsewhere(typed, codes)
    if !commands.isEmpty || !away.isEmpty, !typed.isEmpty {
      // What can be done on another screen comes after what can be done here.
      defer { for one in away { say("\(one.name[l]): " + (one.refusal?.text(l) ?? "")) } }
      return tell(commands)
    }
    if commands.isEmpty {
      return say(Phrase("Niets hier heet \"\(text)\".", "Nothing here is called \"\(text)\"."))
    }
    tell(commands)
    say(
      Phrase(
        "Een nummer opent wat dat nummer heeft; een lege regel leest alles opnieuw voor.",
        "A number opens what has that number; an empty line reads everything again."))
  }

  private func tell(_ commands: [PlainCommand]) {
    var groups: [Phrase] = []
    for command in commands where !groups.contains(command.group) { groups.append(command.group) }
    for group in groups {
      say(group, Phrase(same: ":"))
      for command in commands where command.group == group { say(sentence(command)) }
    }
  }

  /// What is called so, or has it as another word, on another screen.
  private func elsewhere(_ typed: String, _ codes: Set<String>) -> [Binding] {
    guard typed.count >= 3 else { return [] }
    let here = model.bindings
    return model.elsewhere(than: here).filter { one in
      one.verb.code.map(codes.contains) == true
        || [one.name.nl, one.name.en].contains { Folding.key($0).contains(typed) }
    }
  }

  private func sentence(_ command: PlainCommand) -> String {
    let keys = command.keys.isEmpty ? "" : " (\(command.keys.joined(separator: ", ")))"
    let refused = command.refusal.map { Phrase("kan nu niet. ", "not possible now. ")[l] + $0.text(l) }
    let isAboutNumber = [.row, .storyLine, .person].contains(command.argument)
    let number = isAboutNumber ? Phrase(" met een nummer", " with a number")[l] : ""
    return "\(command.name[l])\(keys)\(number): \(refused ?? command.help[l])"
  }

  /// All at once when they are no more than this; else by a part of the name.
  private static let mostChoices = 60

  /// Choices with a name, until one is chosen or the person leaves it.
  mutating func choose(from choices: PaletteState, _ text: String) {
    var palette = choices
    var typed = text
    while true {
      palette.line = .init(typed)
      let found = palette.found(l).filter { if case .goTo = $0.verb { false } else { true } }
      let exact = found.filter { [$0.name.nl, $0.name.en].map(Folding.key).contains(Folding.key(typed)) }
      if !typed.isEmpty, let one = exact.first ?? (found.count == 1 ? found[0] : nil) { return run(one) }
      let listed = found.count > Self.mostChoices && typed.isEmpty ? [] : Array(found.prefix(Self.mostChoices))
      for (index, choice) in listed.enumerated() { say("\(index + 1) " + sentence(choice)) }
      if found.isEmpty { say(Phrase("Niets met die naam.", "Nothing by that name.")) }
      say(
        listed.isEmpty
          ? Phrase("Typ een deel van de naam; leeg laat het zo.", "Type a part of the name; empty leaves it.")
          : Phrase(
            "Een nummer of een deel van de naam; leeg laat het zo.", "A number or part of the name; empty leaves it."))
      guard let line = hear(), !line.isEmpty, line != "q" else { return }
      if let number = Int(line) {
        if listed.indices.contains(number - 1) { return run(listed[number - 1]) }
        if !listed.isEmpty {
          sayWrong(
            line,
            Phrase(
              "een nummer van 1 tot \(listed.count) of een deel van de naam",
              "a number from 1 to \(listed.count) or part of the name"))
          continue
        }
      }
      typed = line
    }
  }

  private func sentence(_ choice: Binding) -> String {
    let refused = choice.refusal.map { Phrase("kan nu niet. ", "not possible now. ")[l] + $0.text(l) }
    let help = refused ?? choice.help[l]
    return help.isEmpty ? choice.name[l] : "\(choice.name[l]): \(help)"
  }

  private mutating func run(_ choice: Binding) {
    if choice.refusal == nil, choice.verb.argument(isOnList: model.opened == nil) == .storyLine {
      if point(.storyLine, "", for: choice.name) { run(choice.verb) }
      return
    }
    tell { $0.run(choice) }
  }
}
