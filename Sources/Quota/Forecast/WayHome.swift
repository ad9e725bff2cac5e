import Journey

/// From the laws of the stages to the day of the move: a semi-Markov way with a clock for each stage.
struct WayHome {
  /// P(home within t days of entering the stage), t = 0 up to `days`, for each step of the way.
  let home: [[Double]]
  let days: Int
  let laws: [StayLaw]
  let shortenings: [Shortening]
  let relinkedStays: Bool

  /// `relinkedStays`: a household linked elsewhere is still in scope and begins again as linked, and one whose link ended
  /// goes on before it; otherwise both are gone.
  /// A step back on the day of arrival counts as taken the day after.
  init(_ laws: [StayLaw], within days: Int, shortenings: [Shortening], relinkedStays: Bool) {
    (self.laws, self.days, self.shortenings, self.relinkedStays) = (laws, days, shortenings, relinkedStays)
    var home = laws.map { _ in [Double](repeating: 0, count: days + 1) }
    // For each step: whoever comes from it, with the chance of each length of stay before.
    var comesFrom = laws.map { _ in [(step: Int, stay: [Double])]() }
    for (step, law) in laws.enumerated() {
      let rows = law.leaving(waited: nil, within: days, shorten: shortenings[step])
      for (cause, row) in zip(law.causes, rows) {
        let target = Self.target(cause, relinkedStays)
        if cause == Cause.home {
          var sum = 0.0
          for t in 0...days {
            sum += row[t]
            home[step][t] += sum
          }
        } else if let target, target > step {
          comesFrom[target].append((step, row))
        } else if let target, days > 0 {
          var later = row
          later[1] += later[0]
          later[0] = 0
          comesFrom[target].append((step, later))
        }
      }
    }
    for t in 0...days {
      for step in laws.indices.reversed() {
        let now = home[step][t]
        if now == 0 { continue }
        for (origin, stay) in comesFrom[step] {
          home[origin].withUnsafeMutableBufferPointer { sums in
            stay.withUnsafeBufferPointer { stay in
              for u in 0...(days - t) { sums[t + u] += now * stay[u] }
            }
          }
        }
      }
    }
    self.home = home
  }

  /// The step of the way an exit leads to; nil when the way ends there.
  static func target(_ cause: Int, _ relinkedStays: Bool) -> Int? {
    if cause < Cause.home { return relinkedStays || cause >= Stage.linkedStep ? cause : nil }
    return cause == Cause.elsewhere && relinkedStays ? Stage.linkedStep : nil
  }

  /// P(home within t days from now) at t = 0, 7, 14 ... for a household `age` days in a step by its own law.
  func weekly(_ law: StayLaw, step: Int, waited age: Int) -> [Double] {
    let rows = law.leaving(waited: age, within: days, shorten: shortenings[step])
    return stride(from: 0, through: days, by: 7).map { t in
      var sum = 0.0
      for (cause, row) in zip(law.causes, rows) {
        if cause == Cause.home {
          for u in 0...t { sum += row[u] }
        } else if let target = Self.target(cause, relinkedStays) {
          home[target].withUnsafeBufferPointer { home in
            row.withUnsafeBufferPointer { row in
              for u in 0...t { sum += row[u] * home[t - u] }
            }
          }
        }
      }
      return min(1, sum)
    }
  }
}

extension Stage {
  static let linkedStep = Stage.linked.step!
  static let searchStep = Stage.search.step!
  static let contractStep = Stage.contract.step!
}
