import Journey
import Quota
import Testing

@testable import Screens
@testable import Terminal

@Suite("The course of a half-year")
struct CourseTests {
  private func picture(_ chart: BurnUp, _ language: Language) -> Canvas {
    var canvas = Canvas(size: ChartsTests.sizes[0])
    chart.draw(in: ChartsTests.sizes[0].rect, language, on: &canvas)
    return canvas
  }

  private let asked = Rulebook.builtIn.task.norm(on: HalfYear(2026, 2).first)

  @Test("the norm is a sixth of the task at the end of each month, and the whole at the end")
  func norm() {
    let chart = BurnUp(period: HalfYear(2026, 2), task: 60, asked: asked, housed: [], today: ChartSample.today)
    let table = chart.table(.nl)
    #expect(table.dropFirst().map { $0[2] } == ["10", "20", "30", "40", "40", "50", "60"])
    #expect(table[5][0] == "2026-11-23" && table[5][1] == "0" && table[6][1].isEmpty)
  }

  @Test("the words of the norm are those of the rulebook, and stand where there is a norm")
  func normWords() {
    let housed = [BurnUp.Housed(day: ChartSample.today, persons: 4)]
    var chart = BurnUp(period: HalfYear(2026, 2), task: 60, asked: asked, housed: housed, today: ChartSample.today)
    #expect(picture(chart, .nl).text.contains("opgave, elke maand een zesde"))
    #expect(picture(chart, .en).text.contains("task, a sixth a month"))
    chart.asked?.name = Phrase("pas na de zomer", "after the summer only")
    #expect(picture(chart, .nl).text.contains("opgave, pas na de zomer"))
    chart.asked = nil
    #expect(!picture(chart, .nl).text.contains("opgave, ") && chart.table(.nl).dropFirst().allSatisfy { $0[2] == "–" })
  }

  @Test("a half-year that has not begun and one without a task have no norm, in numbers and in the picture")
  func noNorm() {
    for (period, task) in [(HalfYear(2027, 1), 60), (HalfYear(2026, 2), 0)] {
      let chart = BurnUp(
        period: period, task: task, asked: asked, housed: [.init(day: ChartSample.today, persons: 4)],
        today: ChartSample.today)
      #expect(chart.table(.nl).dropFirst().allSatisfy { $0[2] == "–" })
      #expect(!picture(chart, .nl).text.contains("elke maand een zesde"))
    }
  }

  @Test("where nobody knows the task the course says who was housed, not of how many; a task of nought is said")
  func noTask() {
    func course(_ task: Int?, _ l: Language) -> String {
      let chart = BurnUp(
        period: HalfYear(2026, 2), task: task, housed: [.init(day: ChartSample.today, persons: 92)],
        today: ChartSample.today)
      let drawn = picture(chart, l).text
      #expect(drawn.contains(chart.summary(l)))
      #expect(drawn.contains(Phrase("opgave 0", "task 0")[l]) == (task == 0))
      return chart.summary(l)
    }
    #expect(course(nil, .nl) == "Personen: 92 gehuisvest" && course(nil, .en) == "Persons: 92 housed")
    #expect(course(0, .nl) == "Personen: 92 van 0 gehuisvest")
    #expect(course(60, .en) == "Persons: 92 of 60 housed")
  }

  @Test("nobody is drawn as housed before they moved in: the course is level until the day it rises")
  func level() {
    let chart = BurnUp(
      period: HalfYear(2026, 2), task: nil, housed: [.init(day: Day(2026, 8, 7)!, persons: 6)],
      today: HalfYear(2026, 2).last)
    func isDots(_ letter: Character) -> Bool {
      letter.unicodeScalars.first.map { (0x2801...0x28FF).contains($0.value) } ?? false
    }
    // Beside the legend, which has a sign of dots.
    let rows = picture(chart, .nl).text.split(separator: "\n").filter { !$0.contains("gehuisvest") }
    let rises = rows.compactMap { Array($0).firstIndex(where: isDots) }
    #expect(rises.count > 3 && Set(rises).count == 1, "\(rises)")
  }
}
