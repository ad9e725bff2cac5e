import Casebook
import Foundation
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Doorstroom")
struct PipelineTests {
  func onBoard(_ language: Language = .nl, _ keys: Key...) throws -> Theatre {
    let theatre = try Theatre(language)
    theatre.press(.character("3"))
    theatre.shell.model.pipeline.stage = .permit
    for key in keys { theatre.press(key) }
    return theatre
  }

  func cursor(_ theatre: Theatre) -> String? { theatre.shell.model.list.current?.name }

  @Test("3 shows a column for each stage with its figures, and 1 and 2 still lead away")
  func board() throws {
    let theatre = try onBoard()
    defer { theatre.close() }
    let frame = theatre.frame(Size(columns: 200, rows: 60)).text
    for stage in Board.stages { #expect(frame.contains(stage.columnName(.nl))) }
    #expect(frame.contains("TEKLE, Yonas") && frame.contains("AL-HASSAN, Rima"))
    theatre.press(.character("2"))
    #expect(theatre.shell.model.tab == .dossiers)
  }

  @Test("right and left go from column to column and stop at the ends; the cursor is on a household of that stage")
  func columns() throws {
    let theatre = try onBoard()
    defer { theatre.close() }
    #expect(theatre.shell.model.pipeline.stage == .permit)
    theatre.press(.left)
    #expect(theatre.shell.model.pipeline.stage == .permit)
    theatre.press(.right, .right)
    #expect(theatre.shell.model.pipeline.stage == .linked)
    #expect(cursor(theatre) == "TEKLE, Yonas")
    for _ in 0..<9 { theatre.press(.right) }
    #expect(theatre.shell.model.pipeline.stage == .housed)
  }

  @Test(
    "cards stand by one rule that the screen says, on the board of now and on one that is past; equals keep their place"
  )
  func order() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("3"))
    #expect(theatre.frame(Size(columns: 200, rows: 60)).text.contains(CardView.order.nl))
    func inOrder(_ lines: [Line]) -> Bool { zip(lines, lines.dropFirst()).allSatisfy { !$1.isMoreUrgent(than: $0) } }
    var cards = 0
    for stage in Board.onTheWay {
      let lines = theatre.shell.model[.column(stage)].lines
      #expect(inOrder(lines), "\(stage)")
      cards += lines.count
    }
    #expect(cards > 20)
    let past = try #require(
      try theatre.shell.source.board(.country, asOf: Theatre.today - 60, of: nil, goesOn: { _ in true }))
    #expect(past.cards.values.allSatisfy(inOrder) && past.cards.values.contains { $0.count > 3 })
  }

  @Test("on a narrow screen the column one is in is shown, with what is left and right of it")
  func narrow() throws {
    let theatre = try onBoard()
    defer { theatre.close() }
    for stage in Board.stages {
      #expect(theatre.shell.model.pipeline.stage == stage)
      let frame = theatre.frame(Size(columns: 80, rows: 24)).text
      #expect(frame.contains(stage.columnName(.nl)), "\(stage)")
      let (before, after) = BoardLayout(in: theatre.shell.model.boardArea, focus: stage).hidden
      #expect(before.isEmpty != frame.contains(" < ") && after.isEmpty != frame.contains(" > "), "\(stage)")
      #expect(!before.isEmpty || !after.isEmpty)
      theatre.press(.right)
    }
  }

  @Test("Enter opens the card, q comes back to it, and an act on it leaves the cursor there")
  func card() throws {
    let theatre = try onBoard(.nl, .right, .right)
    defer { theatre.close() }
    theatre.press(.enter)
    #expect(theatre.shell.model.opened?.dossier.name == "TEKLE, Yonas")
    theatre.press(.character("q"))
    #expect(theatre.shell.model.tab == .pipeline && cursor(theatre) == "TEKLE, Yonas")
    theatre.press(.character("n"))
    theatre.type("belt morgen")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.status?.kind == .good)
    #expect(theatre.shell.model.tab == .pipeline && cursor(theatre) == "TEKLE, Yonas")
    theatre.press(.character("u"))
    #expect(theatre.shell.model.status?.text.contains("Ongedaan gemaakt") == true)
  }

  @Test("a filter is one of the whole board: the heads count what it leaves, and q takes it away")
  func filter() throws {
    let theatre = try onBoard(.nl, .character("/"))
    defer { theatre.close() }
    theatre.type("tekle")
    theatre.press(.enter)
    for stage in Board.stages {
      let found = try #require(theatre.shell.model.pipeline.filtered[stage])
      #expect(found.households.number == (stage == .linked ? 1 : 0), "\(stage)")
      #expect(theatre.shell.model[.column(stage)].lines.count == found.households.number)
    }
    theatre.press(.character("q"))
    #expect(theatre.shell.model[.column(.search)].lines.count == 1)
  }

  @Test(
    "every head counts the cards below it, in every area",
    arguments: [Area.country, .municipality("GM0344"), .province("PV23")])
  func heads(_ area: Area) throws {
    let theatre = try onBoard()
    defer { theatre.close() }
    theatre.shell.run(.area(area))
    theatre.shell.handle(.wake)
    let model = theatre.shell.model
    for stage in Board.stages {
      #expect(
        BoardHead(model.pipeline.board, stage).households == model[.column(stage)].lines.count, "\(stage) \(area)")
    }
  }

  @Test("v goes round the groupings; Enter on a group leaves its cards, q goes back step by step")
  func groups() throws {
    let theatre = try onBoard(.nl, .right, .right, .right)
    defer { theatre.close() }
    for grouping in Grouping.allCases {
      theatre.press(.character("v"))
      #expect(theatre.shell.model.pipeline.grouping == grouping)
      let sum = theatre.shell.model.pipeline.groups(.search).reduce(0) { $0 + $1.households }
      #expect(sum == 1 || grouping == .need, "\(grouping)")
    }
    theatre.press(.character("v"))
    #expect(theatre.shell.model.pipeline.grouping == nil)
    theatre.press(.character("v"), .enter)
    #expect(theatre.shell.model.pipeline.entered != nil)
    #expect(cursor(theatre) == "AL-HASSAN, Rima")
    #expect(theatre.shell.model[.column(.linked)].lines.isEmpty)
    theatre.press(.character("q"))
    #expect(theatre.shell.model.pipeline.entered == nil && theatre.shell.model.pipeline.grouping != nil)
    theatre.press(.character("q"))
    #expect(theatre.shell.model.pipeline.grouping == nil && theatre.shell.wantsExit == nil)
  }

  @Test(
    "a card that waits for somebody who is away or who left says so in words below the board, in both languages",
    arguments: [
      ("M. de Wit", "op Mitros (M. de Wit), weg tot en met", "for Mitros (M. de Wit), away through"),
      ("T. Vos", "op Portaal (T. Vos), vertrokken, nog geen opvolger", "for Portaal (T. Vos), left, no successor yet"),
    ])
  func absent(_ name: String, _ nl: String, _ en: String) throws {
    for (language, words) in [(Language.nl, nl), (.en, en)] {
      let theatre = try Theatre(language)
      defer { theatre.close() }
      try theatre.meet()
      let organisation = name == "T. Vos" ? "Portaal" : "Mitros"
      let contact = Contact(.corporation, organisation: organisation, name: name)
      let id = try #require(
        try theatre.casebook.rows(Query(.stages([.search])), limit: 1).first?.id)
      _ = try theatre.casebook.perform(
        .record(.waitingSet(.init(contact)), on: Theatre.today), on: id, seen: nil, by: Actor("l.smit"),
        source: .screen,
        rules: .builtIn, today: Theatre.today)
      let size = Size(columns: 200, rows: 60)
      let visit = theatre.again(size: size)
      visit.handle(.key(.character("3")))
      visit.model.pipeline.stage = .search
      let frame = visit.draw(size: size).canvas.text
      #expect(frame.contains(words), "\(words)")
    }
  }

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

  @Test("where the days go adds up, and Enter lists who waits on a party now")
  func days() throws {
    let theatre = try onBoard()
    defer { theatre.close() }
    for _ in 0..<5 { theatre.press(.character("t")) }
    let chart = try #require(theatre.shell.model.pipeline.chart)
    #expect(chart.view == .days && !chart.parties.isEmpty)
    theatre.press(.enter)
    #expect(theatre.shell.model.tab == .dossiers)
    #expect(theatre.shell.model.list.ask.filter.contains("aanzet:" + chart.parties[0].rawValue))
    theatre.press(.character("q"))
    #expect(theatre.shell.model.tab == .pipeline && theatre.shell.model.pipeline.view == .days)
  }

  @Test("the bar says that Enter opens only where households stand behind what one sees")
  func opens() throws {
    let theatre = try onBoard()
    defer { theatre.close() }
    for view in PipelineView.allCases {
      #expect(theatre.shell.model.pipeline.view == view)
      let opens = theatre.shell.model.bindings.contains { $0.verb == .open }
      #expect(opens == (view == .board || view == .days), "\(view)")
      theatre.press(.character("t"))
    }
  }

  @Test("relatives still to come are said beside those here, on the card, in the head and read out")
  func relatives() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("3"))
    let board = try #require(theatre.shell.model.pipeline.board)
    var cards = 0
    for station in board.stations where Board.onTheWay.contains(station.stage) {
      let lines = try theatre.shell.source.lines(
        Ask(figure: .station(station.stage)), beyond: nil, itself: false, forward: true, limit: 1_000,
        today: Theatre.today)
      #expect(lines.reduce(0) { $0 + $1.toCome } == station.relatives)
      #expect(lines.reduce(0) { $0 + $1.persons } == station.persons)
      for line in lines where line.toCome > 0 {
        #expect(line.personsInFigures == "\(line.persons - line.toCome)+\(line.toCome)")
        cards += 1
      }
    }
    #expect(cards > 0)
    let search = try #require(board.station(.search))
    let frame = theatre.frame(Size(columns: 200, rows: 60)).text
    #expect(frame.contains("\(search.persons - search.relatives)+\(search.relatives) p"))
  }

  @Test("at home a card says how many of the household counted")
  func countedAtHome() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("3"))
    let lines = theatre.shell.model[.column(.housed)].lines
    #expect(!lines.isEmpty && lines.allSatisfy { $0.counted != nil })
  }

  @Test("a part of the board has no days and weeks of the whole beside it")
  func partOfIt() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("3"))
    #expect(theatre.frame(Size(columns: 200, rows: 60)).text.contains("P85"))
    theatre.press(.character("/"))
    theatre.type("personen:1")
    theatre.press(.enter)
    let frame = theatre.frame(Size(columns: 200, rows: 60)).text
    #expect(!frame.contains("P85") && !frame.contains("/week"))
    theatre.press(.character("D"))
    guard case .palette(let palette) = theatre.shell.model.overlay else { return #expect(Bool(false), "no choice") }
    #expect(!palette.entries.contains { $0.name.nl.contains("P85") || $0.name.nl.contains("mediaan") })
  }

  @Test("the screen begins with the first column that has somebody")
  func firstColumn() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("3"))
    let state = theatre.shell.model.pipeline
    let first = Board.stages.first { BoardHead(state.board, $0).households > 0 }
    #expect(state.stage == first && first != nil)
  }

  @Test("marks work on cards: an act then goes for all marked ones")
  func marks() throws {
    let theatre = try onBoard(.nl, .right, .right, .character(" "), .right, .character(" "))
    defer { theatre.close() }
    #expect(theatre.shell.model.marks.count == 2)
  }

  @Test("who looks again the next day is in the same column")
  func place() throws {
    let theatre = try onBoard(.nl, .right, .right)
    defer { theatre.close() }
    theatre.shell.keepPlace()
    let again = theatre.again()
    #expect(again.model.tab == .pipeline && again.model.pipeline.stage == .linked)
    #expect(again.model.list.current?.name == "TEKLE, Yonas")
  }

  @Test("a click on a card of another column goes there")
  func pointing() throws {
    let theatre = try onBoard()
    defer { theatre.close() }
    let canvas = theatre.frame(Size(columns: 200, rows: 60))
    let row = try #require((0..<60).first { canvas.row($0).contains("TEKLE, Yonas") })
    let line = canvas.row(row)
    let x = line.distance(from: line.startIndex, to: line.range(of: "TEKLE")!.lowerBound)
    theatre.shell.handle(.mouse(MouseInput(.press, x: x, y: row)))
    #expect(theatre.shell.model.pipeline.stage == .linked && cursor(theatre) == "TEKLE, Yonas")
  }
}
