import Journey
import Quota
import Testing

@Suite("Paces, and how the small borrows from the large")
struct ForecastHazardsTests {
  static let window = ObservationWindow(first: Day(2025, 1, 1)!, last: Day(2026, 9, 30)!)
  static let small = Stratum(persons: 1)

  /// `count` households that each stay `stay` days in a stage.
  static func spells(
    _ count: Int, stay: Int, stage: Stage = .search, exit: Exit = .to(.contract), municipality: String = "GM0344",
    stratum: Stratum = small, blockers: [String] = []
  ) -> [Spell] {
    let from = Day(2025, 2, 1)!
    return (0..<count).map { serial in
      Spell(
        household: DossierID(year: 2025, serial: serial + 1), stage: stage, municipality: municipality,
        stratum: stratum, persons: 1, from: from, until: from + stay, exit: exit,
        blockers: blockers.map { Spell.Blocker($0, since: from) })
    }
  }

  @Test("a hazard is exits by days at risk in its age band, the day of leaving included")
  func hazard() {
    var rule = Hazards.Rule()
    rule.stableExits = 0
    let hazards = Hazards(SpellCounts(Self.spells(100, stay: 2), in: Self.window), rule: rule)
    #expect(hazards.daily(.search, Self.small, age: 0, exit: .to(.contract)) == 0)
    // Days 1 and 2 lie in the band of 1 to 3: 100 exits in 200 days.
    #expect(abs(hazards.daily(.search, Self.small, age: 2, exit: .to(.contract)) - 0.5) < 1e-12)
    #expect(hazards.exits(from: .search) == 100)
    #expect(hazards.spells == 100)
  }

  @Test("a stratum of which nothing is known has the curve of the whole")
  func borrowsAll() {
    let hazards = Hazards(SpellCounts(Self.spells(100, stay: 2), in: Self.window))
    let unseen = Stratum(persons: 7, awaitsRelatives: true)
    for age in [0, 1, 2, 50, 4000] {
      let own = hazards.daily(.search, Self.small, age: age, exit: .to(.contract))
      #expect(abs(hazards.daily(.search, unseen, age: age, exit: .to(.contract)) - own) < 1e-12)
    }
  }

  @Test("a stratum with very many spells has its own curve, and the fewer it has the nearer it is to the whole")
  func borrowsLess() {
    func hazard(_ count: Int) -> Double {
      let many = Self.spells(count, stay: 1, stratum: Stratum(persons: 6))
      let others = Self.spells(2000, stay: 3)
      let hazards = Hazards(SpellCounts(many + others, in: Self.window))
      return hazards.daily(.search, Stratum(persons: 6), age: 1, exit: .to(.contract))
    }
    #expect(hazard(20_000) > 0.99)
    #expect(hazard(1) < hazard(10) && hazard(10) < hazard(100))
  }

  @Test("a municipality of which little is known has the pace of the country; one of which much is known has its own")
  func municipality() {
    let slow = Self.spells(400, stay: 60, municipality: "GM0307")
    let hazards = Hazards(SpellCounts(Self.spells(400, stay: 20) + slow, in: Self.window))
    let exit = Exit.to(.contract)
    #expect(hazards.pace(of: "GM0363", in: .search, towards: exit) == 1)
    #expect(hazards.pace(of: "GM0307", in: .search, towards: exit) < 0.8)
    #expect(hazards.pace(of: "GM0344", in: .search, towards: exit) > 1.2)
    let one = Self.spells(1, stay: 59, municipality: "GM0363")
    let little = Hazards(SpellCounts(Self.spells(400, stay: 20) + slow + one, in: Self.window))
    #expect((0.5..<1).contains(little.pace(of: "GM0363", in: .search, towards: exit)))
  }

  @Test("who is held up goes slower than who is not, and never faster")
  func blockers() {
    let held = Self.spells(200, stay: 90, blockers: ["medical"]) + Self.spells(200, stay: 5, blockers: ["luck"])
    let hazards = Hazards(SpellCounts(Self.spells(400, stay: 30) + held, in: Self.window))
    #expect(hazards.pace(heldUpBy: "medical") < 0.7)
    #expect(hazards.pace(heldUpBy: "luck") == 1)
    #expect(hazards.pace(heldUpBy: "unknown") == 1)
  }

