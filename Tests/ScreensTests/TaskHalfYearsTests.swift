import Casebook
import Foundation
import Journey
import Quota
import Terminal
import Testing

@testable import Screens

// Half-years gone and to come.
extension TaskScreenTests {
  @Test("a half-year later there is no target yet, and earlier there was another")
  func periods() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.character("<"))
    #expect(theatre.shell.model.task.page?.ask.period == HalfYear(2026, 1))
    #expect(theatre.shell.model.taskRow?.line.target.persons == 296)
    theatre.press(.character(">"), .character(">"))
    #expect(theatre.shell.model.task.page?.nothing != nil)
  }

  @Test("signals are of now, and an earlier half-year shows no step that came after it")
  func signalsOfNow() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    #expect(theatre.shell.model.task.rows(.nl).contains { $0.signals > 0 })
    for key in ["<", ">", ">"] {
      theatre.press(.character(Character(key)))
      let isNow = theatre.shell.model.task.page?.ask.period == HalfYear(2026, 2)
      #expect(theatre.shell.model.task.rows(.nl).contains { $0.signals > 0 || $0.supervision != nil } == isNow)
    }
  }

  @Test("of a half-year to come the forecast says in words why there is none, in the table, beside it and on lines")
  func noForecastYet() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.character(">"))
    let row = try #require(theatre.shell.model.taskRow)
    #expect(row.forecast == nil && row.noForecast == .notBegun)
    #expect(TaskColumn.forecast.text(row, .nl) == "niet begonnen" && TaskColumn.forecast.text(row, .en) == "not begun")
    // High enough for all that stands beside it.
    let frame = theatre.frame(Size(columns: 120, rows: 120)).text
    #expect(frame.contains("Geen prognose: dit halfjaar is nog niet"))
    let balance = row.line.balanceBefore.signed(.nl)
    #expect(TaskColumn.balance.text(row, .nl) == "nu \(balance)" && frame.contains("nu \(balance)"))
    #expect(theatre.shell.model.task.rows(.nl).allSatisfy { TaskColumn.forecast.text($0, .nl) != "…" })
  }

  @Test("among the half-years of a municipality the one that runs has its forecast, and one that is over says so")
  func forecastsOfHalfYears() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.enter, .character(">"))
    let texts = theatre.shell.model.task.rows(.nl).reduce(into: [:]) {
      $0[$1.line.period] = TaskColumn.forecast.text($1, .nl)
    }
    #expect(texts[HalfYear(2026, 1)] == "voorbij" && texts[HalfYear(2027, 1)] == "niet begonnen")
    #expect(texts[HalfYear(2026, 2)]?.contains("–") == true, "\(texts)")
  }

  @Test("of a half-year that is over the gap is what was housed less the task, and nobody knows who was on the way")
  func resultOfHalfYear() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.enter)
    let rows = theatre.shell.model.task.rows(.nl)
    let over = try #require(rows.first { $0.line.period == HalfYear(2026, 1) })
    #expect(over.gap == over.line.housed - over.line.task)
    #expect(TaskColumn.gap.text(over, .nl) == over.line.balance.signed(.nl))
    #expect(TaskColumn.onTheWay.text(over, .nl) == "–")
    let runs = try #require(rows.first { $0.line.period == HalfYear(2026, 2) })
    let middle = try #require(runs.forecast?.figures?.p50)
    #expect(runs.gap == middle - runs.line.task)
  }
}
