import Journey
import Quota
import Testing

@testable import Exchange

/// One report against somebody who adds up.
@Suite("Whoever adds up in one report")
struct ReportSolvingTests {
  /// A report of random small and large numbers that add up as those of the program do.
  private func content(_ dice: inout ReportDice) -> ReportContent {
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

  /// Who moved in by month from January on, and what else counts them: as the program does it, or nearly so.
  private func move(in content: inout ReportContent, _ months: [Int], _ dice: inout ReportDice) {
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
    content.days.households = Count(dice.roll(0...3) == 0 ? dice.roll(0...12) : moved)
    let onBoard = content.board.reduce(0) { $0 + $1.households.number! }
    content.openHouseholds = Count(dice.roll(0...3) == 0 ? dice.roll(0...12) : onBoard)
  }

  /// Who is on the way, dealt over the stages.
  private func board(_ task: ReportContent.TaskRow, _ dice: inout ReportDice) -> [ReportContent.Stock] {
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

  private func weeks(_ housed: Int, _ dice: inout ReportDice) -> [ReportContent.Week] {
    var persons = Array(repeating: 0, count: 6)
    for _ in 0..<housed { persons[dice.roll(0...5)] += 1 }
    let first = HalfYear(2026, 2).first
    return persons.enumerated().map { place, persons in
      ReportContent.Week(first: first + 7 * place, last: first + 7 * place + 6, persons: Count(persons))
    }
  }

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
      reader.readSigned("\(name) before", Count(row.balanceBefore))
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
    let content = content(&dice)
    var reader = self.reader(content.shareable(), of: content)
    #expect(reader.solved() == [])
  }

  @Test("who moved in this half-year does not follow from the months of the year and those before it")
  func moved() {
    var dice = ReportDice(seed: 1)
    var content = ReportSample.of("GM0344")
    move(in: &content, [20, 0, 0, 0, 0, 0, 0, 2, 2, 0], &dice)
    content.days.households = 4
    let shown = content.shareable()
    #expect(shown.waits[0].households == .few && shown.days.households == .few)
    #expect(shown.leadTimes.households.isHidden || shown.leadTimes.months[0].households.isHidden)
    #expect(shown.leadTimes.months.allSatisfy { ($0.percentiles == nil) == $0.households.isHidden })
  }

  // MARK: - By trying

  @Test("whoever tries every number finds none of who moved in", arguments: 0..<100)
  func everyMove(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    var content = ReportSample.of("GM0344")
    func few(_ dice: inout ReportDice) -> Int { dice.roll(0...1) == 0 ? dice.roll(0...6) : dice.roll(0...8) }
    // Two months before the half-year, three in it.
    let months = [0, 0, 0, 0, few(&dice), few(&dice), few(&dice), few(&dice), few(&dice), 0]
    (content.board, content.weeks) = ([], [])
    move(in: &content, months, &dice)
    content.waits = [content.waits[0]]
    content.waits[0].beyond = nil
    (content.days.households, content.openHouseholds) = (content.waits[0].households, 0)
    var tries = EveryFilling(most: months.reduce(4, +))
    tries.readMoves(content.shareable(), of: content)
    #expect(tries.solved() == [])
  }

  @Test("whoever tries every number finds none of households and persons, by row and by stage", arguments: 0..<100)
  func everyOnTheWay(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    let content = small(&dice)
    let shown = content.shareable()
    var tries = EveryFilling(most: content.board.reduce(4) { $0 + $1.persons.number! })
    let names = shown.groups[0].rows.indices.map { "row \($0)" }
    for (name, row) in zip(names, shown.groups[0].rows) { tries.read("\(name) households", row.households) }
    for (name, row) in zip(names, shown.groups[0].rows) {
      tries.read("\(name) persons", row.onTheWay)
      tries.persons("\(name) persons", of: "\(name) households")
    }
    tries.read("all households", shown.task.households)
    tries.read("all persons", shown.task.onTheWay)
    tries.persons("all persons", of: "all households")
    for column in ["households", "persons"] { tries.sum("all \(column)", of: names.map { "\($0) \(column)" }) }
    tries.readBoard(shown, of: content)
    #expect(tries.solved() == [])
  }

  /// Two municipalities with few on the way in three stages, the first of them before the link.
  private func small(_ dice: inout ReportDice) -> ReportContent {
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

  @Test("whoever tries finds what follows only from two sums together, which whoever adds up one by one does not")
  func everyFillingReads() {
    var (tries, adds) = (EveryFilling(most: 30), ReportReader())
    func read(_ reader: inout some ReportReading) {
      for (name, count) in [("a", Count.few), ("b", .few), ("c", 20), ("all", 24), ("own", .few)] {
        reader.read(name, count)
      }
      reader.sum("all", of: ["a", "b", "c"])
      reader.sum("own", of: ["a", "b"])
    }
    read(&tries)
    read(&adds)
    #expect(tries.solved() == ["own"] && adds.solved() == [])
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

  @Test("a remark that names few persons stays inside, whatever its words; one of dates and municipalities goes along")
  func remarks() {
    var content = ReportSample.of("GM0344")
    content.remarks = [
      LedgerNote(Phrase("volgens de dossiers drie", "three by the dossiers"), of: .linked, persons: [12, 3]),
      LedgerNote(Phrase("het saldo van -3 blijft staan", "the balance of -3 stays"), of: .balanceBefore, persons: [-3]),
      LedgerNote(Phrase("beginsaldo van 3 gemeenten niet bekend", "balance before of 3 municipalities not known")),
      LedgerNote(Phrase("op 3 dec 2026, artikel 29, lid 2", "on 3 Dec 2026, article 29, paragraph 2")),
      LedgerNote(
        Phrase("12 geboekt, 30 volgens de dossiers", "12 posted, 30 by the dossiers"), of: .linked, persons: [12, 30]),
    ]
    #expect(
      content.shareable().remarks.map(\.words.en) == [
        "balance before of 3 municipalities not known", "on 3 Dec 2026, article 29, paragraph 2",
        "12 posted, 30 by the dossiers",
      ])
    content.isInternal = true
    #expect(Report(content, .en).content.remarks.count == 5)
  }

  @Test("a remark on who was housed or on a balance stays inside where that number is hidden, or a week of it")
  func remarksOnHidden() {
    var content = ReportSample.of("GM0344")
    content.remarks = [
      LedgerNote(Phrase("gehuisvest", "housed"), of: .housed, persons: [41, 40]),
      LedgerNote(Phrase("saldo", "balance"), of: .balance, persons: [-196]),
    ]
    for index in content.weeks.indices { content.weeks[index].persons = 0 }
    content.weeks[content.weeks.count - 1].persons = content.task.housed
    #expect(content.shareable().remarks.map(\.figure) == [.housed, .balance])
    content.weeks[content.weeks.count - 1].persons = 2
    #expect(content.shareable().remarks.map(\.figure) == [.balance])
    content.weeks[content.weeks.count - 1].persons = 3
    content.task.housed = 3
    (content.groups[0].sum.housed, content.groups[0].rows[0].housed) = (3, 3)
    #expect(content.shareable().remarks.isEmpty)
  }

  @Test("the notes say that two reports are not closed against each other", arguments: Language.allCases)
  func twoReports(_ language: Language) {
    let page = Report(ReportSample.of("GM0344"), language).page
    #expect(page.contains(language == .nl ? "rapport van een deel van dit gebied" : "report of a part of this area"))
  }
}
