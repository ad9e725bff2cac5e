import Journey
import Testing

@testable import Casebook

@Suite("The board of a past day")
struct BoardThenTests {
  private let today = Sample.today

  @Test("the board as it stood is the one of that day's stories, and today's is the present one")
  func asOf() throws {
    let field = try CountedField(dossiers: 120)
    defer { field.sample.remove() }
    let dossiers = try field.dossiers()
    for area in CountedField.areas(dossiers).prefix(3) {
      let now = try field.casebook.board(area, on: today)
      #expect(try field.casebook.board(area, asOf: today, rules: Sample.rules) == now)
      let day = today - 100
      let then = try #require(try field.casebook.board(area, asOf: day, rules: Sample.rules))
      let flow = try field.casebook.flow(area, from: day, through: day)
      for station in then.stations {
        let told = Tally(households: station.households, persons: station.persons)
        #expect(flow.on(day, station.stage)?.stock == told)
      }
    }
    let ended = try field.casebook.board(.country, asOf: today, rules: Sample.rules) { _ in false }
    #expect(ended == nil)
  }

  /// The rulebook with the term of one step, 14 days until 1 October 2026 and 28 days from then on, and that step alone.
  private func changedInOctober() throws -> Rulebook {
    let lines = Rulebook.builtInText.split(separator: "\n").map(String.init)
    let line = try #require(lines.first { $0.contains("{id: link, ") && $0.contains("length: 14d, ") })
    let before = line.replacing("length: 14d, ", with: "length: 14d, valid-until: 2026-10-01, ")
    let after = line.replacing("length: 14d, ", with: "length: 28d, valid-from: 2026-10-01, ")
    var rules = try Rulebook.read(Rulebook.builtInText.replacing(line, with: before + "\n" + after)).get()
    rules.steps.removeAll { $0.id != "link" }
    return rules
  }

  @Test("a board of a past day counts who is late by the rule of when their term began, before and after a change")
  func asOfByDatedRules() throws {
    let sample = try Sample()
    defer { sample.remove() }
    // Due on 24 September by the rule of then; on 2 November by the one since October.
    for (given, surname, permit) in [("Can", "Yilmaz", Day(2026, 9, 10)!), ("Ewa", "Nowak", Day(2026, 10, 5)!)] {
      let id = try sample.register(given, surname).id
      for body in [Event.Body.permitGranted(.init(.temporary)), .screeningHeld(.init())] {
        try sample.perform(.record(body, on: permit), on: id)
      }
    }
    func late(_ day: Day, _ rules: Rulebook) throws -> Int? {
      try sample.casebook.board(.country, asOf: day, rules: rules)?.station(.profile)?.overdue
    }
    let changed = try changedInOctober()
    #expect(try late(Day(2026, 9, 24)!, changed) == 0)
    #expect(try late(Day(2026, 9, 25)!, changed) == 1, "28 days would end on 8 October")
    #expect(try late(Day(2026, 10, 25)!, changed) == 1, "who began before the change keeps 14 days, others have 28")
    #expect(try late(Day(2026, 11, 3)!, changed) == 2)
    var always = Rulebook.builtIn
    always.steps.removeAll { $0.id != "link" }
    #expect(try late(Day(2026, 10, 25)!, always) == 2, "by the rule that did not change both are late")
  }

  @Test("the groups of a day folded from the stories are those of the counters when that day is today")
  func groupsAsOf() throws {
    let field = try CountedField(dossiers: 120)
    defer { field.sample.remove() }
    for area in CountedField.areas(try field.dossiers()).prefix(3) {
      var then = GroupsThen()
      let board = try field.casebook.board(area, asOf: today, rules: Sample.rules, each: { then.add($0, $1) })
      #expect(board != nil)
      for grouping in Grouping.allCases {
        let now = try field.casebook.grouped(area, by: grouping).filter { $0.key != .closed }
        #expect(then.by(grouping) == now, "\(area) \(grouping)")
      }
    }
  }
}
