import Foundation

/// Many half-years played. A household moves as one and counts by its persons.
///
/// Where no home is short, households are independent given the pace of the half-year, and a run costs one draw for each.
/// Where homes are capped or come on top, they are dealt out week by week (``Deal``).
struct Simulation {
  let question: Forecast.Question
  let scenario: Scenario
  let cast: Cast
  /// Paces of the half-year against the usual one, equally likely: what the pace itself is uncertain by.
  let paces: [Double]
  let streams: Streams

  /// Paces that are played; each has the same number of runs but for one.
  static let levels = 25

  init(_ question: Forecast.Question, _ hazards: Hazards, _ scenario: Scenario) throws(TooLittle) {
    (self.question, self.scenario) = (question, scenario)
    let moves = Double(hazards.movesHome(in: question.municipalities)) + hazards.rule.priorExits
    let spread = 1 / max(1, moves).squareRoot()
    paces = (0..<Self.levels).map { level in
      let z = Normal.quantile((Double(level) + 0.5) / Double(Self.levels))
      return min(1.5, max(0.5, exp(spread * z)))
    }
    cast = try Cast(question, hazards, scenario, fastest: paces.last!)
    streams = Streams(Draws(seed: question.seed), question.weeks, cast.recentWeeks, more: scenario.links)
  }

  /// Persons housed by the end of each week, run after run: `weeks` numbers for each.
  func play(_ count: Int) -> [Int32] {
    let weeks = question.weeks
    guard weeks > 0 else { return [] }
    let byLevel = inParallel(paces.count) { level in
      let runs = Swift.stride(from: level, to: count, by: paces.count)
      return Level(self, level).play(runs)
    }
    var all = [Int32](repeating: 0, count: count * weeks)
    for (level, played) in byLevel.enumerated() {
      for (place, run) in Swift.stride(from: level, to: count, by: paces.count).enumerated() {
        for week in 0..<weeks { all[run * weeks + week] = played[place * weeks + week] }
      }
    }
    return all
  }

  /// The streams of the coming weeks, so that a run only draws.
  struct Streams {
    var weeks: [UInt64]
    var links: [[UInt64]]
    var extraPicks: [[UInt64]]
    var extraLinks: [[UInt64]]
    var pool: [Cast.Newcomer]

    init(_ draws: Draws, _ count: Int, _ recentWeeks: [[Cast.Newcomer]], more links: Double) {
      let most = recentWeeks.map(\.count).max() ?? 0
      let extra = Rate(links)
      weeks = (0..<count).map { draws.stream(.week, UInt64($0)) }
      self.links = (0..<count).map { week in (0..<most).map { draws.stream(.link, UInt64(week), UInt64($0)) } }
      extraPicks = (0..<count).map { week in
        (0..<extra.count(inWeek: week + 1)).map { draws.stream(.extraPick, UInt64(week), UInt64($0)) }
      }
      extraLinks = (0..<count).map { week in
        (0..<extra.count(inWeek: week + 1)).map { draws.stream(.extraLink, UInt64(week), UInt64($0)) }
      }
      pool = Array(recentWeeks.joined())
    }
  }
}
