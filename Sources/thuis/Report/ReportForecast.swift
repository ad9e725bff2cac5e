import Casebook
import Exchange
import Journey
import Quota

/// The forecast of a report: of the area in full, of each row in brief.
struct ReportForecast {
  private let filling: ReportFilling
  /// The paces of the whole area; nil where the half-year has nothing to expect.
  private let basis: Forecasting.Basis?
  private let forecasting: Forecasting
  /// As they were made last, by anybody.
  private let kept: [Area: KeptForecast]
  /// Of the whole area.
  private let whole: Result<Forecast, TooLittle>?

  init(_ filling: ReportFilling) throws {
    self.filling = filling
    let runs = filling.period.first <= filling.today && filling.today < filling.period.last
    let line = filling.ledger.line(filling.area, in: filling.period)
    forecasting = Forecasting(filling.casebook, rules: RulesInForce(filling.rules))
    kept = runs ? try filling.casebook.keptForecasts(filling.period) : [:]
    basis = runs ? try forecasting.basis(line, on: filling.today) : nil
    whole = basis.map { basis in
      Result { () throws(TooLittle) in try Forecast(basis.question, by: basis.hazards) }
    }
  }

  /// Of one row, as the screen and `thuis forecast` give it; nil where there is none to give. It is kept, so that all three say
  /// the same.
  func brief(_ line: LedgerLine) -> KeptForecast.Figures? {
    guard basis != nil else { return nil }
    if line.area == filling.area { return whole.flatMap { try? $0.get() }.map(KeptForecast.Figures.init) }
    let grounds = try? filling.casebook.forecastGrounds([line])[line.area]
    if let kept = kept[line.area], !kept.isStale(filling.today, on: grounds) { return kept.figures }
    guard let kept = try? forecasting.forecast(line, on: filling.today) else { return nil }
    if !filling.place.isReadOnly { try? filling.casebook.keep(kept) }
    return kept.figures
  }

  func outlook(of line: LedgerLine) -> ReportContent.Outlook {
    guard let basis, let whole else { return .none(over(line)) }
    switch whole {
    case .success(let forecast):
      let values = (try? MarginalValue.all(basis.question, by: basis.hazards, runs: 1_000)) ?? []
      return .forecast(
        ReportContent.Forecast(
          band: ReportContent.Band(forecast.total), chance: forecast.chance,
          cone: forecast.cone.map { ReportContent.ConePoint($0.day, ReportContent.Band($0.band)) },
          households: Count(forecast.households), spells: forecast.spells, runs: forecast.runs,
          helps: values.map { ReportContent.Help(words($0), persons: $0.persons) }))
    case .failure(let little):
      return .tooLittle(what: words(little.what), seen: Count(little.n), needed: little.needed)
    }
  }

  /// Of half-years gone by.
  func backTest() throws -> ReportContent.BackTest {
    guard let basis else {
      return ReportContent.BackTest(
        [], remark: Phrase("Zonder prognose geen terugblik.", "Without a forecast no back-test."))
    }
    let test = try forecasting.backTest(filling.area, filling.ledger) { done, all in
      filling.say(Phrase("Terugblik \(done + 1) van \(all)", "Back-test \(done + 1) of \(all)"))
      return true
    }
    func score(_ name: Phrase, _ score: Backtest.Score) -> ReportContent.Score {
      ReportContent.Score(name, coverage: score.coverage, brier: score.brier, n: score.n)
    }
    guard test.forecast.n > 0 else {
      return ReportContent.BackTest(
        [], remark: Phrase("Te weinig halfjaren om op terug te kijken.", "Too few half-years to look back on."))
    }
    var remarks = [test.forecast.words].compactMap(\.self)
    if !test.tooLittle.isEmpty {
      let skipped = test.tooLittle.count
      remarks.append(
        Phrase("\(skipped) keer waren er te weinig gegevens.", "\(skipped) times there was too little data."))
    }
    if basis.weight > 1 {
      remarks.append(
        Phrase(
          "Geprobeerd op een gelijkmatige steekproef van 1 op de \(basis.weight) huishoudens.",
          "Tried on an even sample of 1 in \(basis.weight) households."))
    }
    return ReportContent.BackTest(
      [
        score(Phrase("Prognose", "Forecast"), test.forecast),
        score(Baseline.Method.paceLine.name.capital, test.paceLine),
        score(Baseline.Method.little.name.capital, test.little),
      ],
      remark: remarks.isEmpty ? nil : remarks.dropFirst().reduce(remarks[0]) { $0 + Phrase(same: " ") + $1 })
  }

  /// The half-year has ended, or not begun.
  private func over(_ line: LedgerLine) -> Phrase {
    if filling.today < filling.period.first {
      return Phrase("Het halfjaar is nog niet begonnen.", "The half-year has not begun yet.")
    }
    guard line.target.persons != nil else { return Phrase("Het halfjaar is voorbij.", "The half-year is over.") }
    return line.balance >= 0
      ? Phrase("Het halfjaar is voorbij en de opgave is gehaald.", "The half-year is over and the task was met.")
      : Phrase(
        "Het halfjaar is voorbij en de opgave is niet gehaald.", "The half-year is over and the task was not met.")
  }

  private func words(_ value: MarginalValue) -> Phrase {
    switch value.thing {
    case .home(.one): Phrase("één woning erbij voor één persoon", "one more home for one person")
    case .home(.few): Phrase("één woning erbij voor 2 tot 4 personen", "one more home for 2 to 4 persons")
    case .home(.many): Phrase("één woning erbij voor 5 of meer personen", "one more home for 5 or more persons")
    case .cleared(let code):
      Phrase("één huishouden verder helpen dat wacht (", "helping one household on that waits (")
        + filling.rules.blocker(code)
        + (value.heldBesides == 0
          ? Phrase(same: ")") : Phrase("; sommige houdt daarna nog iets anders op)", "; some are held up by more)"))
    }
  }

  private func words(_ what: TooLittle.What) -> Phrase {
    switch what {
    case .exits(let stage):
      Phrase(
        "huishoudens zag men weggaan uit de stap \(stage.name.nl)",
        "households were seen leaving the stage \(stage.name.en)")
    case .weeks: Phrase("weken met koppelingen zijn bekend", "weeks of links are known")
    case .links: Phrase("koppelingen zijn bekend", "links are known")
    case .beginning: Phrase("halfjaren zijn begonnen", "half-years have begun")
    }
  }
}

extension Phrase {
  fileprivate var capital: Phrase {
    Phrase(nl.prefix(1).uppercased() + nl.dropFirst(), en.prefix(1).uppercased() + en.dropFirst())
  }
}
