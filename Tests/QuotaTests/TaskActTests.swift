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

  @Test("every act and field answers to its name in both languages")
  func names() {
    for act in TaskAct.allCases {
      for name in [act.rawValue, act.slug.nl, act.slug.en, act.name.nl.uppercased()] {
        #expect(TaskAct(called: name) == act, "\(name)")
      }
      let form = act.fields(Self.scene())
      for field in form {
        #expect(field.option.nl != field.name || field.name == "budget", "\(field.name)")
        for name in [field.option.nl, field.option.en] { #expect(form.called(name) == field, "\(name)") }
      }
    }
    #expect(TaskAct(called: "boete") == nil)
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
    let step = ["step": "notice", "day": "2027-02-01"]
    #expect(Self.refusal(.supervision, step.merging(["term": "2027-01-31"]) { $1 })?.field == "term")
    #expect(Self.refusal(.supervision, step.merging(["term": "2027-02-01"]) { $1 }) == nil)
    #expect(Self.refusal(.need, ["persons": "x"])?.why.nl.contains("verwacht") == true)
    #expect(Self.refusal(.need, ["persons": "-5"])?.why.nl == "\"-5\": niet onder nul.")
    for act in [TaskAct.need, .correction] {
      let refusal = Self.refusal(act, ["persons": "99999999999999", "reason": "x"])
      #expect(refusal?.why.nl == "\"99999999999999\": te groot; ten hoogste 999.999.999.")
      #expect(refusal?.field == "persons")
    }
    for homes in ["-5", "99999"] {
      let refusal = Self.refusal(.homes, ["homes": homes, "source": "x"])
      #expect(refusal?.why.nl == "Verwacht nul of meer woningen, hoogstens 1000 per week." && refusal?.field == "homes")
    }
  }

  @Test("a steering group meets every week at most: none at all is no rhythm")
  func rhythm() throws {
    #expect(Self.refusal(.structure, ["lead": "Bos", "rhythm": "0"])?.field == "rhythm")
    #expect(Self.refusal(.structure, ["lead": "Bos", "rhythm": "1"]) == nil)
    #expect(Self.refusal(.structure, ["lead": "Bos"]) == nil)
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
      "who": "x", "action": "1", "homes": "5", "source": "x", "due": "2027-05-01",
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

  @Test(
    "a figure of a day to come, of a municipality nobody knows or below zero is refused, from a form and from a list")
  func statesRefused() {
    let telling = TaskTelling()
    func refusal(_ body: TaskEvent.Body) -> String? {
      telling.book.refusal(body, on: telling.today, telling.rules, today: telling.today)?.field
    }
    let (late, code) = (telling.today + 1, "GM0344")
    #expect(refusal(.targets(.init(Self.period, referenceDate: late, [code: .init(target: 1)]))) == "as-of")
    #expect(refusal(.opening(.init(Self.period, asOf: late, [code: 1]))) == "as-of")
    #expect(refusal(.links(.init(Self.period, referenceDate: late, [code: 1]))) == "as-of")
    #expect(refusal(.realised(.init(Self.period, referenceDate: late, [code: 1]))) == "as-of")
    let (day, nobody) = (telling.today, [code: 1, "GM9999": 1])
    #expect(refusal(.targets(.init(Self.period, referenceDate: day, ["GM9999": .init(target: 1)]))) == "municipality")
    #expect(refusal(.opening(.init(Self.period, nobody))) == "municipality")
    #expect(refusal(.links(.init(Self.period, referenceDate: day, nobody))) == "municipality")
    #expect(refusal(.realised(.init(Self.period, referenceDate: day, nobody))) == "municipality")
    #expect(refusal(.targets(.init(Self.period, referenceDate: day, [code: .init(realised: -1)]))) == "persons")
    #expect(refusal(.links(.init(Self.period, referenceDate: day, [code: -1]))) == "persons")
    #expect(refusal(.realised(.init(Self.period, referenceDate: day, [code: -1]))) == "persons")
    // A former municipality in a list goes to the one it ended up in.
    #expect(refusal(.realised(.init(Self.period, referenceDate: day, ["GM0001": 1]))) == nil)
    #expect(Self.refusal(.realised, ["persons": "4", "as-of": "2027-12-31"])?.field == "as-of")
  }

  @Test("links posted before the reference date are of today")
  func earlyLinks() throws {
    var telling = TaskTelling()
    telling.today = Day(2026, 9, 1)!
    #expect(
      try Self.post(.links, ["persons": "42"], Self.scene(telling))
        == .links(.init(Self.period, referenceDate: telling.today, ["GM0344": 42])))
  }

  @Test(
    "a figure of a former municipality alone is refused: it would replace that of the whole",
    arguments: [TaskAct.target, .opening, .realised, .links])
  func formerMunicipality(act: TaskAct) {
    let refusal = Self.refusal(act, ["municipality": "Winsum", "persons": "4"])
    #expect(refusal?.field == "municipality")
    #expect(refusal?.remedy?.en.contains("Het Hogeland") == true)
    #expect(Self.refusal(act, ["municipality": "Het Hogeland", "persons": "4"]) == nil)
  }

  @Test("an opening balance is of the day it says, so that a later state takes its place")
  func openingAsOf() throws {
    var telling = TaskTelling()
    telling.post(try Self.post(.opening, ["persons": "-9", "as-of": "2026-06-30"], Self.scene(telling)))
    #expect(telling.line("GM0344", Self.period).balanceBefore == -9)
    telling.post(
      .targets(.init(Self.period, referenceDate: Day(2026, 7, 1)!, ["GM0344": .init(target: 5, balanceBefore: -7)])))
    #expect(telling.line("GM0344", Self.period).balanceBefore == -7)
    for asOf in [nil, Day(2026, 6, 30)] {
      let body = TaskEvent.Body.opening(.init(Self.period, asOf: asOf, ["GM0344": -9]))
      let (kind, version, json) = TaskWire().encode(body)
      #expect(TaskWire().decode(kind: kind, version: version, json: json) == body)
      #expect(json.contains("asOf") == (asOf != nil))
    }
  }

  @Test("what was taken back one after the other comes back one after the other, until something else is posted")
  func redoes() {
    var telling = TaskTelling()
    telling.post(.goal(.init("GM0344", "een")))
    telling.post(.goal(.init("GM0344", "twee")))
    let goals = telling.book.effective
    func step(_ act: EventID?) { telling.post(.undone(.init(act!))) }
    func held() -> [TaskEvent] { telling.book.effective.filter { goals.contains($0) } }
    step(telling.book.undoableAct)
    step(telling.book.undoableAct)
    #expect(held().isEmpty && telling.book.undoableAct == nil)
    step(telling.book.redoableAct)
    #expect(held() == [goals[0]])
    step(telling.book.redoableAct)
    #expect(held() == goals)
    #expect(telling.book.redoableAct == nil)
    step(telling.book.undoableAct)
    #expect(held() == [goals[0]])
    telling.post(.goal(.init("GM0344", "drie")))
    #expect(telling.book.redoableAct == nil)
  }
}
