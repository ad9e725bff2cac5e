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
      achterstand. Een gepubliceerd doel gaat voor het berekende; --why zegt waar elk getal vandaan komt. \
      Met --forecast staat de prognose ernaast, van elke rij, en eronder hoe goed eerdere prognoses van het geheel \
      waren. Zonder geven json en csv de prognoses die eerder gemaakt zijn, met hun dag, en is wat niet gemaakt is \
      null of leeg.
      """,
      """
      task = target - balance before + correction + shift; balance = housed - task, + lead, - backlog. A published target \
      wins over the computed one; --why says where every figure comes from. With --forecast the forecast stands beside it, of \
      every row, and below it how good earlier forecasts of the whole were. Without it json and csv give the forecasts that \
      were made before, with their day, and what was not made is null or empty.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var task: TaskOptions

  @Option(help: told("table, json of csv.", "table, json or csv."))
  var format: ListCommand.Format = .table

  @Flag(help: told("Zeg van elk getal waaruit het bestaat.", "Say of every figure what it is made of."))
  var why = false

  @Flag(
    help: told(
      "De prognose van elke rij erbij; wat er niet is of niet meer geldt wordt berekend.",
      "The forecast of every row besides; what is not there or holds no more is computed."))
  var forecast = false

  func run() throws {
    try common.reporting { place in
      let (area, period) = (try task.area(), try task.halfYear(place.today))
      let casebook = try place.casebook()
      let ledger = try place.ledger(casebook)
      let lines = rows(ledger, area, period)
      let forecasting = Forecasting(casebook, rules: RulesInForce(ledger.rules))
      let kept =
        try forecast ? expected(lines, forecasting, place) : casebook.forecastsThatHold(lines, on: place.today)
      var page = QuotaPage(
        ledger: ledger, area: area, period: period, language: place.language, forecasts: try forecasts(kept, casebook),
        showsForecast: forecast)
      // Of the whole, once: of every row it would take as long as their forecasts again.
      if forecast, format == .table, !why, kept.values.contains(where: { $0.figures != nil }) {
        page.tested = try BacktestWords(area, ledger, forecasting, casebook, place.language)
      }
      switch format {
      case .json: Output.line(try page.json.rendered())
      case .csv: page.csv.forEach(Output.write)
      case .table: (why ? page.reasons : page.table).forEach { Output.line(Plain.clean($0)) }
      }
      return .done
    }
  }

  /// Of every row and of all together.
  private func rows(_ ledger: Ledger, _ area: Area, _ period: HalfYear) -> [LedgerLine] {
    let lines = ledger.lines(area, in: period)
    return lines.count == 1 ? lines : lines + [ledger.line(area, in: period)]
  }

  /// As `thuis forecast` gives them.
  private func expected(
    _ lines: [LedgerLine], _ forecasting: Forecasting, _ place: Surroundings
  ) throws -> [Area: KeptForecast] {
    if let why = try task.halfYear(place.today).noForecast(on: place.today)?.words {
      throw CommandFailure.usage("Er is geen prognose: \(why.nl).", "There is no forecast: \(why.en).")
    }
    defer { Output.endProgress() }
    var all: [Area: KeptForecast] = [:]
    for (index, line) in lines.enumerated() {
      let words = Phrase("Prognose \(index + 1) van \(lines.count)", "Forecast \(index + 1) of \(lines.count)")
      if place.isPlain { Output.progressLine(words[place.language]) } else { Output.progress(words[place.language]) }
      all[line.area] = try forecasting.expected(line, on: place.today, keeps: !place.isReadOnly)
    }
    return all
  }

  /// By area code.
  private func forecasts(_ kept: [Area: KeptForecast], _ casebook: Casebook) throws -> [String: QuotaForecast] {
    let changes = try casebook.changesSeen()
    return kept.reduce(into: [:]) { all, kept in
      guard let figures = kept.value.figures else { return }
      all[kept.key.code] = QuotaForecast(
        p15: figures.p15, p50: figures.p50, p85: figures.p85, chance: figures.chance, day: kept.value.day,
        changesSince: max(0, changes - kept.value.changes))
    }
  }
}
