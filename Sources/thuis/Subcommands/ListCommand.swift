import ArgumentParser
import Casebook
import Exchange
import Journey

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Households that fit a filter, most urgent first.",
    discussion: """
      The filter is the one of the program: words (names, numbers, places, notes) and terms such as stage:search \
      municipality:utrecht waiting:corporation overdue persons>=4 blocker:*; the Dutch terms work too.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }
  enum View: String, ExpressibleByArgument, CaseIterable {
    case today, overdue, blocked, all
  }

  @OptionGroup var common: CommonOptions

  @Argument(help: "The filter; quote it or not.")
  var filter: [String] = []

  @Option(help: "today: open ones by urgency; overdue; blocked; all: closed ones too.")
  var view: View = .today

  @Option(help: "How many at most; 0 for all.")
  var limit: Int = 100

  @Option(help: "table, json or csv.")
  var format: Format = .table

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit must not be negative.") }
  }

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.casebook(), try place.rules())
      let query = try query(place, rules)
      var printer = ListPrinter(format: format, rules: rules, language: place.language, today: place.today)
      var (anchor, left): (Anchor?, Int) = (nil, limit == 0 ? Int.max : limit)
      printer.begin()
      while left > 0 {
        let page = try casebook.rows(query, from: anchor, limit: min(left, 500))
        for row in page { try printer.print(row) }
        left -= page.count
        guard page.count == 500, let last = page.last else { break }
        anchor = last.anchor
      }
      printer.end()
      return .done
    }
  }

  private func query(_ place: Surroundings, _ rules: Rulebook) throws -> Query {
    var query: Query
    switch Query.parse(filter.joined(separator: " "), today: place.today, rules: rules) {
    case .success(let parsed): query = parsed
    case .failure(let mistake): throw CommandFailure(mistake.phrase, .usage)
    }
    switch view {
    case .today: break
    case .overdue: (query.overdue, query.today) = (true, place.today)
    case .blocked: query.blocker = query.blocker ?? "*"
    case .all: query.open = false
    }
    return query
  }
}

/// Prints rows as they come: a million cost no more memory than one.
private struct ListPrinter {
  let format: ListCommand.Format
  let rules: Rulebook
  let language: Language
  let today: Day
  private let csv = CsvWriter(delimiter: UInt8(ascii: ","))
  private var count = 0

  init(format: ListCommand.Format, rules: Rulebook, language: Language, today: Day) {
    (self.format, self.rules, self.language, self.today) = (format, rules, language, today)
  }

  func begin() {
    switch format {
    case .table: Output.line(RowWords.heading(language))
    case .csv: Output.write(csv.line(RowWords.columns))
    case .json: Output.write("[")
    }
  }

  mutating func print(_ row: Row) throws {
    let words = RowWords(row: row, rules: rules, language: language, today: today)
    switch format {
    case .table: Output.line(words.tableLine)
    case .csv: Output.write(csv.line(words.values))
    case .json: Output.write((count == 0 ? "\n  " : ",\n  ") + (try words.json.rendered(pretty: false)))
    }
    count += 1
  }

  func end() {
    if format == .json { Output.line(count == 0 ? "]" : "\n]") }
  }
}
