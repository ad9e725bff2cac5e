import Foundation
import Journey

/// How fast households leave each stage by each exit: daily, cause-specific hazards by days in the stage, for any
/// stratum, municipality and blocker, borrowed from the whole where there is little of one's own.
public struct Hazards: Sendable {
  /// The numbers of the rule by which the small borrows from the large.
  public struct Rule: Hashable, Sendable {
    /// What the larger group's curve is worth, in exits: a group with as many of its own stands half-way.
    public var priorExits = 10.0
    /// The tail: the shortest run of last age bands with so many exits has one hazard, which holds for ever after.
    public var stableExits = 10.0
    /// Exits that must have been seen from a stage before it is forecast.
    public var neededExits = 20

    public init() {}
  }

  public let rule: Rule
  public let window: ObservationWindow
  /// Spells it rests on.
  public let spells: Int
  /// One curve for each stage and stratum.
  private var curves: [Curve] = []
  private var paces: [String: [Double]] = [:]
  private var homes: [String: Int] = [:]
  private var homesInAll = 0
  private var blockerPaces: [String: Double] = [:]
  /// How soon relatives follow to a home; nil: too few were seen to come.
  let reunion: Reunion?
  private var exitsSeen = [Int](repeating: 0, count: Stage.wayHome.count)
  private var reachable = [Set<Int>](repeating: [], count: Stage.wayHome.count)

  /// Hazards by cause, each with one number for each age band: the chance to leave on a day by that exit, of those there
  /// at its start.
  struct Curve: Sendable {
    var byCause: [[Double]]
    func total(_ band: Int) -> Double { byCause.reduce(0) { $0 + $1[band] } }
  }

  public init(_ counts: SpellCounts, rule: Rule = Rule()) {
    (self.rule, window, spells) = (rule, counts.window, counts.spells)
    reunion = Reunion(counts.reunions, rule)
    let strata = Stratum.all.count
    for step in Stage.wayHome.indices {
      let cells = (0..<strata).map { counts.strata[step * strata + $0] }
      let whole = cells.reduce(SpellCounts.Exposure(), +)
      for cause in 0..<Cause.count where whole.exits(cause) > 0 { reachable[step].insert(cause) }
      exitsSeen[step] = Int(whole.exits.reduce(0, +))
      homesInAll += Int(whole.exits(Cause.home))
      let tail = whole.tail(of: rule.stableExits)
      let parent = Curve(whole.pooled(from: tail))
      curves += cells.map { Curve($0.pooled(from: tail), shrunkTo: parent, worth: rule.priorExits) }
    }
    for (code, part) in counts.municipalities {
      let expected = expectedExits(part)
      paces[code] = zip(part.exits, expected).map { ($0 + rule.priorExits) / ($1 + rule.priorExits) }
      homes[code] = Int(Stage.wayHome.indices.reduce(0) { $0 + part.exits[$1 * Cause.count + Cause.home] })
    }
    setBlockerPaces(counts)
  }

  /// Pace of those held up, against all: exits nearer home, and what one would expect of as many days.
  private mutating func setBlockerPaces(_ counts: SpellCounts) {
    for (code, part) in counts.blocked {
      let expected = expectedExits(part)
      var (seen, due) = (0.0, 0.0)
      for index in part.exits.indices
      where Cause.isForward(index % Cause.count, from: index / Cause.count) {
        seen += part.exits[index]
        due += expected[index]
      }
      blockerPaces[code] = (seen + rule.priorExits) / (due + rule.priorExits)
    }
  }

  /// Exits by stage and cause that the curves would have had in the same days.
  private func expectedExits(_ part: SpellCounts.Part) -> [Double] {
    var expected = [Double](repeating: 0, count: part.exits.count)
    for cell in curves.indices {
      let step = cell / Stratum.all.count
      for cause in reachable[step] {
        var sum = 0.0
        for band in 0..<AgeBands.count {
          sum += part.days[cell * AgeBands.count + band] * curves[cell].byCause[cause][band]
        }
        expected[step * Cause.count + cause] += sum
      }
    }
    return expected
  }

  /// Pace of a municipality in a stage towards an exit, against the country: 1 is as fast, 0.5 half as fast. Shrunk to 1.
  public func pace(of municipality: String, in stage: Stage, towards exit: Exit) -> Double {
    guard let step = stage.step else { return 1 }
    return paces[municipality]?[step * Cause.count + Cause(exit).index] ?? 1
  }

  /// Pace of households held up by a blocker, against those that are not: at most 1, as clearing never slows down.
  public func pace(heldUpBy blocker: String) -> Double { min(1, (blockerPaces[blocker] ?? free) / free) }

