import Journey
import Terminal

// The keys that move on the screen move here too, and say where one is: a slip begins nothing.
extension PlainProgram {
  /// The key that a line of one letter moves with; nil where that letter is the key of something that can be asked for.
  func moving(_ line: String, among commands: [PlainCommand]) -> Key? {
    guard line.count == 1, let letter = line.first, "jkgG".contains(letter),
      !commands.contains(where: { $0.keys.contains(line) })
    else { return nil }
    return .character(letter)
  }

  mutating func move(_ key: Key) {
    shell.handle(.key(key))
    shell.handle(.wake)
    say(whereOneIs)
  }

  /// The row, the line of the story or the person the cursor is at.
  private var whereOneIs: String {
    let nothing = Phrase("Er is hier niets om langs te gaan.", "There is nothing to move along here.")[l]
    if let state = model.lessons {
      guard let item = state.current else { return nothing }
      return LessonsView(model: model, state: state).line(item)
    }
    if let opened = model.opened {
      if opened.pane == .household, opened.dossier.persons.indices.contains(opened.person) {
        return opened.dossier.persons[opened.person].fullName + "."
      }
      return opened.current.map { sentence($0, in: opened) } ?? nothing
    }
    if model.isOnNetwork, model.network.showsConnections {
      guard let one = model.network.connection else { return nothing }
      let breaks = one.breaks(model.rules, today: model.today)
      let words = ConnectionView.words(breaks, ConnectionView.summaries(model), l)
      return "\(municipalityName(one.municipality)): \(words)."
    }
    if model.isOnNetwork {
      return model.network.current.map { PersonWords(row: $0, model: model).head + "." } ?? nothing
    }
    return model.list.current.map { LineWords(line: $0, model: model).sentences.joined(separator: " ") } ?? nothing
  }
}
