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
    let theatre = try Theatre(language, filling: scene.filling)
    defer { theatre.close() }
    scene.play(theatre)
    // What lies over a screen cuts its rows in pieces; the screen itself is another scene.
    guard theatre.shell.model.overlay == nil else { return }
    for size in GoldenTests.sizes { expectWords(theatre.frame(size), "\(scene) \(language) \(size)") }
  }

  @Test("on the screen of the task too", arguments: TaskGoldenTests.Scene.allCases, Language.allCases)
  func task(_ scene: TaskGoldenTests.Scene, _ language: Language) throws {
    let theatre = try Theatre(language, task: StagedTask(isEmpty: scene == .nothing))
    defer { theatre.close() }
    scene.play(theatre)
    try expectSentences(theatre, "\(scene) \(language)")
  }

  @Test("on those of the network", arguments: NetworkGoldenTests.Scene.allCases, Language.allCases)
  func network(_ scene: NetworkGoldenTests.Scene, _ language: Language) throws {
    let theatre = try Theatre(language)
    defer { theatre.close() }
    try scene.play(theatre)
    try expectSentences(theatre, "\(scene) \(language)")
  }

  @Test("and on those of the lessons", arguments: LessonsScreenTests.Scene.allCases, Language.allCases)
  func lessons(_ scene: LessonsScreenTests.Scene, _ language: Language) throws {
    let theatre = try Theatre(language, filling: .town)
    defer { theatre.close() }
    scene.play(theatre)
    try expectSentences(theatre, "\(scene) \(language)")
  }

  @Test("fewer than half of the agreements kept has the sign of a warning", arguments: Language.allCases)
  func kept(_ language: Language) throws {
    let theatre = try Theatre(language)
    defer { theatre.close() }
    try theatre.meet()
    theatre.press(.character("5"))
    var row = try #require(theatre.shell.model.network.rows.first)
    let model = theatre.shell.model
    func says(_ kept: Int) -> String {
      (row.agreed, row.kept) = (20, kept)
      let text = NetworkColumn.kept.text(row, model)
      #expect(NetworkColumn.kept.style(row, model).role == (text.contains("!") ? .warning : .normal))
      #expect(TextWidth.of(text) <= NetworkColumn.kept.width)
      return text
    }
    #expect(says(9) == (language == .nl ? "! 45 %" : "! 45%"))
    #expect(says(10) == (language == .nl ? "50 %" : "50%"))
    #expect(says(0).hasPrefix("! 0"))
  }

  /// What a sentence calls a status, where it says so in words of its own.
  private static let spoken =
    tellers + [
      "late", "zonder", "without", "geen ", "no ", "niet ", "not ", "achter", "behind", "overschreden", "crossed",
      "niemand", "nobody", "vertrokken", "left ", "Weg ", "Away ", "te lang",
    ]

  /// As `expectWords`; here what is coloured may also be a sentence, wrapped over as many rows as it takes.
  private func expectSentences(_ theatre: Theatre, _ place: String) throws {
    let model = theatre.shell.model
    guard model.overlay == nil else { return }
    var sentences = model.form?.errors.values.map { "✗ " + $0 } ?? []
    if let look = model.task.look {
      let words = TaskWords(model: model, look: look, forecast: model.taskRow?.forecast)
      sentences += words.paragraphs.flatMap(\.lines).filter { Self.telling.contains($0.style.role) }.map(\.text)
    }
    if let row = model.network.current {
      let words = PersonWords(row: row, model: model)
      sentences += words.sentences.filter { Self.telling.contains($0.1.role) }.map(\.0)
    }
    for sentence in sentences { #expect(Self.spoken.contains(where: sentence.contains), "\(place): \(sentence)") }
    for size in GoldenTests.readable { expectWords(theatre.frame(size), "\(place) \(size)", sentences) }
  }

  private static let telling: Set<Role> = [.good, .warning, .bad, .error]

  /// What is coloured in a row, in pieces.
  private static func runs(_ cells: [Cell]) -> [String] {
    cells.split { !telling.contains($0.style.role) }.map { $0.map(\.glyph).joined().trimmed }
      .map { $0.hasSuffix("…") ? $0.dropLast().trimmed : $0 }.filter { !$0.isEmpty }
  }

  /// A number with its sign, a bar (its length says it), the letter of whoever is away, gone or new.
  private static func isSign(_ run: String) -> Bool {
    let hasSign = zip(run, run.dropFirst()).contains { ($0 == "+" || $0 == "-") && $1.isNumber }
    let isBar = run.allSatisfy { "▏▎▍▌▋▊▉█".contains($0) }
    return hasSign || isBar || ["a", "x", "+", "§"].contains(run)
  }

  /// - Parameter sentences: those that may be coloured, whole; nil: a row has to say it by itself.
  private func expectWords(_ canvas: Canvas, _ place: String, _ sentences: [String]? = nil) {
    let telling = Self.telling
    func row(_ y: Int) -> [Cell] { (0..<canvas.size.columns).map { canvas[$0, y] } }
    for y in 0..<canvas.size.rows {
      let cells = row(y)
      guard cells.contains(where: { telling.contains($0.style.role) && $0.glyph != " " }) else { continue }
      // A long sentence goes on below.
      let text = (cells + row(y + 1)).map(\.glyph).joined()
      let isTold =
        sentences.map { sentences in
          Self.runs(cells).allSatisfy { run in
            Self.isSign(run) || Self.spoken.contains(where: run.contains) || sentences.contains { $0.contains(run) }
          }
        } ?? false
      #expect(isTold || Self.tellers.contains(where: text.contains), "\(place): \(text)")
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
