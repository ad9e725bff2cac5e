import Chance
import Journey
import Quota

/// A municipality that was linked forty households a day for two years: invented, and the same each time.
struct Town {
  static let code = "GM0344"
  private static let perDay = 40
  /// Chances in a thousand to leave a stage on a day.
  private static let pace: [Stage: Int] = [.linked: 100, .search: 8, .contract: 100, .moving: 120]

  let first: Day
  private(set) var spells: [Spell] = []
  private let last: Day
  private var chance = Chance(seed: 2014)

  init(until last: Day) {
    (first, self.last) = (Day(last.year - 2, 7, 1)!, last)
    for place in 0..<(last - first + 1) * Self.perDay {
      live(DossierID(year: first.year, serial: place + 1), from: first + place / Self.perDay)
    }
  }

  /// Until it has its home, is gone, or the last day has come.
  private mutating func live(_ household: DossierID, from: Day) {
    let persons = chance.one(of: [1, 1, 2, 3, 4, 6])
    let stratum = Stratum(persons: persons, awaitsRelatives: chance.roll(100) < 15)
    let isHeldUp = chance.roll(10) == 0
    var (stage, day) = (Stage.linked, from)
    while true {
      var spell = Spell(
        household: household, stage: stage, municipality: Self.code, stratum: stratum, persons: persons, from: day)
      if isHeldUp { spell.blockers = [Spell.Blocker("medical", since: day)] }
      let pace = (Self.pace[stage] ?? 100) / (isHeldUp ? 2 : 1)
      var until = day + 1
      while chance.roll(1_000) >= pace, until <= last { until = until + 1 }
      guard until <= last else { return spells.append(spell) }
      let exit = exit(from: stage)
      (spell.until, spell.exit) = (until, exit)
      spells.append(spell)
      guard case .to(let next) = exit, next != .housed else { return }
      (stage, day) = (next, until)
    }
  }

  private mutating func exit(from stage: Stage) -> Exit {
    switch chance.roll(100) {
    case ..<2: .ended
    case ..<4: .elsewhere
    case ..<10 where stage == .contract: .to(.search)
    default: .to(Stage(rawValue: stage.rawValue + 1)!)
    }
  }
}
