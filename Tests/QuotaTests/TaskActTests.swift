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

  @Test("a step of the province takes balance and excuse of the moment with it")
  func supervision() throws {
    let scene = Self.province([Day(2026, 8, 1)!: 1])
    guard case .supervision(let step) = try Self.post(.supervision, ["step": "notice", "letter": "x/1"], scene) else {
      Issue.record("another posting")
      return
    }
    #expect((step.balance, step.excusable, step.step) == (-9, 7, "notice"))
  }

  /// Utrecht with a task of 10 of whom 3 were linked by the reference date.
  private static func province(_ housed: [Day: Int], published: Int? = nil, corrected: Int? = nil) -> TaskScene {
    var telling = TaskTelling()
    telling.post(
      .targets(.init(period, referenceDate: period.first, ["GM0344": .init(target: 10, balanceBefore: 0)])),
      .links(.init(period, referenceDate: Day(2026, 10, 1)!, ["GM0344": 3])))
    if let corrected { telling.post(.correction(.init(period, "GM0344", corrected, reason: "later"))) }
    if let published { telling.post(.realised(.init(period, referenceDate: period.next.first, ["GM0344": published]))) }
    var scene = Self.scene(telling)
    scene.ledger = telling.ledger(["GM0344": housed])
    return scene
  }

  @Test("a step of an earlier day takes the balance and the excuse of that day, and none where nobody knows them")
  func supervisionThen() throws {
    func then(_ day: String, _ scene: TaskScene) -> [Int?] {
      let answers = TaskAct.supervision.answers(["step": "notice", "day": day], scene)
      guard case .supervision(let step)? = try? TaskAct.supervision.posting(answers, scene).body else { return [] }
      return [step.balance, step.excusable]
    }
    let housed = [Day(2026, 8, 1)!: 1, Day(2026, 11, 10)!: 4]
    let scene = Self.province(housed)
    #expect(then("2027-02-01", scene) == [-5, 7])
    #expect(then("2026-11-10", scene) == [-5, 7])
    #expect(then("2026-11-09", scene) == [-9, 7])
    #expect(then("2026-09-30", scene) == [-9, 0], "before the reference date nobody knows how many will be linked")
    #expect(then("2026-06-30", scene) == [nil, nil], "before the half-year began")
    // Of which months the others were housed in is not known.
    let published = Self.province(housed, published: 8)
    #expect(then("2027-02-01", published) == [-2, 7])
    #expect(then("2026-11-09", published) == [nil, nil])
    #expect(then("2026-11-09", Self.province(housed, published: 5)) == [-9, 7])
    let corrected = Self.province(housed, corrected: 2)
    #expect(then("2027-03-01", corrected) == [-7, 9])
    #expect(then("2026-11-09", corrected) == [-9, 7])
    // What was typed stands.
    #expect(TaskAct.supervision.answers(["balance": "-1", "day": "2026-11-09"], scene)["balance"] == "-1")
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

  @Test("a shift of more than there is to hand over is refused; what one does where there is no target is said")
  func shiftOfTooMany() throws {
    var telling = TaskTelling()
    telling.post(
      .targets(.init(Self.period, referenceDate: Self.period.first, ["GM0344": .init(target: 12, balanceBefore: -3)])))
    func shift(_ persons: Int) -> Refusal? {
      var scene = Self.scene(telling)
      scene.ledger = telling.ledger()
      let answers = ["to": "Zeist", "persons": "\(persons)", "agreement": "brief 7"]
      do throws(Refusal) {
        _ = try Self.post(.shift, answers, scene)
        return nil
      } catch { return error }
    }
    #expect(shift(15) == nil)
    #expect(shift(16)?.field == "persons")
    #expect(shift(16)?.why.nl == "Utrecht heeft in 2026H2 15 personen om over te dragen.")
    telling.post(.shift(.init(Self.period, from: "GM0344", to: "GM0355", 10, agreement: "brief 7")))
    #expect(shift(5) == nil && shift(6) != nil)
    let notes = telling.line("GM0355", Self.period).notes.map(\.words.nl)
    #expect(notes.contains("verschoven +10: dat telt pas in een opgave als er een doel is"))
  }

  @Test("what a lead or a correction took off cannot be handed over: a shift leaves a task of nothing at least")
  func shiftOfWhatIsLeft() throws {
    var telling = TaskTelling()
    func most(_ telling: TaskTelling) -> Int? {
      (0...40).last { persons in
        var scene = Self.scene(telling)
        scene.ledger = telling.ledger()
        let answers = ["to": "Zeist", "persons": "\(persons)", "agreement": "brief 7"]
        return (try? Self.post(.shift, answers, scene)) != nil
      }
    }
    func target(_ before: Int) -> TaskEvent.Body {
      .targets(
        .init(Self.period, referenceDate: Self.period.first, ["GM0344": .init(target: 20, balanceBefore: before)]))
    }
    telling.post(target(8))
    #expect(most(telling) == 12, "of a target of 20 a lead of 8 did some already")
    telling.post(.correction(.init(Self.period, "GM0344", -5, reason: "dubbel")))
    #expect(most(telling) == 7)
    telling.post(.shift(.init(Self.period, from: "GM0344", to: "GM0355", 7, agreement: "brief 7")))
    #expect(telling.line("GM0344", Self.period).task == 0 && most(telling) == nil)
  }

  @Test("a task below nothing is real, and it is said whether a lead or a correction made it so")
  func taskBelowZero() {
    func words(_ before: Int, _ correction: Int) -> String? {
      var telling = TaskTelling()
      telling.post(
        .targets(
          .init(Self.period, referenceDate: Self.period.first, ["GM0344": .init(target: 20, balanceBefore: before)])))
      if correction != 0 { telling.post(.correction(.init(Self.period, "GM0344", correction, reason: "dubbel"))) }
      let line = telling.line("GM0344", Self.period)
      #expect(line.notes.contains { $0.words == line.taskBelowZero } == (line.task < 0))
      return line.taskBelowZero?.nl
    }
    #expect(words(20, 0) == nil && words(0, -20) == nil)
    #expect(words(24, 0)?.hasPrefix("opgave -4: de voorsprong vooraf is groter dan het doel") == true)
    #expect(words(0, -24)?.hasPrefix("opgave -4: correctie en verschuiving nemen meer weg") == true)
  }

  @Test("the log says of a posting where, how many and what, and of one that takes back what it took back")
  func log() throws {
    var telling = TaskTelling()
    telling.post(.shift(.init(Self.period, from: "GM0307", to: "GM0355", 5, agreement: "overleg 26 november")))
    telling.post(.supervision(.init("GM0355", Self.period, step: "information", letter: "2026/118")))
    let events = telling.book.events
    #expect(
      events[0].logged(among: PostedActs(events), telling.rules).nl
        == "Verschuiving 5, \(Self.period), van Amersfoort naar Zeist, overleg 26 november")
    #expect(
      events[1].logged(among: PostedActs(events), telling.rules).nl
        == "Zeist: Stap van toezicht 2 informatie opvragen, \(Self.period), 2026/118")
    telling.post(
      .action(.init("GM0355", "zeven woningen", owner: "M. Smit", desk: "corporation", due: Day(2026, 12, 15))),
      .commitment(.init("GM0355", who: "college", "kwartiermaker", budget: 120_000)),
      .supervision(
        .init(
          "GM0355", Self.period, step: "information", term: Day(2026, 12, 1), nextReview: Day(2027, 2, 1),
          balance: -12, excusable: 0)))
    let later = telling.book.events
    #expect(
      later[2...].map { $0.logged(among: PostedActs(later), telling.rules).nl } == [
        "Zeist: Actie: zeven woningen · M. Smit, corporaties · 15 dec 2026",
        "Zeist: Bestuurlijk besluit: college: kwartiermaker, € 120.000",
        "Zeist: Stap van toezicht 2 informatie opvragen, \(Self.period), termijn 1 dec 2026, "
          + "volgende beoordeling 1 feb 2027, saldo toen -12, verschoonbaar 0",
      ])
    telling.post(.undone(.init(events[0].act)))
    let all = telling.book.events
    #expect(
      all[5].logged(among: PostedActs(all), telling.rules).nl
        == "Teruggenomen: Verschuiving 5, \(Self.period), van Amersfoort naar Zeist, overleg 26 november "
        + "(boeking 1 van 1 mrt 2027, door anna)"
    )
    #expect(PostedActs(all).takenBack(all[0])?.nl == "teruggenomen op 1 mrt 2027 door anna")
    #expect(PostedActs(all).takenBack(all[5]) == nil && PostedActs(all).takenBack(all[1]) == nil)
  }

  @Test("of a list the log says how many municipalities and their sum; of one, or in its own account, its number")
  func logOfLists() {
    var telling = TaskTelling()
    let (period, day) = (Self.period, Self.period.first)
    telling.post(
      .targets(
        .init(
          period, referenceDate: day,
          ["GM0344": .init(target: 276, balanceBefore: -41), "GM0355": .init(target: 6)], source: "lijst")),
      .opening(.init(period, ["GM0355": 4], source: "brief")),
      .correction(.init(period, "GM0355", 3, reason: "laat gemeld")))
    let events = telling.book.events
    func logged(_ place: Int, of code: String? = nil) -> String {
      events[place].logged(among: PostedActs(events), telling.rules, of: code).nl
    }
    let facts = "\(period), stand \(day)"
    #expect(logged(0) == "Gepubliceerde taakstelling: \(facts), 2 gemeenten, doel 282, saldo -41, lijst")
    #expect(logged(0, of: "GM0355") == "Zeist: Gepubliceerde taakstelling: \(facts), doel 6, lijst")
    #expect(logged(0, of: "GM0307") == logged(0))
    #expect(logged(1) == "Zeist: Beginsaldo: \(period), saldo +4, brief")
    #expect(logged(2) == "Zeist: Correctie +3, \(period), laat gemeld")
    #expect(events[0].body.places == ["GM0344", "GM0355"] && events[2].body.places == ["GM0355"])
  }

  @Test(
    "of an act of several postings the log says the first and how many more; brought back it says that it holds again")
  func logOfActs() throws {
    var telling = TaskTelling()
    telling.post(
      .goal(.init("GM0355", "geen achterstand")), .goal(.init("GM0355", "elke week overleg")),
      .goal(.init("GM0355", "vijf woningen")))
    telling.post(.undone(.init(telling.book.events[0].act)))
    telling.post(.undone(.init(telling.book.events[3].act)))
    let all = telling.book.events
    let told = all[0].logged(among: PostedActs(all), telling.rules)
    #expect(
      all[3].logged(among: PostedActs(all), telling.rules).nl
        == "Teruggenomen: \(told.nl) en nog 2 boekingen (boeking 1 van 1 mrt 2027, door anna)")
    #expect(
      all[4].logged(among: PostedActs(all), telling.rules).en
        == "Holds again: \(told.en) and 2 more postings (posting 1 of 1 Mar 2027, by anna)")
    #expect(
      PostedActs(all).takenBack(all[0]) == nil
        && PostedActs(all).takenBack(all[3])?.nl.hasPrefix("teruggenomen") == true)
  }
}
