import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("The cursor of a list stays on its household")
struct StayingTests {
  private func town() throws -> Theatre {
    let theatre = try Theatre(filling: .town)
    theatre.press(.character("2"))
    return theatre
  }

  @Test("when the filter is cleared, also half typed")
  func filterCleared() throws {
    let theatre = try town()
    defer { theatre.close() }
    theatre.press(.character("/"))
    theatre.type("te-laat")
    theatre.press(.enter, .end)
    let chosen = try #require(theatre.shell.model.list.cursor)
    theatre.press(.escape)
    #expect(theatre.shell.model.list.ask.filter.isEmpty)
    #expect(theatre.shell.model.list.current?.id == chosen)
    theatre.press(.character("/"))
    theatre.type("te-laat")
    theatre.press(.down)
    let half = try #require(theatre.shell.model.list.cursor)
    theatre.press(.escape)
    #expect(theatre.shell.model.list.current?.id == half)
  }

  @Test("when the order changes; at the top one stays at the top")
  func orderChanged() throws {
    let theatre = try town()
    defer { theatre.close() }
    theatre.press(.character("s"))
    #expect(theatre.shell.model.list.cursorIndex == 0 && theatre.shell.model.list.reachesStart)
    theatre.press(.down, .down, .down)
    let chosen = try #require(theatre.shell.model.list.cursor)
    for _ in 0..<4 {
      theatre.press(.character("s"))
      #expect(theatre.shell.model.list.cursor == chosen && theatre.shell.model.list.current?.id == chosen)
    }
  }

  @Test("in a column of the board too")
  func inColumn() throws {
    let theatre = try town()
    defer { theatre.close() }
    theatre.press(.character("3"), .character("/"))
    theatre.type("te-laat")
    theatre.press(.enter)
    for _ in Board.stages where theatre.shell.model.list.lines.count < 2 { theatre.press(.right) }
    try #require(theatre.shell.model.list.lines.count > 1)
    theatre.press(.down)
    let chosen = try #require(theatre.shell.model.list.cursor)
    theatre.press(.escape)
    #expect(theatre.shell.model.list.ask.filter.isEmpty && theatre.shell.model.list.current?.id == chosen)
  }

  @Test("unless it is not in the list that comes: then the list begins at its first one")
  func notThere() throws {
    let theatre = try town()
    defer { theatre.close() }
    let late = theatre.shell.model.list.lines.first { ($0.due ?? Theatre.today) < Theatre.today }
    let id = try #require(late?.id)
    theatre.shell.change(.dossiers) { $0.ask.filter = "niet te-laat" }
    theatre.shell.reload(.dossiers, around: id)
    theatre.shell.handle(.wake)
    let list = theatre.shell.model.list
    #expect(!list.lines.isEmpty && !list.lines.contains { $0.id == id } && list.cursor == list.lines.first?.id)
    #expect(list.isLoaded && list.awaits.isEmpty)
  }
}
