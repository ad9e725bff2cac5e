import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

/// Frames of the screen of lessons, as files beside the tests, and what its keys do.
@Suite("The screen of lessons")
struct LessonsScreenTests {
  enum Scene: String, CaseIterable {
    case lessons, household, used, search, nothing, all, unblock, refused

    func play(_ theatre: Theatre) {
      if self == .all {
        theatre.press(.character(":"))
        theatre.type(theatre.shell.model.language == .nl ? "lessen" : "lessons")
        theatre.press(.enter)
        return
      }
      LessonsScreenTests.open(theatre)
      if self == .unblock || self == .refused {
        theatre.press(.character("q"), .character("B"))
        let name = theatre.shell.model.opened?.dossier.persons.first?.given ?? ""
        theatre.type(self == .unblock ? "Twee corporaties ruilden woningen." : "\(name) vond het zelf.")
        if self == .refused { theatre.press(.control("s")) }
        return
      }
      switch self {
      case .household: theatre.press(.end)
      case .used: theatre.press(.character("+"))
      case .search, .nothing:
        theatre.press(.character("/"))
        theatre.type(self == .search ? "corporat" : "zzz")
      case .lessons, .all, .unblock, .refused: break
      }
    }
  }

  /// The most urgent household that something holds up, and its lessons.
  static func open(_ theatre: Theatre) {
    theatre.press(.character("2"), .character("/"))
    theatre.type(theatre.shell.model.language == .nl ? "knelpunt:* fase:woning" : "blocker:* stage:search")
    theatre.press(.enter, .enter, .character("L"))
  }

  private func theatre(_ scene: Scene, _ language: Language) throws -> Theatre {
    let theatre = try Theatre(language, filling: .town)
    scene.play(theatre)
    return theatre
  }

  @Test(
    "a household says how many lessons fit once nobody has pressed a key for a moment, not before",
    arguments: Language.allCases)
  func fitting(_ language: Language) throws {
    let theatre = try Theatre(language, filling: .town)
    defer { theatre.close() }
    Self.open(theatre)
    let count = try #require(theatre.shell.model.lessons?.lessonCount)
    let size = Size(columns: 120, rows: 40)
    #expect(theatre.frame(size).text.contains(Words.lessons(count)[language]))
    theatre.press(.character("q"))
    let words = "L " + Words.lessons(count)[language]
    #expect(count > 1 && !theatre.frame(size).text.contains(words))
    theatre.shell.handle(.tick(.now + .milliseconds(10)))
    #expect(!theatre.frame(size).text.contains(words))
    theatre.shell.handle(.tick(.now + .seconds(1)))
    #expect(theatre.frame(size).text.contains(words))
  }