  private var free: Double { blockerPaces[""] ?? 1 }

  /// The chance that a household leaves on the day it is `age` days in the stage (0: the day it came), of those there at
  /// the start of that day; by the curve of its stratum alone.
  public func daily(_ stage: Stage, _ stratum: Stratum, age: Int, exit: Exit) -> Double {
    guard let step = stage.step else { return 0 }
    return curves[SpellCounts.cell(step, stratum)].byCause[Cause(exit).index][AgeBands.band(age)]
  }

  /// Households seen leaving a stage.
  public func exits(from stage: Stage) -> Int { stage.step.map { exitsSeen[$0] } ?? 0 }

  /// Moves home seen in these municipalities; nil: everywhere.
  public func movesHome(in municipalities: Set<String>?) -> Int {
    guard let municipalities else { return homesInAll }
    return municipalities.reduce(0) { $0 + (homes[$1] ?? 0) }
  }

  /// The law of a stay: the stratum's curve at the pace of the municipality, slowed by the slowest of the blockers.
  func stay(_ step: Int, _ stratum: Stratum, _ municipality: String, blockers: [String] = []) -> StayLaw {
    let curve = curves[SpellCounts.cell(step, stratum)]
    let pace = paces[municipality]
    let forward = free * (blockers.map { self.pace(heldUpBy: $0) }.min() ?? 1)
    let causes = reachable[step].sorted()
    var hazards = causes.map { cause in
      let factor =
        (pace?[step * Cause.count + cause] ?? 1) * (Cause.isForward(cause, from: step) ? forward : 1)
      return curve.byCause[cause].map { $0 * factor }
    }
    for band in 0..<AgeBands.count {
      let total = hazards.reduce(0) { $0 + $1[band] }
      if total > 1 { for cause in hazards.indices { hazards[cause][band] /= total } }
    }
    return StayLaw(causes: causes, hazards: hazards)
  }

  /// Throws when a stage that has to be passed from one of these on has been left too seldom to know its pace.
  func require(from steps: Set<Int>) throws(TooLittle) {
    var (seen, open) = (Set<Int>(), steps)
    while let step = open.popFirst() {
      seen.insert(step)
      if exitsSeen[step] < rule.neededExits {
        throw TooLittle(what: .exits(Stage.wayHome[step]), n: exitsSeen[step], needed: rule.neededExits)
      }
      open.formUnion(reachable[step].filter { $0 < Cause.home && !seen.contains($0) })
    }
  }
}

extension Hazards.Curve {
  init(_ exposure: SpellCounts.Exposure) {
    byCause = (0..<Cause.count).map { cause in
      (0..<AgeBands.count).map { band in
        let days = exposure.days[band]
        return days > 0 ? min(1, exposure.exits[cause * AgeBands.count + band] / days) : 0
      }
    }
  }

  /// The parent's curve counts as `worth` exits at the parent's own pace, in each band.
  init(_ exposure: SpellCounts.Exposure, shrunkTo parent: Hazards.Curve, worth: Double) {
    byCause = (0..<Cause.count).map { cause in
      (0..<AgeBands.count).map { band in
        let total = parent.total(band)
        guard total > 0 else { return 0 }
        let exits = exposure.exits[cause * AgeBands.count + band] + worth * parent.byCause[cause][band] / total
        return exits / (exposure.days[band] + worth / total)
      }
    }
  }
}

extension SpellCounts.Exposure {
  func exits(_ cause: Int) -> Double {
    exits[cause * AgeBands.count..<(cause + 1) * AgeBands.count].reduce(0, +)
  }

  /// First band of the shortest tail with at least so many exits.
  func tail(of stable: Double) -> Int {
    var (band, sum) = (AgeBands.count, 0.0)
    while band > 0, sum < stable {
      band -= 1
      for cause in 0..<Cause.count { sum += exits[cause * AgeBands.count + band] }
    }
    return band
  }

  /// The bands from `tail` on as one, its days and exits spread so that each has the same hazard.
  func pooled(from tail: Int) -> SpellCounts.Exposure {
    var copy = self
    let bands = tail..<AgeBands.count
    let all = bands.reduce(0.0) { $0 + days[$1] }
    for band in bands { copy.days[band] = all }
    for cause in 0..<Cause.count {
      let sum = bands.reduce(0.0) { $0 + exits[cause * AgeBands.count + $1] }
      for band in bands { copy.exits[cause * AgeBands.count + band] = sum }
    }
    return copy
  }
}
