import Journey

/// What one thing more is worth, in persons housed by the end of the half-year.
public struct MarginalValue: Hashable, Sendable {
  public enum Thing: Hashable, Sendable {
    /// One home more next week, for a household of this size.
    case home(HouseholdSize)
    /// One household freed of what holds it up.
    case cleared(blocker: String)
  }

  public let thing: Thing
  /// Expected persons more.
  public let persons: Double
  public let standardError: Double
  /// Households it could be for: of that size and searching, or held up so.
  public let n: Int
  /// Of those held up so, the ones that something else holds up as well: cleared of this they wait for the rest still.
  public var heldBesides = 0

  /// One for each class of size and each blocker among the open households, the most valuable first. `runs`: as the
  /// differences are sharp, fewer than for a forecast do.
  ///
  /// - Parameter scenario: whose homes come in place of those of the question, and no more of it; where homes are short one
  ///   more is worth more.
  public static func all(
    _ question: Forecast.Question, by hazards: Hazards, homesOf scenario: Scenario = .asItIs, runs: Int = 2_000
  ) throws(TooLittle) -> [MarginalValue] {
    var question = question
    question.runs = runs
    question.replaceHomes(by: scenario)
    let today = try Forecast(question, by: hazards)
    var values: [MarginalValue] = []
    for size in HouseholdSize.allCases {
      var scenario = Scenario()
      scenario.homes = [Scenario.Homes(1, of: size, throughWeek: 1)]
      let difference = try WhatIf(today, question, by: hazards, under: scenario).difference
      let n = question.waiting.count {
        $0.stratum.size == size && $0.stage >= .linked && $0.stage <= .search
      }
      values.append(
        MarginalValue(
          thing: .home(size), persons: difference.mean, standardError: difference.standardError, n: n))
    }
    for blocker in Set(question.waiting.flatMap(\.blockers)).sorted() {
      var scenario = Scenario()
      scenario.cleared = [blocker]
      let difference = try WhatIf(today, question, by: hazards, under: scenario).difference
      let held = question.waiting.filter { $0.blockers.contains(blocker) }
      let n = held.count
      values.append(
        MarginalValue(
          thing: .cleared(blocker: blocker), persons: difference.mean / Double(n),
          standardError: difference.standardError / Double(n), n: n,
          heldBesides: held.count { $0.blockers.contains { $0 != blocker } }))
    }
    return values.sorted { $0.persons > $1.persons }
  }
}
