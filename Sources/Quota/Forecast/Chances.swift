import Foundation

/// The standard normal law.
enum Normal {
  /// The value below which a share 0 < p < 1 of a standard normal lies.
  static func quantile(_ p: Double) -> Double {
    var (low, high) = (-9.0, 9.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if 0.5 * erfc(-middle / 2.0.squareRoot()) < p { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

/// Counts with a known mean, each independent of the others: the band of the baselines.
struct Poisson {
  let mean: Double

  /// The smallest count with at least this share at or below it.
  func quantile(_ p: Double) -> Int {
    var (sum, k) = (0.0, first)
    while true {
      sum += chance(of: k)
      if sum >= p || k > last { return k }
      k += 1
    }
  }

  /// P(count ≥ n)
  func chance(ofAtLeast n: Int) -> Double {
    if n <= first { return 1 }
    if n > last { return 0 }
    return min(1, max(0, (n...last).reduce(0) { $0 + chance(of: $1) }))
  }

  private func chance(of k: Int) -> Double {
    mean <= 0 ? (k == 0 ? 1 : 0) : exp(Double(k) * log(mean) - mean - lgamma(Double(k) + 1))
  }

  /// Beyond twelve standard deviations there is nothing that a double would show.
  private var first: Int { max(0, Int(mean - 12 * mean.squareRoot() - 12)) }
  private var last: Int { Int(mean + 12 * mean.squareRoot() + 12) }
}
