import Casebook
import Journey
import Quota

/// How good forecasts of past half-years were, as `thuis forecast` says it: lines, columns of CSV, JSON.
struct BacktestWords {
  let test: Backtest
  let area: Area
  /// nil: all households were tried.
  let sample: SampleSize?
  let language: Language

  // MARK: - Made now

  init(
    _ area: Area, _ ledger: Ledger, _ forecasting: Forecasting, _ casebook: Casebook, _ language: Language
  ) throws {
    test = try forecasting.backTest(area, ledger)
    (self.area, self.language) = (area, language)
    sample = try casebook.sampleSize(of: area)
  }

  // MARK: - By itself

  var page: ForecastPage {
    let heading = Phrase(
      "\(area.fullName.nl): prognoses van vorige halfjaren naast wat er kwam.",
      "\(area.fullName.en): forecasts of past half-years beside what came.")
    let rows = methods.map { one in
      [one.key, Self.cell(one.score.coverage), Self.cell(one.score.brier), String(one.score.n)]
    }
    return ForecastPage(
      lines: [heading[language]] + table, rows: [["method", "coverage", "brier", "n"]] + rows, json: scores)
  }

  // MARK: - Beside a forecast

  /// Its heading and the table; where there is too little to test on that instead.
  var lines: [String] {
    let heading = Phrase("Hoe goed eerdere prognoses hier waren:", "How good earlier forecasts were here:")
    if tells { return [heading[language]] + table }
    let why = [test.forecast.words, skipped].compactMap(\.self)
    return ([heading] + (why.isEmpty ? [Backtest.tooFew] : why)).map { $0[language] }
  }

  /// The forecast has an `n` of its own.
  static let header = [
    "coverage", "brier", "backtestN", "paceLineCoverage", "paceLineBrier", "paceLineN", "littleCoverage", "littleBrier",
    "littleN",
  ]

  /// Empty where there is too little to test on.
  var cells: [String] {
    guard tells else { return Self.noCells }
    return methods.flatMap { one in
      [Self.cell(one.score.coverage), Self.cell(one.score.brier), String(one.score.n)]
    }
  }

  static let noCells = header.map { _ in "" }

  /// null where there is too little to test on.
  var json: JSON { tells ? scores : .null }

  // MARK: - Parts

  private var tells: Bool { test.forecast.coverage != nil }

  private var methods: [(key: String, name: Phrase, score: Backtest.Score)] {
    [
      ("forecast", Phrase("prognose", "forecast"), test.forecast),
      ("paceLine", Baseline.Method.paceLine.name, test.paceLine), ("little", Baseline.Method.little.name, test.little),
    ]
  }

  /// Each method with its scores, and what they say.
  private var table: [String] {
    let l = language
    let head = Plain.fit("", 16) + Plain.fit(Phrase("dekking", "coverage")[l], 10) + Plain.fit("Brier", 8) + "n"
    let rows = methods.map { one in
      Plain.fit(one.name[l], 16) + Plain.fit(one.score.coverageText(l), 10) + Plain.fit(one.score.brierText(l), 8)
        + String(one.score.n)
    }
    let key = Phrase(
      "Dekking van de band P15–P85: 70 % is juist. Brier: 0 is volmaakt, 0,25 een munt.",
      "Coverage of the band P15–P85: 70% is right. Brier: 0 is perfect, 0.25 a coin.")
    let verdict = test.forecast.verdict(beside: test.paceLine)
    let remarks = [key, sample?.words, verdict, test.forecast.words, skipped].compactMap(\.self).map { $0[l] }
    return [head] + rows + remarks
  }

  /// Origins without a forecast, and why the last of them had none.
  private var skipped: Phrase? {
    test.tooLittle.last.map { last in
      let count = Digits.counted(test.tooLittle.count, Phrase("ijkdag", "origin"), Phrase("ijkdagen", "origins"))
      return Phrase("Op \(count.nl) te weinig: ", "Too little on \(count.en): ") + last.why.words + Phrase(same: ".")
    }
  }

  private var scores: JSON {
    var top = Self.fields(test.forecast)
    top["scope"] = .text(area.code)
    top["sampled"] =
      sample.map { .object(["households": .number($0.households), "of": .number($0.all)]) } ?? .null
    top["paceLine"] = .object(Self.fields(test.paceLine))
    top["little"] = .object(Self.fields(test.little))
    return .object(top)
  }

  private static func fields(_ score: Backtest.Score) -> [String: JSON] {
    [
      "coverage": decimal(score.coverage), "brier": decimal(score.brier), "n": .number(score.n),
      "atStake": .number(score.atStake), "open": .number(score.open),
    ]
  }

  /// A score for programs: four decimals, more than the lines have.
  private static func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }

  private static func decimal(_ score: Double?) -> JSON { score.map { JSON.decimal(rounded($0)) } ?? .null }

  private static func cell(_ score: Double?) -> String { score.map { String(rounded($0)) } ?? "" }
}
