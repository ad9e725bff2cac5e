import Journey
import Quota

@testable import Exchange

/// Reports of random numbers that add up as those of the program do.
enum RandomReport {
  /// Of small and large numbers.
  static func content(_ dice: inout ReportDice) -> ReportContent {
    var content = ReportSample.of("GM0344")
    let groups = dice.roll(0...1) == 0 ? 1 : dice.roll(2...3)
    func few(_ dice: inout ReportDice, _ most: Int) -> Int {
      dice.roll(0...1) == 0 ? dice.roll(0...6) : dice.roll(0...most)
    }
    func row(_ dice: inout ReportDice) -> ReportContent.TaskRow {
      var row = ReportContent.TaskRow(area: .municipality("GM0344"))
      let (households, housed, before) = (few(&dice, 12), few(&dice, 30), dice.roll(-6...3))
      let target = dice.roll(1...20)
      (row.target, row.balanceBefore, row.task) = (target, before, target - before)
      (row.housed, row.households) = (Count(housed), Count(households))
      row.onTheWay = Count(households == 0 ? 0 : households + dice.roll(0...8))
      row.balance = Count(housed - target + before)
      row.enforceableBacklog = Count(max(0, min(-before, target - before - housed) - dice.roll(0...2)))
      return row
    }
    func sum(_ rows: [ReportContent.TaskRow]) -> ReportContent.TaskRow {
      if rows.count == 1 { return rows[0] }
      var sum = ReportContent.TaskRow(area: .province("PV26"))
      func total(_ column: KeyPath<ReportContent.TaskRow, Count>) -> Count {
        Count(rows.reduce(0) { $0 + $1[keyPath: column].number! })
      }
      (sum.housed, sum.households, sum.onTheWay) = (total(\.housed), total(\.households), total(\.onTheWay))
      (sum.balance, sum.enforceableBacklog) = (total(\.balance), total(\.enforceableBacklog))
      sum.balanceBefore = rows.reduce(0) { $0 + $1.balanceBefore }
      sum.task = rows.reduce(0) { $0 + $1.task! }
      return sum
    }
    content.groups = (0..<groups).map { _ in
      let rows = (0..<dice.roll(1...5)).map { _ in row(&dice) }
      return ReportContent.Group(sum: sum(rows), rows: rows)
    }
    content.task = groups == 1 ? content.groups[0].sum : sum(content.groups.map(\.sum))
    content.board = board(content.task, &dice)
    content.weeks = weeks(content.task.housed.number!, &dice)
    let months = (1...10).map { _ in dice.roll(0...2) == 0 ? 0 : few(&dice, 25) }
    move(in: &content, months, &dice)
    return content
  }

  /// The same with what is expected: of every row a band and a chance, and what would help, each of so many households.
  static func expecting(_ dice: inout ReportDice) -> ReportContent {
    var content = Self.content(&dice)
    content.eachRow { row in
      let housed = row.housed.number!
      row.band = ReportContent.Band(p15: Count(housed + 5), p50: Count(housed + 8), p85: Count(housed + 12))
      row.chance = 0.4
    }
    let gains = dice.roll(0...1) == 0 ? [3.3, 2.2, 0.8] : [1.8, 0, 0]
    let helps = gains.indices.map { place in
      ReportContent.Help(
        Phrase("maatregel \(place)", "measure \(place)"), persons: gains[place], households: Count(dice.roll(0...9)))
    }
    content.outlook = .forecast(
      ReportContent.Forecast(
        band: content.task.band!, chance: 0.4, cone: [], households: content.openHouseholds, spells: 900, runs: 1_000,
        helps: helps))
    return content
  }

