import Casebook
import Journey

// Numbers: what was said last can be pointed at.
extension PlainProgram {
  /// A number on its own opens what it stands for.
  mutating func open(_ number: Int) {
    guard numbered.has(number) else { return say(outOfRange("\(number)")) }
    switch numbered {
    case .rows(let rows):
      guard let id = rows[number] else { break }
      shell.change(model.listName) { if $0.ids.contains(id) { $0.cursor = id } }
      run(.openDossier(id))
    case .storyLines(let lines):
      lines[number].map(point(at:))
      run(.details)
    case .persons(let persons):
      point(at: persons[number - 1])
      run(.details)
    case .people(let people):
      if let contact = people[number], point(at: contact) { run(.open) }
    case .places where model.isOnNetwork:
      shell.pointAtNetwork(number - 1)
      sayConnection()
    case .places: openOnTask(number - 1)
    case .lessons: sayLesson(number - 1)
    case .groups(let groups): tell { $0.enter(groups[number - 1]) }
    case .parts:
      (shell.model.pipeline.row, shell.model.pipeline.showsNumbers) = (number - 1, false)
      run(.open)
    case .nothing: break
    }
  }

  private func outOfRange(_ typed: String) -> Phrase {
    guard let numbers = numbered.numbers else {
      return Phrase("Er is niets met een nummer.", "Nothing has a number here.")
    }
    return Phrase("\(typed) is er niet; verwacht een nummer ", "There is no \(typed); expected a number ") + numbers
      + Phrase(same: ".")
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

  /// - Returns: false where the list has them no more.
  private func point(at contact: Contact) -> Bool {
    guard let index = model.network.rows.firstIndex(where: { $0.contact == contact }) else {
      let name = model.rules.who(contact, user: "", l)
      say(Phrase("\(name) staat niet meer in deze lijst.", "\(name) is no longer in this list."))
      return false
    }
    shell.pointAtNetwork(index)
    return true
  }

  /// Puts the cursor on what the number stands for; without one it is asked for.
  /// - Parameter name: of what is going to be done with it.
  /// - Returns: false when nothing was chosen.
  mutating func point(_ argument: PlainArgument, _ text: String, for name: Phrase) -> Bool {
    prepare(argument)
    guard let range = numbered.range, let numbers = numbered.numbers else {
      say(Phrase("Er is hier niets om te kiezen.", "There is nothing to choose here."))
      return false
    }
    var typed = range.count == 1 && text.isEmpty ? "\(range.lowerBound)" : text
    while true {
      if let number = Int(typed), numbered.has(number) {
        switch numbered {
        case .rows(let rows): shell.change(model.listName) { $0.cursor = rows[number] }
        case .storyLines(let lines): lines[number].map(point(at:))
        case .persons(let persons): point(at: persons[number - 1])
        case .people(let people): return people[number].map { point(at: $0) } ?? false
        case .places where model.isOnNetwork: shell.pointAtNetwork(number - 1)
        case .places: shell.pointAtTask(number - 1)
        case .lessons: shell.model.lessons?.index = number - 1
        case .groups, .parts, .nothing: break
        }
        return true
      }
      if !typed.isEmpty { say(outOfRange(typed)) }
      let name = Phrase(name.nl.capitalizedFirst, name.en.capitalizedFirst)
      guard
        let line = answer(
          name
            + Phrase(": welke? Een nummer ", ": which? A number ") + numbers
            + Phrase("; leeg laat het zo.", "; empty leaves it.")), line != "q"
      else { return false }
      typed = line
    }
  }

  /// Says first what is to be chosen from, where something else was said last.
  private mutating func prepare(_ argument: PlainArgument) {
    switch (argument, numbered) {
    case (.row, .rows), (.row, .people), (.row, .places), (.row, .lessons), (.storyLine, .storyLines),
      (.person, .persons):
      break
    case (.storyLine, _): sayStory()
    case (.person, _): sayPersons()
    default: sayPlace()
    }
  }
}
