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
  /// The place of the lesson at the top of the page.
  var lessonsTop = 0
  /// How many households stand in the list before the top of the page, as far as it was paged through.
  var rowsBefore = 0
  /// The same of the network.
  var networkTop = 0
  /// What numbers stand for: what was said last.
  var numbered = Numbered.nothing
  /// There will be no more lines.
  var hasEnded = false

  /// Runs until the person stops or there are no more lines.
  /// - Parameter resumes: begins where this person was and keeps the place at the end; else at today's list.
  /// - Returns: the exit status.
  public static func run(_ setting: Setting, on console: Console, resumes: Bool) -> Int32 {
    var model = Model(setting)
    if let town = setting.tour { model.tour = TourState(town: town) }
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
    beginTour()
    while shell.wantsExit == nil, !hasEnded {
      say(whereabouts, Self.whatNow)
      guard let line = hear() else { break }
      shell.handle(.wake)
      lookForNews()
      let step = model.tour?.index
      take(line)
      if shell.wantsExit == nil, line.isEmpty || model.tour?.index != step { sayStep(after: step) }
    }
    return shell.wantsExit ?? 0
  }

  var model: Model { shell.model }
  var l: Language { shell.model.language }

  /// Where one is: what can be said depends on it.
  private var whereabouts: Phrase {
    let place = model.opened.map { Phrase(same: "\($0.id)") }
    if model.lessons == nil { return (place ?? model.tab.name) + Phrase(same: ". ") }
    return place.map { Phrase("Lessen bij ", "Lessons for ") + $0 + Phrase(same: ". ") }
      ?? Phrase("Lessen. ", "Lessons. ")
  }

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
    say((status.kind == .bad ? Phrase("Fout: ", "Error: ")[l] : "") + status.text + end)
    shell.model.status = nil
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
