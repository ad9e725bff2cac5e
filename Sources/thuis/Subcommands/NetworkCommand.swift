import ArgumentParser
import Casebook
import Exchange
import Foundation
import Journey

/// The people at the parties.
struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: told(
      "Mensen bij de partijen: wie aan zet is, wie stil is, hoe zij antwoorden.",
      "People at the parties: who has the turn, who is silent, how they answer."),
    discussion: told(
      """
      Noemt de mensen van een gebied, wiens beurt het langst stil is eerst. De woorden van een vraag \
      worden gezocht in naam, organisatie, functie, mail en telefoon; termen zijn partij:corporatie, \
      gemeente:utrecht, stil, stil:>14d, aan-zet, afwezig, vertrokken, onbekend, naamloos, betrokken. Wie bij \
      een huishouden betrokken is voor één doel staat er alleen bij met die laatste, of als die is opgenomen.
      """,
      """
      Lists the people of an area, whose turn was quiet the longest first. The words of a query are looked for in name, \
      organisation, function, mail and phone; terms are party:corporation, municipality:utrecht, silent, silent:>14d, \
      to-act, absent, left, unlisted, unnamed, drawn-in. Whoever was drawn into a household for one purpose is there \
      with that last one alone, or where they were taken in.
      """),
    subcommands: [
      NetworkPeople.self, NetworkOrganisations.self, NetworkChain.self, NetworkImport.self, NetworkSucceed.self,
    ],
    defaultSubcommand: NetworkPeople.self)
}

/// Which people, and in which order.
struct PeopleOptions: ParsableArguments {
  @OptionGroup var scope: ScopeOption

  @Argument(help: told("De vraag; met of zonder aanhalingstekens.", "The query; quote it or not."))
  var query: [String] = []

  @OptionGroup var looking: ViewOption

  @Option(
    help: told(
      "silence, turns, answers, kept of name; anders die van de weergave, anders silence.",
      "silence, turns, answers, kept or name; else that of the view, else silence."))
  var sort: String?

  @OptionGroup var rows: RowLimit

  @Option(help: told("table, json of csv.", "table, json or csv."))
  var format: ListCommand.Format = .table

  func asked(_ casebook: Casebook, _ rules: Rulebook, _ place: Surroundings) throws -> NetworkQuery {
    let view = try looking.saved(.people, casebook, place)
    let filter: NetworkFilter
    // The view, narrowed by the words beside it.
    switch NetworkFilter.parse(([view?.filter ?? ""] + query).joined(separator: " "), rules) {
    case .success(let parsed): filter = parsed
    case .failure(let mistake): throw CommandFailure(mistake.phrase, .usage)
    }
    let order = try order ?? view.flatMap { NetworkQuery.Order($0.sort) } ?? .silence
    return NetworkQuery(try scope.area, filter, order: order)
  }

  private var order: NetworkQuery.Order? {
    get throws {
      guard let sort else { return nil }
      if let order = NetworkQuery.Order(named: sort) { return order }
      throw CommandFailure.usage(
        "--sort \"\(sort)\" is geen volgorde. Kies uit: silence, turns, answers, kept, name.",
        "--sort \"\(sort)\" is no order. Choose from: silence, turns, answers, kept, name.")
    }
  }
}

struct NetworkPeople: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: told("Mensen van een gebied die aan een vraag voldoen.", "People of an area that fit a query."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var people: PeopleOptions

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.casebook(), try place.ownRules())
      let asked = try people.asked(casebook, rules, place)
      var rows: [NetworkRow] = []
      while rows.count < people.rows.most {
        let wanted = min(500, people.rows.most - rows.count)
        let page = try casebook.people(asked, from: rows.last, limit: wanted, rules: rules, today: place.today)
        rows += page
        if page.count < wanted { break }
      }
      try TableText(format: people.format).print(
        PeoplePage(people: rows, rules: rules, language: place.language, today: place.today))
      try people.rows.tell(
        printed: rows.count, { Digits.counted($0, Phrase("mens", "person"), Phrase("mensen", "people")) },
        place.language
      ) { try casebook.count(asked, limit: $0, rules: rules, today: place.today) }
      return .done
    }
  }
}

