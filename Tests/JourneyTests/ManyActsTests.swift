import Testing

@testable import Journey

@Suite("One act for many")
struct ManyActsTests {
  @Test("another party said for many brings the person each household has there, not those of the party before")
  func party() throws {
    var story = try Telling.searching()
    let known = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
    try story.tell(.contactMade(.init(known, .phone, "gebeld")), "2026-09-20")
    #expect(Act.wait.defaults(story.dossier, story.rules, today: story.today)["party"] == "municipality")
    let action = try Act.wait.action(
      ofMany: ["party": "corporation", "text": "stand van zaken"], story.dossier, story.rules, today: story.today)
    guard case .record(.waitingSet(let waiting), _) = action else {
      Issue.record("\(action)")
      return
    }
    #expect(waiting.on == known)
  }

  @Test("a step that is something else for another household says so among the choices for all")
  func sharedStep() throws {
    let stories = try ["aanbod", "sleutels"].map { text -> Telling in
      var story = try Telling.searching()
      try story.tell(
        .waitingSet(.init(Contact(.corporation, organisation: "Mitros"), text, until: story.today)), "2026-11-01")
      return story
    }
    let fields = Act.reschedule.fields(ofMany: stories.map(\.dossier), .builtIn, today: stories[0].today)
    guard case .choice(let choices)? = fields.first(where: { $0.name == "step" })?.kind else {
      Issue.record("no steps: \(fields)")
      return
    }
    #expect(choices.first { $0.code == "turn" }?.name.nl == "aanbod (bij een ander iets anders)")
  }

  @Test("a name that was said for all stays, whatever the party")
  func named() throws {
    let story = try Telling.searching()
    let action = try Act.wait.action(
      ofMany: ["party": "corporation", "name": "P. Vos", "text": "aanbod"], story.dossier, story.rules,
      today: story.today)
    guard case .record(.waitingSet(let waiting), _) = action else {
      Issue.record("\(action)")
      return
    }
    #expect(waiting.on.name == "P. Vos" && waiting.on.party == .corporation)
  }
}
