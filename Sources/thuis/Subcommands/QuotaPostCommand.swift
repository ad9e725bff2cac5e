import ArgumentParser
import Casebook
import Journey
import Quota

struct QuotaPostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post",
    abstract: told(
      "Leg één ding van de opgave vast: een correctie, een verschuiving, een stap van de provincie, ...",
      "Record one thing of the task: a correction, a shift, a step of the province, ..."),
    usage: "thuis quota post <act> [--field value ...] [options]",
    discussion: told(
      """
      Handelingen: \(acts(.nl)). Zonder velden zegt een handeling welke zij heeft. Datums mogen 23-11, 23 nov, 2026-11-23, \
      morgen, vr en +10w zijn.
      """,
      """
      Acts: \(acts(.en)). Without fields an act says which it takes. Dates accept 23-11, 23 nov, 2026-11-23, tomorrow, fri \
      and +10w.
      """))

  /// In English by their codes, which are the shorter; in each language both work.
  private static func acts(_ l: Language) -> String {
    TaskAct.allCases.map { l == .nl ? $0.slug.nl : $0.rawValue }.joined(separator: ", ")
  }

  @OptionGroup var common: CommonOptions

  @Argument(help: told("Wat er wordt vastgelegd, bijvoorbeeld verschuiven.", "What to record, for example shift."))
  var act: String

  @Argument(
    parsing: .allUnrecognized,
    help: told(
      "De velden ervan: --gemeente Utrecht --personen -3.", "Its fields: --municipality Utrecht --persons -3."))
  var fields: [String] = []

  func run() throws {
    try common.reporting(inFields: true) { place in
      guard let act = TaskAct(called: act) else {
        throw CommandFailure.usage(
          "Onbekend \"\(act)\". Kies uit: \(Self.acts(.nl)).", "Unknown \"\(act)\". Choose from: \(Self.acts(.en)).")
      }
      let (casebook, rules) = (try place.casebookToRecordIn(.create), try place.rules())
      let ledger = try place.ledger(casebook)
      let scene = scene(act, ledger, rules, place)
      let asked = act.fields(scene)
      if let refusal = act.refusal(scene) { throw refusal }
      let given = try FieldWords.read(fields, known: asked)
      guard !given.isEmpty else {
        TaskFieldWords.list(act, asked, place.language).forEach { Output.line($0) }
        return .usage
      }
      let (body, day) = try act.posting(act.answers(given, scene), scene)
      let doubts = scene.doubts(body, on: day)
      if let failure = ledger.unread() { throw failure }
      let before = scene.book.number
      let after = try casebook.post(
        [(day, body)], by: place.actor, source: .command, rules: rules, today: place.today)
      Output.line(
        after.number == before
          ? Phrase("Dit stond er al.", "This was there already.")[place.language]
          : "\(after.number)  \(Plain.clean(words(of: after, rules)[place.language]))")
      if after.number > before { for doubt in doubts { Output.line("  ! " + doubt.words[place.language]) } }
      if case .supervision(let step) = body, step.balance == nil {
        Output.line("  · " + TaskScene.unknownThen[place.language])
      }
      let (period, codes) = Self.changed(body)
      if let period {
        let ledger = try place.ledger(casebook)
        for code in codes {
          let line = ledger.line(.municipality(Reference.present(code)), in: period)
          if let words = line.shiftWithoutTarget {
            Output.line("  · \(Reference.name(ofMunicipality: line.area.code)): " + words[place.language])
          }
        }
      }
      return .done
    }
  }

  /// Whose task a correction or shift changed, and of which half-year; nil: it is neither.
  private static func changed(_ body: TaskEvent.Body) -> (period: HalfYear?, codes: [String]) {
    switch body {
    case .correction(let one): (one.period, [one.municipality])
    case .shift(let one): (one.period, [one.from, one.to])
    default: (nil, [])
    }
  }

  /// Of the latest posting, as the log has it.
  private func words(of book: TaskBook, _ rules: Rulebook) -> Phrase {
    book.events.last?.logged(among: PostedActs(book.events), rules) ?? Phrase(same: "")
  }

  /// The municipality and half-year that are named, and the account, so that a step of the province knows the balance of its day.
  private func scene(_ act: TaskAct, _ ledger: Ledger, _ rules: Rulebook, _ place: Surroundings) -> TaskScene {
    let known = act.fields(
      TaskScene(
        book: ledger.book, rules: rules, period: HalfYear(holding: place.today), municipality: nil, ledger: ledger,
        today: place.today))
    func word(_ name: String) -> String? { FieldWords.value(of: name, in: fields, known: known) }
    let period = word("period").flatMap { HalfYear($0) } ?? HalfYear(holding: place.today)
    let code = word("municipality").flatMap { Reference.findMunicipality($0).municipality?.code }
    return TaskScene(
      book: ledger.book, rules: rules, period: period, municipality: code, ledger: ledger, today: place.today)
  }
}