  @Test("beyond the last band with enough exits the hazard stays as it was")
  func tail() {
    let spells = Self.spells(200, stay: 10) + Self.spells(30, stay: 200)
    let hazards = Hazards(SpellCounts(spells, in: Self.window))
    let last = hazards.daily(.search, Self.small, age: 200, exit: .to(.contract))
    #expect(last > 0)
    for age in [365, 1000, 100_000] {
      #expect(abs(hazards.daily(.search, Self.small, age: age, exit: .to(.contract)) - last) < 1e-12)
    }
  }

  @Test("hazards of competing exits never make more than one", arguments: 0..<10)
  func bounded(seed: UInt64) {
    var dice = Dice(seed: seed)
    let spells = (0..<300).map { serial in
      Spell(
        household: DossierID(year: 2025, serial: serial + 1), stage: .contract,
        municipality: ["GM0344", "GM0307"][dice.below(2)], stratum: Stratum(persons: 1 + dice.below(6)), persons: 1,
        from: Day(2025, 3, 1)! + dice.below(100), until: Day(2025, 6, 20)! + dice.below(30),
        exit: [.to(.moving), .to(.search), .elsewhere, .ended][dice.below(4)])
    }
    let hazards = Hazards(SpellCounts(spells, in: Self.window))
    for persons in [1, 3, 6] {
      for age in 0..<400 {
        let exits: [Exit] = [.to(.moving), .to(.search), .elsewhere, .ended]
        let sum = exits.reduce(0) {
          $0 + hazards.daily(.contract, Stratum(persons: persons), age: age, exit: $1)
        }
        #expect((0...1.000_000_1).contains(sum))
      }
    }
  }

  @Test("a stay that was cut counts as one, with the days and the exit it has as a whole", arguments: [1, 7, 29])
  func cut(at days: Int) {
    let whole = Self.spells(60, stay: 30, blockers: ["medical"])
    let parts = whole.flatMap { spell in
      var (first, second) = (spell, spell)
      (first.until, first.exit) = (spell.from + days, nil)
      second.from = spell.from + days
      return [first, second]
    }
    let (one, two) = (Hazards(SpellCounts(whole, in: Self.window)), Hazards(SpellCounts(parts, in: Self.window)))
    #expect(one.spells == two.spells)
    for age in 0...40 {
      let exit = Exit.to(.contract)
      #expect(
        one.daily(.search, Self.small, age: age, exit: exit) == two.daily(.search, Self.small, age: age, exit: exit))
    }
    #expect(one.pace(heldUpBy: "medical") == two.pace(heldUpBy: "medical"))
    let late = ObservationWindow(first: Day(2025, 2, 20)!, last: Self.window.last)
    #expect(SpellCounts(whole, in: late).spells == SpellCounts(parts, in: late).spells)
  }

  @Test("on a past day nothing is known of what came after")
  func known() throws {
    let from = Day(2026, 1, 10)!
    let spell = Spell(
      household: DossierID(year: 2026, serial: 1), stage: .search, stratum: Self.small, persons: 1, from: from,
      until: from + 30, exit: .to(.contract), blockers: [Spell.Blocker("medical", since: from + 10)])
    #expect(spell.known(on: from - 1) == nil)
    let early = try #require(spell.known(on: from + 9))
    #expect(early.until == nil && early.exit == nil && early.blockers.isEmpty)
    #expect(spell.known(on: from + 30) == spell)
    var cleared = spell
    cleared.blockers[0].until = from + 20
    let held = try #require(cleared.known(on: from + 15))
    #expect(held.blockers[0].until == nil && Waiting(held, on: from + 15).blockers == ["medical"])
    let freed = try #require(cleared.known(on: from + 25))
    #expect(Waiting(freed, on: from + 25).blockers.isEmpty)
  }
}
