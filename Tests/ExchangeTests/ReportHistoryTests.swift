import Journey
import Quota
import Testing

@testable import Exchange

/// Who stood where from day to day, and how many were housed by then, in a report that leaves the office.
@Suite("Day by day, in a report that is shared")
struct ReportHistoryTests {
  /// Few: nobody moved in during the last week.
  private let few = ReportHistory(persons: [[1, 5, 0, 0], [0, 2, 4, 0]], moved: [0], households: [0, 1, 1, 0])
  /// Nothing in it is small.
  private let many = ReportHistory(
    persons: [[9, 20, 8, 7], [12, 20, 9, 6], [8, 22, 9, 9]], moved: [7, 6], households: [5, 9, 6, 6])

  /// All that is printed of stages, weeks and the task, for whoever knows that people leave only by moving in.
  private func reader(_ shown: ReportContent, of open: ReportContent) -> ReportReader {
    var reader = ReportReader()
    reader.read("all households", shown.task.households)
    reader.read("all persons", shown.task.onTheWay)
    reader.persons("all persons", of: "all households")
    reader.readBoard(shown, of: open)
    reader.read("all housed", shown.task.housed)
    let weeks = shown.weeks.indices.map { "week \($0)" }
    for (name, week) in zip(weeks, shown.weeks) { reader.read(name, week.persons) }
    reader.sum("all housed", of: weeks)
    for (place, point) in shown.housedByWeek.enumerated() {
      let terms: [(String, Int)] = weeks.prefix(place + 1).map { ($0, 1) }
      if let sum = point.persons.number { reader.line(terms, sum...sum) }
      if point.persons == .few { reader.line(terms, 1...4) }
    }
    reader.readFlow(shown)
    return reader
  }

  @Test("whoever knows that people leave only by moving in finds no hidden number", arguments: 0..<300)
  func unsolvable(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    let open = ReportHistory.random(&dice).content
    var reader = self.reader(open.shareable(), of: open)
    #expect(reader.solved() == [])
  }

  @Test("with each small number of the flow hidden by itself, that reader would find who was linked a week ago")
  func byItself() {
    let open = few.content
    var shown = open.shareable()
    #expect(shown.flow.isWithheld && shown.flow.days.isEmpty && shown.task.onTheWay == 6)
    shown.flow = open.flow
    shown.flow.persons = open.flow.persons.map { row in row.map { SmallCells.hide($0) } }
    var reader = self.reader(shown, of: open)
    #expect(reader.solved().contains("2026-11-16 linked"))
  }

  @Test("where nothing is small the flow stands")
  func stands() {
    let open = many.content
    #expect(open.shareable().flow == open.flow)
    #expect(Report(open, .nl).page.contains("id=\"flow-t\""))
  }

  @Test("one small number in the weeks, on the board, of who was linked or in the flow leaves it out whole")
  func leftOut() throws {
    let changes: [(inout ReportContent) -> Void] = [
      { $0.weeks[0].persons = 3 }, { $0.board[1].overdue = 2 }, { $0.contact[0].linked = 1 },
      { $0.flow.persons[0][2] = 4 },
    ]
    for (place, change) in changes.enumerated() {
      var content = many.content
      content.contact = [
        ReportContent.ContactMonth(first: Day("2026-11-01")!, linked: 9, firstCall: 5, answers: 9, answerDays: 2)
      ]
      #expect(!content.shareable().flow.isWithheld)
      change(&content)
      let report = Report(content, .nl)
      #expect(report.content.flow.isWithheld, "change \(place)")
      #expect(report.page.contains("Bij zo weinig mensen staat hier geen tabel per dag"))
      #expect(!report.page.contains("id=\"flow-t\""))
      let file = try #require(report.files.first { $0.name == "flow.csv" })
      // Not even in which stages somebody stood.
      #expect(String(decoding: file.bytes.dropFirst(3), as: UTF8.self) == "day;home\r\n")
      content.isInternal = true
      #expect(Report(content, .nl).page.contains("id=\"flow-t\""))
    }
  }

  @Test(
    "a running sum is the real one, fewer than five where it is, or withheld; at the end it is the number housed",
    arguments: 0..<300)
  func course(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    let open = ReportHistory.random(&dice).content
    let shown = open.shareable()
    for (point, real) in zip(shown.housedByWeek, open.housedByWeek) {
      let number = real.persons.number ?? -1
      switch point.persons {
      case .exactly(let told): #expect(told == number)
      case .few: #expect((1...4).contains(number))
      case .withheld: break
      case .unknown: #expect(Bool(false), "a sum that nobody knows")
      }
    }
    if shown.task.housed.number != nil { #expect(shown.housedByWeek.last?.persons == shown.task.housed) }
  }

  @Test("twelve housed in three hidden weeks are withheld in between and twelve in the end")
  func twelve() throws {
    let quiet = Array(repeating: [0, 14, 0, 0], count: 8)
    let content = ReportHistory(persons: quiet, moved: [0, 6, 0, 5, 0, 1, 0], households: [0, 5, 0, 0]).content
    let report = Report(content, .nl)
    #expect(report.content.weeks.map(\.persons) == [0, .withheld, 0, .withheld, 0, .few, 0])
    #expect(
      report.content.housedByWeek.map(\.persons) == [0, .withheld, .withheld, .withheld, .withheld, 12, 12])
    #expect(report.content.meanOfWeeks == 12.0 / 7)
    #expect(!report.page.contains("≈"))
    let file = try #require(report.files.first { $0.name == "weeks.csv" })
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").dropFirst()
    #expect(lines.map { $0.split(separator: ";").last } == ["0", "*", "*", "*", "*", "12", "12"])
  }

  @Test("where the weeks are not those of the number housed, it says nothing of a hidden week")
  func otherSum() {
    var content = many.content
    content.weeks[1].persons = 3
    let shown = content.shareable()
    #expect(shown.task.housed == 13 && shown.housedByWeek.map(\.persons) == [.withheld, .withheld])
    #expect(shown.meanOfWeeks == nil)
  }
}

extension ReportReader {
  /// Persons by stage on days, beside the weeks: who is not on the way any more moved in.
  fileprivate mutating func readFlow(_ content: ReportContent) {
    let flow = content.flow
    for (row, day) in flow.days.enumerated() {
      let cells = flow.stages.map { "\(day) \($0)" }
      for (name, count) in zip(cells, flow.persons[row]) { read(name, count) }
      readSigned("\(day)", .withheld)
      sum("\(day)", of: cells)
      if day == content.day {
        for stock in content.board { sum("\(day) \(stock.stage)", of: ["\(stock.stage) persons"]) }
        sum("\(day)", of: ["all persons"])
      }
      guard row > 0 else { continue }
      let before = flow.days[row - 1]
      let weeks = content.weeks.indices.filter { before < content.weeks[$0].first && content.weeks[$0].last <= day }
      let moved: [(String, Int)] = weeks.map { ("week \($0)", 1) }
      line([("\(day)", 1), ("\(before)", -1)] + moved, 0...(1 << 30))
    }
  }
}
