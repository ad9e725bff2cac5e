import Journey
import Testing
@testable import Quota

// Shifts and corrections: what there is to hand over, and a task below nothing.
extension TaskActTests {
  @Test("a shift of more than the target is refused, a backlog apart; what one does where there is no target is said")
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
    #expect(shift(12) == nil)
    #expect(shift(13)?.field == "persons")
    #expect(
      shift(13)?.why.nl
        == "Utrecht heeft in 2026H2 12 personen om over te dragen: alleen het doel wordt verschoven (Huisvestingswet art. 29-2)."
    )
    telling.post(.shift(.init(Self.period, from: "GM0344", to: "GM0355", 10, agreement: "brief 7")))
    #expect(shift(2) == nil && shift(3) != nil)
    let notes = telling.line("GM0355", Self.period).notes.map(\.words.nl)
    #expect(notes.contains("verschoven +10: dat telt pas in een opgave als er een doel is"))
  }

  @Test("a shift rests on a rule of the rulebook: its source is cited, and where none holds it is refused in words")
  func shiftByRule() {
    func refusal(_ change: (String, String)?, _ agreement: String) -> Refusal? {
      var telling = TaskTelling()
      if let change { telling.rules = rulebook(change) }
      return Self.refusal(
        .shift, ["to": "Zeist", "persons": "4", "agreement": agreement], Self.scene(telling))
    }
    let body = TaskEvent.Body.shift(.init(Self.period, from: "GM0344", to: "GM0355", 4, agreement: ""))
    func why(_ rules: Rulebook) -> String? {
      TaskBook().refusal(body, on: Day(2026, 8, 3)!, rules, today: Day(2026, 8, 3)!)?.why.nl
    }
    let source = "source: Huisvestingswet art. 29-2}"
    #expect(
      why(.builtIn) == "Een verschuiving rust op een afspraak van beide gemeenten (Huisvestingswet art. 29-2).")
    #expect(
      why(rulebook((source, "source: Wet van morgen}")))
        == "Een verschuiving rust op een afspraak van beide gemeenten (Wet van morgen).")
    let ended = (source, "valid-until: 2026-07-01, " + source)
    #expect(refusal(nil, "brief 7") == nil)
    #expect(
      refusal(ended, "brief 7")?.why.nl
        == "In 2026H2 kan geen doel worden verschoven: het regelboek heeft daar geen regel voor.")
    #expect(refusal(ended, "brief 7")?.field == "period")
    #expect(refusal((source, "valid-until: 2026-07-02, " + source), "brief 7") == nil)
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
}
