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
  /// How the household was looked after on it.
  public var attention = Attention()

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

  /// The stays in stages one after the other, those of no days included, each cut where the household became another one.
  public var spells: [StageSpell] {
    var spells: [StageSpell] = []
    for leg in legs {
      var since = leg.from
      if let last = spells.last {
        let place = spells.count - 1
        if last.stage == leg.stage, !Reference.isElsewhere(leg.municipality, from: last.municipality) {
          since = last.since
          if last.persons == leg.persons - leg.relatives, last.relatives == leg.relatives,
            last.municipality == leg.municipality
          {
            spells[place].until = leg.until
            continue
          }
        }
        spells[place].next = leg.stage
      }
      spells.append(
        StageSpell(
          dossier: id, stage: leg.stage, since: since, from: leg.from, until: leg.until,
          persons: leg.persons - leg.relatives, relatives: leg.relatives, municipality: leg.municipality, blockers: []))
    }
    for (index, spell) in spells.enumerated() {
      spells[index].blockers = blockers.filter { $0.holdsUp(spell.since, until: spell.until) }
    }
    return spells
  }
}

extension Reference {
  /// Whether the task of one municipality became that of another: not where there was none, or where the one ended up in
  /// the other.
  public static func isElsewhere(_ municipality: String, from before: String) -> Bool {
    !municipality.isEmpty && !before.isEmpty && municipality != before
      && successor(ofCode: before)?.code != municipality
  }
}
