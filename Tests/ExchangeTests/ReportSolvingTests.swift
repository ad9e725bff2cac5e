import Journey
import Quota
import Testing

@testable import Exchange

/// One report against somebody who adds up.
@Suite("Whoever adds up in one report")
struct ReportSolvingTests {
  /// All that is printed, and how it is tied together.
  private func reader(_ content: ReportContent, of open: ReportContent) -> ReportReader {
    var reader = ReportReader()
    func read(_ name: String, _ row: ReportContent.TaskRow) {
      reader.read("\(name) housed", row.housed)
      reader.read("\(name) households", row.households)
      reader.read("\(name) persons", row.onTheWay)
      reader.read("\(name) enforceable", row.enforceableBacklog, fewFrom: 0)
      reader.readSigned("\(name) balance", row.balance)
      reader.readSigned("\(name) task", row.task.map { Count($0) } ?? .unknown)
      reader.readSigned("\(name) before", content.hidesBalanceBefore ? .withheld : Count(row.balanceBefore))
      reader.sum("\(name) housed", of: ["\(name) balance", "\(name) task"])
      reader.persons("\(name) persons", of: "\(name) households")
    }
    read("all", content.task)
    for (place, group) in content.groups.enumerated() {
      read("\(place)", group.sum)
      let names = group.rows.indices.map { "\(place).\($0)" }
      for (name, row) in zip(names, group.rows) {
        read(name, row)
        // While a half-year runs no more than the one before left can be enforced, and never more than the backlog.
        if row.balance.number.map({ $0 < 0 }) == true {
          reader.line([("\(name) enforceable", 1), ("\(name) balance", 1)], -1_000_000...0)
        }
        if row.balanceBefore < 0 {
          reader.line([("\(name) enforceable", 1), ("\(name) before", 1)], -1_000_000...0)
        }
      }
      for column in ["housed", "households", "persons", "enforceable", "balance"] {
        reader.sum("\(place) \(column)", of: names.map { "\($0) \(column)" })
      }
    }
    for column in ["housed", "households", "persons", "enforceable", "balance"] {
      reader.sum("all \(column)", of: content.groups.indices.map { "\($0) \(column)" })
    }
    reader.readBoard(content, of: open)
    for (place, week) in content.weeks.enumerated() { reader.read("week \(place)", week.persons) }
    reader.sum("all housed", of: content.weeks.indices.map { "week \($0)" })
    reader.readMoves(content, of: open)
    return reader
  }

  @Test("from all that is printed no hidden number can be solved, whatever the tables", arguments: 0..<400)
  func unsolvable(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    let content = RandomReport.content(&dice)
    var reader = self.reader(content.shareable(), of: content)
    #expect(reader.solved() == [])
  }

  @Test("nor a balance before while the half-year before runs, by the target that stands beside it", arguments: 0..<100)
  func toCome(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    var content = RandomReport.content(&dice)
    content.day = content.period.first - 1
    let shown = content.shareable()
    var reader = self.reader(shown, of: content)
    var befores: [String] = []
    for (place, group) in content.groups.enumerated() {
      let names = group.rows.indices.map { "\(place).\($0)" }
      for (name, row) in zip(names, group.rows) {
        reader.readSigned("\(name) target", row.target.map { Count($0) } ?? .unknown)
        reader.sum("\(name) target", of: ["\(name) task", "\(name) before"])
      }
      reader.sum("\(place) before", of: names.map { "\($0) before" })
      befores += (names + ["\(place)"]).map { "\($0) before" }
    }
    #expect(reader.solved() == [])
    for before in befores {
      #expect(reader.ranges[before].map { $0.low < $0.high } == true, "\(before)")
    }
    #expect(shown.groups.allSatisfy { $0.rows.allSatisfy { $0.task == nil && $0.enforceableBacklog == .withheld } })
  }

