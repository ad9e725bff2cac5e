import Casebook
import Journey
import Quota

/// A forecast, a back-test or a what-if as lines for people, rows for CSV, and JSON.
struct ForecastPage {
  var lines: [String]
  var rows: [[String]]
  var json: JSON

  // MARK: - A forecast

  /// - Parameters:
  ///   - withHomes: municipalities of the area of which homes are known to come.
  ///   - worth: what one thing more would add, of those who wait now.
  ///   - test: how good earlier ones were; nil where there is no forecast.
  static func forecast(
    _ kept: KeptForecast, _ line: LedgerLine, withHomes: Int, _ worth: WorthWords, _ test: BacktestWords?, _ l: Language
  ) -> ForecastPage {
    guard let figures = kept.figures else {
      return tooLittle(kept.tooLittle ?? Phrase(same: ""), line, worth.rules, l, day: kept.day)
    }
    let task = line.target.persons == nil ? "–" : Digits.grouped(line.task, l)
    let (p50, band) = (
      Digits.grouped(figures.p50, l), "\(Digits.grouped(figures.p15, l))–\(Digits.grouped(figures.p85, l))"
    )
    let noun = Forecast.noun(figures.p50)
    var lines = [
      heading(line, l),
      Phrase(
        "Gehuisvest \(Digits.grouped(line.housed, .nl)), opgave \(task).",
        "Housed \(Digits.grouped(line.housed, .en)), task \(task).")[l],
      Phrase(
        "Prognose op \(line.period.last): \(p50) \(noun.nl) (\(band)).",
        "Forecast for \(line.period.last): \(p50) \(noun.en) (\(band)).")[l],
    ]
    if let chance = figures.chance {
      lines.append(
        Phrase("Kans dat de opgave wordt gehaald: ", "Chance that the task is met: ")[l] + Forecast.percent(chance, l)
          + ".")
    }
    if let met = kept.metBy?.words { lines.append(met[l]) }
    lines.append(Forecast.basis(figures.households, figures.spells)[l])
    if let homes = figures.onHomes(withHomes, in: line.area) { lines.append(homes[l]) }
    if let relatives = figures.relatives?.words { lines.append(relatives[l]) }
    lines.append(Phrase("Berekend op \(kept.day).", "Computed on \(kept.day).")[l] + " " + Forecast.leavesOut[l])
    let tested: [String] = test?.cells ?? BacktestWords.noCells
    return ForecastPage(
      lines: lines + (test?.lines ?? []) + worth.lines,
      rows: [heads(worth.rules), cells(line, figures) + [kept.day.description] + worth.cells + tested],
      json: json(line, figures, nil, worth, test, day: kept.day, metBy: kept.metBy))
  }

  static func tooLittle(
    _ words: Phrase, _ line: LedgerLine, _ rules: Rulebook, _ l: Language, day: Day? = nil
  ) -> ForecastPage {
    let worth = WorthWords(values: nil, rules: rules, language: l)
    return ForecastPage(
      lines: [heading(line, l), Phrase("Geen prognose: ", "No forecast: ")[l] + words[l] + "."],
      rows: [
        heads(rules), cells(line, nil) + [day?.description ?? ""] + worth.cells + BacktestWords.noCells,
      ],
      json: json(line, nil, words[l], worth, nil, day: day))
  }

  private static let header = ["scope", "period", "p15", "p50", "p85", "chance", "n"]

  private static func heads(_ rules: Rulebook) -> [String] {
    header + ["day"] + WorthWords.header(rules) + BacktestWords.header
  }

  private static func cells(_ line: LedgerLine, _ figures: KeptForecast.Figures?) -> [String] {
    [
      line.area.code, line.period.description, (figures?.p15).map(String.init) ?? "",
      (figures?.p50).map(String.init) ?? "",
      (figures?.p85).map(String.init) ?? "", figures?.chance.map { String($0) } ?? "", String(figures?.households ?? 0),
    ]
  }

