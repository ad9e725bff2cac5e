import Journey
import Terminal
import Testing

@testable import Screens

@Suite("The terminal's own cursor")
struct CursorTests {
  private static let sizes = GoldenTests.sizes + [Size(columns: 60, rows: 16)]

  @Test(
    "stands somewhere on every screen, at any size: there a screen reader reads on",
    arguments: GoldenTests.Scene.allCases)
  func placed(_ scene: GoldenTests.Scene) throws {
    let theatre = try Theatre(filling: scene.filling)
    defer { theatre.close() }
    scene.play(theatre)
    try expectPlaced(theatre, scene.rawValue)
  }

  @Test("so it does on those of the task", arguments: TaskGoldenTests.Scene.allCases)
  func placedOnTask(_ scene: TaskGoldenTests.Scene) throws {
    let theatre = try Theatre(task: StagedTask(isEmpty: scene == .nothing))
    defer { theatre.close() }
    scene.play(theatre)
    try expectPlaced(theatre, scene.rawValue)
  }

  @Test("and of the network", arguments: NetworkGoldenTests.Scene.allCases)
  func placedOnNetwork(_ scene: NetworkGoldenTests.Scene) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    try scene.play(theatre)
    try expectPlaced(theatre, scene.rawValue)
  }

  @Test("and of the lessons", arguments: LessonsScreenTests.Scene.allCases)
  func placedOnLessons(_ scene: LessonsScreenTests.Scene) throws {
    let theatre = try Theatre(filling: .town)
    defer { theatre.close() }
    scene.play(theatre)
    try expectPlaced(theatre, scene.rawValue)
  }

  private func expectPlaced(_ theatre: Theatre, _ scene: String) throws {
    for size in Self.sizes {
      let canvas = theatre.frame(size)
      let cursor = try #require(canvas.cursor, "\(scene) at \(size)")
      #expect((0..<size.columns).contains(cursor.x) && (0..<size.rows).contains(cursor.y), "\(scene) at \(size)")
    }
  }

  @Test("stands on the first line of the course and of the approach of the task once one is there")
  func inTaskPane() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    for size in [Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)] {
      for pane in [TaskState.Pane.burnUp, .approach] {
        theatre.shell.model.task.pane = pane
        let canvas = theatre.frame(size)
        let cursor = try #require(canvas.cursor, "\(pane) at \(size)")
        let line = (cursor.x..<size.columns).map { canvas[$0, cursor.y].glyph }.joined()
        #expect(!line.trimmed.isEmpty, "\(pane) at \(size)")
        let above = (cursor.x..<size.columns).map { canvas[$0, cursor.y - 1].glyph }.joined()
        #expect(above.contains("─"), "right below the edge of the pane: \(above)")
      }
    }
  }

  @Test("stands on the selected row of a list, of a story and of every pane")
  func onRow() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let size = Size(columns: 120, rows: 40)
    try expectMark(theatre.frame(size))
    theatre.press(.down)
    try expectMark(theatre.frame(size))
    theatre.press(.up, .enter)
    try expectMark(theatre.frame(size))
    theatre.press(.tab)
    try expectMark(theatre.frame(size))
    theatre.press(.down)
    try expectMark(theatre.frame(size))
    theatre.press(.tab)
    try expectMark(theatre.frame(size))
  }

  private func expectMark(_ canvas: Canvas) throws {
    let cursor = try #require(canvas.cursor)
    #expect(canvas[cursor.x, cursor.y].glyph == "▌")
  }

  @Test("stands in the pane one is in, also where there is nothing to select")
  func inPane() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    // Ayşe has no network yet.
    theatre.press(.character(":"))
    theatre.type("demir")
    theatre.press(.end, .pageDown, .enter)
    for pane in DossierState.Pane.allCases {
      theatre.shell.model.opened?.pane = pane
      #expect(theatre.frame(Size(columns: 120, rows: 40)).cursor != nil, "\(pane)")
      #expect(theatre.frame(Size(columns: 60, rows: 16)).cursor != nil, "\(pane)")
    }
  }

  @Test("stands in the text when a form is about to be left, and when somebody was first")
  func overlays() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter, .character("n"))
    theatre.type("half af")
    theatre.press(.escape)
    #expect(theatre.frame(Size(columns: 80, rows: 24)).cursor != nil)
    let conflict = ConflictState(why: Refusal(Phrase("Niet meer.", "No more.")), news: [], typed: [])
    theatre.shell.model.overlay = .conflict(conflict)
    #expect(theatre.frame(Size(columns: 80, rows: 24)).cursor != nil)
  }

  @Test("stands under an empty list's heading")
  func emptyList() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("/"))
    theatre.type("nergens")
    theatre.press(.enter)
    #expect(theatre.frame(Size(columns: 80, rows: 24)).cursor != nil)
  }
}