  @Test("who moved in this half-year does not follow from the months of the year and those before it")
  func moved() {
    var dice = ReportDice(seed: 1)
    var content = ReportSample.of("GM0344")
    RandomReport.move(in: &content, [20, 0, 0, 0, 0, 0, 0, 2, 2, 0], &dice)
    content.days.households = 4
    let shown = content.shareable()
    #expect(shown.waits[0].households == .few && shown.days.households == .few)
    #expect(shown.leadTimes.households.isHidden || shown.leadTimes.months[0].households.isHidden)
    #expect(shown.leadTimes.months.allSatisfy { ($0.percentiles == nil) == $0.households.isHidden })
  }

  @Test("the reader solves what is not hidden well: one hidden number under its sum, and a persons' one by households")
  func readerReads() {
    var reader = ReportReader()
    for (name, count) in [("a", Count.few), ("b", 20), ("sum", 23)] { reader.read(name, count) }
    reader.sum("sum", of: ["a", "b"])
    #expect(reader.solved() == ["a"])
    var pair = ReportReader()
    pair.read("households", 0)
    pair.read("persons", .withheld)
    pair.persons("persons", of: "households")
    #expect(pair.solved() == ["persons"])
  }

  @Test(
    "the tables of whole provinces and of the country are closed too", arguments: ["NL", "PV26", "GM0060", "GM0339"])
  func places(_ area: String) {
    let sample = ReportSample.of(area)
    var reader = self.reader(sample.shareable(), of: sample)
    #expect(reader.solved() == [])
  }

  @Test("a small part of the backlog that can be enforced does not follow from the balance beside it")
  func enforceable() {
    var content = ReportSample.of("GM0344")
    (content.weeks, content.board) = ([], [])
    var row = content.task
    (row.housed, row.task, row.balance, row.balanceBefore) = (19, 20, Count(-1), -1)
    row.enforceableBacklog = 1
    (content.task, content.groups) = (row, [ReportContent.Group(sum: row, rows: [row])])
    #expect(content.shareable().task.enforceableBacklog == .few)
    row.enforceableBacklog = 0
    (content.task, content.groups) = (row, [ReportContent.Group(sum: row, rows: [row])])
    #expect(content.shareable().task.enforceableBacklog == .few, "no more than what <5 says of 1")
    (row.housed, row.balance, row.balanceBefore) = (23, 3, 0)
    (content.task, content.groups) = (row, [ReportContent.Group(sum: row, rows: [row])])
    #expect(content.shareable().task.enforceableBacklog == 0)
  }

  @Test("a board with no households in a stage hides nobody beside it")
  func emptyStage() {
    #expect(SmallCells.persons(of: 0) == 0...0 && SmallCells.persons(of: .few) == 0...Int.max)
    var content = ReportSample.of("GM0344")
    let stages: [(Stage, Int, Int)] = [(.linked, 3, 8), (.search, 0, 0), (.contract, 12, 30), (.moving, 9, 22)]
    content.board = stages.map { stage, households, persons in
      ReportContent.Stock(
        stage, households: Count(households), persons: Count(persons), median: 1, p85: 2, overdue: 0)
    }
    let board = content.shareable().board
    #expect(board[1].households == 0 && board[1].persons == 0)
    #expect(board[0].households == .few && board.contains { $0.households == .withheld })
  }

  @Test("who has few households on the way has no band, chance or measure that would tell their size")
  func fewOnTheWay() {
    var content = ReportSample.of("GM0344")
    content.task.households = 2
    content.task.onTheWay = 9
    (content.groups[0].sum, content.groups[0].rows) = (content.task, [content.task])
    content.board = []
    let shown = content.shareable()
    #expect(shown.task.band == .withheld && shown.task.chance == nil)
    guard case .forecast(let forecast) = shown.outlook else { return #expect(Bool(false), "no forecast") }
    #expect(forecast.cone.isEmpty && forecast.helps.isEmpty && forecast.areHelpsWithheld)
    #expect(Verdict(content: shown).sentences.count == 2)
  }

  @Test("the notes say that two reports are not closed against each other", arguments: Language.allCases)
  func twoReports(_ language: Language) {
    let page = Report(ReportSample.of("GM0344"), language).page
    #expect(page.contains(language == .nl ? "dat van een deel van dit gebied" : "that of a part of this area"))
  }
}
