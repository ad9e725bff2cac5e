import GRDB
import Journey

extension Casebook {
  /// The board as it stood at the end of a past day, with the rules that were in force then.
  ///
  /// Stories are folded up to that day: what happened by then as it is known now, corrections included and what was taken
  /// back left out, even where it was recorded later. Every household that was in the area then is folded again, so this
  /// takes time in proportion to the area, and a look at the way of every dossier.
  ///
  /// - Parameters:
  ///   - goesOn: is told how many households were folded; false ends it.
  ///   - each: gets every household that was there, as it was then, and how it stood.
  ///   - home: the same of those whose first home was on the days over which the board counts them, also if closed since.
  /// - Returns: nil when it was ended.
  public func board(
    _ area: Area, asOf day: Day, rules: Rulebook, goesOn: (Int) -> Bool = { _ in true },
    each: (Dossier, Standing) -> Void = { _, _ in }, home: (Dossier, Standing) -> Void = { _, _ in }
  ) throws(CasebookFailure) -> Board? {
    try read { db in
      let towns = area == .country ? nil : Set(area.municipalities)
      let story = StoryStore(db: db, wire: Wire(), stamps: stamps)
      let homeDays = (day - (Board.homeDays - 1))...day
      var stands: [Stage: Standings] = [:]
      var folded = 0
      // The way says who cannot have been there; the story says who was.
      let isWhole = try eachWay(touching: area, db, goesOn: { goesOn(folded) }) { way in
        guard let first = way.legs.first, first.from <= day,
          let past = try story.load(way.id)?.asOf(day), towns.map({ $0.contains(past.municipality ?? "") }) ?? true
        else { return }
        let cameHome = way.home.map(homeDays.contains) ?? false
        guard past.stage != .closed || cameHome else { return }
        folded += 1
        let standing = past.standing(rules)
        if cameHome { home(past, standing) }
        guard past.stage != .closed else { return }
        stands[past.stage, default: Standings()].add(past, standing, day)
        each(past, standing)
      }
      guard isWhole else { return nil }
      let reader = CounterReader(db: db)
      return Board(
        area: area, day: day,
        stations: try reader.stations(area, on: day) { stage in
          let stand = stands[stage] ?? Standings()
          return (
            stand.tally, stand.relatives, Distribution(stand.ages.map { (days: $0.key, count: $0.value) }),
            stand.overdue
          )
        }, home: try reader.home(area, homeDays))
    }
  }
}

private struct Standings {
  var tally = Tally()
  var relatives = 0
  var ages: [Int: Int] = [:]
  var overdue = 0

  mutating func add(_ dossier: Dossier, _ standing: Standing, _ day: Day) {
    tally.households += 1
    tally.persons += dossier.members.count
    relatives += dossier.persons.count { $0.place == .abroad }
    ages[max(0, day - dossier.stageSince), default: 0] += 1
    if let due = standing.next?.due?.day, due < day { overdue += 1 }
  }
}

extension Dossier {
  /// What had happened by the end of that day, as it is known now; nil when nothing had.
  func asOf(_ day: Day) -> Dossier? {
    let events = story.filter { !takenBack.contains($0.id) }.map(effective).filter { event in
      // What was taken back is left out and corrections are made: what says so has nothing left to say.
      if case .corrected = event.body { return false }
      return !event.body.takesBack && event.day <= day
    }
    return events.isEmpty ? nil : Dossier.fold(id, events)
  }
}
