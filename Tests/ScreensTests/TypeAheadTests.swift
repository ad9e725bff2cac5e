import Dispatch
import Journey
@testable import Terminal
import Testing

@testable import Screens

@Suite("Keys faster than the disk", .serialized)
struct TypeAheadTests {
  /// A shell whose worker is a queue of its own, and which takes in what it brings only when asked.
  private struct Stage {
    let theatre: Theatre
    let shell: Shell
    let worker = DispatchQueue(label: "late")

    init() throws {
      theatre = try Theatre()
      let model = Model(rules: .builtIn, language: .nl, user: "j.bakker", today: Theatre.today)
      shell = Shell(model, source: theatre.shell.source, worker: worker, clock: { Theatre.today })
      _ = shell.draw(size: Size(columns: 120, rows: 40))
      shell.start()
      settle()
    }

    func press(_ keys: Key...) { for key in keys { shell.handle(.key(key)) } }

    /// Until nothing is under way any more.
    func settle() {
      while shell.model.pending > 0 {
        worker.sync {}
        for message in shell.mailbox.take().messages { shell.receive(message) }
      }
    }
  }

  @Test("keys that come while a form is being opened are typed into it")
  func intoTheForm() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.character("n"), .character("q"), .character("X"))
    #expect(stage.shell.wantsExit == nil)
    stage.settle()
    #expect(stage.shell.model.form?.texts["text"] == "qX")
  }

  @Test("keys typed straight after a form is saved do what they say once it is: a second note is not lost")
  func afterSaving() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.enter)
    stage.settle()
    stage.press(.character("n"))
    for letter in "een" { stage.press(.character(letter)) }
    stage.press(.control("s"), .character("n"))
    for letter in "twee" { stage.press(.character(letter)) }
    stage.press(.control("s"))
    stage.settle()
    let id = try #require(stage.shell.model.opened?.id)
    let notes = try #require(try stage.theatre.casebook.dossier(id)).story.suffix(2).map(\.body)
    #expect(notes == [.noteAdded(.init("een")), .noteAdded(.init("twee"))])
  }

  @Test("keys typed after a form that is refused are not typed into it")
  func afterRefusal() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.enter)
    stage.settle()
    stage.press(.character("c"))
    stage.settle()
    let before = try #require(stage.shell.model.form?.texts)
    stage.press(.control("s"), .character("j"), .character("n"))
    stage.settle()
    let form = try #require(stage.shell.model.form)
    #expect(form.texts == before && !form.errors.isEmpty)
  }

  @Test("Tab in a filter waits for the choices of what is typed, and what is typed after it stays behind it")
  func completion() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.character("2"))
    stage.settle()
    stage.press(.character("/"))
    for letter in "fase:wo" { stage.press(.character(letter)) }
    stage.press(.tab)
    for letter in " gemeente:utre" { stage.press(.character(letter)) }
    stage.press(.tab)
    stage.settle()
    #expect(stage.shell.model.list.typing?.text == "fase:\"woning zoeken\" gemeente:Utrecht")
  }

  @Test("two Enters in one go on the network open the list of whoever waits for a person, and the first dossier in it")
  func throughTheNetwork() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    try stage.theatre.meet()
    stage.press(.character("5"))
    stage.settle()
    for _ in 0..<40 where stage.shell.model.network.current?.contact.name != "M. de Wit" { stage.press(.down) }
    stage.press(.enter, .enter)
    stage.settle()
    #expect(stage.shell.model.opened != nil)
  }

  @Test("the board of a past day is counted beside what the screens read")
  func besideTheScreens() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.character("3"))
    stage.settle()
    stage.press(.character("d"))
    stage.settle()
    for letter in "15 sep" { stage.press(.character(letter)) }
    stage.settle()
    stage.worker.suspend()
    stage.press(.control("s"))
    let patience = ContinuousClock.now + .seconds(30)
    while stage.shell.model.pipeline.past == nil, ContinuousClock.now < patience {
      for message in stage.shell.mailbox.take().messages { stage.shell.receive(message) }
    }
    stage.worker.resume()
    #expect(stage.shell.model.pipeline.past?.day == Day(2026, 9, 15))
    stage.settle()
  }

  @Test("a draft is there before the first key that comes after it")
  func afterTheDraft() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.character("n"), .character("a"), .escape)
    stage.settle()
    stage.press(.character("j"))
    stage.settle()
    stage.press(.character("n"), .character("b"))
    stage.settle()
    #expect(stage.shell.model.form?.texts["text"] == "ab")
  }

  @Test("what was typed last is written before the program is gone")
  func beforeTheEnd() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.enter)
    stage.settle()
    stage.press(.character("n"))
    stage.settle()
    for letter in "half af" { stage.press(.character(letter)) }
    stage.shell.keepPlace()
    let id = try #require(stage.shell.model.opened?.id)
    #expect(stage.shell.source.draft("\(id).note")?["text"] == "half af")
  }

  @Test("what one is typing is nobody else's draft")
  func ownDraft() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.character("N"), .character("a"))
    stage.settle()
    let other = CasebookSource(casebook: stage.theatre.casebook, rules: .builtIn, user: "bert", language: .nl)
    #expect(other.draft("new") == nil)
    #expect(other.drafts().isEmpty)
  }

  @Test("what was typed over is not read any more")
  func stale() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.character("2"))
    stage.settle()
    stage.worker.suspend()
    stage.press(.character("/"), .character("t"), .character("e"), .character("k"))
    #expect(!stage.shell.wanted.isStill(.dossiers, Ask(filter: "te")))
    #expect(stage.shell.wanted.isStill(.dossiers, Ask(filter: "tek")))
    stage.worker.resume()
    stage.settle()
    #expect(stage.shell.model.list.lines.map(\.name) == ["TEKLE, Yonas"])
  }

  @Test("an act typed behind * is for all that come to be marked")
  func behindMarkAll() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.character("2"))
    stage.settle()
    stage.press(.character("*"), .character("n"), .character("x"))
    stage.settle()
    #expect(stage.shell.model.form?.many.count == 4 && stage.shell.model.form?.texts["text"] == "x")
  }

  @Test("an act typed behind a filter is about the rows that come")
  func behindFilter() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.character("2"))
    stage.settle()
    stage.press(
      .character("/"), .character("t"), .character("e"), .character("k"), .character("l"), .enter, .character("n"))
    stage.settle()
    #expect(stage.shell.model.form?.dossier?.name == "TEKLE, Yonas")
  }

  @Test("what is typed behind : and f goes into what they open")
  func behindPalette() throws {
    let stage = try Stage()
    defer { stage.theatre.close() }
    stage.press(.character(":"), .character("n"))
    stage.settle()
    guard case .palette(let palette) = stage.shell.model.overlay else {
      Issue.record("no palette")
      return
    }
    #expect(palette.line.text == "n" && stage.shell.model.form == nil)
    stage.press(.escape, .character("f"), .character("1"))
    stage.settle()
    #expect(stage.shell.model.tab == .dossiers && stage.shell.model.allList.ask.filter == "te-laat")
  }
}
