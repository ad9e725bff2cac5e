import Casebook
import Exchange
import Journey
import Quota

extension ReportFilling {
  /// Weeks of the half-year before that are shown beside this one, at least.
  private static let weeksBefore = 8
  /// Half a year of weeks in the cumulative flow.
  private static let flowWeeks = 26

  /// As it is now: of a half-year that is over it says nothing.
  func board() throws -> [ReportContent.Stock] {
    guard period.last >= today else { return [] }
    let board = try casebook.board(area, on: today)
    return Stage.wayHome.compactMap { board.station($0) }.map { station in
      ReportContent.Stock(
        station.stage, households: Count(station.households), persons: Count(station.persons), median: station.median,
        p85: station.p85, overdue: Count(station.overdue))
    }
  }

  /// Of today, by the size of the household, smallest first.
  func onTheWay() throws -> ReportContent.OnTheWay {
    guard period.last >= today else { return ReportContent.OnTheWay() }
    let groups = try casebook.grouped(area, by: .size).filter { Stage.onTheWay.contains($0.key) }.values.joined()
    return ReportContent.OnTheWay(
      HouseholdSize.allCases.compactMap { size in
        let those = groups.filter { $0.key == size.rawValue }
        guard !those.isEmpty else { return nil }
        return .init(
          size, households: those.reduce(0) { $0 + $1.households }, persons: those.reduce(0) { $0 + $1.persons })
      })
  }

  /// The ends of weeks, and the last day.
  private var flowDays: [Day] {
    let sunday = lastDay - lastDay.weekday
    return (0..<Self.flowWeeks - 1).reversed().map { sunday - 7 * $0 } + [lastDay]
  }

  func flow() throws -> ReportContent.Flow {
    let days = flowDays
    let flow = try casebook.flow(area, from: days[0], through: lastDay)
    func persons(_ stage: Stage, _ day: Day) -> Int { flow.on(day, stage)?.stock.persons ?? 0 }
    // Before the link a household has no municipality: those stages are the country's.
    let stages = Stage.wayHome.filter { stage in days.contains { persons(stage, $0) != 0 } }
    return ReportContent.Flow(
      stages: stages, days: days, persons: days.map { day in stages.map { Count(persons($0, day)) } })
  }

  /// From Monday to Sunday, as on the screen; the week in which the half-year begins is in two parts.
  func weeks() throws -> [ReportContent.Week] {
    // The flow shows who came home since its first day, so the weeks go back as far.
    let earliest = min(period.first - 7 * Self.weeksBefore, flowDays[0] + 1)
    let monday = earliest - (earliest.weekday - 1)
    let byDay = try casebook.realised(area, from: monday, through: lastDay).byDay
    var (weeks, first): ([ReportContent.Week], Day) = ([], monday)
    while first <= lastDay {
      var last = min(first + (7 - first.weekday), lastDay)
      if first < period.first, period.first <= last { last = period.first - 1 }
      let persons = (0...(last - first)).reduce(0) { $0 + (byDay[first + $1] ?? 0) }
      weeks.append(ReportContent.Week(first: first, last: last, persons: Count(persons)))
      first = last + 1
    }
    return weeks
  }

  /// Of the year that ends on the day of the report.
  func leadTimes() throws -> ReportContent.LeadTimes {
    let first = today.adding(months: -11)
    let times = try casebook.cycleTimes(area, from: first - (first.parts.day - 1), through: today, limit: 20_000)
    return ReportContent.LeadTimes(
      times.points.map { (day: $0.home, leadTime: $0.days) }, isCapped: times.isCapped)
  }

  /// Of those that moved in during the half-year; before there are any, of those on their way.
  func daysGone() throws -> ReportContent.DaysGone {
    let moved = try casebook.whereTheDaysWent(area, movedFrom: period.first, through: max(lastDay, period.first))
    if moved.total > 0 {
      return gone(
        moved, Phrase("wie in dit halfjaar verhuisde", "those that moved in during this half-year"), isOfMoved: true)
    }
    return gone(
      try casebook.whereTheDaysGo(area, on: today), Phrase("wie nu op weg is", "those now on their way"),
      isOfMoved: false)
  }

  private func gone(_ spent: DaysSpent, _ whose: Phrase, isOfMoved: Bool) -> ReportContent.DaysGone {
    let nobody = Phrase("Niemand aan zet", "Nobody's turn")
    return ReportContent.DaysGone(
      households: Count(spent.households),
      parties: spent.ranked.map {
        ReportContent.Party($0.party.rawValue.isEmpty ? nobody : rules.party($0.party), days: $0.days)
      },
      whose: whose, isOfMoved: isOfMoved)
  }
}
