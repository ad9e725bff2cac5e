/// A scenario beside today, run for run with the same chances: the difference is sharp where each of the two is not.
public struct WhatIf: Sendable {
  public let today: Forecast
  public let otherwise: Forecast
  public let difference: Difference

  /// Persons more (or fewer) in the half-year.
  public struct Difference: Hashable, Sendable {
    public let mean: Double
    /// Of the mean, by the number of runs.
    public let standardError: Double
    /// Of the runs: seven in ten differences lie between `p15` and `p85`.
    public let band: Forecast.Band
  }

  public init(_ question: Forecast.Question, by hazards: Hazards, under scenario: Scenario) throws(TooLittle) {
    try self.init(Forecast(question, by: hazards), question, by: hazards, under: scenario)
  }

  /// With today's forecast of the same question at hand, only the scenario is played.
  public init(
    _ today: Forecast, _ question: Forecast.Question, by hazards: Hazards, under scenario: Scenario
  ) throws(TooLittle) {
    self.today = today
    otherwise = try Forecast(question, by: hazards, under: scenario)
    difference = Difference(otherwise.ends, today.ends)
  }
}

extension WhatIf.Difference {
  init(_ otherwise: [Int32], _ today: [Int32]) {
    let each = zip(otherwise, today).map { $0 - $1 }
    let n = Double(max(1, each.count))
    let mean = each.reduce(0) { $0 + Double($1) } / n
    let squares = each.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    self.init(
      mean: mean, standardError: (squares / max(1, n - 1) / n).squareRoot(),
      band: each.isEmpty ? Forecast.Band(p15: 0, p50: 0, p85: 0) : Forecast.Band(ofSorted: each.sorted()))
  }
}
