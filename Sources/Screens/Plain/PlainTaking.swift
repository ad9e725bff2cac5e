import Journey
import Terminal

// What a line asks for: it is done, and what became of it is told.
extension PlainProgram {
  mutating func take(_ line: String) {
    if line.isEmpty { return sayPlace() }
    if let number = Int(line) { return open(number) }
    if DossierID(line) != nil { return run(.goTo(line)) }
    let commands = PlainCommand.all(model, isDeep: isDeep)
    if let key = moving(line, among: commands) { return move(key) }
    switch PlainLine(line, among: commands, l) {
    case .command(let command, let rest): run(command, rest)
    case .several(let found):
      let names = found.map { $0.name[l] }.joined(separator: ", ")
      say(Phrase("\"\(line)\" kan meer zijn: \(names).", "\"\(line)\" may be more than one: \(names)."))
    case .unknown:
      say(Phrase("\"\(line)\" is hier onbekend. ", "\"\(line)\" is not known here. "), expected)
    }
  }

  private var expected: Phrase {
    let number = numbered.numbers.map { Phrase("een nummer ", "a number ") + $0 + Phrase(same: ", ") }
    return Phrase("Verwacht: ", "Expected: ") + (number ?? Phrase(same: ""))
      + Phrase(
        "een handeling bij naam of toets, of ? voor wat hier kan.",
        "an action by name or key, or ? for what can be done here.")
  }

  private mutating func run(_ command: PlainCommand, _ rest: String) {
    switch command.deed {
    case .nextPage: turnPage(1)
    case .previousPage: turnPage(-1)
    case .pageSize: setPageSize(rest)
    case .read(let pane):
      storyTop = 0
      shell.model.opened?.pane = pane
      shell.model.opened?.showsPlan = false
      sayPane()
    case .goTo: goTo(rest)
    case .verb(let verb):
      if let refusal = command.refusal {
        return say(Phrase("Kan nu niet. ", "Not possible now. "), Phrase(same: refusal.text(l)))
      }
      run(verb, command, rest)
    }
  }

  private mutating func run(_ verb: Verb, _ command: PlainCommand, _ rest: String) {
    switch command.argument {
    case .nothing: run(verb)
    case .row where goesForMarked(verb):
      guard rest.isEmpty else {
        let marked = model.isOnNetwork ? Phrase("mensen", "People") : Phrase("dossiers", "Dossiers")
        return say(
          Phrase(
            "Er zijn \(marked.nl) gemarkeerd: dit geldt voor die. ", "\(marked.en) are marked: this goes for those. ")
            + Phrase("Markeringen weg, of zonder nummer.", "Remove marks, or leave out the number."))
      }
      run(verb)
    case .row, .storyLine, .person:
      guard point(command.argument, rest, for: command.name) else { return }
      if verb == .mark, model.isOnNetwork { return markPerson() }
      let name = model.list.current?.name ?? ""
      run(verb)
      if verb == .mark { say("\(name). \(Words.marked(model.marks.count)[l].capitalizedFirst).") }
    case .rowOrNone:
      guard rest.isEmpty || point(.row, rest, for: command.name) else { return }
      run(verb)
    case .filter: if model.lessons == nil { filter(rest) } else { searchLessons(rest) }
    case .order: if rest.isEmpty { run(verb) } else if model.isOnNetwork { sortNetwork(rest) } else { sort(rest) }
    case .pageSize: setPageSize(rest)
    case .help: help(rest)
    case .household: if rest.isEmpty { help("") } else { goTo(rest) }
    case .choice: run(verb, choosing: rest)
    }
  }

  /// With marks an act is about all marked ones, not about a row.
  private func goesForMarked(_ verb: Verb) -> Bool {
    switch verb {
    case .act: model.opened == nil && !model.marks.isEmpty
    case .network(.contact): !model.network.marks.isEmpty
    case .network(.act(let act)): act.isOfMany && !model.network.marks.isEmpty
    default: false
    }
  }

  /// Does what the table of actions says, and tells what became of it.
  mutating func run(_ verb: Verb, choosing text: String = "") {
    tell(choosing: text) { $0.run(verb) }
  }

  mutating func tell(choosing text: String = "", _ work: (Shell) -> Void) {
    let (before, start) = (PlainPlace(model), model.tour.map { _ in model })
    work(shell)
    // Without a screen a name of one leads to its list.
    shell.model.left = [:]
    shell.handle(.wake)
    shell.follow(since: start)
    if model.form != nil { fillForm() }
    switch model.overlay {
    case .palette(let palette):
      shell.model.overlay = nil
      sayStatus()
      return choose(from: palette, text)
    case .text(let text), .minutes(let text): say(text)
    case .sheet(let page): for line in page.lines where !line.isEmpty { say(line) }
    case .help: help("")
    case .question(let text, let verb):
      say(text)
      let isWanted = hearYes()
      shell.handle(.key(!isWanted ? .escape : verb.isFinal ? .character("j") : .enter))
    case .many, .chooser, .conflict, .leaveForm, nil: break
    }
    shell.model.overlay = nil
    guard shell.wantsExit == nil, !hasEnded else { return sayStatus() }
    sayStatus()
    tellMove(from: before)
  }

  func say(_ text: TextState) {
    say(text.title + ".")
    for line in text.lines where !line.label.isEmpty || !line.text.isEmpty {
      say([line.label, line.text].filter { !$0.isEmpty }.joined(separator: ": "))
    }
  }

  /// Another screen is read out; of the same one what changed.
  private mutating func tellMove(from before: PlainPlace) {
    let now = PlainPlace(model)
    if now.lessons != before.lessons {
      lessonsTop = 0
      sayPlace()
    } else if now.tab == .quota, now.dossier == nil, before.tab == .quota, before.dossier == nil {
      if now.task != before.task {
        taskTop = 0
        sayTask()
      } else if now.taskPane != before.taskPane || now.asNumbers != before.asNumbers {
        sayTaskPane()
      }
    } else if now.tab == .network, now.dossier == nil, before.tab == .network, before.dossier == nil {
      guard now.network != before.network else { return }
      networkTop = 0
      sayNetworkScreen()
    } else if now.dossier != before.dossier || now.ask != before.ask || now.tab != before.tab
      || now.board != before.board
    {
      if now.dossier == nil, now.ask != before.ask || now.tab != before.tab { pageTop = nil }
      storyTop = 0
      sayPlace()
    } else if now.pane != before.pane || now.showsPlan != before.showsPlan || now.person != before.person {
      storyTop = 0
      sayPane()
    } else if now.shown != before.shown {
      sayPersons()
    } else if now.version != before.version {
      sayTurn()
    }
  }
}
