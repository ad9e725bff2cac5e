import Casebook
import Journey
import Quota

// The board and its charts, from the counters of the casebook.
extension CasebookSource {
  func board(_ area: Area, on today: Day) throws -> Board {
    try said { () throws(CasebookFailure) in try casebook.board(area, on: today) }
  }

  /// Cards of a stage that are kept of a day that is past.
  private static let mostCards = 240

  func board(
    _ area: Area, asOf day: Day, of group: HouseholdGroup?, goesOn: (Int) -> Bool
  ) throws -> PastBoard? {
    var cards: [Stage: [Line]] = [:]
    var (groups, found) = (GroupsThen(), [Stage: (households: Int, overdue: Int)]())
    func put(_ dossier: Dossier, _ standing: Standing, at stage: Stage) {
      groups.add(dossier, standing, at: stage)
      guard group?.holds(dossier, standing) ?? true else { return }
      let line = Line(dossier, standing, language)
      found[stage, default: (0, 0)].households += 1
      if stage != .housed, let due = line.due, due < day { found[stage]!.overdue += 1 }
      cards[stage, default: []].append(line)
      // The worst are kept; now and then the others are let go.
      if cards[stage]!.count >= 4 * Self.mostCards { cards[stage] = Self.worst(cards[stage]!) }
    }
    let board = try said { () throws(CasebookFailure) in
      try casebook.board(
        area, asOf: day, rules: rules, goesOn: goesOn,
        each: { dossier, standing in
          if Board.onTheWay.contains(dossier.stage) { put(dossier, standing, at: dossier.stage) }
        }, home: { dossier, standing in put(dossier, standing, at: .housed) })
    }
    return board.map { board in
      PastBoard(
        board: board, cards: cards.mapValues(Self.worst), groups: groups, group: group,
        found: found.mapValues {
          .init(
            households: Count(number: $0.households, isCapped: false),
            overdue: Count(number: $0.overdue, isCapped: false))
        })
    }
  }

  private static func worst(_ lines: [Line]) -> [Line] {
    Array(lines.sorted { $0.isMoreUrgent(than: $1) }.prefix(mostCards))
  }

  /// Of the columns of the board: those on their way, and who came home lately.
  func groups(_ area: Area, by grouping: Grouping, on today: Day) throws -> [Stage: [HouseholdGroup]] {
    try said { () throws(CasebookFailure) -> [Stage: [HouseholdGroup]] in
      var groups = try casebook.grouped(area, by: grouping).filter { Board.onTheWay.contains($0.key) }
      groups[.housed] = try casebook.groupedHome(area, on: (today - (Board.homeDays - 1))...today, by: grouping)
      return groups
    }
  }

  // MARK: - Charts

  /// How far back a chart looks, in weeks.
  private static let weeks = 26

  /// - Parameter past: the board of a day that is past: what can be listed is of now.
  func chart(_ view: PipelineView, _ area: Area, today: Day, past: Board?) throws -> PipelineChart {
    let first = today - (7 * Self.weeks - 1)
    func made(_ chart: some Chart, _ parts: [PipelineChart.Part]) -> PipelineChart {
      PipelineChart(view: view, area: area, chart: chart, parts: past == nil && chart.nothing == nil ? parts : [])
    }
    switch view {
    case .board, .flow:
      let chart = try flow(area, first, today)
      return made(chart, chart.parts(since: first))
    case .ageing:
      let chart = try ageing(area, first, today, past)
      return made(chart, chart.parts)
    case .throughput:
      let weeks = try said { () throws(CasebookFailure) in
        try casebook.throughput(area, weeks: Self.weeks, through: today)
      }
      let chart = ThroughputChart(
        weeks: weeks.map { .init(monday: $0.monday, count: $0.home.persons) }, counted: .persons, today: today)
      return made(chart, chart.parts)
    case .cycleTimes:
      let times = try said { () throws(CasebookFailure) in
        try casebook.cycleTimes(area, from: first, through: today, limit: mostDots)
      }
      let chart = CycleTimeScatter(times, since: first)
      return made(chart, chart.parts(through: today))
    case .contact:
      let trend = try said { () throws(CasebookFailure) in try casebook.contactTrend(area, on: today) }
      let chart = ContactTrendChart(trend: trend)
      return made(chart, chart.parts(through: today))
    case .days: return try days(area, today)
    case .daysHome:
      let spent = try said { () throws(CasebookFailure) in
        try casebook.whereTheDaysWent(area, movedFrom: first, through: today)
      }
      let all = PipelineChart.Part(
        name: Phrase("allen", "all"), figure: .longestWay(first...today, days: 0),
        count: Digits.households(spent.households))
      let parties = spent.ranked.map { party, days in
        PipelineChart.Part(
          name: Phrase("bij ", "with ") + rules.partyName(party), figure: .spent(party, home: first...today),
          count: Digits.days(days))
      }
      return made(chart(spent, homeSince: first), [all] + parties)
    }
  }

