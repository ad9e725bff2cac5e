import ArgumentParser
import Casebook
import Journey
import Quota

/// What a forecast says of a row: filled in by whoever computes one.
struct QuotaForecast {
  var p15: Int
  var p50: Int
  var p85: Int
  /// That the task is met, 0 to 1.
  var chance: Double?
  /// The day it was computed.
  var day: Day
  /// What changed in the casebook since.
  var changesSince: Int
}

struct QuotaShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: told("De stand van een halfjaar.", "The ledger of a half-year."),
    discussion: told(
      """
      opgave = doel - saldo vooraf + correctie + verschoven; saldo = gehuisvest - opgave, + voorsprong, - \
      achterstand. Een gepubliceerd doel gaat voor het berekende; --why zegt waar elk getal vandaan komt.
      """,
      """
      task = target - balance before + correction + shift; balance = housed - task, + lead, - backlog. A published target \
      wins over the computed one; --why says where every figure comes from.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var task: TaskOptions

  @Option(help: told("table, json of csv.", "table, json or csv."))
  var format: ListCommand.Format = .table

  @Flag(help: told("Zeg van elk getal waaruit het bestaat.", "Say of every figure what it is made of."))
  var why = false

  func run() throws {
    try common.reporting { place in
      let (area, period) = (try task.area(), try task.halfYear(place.today))
      let casebook = try place.casebook()
      let ledger = try place.ledger(casebook)
      let page = QuotaPage(
        ledger: ledger, area: area, period: period, language: place.language,
        forecasts: try forecasts(casebook, ledger.lines(area, in: period), on: place.today))
      switch format {
      case .json: Output.line(try page.json.rendered())
      case .csv: page.csv.forEach(Output.write)
      case .table: (why ? page.reasons : page.table).forEach { Output.line($0) }
      }
      return .done
    }
  }

  /// By area code, those that still hold; `thuis forecast` computes one anew.
  private func forecasts(
    _ casebook: Casebook, _ lines: [LedgerLine], on today: Day
  ) throws -> [String: QuotaForecast] {
    let changes = try casebook.changesSeen()
    return try casebook.forecastsThatHold(lines, on: today).reduce(into: [:]) { all, kept in
      guard let figures = kept.value.figures else { return }
      all[kept.key.code] = QuotaForecast(
        p15: figures.p15, p50: figures.p50, p85: figures.p85, chance: figures.chance, day: kept.value.day,
        changesSince: max(0, changes - kept.value.changes))
    }
  }
}
