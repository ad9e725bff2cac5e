import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Without colour")
struct MonoTests {
  /// What a status is called, or the sign that stands for it, in either language.
  private static let tellers = [
    "te laat", " late", "!", "✗", "✓", "vandaag", "today", "morgen", "tomorrow", "Knelpunt", "Blocker", "Te lang stil",
    "too long", "naam onbekend", "no name", "●", "━", "Woont", "Lives",
  ]

  @Test(
    "what a colour warns of is also said by a word or a sign in its row", arguments: GoldenTests.Scene.allCases,
    Language.allCases)
  func statuses(_ scene: GoldenTests.Scene, _ language: Language) throws {
    let theatre = try Theatre(language)
    defer { theatre.close() }
    scene.play(theatre)
    // What lies over a screen cuts its rows in pieces; the screen itself is another scene.
    guard theatre.shell.model.overlay == nil else { return }
    for size in GoldenTests.sizes { expectWords(theatre.frame(size), "\(scene) \(language) \(size)") }
  }

  private func expectWords(_ canvas: Canvas, _ place: String) {
    let telling: Set<Role> = [.good, .warning, .bad, .error]
    func row(_ y: Int) -> [Cell] { (0..<canvas.size.columns).map { canvas[$0, y] } }
    for y in 0..<canvas.size.rows {
      let cells = row(y)
      guard cells.contains(where: { telling.contains($0.style.role) && $0.glyph != " " }) else { continue }
      // A long sentence goes on below.
      let text = (cells + row(y + 1)).map(\.glyph).joined()
      #expect(Self.tellers.contains(where: text.contains), "\(place): \(text)")
    }
  }

  @Test("a wrong answer, a saved one and a refused action each have their own sign")
  func signs() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let size = Size(columns: 120, rows: 40)
    theatre.press(.enter, .character("n"), .control("s"))
    #expect(theatre.frame(size).text.contains("✗ Notitie ontbreekt"))
    expectWords(theatre.frame(size), "error")
    theatre.type("af")
    theatre.press(.control("s"))
    #expect(theatre.frame(size).text.contains("✓ Notitie bewaard"))
    theatre.press(.character("H"))
    #expect(theatre.frame(size).text.contains("\n ✗ "))
    expectWords(theatre.frame(size), "refused")
  }

  @Test("a filter that is no filter says so")
  func filter() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("/"))
    theatre.type("fase:xyz")
    let frame = theatre.frame(Size(columns: 120, rows: 40))
    #expect(frame.text.contains("✗ "))
    expectWords(frame, "filter")
  }

  @Test("who waits too long is told below the list where there is no room for the days")
  func silent() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    #expect(theatre.frame(Size(columns: 70, rows: 24)).text.contains("Te lang stil."))
  }

  @Test("a due day that is near is said as one says it")
  func soon() {
    let days = DayWords(language: .nl, today: Theatre.today)
    #expect(days.due(Theatre.today) == "vandaag")
    #expect(days.due(Theatre.today + 1) == "morgen")
    #expect(days.due(Theatre.today + -1) == "1 d te laat")
  }

  @Test("the selected row has a mark of its own, in every list and pane")
  func selection() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let size = Size(columns: 120, rows: 40)
    #expect(theatre.frame(size).text.contains("▌"))
    theatre.press(.enter)
    for _ in 0..<3 {
      #expect(theatre.frame(size).text.contains("▌"))
      theatre.press(.tab)
    }
  }
}
