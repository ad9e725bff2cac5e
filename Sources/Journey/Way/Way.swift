/// The way of a household from its first day: whose turn it was, where, and in which stage, day by day.
public struct Way: Hashable, Sendable {
  public let id: DossierID
  /// In order and without gaps; only the last goes on. A stage that was left on the day it was entered has a leg of no
  /// days.
  public var legs: [Leg]
  /// The day of the permit on this way.
  public var permit: Day?
  /// The day of the first move into any home.
  public var home: Day?
  /// Persons who count for the task, each once.
  public var realisations: [Realisation]
  /// What blocked the household, in the order in which it was raised.
  public var blockers: [Blockage]

  public init(
    id: DossierID, legs: [Leg] = [], permit: Day? = nil, home: Day? = nil, realisations: [Realisation] = [],
    blockers: [Blockage] = []
  ) {
    (self.id, self.legs, self.permit, self.home) = (id, legs, permit, home)
    (self.realisations, self.blockers) = (realisations, blockers)
  }

  /// The leg of a day: where the household was at its end.
  public func leg(on day: Day) -> Leg? { legs.last { $0.holds(day) } }

  /// Where the lead time ends: the first home, or the closing of a dossier that never got one; nil: it runs.
  public var end: Day? { home ?? (legs.last?.stage == .closed ? legs.last?.from : nil) }

  /// Days from permit to first home; nil as long as there is not both.
  public var leadTime: Int? {
    guard let permit, let home, permit <= home else { return nil }
    return home - permit
  }

  /// Days since the permit, up to `day` or the end of the way; nil without a permit by then.
  public func leadTime(on day: Day) -> Int? {
    guard let permit, permit <= day else { return nil }
    return max(0, min(end ?? day, day) - permit)
  }

  /// Whose turn the days of the lead time were: every day is one party's (empty: nobody's), the one that had the turn when
  /// it ended. They add up to ``leadTime(on:)``.
  public func days(on day: Day) -> [PartyID: Int] {
    guard let permit, let total = leadTime(on: day) else { return [:] }
    var days: [PartyID: Int] = [:]
    for leg in legs {
      let count = leg.days(from: permit, to: permit + total)
      if count > 0 { days[leg.party, default: 0] += count }
    }
    return days
  }

  /// The stages one after the other, those of no days included.
  public var spells: [StageSpell] {
    var spells: [StageSpell] = []
    for leg in legs {
      if spells.last?.stage != leg.stage {
        if !spells.isEmpty { spells[spells.count - 1].next = leg.stage }
        spells.append(
          StageSpell(
            dossier: id, stage: leg.stage, from: leg.from, persons: 0, municipality: "", awaitsRelatives: false,
            blockers: []))
      }
      let last = spells.count - 1
      spells[last].until = leg.until
      spells[last].persons = leg.persons - leg.relatives
      spells[last].municipality = leg.municipality
      spells[last].awaitsRelatives = leg.relatives > 0
    }
    for (index, spell) in spells.enumerated() {
      spells[index].blockers = blockers.filter { $0.holdsUp(spell.from, until: spell.until) }
    }
    return spells
  }
}