  private static func json(
    _ line: LedgerLine, _ figures: KeptForecast.Figures?, _ why: String?, _ worth: WorthWords?, _ test: BacktestWords?,
    day: Day? = nil, metBy: MetBy? = nil
  ) -> JSON {
    .object([
      "scope": .text(line.area.code), "period": .text(line.period.description), "p15": JSON(figures?.p15),
      "p50": JSON(figures?.p50), "p85": JSON(figures?.p85), "chance": JSON(decimal: figures?.chance),
      "n": .number(figures?.households ?? 0), "spells": .number(figures?.spells ?? 0),
      "relatives": JSON(figures?.relatives?.awaited),
      "homesAreKnown": figures?.homesAreKnown.map { .flag($0) } ?? .null,
      "relativesLeftOut": figures?.relatives.map { .flag($0.areLeftOut) } ?? .null,
      "task": line.target.persons == nil ? .null : .number(line.task), "housed": .number(line.housed),
      "metByP50": JSON(metBy?.half), "metByP85": JSON(metBy?.mostly),
      "worth": worth?.json ?? .null, "backtest": test?.json ?? .null, "tooLittle": JSON(why),
      "day": JSON(day?.description),
    ])
  }

  private static func heading(_ line: LedgerLine, _ l: Language) -> String {
    "\(line.area.fullName[l]), \(line.period)."
  }

  // MARK: - What if

  /// - Parameter test: how good forecasts as today's were; a change has none of its own.
  static func whatIf(
    _ answer: WhatIf, _ line: LedgerLine, _ worth: WorthWords, _ test: BacktestWords, today: Day, _ l: Language
  ) -> ForecastPage {
    func side(_ name: Phrase, _ forecast: Forecast) -> String {
      let band = forecast.total
      let odds = forecast.chance.map { Phrase("kans ", "chance ")[l] + Forecast.percent($0, l) } ?? ""
      func text(_ number: Int) -> String { Digits.grouped(number, l) }
      return Plain.fit(name[l], 12) + Plain.fit("\(text(band.p50)) (\(text(band.p15))–\(text(band.p85)))", 24) + odds
    }
    let difference = answer.difference
    let mean = Digits.tenths(difference.mean, l)
    let band = "\(Digits.signed(difference.band.p15, l)) … \(Digits.signed(difference.band.p85, l))"
    let besides = test.lines + worth.lines
    let lines =
      [heading(line, l)] + answer.otherwise.scenario.words(on: today, worth.rules).map { "– " + $0[l] } + [
        side(Phrase("nu", "today"), answer.today), side(Phrase("met dit", "with this"), answer.otherwise),
        Plain.fit(Phrase("verschil", "difference")[l], 12) + Plain.fit(mean, 24)
          + Phrase("zeven op de tien: ", "seven in ten: ")[l] + band, Scenario.takesTime(line.period)[l],
      ] + besides
    func object(_ forecast: Forecast, _ worth: WorthWords? = nil, _ test: BacktestWords? = nil) -> JSON {
      json(line, KeptForecast.Figures(forecast), nil, worth, test)
    }
    let noWorth = WorthWords.header(worth.rules).map { _ in "" }
    let rows = [
      ["case"] + header + WorthWords.header(worth.rules) + BacktestWords.header,
      ["today"] + cells(line, .init(answer.today)) + noWorth + test.cells,
      ["what-if"] + cells(line, .init(answer.otherwise)) + worth.cells + BacktestWords.noCells,
    ]
    return ForecastPage(
      lines: lines, rows: rows,
      json: .object([
        "today": object(answer.today, nil, test), "whatIf": object(answer.otherwise, worth),
        "difference": .object([
          "mean": JSON(decimal: difference.mean), "p15": .number(difference.band.p15),
          "p50": .number(difference.band.p50),
          "p85": .number(difference.band.p85),
        ]),
      ]))
  }
}

extension JSON {
  fileprivate init(decimal: Double?) { self = decimal.map(JSON.decimal) ?? .null }
}
