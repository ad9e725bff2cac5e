/// How long the way from permit to home takes: a median of about 20 weeks, seven in ten above the 14 agreed.
struct Pace {
  /// Days from the permit to the move.
  let whole: Int
  /// Days from the permit to the link.
  let toLink: Int
  /// Days from taking up the link to the offer of a home.
  let toOffer: Int

  init(size: Int, slower: Double, _ dice: inout Dice) {
    // Homes for one and for many are scarce.
    let scarce = size == 1 ? 1.05 : size >= 6 ? 1.6 : size >= 5 ? 1.2 : 0.95
    let spread = Self.power(dice.normal())
    whole = max(24, Int(135 * scarce * slower * spread))
    let share = 0.12 + 0.3 * dice.unit()
    toLink = max(1, Int(Double(whole) * share))
    // Taking up the link, lease and move take some five weeks.
    toOffer = max(3, whole - toLink - 36)
  }

  /// 1.9 to the power of `exponent` by multiplying and a short series: the same on every machine.
  private static func power(_ exponent: Double) -> Double {
    if exponent < 0 { return 1 / power(-exponent) }
    var result = 1.0
    for _ in 0..<Int(exponent) { result *= 1.9 }
    let x = (exponent - exponent.rounded(.down)) * 0.641_853_886_172_394_7  // ln 1.9
    let series = 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5 * (1 + x / 6)))))
    return result * series
  }
}
