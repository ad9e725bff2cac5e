import Foundation
import Journey

/// A scale from 0 to a round number, with ticks at round numbers: 1, 2 or 5 with noughts.
struct ValueAxis: Sendable, Hashable {
  let top: Double
  /// From 0 to the top, at least two rows apart.
  let ticks: [Double]
  /// Each tenfold takes the same room, so that days and years can be seen side by side.
  private let isStretched: Bool

  /// As many units a row everywhere.
  /// - Parameters:
  ///   - largest: the largest value there is; the top is that or the next tick above it.
  ///   - rows: how many rows the axis is high.
  init(upTo largest: Double, rows: Int) {
    let largest = Self.near(largest)
    let step = Self.round(above: largest / Double(min(max(1, rows / 2), 8)))
    let count = Int((largest / step).rounded(.up))
    top = Double(count) * step
    ticks = (0...count).map { Double($0) * step }
    isStretched = false
  }

  /// Finer below and coarser above.
  init(stretchedTo largest: Double, rows: Int) {
    let top = Self.round(above: Self.near(largest))
    var ticks = [0.0]
    var last = 0.0
    var tick = 1.0
    while tick <= top {
      let row = (log1p(tick) / log1p(top) * Double(rows)).rounded()
      if row >= last + 2 || (tick == top && ticks.count == 1) {
        ticks.append(tick)
        last = row
      }
      tick = Self.round(above: tick * 1.5)
    }
    (self.top, self.ticks, isStretched) = (top, ticks, true)
  }

  /// Where a value stands between the bottom (0) and the top (1).
  func share(_ value: Double) -> Double {
    guard value.isFinite, value > 0 else { return 0 }
    return min(isStretched ? log1p(value) / log1p(top) : value / top, 1)
  }

  /// `1.200`; from a million on `1,2 mln`.
  func label(_ tick: Double, _ language: Language) -> String {
    let (unit, name): (Double, Phrase) =
      switch top {
      case ..<1e6: (1, Phrase(same: ""))
      case ..<1e9: (1e6, Phrase(" mln", "M"))
      case ..<1e12: (1e9, Phrase(" mld", "bn"))
      default: (1e12, Phrase(" bln", "tn"))
      }
    let value = tick / unit
    let text = value == value.rounded() ? Int(value).grouped(language) : value.tenths(language)
    return tick == 0 ? "0" : text + name[language]
  }

  private static func near(_ value: Double) -> Double { value.isFinite ? min(max(value, 1), 1e18) : 1 }

  private static func round(above value: Double) -> Double {
    let power = pow(10, log10(max(value, 1)).rounded(.down))
    // A hair of room: a thousand must not become two thousand by rounding.
    return [1, 2, 5].map { $0 * power }.first { $0 >= value * (1 - 1e-9) } ?? 10 * power
  }
}

extension Double {
  /// With one decimal: `12,3` in Dutch, `12.3` in English.
  func tenths(_ language: Language) -> String {
    guard isFinite, magnitude < 1e17 else { return "–" }
    let tenths = Int((self * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return sign + (abs(tenths) / 10).grouped(language) + (language == .nl ? "," : ".") + "\(abs(tenths) % 10)"
  }

  /// Without decimals, grouped: `1.187`.
  func whole(_ language: Language) -> String {
    isFinite && magnitude < 1e18 ? Int(rounded()).grouped(language) : "–"
  }

  /// Without decimals, as a program reads it.
  var plain: String { isFinite && magnitude < 1e18 ? String(Int(rounded())) : "" }
}
