import Journey

/// Spells of all households, open ones too: everything a forecast is made of follows from them.
public struct History: Sendable {
  /// By household, and in the order in which they began.
  public let spells: [Spell]
  /// The first day of which the stories tell.
  public let first: Day

  public init(_ spells: some Sequence<Spell>, since first: Day) {
    self.spells = spells.sorted {
      ($0.household, $0.from, $0.stage) < ($1.household, $1.from, $1.stage)
    }
    self.first = first
  }

  private init(sorted spells: [Spell], since first: Day) { (self.spells, self.first) = (spells, first) }

  /// What was known at the end of a day. What was recorded late counts as known on the day it happened.
  public func known(on day: Day) -> History {
    History(sorted: spells.compactMap { $0.known(on: day) }, since: first)
  }

  /// The paces as they were known at the end of a day.
  public func hazards(on day: Day, rule: Hazards.Rule = Hazards.Rule()) -> Hazards {
    Hazards(
      SpellCounts(
        spells.lazy.compactMap { $0.known(on: day) }, in: ObservationWindow(first: first, last: day)), rule: rule)
  }

  /// The curve of stays in a stage as it was known at the end of a day: how long until half, or 85 %, have left.
  public func stays(in stage: Stage, on day: Day, of municipalities: Set<String>? = nil) -> SurvivalCurve {
    let window = ObservationWindow(first: first, last: day)
    let all = [Exit.elsewhere, .ended] + Stage.allCases.map { .to($0) }
    return SurvivalCurve(
      spells.lazy.filter { $0.stage == stage && Self.holds(municipalities, $0) }
        .compactMap { $0.known(on: day) }.compactMap { Observation($0, in: window, causes: all) })
  }

  /// Persons that came to live in a home on these days, first and last included; relatives who followed too.
  public func housed(from: Day, through: Day, in municipalities: Set<String>? = nil) -> Int {
    spells.reduce(0) { sum, spell in
      guard let until = spell.until, until >= from, until <= through, spell.exit?.isHome == true,
        Self.holds(municipalities, spell)
      else { return sum }
      return sum + spell.persons
    }
  }

  /// The question as it stood at the end of a day, asked for an area (nil: the country). `weeks`: how many recent weeks
  /// the coming ones are drawn from, as far as the stories go back.
  public func question(
    on today: Day, for period: HalfYear, in municipalities: Set<String>? = nil, task: Int? = nil,
    homes: HomeSupply = .unknown, weeks: Int = 26
  ) -> Forecast.Question {
    let count = max(0, min(weeks, (today - first + 1) / 7))
    var recentWeeks = [[Arrival]](repeating: [], count: count)
    var waiting: [Waiting] = []
    for (index, spell) in spells.enumerated() where spell.stage.step != nil && Self.holds(municipalities, spell) {
      guard let known = spell.known(on: today) else { continue }
      if known.until == nil { waiting.append(Waiting(known, on: today)) }
      let week = (today - known.from) / 7
      if week < count, comesIn(index, municipalities) {
        recentWeeks[week].append(
          Arrival(
            stage: known.stage, persons: known.persons, stratum: known.stratum, municipality: known.municipality))
      }
    }
    let awaited = spells.compactMap { spell -> Awaited? in
      guard spell.stage == .housed, Self.holds(municipalities, spell), let known = spell.known(on: today),
        known.until == nil
      else { return nil }
      return Awaited(
        household: known.household, persons: known.persons, days: today - known.since, municipality: known.municipality)
    }
    return Forecast.Question(
      today: today, period: period, waiting: waiting, awaited: awaited, recentWeeks: recentWeeks, homes: homes,
      housed: housed(from: period.first, through: today, in: municipalities), task: task,
      municipalities: municipalities)
  }

  /// Mean days from coming into scope to a home, of households seen from beginning to end by a day, weighed by persons as
  /// Little's law has it for persons; nil when there is none.
  public func meanLeadTime(on day: Day, in municipalities: Set<String>? = nil) -> Double? {
    var (sum, persons, came) = (0.0, 0.0, Day?.none)
    for (index, spell) in spells.enumerated() where spell.stage.step != nil && Self.holds(municipalities, spell) {
      if comesIn(index, municipalities) { came = spell.from >= first ? spell.from : nil }
      if let until = spell.until, until <= day, spell.exit?.isHome == true, let start = came {
        sum += Double(until - start) * Double(spell.persons)
        persons += Double(spell.persons)
      }
    }
    return persons > 0 ? sum / persons : nil
  }

  /// Whether a spell in scope is the first of its household, or the first after it was elsewhere.
  private func comesIn(_ index: Int, _ municipalities: Set<String>?) -> Bool {
    let earlier = spells[..<index].reversed().prefix { $0.household == spells[index].household }
    // That relatives were awaited meanwhile says nothing of where it was.
    guard let before = earlier.first(where: { $0.stage != .housed }) else { return true }
    return before.stage.step == nil || !Self.holds(municipalities, before)
  }

  private static func holds(_ municipalities: Set<String>?, _ spell: Spell) -> Bool {
    municipalities.map { $0.contains(spell.municipality) } ?? true
  }
}
