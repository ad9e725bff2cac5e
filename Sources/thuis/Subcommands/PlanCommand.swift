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
      let ledger = try place.ledger(try place.casebook())
      let page = PlanPage(
        ledger: ledger, area: try task.area(), period: try task.halfYear(place.today), all: all,
        language: place.language)
      switch format {
      case .json: Output.line(try page.json.rendered())
      case .csv: page.csv.forEach(Output.write)
      case .table: page.table.forEach { Output.line($0) }
      }
      return .done
    }
  }
}