struct NetworkOrganisations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisations",
    abstract: told(
      "Waar de mensen van elke organisatie samen op uitkomen.", "What the people of each organisation come to together."
    ),
    discussion: told(
      "Van de mensen van een gebied die aan een vraag voldoen, opgeteld per organisatie.",
      "Of the people of an area that fit a query, added up by organisation."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var people: PeopleOptions

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.casebook(), try place.ownRules())
      // All of them are added up, however many are asked for.
      let all = try casebook.organisations(
        try people.asked(casebook, rules, place), limit: .max, rules: rules, today: place.today)
      let rows = Array(all.prefix(people.rows.most))
      try TableText(format: people.format).print(
        OrganisationsPage(organisations: rows, rules: rules, language: place.language, today: place.today))
      try people.rows.tell(
        printed: rows.count,
        { Digits.counted($0, Phrase("organisatie", "organisation"), Phrase("organisaties", "organisations")) },
        place.language
      ) { min($0, all.count) }
      return .done
    }
  }
}

struct NetworkImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: told("Neem een lijst met mensen in.", "Take a list of people in."),
    discussion: told(
      """
      Kolommen party, organisation, name, function, phone, mail, municipality, en waar ze er is deputy. \
      Een gemeente mag ook een provincie (PV26, Utrecht), een regio (AM Amersfoort) of NL zijn. Een lijst \
      gaat er helemaal in of niet; dezelfde lijst twee keer verandert niets. Eindigt met 1 als er fouten \
      zijn, elk met zijn regel.
      """,
      """
      Columns party, organisation, name, function, phone, mail, municipality, and where there deputy. A municipality may \
      also be a province (PV26, Utrecht), a region (AM Amersfoort) or NL. A list goes in whole or not at all; the same \
      list twice changes nothing. Ends with 1 when there are mistakes, each with its line.
      """))

  @OptionGroup var common: CommonOptions

  @Argument(
    help: told("Het bestand, CSV; - is standaardinvoer.", "The file, CSV; - is standard input."), completion: .file())
  var file: String

  @Flag(help: told("Zeg alleen wat er zou gebeuren.", "Only say what would happen."))
  var dryRun = false

  func run() throws {
    try common.reporting { place in
      let rules = try place.rules()
      let reading = try PeopleFile.read(file == "-" ? CsvReader(descriptor: 0) : CsvReader(path: file), rules)
      for mistake in reading.mistakes { Output.complain("\(file): \(mistake.text(place.language))") }
      guard reading.mistakes.isEmpty else {
        let count = Digits.counted(
          reading.mistakes.count, Phrase("fout", "mistake"), Phrase("fouten", "mistakes"))
        Output.line(
          Phrase("Niemand opgenomen: \(count.nl).", "Nobody taken in: \(count.en).")[place.language])
        return .refused
      }
      let casebook = dryRun ? try place.casebook(.create) : try place.casebookToRecordIn(.create)
      let done = try casebook.bring(
        reading.cards, on: place.today, by: place.actor, source: .importFile, rules: rules, today: place.today,
        dryRun: dryRun)
      for card in reading.cards where !card.deputy.isEmpty {
        let asked = StandIn(card.deputy, for: card.contact)
        if case .warns(let warning) = try casebook.verdict(asked, rules, today: place.today) {
          let who = card.contact.name
          Output.complain(
            Phrase("Vervanger van \(who): \(warning.nl).", "Deputy of \(who): \(warning.en).")[place.language])
        }
      }
      let (joined, changed) = (done.joined, done.changed)
      let rows = Digits.counted(reading.rows, Phrase("rij", "row"), Phrase("rijen", "rows"))
      let outcome =
        dryRun
        ? Phrase(
          ": zou \(joined) opnemen en \(changed) wijzigen.", ": would take in \(joined) and change \(changed).")
        : Phrase(": \(joined) opgenomen, \(changed) gewijzigd.", ": \(joined) taken in, \(changed) changed.")
      Output.line((rows + outcome)[place.language])
      return .done
    }
  }
}
