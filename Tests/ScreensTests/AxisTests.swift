import Chance
import Journey
import Testing

@testable import Screens
@testable import Terminal

@Suite("Axes of charts")
struct AxisTests {
  @Test("the ticks of an axis are 1, 2 or 5 with noughts, and the top is not below the largest", arguments: 0..<40)
  func ticks(seed: Int) {
    var dice = Chance(seed: UInt64(seed))
    let largest = Double(dice.roll(dice.one(of: [3, 20, 400, 70_000, 1 << 50])))
    let rows = 1 + dice.roll(60)
    let axis = ValueAxis(upTo: largest, rows: rows)
    let step = axis.ticks[1]
    #expect(isRound(step) && axis.top >= largest && axis.top - largest < max(step, 1.5))
    #expect(axis.ticks.first == 0 && axis.ticks.last == axis.top && axis.ticks.count <= max(2, rows / 2 + 1))
    let stretched = ValueAxis(stretchedTo: largest, rows: rows)
    #expect(stretched.ticks.count > 1 && stretched.ticks.dropFirst().allSatisfy(isRound) && stretched.top >= largest)
    #expect(stretched.share(stretched.top) == 1 && stretched.share(0) == 0)
  }

  private func isRound(_ value: Double) -> Bool {
    var digits = value
    while digits >= 10 { digits /= 10 }
    return [1, 2, 5].contains { abs($0 - digits) < 1e-9 }
  }

  @Test("names of days never touch, over a week or over centuries", arguments: 0..<40)
  func dayNames(seed: Int) {
    var dice = Chance(seed: UInt64(seed))
    let first = Day(2001, 1, 1)! + dice.roll(9_000)
    let axis = DayAxis(
      first, first + dice.roll(dice.one(of: [2, 30, 400, 9_000, 300_000])), columns: 1 + dice.roll(250))
    let ticks = axis.ticks(.nl)
    for (a, b) in zip(ticks, ticks.dropFirst()) { #expect(a.column + TextWidth.of(a.label) < b.column) }
    #expect(ticks.allSatisfy { (0..<axis.columns).contains($0.column) })
  }

  @Test("a half-year has its months named, a month its Mondays, ten years their years")
  func dayTicks() {
    let (first, last) = (Day(2026, 7, 1)!, Day(2026, 12, 31)!)
    #expect(DayAxis(first, last, columns: 60).ticks(.nl).map(\.label) == ["jul", "aug", "sep", "okt", "nov", "dec"])
    #expect(
      DayAxis(Day(2026, 11, 1)!, Day(2026, 11, 30)!, columns: 60).ticks(.en).map(\.label) == [
        "2 Nov", "9 Nov", "16 Nov", "23 Nov", "30 Nov",
      ])
    #expect(DayAxis(Day(2016, 3, 1)!, last, columns: 80).ticks(.nl).map(\.label).first == "2017")
  }

  @Test("names at the side keep their order and have a row each; what has no row left is the least important")
  func side() {
    let labels = ["a", "b", "c", "d"].map { SideLabels.Label(height: 3, text: $0) }
    let all = SideLabels(labels, rows: 5).placed
    #expect(all.map(\.label.text) == ["a", "b", "c", "d"] && all.map(\.row) == [1, 2, 3, 4])
    #expect(SideLabels(labels, rows: 2).placed.map(\.label.text) == ["a", "b"])
    #expect(SideLabels(labels, rows: 0).placed.isEmpty)
  }
}
