import Casebook
import Journey
import Terminal

/// Thuis as prompts and lines: for screen readers, braille lines, slow lines and pipes. It works the same shell as the
/// screen does and says what a screen would show; text only ever grows downward.
public struct PlainProgram {
  let shell: Shell
  let console: Console
  /// Rows of a page.
  var pageSize = 10
  /// The household at the top of the page of the list.
  var pageTop: DossierID?
  /// The line at the top of the page of the story.
  var storyTop = 0
  /// The place of the row at the top of the page of the task.
  var taskTop = 0
  /// What numbers stand for: what was said last.
  var numbered = Numbered.nothing
  /// There will be no more lines.
  var hasEnded = false

  enum Numbered {
    case nothing
    case rows([DossierID])
    case storyLines([RiverLine.Key])
    case persons([PersonID])
    /// Rows by their place.
    case places(Range<Int>)
    case groups([HouseholdGroup])
    /// So many parts of a chart.
    case parties(Int)

    var count: Int {
      switch self {
      case .nothing: 0
      case .rows(let rows): rows.count
      case .storyLines(let lines): lines.count
      case .persons(let persons): persons.count
      case .places(let places): places.count
      case .groups(let groups): groups.count
      case .parties(let count): count
      }
    }
  }

  /// Runs until the person stops or there are no more lines.
  /// - Parameter resumes: begins where this person was and keeps the place at the end; else at today's list.
  /// - Returns: the exit status.
  public static func run(_ setting: Setting, on console: Console, resumes: Bool) -> Int32 {
    let model = Model(setting)
    let shell = Shell(model, source: CasebookSource(setting), worker: nil, clock: setting.today)
    var program = PlainProgram(shell, console)
    let status = program.run(resumes: resumes)
    if resumes { shell.keepPlace() }
    return status
  }

  init(_ shell: Shell, _ console: Console) { (self.shell, self.console) = (shell, console) }

  mutating func run(resumes: Bool) -> Int32 {
    shell.start(resumes: resumes)
    if !resumes { shell.resumeLastAct() }
    say(
      Phrase(same: "Thuis, \(DayText.long(model.today, l)). ")
        + Phrase("? zegt wat hier kan, q stopt.", "? says what can be done here, q quits."))
    sayStatus()
    sayPlace()
    while shell.wantsExit == nil, !hasEnded {
      say(model.opened.map { Phrase(same: "\($0.id). ") } ?? model.tab.name + Phrase(same: ". "), Self.whatNow)
      guard let line = hear() else { break }
      shell.handle(.wake)
      lookForNews()
      take(line)
    }
    return shell.wantsExit ?? 0
  }

  var model: Model { shell.model }
  var l: Language { shell.model.language }

  private static let whatNow = Phrase("Wat nu?", "What now?")

  // MARK: - Saying and hearing

  func say(_ text: String) { console.write(SpokenText.of(text, l)) }
  func say(_ phrases: Phrase...) { say(phrases.map { $0[l] }.joined()) }

  /// The next line, without blanks around it and without what is no letter of a text.
  mutating func hear() -> String? {
    guard let line = console.read() else {
      hasEnded = true
      return nil
    }
    let letters = line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    return String(String.UnicodeScalarView(letters)).trimmed
  }

  /// The answer to a question; nil for an empty one, which leaves things as they are.
  mutating func answer(_ question: Phrase) -> String? {
    say(question)
    return hear().flatMap { $0.isEmpty ? nil : $0 }
  }

  mutating func sayStatus() {
    guard let status = model.status else { return }
    let end = status.text.last.map { ".!?".contains($0) } == true ? "" : "."
    say((status.kind == .bad ? Phrase("Let op: ", "Note: ")[l] : "") + status.text + end)
    shell.model.status = nil
  }

  // MARK: - What a line asks for

