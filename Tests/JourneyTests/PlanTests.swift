import Testing

@testable import Journey

@Suite("The plan of a household")
struct PlanTests {
  private let guide = Contact(.guidance, organisation: "VluchtelingenWerk", name: "P. Jansen")

  private func planned() throws -> Telling {
    var story = try Telling.searching()
    try story.tell(
      .goalSet(.init("Weer als naaister werken", person: PersonID(1), helper: guide, by: Day("2026-12-01"))),
      "2026-10-01")
    return story
  }

  @Test("a goal stands in the household's own words, and its day is a step of whoever helps")
  func goal() throws {
    let story = try planned()
    let plan = story.dossier.plan(story.rules)
    #expect(plan.goals.map(\.words) == ["Weer als naaister werken"] && plan.agreed == nil)
    let step = try #require(story.dossier.standing(story.rules).steps.first { $0.act == .discussGoal })
    #expect(step.owner == guide && step.due?.day == Day("2026-12-01") && step.person == PersonID(1))
  }

  @Test("a goal changes in their words and keeps how it was said before; reached, it is no step any more")
  func changes() throws {
    var story = try planned()
    let number = try #require(story.dossier.goals.first?.number)
    try story.tell(.goalDiscussed(.init(number, .changed, "Een eigen atelier", by: Day("2027-03-01"))), "2026-11-01")
    #expect(story.dossier.goals[0].words == "Een eigen atelier" && story.dossier.goals[0].earlier.count == 1)
    #expect(story.dossier.goals[0].by == Day("2027-03-01"))
    try story.tell(.goalDiscussed(.init(number, .reached, "Het is gelukt")), "2026-11-10")
    #expect(story.dossier.goals[0].state == .reached(Day("2026-11-10")!))
    #expect(!story.dossier.standing(story.rules).steps.contains { $0.act == .discussGoal })
    #expect(throws: Refusal.self) { try story.tell(.goalDiscussed(.init(number, .letGo)), "2026-11-11") }
  }

  @Test("beside the goals stand the open steps by who helps with what, each step once")
  func help() throws {
    let story = try planned()
    let plan = story.dossier.plan(story.rules)
    let steps = story.dossier.standing(story.rules).steps
    let open = Set(steps.filter { $0.isOpen && !$0.overall && $0.act != .discussGoal }.map(\.key))
    let shown = plan.help.flatMap(\.steps).map(\.key)
    #expect(Set(shown) == open && shown.count == open.count)
    #expect(plan.help.contains { $0.who.party == .municipality })
    for help in plan.help { #expect(help.steps.allSatisfy { $0.owner == help.who }) }
  }

  @Test("goals nobody looked at together ask for that; agreed, the next look is a step on its day")
  func agreed() throws {
    var story = try planned()
    func review() -> Standing.Step? { story.dossier.standing(story.rules).steps.first { $0.act == .agreePlan } }
    #expect(review().map { $0.due == nil } == true)
    try story.tell(
      .planAgreed(.init([PersonID(1)], present: "P. Jansen, tolk", next: Day("2027-01-10"))), "2026-11-05")
    #expect(review()?.due?.day == Day("2027-01-10"))
    #expect(story.dossier.plan(story.rules).agreed?.day == Day("2026-11-05"))
    try story.tell(.planAgreed(.init([PersonID(1)])), "2026-11-20")
    #expect(review() == nil)
  }

  @Test("a look that is still to come is in the form of the next one, as it was moved; one that is past is not")
  func nextLook() throws {
    var story = try planned()
    func next(_ today: String) -> String? {
      Act.agreePlan.defaults(story.dossier, story.rules, today: Day(today)!)["next"]
    }
    #expect(next("2026-11-23") == nil)
    try story.tell(.planAgreed(.init([PersonID(1)], next: Day("2027-01-04"))), "2026-11-05")
    #expect(next("2026-11-23") == "2027-01-04" && next("2027-01-04") == nil)
    try story.tell(.stepMoved(.init(Plan.review, to: Day("2027-01-11")!, "vakantie")), "2026-11-06")
    #expect(next("2026-11-23") == "2027-01-11")
    try story.tell(.planAgreed(.init([PersonID(1)], next: Day("2027-02-01"))), "2026-11-20")
    #expect(next("2026-11-23") == "2027-02-01")
    let review = story.dossier.standing(story.rules).steps.first { $0.act == .agreePlan }
    #expect(review?.due?.day == Day("2027-02-01"))
  }

  @Test("a plan is agreed with somebody of the household, and a changed goal has words")
  func refused() throws {
    var story = try planned()
    let number = try #require(story.dossier.goals.first?.number)
    for body in [
      Event.Body.planAgreed(.init([])), .planAgreed(.init([PersonID(9)])),
      .goalDiscussed(.init(number, .changed, " ")), .goalSet(.init("")),
      .planAgreed(.init([PersonID(1)], next: Day("2026-10-01"))),
    ] {
      #expect(throws: Refusal.self, "\(body.wireName)") { try story.tell(body, "2026-11-05") }
    }
  }
}
