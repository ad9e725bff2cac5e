import Casebook
import Foundation
import Journey
import Terminal
import Testing

@testable import Screens

// A board of a part: filter, area, groups.
extension PipelineTests {
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

  @Test("who came home falls into groups where that can be told of them; elsewhere the column says it cannot")
  func homeGroups() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("3"))
    theatre.shell.run(.area(.country))
    theatre.shell.handle(.wake)
    let home = BoardHead(theatre.shell.model.pipeline.board, .housed).households
    #expect(home > 0)
    for grouping in Grouping.allCases {
      theatre.press(.character("v"))
      let groups = theatre.shell.model.pipeline.groups(.housed)
      let frame = theatre.frame(Size(columns: 200, rows: 60)).text
      #expect(frame.contains("– alleen onderweg") == !grouping.isOfHomes && groups.isEmpty == !grouping.isOfHomes)
      if grouping == .size || grouping == .municipality {
        #expect(groups.reduce(0) { $0 + $1.households } == home)
      }
    }
  }

  @Test("/ on a board of groups shows the cards again and filters them: nothing typed is taken for a command")
  func filterOfGroups() throws {
    let theatre = try onBoard(.nl, .character("v"), .character("/"))
    defer { theatre.close() }
    theatre.type("tekle")
    theatre.press(.enter)
    let model = theatre.shell.model
    #expect(model.pipeline.grouping == nil && model.tab == .pipeline && model.opened == nil)
    #expect(model.list.ask.filter == "tekle" && model[.column(.linked)].lines.map(\.name) == ["TEKLE, Yonas"])
  }

  @Test("the title of a board that is narrowed counts what its columns hold, of how many")
  func narrowedTitle() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("3"), .character("v"), .enter)
    let model = theatre.shell.model
    let (found, board) = (model.pipeline.filtered, model.pipeline.board)
    let here = Board.onTheWay.reduce(0) { $0 + (found[$1]?.households.number ?? 0) }
    let all = Board.onTheWay.reduce(0) { $0 + BoardHead(board, $1).households }
    #expect(here > 0 && here < all)
    #expect(PipelineScreen.heading(model).contains("\(here) van \(all) onderweg"))
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

  @Test(
    "while a filter narrows the board every picture says that it is of everybody; without one it says nothing",
    arguments: [Language.nl, .en])
  func picturesOfEverybody(_ l: Language) throws {
    let theatre = try Theatre(l, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("3"))
    let area = theatre.shell.model.area.spokenName
    let words = Phrase(
      "zonder filter: dit beeld is van iedereen in \(area.nl)",
      "without the filter: this shows everybody in \(area.en)")[l]
    for view in PipelineView.allCases where view != .board {
      theatre.shell.show(view)
      #expect(!theatre.frame(Size(columns: 120, rows: 40)).text.contains(words), "\(view)")
    }
    theatre.shell.show(.board)
    theatre.press(.character("/"))
    theatre.type(l == .nl ? "personen:1" : "persons:1")
    theatre.press(.enter)
    #expect(!theatre.frame(Size(columns: 120, rows: 40)).text.contains(words))
    for view in PipelineView.allCases where view != .board {
      theatre.press(.character("t"))
      #expect(theatre.shell.model.pipeline.view == view)
      for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
        #expect(theatre.frame(size).text.contains(words), "\(view) \(size)")
      }
    }
  }
}
