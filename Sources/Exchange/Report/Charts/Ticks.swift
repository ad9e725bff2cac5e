/// Round numbers along an axis.
enum Ticks {
  /// From 0 to the first round number at or above `top`: steps of 1, 2, 2.5 or 5 times a power of ten, whole numbers only.
  static func upTo(_ top: Double, about count: Int = 5) -> [Int] {
    let rough = max(1, top / Double(max(1, count)))
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    let steps = [1, 2, 2.5, 5, 10].map { $0 * power }.filter { $0 == $0.rounded() }
    let step = Int(steps.first { $0 >= rough } ?? power * 10)
    let last = Int((max(1, top) / Double(step)).rounded(.up))
    return (0...last).map { $0 * step }
  }
}

/// Places for labels under each other: in order, at least `gap` apart, as near to where they belong as that allows, and
/// within the range where it has room for them.
enum Spread {
  static func places(_ wanted: [Double], gap: Double, within range: ClosedRange<Double>) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var placed = wanted
    var floor = range.lowerBound
    for index in order {
      placed[index] = max(wanted[index], floor)
      floor = placed[index] + gap
    }
    var ceiling = range.upperBound
    for index in order.reversed() {
      placed[index] = min(placed[index], ceiling)
      ceiling = placed[index] - gap
    }
    return placed
  }
}
