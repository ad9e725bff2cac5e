import Journey
import Testing
@testable import Quota

// Steps of the province take the figures of their day.
extension TaskActTests {
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

  @Test("a step is chosen from the ladder as it was on its day; one that was not there then is refused in words")
  func ladderOfTheDay() {
    var telling = TaskTelling()
    telling.rules = rulebook(
      (
        "  - {id: signal, nl: 1 signaleren,",
        """
          - {id: warn, nl: waarschuwen, en: warn, valid-until: 2020-01-01, source: x}
          - {id: signal, valid-from: 2020-01-01, nl: 1 signaleren,
        """
      ))
    let scene = Self.scene(telling)
    func first(_ day: Day) -> String? { scene.choices("step", on: day)?.first?.code }
    #expect(first(Day(2019, 11, 20)!) == "warn" && first(scene.today) == "signal")
    #expect(Self.refusal(.supervision, ["step": "waarschuwen", "day": "2019-11-20"], scene) == nil)
    let late = Self.refusal(.supervision, ["step": "waarschuwen"], scene)
    #expect(late?.field == "step" && late?.why.nl.contains("\"waarschuwen\" was op") == true)
    #expect(late?.remedy?.nl.contains("1 signaleren") == true)
    let early = Self.refusal(.supervision, ["step": "signal", "day": "2019-11-20"], scene)
    #expect(early?.field == "step" && early?.why.en.contains("no step of the ladder on") == true)
    // Also where no form was filled in.
    let step = TaskEvent.Body.supervision(.init("GM0344", Self.period, step: "warn"))
    let (book, today) = (telling.book, telling.today)
    #expect(book.refusal(step, on: today, telling.rules, today: today)?.field == "step")
    #expect(book.refusal(step, on: Day(2019, 12, 31)!, telling.rules, today: today) == nil)
  }

  @Test("an action is of a desk that the plan had on its day")
  func deskOfTheDay() {
    var telling = TaskTelling()
    telling.rules = rulebook(("{id: civil-affairs,", "{id: civil-affairs, valid-until: 2020-01-01,"))
    let action = ["text": "BSN", "desk": "civil-affairs"]
    #expect(Self.refusal(.action, action, Self.scene(telling))?.field == "desk")
    #expect(Self.refusal(.action, action.merging(["day": "2019-11-20"]) { $1 }, Self.scene(telling)) == nil)
  }
}
