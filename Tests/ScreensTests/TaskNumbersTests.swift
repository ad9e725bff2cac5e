import Casebook
import Foundation
import Journey
import Quota
import Terminal
import Testing

@testable import Screens

// A number of the task opens to what stands behind it.
extension TaskScreenTests {
  @Test("a number of households opens them in Dossiers; going back returns with Dossiers as they were")
  func households() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("/"))
    theatre.type("tekle")
    theatre.press(.enter, .character("4"))
    theatre.press(.character("o"), .character("7"))
    let shell = theatre.shell
    #expect(shell.model.tab == .dossiers)
    #expect(shell.model.list.ask.filter.contains("GM0344"))
    #expect(shell.source.fault(shell.model.list.ask.filter, today: Theatre.today) == nil)
    theatre.press(.character("q"))
    #expect(shell.model.tab == .quota)
    #expect(shell.model.taskRow?.id == .area(Theatre.utrecht))
    #expect(shell.model[.dossiers].ask.filter == "tekle")
  }

  @Test("a number of the account opens the postings it is made of, with who posted them")
  func postings() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.pointOnTask(at: .municipality("GM0736"))
    theatre.press(.right, .right, .right, .right, .right, .character("o"))
    guard case .text(let text) = theatre.shell.model.overlay else {
      Issue.record("no text is shown")
      return
    }
    #expect(
      text.lines.contains {
        $0.label == "+3" && $0.text.contains("dubbel geteld in juni") && $0.text.contains("j.bakker")
      })
    #expect(text.lines.last?.label == theatre.shell.model.taskRow?.line.task.signed(.nl))
  }

  @Test("the account is in the order of the days, the latest first, whenever each was recorded")
  func accountByDay() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.character("L"))
    guard case .text(let text) = theatre.shell.model.overlay else {
      Issue.record("no text is shown")
      return
    }
    let days = text.lines.compactMap { DayText.read($0.label, today: Theatre.today) }
    #expect(days.count == text.lines.count && days.count > 3 && days == days.sorted(by: >))
  }

  @Test("from the name of a municipality every number can be chosen by its digit")
  func choosing() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.character("o"), .character("1"))
    guard case .text(let text) = theatre.shell.model.overlay else {
      Issue.record("no text is shown")
      return
    }
    #expect(text.title.hasPrefix(LedgerFigure.target.name.nl))
  }

  @Test("whom a threshold counted as housed can be chosen as well, and opens with the days of that count")
  func threshold() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.down, .up, .character("o"))
    guard case .palette(let palette) = theatre.shell.model.overlay else {
      Issue.record("nothing to choose")
      return
    }
    let entry = try #require(palette.entries.first { $0.name.nl.hasPrefix("Op 1 okt 112 gehuisvest, ") })
    guard case .households(let filter) = entry.verb else {
      Issue.record("no households")
      return
    }
    #expect(filter == "gehuisvest:2026-07-01..2026-09-30@GM0344")
  }

  @Test("the sum stands below the rows and is chosen like them; its numbers open")
  func sumIsChosen() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.end)
    let row = try #require(theatre.shell.model.taskRow)
    #expect(row.id == .area(.province("PV26")))
    theatre.shell.choose(.task)
    theatre.press(.character("o"))
    guard case .text(let text) = theatre.shell.model.overlay else {
      Issue.record("no text is shown")
      return
    }
    #expect(text.lines.last?.label == row.line.task.signed(.nl))
  }

  @Test("a list behind a number of persons says how many persons it has")
  func personsBehind() throws {
    let theatre = try Theatre(filling: .town)
    defer { theatre.close() }
    theatre.press(.character("2"))
    #expect(theatre.shell.model.personsBehindNumber == nil)
    theatre.press(.character("3"))
    theatre.shell.model.pipeline.stage = .contract
    let head = BoardHead(theatre.shell.model.pipeline.board, .contract)
    theatre.shell.showHouseholds(Figure.station(.contract).text(in: .country, on: Theatre.today, .nl))
    theatre.shell.handle(.wake)
    #expect(theatre.shell.model.personsBehindNumber == head.persons && head.persons > 0)
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("· \(head.persons) personen"))
  }
}
