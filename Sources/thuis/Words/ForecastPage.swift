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
  static func forecast(
    _ kept: KeptForecast, _ line: LedgerLine, withHomes: Int, _ worth: WorthWords, _ l: Language
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
    lines.append(tested[l])
    return ForecastPage(
      lines: lines + worth.lines,
      rows: [
        header + ["day"] + WorthWords.header(worth.rules), cells(line, figures) + [kept.day.description] + worth.cells,
      ],
      json: json(line, figures, nil, worth, day: kept.day, metBy: kept.metBy))
  }

  static func tooLittle(
    _ words: Phrase, _ line: LedgerLine, _ rules: Rulebook, _ l: Language, day: Day? = nil
  ) -> ForecastPage {
    let worth = WorthWords(values: nil, rules: rules, language: l)
    return ForecastPage(
      lines: [heading(line, l), Phrase("Geen prognose: ", "No forecast: ")[l] + words[l] + "."],
      rows: [header + ["day"] + WorthWords.header(rules), cells(line, nil) + [day?.description ?? ""] + worth.cells],
      json: json(line, nil, words[l], worth, day: day))
  }

  /// Which option says how good forecasts here would have been: computing that takes too long to do it beside each.
  private static let tested = Phrase(
    "Hoe goed eerdere prognoses hier waren: --backtest.", "How good earlier forecasts were here: --backtest.")

  private static let header = ["scope", "period", "p15", "p50", "p85", "chance", "n"]

  private static func cells(_ line: LedgerLine, _ figures: KeptForecast.Figures?) -> [String] {
    [
      line.area.code, line.period.description, (figures?.p15).map(String.init) ?? "",
      (figures?.p50).map(String.init) ?? "",
      (figures?.p85).map(String.init) ?? "", figures?.chance.map { String($0) } ?? "", String(figures?.households ?? 0),
    ]
  }

  private static func json(
    _ line: LedgerLine, _ figures: KeptForecast.Figures?, _ why: String?, _ worth: WorthWords?, day: Day? = nil,
    metBy: MetBy? = nil
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
      "worth": worth?.json ?? .null, "tooLittle": JSON(why), "day": JSON(day?.description),
    ])
  }

  private static func heading(_ line: LedgerLine, _ l: Language) -> String {
    "\(line.area.fullName[l]), \(line.period)."
  }

  // MARK: - A back-test

  static func scores(
    _ test: Backtest, _ area: Area, sample: SampleSize?, _ l: Language
  ) -> ForecastPage {
    let all: [(key: String, name: Phrase, score: Backtest.Score)] = [
      ("forecast", Phrase("prognose", "forecast"), test.forecast),
      ("paceLine", Baseline.Method.paceLine.name, test.paceLine), ("little", Baseline.Method.little.name, test.little),
    ]
    var lines = [
      Phrase(
        "\(area.fullName.nl): prognoses van vorige halfjaren naast wat er kwam.",
        "\(area.fullName.en): forecasts of past half-years beside what came.")[l],
      Plain.fit("", 16) + Plain.fit(Phrase("dekking", "coverage")[l], 10) + Plain.fit("Brier", 8) + "n",
    ]
    lines += all.map { one in
      Plain.fit(one.name[l], 16) + Plain.fit(one.score.coverage.map { share($0, l) } ?? "–", 10)
        + Plain.fit(one.score.brier.map { short($0, l) } ?? "–", 8) + String(one.score.n)
    }
    lines.append(
      Phrase(
        "Dekking van de band P15–P85: 70 % is juist. Brier: 0 is volmaakt, 0,25 een munt.",
        "Coverage of the band P15–P85: 70% is right. Brier: 0 is perfect, 0.25 a coin.")[l])
    if let sample { lines.append(sample.words[l]) }
    if let verdict = test.forecast.verdict(beside: test.paceLine) { lines.append(verdict[l]) }
    if let words = test.forecast.words { lines.append(words[l]) }
    if let last = test.tooLittle.last {
      let count = Digits.counted(test.tooLittle.count, Phrase("ijkdag", "origin"), Phrase("ijkdagen", "origins"))
      lines.append(
        Phrase("Op \(count.nl) te weinig: ", "Too little on \(count.en): ")[l] + last.why.words[l] + ".")
    }
    func object(_ score: Backtest.Score) -> [String: JSON] {
      [
        "coverage": JSON(decimal: score.coverage.map(rounded)), "brier": JSON(decimal: score.brier.map(rounded)),
        "n": .number(score.n),
        "atStake": .number(score.atStake), "open": .number(score.open),
      ]
    }
    var top = object(test.forecast)
    top["scope"] = .text(area.code)
    top["sampled"] =
      sample.map { .object(["households": .number($0.households), "of": .number($0.all)]) } ?? .null
    top["paceLine"] = .object(object(test.paceLine))
    top["little"] = .object(object(test.little))
    let rows = all.map { one in
      [one.key, cell(one.score.coverage), cell(one.score.brier), String(one.score.n)]
    }
    return ForecastPage(lines: lines, rows: [["method", "coverage", "brier", "n"]] + rows, json: .object(top))
  }

  /// A score for programs: four decimals, more than the lines have.
  private static func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }

  private static func cell(_ score: Double?) -> String { score.map { String(rounded($0)) } ?? "" }

  /// What was counted can be none or all, unlike a chance.
  private static func share(_ value: Double, _ l: Language) -> String {
    "\(Int((value * 100).rounded()))" + (l == .nl ? " %" : "%")
  }

  private static func short(_ value: Double, _ l: Language) -> String {
    let thousands = Int((value * 1000).rounded())
    return "\(thousands / 1000)" + (l == .nl ? "," : ".")
      + String(repeating: "0", count: max(0, 3 - String(thousands % 1000).count))
      + "\(thousands % 1000)"
  }

  // MARK: - What if

  static func whatIf(
    _ answer: WhatIf, _ line: LedgerLine, _ worth: WorthWords, today: Day, _ l: Language
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
    let lines =
      [heading(line, l)] + answer.otherwise.scenario.words(on: today, worth.rules).map { "– " + $0[l] } + [
        side(Phrase("nu", "today"), answer.today), side(Phrase("met dit", "with this"), answer.otherwise),
        Plain.fit(Phrase("verschil", "difference")[l], 12) + Plain.fit(mean, 24)
          + Phrase("zeven op de tien: ", "seven in ten: ")[l] + band, Scenario.takesTime(line.period)[l], tested[l],
      ] + worth.lines
    func object(_ forecast: Forecast, _ worth: WorthWords? = nil) -> JSON {
      json(line, KeptForecast.Figures(forecast), nil, worth)
    }
    let rows = [
      ["case"] + header + WorthWords.header(worth.rules),
      ["today"] + cells(line, .init(answer.today)) + WorthWords.header(worth.rules).map { _ in "" },
      ["what-if"] + cells(line, .init(answer.otherwise)) + worth.cells,
    ]
    return ForecastPage(
      lines: lines, rows: rows,
      json: .object([
        "today": object(answer.today), "whatIf": object(answer.otherwise, worth),
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
