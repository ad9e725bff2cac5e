import ArgumentParser
import Casebook
import Journey
import Quota

struct QuotaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quota", abstract: "The task (taakstelling): targets, balances, what is done and what is to do.",
    discussion: """
      Without a subcommand it prints the ledger of a half-year, a row for each municipality of the scope. 'import' takes \
      lists in, 'post' records one thing, 'signals' says which thresholds are crossed, 'log' lists the postings, 'undo' takes \
      the last act back.
      """,
    subcommands: [
      QuotaShowCommand.self, QuotaImportCommand.self, QuotaPostCommand.self, QuotaSignalsCommand.self,
      QuotaLogCommand.self, QuotaUndoCommand.self,
    ], defaultSubcommand: QuotaShowCommand.self)
}

/// Of which area, and in which half-year.
struct TaskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "NL, a province (PV26), a labour market region (\"AM Amersfoort\") or a municipality (GM0344, Utrecht). Else NL.",
      valueName: "area"))
  var scope: String?

  @Option(help: ArgumentHelp("The half-year, 2026H2. Else that of today.", valueName: "half-year"))
  var period: String?

  func area() throws -> Area {
    guard let scope else { return .country }
    if let area = Area(code: scope) { return area }
    if let municipality = Reference.findMunicipality(scope).municipality { return .municipality(municipality.code) }
    throw CommandFailure.usage(
      "--scope \"\(scope)\" is geen gebied; verwacht NL, PV26, \"AM Amersfoort\", GM0344 of de naam van een gemeente.",
      "--scope \"\(scope)\" is no area; expected NL, PV26, \"AM Amersfoort\", GM0344 or the name of a municipality.")
  }

  func halfYear(_ today: Day) throws -> HalfYear {
    guard let period else { return HalfYear(holding: today) }
    if let found = HalfYear(period) { return found }
    throw CommandFailure.usage(
      "--period \"\(period)\" is geen halfjaar; verwacht 2026H2 of 2026-II.",
      "--period \"\(period)\" is no half-year; expected 2026H2 or 2026-II.")
  }
}

extension Surroundings {
  /// The ledger as it stands today, with what the stories say.
  func ledger(_ casebook: Casebook) throws -> Ledger {
    let book = try casebook.taskBook()
    let first = NationalSeries.builtIn.rows.first?.period.first ?? Day(number: 0)
    return Ledger(book, rules: try rules(), figures: try casebook.taskFigures(from: first), today: today)
  }
}

/// What a forecast says of a row: filled in by whoever computes one.
struct QuotaForecast {
  var p15: Int
  var p50: Int
  var p85: Int
  /// That the task is met, 0 to 1.
  var chance: Double?
  /// The day it was computed.
  var day: Day
  /// What changed in the casebook since.
  var changesSince: Int
}

