import Journey
import Quota

/// The screen of what-if: a scenario beside today, and what one thing more is worth.
struct WhatIfState: Sendable {
  var key: TaskLook.Key
  var line: LedgerLine
  var scenario = Scenario()
  /// nil: being computed.
  var answer: WhatIfAnswer?
  var index = 0
  /// What was saved under a name, by anybody.
  var saved: [Scenario] = []
}

/// How a scenario would come out.
enum WhatIfAnswer: Sendable {
  case tooLittle(Phrase)
  case played(Played)

  struct Played: Sendable {
    var today: Forecast.Band
    var todayChance: Double?
    var otherwise: Forecast.Band
    var otherwiseChance: Double?
    /// Persons more, of the same chances.
    var mean: Double
    var band: Forecast.Band
    var households: Int
    var spells: Int
    var runs: Int
    /// The most valuable first.
    var values: [MarginalValue]
  }
}
