import Journey
import Quota

/// An invented world with known laws, so that a forecast can be held against the truth. Nothing in it is of real people.
struct ForecastWorld {
  var random: Dice
  var spells: [Spell] = []
  /// Daily chance to leave each stage of the way home, forward.
  var pace: [Stage: Double] = [
    .permit: 0.15, .profile: 0.15, .linked: 0.1, .search: 0.02, .contract: 0.1, .moving: 0.12,
  ]
  /// How much the pace of a municipality differs.
  var paceOf: [String: Double] = [:]
  private var serial = 0

  init(seed: UInt64) { random = Dice(seed: seed) }

  /// Households that come in from `first` to `last`, on average `perDay`, each lived until it is home, gone, or `last`.
  mutating func live(
    _ municipality: String, perDay: Double, from first: Day, through last: Day, beginning: Stage = .linked,
    blocked: Double = 0
  ) {
    for offset in 0...(last - first) {
      for _ in 0..<random.poisson(perDay) {
        serial += 1
        household(municipality, from: first + offset, last, beginning, blocked: random.unit() < blocked)
      }
    }
  }

  private mutating func household(
    _ municipality: String, from: Day, _ last: Day, _ beginning: Stage, blocked: Bool
  ) {
    let id = DossierID(year: 2020, serial: serial)
    let persons = [1, 1, 2, 3, 4, 6][random.below(6)]
    let stratum = Stratum(persons: persons, awaitsRelatives: random.unit() < 0.15)
    var (stage, day) = (beginning, from)
    while day <= last {
      var spell = Spell(
        household: id, stage: stage, municipality: municipality, stratum: stratum, persons: persons, from: day)
      if blocked { spell.blockers = [Spell.Blocker("medical", since: day)] }
      let daily = (pace[stage] ?? 0.1) * (paceOf[municipality] ?? 1) * (blocked ? 0.4 : 1)
      var stay = 1
      while random.unit() >= daily + 0.003, day + stay <= last { stay += 1 }
      guard day + stay <= last else {
        spells.append(spell)
        return
      }
      let leave = random.unit()
      let exit: Exit =
        leave < 0.02
        ? .ended
        : leave < 0.04
          ? .elsewhere
          : leave < 0.10 && stage == .contract
            ? .to(.search)
            : .to(Stage(rawValue: stage.rawValue + 1)!)
      (spell.until, spell.exit) = (day + stay, exit)
      spells.append(spell)
      guard case .to(let next) = exit, next != .housed else { return }
      (stage, day) = (next, day + stay)
    }
  }
}

/// Chance that is the same in every run of the tests.
struct Dice {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func poisson(_ mean: Double) -> Int {
    // By halves of a day's chance in small steps: exact enough for a world that is invented.
    var count = 0
    for _ in 0..<64 where unit() < mean / 64 { count += 1 }
    return count
  }
}
