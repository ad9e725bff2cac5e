import ArgumentParser
import Casebook
import Journey

struct NetworkChain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chain",
    abstract: told(
      "De verbinding van land tot stad van elke gemeente, wat het meest gebroken is bovenaan.",
      "The connection from country to town of each municipality, what is most broken on top."),
    discussion: told(
      """
      Van ministerie tot corporatie hoort op elk niveau iemand bekend te zijn, en elk spreekt met de \
      volgende. Woorden van een vraag worden gezocht in de gemeente, de mensen en wat gebroken is. Van \
      even gebroken verbindingen komt de langste stilte eerst; --sort silence zet schakels waarover nooit \
      gesproken is bovenaan, dan de langste stilte.
      """,
      """
      From ministry to corporation somebody is to be known at every level, and each is to speak with the next. Words of a \
      query are looked for in the municipality, the people and what is broken. Of equally broken ones the longest silence \
      comes first; --sort silence puts links that nobody ever spoke over on top, then the longest silence.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var scope: ScopeOption

  @Argument(
    help: told(
      "Woorden van een gemeente, van iemand daar of van wat gebroken is: provincie.",
      "Words of a municipality, of somebody there or of what is broken: provincie."))
  var query: [String] = []

  @Flag(help: told("Alleen die met een breuk.", "Only those with a break."))
  var broken = false

  @Option(help: told("broken, silence of name.", "broken, silence or name."))
  var sort = "broken"

  @Option(help: told("table, json of csv.", "table, json or csv."))
  var format: ListCommand.Format = .table

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.casebook(), try place.ownRules())
      var wanted = ConnectionQuery(query.joined(separator: " "), order: try order)
      wanted.isBrokenOnly = wanted.isBrokenOnly || broken
      let connections = wanted.listed(
        try casebook.connections(try scope.area, today: place.today), rules, today: place.today)
      try TableText(format: format).print(ChainPage(connections, rules, place.language, today: place.today))
      return .done
    }
  }

  private var order: ConnectionQuery.Order {
    get throws {
      if let order = ConnectionQuery.Order(rawValue: sort) { return order }
      throw CommandFailure.usage(
        "--sort \"\(sort)\" is geen volgorde. Kies uit: broken, silence, name.",
        "--sort \"\(sort)\" is no order. Choose from: broken, silence, name.")
    }
  }
}
