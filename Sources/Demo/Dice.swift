/// Chance that can be repeated: SplitMix64, the same numbers for the same seed on every machine.
struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Dice of their own for one story: what one draws moves no other.
  init(seed: UInt64, story: Int) {
    var mixer = Dice(seed: seed ^ (UInt64(truncatingIfNeeded: story) &+ 1) &* 0xD1B5_4A32_D192_ED03)
    state = mixer.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 up to, not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func chance(_ share: Double) -> Bool { unit() < share }

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
  }

  mutating func pick<T>(_ items: [T]) -> T { items[int(0...items.count - 1)] }

  /// The first position whose running total lies above a draw.
  mutating func pick(runningTotals totals: [Double]) -> Int {
    let draw = unit() * (totals.last ?? 1)
    return min(totals.count - 1, totals.firstAbove(draw))
  }

  /// About normal, mean 0 and deviation 1: twelve draws added, no logarithm that could differ between machines.
  mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += unit() }
    return sum
  }
}

extension [Double] {
  /// The first position of a rising list that lies above `value`; `count` where none does.
  func firstAbove(_ value: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] > value { high = middle } else { low = middle + 1 }
    }
    return low
  }

  var runningTotals: [Double] {
    var total = 0.0
    return map {
      total += $0
      return total
    }
  }
}
