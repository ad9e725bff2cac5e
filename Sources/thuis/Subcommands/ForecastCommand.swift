import ArgumentParser
import Casebook
import Exchange
import Journey
import Quota

struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: told(
      "Wordt de opgave gehaald: personen gehuisvest aan het eind van het halfjaar, met een band.",
      "Will the task be met: persons housed by the end of the half-year, with a band."),
    discussion: told(
      """
      Halfjaren worden gespeeld met wat de verhalen zeggen over wie wacht en hoe snel fasen voorbijgaan. \
      P50 is het midden; zeven van de tien uitkomsten liggen tussen P15 en P85. Waar te weinig houvast is \
      staat dat erbij. Eronder staat hoe goed eerdere prognoses waren naast wat er kwam, met de tempolijn en de wet \
      van Little; --backtest zegt dat alleen. Wat vandaag is voorspeld en nog geldt, wordt nog eens gezegd: \
      --anew maakt een nieuwe. \
      Onder een nieuwe prognose staat wat één woning meer van elke grootte, en één huishouden zonder \
      knelpunt, zou toevoegen; onder een bewaarde alleen met --worth. Waar het niet is berekend heeft json null, en csv \
      lege cellen. --what-if neemt termen als homes=2:2-4@2026-12-01, cap=5 (meer woningen komen er per week niet \
      vrij), step=zoeken-14, step=aanbod*1.5, lag=4, links=3 en clear=geen-aanbod; een fase of knelpunt bij code of naam.
      """,
      """
      Half-years are played from what the stories say of who waits and how fast stages are left. P50 is the middle; seven in \
      ten outcomes lie from P15 to P85. Where there is too little to go by it says so. Below it stands how good earlier \
      forecasts were against what came, beside the pace line and Little's law; --backtest says that alone. What was \
      forecast today and still holds is said again: --anew makes another. Below a new forecast stands what one more home of each size, and one household freed of a blocker, would \
      add; below one that was kept only with --worth. Where it was not computed json has null, and csv empty cells. \
      --what-if takes terms such as homes=2:2-4@2026-12-01, cap=5 (no more homes a week come free), step=search-14, \
      step=contract*1.5, lag=4, links=3 and clear=CODE; a stage or blocker by code or name.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var task: TaskOptions

  @Flag(help: told("Hoe goed eerdere prognoses het hadden gedaan.", "How well earlier forecasts would have done."))
  var backtest = false

  @Option(
    parsing: .upToNextOption,
    help: told("Wat er anders zou zijn; meer termen tegelijk.", "What would be otherwise; several terms at once."))
  var whatIf: [String] = []

  @Flag(
    help: told(
      "Maak haar opnieuw, ook waar de bewaarde nog geldt.",
      "Make it anew, also where the one that was kept still holds."))
  var anew = false

  @Flag(
    help: told(
      "Zeg wat één ding meer zou toevoegen, ook onder een bewaarde prognose.",
      "Say what one thing more would add, also below a forecast that was kept."))
  var worth = false

  @Option(help: told("table, json of csv.", "table, json or csv."))
  var format: ListCommand.Format = .table

  func validate() throws {
    if backtest, !whatIf.isEmpty {
      throw ValidationError(
        told("--backtest en --what-if gaan niet samen.", "--backtest and --what-if do not go together."))
    }
  }

  func run() throws {
    try common.reporting { place in
      let (area, period) = (try task.area(), try task.halfYear(place.today))
      let (casebook, rules) = (try place.casebook(), try place.rules())
      let ledger = try casebook.ledger(rules: rules, today: place.today)
      let forecasting = Forecasting(casebook, rules: RulesInForce(rules))
      func tested() throws -> BacktestWords {
        try BacktestWords(area, ledger, forecasting, casebook, place.language)
      }
      if backtest {
        try print(try tested().page)
        return .done
      }
      guard period.last != place.today else {
        throw CommandFailure.usage(
          "Vandaag is de laatste dag van \(period): er valt niets meer te voorspellen; 'thuis quota' zegt hoe het staat.",
          "Today is the last day of \(period): there is nothing left to forecast; 'thuis quota' says how it stands.")
      }
      guard period.last > place.today else {
        throw CommandFailure.usage(
          "\(period) is voorbij: er valt niets te voorspellen.", "\(period) is over: there is nothing to forecast.")
      }
      guard period.first <= place.today else {
        throw CommandFailure.usage(
          "\(period) is nog niet begonnen: er is pas een prognose vanaf \(period.first).",
          "\(period) has not begun yet: there is a forecast from \(period.first) on.")
      }
      let line = ledger.line(area, in: period)
      if whatIf.isEmpty {
        let kept = try anew ? nil : casebook.keptForecasts(period, of: area)[area]
        let expected = try forecasting.expected(line, on: place.today, anew: anew, keeps: !place.isReadOnly)
        // Each value takes as many runs as a forecast: not where an answer is only repeated.
        let isAsked = expected.figures != nil && (worth || expected != kept)
        let values = try isAsked ? self.values(line, forecasting, on: place.today) : nil
        let words = WorthWords(values: values, rules: rules, language: place.language)
        let withHomes = ledger.book.municipalitiesWithHomes(in: area, period, on: place.today)
        let test = try expected.figures == nil ? nil : tested()
        try print(ForecastPage.forecast(expected, line, withHomes: withHomes, words, test, place.language))
      } else {
        try print(try otherwise(line, forecasting, rules, tested, place))
      }
      return .done
    }
  }

  /// Of those who wait now: none where there is too little to go by.
  private func values(_ line: LedgerLine, _ forecasting: Forecasting, on today: Day) throws -> [MarginalValue] {
    let basis = try forecasting.basis(line, on: today)
    do throws(TooLittle) { return try MarginalValue.all(basis.question, by: basis.hazards) } catch { return [] }
  }

  /// Each begins with its word and `=`; what has none goes on with the name before it: `clear=geen aanbod`.
  private var terms: [String] {
    whatIf.flatMap { $0.split(separator: " ").map(String.init) }.reduce(into: []) { all, word in
      if word.contains("=") || all.isEmpty { all.append(word) } else { all[all.count - 1] += " " + word }
    }
  }

  private func otherwise(
    _ line: LedgerLine, _ forecasting: Forecasting, _ rules: Rulebook, _ tested: () throws -> BacktestWords,
    _ place: Surroundings
  ) throws -> ForecastPage {
    var scenario = Scenario()
    for term in terms {
      try scenario.take(term, today: place.today, rules: rules)
    }
    let (basis, test) = (try forecasting.basis(line, on: place.today), try tested())
    do throws(TooLittle) {
      let answer = try WhatIf(basis.question, by: basis.hazards, under: scenario)
      let values = try MarginalValue.all(basis.question, by: basis.hazards, homesOf: scenario)
      let worth = WorthWords(values: values, rules: rules, language: place.language, scenario: scenario)
      return ForecastPage.whatIf(answer, line, worth, test, today: place.today, place.language)
    } catch {
      return ForecastPage.tooLittle(error.words, line, rules, place.language)
    }
  }

  private func print(_ page: ForecastPage) throws {
    switch format {
    case .json: Output.line(try page.json.rendered())
    case .csv:
      for row in page.rows { Output.write(CsvWriter.printed.line(row)) }
    case .table: page.lines.forEach { Output.line(Plain.clean($0)) }
    }
  }
}