struct QuotaShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The ledger of a half-year.",
    discussion: """
      task = target - balance before + correction + shift; balance = housed - task, + lead, - backlog. A published target \
      wins over the computed one; --why says where every figure comes from.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var task: TaskOptions

  @Option(help: "table, json or csv.")
  var format: ListCommand.Format = .table

  @Flag(help: "Say of every figure what it is made of.")
  var why = false

  func run() throws {
    try common.reporting { place in
      let (area, period) = (try task.area(), try task.halfYear(place.today))
      let casebook = try place.casebook()
      let ledger = try place.ledger(casebook)
      let page = QuotaPage(
        ledger: ledger, area: area, period: period, language: place.language, forecasts: try forecasts(casebook, period)
      )
      switch format {
      case .json: Output.line(try page.json.rendered())
      case .csv: page.csv.forEach(Output.write)
      case .table: (why ? page.reasons : page.table).forEach { Output.line($0) }
      }
      return .done
    }
  }

  /// By area code, as they were computed last; `thuis forecast` computes one anew.
  private func forecasts(_ casebook: Casebook, _ period: HalfYear) throws -> [String: QuotaForecast] {
    let changes = try casebook.changesSeen()
    return try casebook.keptForecasts(period).reduce(into: [:]) { all, kept in
      guard let figures = kept.value.figures else { return }
      all[kept.key.code] = QuotaForecast(
        p15: figures.p15, p50: figures.p50, p85: figures.p85, chance: figures.chance, day: kept.value.day,
        changesSince: max(0, changes - kept.value.changes))
    }
  }
}

struct QuotaPostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Record one thing of the task: a correction, a shift, a step of the province, ...",
    usage: "thuis quota post <act> [--field value ...] [options]",
    discussion: """
      Acts: \(TaskAct.allCases.map(\.rawValue).joined(separator: ", ")). Without fields an act says which it takes. \
      Dates accept 23-11, 23 nov, 2026-11-23, tomorrow, fri and +10w.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "What to record, for example shift.")
  var act: String

  @Argument(parsing: .allUnrecognized, help: "Its fields: --municipality Utrecht --persons -3.")
  var fields: [String] = []

  func run() throws {
    try common.reporting { place in
      guard let act = TaskAct(rawValue: act) else {
        let known = TaskAct.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure.usage(
          "Onbekend \"\(act)\". Kies uit: \(known).", "Unknown \"\(act)\". Choose from: \(known).")
      }
      let (casebook, rules) = (try place.casebookToRecordIn(.create), try place.rules())
      let ledger = try place.ledger(casebook)
      let scene = try scene(act, ledger, rules, place)
      let asked = act.fields(scene)
      if let refusal = act.refusal(scene) { throw refusal }
      let given = try FieldWords.read(fields, known: asked.map(\.name))
      guard !given.isEmpty else {
        TaskFieldWords.list(act, asked, place.language).forEach { Output.line($0) }
        return .usage
      }
      let (body, day) = try act.posting(act.defaults(scene).merging(given) { $1 }, scene)
      let before = scene.book.number
      let after = try casebook.post(
        [(day, body)], by: place.actor, source: .command, rules: rules, today: place.today)
      Output.line(
        after.number == before
          ? Phrase("Dit stond er al.", "This was there already.")[place.language]
          : "\(after.number)  \(Plain.clean(body.words[place.language]))")
      return .done
    }
  }

  /// The municipality and half-year that are named, so that a step of the province knows the balance of that moment.
  private func scene(_ act: TaskAct, _ ledger: Ledger, _ rules: Rulebook, _ place: Surroundings) throws -> TaskScene {
    func word(_ name: String) -> String? {
      for (index, word) in fields.enumerated() {
        if word.hasPrefix("--\(name)=") { return String(word.dropFirst(name.count + 3)) }
        if word == "--\(name)", index + 1 < fields.count { return fields[index + 1] }
      }
      return nil
    }
    let period = word("period").flatMap { HalfYear($0) } ?? HalfYear(holding: place.today)
    let code = word("municipality").flatMap { Reference.findMunicipality($0).municipality?.code }
    let line = act == .supervision ? code.map { ledger.line(.municipality($0), in: period) } : nil
    return TaskScene(
      book: ledger.book, rules: rules, period: period, municipality: code, line: line, today: place.today)
  }
}

struct QuotaSignalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signals", abstract: "Thresholds of the rulebook that are crossed, and what the province has done.",
    discussion: "A signal points; it never says that a step of supervision was taken.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var task: TaskOptions

  @Option(help: "table, json or csv.")
  var format: ListCommand.Format = .table

  func run() throws {
    try common.reporting { place in
      let ledger = try place.ledger(try place.casebook())
      let page = SignalPage(ledger: ledger, area: try task.area(), language: place.language)
      switch format {
      case .json: Output.line(try page.json.rendered())
      case .csv: page.csv.forEach(Output.write)
      case .table: page.table.forEach { Output.line($0) }
      }
      return .done
    }
  }
}

struct QuotaLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "log", abstract: "Every posting, those taken back too.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.reporting { place in
      let book = try place.casebook().taskBook()
      let holds = Set(book.effective.map(\.number))
      let rules = try place.rules()
      for event in book.events {
        let mark = holds.contains(event.number) ? " " : "x"
        Output.line(
          "\(mark) \(event.number)  \(event.day)  \(Plain.fit(event.actor.name, 12))  "
            + Plain.clean(event.logged(among: book.events, rules)[place.language]))
      }
      return .done
    }
  }
}

struct QuotaUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last act on the task; both stay visible in the log.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "Bring back what was taken back last.")
  var redo = false

  func run() throws {
    try common.reporting { place in
      let casebook = try place.casebookToRecordIn()
      let book = try casebook.taskBook()
      guard let act = redo ? book.redoableAct : book.undoableAct else {
        throw Refusal(
          redo
            ? Phrase("Er is niets om te herstellen.", "There is nothing to bring back.")
            : Phrase("Er is niets om terug te nemen.", "There is nothing to take back."))
      }
      let after = try casebook.undoTask(
        act: act, by: place.actor, source: .command, rules: try place.rules(), today: place.today)
      var body = book.effective.first { $0.act == act }?.body
      if case .undone(let taken)? = body { body = book.events.first { $0.act == taken.act }?.body }
      let done = redo ? Phrase("hersteld: ", "brought back: ") : Phrase("teruggenomen: ", "taken back: ")
      Output.line("\(after.number)  \(Plain.clean((done + (body?.words ?? Phrase(same: "")))[place.language]))")
      return .done
    }
  }
}
