import ArgumentParser
import Casebook
import Exchange
import Foundation
import Journey
import Quota

struct QuotaImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: told(
      "Neem een lijst in van inwoners, doelen, koppelingen of de landelijke reeks.",
      "Take a list of inhabitants, targets, links or the national series in."),
    discussion: told(
      """
      --year: kolommen code, name, inhabitants, van 1 januari van dat jaar. --targets --period: code, \
      target, en waar ze er zijn balance, realised, linked, peildatum. --links --period: code, linked. \
      --national: half_year, target, target_incl_balance, realised, balance_at_end, source. Andere \
      kolommen tellen niet. Een lijst gaat er helemaal in of niet; dezelfde lijst twee keer verandert \
      niets. Eindigt met 1 als er fouten zijn, elk met zijn regel.
      """,
      """
      --year: columns code, name, inhabitants, of 1 January of that year. --targets --period: code, target, and where \
      there balance, realised, linked, reference date. --links --period: code, linked. --national: half_year, target, \
      target_incl_balance, realised, balance_at_end, source. Other columns are ignored. A list goes in whole or not at \
      all; the same list twice changes nothing. Ends with 1 when there are mistakes, each with its line.
      """))

  @OptionGroup var common: CommonOptions

  @Argument(help: told("Het bestand, CSV.", "The file, CSV."), completion: .file())
  var file: String

  @Option(help: told("Inwoners, van 1 januari van dit jaar.", "Inhabitants, of 1 January of this year."))
  var year: Int?

  @Flag(help: told("Gepubliceerde doelen van een halfjaar.", "Published targets of a half-year."))
  var targets = false

  @Flag(
    help: told(
      "Personen die op de peildatum van een halfjaar gekoppeld waren.",
      "Persons linked by the reference date of a half-year."))
  var links = false

  @Flag(help: told("De landelijke reeks.", "The national series."))
  var national = false

  @Option(
    help: ArgumentHelp(
      told("Het halfjaar van doelen of koppelingen, 2026H2.", "The half-year of targets or links, 2026H2."),
      valueName: "half-year"))
  var period: String?

  @Option(
    help: ArgumentHelp(
      told(
        "De dag waarvan de getallen de stand zijn, 2026-10-01. Anders vandaag; van koppelingen de peildatum.",
        "The day the figures are the state of, 2026-10-01. Else today; of links the reference date."), valueName: "date"
    ))
  var asOf: Day?

  @Option(
    help: told(
      "Waar de lijst vandaan komt. Anders de naam van het bestand.", "Where the list comes from. Else the file's name.")
  )
  var source: String?

  @Flag(help: told("Zeg alleen wat er zou gebeuren.", "Only say what would happen."))
  var dryRun = false

  @Option(help: told("table (woorden) of json.", "table (words) or json."))
  var format: ListCommand.Format = .table

  private func check() throws {
    if format == .csv {
      throw CommandFailure.usage("--format is hier table of json.", "--format is table or json here.")
    }
    guard [year != nil, targets, links, national].filter(\.self).count == 1 else {
      throw CommandFailure.usage(
        "Een van --year, --targets, --links of --national zegt welke lijst het is.",
        "One of --year, --targets, --links or --national says what list it is.")
    }
    guard targets || links || period == nil else {
      throw CommandFailure.usage(
        "--period hoort bij --targets of --links.", "--period goes with --targets or --links.")
    }
  }

  func run() throws {
    try common.reporting { place in
      try check()
      let rules = try place.rules()
      let reading = try read(place.today, rules)
      if format == .table { for note in reading.notes { Output.line(Plain.clean(note.text(place.language))) } }
      for mistake in reading.mistakes { Output.complain("\(file): \(mistake.text(place.language))") }
      guard reading.mistakes.isEmpty else {
        let count = Digits.counted(
          reading.mistakes.count, Phrase("fout", "mistake"), Phrase("fouten", "mistakes"))
        try tell(
          Phrase("Niets geboekt: \(count.nl).", "Nothing posted: \(count.en)."), reading, nil, place.language)
        return .refused
      }
      let casebook = dryRun ? try place.casebook(.create) : try place.casebookToRecordIn(.create)
      let before = try casebook.taskBook()
      let rows = reading.rows
      let isKnown = reading.bodies.allSatisfy(before.says)
      if dryRun,
        let refusal = reading.bodies.lazy.compactMap({
          before.refusal($0, on: place.today, rules, today: place.today)
        }).first
      {
        throw refusal
      }
      if dryRun || isKnown {
        let words =
          isKnown
          ? Self.rows(rows) + Phrase(", niets nieuws.", ", nothing new.")
          : Self.rows(rows) + Phrase(", zou geboekt worden.", ", would be posted.") + Self.later(before, reading)
        try tell(words, reading, nil, place.language)
        return .done
      }
      let after = try casebook.post(
        reading.bodies, by: place.actor, source: .importFile, rules: rules, today: place.today)
      try tell(
        Self.rows(rows) + Phrase(" geboekt als \(after.number).", " posted as \(after.number).")
          + Self.later(before, reading), reading, after.number, place.language)
      return .done
    }
  }

  /// That a later state holds, where it does: what is older changes nothing.
  private static func later(_ book: TaskBook, _ reading: QuotaReading) -> Phrase {
    let found = reading.bodies.compactMap(book.laterState(than:))
    guard let day = found.map(\.day).max() else { return Phrase(same: "") }
    let places = Digits.municipalities(found.reduce(0) { $0 + $1.municipalities })
    let (nl, en) = (DayText.dated(day, .nl), DayText.dated(day, .en))
    return Phrase(
      " Van \(places.nl) verandert niets: daar geldt een latere stand, van \(nl).",
      " Of \(places.en) nothing changes: a later state holds there, of \(en).")
  }

  private static func rows(_ count: Int) -> Phrase {
    Digits.counted(count, Phrase("rij", "row"), Phrase("rijen", "rows"))
  }

  /// In words, or as an object: rows, the number of the posting (null: nothing was posted), notes and mistakes.
  private func tell(_ words: Phrase, _ reading: QuotaReading, _ number: Int?, _ l: Language) throws {
    guard format == .json else { return Output.line(words[l]) }
    Output.line(
      try JSON.object([
        "rows": .number(reading.rows), "posted": JSON(number), "summary": .text(words[l]),
        "notes": .list(reading.notes.map { .text($0.text(l)) }),
        "mistakes": .list(reading.mistakes.map { .text($0.text(l)) }),
      ]).rendered())
  }

  private func read(_ today: Day, _ rules: Rulebook) throws -> QuotaReading {
    let source = source ?? (file == "-" ? "" : URL(filePath: file).lastPathComponent)
    let half = targets || links ? try halfYear() : HalfYear(holding: today)
    let reader = try file == "-" ? CsvReader(descriptor: 0) : CsvReader(path: file)
    if let year { return try QuotaFiles.population(reader, year: year, source: source) }
    if national { return try QuotaFiles.national(reader) }
    if targets {
      return try QuotaFiles.targets(reader, period: half, referenceDate: asOf ?? today, source: source, today: today)
    }
    let day = asOf ?? min(rules.task.referenceDate(half: half.half, from: half.first) ?? today, today)
    return try QuotaFiles.links(reader, period: half, referenceDate: day, source: source)
  }

  private func halfYear() throws -> HalfYear {
    if let found = period.flatMap({ HalfYear($0) }) { return found }
    throw CommandFailure.usage(
      "--period ontbreekt of is geen halfjaar; verwacht 2026H2.",
      "--period is missing or is no half-year; expected 2026H2.")
  }
}
