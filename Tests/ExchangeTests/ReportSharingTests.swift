import Journey
import Quota
import Testing

@testable import Exchange

/// What a report that leaves the office may tell: nobody's number from 1 to 4, written or worked out.
@Suite("A report that is shared")
struct ReportSharingTests {
  /// One of each kind of place: the country, provinces, a region, small and large municipalities.
  static let areas = ["NL", "PV26", "PV29", "AM Friesland", "GM0060", "GM0344", "GM0339"]

  @Test("where no household is, nobody is: a number hidden there would hide nothing")
  func nobody() {
    var row = ReportContent.TaskRow(area: .municipality("GM0060"))
    row.households = Count(0)
    #expect(row.personsByHouseholds == 0...0)
    row.households = Count(3)
    #expect(row.personsByHouseholds.lowerBound == 3)
  }

  @Test("who was linked and what that excuses is in the file for inside the office, and in nothing that is shared")
  func links() throws {
    var content = ReportSample.of("PV26")
    (content.groups[0].rows[0].linked, content.groups[0].rows[0].excusable) = (765_431, 765_432)
    content.groups[0].rows[1].linked = nil
    func files(_ content: ReportContent) -> [String: String] {
      let files = Report(content, .nl).files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
      return Dictionary(uniqueKeysWithValues: files)
    }
    for text in files(content).values {
      #expect(!text.contains("765431") && !text.contains("765.431") && !text.contains("765432"))
      #expect(!text.contains(";linkedByReferenceDate;excusable;"))
    }
    let shown = content.shareable()
    #expect(([shown.task] + shown.groups[0].rows).allSatisfy { $0.linked == nil && $0.excusable == 0 })
    content.isInternal = true
    let lines = try #require(files(content)["intern-task.csv"]).split(separator: "\r\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false)
    }
    let place = try #require(lines[0].firstIndex(of: "linkedByReferenceDate"))
    #expect(lines[0][place - 1] == "balance" && lines[0][place + 1] == "excusable")
    #expect(lines[0][place + 2] == "enforceableBacklog")
    #expect(Array(lines[1][place...(place + 1)]) == ["765431", "765432"])
    #expect(Array(lines[2][place...(place + 1)]) == ["", "0"])
    #expect(lines.allSatisfy { $0.count == lines[0].count })
  }

  @Test("a number of 1 to 4 is hidden, nought and five are not")
  func small() {
    #expect((0...6).map { SmallCells.hide(Count($0)) } == [0, .few, .few, .few, .few, 5, 6])
  }

  @Test("one hidden number of a sum takes the smallest other with it that hides it")
  func second() {
    let hidden = SmallCells.hide([30, 3, 12, 0], of: 45)
    #expect(hidden.counts == [30, .few, .withheld, 0])
    #expect(hidden.sum == 45)
  }

  @Test("a second number that leaves only one possibility is not enough")
  func narrow() {
    // 1 and 5 make 6: whoever knows that the second is more than 4 knows both.
    #expect(SmallCells.hide([1, 5, 40], of: 46).counts == [.few, .withheld, .withheld])
  }

  @Test("two hidden numbers that can only be one way take a third with them")
  func extremes() {
    #expect(SmallCells.hide([4, 4, 20], of: 28).counts == [.few, .few, .withheld])
    #expect(SmallCells.hide([1, 1, 20], of: 22).counts == [.few, .few, .withheld])
    #expect(SmallCells.hide([2, 3, 20], of: 25).counts == [.few, .few, 20])
  }

  @Test("where no other number helps the sum is hidden")
  func sumHides() {
    let hidden = SmallCells.hide([4, 4], of: 8)
    #expect(hidden.counts == [.few, .few])
    #expect(hidden.sum == .withheld)
  }

  @Test("whatever the numbers, every hidden one can be two things or more", arguments: 0..<400)
  func ambiguous(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    let numbers = (0..<dice.roll(1...6)).map { _ in dice.roll(0...2) == 0 ? dice.roll(0...30) : dice.roll(0...6) }
    let hidden = SmallCells.hide(numbers.map { Count($0) }, of: Count(numbers.reduce(0, +)))
    guard let sum = hidden.sum.number else { return }
    // Every way to fill in what is hidden that gives the sum.
    var ways: [[Int]] = [[]]
    for count in hidden.counts {
      let choices: [Int] =
        switch count {
        case .exactly(let number): [number]
        case .few: [1, 2, 3, 4]
        default: [0] + (5...max(5, sum))
        }
      ways = ways.flatMap { way in choices.map { way + [$0] } }.filter { $0.reduce(0, +) <= sum }
    }
    ways = ways.filter { $0.reduce(0, +) == sum }
    #expect(ways.contains(numbers))
    for (place, count) in hidden.counts.enumerated() where count == .few {
      #expect(Set(ways.map { $0[place] }).count > 1, "\(numbers) shows \(hidden.counts)")
    }
  }

  @Test("outside the office whoever counts before the move is among those on the way, as on the board")
  func beforeTheMove() {
    var content = ReportSample.of("GM0344")
    (content.task.households, content.task.onTheWay, content.task.allOnTheWay) = (25, 57, 60)
    (content.groups, content.board) = ([ReportContent.Group(sum: content.task, rows: [content.task])], [])
    let shown = content.shareable()
    #expect(shown.task.onTheWay == 60 && shown.groups[0].rows[0].onTheWay == 60)
    #expect(shown.task.allOnTheWay == nil, "nothing says how few those are")
  }

  @Test(
    "households and persons side by side: whatever the table, neither column gives a number of 1 to 4 of the other away",
    arguments: 0..<400)
  func sideBySide(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    let households = (0..<dice.roll(1...5)).map { _ in dice.roll(0...1) == 0 ? dice.roll(0...6) : dice.roll(0...12) }
    let persons = households.map { $0 == 0 ? 0 : $0 + dice.roll(0...6) }
    var content = ReportSample.of("GM0344")
    var sum = ReportContent.TaskRow(area: .province("PV26"))
    let rows = zip(households, persons).map { households, persons in
      var row = ReportContent.TaskRow(area: .municipality("GM0344"))
      (row.households, row.onTheWay) = (Count(households), Count(persons))
      return row
    }
    (sum.households, sum.onTheWay) = (Count(households.reduce(0, +)), Count(persons.reduce(0, +)))
    (content.task, content.groups, content.board) = (sum, [ReportContent.Group(sum: sum, rows: rows)], [])
    let shown = content.shareable().groups[0]
    let sides: [([Count], Count, [Int], [ClosedRange<Int>])] = [
      (
        shown.rows.map(\.households), shown.sum.households, households,
        shown.rows.map { 0...($0.onTheWay.number ?? 99) }
      ),
      (shown.rows.map(\.onTheWay), shown.sum.onTheWay, persons, shown.rows.map { ($0.households.number ?? 0)...99 }),
    ]
    for (counts, sum, real, bounds) in sides {
      guard let sum = sum.number else { continue }
      // Every way to fill in what is hidden that gives the sum and fits what stands beside it.
      var ways: [[Int]] = [[]]
      for (count, bound) in zip(counts, bounds) {
        let choices: [Int] =
          switch count {
          case .exactly(let number): [number]
          case .few: Array(1...4)
          default: ([0] + (5...max(5, sum))).filter(bound.contains)
          }
        ways = ways.flatMap { way in choices.map { way + [$0] } }.filter { $0.reduce(0, +) <= sum }
      }
      ways = ways.filter { $0.reduce(0, +) == sum }
      #expect(ways.contains(real))
      for (place, count) in counts.enumerated() where count == .few {
        #expect(Set(ways.map { $0[place] }).count > 1, "\(households) \(persons) shows \(counts) of \(sum)")
      }
    }
  }

  @Test(
    "the sum of the board adds up where all of it stands, and does not stand where a part of it is hidden",
    arguments: areas)
  func boardSum(area: String) throws {
    let sample = ReportSample.of(area)
    let table = sample.boardTable.rows
    func numbers(_ column: Int) -> [Int] {
      table.compactMap { row -> Int? in
        if case .count(let count) = row.cells[column] { return count.number }
        return nil
      }
    }
    for column in [1, 2, 5] { #expect(numbers(column).dropLast().reduce(0, +) == numbers(column).last) }
    let content = sample.shareable()
    let sum = try #require(content.boardSum)
    for (counts, sum) in [
      (content.board.map(\.households), sum.households), (content.board.map(\.persons), sum.persons),
      (content.board.map(\.overdue), sum.overdue),
    ] { expectHidden(counts, of: sum, area) }
  }

  @Test("sizes of households add up to who is on the way, and none stands where one has few")
  func sizes() {
    func shown(_ few: Int) -> [ReportContent.OnTheWay.Row] {
      var content = ReportSample.of("GM0344")
      content.onTheWay = ReportContent.OnTheWay([
        .init(.one, households: 30, persons: 30), .init(.many, households: few, persons: few * 6),
      ])
      return content.shareable().onTheWay.rows
    }
    #expect(shown(5).count == 2 && shown(4).isEmpty && shown(0).count == 2)
    let table = ReportSample.of("NL").onTheWayTable
    // On the board everybody from the permit on is on the way; here only who is linked.
    #expect(table.caption.nl.hasPrefix("Gekoppeld en nog niet gehuisvest"))
    #expect(table.rows.count == 4 && table.rows.last?.isSum == true)
  }

  @Test("no number of persons or households from 1 to 4 is left", arguments: areas)
  func noneLeft(area: String) {
    let content = ReportSample.of(area).shareable()
    for count in Self.counts(of: content) {
      if let number = count.number { #expect(!(1...4).contains(number)) }
    }
  }

  @Test(
    "what is hidden of a municipality does not follow from its province, nor that from the country", arguments: areas)
  func hierarchy(area: String) {
    for column in [\ReportContent.TaskRow.housed, \.onTheWay, \.households] {
      let content = ReportSample.of(area).shareable()
      for group in content.groups {
        expectHidden(group.rows.map { $0[keyPath: column] }, of: group.sum[keyPath: column], area)
      }
      if content.groups.count > 1 {
        expectHidden(content.groups.map { $0.sum[keyPath: column] }, of: content.task[keyPath: column], area)
        for group in content.groups where group.sum[keyPath: column].isHidden {
          #expect(group.rows.contains { $0[keyPath: column].isHidden }, "the sum of \(group.sum.area.code) adds up")
        }
      }
    }
  }

  @Test("stages add up to who is on the way, weeks to who was housed, and neither gives one away", arguments: areas)
  func otherSums(area: String) {
    let content = ReportSample.of(area).shareable()
    let stages = content.board.filter { (Stage.linked...Stage.moving).contains($0.stage) }
    expectHidden(stages.map(\.persons), of: content.task.onTheWay, area)
    expectHidden(
      content.weeks.filter { $0.first >= content.period.first }.map(\.persons), of: content.task.housed, area)
  }

  @Test("a hidden number of persons housed takes its balance, its pace and its signals with it")
  func follows() throws {
    var row = ReportContent.TaskRow(area: .municipality("GM0060"))
    (row.task, row.housed, row.balance) = (6, 3, Count(-3))
    row.pace = ReportContent.Pace(Phrase("achter", "behind"), rank: 2, norm: 4, months: 4)
    row.signals = [
      ReportContent.Signal(
        Phrase("achter op de norm", "behind the norm"), words: Phrase("3 gehuisvest", "3 housed"),
        since: Day("2026-10-01")!)
    ]
    row.housed = .few
    row.hideWhatFollows()
    #expect(row.balance == .withheld)
    #expect(row.pace == nil)
    #expect(row.signals.isEmpty && row.hidesSignals, "that a threshold was crossed, or was not, is one of two sides")
    row = ReportContent.TaskRow(area: .municipality("GM0060"))
    row.housed = 12
    row.signals = [
      ReportContent.Signal(
        Phrase("achter op de norm", "behind the norm"), words: Phrase("3 gehuisvest", "3 housed"),
        since: Day("2026-10-01")!)
    ]
    row.hideWhatFollows()
    #expect(row.signals.map(\.words) == [Phrase("achter op de norm", "behind the norm")] && !row.hidesSignals)
  }

  @Test("a number of households that is a sum of others does not stand where one of them is hidden")
  func sumsElsewhere() {
    var content = ReportSample.of("GM0344")
    func forecast(_ content: ReportContent) -> Count? {
      if case .forecast(let forecast) = content.outlook { forecast.households } else { nil }
    }
    for index in content.board.indices { content.board[index].households = 20 }
    for index in content.leadTimes.months.indices { content.leadTimes.months[index].households = 10 }
    content.leadTimes.households = Count(10 * content.leadTimes.months.count)
    let open = content.shareable()
    #expect(!open.waits.contains { $0.households == .withheld } && open.days.households != .withheld)
    #expect(forecast(open)?.number != nil)
    content.board[0].households = 3
    let narrow = content.shareable()
    #expect(narrow.waits.map { $0.households == .withheld } == narrow.waits.map { !$0.isOfMoved })
    #expect(forecast(narrow) == .withheld && narrow.days.households == .withheld)
    content.board[0].households = 20
    content.leadTimes.months[0].households = 2
    let early = content.shareable()
    #expect(early.waits.map { $0.households == .withheld } == early.waits.map(\.isOfMoved))
    #expect(early.days.households == .withheld && forecast(early)?.number != nil)
  }

  @Test("as many households on the board by chance do not make the days those of the board: they go by whose they are")
  func daysByWhose() {
    var content = ReportSample.of("GM0344")
    for index in content.board.indices {
      let isHere = content.board[index].stage == .search
      content.board[index].households = Count(isHere ? 9 : 0)
      content.board[index].persons = Count(isHere ? 30 : 0)
      content.board[index].overdue = 0
    }
    let moves = (0..<8).map { (day: Day(2026, $0 < 6 ? 8 : 10, 10)!, leadTime: 100 + $0) }
    content.leadTimes = ReportContent.LeadTimes(moves)
    content.days.households = 9
    #expect(content.leadTimes.months.map(\.households) == [6, 2] && content.movedInPeriod == 8)
    func shown(isOfMoved: Bool) -> ReportContent {
      content.days.isOfMoved = isOfMoved
      return content.shareable()
    }
    let moved = shown(isOfMoved: true)
    #expect(moved.leadTimes.months[1].households == .few && moved.boardSum?.households == 9)
    #expect(moved.days.households == .withheld)
    #expect(shown(isOfMoved: false).days.households == 9)
  }

  @Test("what is expected is not told where the number housed is hidden: it begins with that")
  func expected() {
    var content = ReportSample.of("GM0344")
    content.task.housed = 3
    content.groups[0].sum.housed = 3
    content.groups[0].rows[0].housed = 3
    content = content.shareable()
    #expect(content.task.band == .withheld && content.groups[0].rows[0].band == .withheld)
    guard case .forecast(let forecast) = content.outlook else { return #expect(Bool(false), "no forecast") }
    #expect(forecast.band == .withheld && forecast.cone.isEmpty)
  }

  @Test("the board is hidden against its own sum, whatever half-year the ledger is of", arguments: areas)
  func ownSum(area: String) {
    let content = ReportSample.of(area)
    var past = content
    past.task.onTheWay = 100_000
    #expect(past.shareable().board == content.shareable().board)
  }

  @Test("inside the office every number stands, in the page and in the files")
  func inside() {
    var content = ReportSample.of("GM0344")
    content.isInternal = true
    let report = Report(content, .nl)
    #expect(report.content == content)
    #expect(!report.page.contains("&lt;5"))
    #expect(report.page.contains("Intern: met kleine aantallen"))
    #expect(report.files.allSatisfy { $0.name.hasPrefix("intern-") })
    #expect(Report(ReportSample.of("GM0344"), .nl).page.contains("&lt;5"))
  }

  private func expectHidden(_ counts: [Count], of sum: Count, _ area: String) {
    // Hiding anew changes nothing: nothing follows any more.
    #expect(SmallCells.hide(counts, of: sum).counts == counts, "in \(area): \(counts) of \(sum)")
  }

  static func counts(of content: ReportContent) -> [Count] {
    let rows = [content.task] + content.groups.flatMap { [$0.sum] + $0.rows }
    var counts = rows.flatMap { row in
      [row.housed, row.onTheWay, row.households, row.enforceableBacklog]
        + (row.band.map { [$0.p15, $0.p50, $0.p85] } ?? [])
    }
    counts += content.board.flatMap { [$0.households, $0.persons, $0.overdue] }
    counts += content.onTheWay.rows.flatMap { [$0.households, $0.persons] } + content.flow.persons.joined()
    counts +=
      content.weeks.map(\.persons) + content.leadTimes.months.map(\.households)
      + content.leadTimes.dots.map(\.households)
    counts += content.waits.flatMap { [$0.households] + ($0.beyond.map { [$0.households] } ?? []) }
    counts += content.contact.flatMap { [$0.linked, $0.answers, $0.silent, $0.warm, $0.cold] }
    counts += [content.leadTimes.households, content.days.households]
    if case .forecast(let forecast) = content.outlook {
      counts += [forecast.households] + forecast.cone.flatMap { [$0.band.p15, $0.band.p50, $0.band.p85] }
    }
    return counts
  }
}
