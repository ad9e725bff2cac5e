import Casebook
import Demo
import Foundation
import Journey
import Terminal
import Testing

@testable import Screens

/// The tour on its own casebook, all at once and without a terminal.
struct TourTheatre {
  /// Told once: most tests are on the same day.
  private static let stories = Town(today: Theatre.today, rules: .builtIn).stories
  let folder: URL
  let shell: Shell

  init(_ language: Language = .nl, today: Day = Theatre.today, size: Size = Size(columns: 120, rows: 40)) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "thuis-screens-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let casebook = try Casebook.open(folder.appending(path: "casebook.sqlite").path)
    var stories = [today == Theatre.today ? Self.stories : Town(today: today, rules: .builtIn).stories]
    try casebook.load(rules: .builtIn) { stories.popLast() }
    var model = Model(rules: .builtIn, language: language, user: Town.caseworker, today: today)
    model.tour = TourState(town: Town.municipality)
    let source = CasebookSource(casebook: casebook, rules: .builtIn, user: Town.caseworker, language: language)
    shell = Shell(model, source: source, worker: nil, clock: { today })
    _ = shell.draw(size: size)
    shell.start()
  }

  func close() { try? FileManager.default.removeItem(at: folder) }
  var tour: TourState { shell.model.tour! }
  func press(_ keys: Key...) { for key in keys { shell.handle(.key(key)) } }
  func frame(_ size: Size) -> Canvas { shell.draw(size: size).canvas }

  /// Plays steps up to this one; each must be ticked by its own last key.
  func walk(to end: Int = .max, beforeEach look: (TourStep) throws -> Void = { _ in }) throws {
    while let step = tour.step, tour.index < end {
      let index = tour.index
      let keys = step.keys(shell.model.language)
      for key in keys.dropLast() {
        press(key)
        #expect(tour.index == index, "\(step.what.en): ticked too early, by \(key)")
        try look(step)
      }
      press(keys.last!)
      try #require(tour.index == index + 1, "\(step.what.en): not ticked; \(shell.model.status?.text ?? "")")
      try #require(tour.marks[index] == .done)
      try look(step)
    }
  }
}

@Suite("The guided tour")
struct TourTests {
  static let sizes = [(60, 16), (60, 24), (80, 24), (120, 40), (200, 60)].map { Size(columns: $0.0, rows: $0.1) }

  /// The text of the guide: the head, and the rows below it as one sentence.
  private static func strip(_ theatre: TourTheatre, _ size: Size) -> (head: String, text: String) {
    _ = theatre.frame(size)
    // A message that does not fit its row goes on over the guide, until the next key.
    var quiet = theatre.shell.model
    quiet.status = nil
    let canvas = FrameView(model: quiet).draw()
    let rows = quiet.tourRows
    let all = (0..<rows).map { canvas.row(size.rows - 2 - rows + $0) }
    let words = all.dropFirst().joined(separator: " ").split(separator: " ")
    return (all[0], words.joined(separator: " "))
  }

  @Test("the keys of each step tick it, in turn; at the end q leaves", arguments: Language.allCases, sizes)
  func walk(language: Language, size: Size) throws {
    let theatre = try TourTheatre(language, size: size)
    defer { theatre.close() }
    #expect(theatre.shell.model.list.ask.owner == Town.caseworker, "one begins with dossiers of one's own")
    try theatre.walk()
    #expect(theatre.tour.step == nil)
    #expect(theatre.tour.marks.allSatisfy { $0 == .done })
    #expect(Self.strip(theatre, size).head.contains(TourStep.end.what[language]))
    theatre.press(.escape, .character("q"), .character("q"), .character("q"))
    #expect(theatre.shell.wantsExit == 0)
  }