  @Test("the pane says whose the next step is, where that is neither whose turn it is nor who looks")
  func stepOwner() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("1"), .character("j"))
    let line = try #require(theatre.shell.model.list.current)
    let (bos, size) = (Contact(.corporation, organisation: "Portaal", name: "K. Bos"), Size(columns: 120, rows: 40))
    func says(_ owner: Contact?) -> Bool {
      theatre.shell.change(.today) { list in
        if let at = list.lines.firstIndex(where: { $0.id == line.id }) { list.lines[at].stepOwner = owner }
      }
      return theatre.frame(size).text.contains("volgende stap: ")
    }
    #expect(says(bos) && theatre.frame(size).text.contains("volgende stap: Portaal (K. Bos)"))
    #expect(!says(line.waitingOn) && !says(nil))
    #expect(!says(Contact(.municipality, organisation: "Utrecht", name: theatre.shell.model.user)))
  }

  @Test("the pane below a list says it of the household under the cursor, and no longer of the one before")
  func fittingInPane() throws {
    let theatre = try Theatre(.nl, filling: .town)
    defer { theatre.close() }
    theatre.press(.character("1"), .character("j"))
    let size = Size(columns: 120, rows: 40)
    _ = theatre.frame(size)
    theatre.shell.handle(.tick(.now + .seconds(1)))
    let fitting = try #require(theatre.shell.model.fitting)
    #expect(fitting.dossier == theatre.shell.model.list.current?.id)
    #expect(theatre.frame(size).text.contains(" · " + Words.lessons(fitting.count)[.nl]) == (fitting.count > 0))
    theatre.press(.character("j"))
    #expect(!theatre.frame(size).text.contains(" · " + Words.lessons(fitting.count)[.nl]))
  }

  @Test("each has the looks that were agreed, in every theme", arguments: Scene.allCases, Language.allCases)
  func looks(_ scene: Scene, _ language: Language) throws {
    let theatre = try theatre(scene, language)
    defer { theatre.close() }
    try theatre.expectLooks(scene.rawValue, in: "lessons/")
  }

  @Test("each looks as it was agreed", arguments: Scene.allCases, Language.allCases)
  func frames(_ scene: Scene, _ language: Language) throws {
    let theatre = try theatre(scene, language)
    defer { theatre.close() }
    try theatre.expectFrames(scene.rawValue, in: "lessons/")
  }

  @Test("a lesson that was used is in the story of the dossier, counts, and undo takes both back")
  func use() throws {
    let theatre = try theatre(.used, .nl)
    defer { theatre.close() }
    let dossier = try #require(theatre.shell.model.opened?.dossier)
    guard case .lessonUsed(let use)? = dossier.story.last?.body else {
      Issue.record("not used: \(theatre.shell.model.status?.text ?? "")")
      return
    }
    func uses() -> Int? { theatre.shell.model.lessons?.found?.lessons.first { $0.value.id == use.lesson }?.value.uses }
    #expect(uses() == 1)
    theatre.press(.character("+"))
    #expect(
      theatre.shell.model.opened?.dossier.sequence == dossier.sequence, "the cursor stays on it; twice is refused")
    theatre.press(.character("u"))
    #expect(uses() == 0)
  }

  @Test("what a household tells itself is not among its lessons, and that is said, also without a screen")
  func own() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    let theatre = stage.theatre
    theatre.press(.enter)
    theatre.another(.lessonLearned(.init("Vraag vroeg om een plattegrond.")))
    theatre.press(.function(5), .character("L"))
    let said = "1 les uit dit dossier zelf staat niet hier maar in het verhaal."
    #expect(theatre.frame(Size(columns: 80, rows: 24)).text.contains(said))
    #expect(!theatre.frame(Size(columns: 80, rows: 24)).text.contains("plattegrond"))
    #expect(stage.run("1", "lessen").reading.says(said))
  }

  @Test("names of other municipalities never stand on the screen, and their households do not open")
  func elsewhere() throws {
    let theatre = try theatre(.lessons, .nl)
    defer { theatre.close() }
    let (shell, opened) = (theatre.shell, try #require(theatre.shell.model.opened))
    for _ in 0..<(shell.model.lessons?.items.count ?? 0) {
      let state = try #require(shell.model.lessons)
      let item = try #require(state.current)
      let frame = theatre.frame(Size(columns: 120, rows: 40)).text
      if let id = item.dossier, id != opened.id, let other = try theatre.casebook.dossier(id) {
        #expect(!frame.contains(other.name) && !frame.contains(id.description))
        if !state.isOwn(item.municipality) {
          theatre.press(.enter)
          #expect(shell.model.lessons != nil && shell.model.opened?.id == opened.id)
        }
      }
      theatre.press(.down)
    }
  }

  @Test("a household of the own municipality opens, and q leads back to the lessons and then to the dossier")
  func trail() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let lesson = Event.LessonLearned("Twee corporaties ruilden.", blocker: Rulebook.builtIn.blockers[0].code)
    try theatre.casebook.perform(
      .record(.lessonLearned(lesson), on: Theatre.today), on: DossierID(year: 2026, serial: 3), seen: nil,
      by: Actor("l.smit"), source: .screen, rules: .builtIn, today: Theatre.today)
    theatre.press(.enter, .character("L"))
    let shell = theatre.shell
    let id = try #require(shell.model.opened?.id)
    let state = try #require(shell.model.lessons)
    let own = try #require(state.items.firstIndex { $0.dossier != nil && state.isOwn($0.municipality) })
    for _ in 0..<own { theatre.press(.down) }
    theatre.press(.enter)
    #expect(shell.model.lessons == nil && shell.model.opened?.id != id)
    theatre.press(.character("q"))
    #expect(shell.model.lessons?.index == own && shell.model.opened?.id == id)
    theatre.press(.character("q"))
    #expect(shell.model.lessons == nil && shell.model.opened?.id == id)
    theatre.press(.character("q"))
    #expect(shell.model.opened == nil)
  }

  @Test("a search finds in all lessons while one types, Esc clears it, and q goes back one level at a time")
  func search() throws {
    let theatre = try theatre(.search, .nl)
    defer { theatre.close() }
    let shell = theatre.shell
    let found = try #require(shell.model.lessons?.found?.lessons)
    #expect(!found.isEmpty)
    theatre.press(.enter)
    #expect(shell.model.lessons?.typing == nil && shell.model.lessons?.text == "corporat")
    theatre.press(.character("q"))
    #expect(shell.model.lessons?.text == "")
    #expect(shell.model.lessons?.found?.lessons.map(\.value.id) != found.map(\.value.id))
    theatre.press(.character("/"), .character("x"), .escape)
    #expect(shell.model.lessons?.text == "" && shell.model.lessons?.typing == nil)
    theatre.press(.character("2"))
    #expect(shell.model.lessons == nil && shell.model.opened == nil)
  }

  @Test("a search says how many it found, and nothing of the lessons of the household itself")
  func searched() throws {
    let theatre = try theatre(.lessons, .nl)
    defer { theatre.close() }
    theatre.press(.character("n"))
    theatre.type("Zelf bellen werkte")
    theatre.press(.control("s"))
    let size = Size(columns: 120, rows: 40)
    #expect(theatre.frame(size).text.contains("uit dit dossier zelf"))
    theatre.press(.character("/"))
    theatre.type("zelf bellen werkte")
    let frame = theatre.frame(size).text
    #expect(theatre.shell.model.lessons?.lessonCount == 1 && frame.contains(" 1 les"), "\(frame)")
    #expect(!frame.contains("uit dit dossier zelf"))
  }

  @Test("a new lesson is told from the screen of lessons, and one that names somebody is refused at its field")
  func tell() throws {
    let theatre = try theatre(.lessons, .nl)
    defer { theatre.close() }
    let shell = theatre.shell
    let name = try #require(shell.model.opened?.dossier.persons.first?.surname)
    theatre.press(.character("n"))
    theatre.type("\(name) belde zelf")
    theatre.press(.control("s"))
    #expect(shell.model.form?.errors["text"]?.contains("is een naam uit dit dossier") == true)
    theatre.press(.control("u"))
    theatre.type("Zelf bellen werkte")
    theatre.press(.control("s"))
    #expect(shell.model.form == nil && shell.model.lessons != nil)
    #expect(shell.model.opened?.dossier.story.last?.body.kind == .lessonLearned)
  }

  @Test("line by line: the lessons with why, one in full, used, searched, and back")
  func plain() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    let (reading, _) = stage.run("1", "lessen", "1", "gebruikt 1", "/ corporatie", "q", "q", "q")
    #expect(reading.says("Lessen › AL-HASSAN, Rima"))
    #expect(reading.says("zelfde knelpunt"))
    #expect(reading.says("Waarom: zelfde knelpunt") && reading.says("Bron: "))
    #expect(reading.says("Les gebruikt"))
    #expect(reading.says("Gezocht: corporatie."))
    #expect(try stage.story().last?.body.kind == .lessonUsed)
  }
}

@Suite("Lessons in the same words")
struct SameLessonTests {
  @Test("what was told more often in the same words stands there once, with how often")
  func once() {
    func lesson(_ id: String, _ text: String) -> Ranked<Lesson> {
      let lesson = Lesson(
        id: LessonID(rawValue: id), text: Phrase(same: text), situation: Situation(), source: "")
      return Ranked(lesson, lesson.likeness(to: nil))
    }
    var state = LessonsState(nil, area: .country, today: Theatre.today)
    state.found = LessonsFound(lessons: [lesson("a", "Bel eerder."), lesson("b", "Ruil."), lesson("c", "bel eerder")])
    #expect(state.items.count == 2 && state.lessonCount == 2)
    #expect(state.told[LessonID(rawValue: "a")] == 2 && state.told[LessonID(rawValue: "b")] == 1)
  }
}
