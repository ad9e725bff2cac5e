import Casebook
import Foundation
import Journey
import Terminal
import Testing

@testable import Screens

// The board of a day that is past.
extension PipelineTests {
  @Test("d shows the board of a day that is past, says so, refuses acts with the reason, and q comes back")
  func asOf() throws {
    let theatre = try onBoard(.nl, .right, .right, .character("d"))
    defer { theatre.close() }
    theatre.type("15 sep")
    theatre.press(.control("s"))
    let past = try #require(theatre.shell.model.pipeline.past)
    #expect(past.day == Day(2026, 9, 15))
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("Zoals het stond op di 15 sep 2026"))
    #expect(past.board.station(.search)?.households == 2)
    #expect(past.cards[.search]?.count == 2)
    theatre.press(.right)
    #expect(theatre.shell.model.list.lines.count == 2)
    theatre.shell.run(.act(.note))
    #expect(theatre.shell.model.form == nil && theatre.shell.model.status?.kind == .bad)
    #expect(theatre.shell.model.status?.text.contains("15 sep 2026") == true)
    theatre.press(.character("q"))
    #expect(theatre.shell.model.pipeline.past == nil && theatre.shell.model.list.lines.count == 1)
  }

  @Test(
    "a minor who counted before the move is at home on a past board by the day of the first home, and an empty column says nobody"
  )
  func minorHome() throws {
    let theatre = try Theatre(.nl)
    defer { theatre.close() }
    func day(_ month: Int, _ day: Int) -> Day { Day(2026, month, day)! }
    let minor = Person(
      id: PersonID(1), given: "Sami", surname: "Haile", birth: PartialDate("2008-09-01"), sex: .male,
      nationality: "0336", relation: .head, vNumber: VNumber(rawValue: "5234567891"))
    try Theatre.register(
      [
        (day(4, 1), .registered(.init(persons: [minor], reception: "azc Utrecht"))),
        (day(4, 10), .permitGranted(.init(.temporary))), (day(4, 20), .screeningHeld(.init(needs: Needs(rooms: 1)))),
        (day(5, 1), .linked(.init("GM0344"))), (day(5, 4), .linkAccepted),
        (day(5, 6), .guardianshipSet(.init(PersonID(1), .smallScale))), (day(9, 1), .cameOfAge(.init(PersonID(1)))),
        (day(9, 10), .temporaryPlaced(.init(.har, address: "Kanaalstraat 3"))),
      ], theatre.casebook)
    func past(_ day: Day) throws -> PastBoard {
      try #require(try theatre.shell.source.board(.country, asOf: day, of: nil, goesOn: { _ in true }))
    }
    for (then, count) in [(day(9, 9), 0), (day(9, 15), 1), (day(10, 9), 1), (day(10, 10), 0)] {
      let board = try past(then)
      #expect(board.board.home.households == count && (board.cards[.housed] ?? []).count == count, "\(then)")
    }
    theatre.press(.character("3"), .character("d"))
    theatre.type("15 sep")
    theatre.press(.control("s"))
    let then = try #require(theatre.shell.model.pipeline.past)
    #expect(then.cards[.housed]?.map(\.name) == ["HAILE, Sami"])
    // Of a column without cards nothing is awaited, whatever its head counts.
    theatre.shell.model.pipeline.past?.cards[.housed] = nil
    theatre.shell.showCards(try #require(theatre.shell.model.pipeline.past))
    let text = theatre.frame(Size(columns: 200, rows: 40)).text
    #expect(text.contains("niemand") && !text.contains(Words.loading.nl))
  }

  @Test("worked on a day before the last step the screen comes with the board of that day; no key leads to that of now")
  func workedOnEarlier() throws {
    let theatre = try Theatre(.nl)
    defer { theatre.close() }
    let (day, size) = (Day(2026, 9, 15)!, Size(columns: 120, rows: 40))
    var model = Model(rules: .builtIn, language: .nl, user: "j.bakker", today: day)
    model.pipeline.opensAt = day
    let shell = Shell(model, source: theatre.shell.source, worker: nil, clock: { day })
    _ = shell.draw(size: size)
    shell.start()
    func press(_ keys: Key...) { for key in keys { shell.handle(.key(key)) } }
    press(.character("3"))
    let past = try #require(shell.model.pipeline.past)
    #expect(past.day == day && past.board.station(.search)?.households == 2 && shell.model.pipeline.board == nil)
    let text = shell.draw(size: size).canvas.text
    #expect(text.contains("Zoals het stond op di 15 sep 2026") && !text.contains("terug naar nu"))
    press(.escape)
    #expect(shell.model.pipeline.past?.day == day)
    shell.readBoard(asOf: day - 7, of: nil)
    shell.handle(.wake)
    #expect(shell.model.pipeline.past?.day == day - 7)
    press(.character("q"))
    #expect(shell.model.pipeline.past?.day == day && shell.model.pipeline.board == nil)
  }

  @Test(
    "the charts of a past board are of that day, q goes back to it, and a dossier opened there says that it is of now")
  func chartsThen() throws {
    let theatre = try onBoard(.nl, .right, .right, .right, .character("d"))
    defer { theatre.close() }
    theatre.type("15 sep")
    theatre.press(.control("s"))
    var views: [PipelineView] = []
    for _ in 0..<4 {
      theatre.press(.character("t"))
      views.append(theatre.shell.model.pipeline.view)
      #expect(theatre.shell.model.pipeline.past?.day == Day(2026, 9, 15))
      #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("Zoals het stond op di 15 sep 2026"))
      if views.last == .flow {
        let table = try #require(theatre.shell.model.pipeline.chart).chart.table(.nl)
        #expect(table.last?.first == "2026-09-15")
      }
    }
    #expect(views == [.flow, .ageing, .throughput, .cycleTimes])
    theatre.press(.character("q"))
    #expect(theatre.shell.model.pipeline.view == .board && theatre.shell.model.pipeline.past != nil)
    theatre.press(.enter)
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("zoals het nu is; het bord staat op 15 sep"))
  }

  @Test("round the pictures, over another screen and after F5 the cards of a past board are still of its day")
  func staysThen() throws {
    let theatre = try onBoard(.nl, .right, .right, .right, .character("d"))
    defer { theatre.close() }
    theatre.type("15 sep")
    theatre.press(.control("s"))
    let then = theatre.shell.model.pipeline.pastCards.mapValues { $0.lines.map(\.id) }
    #expect(theatre.shell.model.list.lines.count == 2)
    repeat { theatre.press(.character("t")) } while theatre.shell.model.pipeline.view != .board
    #expect(theatre.shell.model.pipeline.pastCards.mapValues { $0.lines.map(\.id) } == then)
    theatre.press(.character("1"), .character("3"), .function(5))
    #expect(theatre.shell.model.pipeline.past?.day == Day(2026, 9, 15))
    #expect(theatre.shell.model.pipeline.pastCards.mapValues { $0.lines.map(\.id) } == then)
  }

  @Test("a past board counts who was late, falls into groups as they were, and Enter shows the cards of one")
  func groupsThen() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("3"), .character("d"))
    theatre.type("15 sep")
    theatre.press(.control("s"))
    let past = try #require(theatre.shell.model.pipeline.past)
    let late = Board.onTheWay.reduce(0) { $0 + (past.board.station($1)?.overdue ?? 0) }
    #expect(late > 0)
    #expect(theatre.frame(Size(columns: 200, rows: 60)).text.contains("\(late) te laat"))
    for grouping in Grouping.allCases {
      theatre.press(.character("v"))
      #expect(theatre.shell.model.pipeline.grouping == grouping && theatre.shell.model.pipeline.showsGroups)
      for stage in Board.onTheWay where grouping != .need {
        let groups = theatre.shell.model.pipeline.groups(stage)
        #expect(groups.reduce(0) { $0 + $1.households } == past.board.station(stage)?.households ?? 0, "\(grouping)")
      }
    }
    theatre.press(.character("v"), .character("v"))
    let stage = try #require(Board.onTheWay.first { theatre.shell.model.pipeline.groups($0).count > 1 })
    theatre.shell.model.pipeline.stage = stage
    let group = try #require(theatre.shell.model.pipeline.groups(stage).last)
    theatre.press(.end, .enter)
    #expect(theatre.shell.model.pipeline.entered == group)
    #expect(theatre.shell.model.list.lines.count == group.households)
    #expect(theatre.shell.model.pipeline.filtered[stage]?.households.number == group.households)
    #expect(theatre.frame(Size(columns: 200, rows: 60)).text.contains("aan zet: "))
    theatre.press(.character("q"))
    #expect(theatre.shell.model.pipeline.entered == nil && theatre.shell.model.pipeline.past != nil)
    #expect(theatre.shell.model.pipeline.pastCards[stage]?.lines.map(\.id) == past.cards[stage]?.map(\.id))
    theatre.press(.character("q"), .character("q"))
    #expect(theatre.shell.model.pipeline.past == nil)
  }

  @Test("d works in a picture too: it shows that picture as it was then, and where there is none of then the board")
  func asOfPicture() throws {
    let theatre = try onBoard(.nl, .character("t"), .character("d"))
    defer { theatre.close() }
    theatre.type("15 sep")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.pipeline.past?.day == Day(2026, 9, 15) && theatre.shell.model.pipeline.view == .flow)
    let table = try #require(theatre.shell.model.pipeline.chart).chart.table(.nl)
    #expect(table.last?.first == "2026-09-15")
    theatre.press(.character("q"), .character("q"))
    #expect(theatre.shell.model.pipeline.past == nil)
    while theatre.shell.model.pipeline.view != .days { theatre.press(.character("t")) }
    theatre.press(.character("d"))
    theatre.type("15 sep")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.pipeline.past != nil && theatre.shell.model.pipeline.view == .board)
  }

  @Test("no review begins on a past board: R says why, the key bar leaves it out, and on the board of now it begins")
  func noReviewThen() throws {
    let theatre = try onBoard(.nl, .character("d"))
    defer { theatre.close() }
    let size = Size(columns: 120, rows: 40)
    #expect(theatre.frame(size).text.contains("^S toon"))
    theatre.type("15 sep")
    theatre.press(.control("s"), .character("R"))
    #expect(theatre.shell.model.form == nil && theatre.shell.model.pipeline.past != nil)
    #expect(theatre.shell.model.status?.kind == .bad)
    #expect(theatre.shell.model.status?.text.contains("15 sep 2026") == true)
    #expect(theatre.shell.model.bindings.contains { $0.verb == .review && $0.refusal != nil })
    #expect(!theatre.frame(size).text.contains("R overleg"))
    theatre.press(.character("q"))
    #expect(theatre.frame(size).text.contains("R overleg"))
    theatre.press(.character("R"))
    #expect(theatre.shell.model.form?.purpose == .review)
  }

  @Test("D on a past board, its groups and its pictures says that there are no lists of then")
  func noListsThen() throws {
    let theatre = try onBoard(.nl, .right, .right, .right, .character("d"))
    defer { theatre.close() }
    theatre.type("15 sep")
    theatre.press(.control("s"))
    for key in "DLvDtD" {
      theatre.press(.character(key))
      guard "DL".contains(key) else { continue }
      #expect(theatre.shell.model.tab == .pipeline && theatre.shell.model.overlay == nil)
      #expect(theatre.shell.model.status?.text.contains("dag die voorbij is zijn er geen lijsten") == true)
    }
    theatre.press(.character("~"))
    #expect(theatre.shell.model.status?.text == "~ doet hier niets; ? zegt wat wel.")
  }

  @Test("a past board of an area one no longer looks at is not shown")
  func anotherArea() throws {
    let theatre = try onBoard()
    defer { theatre.close() }
    let past = try #require(
      try theatre.shell.source.board(.municipality("GM0344"), asOf: Day(2026, 9, 15)!, of: nil, goesOn: { _ in true }))
    theatre.shell.accept(PipelineMessage.past(.municipality("GM0344"), past))
    #expect(theatre.shell.model.pipeline.past == nil)
    theatre.shell.run(.area(.municipality("GM0344")))
    theatre.shell.accept(PipelineMessage.past(.municipality("GM0344"), past))
    #expect(theatre.shell.model.pipeline.past?.day == Day(2026, 9, 15))
  }

  @Test("a day that is no day, or not past, is refused at its field", arguments: ["morgen", "35-13", "vandaag"])
  func noDay(_ text: String) throws {
    let theatre = try onBoard(.nl, .character("d"))
    defer { theatre.close() }
    theatre.type(text)
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form?.errors["day"] != nil)
    #expect(theatre.shell.model.pipeline.past == nil)
  }
}
