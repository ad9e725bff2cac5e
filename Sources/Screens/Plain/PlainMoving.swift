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
    // Where nothing can be said nothing is moved unseen.
    if whereOneIs != nil {
      shell.handle(.key(key))
      shell.handle(.wake)
    }
    say(whereOneIs ?? Phrase("Er is hier niets om langs te gaan.", "There is nothing to move along here.")[l])
  }

  /// The row, the group, the line of the story or the person the cursor is at; nil: there is none.
  private var whereOneIs: String? {
    if let state = model.lessons { return state.current.map { LessonsView(model: model, state: state).line($0) } }
    if let opened = model.opened {
      if opened.pane == .household, opened.dossier.persons.indices.contains(opened.person) {
        return opened.dossier.persons[opened.person].fullName + "."
      }
      return opened.current.map { sentence($0, in: opened) }
    }
    if model.isOnTask { return taskRow }
    if model.tab == .pipeline, model.pipeline.showsGroups {
      let (groups, at) = (model.pipeline.groups(model.pipeline.stage), model.pipeline.groupIndex)
      return groups.indices.contains(at) ? BoardView.words(groups[at], model) + "." : nil
    }
    if model.isOnNetwork, model.network.showsConnections {
      guard let one = model.network.connection else { return nil }
      let breaks = one.breaks(model.rules, today: model.today)
      let words = ConnectionView.words(breaks, model.network.breaks, l)
      return "\(municipalityName(one.municipality)): \(words)."
    }
    if model.isOnNetwork {
      return model.network.current.map { PersonWords(row: $0, model: model).head + "." }
    }
    return model.list.current.map { words($0) }
  }

  /// `Utrecht. Doel 276, saldo -41.`: the figures of the row. Beside the table the keys move something else.
  private var taskRow: String? {
    guard model.task.whatIf == nil, model.task.pane == .table, let page = model.task.page, let row = model.taskRow
    else { return nil }
    let figures = TaskColumn.all(in: page).filter { $0.figure != nil }
    let words = figures.map { "\($0.title(page.ask)[l].lowercased()) \($0.text(row, l))" }.joined(separator: ", ")
    return "\(row.name[l]). \(words.capitalizedFirst)."
  }
}
