import Journey
import Quota
import Testing

@testable import Exchange

/// The drawings of a report: round axes, labels that do not lie on each other, nothing outside the picture.
@Suite("The charts of a report")
struct ReportChartTests {
  @Test(
    "an axis has round whole numbers up to at least the highest",
    arguments: [0, 1, 3, 4, 7, 12, 99, 100, 101, 912, 15_182, 1_000_000])
  func ticks(top: Int) {
    let ticks = Ticks.upTo(Double(top))
    #expect(ticks.first == 0 && ticks.last! >= top)
    #expect((2...8).contains(ticks.count))
    #expect(Set(zip(ticks, ticks.dropFirst()).map { $1 - $0 }).count == 1)
  }

  @Test("labels keep their order and their distance, and stay within the range that has room", arguments: 0..<60)
  func labels(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    let wanted = (0..<dice.roll(1...9)).map { _ in Double(dice.roll(-20...320)) }
    let places = Spread.places(wanted, gap: 16, within: 10...290)
    let sorted = places.sorted()
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 15.999 })
    #expect(places.allSatisfy { (9.999...290.001).contains($0) })
    for (a, b) in zip(wanted.indices, wanted.indices.dropFirst()) where wanted[a] < wanted[b] {
      #expect(places[a] < places[b])
    }
  }

  @Test("nothing is drawn outside the picture", arguments: ["NL", "PV26", "GM0060", "GM0344"])
  func inside(area: String) throws {
    let page = Report(ReportSample.of(area), .nl).page
    for svg in page.matches(of: /<svg viewBox="0 0 ([0-9.]+) ([0-9.]+)"[\s\S]*?<\/svg>/) {
      let (width, height) = (try #require(Double(svg.1)), try #require(Double(svg.2)))
      for place in svg.0.matches(of: /[ "](?:x|cx|x1|x2)="(-?[0-9.]+)"/) {
        let x = try #require(Double(place.1))
        #expect((0...width).contains(x))
      }
      for place in svg.0.matches(of: /[ "](?:y|cy|y1|y2)="(-?[0-9.]+)"/) {
        let y = try #require(Double(place.1))
        #expect((0...height).contains(y))
      }
      for place in svg.0.matches(of: /[ML](-?[0-9.]+) (-?[0-9.]+)/) {
        let (x, y) = (try #require(Double(place.1)), try #require(Double(place.2)))
        #expect((0...width).contains(x) && (0...height).contains(y))
      }
    }
  }

  @Test("a line that comes back to no point is not filled", arguments: ["NL", "PV26"])
  func lines(area: String) throws {
    let page = Report(ReportSample.of(area), .nl).page
    let open = page.matches(of: /<path class="([a-z ]+)" d="([^"]+)"/).filter { !$0.2.hasSuffix("Z") }
    #expect(open.count > 1)
    for kind in Set(open.map { String($0.1) }) {
      #expect(page.contains(".\(kind){fill:none"), "\(kind)")
    }
  }

  @Test("a running sum stands up to the first hidden week and from the last one on; what lies between is not guessed")
  func runningSum() {
    let first = Day("2026-07-01")!
    let weeks = [6, Count.few, 9, .few].enumerated().map { index, count in
      ReportContent.Week(first: first + 7 * index, last: first + 7 * index + 6, persons: count)
    }
    func sums(_ weeks: [ReportContent.Week], _ sum: Count) -> [Count] {
      RunningSum(weeks, sum: sum).points.map(\.persons)
    }
    #expect(sums(weeks, 20) == [6, .withheld, .withheld, 20])
    #expect(sums(weeks, .unknown) == [6, .withheld, .withheld, .withheld])
    #expect(sums(Array(weeks.prefix(3)), 17) == [6, 8, 17])
    #expect(sums(Array(weeks[1...1] + weeks[3...3]), .few) == [.few, .few])
  }

  @Test("numbers of one in a hundred, five and ninety-five are the smallest that so many do not exceed")
  func percentiles() throws {
    let found = try #require(ReportContent.Percentiles(of: Array((1...20).reversed())))
    #expect(found.p50 == 10 && found.p85 == 17 && found.p95 == 19)
    #expect(ReportContent.Percentiles(of: []) == nil)
  }

  @Test("who is not drawn because the numbers are small is told apart from who has no task or no forecast")
  func notDrawn() {
    let rows = (0..<5).map { index in
      var row = ReportContent.TaskRow(area: .municipality(["GM0344", "GM0307", "GM0355", "GM0310", "GM0312"][index]))
      row.task = 100 + index
      row.band = index < 4 ? ReportContent.Band(p15: 60, p50: 70, p85: 80) : nil
      return row
    }
    func told(_ rows: [ReportContent.TaskRow]) -> String { OutlookChart(rows: rows, language: .nl).html.text }
    var hidden = rows
    hidden[0].band = .withheld
    hidden[1].band?.p50 = .few
    let words = told(hidden)
    #expect(words.contains("Van 2 van de 5 gebieden zijn de aantallen te klein om te tonen."))
    #expect(words.contains("Van 1 van de 5 gebieden is er geen opgave of geen prognose."))
    #expect(!told(rows).contains("te klein"))
  }

  @Test("who is as likely to meet the task as to miss it is not among those that will, by the bounds of the verdict")
  func likely() {
    let codes = ["GM0344", "GM0307", "GM0355", "GM0310", "GM0312"]
    func told(_ chances: [Double], _ language: Language) -> String {
      let rows = zip(codes, chances).map { code, chance in
        var row = ReportContent.TaskRow(area: .municipality(code))
        row.task = 100
        row.band = ReportContent.Band(p15: 60, p50: 70, p85: 80)
        row.chance = chance
        return row
      }
      return OutlookChart(rows: rows, language: language).html.text
    }
    let poor = [0.004, 0.004, 0.02, 0.004]
    #expect(told(poor + [0.5], .nl).contains("0 van de 5 die getekend zijn halen de opgave eerder wel dan niet;"))
    #expect(told(poor + [0.54], .en).contains("0 of the 5 that are drawn are more likely to meet the task"))
    #expect(told(poor + [0.55], .nl).contains("1 van de 5 die getekend zijn haalt de opgave eerder wel dan niet;"))
    #expect(told(poor + [0.55], .en).contains("1 of the 5 that are drawn is more likely to meet the task"))
  }

  @Test("what was housed is told of a day of the half-year, and of one to come nothing is")
  func lastDay() {
    var content = ReportSample.of("GM0344")
    func told() -> String { BurnUpChart(content: content, language: .nl).html.text }
    #expect(told().contains("Tot en met 23 nov gehuisvest: "))
    content.period = content.period.previous
    #expect(told().contains("Tot en met 30 jun gehuisvest: "))
    content.period = content.period.next.next
    #expect(told().contains("Het halfjaar is nog niet begonnen.") && !told().contains("Tot en met"))
  }

  @Test("the course of the half-year is level through each week and up at its end")
  func level() throws {
    let text = BurnUpChart(content: ReportSample.of("GM0344"), language: .nl).html.text
    let path = try #require(text.split(separator: "<path class=\"line\" d=\"").last?.split(separator: "\"").first)
    let points = path.split { "ML".contains($0) }.map { $0.split(separator: " ").compactMap { Double($0) } }
    #expect(points.count > 4 && points.allSatisfy { $0.count == 2 }, "\(path)")
    for (from, to) in zip(points, points.dropFirst()) where from.count == 2 && to.count == 2 {
      #expect(from[0] == to[0] || from[1] == to[1], "\(from) \(to)")
    }
  }

  @Test("where the rules have no norm none is drawn and none stands in the table; the task does")
  func withoutNorm() {
    var content = ReportSample.of("GM0344")
    func told() -> String { BurnUpChart(content: content, language: .nl).html.text }
    func hasNorm(_ row: ReportTable.Row) -> Bool {
      if case .number(.some) = row.cells[1] { true } else { false }
    }
    #expect(told().contains("class=\"pace\"") && content.courseTable.rows.allSatisfy(hasNorm))
    content.norm = nil
    #expect(!told().contains("class=\"pace\"") && told().contains("class=\"task\""))
    #expect(!content.courseTable.rows.contains(where: hasNorm))
  }

  @Test("without weeks, moves or days the page says so in words")
  func empty() {
    var content = ReportSample.of("GM0344")
    (content.weeks, content.board) = ([], [])
    content.flow = ReportContent.Flow(stages: [], days: [], persons: [])
    content.leadTimes = ReportContent.LeadTimes([])
    content.days.parties = []
    let page = Report(content, .nl).page
    for words in [
      "Er zijn nog geen weken", "Er zijn nog geen twee weken", "niemand verhuisd", "Er is niemand onderweg",
      "nog geen dagen",
    ] {
      #expect(page.contains(words), "no \(words)")
    }
  }
}
