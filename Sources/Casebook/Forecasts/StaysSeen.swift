import Journey
import Quota

/// How long households stay in each stage.
public struct StaysSeen: Sendable {
  public var curves: [Stage: SurvivalCurve]
  /// The households they are taken of; nil: all.
  public var sample: SampleSize?
}

struct StaysKey: Hashable, Sendable {
  var area: Area
  var first: Day
  var today: Day
}

/// As they were read last.
struct Stays: Sendable {
  var changes: Int
  /// Changes after which they are read again.
  var tolerance: Int
  var seen: StaysSeen
}

extension Forecasting {
  /// How long households stay in each stage on the way of an area, as the days since `first` tell: those who left count
  /// with what they took, those who are there still with the days they are there (Kaplan-Meier). The country is sampled.
  public func stays(_ area: Area, since first: Day, on today: Day) throws(CasebookFailure) -> StaysSeen {
    let changes = try casebook.changesSeen()
    let key = StaysKey(area: area, first: first, today: today)
    if let known = stays.with({ $0[key] }), changes - known.changes <= known.tolerance { return known.seen }
    return try readStays(key, about: area == .country ? sampled : nil, changes, goesOn: { _ in true })!
  }

  /// The same of all households, also of a country: there it takes seconds. Kept in the place of those of a sample.
  ///
  /// - Parameter goesOn: is told how many households were looked at; false ends it.
  /// - Returns: nil when it was ended.
  public func allStays(
    _ area: Area, since first: Day, on today: Day, goesOn: (Int) -> Bool
  ) throws(CasebookFailure) -> StaysSeen? {
    defer { SpareMemory.giveBack() }
    let changes = try casebook.changesSeen()
    return try readStays(StaysKey(area: area, first: first, today: today), about: nil, changes, goesOn: goesOn)
  }

  private func readStays(
    _ key: StaysKey, about count: Int?, _ changes: Int, goesOn: (Int) -> Bool
  ) throws(CasebookFailure) -> StaysSeen? {
    let (area, today) = (key.area, key.today)
    let window = ObservationWindow(first: max(key.first, try country(on: today).counts.window.first), last: today)
    let codes = area.codes
    var (seen, households, isWanted) = ([Stage: StayCounts](), 0, true)
    let counting = rules.counting
    func wanted(_ looked: Int) -> Bool {
      isWanted = goesOn(looked)
      return isWanted
    }
    let weight = try casebook.eachWay(area, since: today - Self.reach, about: count, goesOn: wanted) { way in
      let spells = way.forecastSpells(counting)
      if !spells.isEmpty { households += 1 }
      for spell in spells where codes.map({ $0.contains(spell.municipality) }) ?? true {
        if let stay = Observation(spell, as: window) { seen[spell.stage, default: StayCounts()].add(stay) }
      }
    }
    guard isWanted else { return nil }
    let curves = Dictionary(
      uniqueKeysWithValues: Stage.wayHome.map { ($0, SurvivalCurve(seen[$0] ?? StayCounts())) })
    let sample = try weight > 1 ? casebook.sampleSize(of: area, about: sampled) : nil
    let kept = Stays(
      changes: changes, tolerance: households * weight / Self.newsThatMatters,
      seen: StaysSeen(curves: curves, sample: sample))
    // Of another day none is asked for again.
    stays.with { all in
      all = all.filter { $0.key.today == today }
      all[key] = kept
    }
    return kept.seen
  }
}