  private mutating func take(_ line: String) {
    if line.isEmpty { return sayPlace() }
    if let number = Int(line) { return open(number) }
    if DossierID(line) != nil { return run(.goTo(line)) }
    let commands = PlainCommand.all(model, isDeep: model.opened != nil && storyTop > 0)
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
    let numbers =
      numbered.count == 0
      ? Phrase("Verwacht: ", "Expected: ")
      : Phrase("Verwacht: een nummer van 1 tot \(numbered.count), ", "Expected: a number from 1 to \(numbered.count), ")
    return numbers
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
        return say(
          Phrase(
            "Er zijn dossiers gemarkeerd: dit geldt voor die. Markeringen weg, of zonder nummer.",
            "Dossiers are marked: this goes for those. Remove marks, or leave out the number."))
      }
      run(verb)
    case .row, .storyLine, .person:
      guard point(command.argument, rest, for: command.name) else { return }
      let name = model.list.current?.name ?? ""
      run(verb)
      if verb == .mark { say("\(name). \(Words.marked(model.marks.count)[l].capitalizedFirst).") }
    case .filter: filter(rest)
    case .order: if rest.isEmpty { run(verb) } else { sort(rest) }
    case .pageSize: setPageSize(rest)
    case .help: help(rest)
    case .household: if rest.isEmpty { help("") } else { goTo(rest) }
    case .choice: run(verb, choosing: rest)
    }
  }

  /// With marks an act is about all marked ones, not about a row.
  private func goesForMarked(_ verb: Verb) -> Bool {
    guard case .act = verb, model.opened == nil else { return false }
    return !model.marks.isEmpty
  }

  /// Does what the table of actions says, and tells what became of it.
  mutating func run(_ verb: Verb, choosing text: String = "") {
    tell(choosing: text) { $0.run(verb) }
  }

  mutating func tell(choosing text: String = "", _ work: (Shell) -> Void) {
    let before = PlainPlace(model)
    work(shell)
    shell.handle(.wake)
    if model.form != nil { fillForm() }
    switch model.overlay {
    case .palette(let palette):
      shell.model.overlay = nil
      sayStatus()
      return choose(from: palette, text)
    case .text(let text), .minutes(let text): say(text)
    case .help: help("")
    case .question(let text, _):
      say(text)
      let isWanted = ["j", "ja", "y", "yes"].contains(hear()?.lowercased())
      shell.handle(.key(isWanted ? .enter : .escape))
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
    if now.tab == .quota, now.dossier == nil, before.tab == .quota, before.dossier == nil {
      if now.task != before.task {
        taskTop = 0
        sayTask()
      } else if now.taskPane != before.taskPane || now.asNumbers != before.asNumbers {
        sayTaskPane()
      }
    } else if now.dossier != before.dossier || now.ask != before.ask || now.tab != before.tab
      || now.board != before.board
    {
      if now.dossier == nil, now.ask != before.ask || now.tab != before.tab { pageTop = nil }
      storyTop = 0
      sayPlace()
    } else if now.pane != before.pane || now.person != before.person {
      storyTop = 0
      sayPane()
    } else if now.shown != before.shown {
      sayPersons()
    } else if now.version != before.version {
      sayTurn()
    }
  }

  // MARK: - What others did

  /// What others recorded in the open dossier since it was read, before anything is done with it.
  private mutating func lookForNews() {
    guard shell.source.hasForeignChanges() else { return }
    let seen = model.opened?.dossier.sequence
    shell.refresh()
    guard let opened = model.opened, let seen, opened.dossier.sequence > seen else { return }
    say(Phrase("Dit dossier is intussen veranderd:", "This dossier changed meanwhile:"))
    let words = EventWords(dossier: opened.dossier, rules: model.rules, language: l, user: model.user)
    for event in opened.dossier.story where event.sequence > seen { say("\(event.actor.name): \(words.line(event))") }
  }
}

/// What decides whether a screen must be read out again.
struct PlainPlace {
  let tab: Model.Tab
  let task: PlainTaskPlace
  let taskPane: TaskState.Pane
  let asNumbers: Bool
  let ask: Ask
  let dossier: DossierID?
  let version: Int?
  let pane: DossierState.Pane?
  let person: PersonID?
  let shown: Set<PersonID>
  /// What one looks at on Doorstroom.
  let board: [String]

  init(_ model: Model) {
    (tab, ask, task) = (model.tab, model.list.ask, PlainTaskPlace(model))
    (taskPane, asNumbers) = (model.task.pane, model.task.asNumbers)
    let pipeline = model.pipeline
    board = [
      pipeline.stage.code, "\(pipeline.view)", pipeline.grouping?.rawValue ?? "", pipeline.entered?.key ?? "-",
      pipeline.past?.day.description ?? "",
    ]
    (dossier, version) = (model.opened?.id, model.opened?.dossier.sequence)
    (pane, person, shown) = (model.opened?.pane, model.opened?.filter, model.opened?.shown ?? [])
  }
}
