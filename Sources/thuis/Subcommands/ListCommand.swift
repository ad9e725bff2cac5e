import ArgumentParser
import Casebook
import Journey
import Preferences

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: told(
      "Huishoudens die aan een filter voldoen, de dringendste eerst.",
      "Households that fit a filter, most urgent first."),
    discussion: told(
      """
      Het filter is dat van het programma: woorden (namen, nummers, plaatsen, notities) en termen als \
      fase:woning gemeente:utrecht aanzet:corporatie te-laat personen>=4 knelpunt:*, met niet, of en \
      haakjes; de Engelse termen werken ook.
      """,
      """
      The filter is the one of the program: words (names, numbers, places, notes) and terms such as stage:search \
      municipality:utrecht waiting:corporation overdue persons>=4 blocker:*, with not, or and parentheses; the Dutch terms \
      work too.
      """))

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

  @OptionGroup var common: CommonOptions

  @Argument(help: told("Het filter; met of zonder aanhalingstekens.", "The filter; quote it or not."))
  var filter: [String] = []

  @OptionGroup var looking: ViewOption

  @Option(
    parsing: .unconditional,
    help: told(
      "Waarop gesorteerd wordt, zoals stage,-persons: een streepje keert het om.",
      "What to sort by, as stage,-persons: a dash turns it round."))
  var sort: String?

  @Option(
    help: told(
      "Kolommen van een tabel of CSV, zoals number,name,due.", "Columns of a table or CSV, as number,name,due."))
  var columns: String?

  @OptionGroup var rows: RowLimit

  @Option(help: told("table, json of csv.", "table, json or csv."))
  var format: Format = .table

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.casebook(), try place.ownRules())
      let view = try looking.saved(.dossiers, casebook, place)
      let query = try query(view, place, rules)
      var printer = ListPrinter(
        format: format, columns: try shownColumns ?? view?.columns ?? [], rules: rules, language: place.language,
        today: place.today)
      var (anchor, left): (Anchor?, Int) = (nil, rows.most)
      printer.begin()
      while left > 0 {
        let page = try casebook.rows(query, from: anchor, limit: min(left, 500))
        for row in page { try printer.print(row) }
        left -= page.count
        guard page.count == 500, let last = page.last else { break }
        anchor = last.anchor
      }
      printer.end(query.shortWords)
      try rows.tell(
        printed: rows.most - left, countedTo: query.countedTo, Digits.dossiers, place.language
      ) { try casebook.count(query, limit: $0) }
      return .done
    }
  }

  /// The view, narrowed by the words beside it. The order that was asked for last counts.
  private func query(_ view: SavedView?, _ place: Surroundings, _ rules: Rulebook) throws -> Query {
    func parse(_ text: String) throws -> Query {
      switch Query.parse(text, today: place.today, rules: rules, user: place.user) {
      case .success(let query): return query
      case .failure(let mistake): throw CommandFailure(mistake.phrase, .usage)
      }
    }
    let typed = filter.joined(separator: " ")
    let (seen, asked) = (try parse(view?.filter ?? ""), try parse(typed))
    if let hint = Query.hint(in: typed, today: place.today, rules: rules, user: place.user) {
      Output.complain((Phrase("Let op: ", "Note: ") + hint.phrase)[place.language])
    } else if format == .table, let days = Query.daysRead(in: typed, today: place.today, rules: rules, user: place.user)
    {
      Output.complain("= " + days[place.language])
    }
    var query = seen.narrowed(by: asked.filter)
    query.open = seen.open && asked.open
    query.sort = [try sortKeys, asked.sort, view?.sort, seen.sort].compactMap(\.self).first { !$0.isEmpty } ?? []
    return query
  }

  private var sortKeys: [SortKey]? {
    get throws {
      guard let sort else { return nil }
      if let keys = SortKey.read(sort), !keys.isEmpty { return keys }
      func list(_ language: Language) -> String {
        SortKey.By.ofDossiers.map { $0.name[language] }.joined(separator: ", ")
      }
      throw CommandFailure.usage(
        "--sort \"\(sort)\" is geen volgorde. Kies uit: \(list(.nl)); met een - ervoor andersom, met komma's ertussen.",
        "--sort \"\(sort)\" is no order. Choose from: \(list(.en)); a - before one turns it round, commas between them."
      )
    }
  }

  private var shownColumns: [ShownColumn]? {
    get throws {
      try columns?.split(separator: ",").map { word in
        guard let column = Column(named: String(word)) else {
          let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
          throw CommandFailure.usage(
            "Onbekende kolom \"\(word)\". Kies uit: \(known).", "Unknown column \"\(word)\". Choose from: \(known).")
        }
        return ShownColumn(column)
      }
    }
  }
}
