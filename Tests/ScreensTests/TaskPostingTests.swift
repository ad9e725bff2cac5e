import Casebook
import Foundation
import Journey
import Quota
import Terminal
import Testing

@testable import Screens

@Suite("Postings from the screen of the task")
struct TaskPostingTests {
  @Test("a correction is posted with its reason, taken back, and brought back: by postings")
  func posting() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("4"), .character("M"))
    theatre.type("utrecht")
    theatre.press(.enter)
    // There must be a task to correct.
    try theatre.casebook.post(
      [.targets(.init(StagedTask.period, referenceDate: Day(2026, 7, 1)!, ["GM0344": .init(target: 276)]))],
      by: Actor("l.smit"), source: .importFile, rules: .builtIn, today: Theatre.today)
    theatre.press(.function(5), .character("c"))
    theatre.type("-3")
    theatre.press(.tab)
    theatre.type("dubbel geteld")
    theatre.press(.control("s"))
    func correction() throws -> Int? {
      try theatre.casebook.ledger(rules: .builtIn, today: Theatre.today).line(Theatre.utrecht, in: StagedTask.period)
        .correction
    }
    #expect(theatre.shell.model.form == nil)
    #expect(try correction() == -3)
    theatre.press(.character("u"))
    #expect(try correction() == 0)
    theatre.press(.control("r"))
    #expect(try correction() == -3)
    #expect(try theatre.casebook.taskBook().events.count == 4)
  }

  @Test("the steps that can be chosen are those of the day that stands in the form")
  func stepsOfTheDay() throws {
    let (old, new) = ("{id: signal, nl: 1 signaleren,", "{id: signal, valid-from: 2020-01-01, nl: 1 signaleren,")
    let rules = try Rulebook.read(Rulebook.builtInText.replacing(old, with: new)).get()
    let scene = TaskScene(book: TaskBook(), rules: rules, period: StagedTask.period, today: Theatre.today)
    var form = FormState(TaskAct.supervision, scene, .nl)
    #expect(form.isChoice("signal", of: "step"))
    form.lines["day"] = TextLine("2019-12-31")
    #expect(!form.isChoice("signal", of: "step") && form.isChoice("notice", of: "step"))
    form.lines["day"] = TextLine("2020-01-01")
    form.lines["step"] = TextLine("1 signaleren")
    #expect(form.isChoice("signal", of: "step") && form.values(.nl)["step"] == "signal")
  }

  @Test(
    "a step of an earlier day takes the balance of that day, and says where nobody knows it", arguments: [true, false])
  func balanceThen(leavesField: Bool) throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.character("t"))
    let scene = try #require(theatre.shell.model.form?.scene)
    func form() throws -> FormState { try #require(theatre.shell.model.form) }
    func date(_ text: String) throws {
      let fields = try form().fields
      theatre.shell.model.form?.focus = try #require(fields.firstIndex { $0.name == "day" })
      theatre.press(.control("u"))
      theatre.type(text)
      // Saving finds that the step is missing.
      theatre.press(leavesField ? .tab : .control("s"))
    }
    func then(_ day: String) -> [String: String] {
      scene.then(["municipality": "Utrecht", "period": "2026H2", "day": day])
    }
    let now = try form().lines["balance"]?.text
    #expect(now != nil && now == then("2026-11-23")["balance"])
    try date("2026-09-01")
    let september = try form()
    #expect(september.lines["balance"]?.text == then("2026-09-01")["balance"])
    #expect(september.lines["balance"]?.text != now && september.noteOfBalance == nil)
    try date("2026-05-01")
    let may = try form()
    #expect(may.lines["balance"]?.isEmpty == true && may.lines["excusable"]?.isEmpty == true)
    #expect(may.noteOfBalance?.nl == "het saldo van die dag is niet bekend")
  }

  @Test("the account of another day is read while one goes on, and saving waits for it")
  func balanceLate() throws {
    let theatre = try Theatre(task: StagedTask())
    let late = LateWorker()
    let shell = theatre.again(worker: late.queue)
    defer {
      late.release()
      theatre.close()
    }
    late.settle(shell)
    shell.run(.area(.province("PV26")))
    shell.takes(.character("4"))
    late.settle(shell)
    shell.pointAtTask(try #require(shell.model.task.rows(.nl).firstIndex { $0.id == .area(Theatre.utrecht) }))
    shell.takes(.character("t"))
    late.settle(shell)
    let begun = try #require(shell.model.form)
    let (scene, now) = (try #require(begun.scene), begun.lines["balance"]?.text)
    func balance(_ day: String) -> String? {
      scene.then(["municipality": "Utrecht", "period": "2026H2", "day": day])["balance"]
    }
    func date(_ text: String) throws {
      shell.model.form?.focus = try #require(begun.fields.firstIndex { $0.name == "day" })
      late.hold()
      shell.takes(.control("u"))
      shell.type(text)
    }
    try date("2026-09-01")
    shell.takes(.tab)
    #expect(shell.model.form?.field?.name == "step" && shell.model.form?.lines["balance"]?.text == now)
    late.settle(shell)
    let september = shell.model.form?.lines["balance"]?.text
    #expect(september == balance("2026-09-01") && september != now)
    try date("2026-05-01")
    shell.takes(.control("s"))
    #expect(shell.model.form?.isSaving == true && shell.model.form?.lines["balance"]?.text == september)
    late.settle(shell)
    // Saving went on with what was read, and found that the step is missing.
    let may = try #require(shell.model.form)
    #expect(!may.isSaving && may.lines["balance"]?.isEmpty == true && may.errors["step"] != nil)
  }

  @Test("a step is not saved with the balance of a day that cannot be read: the form says why")
  func balanceUnread() throws {
    let why = Phrase("De schijf antwoordt niet.", "The disk does not answer.")
    let theatre = try Theatre.onTask(StagedTask(unread: why))
    defer { theatre.close() }
    theatre.press(.character("t"))
    let fields = try #require(theatre.shell.model.form).fields
    theatre.shell.model.form?.focus = try #require(fields.firstIndex { $0.name == "day" })
    theatre.type("2026-09-01")
    theatre.press(.tab)
    let left = try #require(theatre.shell.model.form)
    #expect(left.error == why.nl && left.lines["balance"]?.isEmpty == true && left.noteOfBalance == nil)
    theatre.press(.control("s"))
    let saved = try #require(theatre.shell.model.form)
    #expect(saved.error == why.nl && !saved.isSaving && saved.errors.isEmpty)
  }

  @Test("what is likely a slip is asked again with the reason, and saving once more posts it all the same")
  func askedAgain() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.character("c"))
    func put(_ text: String, in name: String) throws {
      let fields = try #require(theatre.shell.model.form).fields
      theatre.shell.model.form?.focus = try #require(fields.firstIndex { $0.name == name })
      theatre.press(.control("u"))
      theatre.type(text)
    }
    func asked() -> String? { theatre.shell.model.form?.errors["persons"] }
    try put("99999", in: "persons")
    try put("x", in: "reason")
    theatre.press(.control("s"))
    let why = "99.999 is meer dan tien keer het doel van Utrecht in 2026H2 (276); nog eens bewaren boekt het toch"
    #expect(asked() == why && theatre.shell.model.form?.isSaving == false)
    #expect(theatre.shell.model.form?.field?.name == "persons")
    // Another slip is another question.
    try put("88888", in: "persons")
    theatre.press(.control("s"))
    #expect(asked()?.hasPrefix("88.888 ") == true)
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form == nil)
  }

  @Test("without a posting of one's own there is nothing to take back")
  func nothingOwn() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    try theatre.casebook.post(
      [.correction(.init(StagedTask.period, "GM0344", 2, reason: "x"))], by: Actor("l.smit"), source: .screen,
      rules: .builtIn, today: Theatre.today)
    theatre.press(.character("4"), .character("u"))
    #expect(theatre.shell.model.status?.text == Words.nothingToUndoTask.nl)
  }

  @Test("who may only read is refused every posting, with the reason")
  func readOnly() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.shell.model.isReadOnly = true
    theatre.press(.character("c"))
    #expect(theatre.shell.model.form == nil)
    #expect(theatre.shell.model.status?.text == Words.readOnly.text(.nl))
  }

  // MARK: - Drawing
}
