import ArgumentParser
import Casebook
import Journey
import Quota

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: told(
      "De aanpak van gemeenten naast hun uitkomst, en wat eraan ontbreekt.",
      "The approach of municipalities beside their result, and what lacks in it."),
    discussion: told(
      """
      Drie onderdelen: projectstructuur, integraal plan, inzet van de bestuurders. Eén gemeente komt \
      voluit; van een gebied die waarvan iets is vastgelegd, en met --all de rest ook. De kans is die van \
      een prognose van vandaag die nog geldt ('thuis forecast' maakt er een). Leg vast met 'thuis quota post'.
      """,
      """
      Three ingredients: project structure, integrated plan, commitment of the administrators. One municipality is shown \
      in full; of an area those of which something was recorded, and with --all the rest too. The chance is that of a \
      forecast of today that still holds ('thuis forecast' makes one). Record with 'thuis quota post'.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var task: TaskOptions

  @Flag(help: told("Ook gemeenten waarvan niets is vastgelegd.", "Also municipalities of which nothing was recorded."))
  var all = false

  @Option(help: told("table, json of csv.", "table, json or csv."))
  var format: ListCommand.Format = .table

  func run() throws {
    try common.reporting { place in
      let casebook = try place.casebook()
      let (ledger, period) = (try place.ledger(casebook), try task.halfYear(place.today))
      let area = try task.area()
      let kept = try casebook.forecastsThatHold(ledger.lines(area, in: period), on: place.today)
      let chances: [String: Double] = kept.reduce(into: [:]) { $0[$1.key.code] = $1.value.figures?.chance }
      let page = PlanPage(
        ledger: ledger, area: area, period: period, all: all, language: place.language, chances: chances)
      switch format {
      case .json: Output.line(try page.json.rendered())
      case .csv: page.csv.forEach(Output.write)
      case .table: page.table.forEach { Output.line(Plain.clean($0)) }
      }
      return .done
    }
  }
}