  private func flow(_ area: Area, _ first: Day, _ today: Day) throws -> CumulativeFlow {
    let flow = try said { () throws(CasebookFailure) in try casebook.flow(area, from: first, through: today) }
    let counted = try said { () throws(CasebookFailure) in
      try casebook.realised(area, from: first, through: today).byDay
    }
    var home = 0
    let points = (0..<flow.count).map { index in
      let day = first + index
      var counts: [Stage: Int] = [:]
      for stage in Board.onTheWay { counts[stage] = flow.on(day, stage)?.stock.persons ?? 0 }
      // Home piles up from the first day of the picture: who counted, as the ledger counts.
      home += counted[day] ?? 0
      counts[.housed] = home
      return CumulativeFlow.Point(day: day, counts: counts)
    }
    return CumulativeFlow(points: points, counted: .persons, today: today, end: HalfYear(holding: today).last)
  }

  /// Against all stays since the first day, those that go on counted as far as they are; of the country an even sample.
  private func ageing(_ area: Area, _ first: Day, _ today: Day, _ past: Board?) throws -> AgeingChart {
    let (ages, stays) = try said { () throws(CasebookFailure) in
      let now = past == nil ? try casebook.ages(area, on: today).stations.mapValues(\.ages) : [:]
      return (now, try forecasting.stays(area, since: first, on: today))
    }
    return AgeingChart(
      columns: Board.onTheWay.map { stage in
        let spread = past.map { $0.station(stage)?.ages } ?? ages[stage]
        let all = spread?.counts.flatMap { Array(repeating: $0.days, count: $0.count) } ?? []
        func days(_ share: Double) -> Int? { stays.curves[stage]?.time(by: share).map { Int($0) } }
        return .init(stage: stage, ages: all, p50: days(0.5), p85: days(0.85))
      }, sample: stays.sample)
  }

  func countStays(_ area: Area, on day: Day, goesOn: (Int) -> Bool) throws -> Bool {
    try said { () throws(CasebookFailure) in
      try forecasting.allStays(area, since: day - (7 * Self.weeks - 1), on: day, goesOn: goesOn) != nil
    }
  }

  /// Of everybody on their way: every day since the permit is one party's.
  private func days(_ area: Area, _ today: Day) throws -> PipelineChart {
    let spent = try said { () throws(CasebookFailure) in try casebook.whereTheDaysGo(area, on: today) }
    return PipelineChart(
      view: .days, area: area, chart: chart(spent, homeSince: nil),
      parts: spent.ranked.map {
        .init(name: rules.partyName($0.party), figure: .spent($0.party, home: nil), count: Digits.days($0.days))
      })
  }

  private func chart(_ spent: DaysSpent, homeSince: Day?) -> WhereTheDaysGo {
    WhereTheDaysGo(
      parts: spent.ranked.map { .init(name: rules.partyName($0.party), days: $0.days) }, households: spent.households,
      homeSince: homeSince)
  }
}

extension CycleTimeScatter {
  init(_ times: CycleTimes, since first: Day) {
    let leads: [Lead] = times.months.flatMap { month in
      month.leadTimes.counts.map { Lead(month: month.first, days: $0.days, households: $0.count) }
    }
    self.init(points: times.points.map { Point(day: $0.home, days: $0.days) }, leads: leads, since: first)
  }
}

extension Rulebook {
  /// A party, or nobody.
  public func partyName(_ party: PartyID) -> Phrase {
    party.rawValue.isEmpty ? Phrase("niemand", "nobody") : self.party(party)
  }
}
