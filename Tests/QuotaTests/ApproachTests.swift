import Journey
import Testing

@testable import Quota

@Suite("The approach of a municipality")
struct ApproachTests {
  static let code = "GM0344"

  static func approach(_ telling: TaskTelling) -> Approach {
    Approach(code, telling.book, telling.rules, today: telling.today)
  }

  @Test("where nothing was recorded all three lack, in words")
  func nothing() {
    let approach = Self.approach(TaskTelling())
    #expect(approach.parts.allSatisfy { $0.strength == .missing })
    #expect(approach.gaps.map(\.nl).contains("geen besluit van het college vastgelegd"))
    #expect(approach.gaps.map(\.nl).contains("geen projectstructuur vastgelegd"))
  }

  @Test("a steering group that has not met for longer than agreed is said, in weeks")
  func rhythm() {
    var telling = TaskTelling()
    telling.post(
      .structure(.init(Self.code, lead: "M. Bos", members: ["wethouder"], rhythmWeeks: 4, evidence: "z/1")),
      on: telling.today - 200)
    telling.post(.steeringMet(.init(Self.code)), on: telling.today - 63)
    #expect(
      Self.approach(telling).part(.structure).gaps.map(\.nl) == [
        "stuurgroep 9 weken niet bijeen (afgesproken: om de 4)"
      ])
    telling.post(.steeringMet(.init(Self.code)), on: telling.today - 28)
    #expect(Self.approach(telling).part(.structure).strength == .whole)
  }

  @Test("of a steering group is said who leads, who takes part, how often it meets and when it met last")
  func steeringGroup() {
    var telling = TaskTelling()
    telling.post(
      .structure(.init(Self.code, lead: "M. Bos", members: ["wonen", "Mitros"], rhythmWeeks: 4, evidence: "z/1")),
      on: Day(2027, 2, 1)!)
    #expect(
      Self.approach(telling).part(.structure).summary.nl
        == "M. Bos; stuurgroep: wonen, Mitros; om de 4 weken bijeen; geen bijeenkomst vastgelegd")
    telling.post(.steeringMet(.init(Self.code)), on: Day(2027, 2, 20)!)
    telling.post(.steeringMet(.init(Self.code)), on: Day(2027, 2, 10)!)
    let part = Self.approach(telling).part(.structure)
    #expect(part.strength == .whole)
    #expect(part.summary.nl == "M. Bos; stuurgroep: wonen, Mitros; om de 4 weken bijeen; laatst bijeen 20 feb 2027")
    #expect(
      part.summary.en == "M. Bos; steering group: wonen, Mitros; meets every 4 weeks; met last on 20 Feb 2027")
    let logged = telling.book.events[0].logged(among: PostedActs(telling.book.events), telling.rules)
    #expect(logged.nl.hasSuffix(": M. Bos; stuurgroep: wonen, Mitros; om de 4 weken bijeen"))
  }

  @Test("late actions, actions without an owner and desks without one are gaps of the plan")
  func plan() {
    var telling = TaskTelling()
    telling.post(.goal(.init(Self.code, "elk halfjaar halen", evidence: "plan")))
    telling.post(.action(.init(Self.code, "afspraken", owner: "An", desk: "corporation", due: telling.today - 1)))
    telling.post(.action(.init(Self.code, "intake", desk: "integration", due: telling.today)))
    let part = Self.approach(telling).part(.plan)
    #expect(part.strength == .partial)
    #expect(part.summary.nl == "2 acties open, 1 te laat")
    #expect(part.gaps.map(\.nl).contains("1 actie te laat"))
    #expect(part.gaps.map(\.nl).contains("1 actie zonder eigenaar"))
    #expect(
      part.gaps.contains {
        $0.nl.hasPrefix("geen actie van:") && $0.nl.contains("burgerzaken") && !$0.nl.contains("corporaties")
      })
  }

  @Test("the budget of a decision is said with it")
  func budget() {
    var telling = TaskTelling()
    telling.post(.commitment(.init(Self.code, who: "college", "kwartiermaker", budget: 120_000)))
    let part = Self.approach(telling).part(.commitment)
    #expect(part.summary.nl.hasSuffix("kwartiermaker, € 120.000") && part.summary.en.hasSuffix("€120,000"))
  }

  @Test("an action that is done, moved or dropped is so, under the number it was posted as")
  func actions() {
    var telling = TaskTelling()
    telling.post(.action(.init(Self.code, "een", due: telling.today - 1)))
    telling.post(.action(.init(Self.code, "twee", due: telling.today - 1)))
    telling.post(.action(.init(Self.code, "drie", due: telling.today - 1)))
    telling.post(.actionDone(.init(1, evidence: "z/9")))
    telling.post(.actionMoved(.init(2, to: telling.today + 5, reason: "ziek")))
    telling.post(.actionDropped(.init(3, "niet nodig")))
    let actions = Self.approach(telling).actions
    #expect(actions.map(\.number) == [2, 1, 3])
    #expect(actions[0].due == telling.today + 5 && actions[0].moves == 1 && !actions[0].isLate(telling.today))
    #expect(actions[1].done == telling.today && actions[1].evidence == "z/9")
    #expect(!actions[2].isOpen && actions[2].done == nil)
  }

  @Test("a decision without a budget or without evidence has a gap")
  func commitment() {
    var telling = TaskTelling()
    telling.post(.commitment(.init(Self.code, who: "college", "plan vastgesteld")))
    #expect(
      Self.approach(telling).part(.commitment).gaps.map(\.nl) == ["geen budget besloten", "besluit zonder bewijsstuk"])
    telling.post(.commitment(.init(Self.code, who: "raad", "geld erbij", budget: 50_000, evidence: "raad/4")))
    #expect(Self.approach(telling).part(.commitment).strength == .whole)
  }

  @Test("strengths differ by shape, not by colour")
  func shapes() {
    #expect(Set([Approach.Strength.missing, .partial, .whole].map(\.sign)).count == 3)
  }
}
