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
      "Een signaal wijst; het zegt nooit dat er een stap van toezicht is gezet. Signalen zijn van het halfjaar dat loopt.",
      "A signal points; it never says that a step of supervision was taken. Signals are of the half-year that runs."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var task: TaskOptions

  @Option(help: told("table, json of csv.", "table, json or csv."))
  var format: ListCommand.Format = .table

  func run() throws {
    try common.reporting { place in
      let now = HalfYear(holding: place.today)
      guard try task.halfYear(place.today) == now else {
        throw CommandFailure.usage(
          "Signalen zijn van het halfjaar dat loopt, \(now): laat --period weg.",
          "Signals are of the half-year that runs, \(now): leave --period out.")
      }
      let ledger = try place.ledger(try place.casebook())
      let page = SignalPage(ledger: ledger, area: try task.area(), language: place.language)
      switch format {
      case .json: Output.line(try page.json.rendered())
      case .csv: page.csv.forEach(Output.write)
      case .table: page.table.forEach { Output.line(Plain.clean($0)) }
      }
      return .done
    }
  }
}
