import Foundation

/// One stay as the estimators see it, in days (or any other unit) since it began.
public struct Observation: Hashable, Sendable {
  /// Since when it is in sight. At risk after `entry`, up to and with `end`; from 0 on when both begin at 0.
  public var entry: Double
  public var end: Double
  /// 0: still there at `end` (censored). 1 and up: which of the competing exits it took.
  public var cause: Int

  public init(entry: Double = 0, end: Double, cause: Int) { (self.entry, self.end, self.cause) = (entry, end, cause) }

  /// A spell in a window as it was known at the end of it, whichever way it was left. nil when the window shows no day of it.
  public init?(_ spell: Spell, as window: ObservationWindow) {
    guard let sight = spell.known(on: window.last).flatMap({ window.sight(of: $0) }) else { return nil }
    self.init(entry: Double(max(0, sight.firstAge - 1)), end: Double(sight.lastAge), cause: sight.exit == nil ? 0 : 1)
  }

  var isSeen: Bool { entry < end || (entry == 0 && end == 0) }
}

/// At each time at which somebody left: how many were at risk, and how many left by each cause.
struct RiskTable {
  var rows: [(time: Double, atRisk: Int, exits: [Int])] = []

  init(_ observations: [Observation], causes: Int) {
    let seen = observations.filter(\.isSeen)
    let entries = seen.map(\.entry).sorted()
    let ends = seen.sorted { $0.end < $1.end }
    var (entered, left, first) = (0, 0, 0)
    while first < ends.count {
      let time = ends[first].end
      var exits = [Int](repeating: 0, count: causes)
      var next = first
      while next < ends.count, ends[next].end == time {
        if ends[next].cause > 0 { exits[ends[next].cause - 1] += 1 }
        next += 1
      }
      while entered < entries.count, entries[entered] < time || (time == 0 && entries[entered] == 0) { entered += 1 }
      if exits.contains(where: { $0 > 0 }) { rows.append((time, entered - left, exits)) }
      left += next - first
      first = next
    }
  }
}

/// The chance to be still in a stage after so many days: the product-limit estimator of Kaplan and Meier, with left
/// truncation and ties, and Greenwood's variance.
public struct SurvivalCurve: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var time: Double
    public var atRisk: Int
    public var exits: Int
    /// P(stay > time)
    public var survival: Double
    /// Greenwood's; 0 where survival is 0.
    public var variance: Double
  }

  /// One for each time at which somebody left, in order.
  public let points: [Point]
  /// Observations in sight, and how many of them ended.
  public let n: Int
  public let exits: Int

  /// Any cause above 0 counts as leaving.
  public init(_ observations: some Sequence<Observation>) {
    let single = observations.map { Observation(entry: $0.entry, end: $0.end, cause: min(1, $0.cause)) }
    self.init(RiskTable(single, causes: 1).rows, n: single.count(where: \.isSeen))
  }

  /// Of stays that were added up.
  public init(_ counts: StayCounts) { self.init(counts.rows, n: counts.n) }

  private init(_ rows: [(time: Double, atRisk: Int, exits: [Int])], n: Int) {
    var (survival, sum, points) = (1.0, 0.0, [Point]())
    for row in rows {
      let (n, d) = (Double(row.atRisk), Double(row.exits[0]))
      survival *= (n - d) / n
      sum += d / (n * (n - d))
      points.append(
        Point(
          time: row.time, atRisk: row.atRisk, exits: row.exits[0], survival: survival,
          variance: survival == 0 ? 0 : survival * survival * sum))
    }
    (self.points, self.n) = (points, n)
    exits = points.reduce(0) { $0 + $1.exits }
  }

  /// P(stay > time).
  public func survival(at time: Double) -> Double { points.last { $0.time <= time }?.survival ?? 1 }

  /// The time by which a share has left: the median at 0.5. nil when fewer than that have been seen to leave.
  public func time(by share: Double) -> Double? { points.first { $0.survival <= 1 - share + 1e-12 }?.time }
}

/// The chance to have left by each exit after so many days, when the exits compete: the estimator of Aalen and Johansen,
/// with left truncation and ties. At any time the incidences and the survival add up to one.
public struct IncidenceCurves: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var time: Double
    public var survival: Double
    /// P(left by `time` through cause k + 1), one for each cause.
    public var incidence: [Double]
  }

  public let points: [Point]
  public let causes: Int

  /// `causes`: how many exits compete; observations have causes 0 (censored) to this.
  public init(_ observations: [Observation], causes: Int) {
    self.causes = causes
    var (survival, incidence, points) = (1.0, [Double](repeating: 0, count: causes), [Point]())
    for row in RiskTable(observations, causes: causes).rows {
      let n = Double(row.atRisk)
      for cause in 0..<causes { incidence[cause] += survival * Double(row.exits[cause]) / n }
      survival *= (n - Double(row.exits.reduce(0, +))) / n
      points.append(Point(time: row.time, survival: survival, incidence: incidence))
    }
    self.points = points
  }

  /// P(left by `time` through `cause`), causes counted from 1.
  public func incidence(of cause: Int, at time: Double) -> Double {
    points.last { $0.time <= time }?.incidence[cause - 1] ?? 0
  }
}
