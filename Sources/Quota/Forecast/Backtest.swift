import Journey

/// How well the forecast would have done: for the last day of each of the first five months of half-years gone by, it is
/// made with what was known on that day alone, and held against what came (rolling origin).
public struct Backtest: Sendable {
  public struct Score: Hashable, Sendable {
    /// Share of outcomes within P15–P85; 0.70 is right, less is overconfident, more is vague. nil when too little was at
    /// stake.
    public let coverage: Double?
    /// Mean squared difference between the chance given and what came (met 1, missed 0); 0 is perfect, 0.25 is what a coin
    /// gets. nil when too little was at stake, or no half-year tried had a task.
    public let brier: Double?
    /// Forecasts held against what came.
    public let n: Int
    /// Those of them that could have been wrong: the band was no single number, or the outcome was another.
    public let atStake: Int
    /// Those of them with a chance from 0.02 to 0.98: what is certain beforehand is no test of a chance.
    public let open: Int

    public init(coverage: Double?, brier: Double?, n: Int, atStake: Int? = nil, open: Int? = nil) {
      (self.coverage, self.brier, self.n) = (coverage, brier, n)
      (self.atStake, self.open) = (atStake ?? n, open ?? n)
    }

    /// Fewer than this at stake, and a score says nothing: where nothing happens every forecast is right.
    public static let neededAtStake = 5

    /// Why the score says little or nothing; nil when it can be gone by.
    public var words: Phrase? {
      if n == 0 { return nil }
      if atStake < Self.neededAtStake {
        return Phrase(
          "Te weinig om op te toetsen: op \(atStake) van de \(n) ijkdagen stond er iets op het spel, en \(Self.neededAtStake) zijn er nodig.",
          "Too little to test on: on \(atStake) of \(n) origins anything was at stake, and \(Self.neededAtStake) are needed."
        )
      }
      if brier != nil, open < Self.neededAtStake {
        return Phrase(
          "De Brier-score zegt weinig: op \(open) van de \(n) ijkdagen lag de kans tussen 2 en 98 %.",
          "The Brier score says little: on \(open) of \(n) origins the chance lay between 2 and 98%.")
      }
      return nil
    }
  }

  /// One forecast held against what came.
  public struct Trial: Sendable {
    public let origin: Day
    public let period: HalfYear
    /// Persons housed after the origin.
    public let came: Int
    /// nil: there was no task.
    public let met: Bool?
    public let forecast: Answer
    /// nil on an origin on which the method had no answer.
    public let paceLine: Answer?
    public let little: Answer?
  }

  public struct Answer: Hashable, Sendable {
    public let toCome: Forecast.Band
    public let chance: Double?
  }

  public let trials: [Trial]
  /// Origins on which there was too little to go by, and what was missing.
  public let tooLittle: [(origin: Day, why: TooLittle)]

  public var forecast: Score { score(\.forecast) }
  public var paceLine: Score { score(\.paceLine) }
  public var little: Score { score(\.little) }

  /// Tries every origin in a half-year that lies wholly between the first day of the stories and `today`.
  ///
  /// - Parameters:
  ///   - history: of the area, those who left it since included.
  ///   - paces: what paces are taken from where that is more than the area: of each origin too only what was known then.
  ///   - tasks: persons to be housed in a half-year, as the ledger has it; nil where it had none.
  ///   - runs: half-years played for each origin.
  ///   - proceed: asked before each origin, with its place and how many there are; false stops there.
  public init(
    _ history: History, paces: History? = nil, today: Day, in municipalities: Set<String>? = nil,
    tasks: (HalfYear) -> Int?,
    homes: HomeSupply = .unknown, rule: Hazards.Rule = Hazards.Rule(), runs: Int = 1_000, seed: UInt64 = 2014,
    proceed: (Int, Int) -> Bool = { _, _ in true }
  ) {
    var (trials, tooLittle) = ([Trial](), [(origin: Day, why: TooLittle)]())
    let origins = Self.origins(since: history.first, today: today)
    for (place, origin) in origins.enumerated() {
      guard proceed(place, origins.count) else { break }
      let period = HalfYear(holding: origin)
      let known = history.known(on: origin)
      var question = known.question(
        on: origin, for: period, in: municipalities, task: tasks(period), homes: homes)
      (question.runs, question.seed) = (runs, seed)
      let came = history.housed(from: origin + 1, through: period.last, in: municipalities)
      do throws(TooLittle) {
        let forecast = try Forecast(question, by: (paces ?? history).hazards(on: origin, rule: rule))
        let lead = known.meanLeadTime(on: origin, in: municipalities)
        trials.append(
          Trial(
            origin: origin, period: period, came: came, met: question.need.map { came >= $0 },
            forecast: Answer(toCome: forecast.toCome, chance: forecast.chance),
            paceLine: Baseline.paceLine(question).map(Answer.init),
            little: Baseline.little(question, meanLeadTime: lead).map(Answer.init)))
      } catch {
        tooLittle.append((origin, error))
      }
    }
    (self.trials, self.tooLittle) = (trials, tooLittle)
  }

  /// The last days of the first five months of each half-year that is over and of which the stories tell from its first day
  /// on: else those housed in its first days would be missing.
  static func origins(since first: Day, today: Day) -> [Day] {
    var (origins, period) = ([Day](), HalfYear(holding: first))
    if period.first < first { period = period.next }
    while period.last <= today {
      origins += (1...5).map { period.first.adding(months: $0) - 1 }
      period = period.next
    }
    return origins
  }

  private func score(_ answer: (Trial) -> Answer?) -> Score {
    let answered = trials.compactMap { trial in answer(trial).map { (trial, $0) } }
    let judged = answered.compactMap { trial, answer in
      trial.met.flatMap { met in answer.chance.map { ($0 - (met ? 1 : 0)) * ($0 - (met ? 1 : 0)) } }
    }
    let within = answered.count { $1.toCome.holds($0.came) }
    let atStake = answered.count { $1.toCome.p15 < $1.toCome.p85 || $1.toCome.p50 != $0.came }
    let open = answered.count { trial, answer in
      trial.met != nil && answer.chance.map { (0.02...0.98).contains($0) } ?? false
    }
    let tells = atStake >= Score.neededAtStake
    return Score(
      coverage: tells ? Double(within) / Double(answered.count) : nil,
      brier: tells && !judged.isEmpty ? judged.reduce(0, +) / Double(judged.count) : nil, n: answered.count,
      atStake: atStake, open: open)
  }
}

extension Backtest.Answer {
  init(_ baseline: Baseline) { self.init(toCome: baseline.toCome, chance: baseline.chance) }
}