  @Test(
    "whatever day it is, the invented casebook has what the tour needs",
    arguments: [(2026, 11, 25), (2027, 1, 1), (2027, 5, 9), (2028, 2, 29), (2035, 12, 31)])
  func days(year: Int, month: Int, day: Int) throws {
    let theatre = try TourTheatre(today: try #require(Day(year, month, day)))
    defer { theatre.close() }
    try theatre.walk()
    #expect(theatre.tour.step == nil)
  }

  @Test("every step is told in full: at each size what to do, and from 20 rows on why", arguments: Language.allCases)
  func told(language: Language) throws {
    let theatre = try TourTheatre(language)
    defer { theatre.close() }
    let count = theatre.tour.steps.count
    for index in 0...count {
      let step = theatre.tour.step
      for size in Self.sizes {
        let (head, text) = Self.strip(theatre, size)
        // A step may say first how to get where it begins.
        let first = step?.first(theatre.shell.model)
        let what = (size.rows < 20 ? first : nil) ?? step?.what ?? TourStep.end.what
        #expect(head.contains(what[language]), "\(size): \(head)")
        guard size.rows >= 20 else { continue }
        let why = (first ?? step?.why ?? TourStep.end.why)[language]
        let now = index < count ? "◉" : ""
        let ticks =
          String(repeating: "–", count: index) + now + String(repeating: "○", count: max(0, count - index - 1))
        #expect(text == why + " " + ticks, "\(size)")
      }
      theatre.press(.control("n"))
    }
  }

  @Test("why a step is worth it is told in full where the step begins", arguments: Language.allCases)
  func reasons(language: Language) throws {
    let theatre = try TourTheatre(language)
    defer { theatre.close() }
    while let step = theatre.tour.step {
      for size in Self.sizes where size.rows >= 20 {
        #expect(Self.strip(theatre, size).text.hasPrefix(step.why[language] + " "), "\(size): \(step.what[language])")
      }
      try theatre.walk(to: theatre.tour.index + 1)
    }
  }

  @Test("done is ticked, passed is not, and the number says where one is")
  func ticks() throws {
    let theatre = try TourTheatre()
    defer { theatre.close() }
    try theatre.walk(to: 2)
    theatre.press(.control("n"))
    let (head, text) = Self.strip(theatre, Size(columns: 80, rows: 24))
    #expect(head.contains("4 van \(TourStep.all.count)"))
    #expect(text.hasSuffix("✓✓–◉" + String(repeating: "○", count: TourStep.all.count - 4)))
    theatre.press(.control("o"), .control("o"))
    #expect(theatre.tour.index == 1)
    #expect(theatre.tour.marks[..<3] == [.done, .done, .passed])
  }

  @Test("the screen above the guide is the screen of a terminal that is so much lower: nothing is covered")
  func uncovered() throws {
    let theatre = try TourTheatre()
    defer { theatre.close() }
    var seen = 0
    try theatre.walk { step in
      for size in Self.sizes {
        _ = theatre.frame(size)
        // A message that does not fit its row goes on above it: over the guide in the one, over the screen in the other.
        var whole = theatre.shell.model
        whole.status = nil
        let guided = FrameView(model: whole).draw().text.split(separator: "\n", omittingEmptySubsequences: false)
        let rows = theatre.shell.model.tourRows
        // These two also list the keys of the tour.
        switch theatre.shell.model.overlay {
        case .help, .palette: continue
        default: break
        }
        var alone = whole
        alone.tour = nil
        alone.size = Size(columns: size.columns, rows: size.rows - rows)
        guard !alone.isTooSmall else { continue }
        let plain = FrameView(model: alone).draw().text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(guided.dropLast(rows + 2) == plain.dropLast(2), "\(size): \(step.what.en)")
        #expect(guided.suffix(2) == plain.suffix(2), "\(size): \(step.what.en)")
        seen += 1
      }
    }
    #expect(seen > 200)
  }

  @Test("help and palette leave the guide in sight too", arguments: sizes)
  func overlays(size: Size) throws {
    let theatre = try TourTheatre(size: size)
    defer { theatre.close() }
    for key in [Key.character("?"), .character(":"), .character("M"), .character("C"), .character(".")] {
      theatre.press(.control("o"), key)
      let head = Self.strip(theatre, size).head
      #expect(head.contains((theatre.tour.step?.what ?? TourStep.end.what).nl), "\(key): \(head)")
      let canvas = theatre.frame(size)
      let bottom = canvas.row(size.rows - 2 - theatre.shell.model.tourRows - 1)
      #expect(!bottom.isEmpty, "the frame of the list or of what lies over it ends above the guide")
      theatre.press(.escape)
    }
  }

  @Test("what was not asked for ticks nothing: other keys, a form left, a palette closed")
  func nothing() throws {
    let theatre = try TourTheatre()
    defer { theatre.close() }
    theatre.press(.down, .up, .character("?"), .escape, .character("2"), .character("1"))
    #expect(theatre.tour.index == 0)
    try theatre.walk(to: 3)
    theatre.press(.escape, .character("c"), .escape)
    #expect(theatre.tour.index == 3, "a form that was left records no contact")
    theatre.press(.enter)
    try theatre.walk(to: 12)
    theatre.press(.character(":"), .escape)
    #expect(theatre.tour.index == 12)
  }

  @Test("in a form, a filter and whatever lies over the screen the keys of the tour do nothing to it")
  func forms() throws {
    let theatre = try TourTheatre()
    defer { theatre.close() }
    func unmoved(_ keys: Key...) {
      for key in keys { theatre.press(key) }
      let shown = Self.strip(theatre, Size(columns: 120, rows: 40)).head
      #expect(!shown.contains("^N"), "a key that does nothing now is not shown")
      theatre.press(.control("n"), .control("o"))
      #expect(theatre.tour.index == 0)
      #expect(!theatre.shell.model.isFree)
      theatre.press(.escape)
    }
    unmoved(.character("n"), .character("x"))
    theatre.press(.character("d"))
    unmoved(.character("/"))
    unmoved(.character(":"))
    unmoved(.character("?"))
  }

  @Test("who went elsewhere is told the way back, also in one row")
  func wayBack() throws {
    let theatre = try TourTheatre()
    defer { theatre.close() }
    theatre.press(.character("2"))
    #expect(Self.strip(theatre, Size(columns: 80, rows: 24)).text.contains("naar Vandaag, met 1."))
    #expect(Self.strip(theatre, Size(columns: 60, rows: 16)).head.contains("naar Vandaag, met 1."))
    theatre.press(.enter)
    #expect(Self.strip(theatre, Size(columns: 80, rows: 24)).text.contains("terug naar de lijst, met q."))
    theatre.press(.character("q"), .character("1"))
    #expect(Self.strip(theatre, Size(columns: 80, rows: 24)).text.contains("Een ochtend in Utrecht."))
  }

  @Test("the keys of the tour are in the help, and without a tour nothing of it is")
  func keys() throws {
    let theatre = try TourTheatre()
    defer { theatre.close() }
    #expect(theatre.shell.model.bindings.contains { $0.verb == .tourNext })
    let plain = try Theatre()
    defer { plain.close() }
    #expect(!plain.shell.model.bindings.contains { $0.verb == .tourNext || $0.verb == .tourBack })
    #expect(plain.shell.model.tourRows == 0)
  }
}
