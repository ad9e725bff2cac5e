import ArgumentParser
import Casebook
import Journey
import Quota

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "The approach of municipalities beside their result, and what lacks in it.",
    discussion: """
      Three ingredients: project structure, integrated plan, commitment of the administrators. One municipality is shown \
      in full; of an area those of which something was recorded, and with --all the rest too. Record with 'thuis quota post'.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var task: TaskOptions

  @Flag(help: "Also municipalities of which nothing was recorded.")
  var all = false

  @Option(help: "table, json or csv.")
  var format: ListCommand.Format = .table

  func run() throws {
    try common.reporting { place in
      let casebook = try place.casebook()
      let (ledger, period) = (try place.ledger(casebook), try task.halfYear(place.today))
      let kept = try casebook.keptForecasts(period)
      let chances: [String: Double] = kept.reduce(into: [:]) { $0[$1.key.code] = $1.value.figures?.chance }
      let page = PlanPage(
        ledger: ledger, area: try task.area(), period: period, all: all, language: place.language, chances: chances)
      switch format {
      case .json: Output.line(try page.json.rendered())
      case .csv: page.csv.forEach(Output.write)
      case .table: page.table.forEach { Output.line($0) }
      }
      return .done
    }
  }
}
