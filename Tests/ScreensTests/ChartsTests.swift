import Chance
import Journey
import Quota
import Testing

import struct Casebook.ContactTrend
import struct Casebook.SampleSize

@testable import Screens
@testable import Terminal

@Suite("Charts")
struct ChartsTests {
  static let sizes = [
    Size(columns: 78, rows: 18), Size(columns: 120, rows: 30), Size(columns: 200, rows: 50), Size(columns: 20, rows: 6),
  ]

  private func frame(_ chart: any Chart, _ size: Size, _ language: Language) -> Canvas {
    var canvas = Canvas(size: size)
    chart.draw(in: size.rect, language, on: &canvas)
    return canvas
  }

  @Test("each chart looks as it was agreed", arguments: ChartSample.allCases, Language.allCases)
  func frames(_ sample: ChartSample, _ language: Language) throws {
    for size in Self.sizes {
      let canvas = frame(sample.chart, size, language)
      let name = "charts/\(sample.rawValue)-\(size.columns)x\(size.rows)-\(language.rawValue)"
      try Golden(name: name + ".txt").expect(canvas.text + "\n")
    }
  }

  @Test("each chart has the looks that were agreed", arguments: ChartSample.allCases, ThemeName.allCases)
  func looks(_ sample: ChartSample, _ theme: ThemeName) throws {
    for language in Language.allCases {
      let text = Self.sizes.prefix(3).map { size in
        AnsiFrame(canvas: frame(sample.chart, size, language), theme: Theme(theme)).text + "\n"
      }.joined()
      let name = "charts/looks/\(sample.rawValue)-\(theme.rawValue)-\(language.rawValue).ansi"
      try Golden(name: name).expect(text)
    }
  }

  @Test("each chart is a table of the same numbers", arguments: ChartSample.allCases, Language.allCases)
  func tables(_ sample: ChartSample, _ language: Language) throws {
    let chart = sample.chart
    let table = NumberTable(chart, language)
    #expect(table.rows.count > 1 && table.rows.allSatisfy { $0.count == table.rows[0].count })
    let text = ([chart.title[language], chart.summary(language), ""] + table.lines).map {
      String($0.reversed().drop { $0 == " " }.reversed())
    }
    try Golden(name: "charts/\(sample.rawValue)-table-\(language.rawValue).txt").expect(
      text.joined(separator: "\n") + "\n")
  }

  @Test("heads of a table that do not fit in a line go on below: no column falls off", arguments: Language.allCases)
  func narrowTable(_ language: Language) throws {
    let stages = [Stage.permit, .profile, .linked, .search, .contract, .moving]
    let chart = AgeingChart(columns: stages.map { .init(stage: $0, ages: [3, 60, 1_400], p50: 30, p85: 500) })
    for (columns, isOneLine) in [(76, false), (160, true)] {
      var canvas = Canvas(size: Size(columns: columns, rows: 12))
      NumberTable(chart, language).draw(in: canvas.size.rect, on: &canvas)
      let rows = canvas.text.split(separator: "\n", omittingEmptySubsequences: false)
      let top = try #require(rows.firstIndex { $0.contains(Stage.permit.name[language]) })
      let words = rows.prefix(top).joined(separator: " ").split(separator: " ")
      let heads = chart.table(language)[0].flatMap { $0.split(separator: " ") }
      #expect(words.sorted() == heads.sorted())
      #expect((top == 1) == isOneLine && rows[top].split(separator: " ").last == "1")
    }
  }

  // MARK: - Any size, any numbers

