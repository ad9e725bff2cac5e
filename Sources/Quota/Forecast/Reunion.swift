import Journey

/// How soon relatives who were announced come to live with a household that has its home: daily hazards by days since then,
/// of all that were seen; a place has no pace of its own in it.
struct Reunion: Sendable {
  private let law: StayLaw

  /// nil when fewer arrivals were seen than a forecast asks for.
  init?(_ seen: SpellCounts.Exposure, _ rule: Hazards.Rule) {
    guard Int(seen.exits(Cause.home)) >= rule.neededExits else { return nil }
    let curve = Hazards.Curve(seen.pooled(from: seen.tail(of: rule.stableExits)))
    let causes = (0..<Cause.count).filter { seen.exits($0) > 0 }
    law = StayLaw(causes: causes, hazards: causes.map { curve.byCause[$0] })
  }

  /// P(there within 0, 7, 14 ... days from now); `waited`: days they are awaited already, nil when they begin to be today.
  func weekly(waited days: Int?, points: Int) -> [Double] {
    let leaving = law.leaving(waited: days, within: Cast.grid * (points - 1))
    let arriving = zip(law.causes, leaving).first { $0.0 == Cause.home }?.1 ?? []
    var (sums, sum) = ([Double](), 0.0)
    for (day, chance) in arriving.enumerated() {
      sum += chance
      if day % Cast.grid == 0 { sums.append(min(1, sum)) }
    }
    return sums
  }

  /// The same for relatives of a household that is home by 0, 7, 14 ... days with these chances.
  func weekly(after home: [Double]) -> [Double] {
    let follow = weekly(waited: nil, points: home.count)
    return home.indices.map { week in
      (0..<week).reduce(0.0) { sum, before in
        // Home some day of the week after `before`: half of it is left.
        let left = week - before - 1
        return sum + (home[before + 1] - home[before]) * (follow[left] + follow[left + 1]) / 2
      }
    }
  }
}
