import Journey
import Quota
import Testing

@testable import Demo

@Suite("The task of a demo")
struct DemoTaskTests {
  static let today = Day(2026, 11, 23)!
  static let rules = Rulebook.builtIn

  static var book: TaskBook {
    let field = DemoField(seed: 1, dossiers: 300, today: today, rules: rules)
    var events: [TaskEvent] = []
    for (number, entry) in DemoTask(field, housed: { _, _ in 12 }).postings.enumerated() {
      let id = EventID(high: 1, low: UInt64(number))
      events.append(
        TaskEvent(
          id: id, number: number + 1, day: entry.day, recordedAt: 0, actor: Actor("demo"), source: .demo, act: id,
          body: entry.body))
    }
    return TaskBook(events)
  }

  @Test("every posting is one that the rules allow, in order of its day")
  func allowed() {
    let book = Self.book
    for event in book.events {
      let before = TaskBook(Array(book.events.prefix(event.number - 1)))
      #expect(before.refusal(event.body, on: event.day, Self.rules, today: Self.today) == nil, "\(event.body)")
    }
    #expect(book.events.map(\.day) == book.events.map(\.day).sorted())
  }

  @Test("its targets say that they are invented, and every municipality has one")
  func invented() {
    let book = Self.book
    let ledger = Ledger(book, rules: Self.rules, today: Self.today)
    #expect(ledger.lines(.country, in: HalfYear(2026, 2)).allSatisfy { ($0.target.persons ?? 0) > 0 })
    for event in book.events {
      if case .targets(let list) = event.body { #expect(list.source.contains("verzonnen")) }
    }
  }

  @Test("it has something to show: steps of the province, and approaches in order, with gaps and begun")
  func shows() {
    let book = Self.book
    #expect(book.supervision.values.reduce(0) { $0 + $1.count } == 2)
    let codes = Reference.municipalities.map(\.code)
    let approaches = codes.map { Approach($0, book, Self.rules, today: Self.today) }
    let strengths = Set(approaches.map { $0.parts.map(\.strength) })
    #expect(strengths.contains([.whole, .whole, .whole]))
    #expect(strengths.contains([.missing, .missing, .missing]))
    #expect(strengths.contains { $0.contains(.partial) })
  }
}
