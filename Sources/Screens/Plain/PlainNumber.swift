import Journey

// Numbers: what was said last can be pointed at.
extension PlainProgram {
  /// A number on its own opens what it stands for.
  mutating func open(_ number: Int) {
    guard (1...max(1, numbered.count)).contains(number), numbered.count > 0 else { return say(outOfRange(number)) }
    switch numbered {
    case .rows(let rows):
      shell.change(model.listName) { $0.cursor = rows[number - 1] }
      run(.open)
    case .storyLines(let lines):
      point(at: lines[number - 1])
      run(.details)
    case .persons(let persons):
      point(at: persons[number - 1])
      run(.details)
    case .places(let places) where model.isOnNetwork:
      shell.pointAtNetwork(places.lowerBound + number - 1)
      run(.open)
    case .places(let places):
      shell.pointAtTask(places.lowerBound + number - 1)
    case .groups(let groups): tell { $0.enter(groups[number - 1]) }
    case .parties:
      shell.model.pipeline.row = number - 1
      run(.open)
    case .nothing: break
    }
  }

  private func outOfRange(_ number: Int) -> Phrase {
    numbered.count == 0
      ? Phrase("Er is niets met een nummer.", "Nothing has a number here.")
      : Phrase(
        "\(number) is er niet; verwacht een nummer van 1 tot \(numbered.count).",
        "There is no \(number); expected a number from 1 to \(numbered.count).")
  }

  private func point(at key: RiverLine.Key) {
    shell.model.opened?.pane = .story
    shell.model.opened?.cursor = key
  }

  private func point(at person: PersonID) {
    let index = model.opened?.dossier.persons.firstIndex { $0.id == person } ?? 0
    shell.model.opened?.pane = .household
    shell.model.opened?.person = index
  }

  /// Puts the cursor on what the number stands for; without one it is asked for.
  /// - Parameter name: of what is going to be done with it.
  /// - Returns: false when nothing was chosen.
  mutating func point(_ argument: PlainArgument, _ text: String, for name: Phrase) -> Bool {
    prepare(argument)
    guard numbered.count > 0 else {
      say(Phrase("Er is hier niets om te kiezen.", "There is nothing to choose here."))
      return false
    }
    var typed = numbered.count == 1 && text.isEmpty ? "1" : text
    while true {
      if let number = Int(typed), (1...numbered.count).contains(number) {
        switch numbered {
        case .rows(let rows): shell.change(model.listName) { $0.cursor = rows[number - 1] }
        case .storyLines(let lines): point(at: lines[number - 1])
        case .persons(let persons): point(at: persons[number - 1])
        case .places(let places):
          if model.isOnNetwork {
            shell.pointAtNetwork(places.lowerBound + number - 1)
          } else {
            shell.pointAtTask(places.lowerBound + number - 1)
          }
        case .groups, .parties, .nothing: break
        }
        return true
      }
      let name = Phrase(name.nl.capitalizedFirst, name.en.capitalizedFirst)
      guard
        let line = answer(
          name
            + Phrase(
              ": welke? Een nummer van 1 tot \(numbered.count); leeg laat het zo.",
              ": which? A number from 1 to \(numbered.count); empty leaves it.")), line != "q"
      else { return false }
      typed = line
    }
  }

  /// Says first what is to be chosen from, where something else was said last.
  private mutating func prepare(_ argument: PlainArgument) {
    switch (argument, numbered) {
    case (.row, .rows), (.row, .places), (.storyLine, .storyLines), (.person, .persons): break
    case (.storyLine, _): sayStory()
    case (.person, _): sayPersons()
    default: sayPlace()
    }
  }
}
