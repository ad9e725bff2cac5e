import Journey

/// How well the forecast would have done: for the last day of each of the first five months of half-years gone by, it is
/// made with what was known on that day alone, and held against what came (rolling origin).
public struct Backtest: Sendable {
  public struct Score: Hashable, Sendable {
    /// Share of outcomes within P15–P85; 0.70 is right, less is overconfident, more is vague. nil when n is 0.
    public let coverage: Double?
    /// Mean squared difference between the chance given and what came (met 1, missed 0); 0 is perfect, 0.25 is what a coin
    /// gets. nil when no half-year tried had a task.
    public let brier: Double?
    /// Forecasts held against what came.
    public let n: Int
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
    return Score(
      coverage: answered.isEmpty ? nil : Double(within) / Double(answered.count),
      brier: judged.isEmpty ? nil : judged.reduce(0, +) / Double(judged.count), n: answered.count)
  }
}

extension Backtest.Answer {
  init(_ baseline: Baseline) { self.init(toCome: baseline.toCome, chance: baseline.chance) }
}