  /// Who moved in by month from January on, and what else counts them: as the program does it, or nearly so.
  static func move(in content: inout ReportContent, _ months: [Int], _ dice: inout ReportDice) {
    content.leadTimes = ReportContent.LeadTimes(
      months.enumerated().flatMap { month, count in
        (0..<count).map { (day: Day(2026, month + 1, 10)!, leadTime: 100 + $0) }
      })
    let moved = months.dropFirst(6).reduce(0, +)
    for place in content.waits.indices {
      let all = content.waits[place].isOfMoved ? moved : dice.roll(0...12)
      content.waits[place].households = Count(all)
      content.waits[place].beyond?.households = Count(dice.roll(0...all))
    }
    let onBoard = content.board.reduce(0) { $0 + $1.households.number! }
    // While nobody moved in they are those on the way.
    content.days.isOfMoved = moved > 0
    content.days.households = Count(dice.roll(0...3) == 0 ? dice.roll(0...12) : moved > 0 ? moved : onBoard)
    content.openHouseholds = Count(dice.roll(0...3) == 0 ? dice.roll(0...12) : onBoard)
  }

  /// Who is on the way, dealt over the stages.
  static func board(_ task: ReportContent.TaskRow, _ dice: inout ReportDice) -> [ReportContent.Stock] {
    let stages: [Stage] = [.permit, .linked, .search, .contract, .moving]
    var (households, persons) = ([0, 0, 0, 0, 0], [0, 0, 0, 0, 0])
    for _ in 0..<task.households.number! {
      let stage = dice.roll(1...4)
      households[stage] += 1
      persons[stage] += 1
    }
    for _ in 0..<(task.onTheWay.number! - task.households.number!) {
      let some = households.indices.filter { households[$0] > 0 }
      persons[some[dice.roll(0...some.count - 1)]] += 1
    }
    (households[0], persons[0]) = (dice.roll(0...8), 0)
    persons[0] = households[0] == 0 ? 0 : households[0] + dice.roll(0...5)
    return stages.indices.map { place in
      ReportContent.Stock(
        stages[place], households: Count(households[place]), persons: Count(persons[place]), median: 10, p85: 20,
        overdue: Count(dice.roll(0...households[place])))
    }
  }

  static func weeks(_ housed: Int, _ dice: inout ReportDice) -> [ReportContent.Week] {
    var persons = Array(repeating: 0, count: 6)
    for _ in 0..<housed { persons[dice.roll(0...5)] += 1 }
    let first = HalfYear(2026, 2).first
    return persons.enumerated().map { place, persons in
      ReportContent.Week(first: first + 7 * place, last: first + 7 * place + 6, persons: Count(persons))
    }
  }

  /// Two municipalities with few on the way in three stages, the first of them before the link.
  static func small(_ dice: inout ReportDice) -> ReportContent {
    var content = ReportSample.of("GM0344")
    content.weeks = []
    let rows = (0..<2).map { _ in
      var row = ReportContent.TaskRow(area: .municipality("GM0344"))
      let households = dice.roll(0...1) == 0 ? dice.roll(0...6) : dice.roll(0...8)
      row.households = Count(households)
      row.onTheWay = Count(households == 0 ? 0 : households + dice.roll(0...4))
      return row
    }
    var sum = ReportContent.TaskRow(area: .province("PV26"))
    sum.households = Count(rows.reduce(0) { $0 + $1.households.number! })
    sum.onTheWay = Count(rows.reduce(0) { $0 + $1.onTheWay.number! })
    (content.task, content.groups) = (sum, [ReportContent.Group(sum: sum, rows: rows)])
    let stages = board(sum, &dice)
    // Dealt over five stages; here over three.
    func merged(_ places: [Int], as stage: Stage) -> ReportContent.Stock {
      ReportContent.Stock(
        stage, households: Count(places.reduce(0) { $0 + stages[$1].households.number! }),
        persons: Count(places.reduce(0) { $0 + stages[$1].persons.number! }), median: 10, p85: 20, overdue: 0)
    }
    content.board = [
      merged([0], as: .permit), merged([1, 2], as: .search), merged([3, 4], as: .moving),
    ]
    return content
  }
}
