import ArgumentParser
import Casebook
import Journey
import Quota

struct QuotaSignalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signals",
    abstract: told(
      "Drempels van het regelboek die overschreden zijn, en wat de provincie deed.",
      "Thresholds of the rulebook that are crossed, and what the province has done."),
    discussion: told(
      "Een signaal wijst; het zegt nooit dat er een stap van toezicht is gezet.",
      "A signal points; it never says that a step of supervision was taken."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var task: TaskOptions

  @Option(help: told("table, json of csv.", "table, json or csv."))
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
