import Journey
import Quota
import Testing

@testable import Exchange

/// One small report against somebody who tries every number.
@Suite("Whoever tries every number in one report")
struct ReportTryingTests {
  @Test("whoever tries every number finds none of who moved in", arguments: 0..<100)
  func everyMove(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    var content = ReportSample.of("GM0344")
    func few(_ dice: inout ReportDice) -> Int { dice.roll(0...1) == 0 ? dice.roll(0...6) : dice.roll(0...8) }
    // Two months before the half-year, three in it.
    let months = [0, 0, 0, 0, few(&dice), few(&dice), few(&dice), few(&dice), few(&dice), 0]
    (content.board, content.weeks) = ([], [])
    RandomReport.move(in: &content, months, &dice)
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
    let content = RandomReport.small(&dice)
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

  @Test("nor where the rows do not know their households, by stages and by sizes", arguments: 0..<100)
  func everyUnknown(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    var content = RandomReport.small(&dice)
    let way = content.board.filter { (Stage.linked...Stage.moving).contains($0.stage) }
    content.onTheWay = ReportContent.OnTheWay([
      .init(
        .few, households: way.reduce(0) { $0 + $1.households.number! },
        persons: way.reduce(0) { $0 + $1.persons.number! })
    ])
    content.eachRow { $0.households = .unknown }
    let shown = content.shareable()
    var tries = EveryFilling(most: content.board.reduce(4) { $0 + $1.persons.number! })
    let names = shown.groups[0].rows.indices.map { "row \($0) persons" }
    for (name, row) in zip(names, shown.groups[0].rows) { tries.read(name, row.onTheWay) }
    tries.read("all persons", shown.task.onTheWay)
    tries.sum("all persons", of: names)
    for row in shown.onTheWay.rows {
      tries.read("all households", row.households)
      tries.read("sizes persons", row.persons)
    }
    tries.readBoard(shown, of: content)
    tries.sum("sizes persons", of: way.map { "\($0.stage) persons" })
    #expect(tries.solved() == [])
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
}
