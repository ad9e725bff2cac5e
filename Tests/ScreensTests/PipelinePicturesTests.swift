import Casebook
import Foundation
import Journey
import Terminal
import Testing

@testable import Screens

// The other pictures, and the households behind their numbers.
extension PipelineTests {
  @Test("L and D list the households behind a number in Dossiers, and q comes back to the board as it was")
  func behindNumbers() throws {
    let theatre = try onBoard(.nl, .right, .right, .right)
    defer { theatre.close() }
    theatre.press(.character("L"))
    let late = theatre.shell.model
    #expect(late.tab == .dossiers && late.list.ask.filter == "fase:zoeken te-laat")
    #expect(late.list.lines.count == BoardHead(late.pipeline.board, .search).overdue)
    theatre.press(.character("q"))
    #expect(theatre.shell.model.tab == .pipeline && theatre.shell.model.pipeline.stage == .search)
    #expect(theatre.shell.model.allList.ask.filter.isEmpty)
    theatre.press(.character("D"), .enter)
    #expect(theatre.shell.model.list.lines.map(\.name) == ["AL-HASSAN, Rima"])
    theatre.press(.escape)
    #expect(theatre.shell.model.tab == .pipeline)
  }

  @Test("what a column offers to list is a filter without a mistake, in both languages", arguments: Language.allCases)
  func filters(_ language: Language) throws {
    let theatre = try onBoard(language, .character("v"))
    defer { theatre.close() }
    for stage in Board.stages {
      theatre.press(.character("D"))
      guard case .palette(let palette) = theatre.shell.model.overlay else { return #expect(Bool(false), "\(stage)") }
      #expect(!palette.entries.isEmpty)
      for case .households(let filter) in palette.entries.map(\.verb) {
        #expect(theatre.shell.source.fault(filter, today: Theatre.today) == nil, "\(filter)")
      }
      theatre.press(.escape, .right)
    }
  }

  @Test("what D offers says how many and of whom, whole in its row", arguments: Language.allCases)
  func wholeNames(_ language: Language) throws {
    let theatre = try onBoard(language, .right, .right, .right, .character("D"))
    defer { theatre.close() }
    guard case .palette(let palette) = theatre.shell.model.overlay else { return #expect(Bool(false), "nothing") }
    let names = palette.entries.map { $0.name[language] }
    #expect(names.contains { $0.contains(language == .nl ? "P85 van wie nu wacht" : "P85 of who waits now") })
    let frame = theatre.frame(Size(columns: 160, rows: 45)).text
    for name in names { #expect(name.first?.isNumber == true && frame.contains(name), "\(name)") }
  }

  @Test(
    "t goes round the pictures and T shows their numbers; every one draws at every size", arguments: Language.allCases)
  func pictures(_ language: Language) throws {
    let theatre = try onBoard(language)
    defer { theatre.close() }
    for view in PipelineView.allCases.dropFirst() {
      theatre.press(.character("t"))
      #expect(theatre.shell.model.pipeline.view == view)
      let title = try #require(theatre.shell.model.pipeline.chart?.chart.title[language])
      for size in GoldenTests.sizes where size.columns >= 80 {
        #expect(theatre.frame(size).text.contains(title), "\(view) at \(size)")
      }
      theatre.press(.character("T"))
      let header = try #require(theatre.shell.model.pipeline.chart?.chart.table(language).first?.first)
      #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains(header))
      theatre.press(.character("T"))
    }
    theatre.press(.character("t"))
    #expect(theatre.shell.model.pipeline.view == .board)
  }

  @Test("left and right go along the numbers of a picture, the latest week first; what it counts stands below")
  func alongNumbers() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("3"))
    theatre.shell.run(.area(.country))
    theatre.shell.handle(.wake)
    while theatre.shell.model.pipeline.view != .throughput { theatre.press(.character("t")) }
    let parts = try #require(theatre.shell.model.pipeline.chart).parts
    #expect(parts.count > 1)
    func says(_ part: PipelineChart.Part) -> Bool {
      theatre.frame(Size(columns: 120, rows: 40)).text.contains("\(part.name.nl): \(part.count.nl)")
    }
    #expect(says(parts[parts.count - 1]))
    theatre.press(.left)
    #expect(says(parts[parts.count - 2]))
    theatre.press(.right, .right)
    #expect(says(parts[parts.count - 1]))
    theatre.press(.left, .enter)
    #expect(theatre.shell.model.tab == .dossiers && !theatre.shell.model.list.lines.isEmpty)
  }

  @Test("where the days go adds up, and Enter lists whose days were a party's")
  func days() throws {
    let theatre = try onBoard()
    defer { theatre.close() }
    for _ in 0..<5 { theatre.press(.character("t")) }
    let chart = try #require(theatre.shell.model.pipeline.chart)
    #expect(chart.view == .days && !chart.parts.isEmpty)
    theatre.press(.enter)
    #expect(theatre.shell.model.tab == .dossiers)
    guard case .spent(let party, home: nil) = chart.parts[0].figure else {
      Issue.record("no party's days")
      return
    }
    #expect(theatre.shell.model.list.ask.filter.contains("dagen-bij:" + party.rawValue))
    theatre.press(.character("q"))
    #expect(theatre.shell.model.tab == .pipeline && theatre.shell.model.pipeline.view == .days)
  }

  @Test("after where the days go comes where they went, of those who came home; Enter lists those")
  func daysHome() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("3"))
    for _ in 0..<6 { theatre.press(.character("t")) }
    let chart = try #require(theatre.shell.model.pipeline.chart)
    #expect(chart.view == .daysHome && chart.chart.title.nl == "Waar de dagen bleven")
    let went = try #require(chart.chart as? WhereTheDaysGo)
    #expect(went.households > 0 && went.summary(.nl).contains("thuis sinds "))
    theatre.press(.enter)
    #expect(theatre.shell.model.tab == .dossiers && !theatre.shell.model.list.lines.isEmpty)
  }

  @Test("where a picture has no list behind it, Enter is not among the keys shown and says why it opens nothing")
  func nothingBehind() throws {
    let theatre = try onBoard()
    defer { theatre.close() }
    func isShown() -> Bool { theatre.shell.model.bindings.contains { $0.verb == .open && $0.isFrequent } }
    for _ in 0..<5 { theatre.press(.character("t")) }
    #expect(isShown())
    theatre.press(.character("T"))
    #expect(!isShown())
    theatre.press(.enter)
    #expect(theatre.shell.model.tab == .pipeline && theatre.shell.model.status?.text.contains("tabel") == true)
    theatre.press(.character("T"), .character("t"), .character("t"), .character("t"))
    // Where nobody is linked nobody waits for a call.
    theatre.shell.run(.area(.municipality("GM0363")))
    theatre.shell.handle(.wake)
    for _ in 0..<7 { theatre.press(.character("t")) }
    #expect(theatre.shell.model.pipeline.view == .contact && !isShown())
    theatre.press(.enter)
    #expect(theatre.shell.model.tab == .pipeline && theatre.shell.model.status?.text.contains("geen lijst") == true)
    theatre.press(.character("T"), .enter)
    #expect(!isShown() && theatre.shell.model.status?.text.contains("geen lijst") == true)
  }

  @Test("Enter in the picture of contact lists who is not called yet, of all months or of one; so do D and its table")
  func notCalled() throws {
    let theatre = try onBoard()
    defer { theatre.close() }
    var model: Model { theatre.shell.model }
    for _ in 0..<7 { theatre.press(.character("t")) }
    let chart = try #require(model.pipeline.chart)
    let trend = try #require(chart.chart as? ContactTrendChart).trend
    #expect(model.pipeline.view == .contact && chart.parts.count > 1 && trend.whole.uncalled > 1)
    theatre.press(.enter)
    #expect(model.tab == .dossiers && model.list.lines.count == trend.whole.uncalled)
    #expect(model.list.ask.filter == "niet-gebeld:2025-12-01..2026-11-23")
    theatre.press(.character("q"), .right, .enter)
    let at = try #require(chart.parts[1].row)
    #expect(model.list.lines.count == trend.months[at].uncalled && model.list.lines.count < trend.whole.uncalled)
    theatre.press(.character("q"), .character("D"))
    guard case .palette(let palette) = model.overlay else { return #expect(Bool(false), "nothing to choose") }
    #expect(palette.entries.count == chart.parts.count)
    theatre.press(.enter)
    #expect(model.list.lines.count == trend.whole.uncalled)
    theatre.press(.character("q"), .character("T"), .enter)
    #expect(model.tab == .pipeline && model.status?.text.contains("wacht niemand") == true)
    for _ in 0..<at { theatre.press(.down) }
    theatre.press(.enter)
    #expect(model.tab == .dossiers && model.list.lines.count == trend.months[at].uncalled)
  }

  @Test("where the ageing picture rests on a sample F5 reads every stay, and from then on it rests on all")
  func allStays() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    let (day, size) = (theatre.shell.model.today, Size(columns: 120, rows: 40))
    let source = CasebookSource(
      casebook: theatre.casebook, rules: .builtIn, user: "j.bakker", language: .nl, runs: 200, sampled: 5)
    let shell = Shell(
      Model(rules: .builtIn, language: .nl, user: "j.bakker", today: day), source: source, worker: nil, clock: { day })
    _ = shell.draw(size: size)
    shell.start()
    func press(_ keys: Key...) { for key in keys { shell.handle(.key(key)) } }
    press(.character("3"), .character("t"), .character("t"))
    #expect(shell.model.pipeline.view == .ageing && shell.model.pipeline.chart?.sample != nil)
    #expect(shell.draw(size: size).canvas.text.contains("F5 telt alle"))
    press(.function(5))
    let chart = try #require(shell.model.pipeline.chart)
    #expect(chart.view == .ageing && chart.sample == nil && shell.model.job == nil)
    #expect(!shell.draw(size: size).canvas.text.contains("steekproef"))
  }
}
