import ArgumentParser
import Casebook
import Journey
import Quota

struct QuotaLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: told("Elke boeking, ook de teruggenomen.", "Every posting, those taken back too."))

  @OptionGroup var common: CommonOptions

  @Option(help: told("table, json of csv.", "table, json or csv."))
  var format: ListCommand.Format = .table

  func run() throws {
    try common.reporting { place in
      let page = QuotaLogPage(try place.casebook().taskBook(), try place.rules(), place.language)
      switch format {
      case .json: Output.line(try page.json.rendered())
      case .csv: page.csv.forEach(Output.write)
      case .table: page.table.forEach { Output.line(Plain.clean($0)) }
      }
      return .done
    }
  }
}
