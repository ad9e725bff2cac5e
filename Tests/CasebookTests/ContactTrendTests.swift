import Journey
import Testing

@testable import Casebook

@Suite("How households are kept in touch with, month by month")
struct ContactTrendTests {
  private let today = Sample.today

  @Test("of every area the months say what the ways of its households add up to")
  func months() throws {
    let field = try CountedField(dossiers: 300, seed: 9)
    defer { field.sample.remove() }
    let dossiers = try field.dossiers()
    let all = dossiers.map { $0.way(Sample.rules).attention }
    var (calls, silentDays) = (0, 0)
    for area in CountedField.areas(dossiers) {
      func isHere(_ town: String) -> Bool { CountedField.lies(town, in: area) }
      let months = try field.casebook.contactTrend(area, on: today).months
      #expect(months.count == 12 && months.last?.first == Day(2026, 11, 1))
      for month in months {
        let days = month.first...min(today, month.first.adding(months: 1) - 1)
        let linked = all.flatMap(\.firstCalls).filter { isHere($0.municipality) && days.contains($0.linked) }
        #expect(month.linked == linked.count && month.uncalled == linked.count { $0.until == nil })
        let answers = all.flatMap(\.answers).filter { isHere($0.municipality) && days.contains($0.day) }
        let sorted = answers.map { ResponseDays.first($0.days) }.sorted()
        #expect(month.answers == answers.count)
        #expect(month.answerDays == (sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]))
        func count(_ spans: [Attention.Span], _ day: Day) -> Int {
          spans.count { isHere($0.municipality) && $0.from <= day && $0.until.map { day < $0 } ?? true }
        }
        let each = (0...(days.upperBound - days.lowerBound)).map { days.lowerBound + $0 }
        let (turns, silences) = (all.flatMap(\.turns), all.flatMap(\.silences))
        let silent = each.map { count(silences, $0) }
        #expect(month.turnDays == each.map { count(turns, $0) }.reduce(0, +), "\(area) \(month.first)")
        #expect(month.silentDays == silent.reduce(0, +) && month.silentAtOnce == silent.max())
        let handovers = all.flatMap(\.handovers).filter { isHere($0.municipality) && days.contains($0.day) }
        #expect(month.warm == handovers.count(where: \.isWarm) && month.cold == handovers.count { !$0.isWarm })
        calls += month.linked - month.uncalled
        silentDays += month.silentDays
      }
    }
    // The field has something of all of it.
    #expect(calls > 0 && silentDays > 0)
  }

  @Test("twelve months are whole ones, this one as far as it is")
  func period() {
    #expect(ContactTrend.period(Day(2026, 11, 16)!) == Day(2025, 12, 1)!...Day(2026, 11, 16)!)
    #expect(ContactTrend.period(Day(2026, 1, 1)!, months: 1) == Day(2026, 1, 1)!...Day(2026, 1, 1)!)
  }

  @Test("half are called within the days of the middle one, and those that still wait count as far as they are")
  func median() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let household = Contact(.household, name: "x")
    for (index, wait) in [3, 8, nil].enumerated() {
      var story: [(Day, Event.Body)] = [
        (today - 60, .registered(.init(persons: [Sample.person("A", "B\(index)")], reception: "azc Zeist"))),
        (today - 50, .permitGranted(.init(.temporary))), (today - 48, .screeningHeld(.init())),
        (today - 40, .linked(.init("GM0344"))),
      ]
      if let wait { story.append((today - 40 + wait, .contactMade(.init(household, .phone)))) }
      try sample.casebook.register(
        story, year: 2026, by: Sample.anna, source: .command, rules: Sample.rules, today: today)
    }
    let month = try #require(
      try sample.casebook.contactTrend(.municipality("GM0344"), on: today).months.first {
        $0.first == Day(2026, 10, 1)
      })
    #expect(month.linked == 3 && month.uncalled == 1 && month.firstCall == 8)
  }

  @Test("of a household that went to another municipality each has its own part, and the province both")
  func relinked() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let household = Contact(.household, name: "x")
    let (linked, left) = (Day(2026, 9, 3)!, Day(2026, 10, 20)!)
    try sample.casebook.register(
      [
        (linked - 30, .registered(.init(persons: [Sample.person("A", "B")], reception: "azc Zeist"))),
        (linked - 20, .permitGranted(.init(.temporary))), (linked - 18, .screeningHeld(.init())),
        (linked, .linked(.init("GM0344"))), (linked + 1, .linkAccepted),
        (linked + 6, .contactMade(.init(household, .phone))),
        (left, .relinked(.init("GM0307", hard: false, reason: "x"))),
      ], year: 2026, by: Sample.anna, source: .command, rules: Sample.rules, today: today)
    func month(_ area: Area, _ number: Int) throws -> ContactTrend.Month {
      try #require(
        try sample.casebook.contactTrend(area, on: today).months.first { $0.first == Day(2026, number, 1) })
    }
    let (utrecht, amersfoort) = (Area.municipality("GM0344"), Area.municipality("GM0307"))
    #expect(try month(utrecht, 9).linked == 1 && month(utrecht, 9).firstCall == 6)
    #expect(try month(amersfoort, 9).linked == 0 && month(amersfoort, 10).linked == 1)
    #expect(try month(amersfoort, 10).uncalled == 1 && month(utrecht, 10).linked == 0)
    // Days on which somebody was to be heard of, up to the day it left and from that day on.
    #expect(try month(utrecht, 9).turnDays > 0 && month(amersfoort, 9).turnDays == 0)
    #expect(try month(utrecht, 11).turnDays == 0 && month(amersfoort, 11).turnDays > 0)
    for number in 9...11 {
      let parts = try month(utrecht, number).turnDays + month(amersfoort, number).turnDays
      #expect(try month(.province("PV26"), number).turnDays == parts)
    }
  }

  @Test("a way comes back from the table as it went in")
  func bytes() throws {
    let field = try CountedField(dossiers: 60, seed: 3)
    defer { field.sample.remove() }
    for dossier in try field.dossiers() {
      let way = dossier.way(Sample.rules)
      #expect(WayBytes.decode(WayBytes.encode(way), of: way.id) == way)
    }
  }
}
