import ArgumentParser
import Casebook
import Journey

struct NetworkChain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chain",
    abstract: "The connection from country to town of each municipality, what is most broken on top.",
    discussion: """
      From ministry to corporation somebody is to be known at every level, and each is to speak with the next. Of equally \
      broken ones the longest silence comes first.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var scope: ScopeOption

  @Option(help: "table, json or csv.")
  var format: ListCommand.Format = .table

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.casebook(), try place.rules())
      let connections = try casebook.connections(try scope.area, today: place.today)
      try TableText(format: format).print(ChainPage(connections, rules, place.language, today: place.today))
      return .done
    }
  }
}
