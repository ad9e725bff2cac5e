/// Stays in whole days, added up as they come: as many numbers as the longest has days, however many stays there are.
public struct StayCounts: Sendable {
  /// By the day since the stay began: how many came into sight, went out of it, and how many of these had left.
  private var (entered, ended, left) = ([Int](), [Int](), [Int]())
  /// Stays in sight.
  private(set) var n = 0

  public init() {}

  public mutating func add(_ stay: Observation) {
    guard stay.isSeen else { return }
    let (entry, end) = (Int(stay.entry), Int(stay.end))
    if end >= ended.count {
      let more = repeatElement(0, count: end + 1 - ended.count)
      (entered, ended, left) = (entered + more, ended + more, left + more)
    }
    n += 1
    entered[entry] += 1
    ended[end] += 1
    if stay.cause > 0 { left[end] += 1 }
  }

  /// As ``RiskTable`` has them.
  var rows: [(time: Double, atRisk: Int, exits: [Int])] {
    var rows: [(Double, Int, [Int])] = []
    // On its first day a stay is at risk from the beginning; of any other day from the day after it came into sight.
    var (atRisk, began) = (0, 0)
    for day in ended.indices {
      if day == 0 { (atRisk, began) = (entered[0], 1) }
      while began < day {
        atRisk += entered[began]
        began += 1
      }
      if left[day] > 0 { rows.append((Double(day), atRisk, [left[day]])) }
      atRisk -= ended[day]
    }
    return rows
  }
}
