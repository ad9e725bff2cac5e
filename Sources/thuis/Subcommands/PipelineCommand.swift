import ArgumentParser
import Casebook
import Journey
import Quota

struct PipelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: told(
      "Waar huishoudens onderweg zijn, hoe lang, en waar de dagen blijven.",
      "Where households are on their way, how long, and where the days go."),
    discussion: told(
      """
      Een regel voor elke fase vanaf de vergunning: huishoudens, personen, dagen in de fase (de helft, en \
      85 van de 100, ten hoogste), hoeveel er te laat zijn, en hoeveel haar in elk van de laatste acht \
      weken verlieten. De laatste regel is wie in de laatste 30 dagen introk; die dagen lopen vanaf de \
      vergunning.

      Met --by een regel voor elke partij, organisatie of mens die aan zet is, elk knelpunt, elke grootte, \
      woonbehoefte of gemeente, de meeste huishoudens eerst; `thuis list` neemt het filter dat csv en json \
      ervan hebben. Met --as-of hetzelfde van die dag; lijsten zijn van nu, dus dan zonder filter.
      """,
      """
      A row for each stage from the permit on: households, persons, days in the stage (half of them, and 85 in 100, at \
      most), how many are late, and how many left it in each of the last eight weeks. The last row is who moved in during \
      the last 30 days; its days run from the permit.

      With --by a row for each party, organisation or person that is to act, blocker, size of household, need or \
      municipality, the most households first; `thuis list` takes the filter that csv and json have of it. With --as-of \
      the same of that day; lists are of now, so it has no filter then.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var looking: ScopeOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      told(
        "Het bord zoals het aan het eind van een dag stond, met de regels van toen: 2026-06-30, 1-10 (de laatste), -4w.",
        "The board as it stood at the end of a day, with the rules of then: 2026-06-30, 1-10 (the latest), -4w."),
      valueName: "date"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      told(
        "Wie onderweg is, verdeeld: party, organisation, person, blocker, size, need of municipality.",
        "Who is on the way told apart: party, organisation, person, blocker, size, need or municipality."),
      valueName: "what"))
  var by: Grouping?

  @Flag(
    help: told(
      "Wiens beurt de dagen sinds de vergunning waren, van iedereen die nu onderweg is.",
      "Whose turn the days since the permit were, of everybody who is on the way now."))
  var days = false

  @Flag(
    help: told(
      "Bij --days: van wie in de laatste 26 weken introk, van vergunning tot woning.",
      "With --days: of those who moved in during the last 26 weeks, from permit to home."))
  var home = false

  @Option(
    help: ArgumentHelp(
      told(
        "Bij --days: van wie in dit halfjaar introk, 2026H2, zoals in het rapport.",
        "With --days: of those who moved in during this half-year, 2026H2, as in the report."), valueName: "half-year"))
  var period: String?

  @Flag(
    help: told(
      "Hoeveel overdrachten van de laatste twaalf maanden warm waren, en de dagen tot iemand overnam.",
      "How many handovers of the last twelve months were warm, and the days until somebody took over."))
  var handovers = false

  @Flag(
    help: told(
      "Maand voor maand van de laatste twaalf: dagen tot het eerste contact en tot een antwoord, stiltes, warme overdrachten.",
      "Month by month of the last twelve: days to the first call and to an answer, silences, warm handovers."))
  var contact = false

  @Option(help: told("table, json of csv.", "table, json or csv."))
  var format: ListCommand.Format = .table

  /// As far back as the pictures of the screen look.
  private static let homeWeeks = 26

  func validate() throws {
    if home, !days {
      throw ValidationError(told("--home gaat samen met --days.", "--home goes with --days."))
    }
    if period != nil, !days {
      throw ValidationError(told("--period gaat samen met --days.", "--period goes with --days."))
    }
    if by != nil, days || handovers || contact {
      throw ValidationError(
        told(
          "--by gaat samen met --as-of alleen; laat --days, --handovers en --contact weg.",
          "--by goes with --as-of alone; leave --days, --handovers and --contact out."))
    }
    if contact, days || handovers || asOf != nil {
      throw ValidationError(
        told(
          "--contact staat alleen; laat --days, --handovers en --as-of weg.",
          "--contact stands alone; leave --days, --handovers and --as-of out."))
    }
    if days, asOf != nil {
      let why = Self.daysAreOfNow(without: "--as-of")
      throw ValidationError(told(why.nl, why.en))
    }
    if handovers, days || asOf != nil {
      throw ValidationError(
        told(
          "--handovers staat alleen; laat --days en --as-of weg.",
          "--handovers stands alone; leave --days and --as-of out."))
    }
  }

  private static func daysAreOfNow(without option: String) -> Phrase {
    Phrase(
      "Wiens beurt de dagen waren, is alleen bekend van wie nu onderweg is of intussen is ingetrokken; laat \(option) weg bij --days.",
      "Whose turn the days were is known only of who is on the way now or has moved in since; leave \(option) out with --days."
    )
  }

  /// What is counted of now is no figure of a day after which the casebook has steps.
  private func refuseThen() throws {
    if days, !home, period == nil { throw CommandFailure(Self.daysAreOfNow(without: "--today"), .usage) }
    if contact {
      throw CommandFailure.usage(
        "De contacten worden tot nu geteld; laat --today weg bij --contact.",
        "Contacts are counted up to now; leave --today out with --contact.")
    }
  }

  func run() throws {
    try common.reporting { place in
      let (casebook, area) = (try place.casebook(), try looking.area)
      let rules = try place.rules()
      let isThen = try casebook.lastMove(after: place.today) != nil
      if isThen { try refuseThen() }
      if let by {
        let day = try day(place, isThen)
        var then = GroupsThen()
        if let day { _ = try board(casebook, area, asOf: day, rules, place) { then.add($0, $1) } }
        let found = try day == nil ? casebook.grouped(area, by: by) : then.by(by)
        try TableText(format: format).print(
          GroupWords(
            found, by: by, area: area, day: day ?? place.today, isPast: day != nil, rules: rules,
            language: place.language))
        return .done
      }
      if days {
        let moved = try moved(place.today)
        let spent =
          try moved.map { try casebook.whereTheDaysWent(area, movedFrom: $0.lowerBound, through: $0.upperBound) }
          ?? casebook.whereTheDaysGo(area, on: place.today)
        try TableText(format: format).print(
          DaysWords(spent: spent, rules: rules, language: place.language, area: area, today: place.today, moved: moved))
        return .done
      }
      if contact {
        let trend = try casebook.contactTrend(area, on: place.today)
        try TableText(format: format).print(ContactTrendWords(trend: trend, language: place.language, area: area))
        return .done
      }
      if handovers {
        let year = ContactTrend.period(place.today)
        guard let count = try casebook.handovers(area, in: year, rules: rules) else { return .interrupted }
        try TableText(format: format).print(
          HandoverWords(count: count, rules: rules, language: place.language, area: area))
        return .done
      }
      let day = try day(place, isThen)
      let board =
        try day.map { try self.board(casebook, area, asOf: $0, rules, place) } ?? casebook.board(area, on: place.today)
      try TableText(format: format).print(BoardWords(board: board, language: place.language))
      return .done
    }
  }

  /// The days in which those moved in whose days are asked for; nil: it is about who is on the way.
  private func moved(_ today: Day) throws -> ClosedRange<Day>? {
    guard let period else { return home ? (today - (7 * Self.homeWeeks - 1))...today : nil }
    let half = try HalfYear.asked(period)
    guard half.first <= today else {
      throw CommandFailure.usage(
        "\(half) is nog niet begonnen: er is nog niemand ingetrokken.",
        "\(half) has not begun yet: nobody has moved in during it.")
    }
    return half.first...min(today, half.last)
  }

  /// The past day that was asked for, or the day worked on where the casebook has later steps; nil: it is about now.
  private func day(_ place: Surroundings, _ isThen: Bool) throws -> Day? {
    let begin = isThen ? place.today : nil
    guard let asOf else { return begin }
    guard let day = DayText.read(asOf, today: place.today, upTo: place.today - 1) else {
      throw CommandFailure.usage(
        "--as-of \"\(asOf)\" is geen datum; verwacht 2026-06-30, 1-10, 30 jun of -4w.",
        "--as-of \"\(asOf)\" is no date; expected 2026-06-30, 1-10, 30 Jun or -4w.")
    }
    if day == place.today { return begin }
    guard day < place.today else {
      throw CommandFailure.usage(
        "--as-of \(day) ligt na vandaag (\(place.today)).", "--as-of \(day) is after today (\(place.today)).")
    }
    return day
  }

  private func board(
    _ casebook: Casebook, _ area: Area, asOf day: Day, _ rules: Rulebook, _ place: Surroundings,
    each: (Dossier, Standing) -> Void = { _, _ in }
  ) throws -> Board {
    defer { Output.endProgress() }
    let told: (Int) -> Bool = { done in
      let text = (Phrase("Bord van \(day): ", "Board of \(day): ") + Digits.households(done))[place.language]
      if place.isPlain { Output.progressLine(text) } else { Output.progress(text) }
      return true
    }
    guard let board = try casebook.board(area, asOf: day, rules: rules, goesOn: told, each: each) else {
      throw CommandFailure(Phrase("Afgebroken.", "Ended."), .interrupted)
    }
    return board
  }
}

extension Grouping: ExpressibleByArgument {}
