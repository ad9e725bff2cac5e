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
    return SurvivalCurve(
      spells.lazy.filter { $0.stage == stage && $0.isIn(municipalities) }
        .compactMap { Observation($0, as: window) })
  }

  /// Persons that came to live in a home on these days, first and last included; relatives who followed too.
  public func housed(from: Day, through: Day, in municipalities: Set<String>? = nil) -> Int {
    spells.reduce(0) { sum, spell in
      guard let until = spell.until, until >= from, until <= through, spell.exit?.isHome == true,
        spell.isIn(municipalities)
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
    var gathering = QuestionGathering(on: today, for: period, in: municipalities, since: first, weeks: weeks)
    for household in households { gathering.add(household) }
    return gathering.question(task: task, homes: homes)
  }

  /// The spells of one household after the other.
  private var households: some Sequence<ArraySlice<Spell>> {
    sequence(state: spells[...]) { left in
      guard let household = left.first?.household else { return nil }
      let own = left.prefix { $0.household == household }
      left = left[own.endIndex...]
      return own
    }
  }

  /// Mean days from coming into scope to a home, of households seen from beginning to end by a day, weighed by persons as
  /// Little's law has it for persons; nil when there is none.
  public func meanLeadTime(on day: Day, in municipalities: Set<String>? = nil) -> Double? {
    var (sum, persons) = (0.0, 0.0)
    for spells in households {
      var came: Day?
      for (index, spell) in zip(spells.indices, spells) where spell.stage.step != nil && spell.isIn(municipalities) {
        if spells.comesIn(index, municipalities) { came = spell.from >= first ? spell.from : nil }
        if let until = spell.until, until <= day, spell.exit?.isHome == true, let start = came {
          sum += Double(until - start) * Double(spell.persons)
          persons += Double(spell.persons)
        }
      }
    }
    return persons > 0 ? sum / persons : nil
  }
}
