import Foundation
import Journey
import Quota
import Testing

@Suite("Curves of stays")
struct ForecastSurvivalTests {
  @Test("a curve worked out by hand comes out the same, ties and censoring included")
  func byHand() {
    let stays: [(Double, Int)] = [(3, 1), (5, 1), (5, 1), (5, 0), (8, 0), (9, 1)]
    let curve = SurvivalCurve(stays.map { Observation(end: $0.0, cause: $0.1) })
    #expect(curve.points.map(\.time) == [3, 5, 9])
    #expect(curve.points.map(\.atRisk) == [6, 5, 1])
    let expected: [Double] = [5.0 / 6, 0.5, 0]
    for (point, value) in zip(curve.points, expected) { #expect(abs(point.survival - value) < 1e-15) }
    let greenwood: Double = 1.0 / 30 + 2.0 / 15
    #expect(abs(curve.points[1].variance - 0.25 * greenwood) < 1e-15)
    #expect(curve.time(by: 0.5) == 5)
    #expect(curve.survival(at: 4.9) == curve.points[0].survival)
  }

  @Test("who came into sight late is not at risk before")
  func leftTruncation() {
    let curve = SurvivalCurve([
      Observation(end: 2, cause: 1), Observation(entry: 2, end: 6, cause: 1), Observation(entry: 1, end: 4, cause: 1),
    ])
    #expect(curve.points.map(\.atRisk) == [2, 2, 1])
  }

  @Test("exits that compete come out as worked out by hand, with ties and with who came into sight late")
  func competingByHand() {
    let stays: [(entry: Double, end: Double, cause: Int)] = [
      (0, 2, 1), (0, 2, 2), (0, 4, 1), (1, 4, 1), (2, 4, 2), (0, 4, 0), (3, 6, 1), (0, 6, 0),
    ]
    let curves = IncidenceCurves(stays.map { Observation(entry: $0.entry, end: $0.end, cause: $0.cause) }, causes: 2)
    // Day 2: at risk 6 (not those of days 2 and 3), each cause once: 1/6 and 1/6; 4/6 stay.
    // Day 4: at risk 6, twice and once: 1/6 + 2/3 × 2/6 = 7/18 and 1/6 + 2/3 × 1/6 = 5/18; 2/3 × 3/6 = 6/18 stay.
    // Day 6: at risk 2, once and not: 7/18 + 1/3 × 1/2 = 10/18 and 5/18; 1/3 × 1/2 = 3/18 stay.
    let eighteenths: [(time: Double, first: Double, second: Double, stay: Double)] = [
      (2, 3, 3, 12), (4, 7, 5, 6), (6, 10, 5, 3),
    ]
    #expect(curves.points.map(\.time) == eighteenths.map(\.time))
    for (point, expected) in zip(curves.points, eighteenths) {
      #expect(abs(point.incidence[0] - expected.first / 18) < 1e-15)
      #expect(abs(point.incidence[1] - expected.second / 18) < 1e-15)
      #expect(abs(point.survival - expected.stay / 18) < 1e-15)
    }
    #expect(curves.incidence(of: 1, at: 5.9) == curves.points[1].incidence[0])
    #expect(curves.incidence(of: 2, at: 1) == 0)
  }

  @Test("with nobody at risk there is no curve, and nothing of it is known")
  func empty() {
    let curve = SurvivalCurve([Observation(entry: 4, end: 4, cause: 1)])
    #expect(curve.points.isEmpty && curve.n == 0)
    #expect(curve.time(by: 0.5) == nil)
  }

  @Test("a spell that began before the window counts from the window on, and one that goes on is cut at its end")
  func window() throws {
    let window = ObservationWindow(first: Day(2026, 1, 1)!, last: Day(2026, 3, 1)!)
    var spell = Spell(
      household: DossierID(year: 2025, serial: 1), stage: .search, stratum: Stratum(persons: 1), persons: 1,
      from: Day(2025, 12, 1)!)
    let open = try #require(Observation(spell, as: window))
    #expect(open == Observation(entry: 31, end: 90, cause: 0))
    (spell.until, spell.exit) = (Day(2026, 1, 11)!, .to(.contract))
    #expect(Observation(spell, as: window) == Observation(entry: 31, end: 41, cause: 1))
    spell.until = Day(2025, 12, 20)!
    #expect(Observation(spell, as: window) == nil)
    (spell.from, spell.until) = (Day(2026, 4, 1)!, nil)
    #expect(Observation(spell, as: window) == nil)
  }

  @Test(
    "whatever the spells, survival falls from one to not below zero, and with the incidences makes one",
    arguments: 0..<40)
  func properties(seed: UInt64) {
    var dice = Dice(seed: seed)
    let observations = (0..<dice.below(120)).map { _ in
      let entry = dice.unit() < 0.3 ? Double(dice.below(20)) : 0
      return Observation(entry: entry, end: entry + Double(dice.below(40)), cause: dice.below(4))
    }
    let curve = SurvivalCurve(observations)
    var counts = StayCounts()
    for observation in observations { counts.add(observation) }
    #expect(SurvivalCurve(counts) == curve, "added up day by day they make the same curve")
    let incidences = IncidenceCurves(observations, causes: 3)
    var last = 1.0
    for point in curve.points {
      #expect((0...last).contains(point.survival))
      #expect(point.variance >= 0 && point.variance.isFinite)
      last = point.survival
    }
    for (point, whole) in zip(incidences.points, curve.points) {
      #expect(abs(point.survival - whole.survival) < 1e-12)
      #expect(abs(point.incidence.reduce(point.survival, +) - 1) < 1e-12)
      #expect(point.incidence.allSatisfy { $0 >= 0 })
    }
  }

  @Test("the curves are those of the Python package lifelines to 1e-9")
  func lifelines() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "lifelines")
    func rows(_ name: String) throws -> [[Substring]] {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }
    var sets: [Substring: [Observation]] = [:]
    for row in try rows("spells.csv") {
      sets[row[0], default: []].append(
        Observation(entry: Double(row[1])!, end: Double(row[2])!, cause: Int(row[3])!))
    }
    #expect(sets.count >= 3)
    let curves = sets.mapValues { (SurvivalCurve($0), IncidenceCurves($0, causes: 3)) }
    var compared = 0
    for row in try rows("curves.csv") {
      let (survival, incidence) = try #require(curves[row[0]])
      let (time, value) = (Double(row[2])!, Double(row[3])!)
      if row[1] == "survival" {
        let point = survival.points.last { $0.time <= time }
        #expect(abs((point?.survival ?? 1) - value) < 1e-9)
        if let variance = Double(row[4]) { #expect(abs((point?.variance ?? 0) - variance) < 1e-9) }
      } else {
        #expect(abs(incidence.incidence(of: Int(row[1].dropFirst(9))!, at: time) - value) < 1e-9)
      }
      compared += 1
    }
    #expect(compared > 500)
  }
}
