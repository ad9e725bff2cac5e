import Journey
import Quota

@testable import Exchange

/// A report on people who were linked, went from stage to stage, and left only by moving in: day by day, week by week and now
/// it says the same.
struct ReportHistory {
  static let stages: [Stage] = [.linked, .search, .contract, .moving]

  /// Persons in each stage, a week apart, oldest first.
  var persons: [[Int]]
  /// Who moved in between two of those days.
  var moved: [Int]
  /// In each stage now.
  var households: [Int]

  /// A dozen weeks of households that come and go at random.
  static func random(_ dice: inout ReportDice) -> ReportHistory {
    var homes: [(stage: Int, persons: Int)] = []
    var history = ReportHistory(persons: [], moved: [], households: [])
    let most = dice.roll(1...3)
    for _ in 0...12 {
      for _ in 0..<dice.roll(0...most) { homes.append((stage: 0, persons: dice.roll(1...6))) }
      for index in homes.indices where dice.roll(0...1) == 0 { homes[index].stage += 1 }
      history.moved.append(homes.reduce(0) { $0 + ($1.stage > 3 ? $1.persons : 0) })
      homes.removeAll { $0.stage > 3 }
      history.persons.append(
        stages.indices.map { stage in homes.reduce(0) { $0 + ($1.stage == stage ? $1.persons : 0) } })
    }
    history.moved.removeFirst()
    history.households = stages.indices.map { stage in homes.count { $0.stage == stage } }
    return history
  }

  var content: ReportContent {
    var content = ReportSample.of("GM0344")
    let days = persons.indices.map { content.day - 7 * (persons.count - 1 - $0) }
    content.flow = ReportContent.Flow(
      stages: Self.stages, days: days, persons: persons.map { $0.map { Count($0) } })
    content.weeks = moved.enumerated().map { place, moved in
      ReportContent.Week(first: days[place] + 1, last: days[place + 1], persons: Count(moved))
    }
    let now = persons.last ?? []
    content.board = Self.stages.indices.map { place in
      ReportContent.Stock(
        Self.stages[place], households: Count(households[place]), persons: Count(now[place]), median: 10, p85: 20,
        overdue: 0)
    }
    var row = ReportContent.TaskRow(area: .municipality("GM0344"))
    let housed = moved.reduce(0, +)
    (row.target, row.task, row.housed, row.balance) = (20, 20, Count(housed), Count(housed - 20))
    (row.households, row.onTheWay) = (Count(households.reduce(0, +)), Count(now.reduce(0, +)))
    (content.task, content.groups) = (row, [ReportContent.Group(sum: row, rows: [row])])
    (content.onTheWay, content.contact, content.waits) = (ReportContent.OnTheWay(), [], [])
    content.leadTimes = ReportContent.LeadTimes([])
    content.days.households = 0
    content.openHouseholds = row.households
    return content
  }
}
