import Journey
import Testing

@testable import Quota

@Suite("Acts on the task")
struct TaskActTests {
  static let period = HalfYear(2026, 2)

  static func scene(_ telling: TaskTelling = TaskTelling(), _ municipality: String? = "GM0344") -> TaskScene {
    TaskScene(
      book: telling.book, rules: telling.rules, period: period, municipality: municipality, today: telling.today)
  }

  static func post(_ act: TaskAct, _ values: [String: String], _ scene: TaskScene) throws(Refusal) -> TaskEvent.Body {
    try act.posting(act.defaults(scene).merging(values) { $1 }, scene).body
  }

  static func refusal(_ act: TaskAct, _ values: [String: String], _ scene: TaskScene = scene()) -> Refusal? {
    do throws(Refusal) {
      _ = try post(act, values, scene)
      return nil
    } catch { return error }
  }

  @Test("a form filled in posts what it says")
  func posts() throws {
    let scene = Self.scene()
    #expect(
      try Self.post(.correction, ["persons": "-3", "reason": "dubbel geteld"], scene)
        == .correction(.init(Self.period, "GM0344", -3, reason: "dubbel geteld")))
    #expect(
      try Self.post(.shift, ["to": "Zeist", "persons": "4", "agreement": "brief 7"], scene)
        == .shift(.init(Self.period, from: "GM0344", to: "GM0355", 4, agreement: "brief 7")))
    #expect(
      try Self.post(.opening, ["persons": "\u{2212}9"], scene) == .opening(.init(Self.period, ["GM0344": -9])))
    #expect(
      try Self.post(.action, ["text": "intake", "desk": "inburgering", "due": "2027-04-01"], scene)
        == .action(.init("GM0344", "intake", desk: "integration", due: Day(2027, 4, 1))))
    #expect(
      try Self.post(.structure, ["lead": "Bos", "members": "wethouder, corporatie", "rhythm": "4"], scene)
        == .structure(.init("GM0344", lead: "Bos", members: ["wethouder", "corporatie"], rhythmWeeks: 4)))
  }

  @Test("links without a day are of the reference date of the half-year")
  func links() throws {
    #expect(
      try Self.post(.links, ["persons": "42"], Self.scene())
        == .links(.init(Self.period, referenceDate: Day(2026, 10, 1)!, ["GM0344": 42])))
  }

  @Test("a step of the province takes balance and excuse of the moment with it")
  func supervision() throws {
    var scene = Self.scene()
    var line = LedgerLine(
      area: .municipality("GM0344"), period: Self.period, target: Target(persons: 10, basis: .needMissing))
    (line.balance, line.excusable) = (-9, 7)
    scene.line = line
    guard case .supervision(let step) = try Self.post(.supervision, ["step": "notice", "letter": "x/1"], scene) else {
      Issue.record("another posting")
      return
    }
    #expect((step.balance, step.excusable, step.step) == (-9, 7, "notice"))
  }

  @Test("what is wrong names its field and what was expected")
  func mistakes() {
    #expect(Self.refusal(.correction, ["persons": "veel", "reason": "x"])?.field == "persons")
    #expect(Self.refusal(.correction, ["persons": "3"])?.field == "reason")
    #expect(Self.refusal(.correction, ["persons": "0", "reason": "x"])?.field == "persons")
    #expect(Self.refusal(.correction, ["persons": "1", "reason": "x", "period": "najaar"])?.field == "period")
    #expect(Self.refusal(.shift, ["to": "Utrecht", "persons": "1", "agreement": "x"])?.field == "to")
    #expect(Self.refusal(.shift, ["to": "Zeist", "persons": "1"])?.field == "agreement")
    #expect(Self.refusal(.goal, ["text": "x", "day": "2030-01-01"])?.field == "day")
    #expect(Self.refusal(.supervision, ["step": "boete"])?.field == "step")
    #expect(Self.refusal(.need, ["persons": "x"])?.why.nl.contains("verwacht") == true)
  }

  @Test("without a task there is nothing to correct or shift")
  func abolished() {
    var telling = TaskTelling()
    telling.rules = rulebook(("publication-days: 91,", "publication-days: 91, valid-until: 2026-07-01,"))
    for act in [TaskAct.correction, .shift] { #expect(act.refusal(Self.scene(telling)) != nil) }
    #expect(TaskAct.goal.refusal(Self.scene(telling)) == nil)
  }

  @Test("only open actions can be ended, and an action that something rests on cannot be taken back")
  func actions() throws {
    var telling = TaskTelling()
    #expect(TaskAct.actionDone.refusal(Self.scene(telling)) != nil)
    telling.post(.action(.init("GM0344", "een")))
    #expect(try Self.post(.actionDone, [:], Self.scene(telling)) == .actionDone(.init(1)))
    let first = telling.book.undoableAct!
    telling.post(.actionDone(.init(1)))
    #expect(telling.book.refusal(.undone(.init(first)), on: telling.today, telling.rules, today: telling.today) != nil)
    #expect(telling.book.refusal(.actionDone(.init(1)), on: telling.today, telling.rules, today: telling.today) != nil)
  }

  @Test("every act has words in both languages, and its required fields are enough", arguments: TaskAct.allCases)
  func complete(act: TaskAct) throws {
    var telling = TaskTelling()
    telling.post(.action(.init("GM0344", "een")))
    #expect(!act.name.nl.isEmpty && !act.help.en.isEmpty)
    let scene = Self.scene(telling)
    let filled = [
      "persons": "4", "reason": "x", "to": "Zeist", "agreement": "x", "step": "signal", "lead": "x", "text": "x",
      "who": "x", "action": "1", "due": "2027-05-01",
    ]
    let asked = Set(act.fields(scene).filter(\.required).map(\.name))
    _ = try Self.post(act, filled.filter { asked.contains($0.key) }, scene)
  }

  @Test("numbers are read with their sign, as people write them")
  func numbers() {
    #expect(SignedNumber.read("-1.810") == -1810)
    #expect(SignedNumber.read("+4") == 4)
    #expect(SignedNumber.read("17 590 672") == 17_590_672)
    for text in ["", "-", "4.5", "1.23", "abc", "--4", "4-"] { #expect(SignedNumber.read(text) == nil, "\(text)") }
  }

  @Test("a book says what it was told last, and not what was replaced since")
  func says() {
    var telling = TaskTelling()
    let (first, second) = (
      TaskEvent.Body.nationalNeed(.init(Self.period, 1)), TaskEvent.Body.nationalNeed(.init(Self.period, 2))
    )
    telling.post(first)
    #expect(telling.book.says(first))
    telling.post(second)
    #expect(!telling.book.says(first) && telling.book.says(second))
    telling.post(.correction(.init(Self.period, "GM0344", 1, reason: "x")))
    #expect(!telling.book.says(.correction(.init(Self.period, "GM0344", 1, reason: "x"))))
  }
}
