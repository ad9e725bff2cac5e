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
  /// Of the whole area.
  private let whole: Result<KeptForecast.Figures, TooLittle>?

  init(_ filling: ReportFilling) throws {
    self.filling = filling
    let runs = filling.period.first <= filling.today && filling.today < filling.period.last
    let line = filling.ledger.line(filling.area, in: filling.period)
    forecasting = Forecasting(filling.casebook, rules: RulesInForce(filling.rules))
    basis = runs ? try forecasting.basis(line, on: filling.today) : nil
    guard let basis else {
      whole = nil
      return
    }
    let expected = try forecasting.expected(line, on: filling.today, keeps: !filling.place.isReadOnly)
    // Of too little only its words are kept: how little it was is counted again.
    whole =
      expected.figures.map { .success($0) }
      ?? Result { () throws(TooLittle) in .init(try Forecast(basis.question, by: basis.hazards)) }
  }

  /// Of one row, as the screen and `thuis forecast` give it; nil where there is none to give.
  func brief(_ line: LedgerLine) throws -> KeptForecast.Figures? {
    guard let whole else { return nil }
    if line.area == filling.area { return try? whole.get() }
    return try forecasting.expected(line, on: filling.today, keeps: !filling.place.isReadOnly).figures
  }

  func outlook(of line: LedgerLine) -> ReportContent.Outlook {
    guard let basis, let whole else { return .none(over(line)) }
    switch whole {
    case .success(let figures):
      let values = (try? MarginalValue.all(basis.question, by: basis.hazards)) ?? []
      let withHomes = filling.ledger.book.municipalitiesWithHomes(in: line.area, line.period, on: filling.today)
      return .forecast(
        ReportContent.Forecast(
          band: ReportContent.Band(p15: Count(figures.p15), p50: Count(figures.p50), p85: Count(figures.p85)),
          chance: figures.chance,
          cone: figures.weeks.map {
            ReportContent.ConePoint($0.day, .init(p15: Count($0.p15), p50: Count($0.p50), p85: Count($0.p85)))
          },
          households: Count(figures.households), spells: figures.spells, runs: basis.question.runs,
          helps: values.map { ReportContent.Help(words($0), persons: $0.persons, households: Count($0.n)) },
          onHomes: figures.onHomes(withHomes, in: line.area)))
    case .failure(let little):
      let (one, more) = words(little.what)
      return .tooLittle(one: one, more: more, seen: Count(little.n), needed: little.needed)
    }
  }

  /// Of half-years gone by.
  func backTest() throws -> ReportContent.BackTest {
    guard basis != nil else {
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
        [], remark: Backtest.tooFew)
    }
    var remarks = [test.forecast.words].compactMap(\.self)
    if !test.tooLittle.isEmpty {
      let skipped = Digits.counted(test.tooLittle.count, Phrase("keer", "time"), Phrase("keer", "times"))
      remarks.append(skipped + Phrase(" waren er te weinig gegevens.", " there was too little data."))
    }
    if let sample = try filling.casebook.sampleSize(of: filling.area) { remarks.append(sample.words) }
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
    if filling.today == filling.period.last {
      return Phrase(
        "Vandaag is de laatste dag van het halfjaar: er valt niets meer te voorspellen.",
        "Today is the last day of the half-year: there is nothing left to forecast.")
    }
    guard line.target.persons != nil, line.isBalanceKnown else {
      return Phrase("Het halfjaar is voorbij.", "The half-year is over.")
    }
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

  /// As it is said of one, and of more.
  private func words(_ what: TooLittle.What) -> (one: Phrase, more: Phrase) {
    switch what {
    case .exits(let stage):
      (
        Phrase(
          "huishouden zag men weggaan uit de fase \(stage.name.nl)",
          "household was seen leaving the stage \(stage.name.en)"),
        Phrase(
          "huishoudens zag men weggaan uit de fase \(stage.name.nl)",
          "households were seen leaving the stage \(stage.name.en)")
      )
    case .weeks:
      (
        Phrase("week met koppelingen is bekend", "week of links is known"),
        Phrase("weken met koppelingen zijn bekend", "weeks of links are known")
      )
    case .links:
      (Phrase("koppeling is bekend", "link is known"), Phrase("koppelingen zijn bekend", "links are known"))
    case .beginning:
      (
        Phrase("halfjaar is begonnen", "half-year has begun"),
        Phrase("halfjaren zijn begonnen", "half-years have begun")
      )
    }
  }
}

extension Phrase {
  fileprivate var capital: Phrase {
    Phrase(nl.prefix(1).uppercased() + nl.dropFirst(), en.prefix(1).uppercased() + en.dropFirst())
  }
}