  @Test("whatever the size and the numbers, nothing is drawn outside the chart's area", arguments: 0..<60)
  func anySize(seed: Int) {
    var dice = Chance(seed: UInt64(seed))
    for chart in Self.anyCharts(&dice) {
      let size = Size(columns: 1 + dice.roll(seed % 3 == 0 ? 30 : 250), rows: 1 + dice.roll(seed % 3 == 0 ? 12 : 80))
      var canvas = Canvas(size: Size(columns: size.columns + 4, rows: size.rows + 4))
      for y in 0..<canvas.size.rows {
        for x in 0..<canvas.size.columns { canvas.put("Z", x: x, y: y, style: .error) }
      }
      let area = Rect(x: 2, y: 2, width: size.columns, height: size.rows)
      chart.draw(in: area, .nl, on: &canvas)
      for y in 0..<canvas.size.rows {
        for x in 0..<canvas.size.columns {
          #expect(
            area.contains(x: x, y: y) != (canvas[x, y].style.role == .error), "\(chart.title.nl) \(size) \(x) \(y)")
        }
      }
      let table = chart.table(.en)
      #expect(table.allSatisfy { $0.count == table[0].count })
      #expect(!chart.title.nl.isEmpty && (chart.nothing != nil || !chart.summary(.nl).isEmpty))
    }
  }

  @Test("a chart partly beside the screen is cut there", arguments: ChartSample.allCases)
  func beside(_ sample: ChartSample) {
    var canvas = Canvas(size: Size(columns: 40, rows: 10))
    for x in [-300, -20, 20, 300] {
      sample.chart.draw(in: Rect(x: x, y: x / 4, width: 60, height: 20), .nl, on: &canvas)
    }
    #expect(canvas[39, 9].width > 0)
  }

  /// One of each kind: with nothing, one number, equal, ordinary or huge ones.
  private static func anyCharts(_ dice: inout Chance) -> [any Chart] {
    let count = dice.one(of: [0, 1, 2, 7, 40, 300])
    let limit = dice.one(of: [1, 2, 40, 5_000, 1 << 40, Int.max >> 1])
    let isEqual = dice.roll(4) == 0
    func number(_ dice: inout Chance) -> Int { isEqual ? limit : dice.roll(limit) }
    func numbers(_ dice: inout Chance) -> [Int] { (0..<count).map { _ in number(&dice) } }
    let today = ChartSample.today + dice.roll(400) - 200
    let start = today - dice.roll(4_000)
    let housed = numbers(&dice).sorted()
    let expected =
      dice.roll(2) == 0
      ? []
      : numbers(&dice).prefix(3).enumerated().map {
        BurnUp.Expected(day: today + 7 * ($0.offset + 1), p15: $0.element / 3, p50: $0.element / 2, p85: $0.element)
      }
    return [
      CumulativeFlow(
        points: numbers(&dice).enumerated().map { index, value in
          .init(day: start + index * 7, counts: [.search: value, .housed: number(&dice), .permit: dice.roll(3)])
        }, counted: dice.one(of: [.persons, .households]), today: today,
        end: dice.one(of: [nil, HalfYear(holding: today).last])),
      AgeingChart(
        columns: Stage.track.prefix(dice.roll(9)).map { stage in
          .init(
            stage: stage, ages: numbers(&dice), p50: dice.one(of: [nil, number(&dice)]),
            p85: dice.one(of: [nil, number(&dice)]))
        }),
      ThroughputChart(
        weeks: numbers(&dice).enumerated().map { .init(monday: start + $0.offset * 7, count: $0.element) },
        counted: .households, today: today),
      CycleTimeScatter(points: numbers(&dice).map { .init(day: start + dice.roll(900), days: $0) }),
      BurnUp(
        period: HalfYear(holding: today + dice.roll(300) - 150), task: dice.one(of: [nil, 0, -4, number(&dice)]),
        asked: Rulebook.builtIn.task.norm(on: today),
        housed: housed.enumerated().map { .init(day: HalfYear(holding: today).first + $0.offset, persons: $0.element) },
        today: today, expected: expected),
      WhereTheDaysGo(
        parts: numbers(&dice).prefix(9).map { .init(name: Phrase(same: "partij \(dice.roll(99))"), days: $0) },
        households: dice.roll(3)),
    ]
  }

  @Test("a chart of nothing says so in words")
  func nothing() {
    let today = ChartSample.today
    let empty: [any Chart] = [
      CumulativeFlow(points: [], counted: .persons, today: today), AgeingChart(columns: []),
      ThroughputChart(weeks: [], counted: .persons, today: today), CycleTimeScatter(points: []),
      BurnUp(period: HalfYear(2026, 2), task: 0, housed: [], today: today), WhereTheDaysGo(parts: [], households: 0),
    ]
    for chart in empty {
      for language in Language.allCases {
        let words = chart.nothing?[language] ?? ""
        let shown = frame(chart, Size(columns: 100, rows: 5), language).text
        #expect(!words.isEmpty && shown.contains(words))
      }
    }
  }

  // MARK: - Reading without colour

  @Test("every band of the flow has a pattern of its own, in ASCII too")
  func patterns() {
    #expect(Set(Stage.allCases.map(\.pattern)).count == Stage.allCases.count)
    let ascii = Stage.allCases.map { Transliteration.ascii($0.pattern.unicodeScalars.first!.value) }
    #expect(Set(ascii).count == Stage.allCases.count && !ascii.contains(0x3F))
  }

  @Test("a month without a warm handover has no bar; its 0 stands there, on a small screen too")
  func noWarmHandover() {
    let months = (0..<12).map { month -> ContactTrend.Month in
      var one = ContactTrend.Month(first: Day(2025, 12, 1)!.adding(months: month))
      (one.warm, one.cold) = (month == 11 ? 1 : 0, 1)
      return one
    }
    func lines(_ rows: Int) -> [[Substring]] {
      let canvas = frame(ContactTrendChart(trend: ContactTrend(months)), Size(columns: 76, rows: rows), .nl)
      return canvas.text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
    }
    let zeros = Array(repeating: Substring("0"), count: 11)
    let large = lines(16)
    #expect(large[13] == zeros + ["50"] && large[14] == ["█████"] && large[15].first == "dec")
    // Without room for numbers above the bars.
    #expect(lines(9)[7] == zeros + ["█████"])
  }

  @Test("the flow says in words who is on their way, and apart from them who came home in that time")
  func flowInWords() {
    let today = ChartSample.today
    let flow = CumulativeFlow(
      points: [
        .init(day: today - 7, counts: [.search: 40, .housed: 2]),
        .init(day: today, counts: [.search: 60, .housed: 25]),
      ], counted: .persons, today: today)
    #expect(flow.summary(.nl).hasPrefix("Personen onderweg: 40 op ") && flow.summary(.nl).contains(", 60 op "))
    #expect(flow.summary(.nl).hasSuffix("in die tijd 25 thuis") && flow.summary(.en).hasSuffix("25 home in that time"))
  }

  @Test("without colour the bands of the flow still differ, and each is named beside it")
  func mono() throws {
    let size = Self.sizes[0]
    let canvas = frame(ChartSample.flow.chart, size, .nl)
    for stage in CumulativeFlow(points: [], counted: .persons, today: ChartSample.today).stages {
      let cells = (0..<size.rows).flatMap { y in (0..<size.columns).map { canvas[$0, y] } }
      #expect(cells.contains { $0.glyph == stage.pattern })
      #expect(canvas.text.contains("\(stage.pattern) \(stage.shortName.nl) "))
    }
  }

  @Test("a chart leaves no sign that a terminal without Unicode does not have", arguments: ChartSample.allCases)
  func ascii(_ sample: ChartSample) {
    let text = Self.sizes.map { frame(sample.chart, $0, .nl).text }.joined()
    for scalar in Set(text.unicodeScalars) where scalar != "\n" && scalar != "?" {
      #expect(Transliteration.ascii(scalar.value) != 0x3F, "\(scalar)")
    }
  }

  // MARK: - What is drawn

  @Test("a line of dots goes from corner to corner, and in ASCII it rises as it does in dots")
  func braille() {
    var dots = BrailleCanvas(columns: 2, rows: 1)
    dots.line(0, 3, to: 3, 0)
    var canvas = Canvas(size: Size(columns: 2, rows: 1))
    dots.draw(x: 0, y: 0, on: &canvas)
    #expect(canvas.text == "⡠⠊")
    #expect(canvas.text.unicodeScalars.map { Transliteration.ascii($0.value) } == [0x2F, 0x2F])
    dots.line(-.infinity, .nan, to: 1e300, 5)
    dots.fill(1, from: -9, to: 99)
    #expect(dots.width == 4 && dots.height == 4)
  }

  @Test("in a sparkline only 0 is the lowest sign, and what is not known is a blank")
  func sparkline() {
    #expect(Sparkline([0, 1, 50, nil, 100]).text(columns: 9) == "▁▂▅ █")
    #expect(Sparkline([3, 3, 3]).text(columns: 2) == "██")
    #expect(Sparkline([0, 0]).text(columns: 5) == "▁▁" && Sparkline([]).text(columns: 5).isEmpty)
    #expect(Sparkline([-5, Int.max]).text(columns: 0).isEmpty && Sparkline([-5, Int.max]).text(columns: 2) == "▁█")
    var canvas = Canvas(size: Size(columns: 4, rows: 2))
    Sparkline([0, 8, 16]).draw(in: canvas.size.rect, on: &canvas)
    #expect(canvas.text == "  ▁█\n ▁██")
  }

  @Test("a bar is full only when all is done, and its tick stands where one should be")
  func bar() {
    func text(_ bar: Bar, _ columns: Int = 10) -> String {
      var canvas = Canvas(size: Size(columns: columns, rows: 1))
      bar.draw(in: canvas.size.rect, on: &canvas)
      return canvas.text
    }
    #expect(text(Bar(done: 50, of: 100)) == "█████░░░░░")
    #expect(text(Bar(done: 999, of: 1000)) == "█████████▉")
    #expect(text(Bar(done: 1, of: 1000)) == "▏░░░░░░░░░")
    #expect(text(Bar(done: 120, of: 100)) == "██████████")
    #expect(text(Bar(done: 20, of: 100, due: 50)) == "██░░░│░░░░")
    #expect(text(Bar(done: 0, of: 0)) == "██████████" && text(Bar(done: 0, of: 5), 1) == "░")
    #expect(Bar(done: 188, of: 1317, due: 250.4).words(.nl) == "188 van 1.317, nu zouden het er 250 moeten zijn")
  }

  @Test("the week that is not over does not count for the average, and looks otherwise")
  func unfinished() {
    let monday = ChartSample.today
    let chart = ThroughputChart(
      weeks: [4, 8, 0].enumerated().map { .init(monday: monday - 14 + $0.offset * 7, count: $0.element) },
      counted: .persons, today: monday + 6)
    #expect(chart.mean == 6 && chart.summary(.nl).contains("6,0 over 2 weken"))
    #expect(frame(chart, Self.sizes[0], .nl).text.contains("▒ de week loopt nog"))
    let later = ThroughputChart(weeks: chart.weeks, counted: .persons, today: monday + 7)
    #expect(later.mean == 4 && !frame(later, Self.sizes[0], .nl).text.contains("loopt nog"))
  }

  @Test("of households in one row those beyond 85 in 100 are full dots, the others open ones")
  func beyond() {
    func row(_ ages: [Int], _ size: Size) -> String {
      let chart = AgeingChart(columns: [.init(stage: .search, ages: ages, p50: nil, p85: 100)])
      let rows = frame(chart, size, .nl).text.split(separator: "\n").map(String.init)
      return rows.first { $0.contains("│") && $0.contains("○") || $0.contains("┤○") } ?? ""
    }
    let few = row([100, 100, 101], Self.sizes[0])
    #expect(few.contains("│○○●─") && few.hasSuffix("─P85 100"), "\(few)")
    #expect(row(Array(repeating: 100, count: 90) + [101], Size(columns: 30, rows: 18)).contains("○ 91 "))
  }

  @Test("where P50 and P85 are of a sample the picture, its sentence and its numbers say so, and of how many")
  func sampledStays() {
    var chart = AgeingChart(columns: [.init(stage: .search, ages: [3, 60], p50: 30, p85: 50)])
    func shown(_ l: Language) -> String { frame(chart, Self.sizes[0], l).text }
    #expect(shown(.nl).contains("P85 van alle verblijven") && !shown(.nl).contains("steekproef"))
    #expect(chart.table(.nl).count == 2)
    chart.sample = SampleSize(households: 20_013, of: 1_000_651)
    #expect(
      chart.summary(.nl).hasSuffix(
        "85 van de 100 verblijven in een gelijkmatige steekproef: 20.013 van 1.000.651 huishoudens"))
    #expect(chart.summary(.en).hasSuffix("85 in 100 stays in an even sample: 20,013 of 1,000,651 households"))
    #expect(shown(.nl).contains("P85 van de steekproef") && shown(.nl).contains("1.000.651"))
    #expect(shown(.en).contains("P85 of the sample") && !shown(.en).contains("all stays"))
    #expect(shown(.nl).contains("F5 telt alle") && shown(.en).contains("F5 counts all"))
    let table = chart.table(.nl)
    #expect(table[0].contains("P50 van de steekproef") && table.allSatisfy { $0.count == table[0].count })
    let last = table.suffix(2).map { $0.prefix(2).joined(separator: " ") }
    #expect(last == ["Steekproef 20013", "van in totaal 1000651"])
  }

  @Test("percentiles are numbers of the row: half, and 85 of 100, have at most so many days")
  func percentiles() {
    let row = (1...20).map { $0 * 10 }
    #expect(Percentile.of(row, 50) == 100 && Percentile.of(row, 85) == 170 && Percentile.of(row, 95) == 190)
    #expect(Percentile.of([7], 85) == 7 && Percentile.of([], 50) == nil && Percentile.of(row, 0) == 10)
  }

  @Test("where the days go adds up to the days there were; each share is rounded by itself", arguments: 0..<20)
  func shares(seed: Int) throws {
    var dice = Chance(seed: UInt64(seed))
    let days = (0..<(1 + dice.roll(9))).map { _ in 1 + dice.roll(1000) }
    let chart = WhereTheDaysGo(parts: days.map { .init(name: Phrase(same: "x"), days: $0) }, households: 3)
    let rows = chart.table(.en).dropFirst()
    #expect(rows.dropLast().compactMap { Int($0[1]) }.reduce(0, +) == days.reduce(0, +))
    #expect(rows.last?[1] == String(days.reduce(0, +)))
    let sum = Double(days.reduce(0, +))
    for row in rows.dropLast() {
      let days = Double(try #require(Int(row[1])))
      let share = Double(try #require(Int(row[3])))
      #expect(abs(share - days / sum * 100) <= 0.5 + 1e-9, "\(row)")
    }
    #expect(rows.last?[3] == "100")
  }

  @Test("days and years have room on one axis: who is in it for days is not drawn on the floor")
  func stretched() {
    let axis = ValueAxis(stretchedTo: 4_000, rows: 20)
    #expect(axis.share(14) > 0.25 && axis.share(112) > 0.5 && axis.share(112) < 0.65)
    let chart = AgeingChart(columns: [.init(stage: .search, ages: Array(1...60) + [4_000], p50: 30, p85: 50)])
    #expect(frame(chart, Self.sizes[0], .nl).text.contains("5.000┤"))
    #expect(chart.summary(.nl).contains("11 van 61"))
  }

  @Test("names at the side stand in the order of their numbers, also within one row")
  func ends() throws {
    let chart = BurnUp(
      period: HalfYear(2026, 2), task: 1_000, housed: [.init(day: ChartSample.today, persons: 500)],
      today: ChartSample.today, expected: [.init(day: Day(2026, 12, 31)!, p15: 630, p50: 640, p85: 644)])
    let rows = frame(chart, Self.sizes[0], .nl).text.split(separator: "\n")
    let places = try ["opgave 1.000", "P85 644", "P50 640", "tempo 630", "P15 630"].map { name in
      try #require(rows.firstIndex { $0.hasSuffix(name) })
    }
    #expect(places == places.sorted())
  }
}
