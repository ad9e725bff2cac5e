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

  @Test("a card that is late says by how many days, so that one sees why it stands above another")
  func daysLate() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("3"))
    let frame = theatre.frame(Size(columns: 200, rows: 60)).text
    var late = 0
    for stage in Board.onTheWay {
      guard let first = theatre.shell.model[.column(stage)].lines.first, let due = first.due, due < Theatre.today
      else { continue }
      #expect(frame.contains("!\(Theatre.today - due)"), "\(stage)")
      late += 1
    }
    #expect(late > 0)
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
