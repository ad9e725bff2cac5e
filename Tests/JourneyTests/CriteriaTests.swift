import Testing

@testable import Journey

@Suite("Places of criteria")
struct CriteriaTests {
  /// What is recorded when the form of the needs is saved as it stands, but for what is given.
  private func saved(_ known: [Criterion], _ given: [String: String] = [:]) throws -> [Criterion] {
    var story = try Telling.searching()
    try story.tell(.needsSet(.init(needs: Needs(rooms: 3), criteria: known)), "2026-10-01")
    let values = Act.needs.completed(given, story.dossier, story.rules, today: story.today)
    let action = try Act.needs.action(
      values.merging(["rooms": "4"]) { $1 }, story.dossier, story.rules, today: story.today, other: nil, newID: nil)
    try story.act(action)
    return story.dossier.criteria
  }

  @Test("a criterion keeps the place it has when the form is saved as it stands, a soft one too")
  func kept() throws {
    for known in [
      [Criterion(.education, place: "Utrecht")],
      [Criterion(.treatment, place: "GM0344"), Criterion(.network, place: "Soest")],
      [Criterion(.network, place: "Soest"), Criterion(.treatment, place: "GM0344")], [Criterion(.work)],
      [Criterion(.network, place: "Soest"), Criterion(.work, place: "Amersfoort")],
    ] {
      #expect(Set(try saved(known)) == Set(known))
    }
  }

  @Test("a place that is typed is of the hard criterion, and of a soft one that stands alone")
  func typed() throws {
    #expect(try saved([Criterion(.education)], ["place": "Zeist"]) == [Criterion(.education, place: "Zeist")])
    let both = [Criterion(.treatment, place: "GM0344"), Criterion(.network, place: "Soest")]
    #expect(
      Set(try saved(both, ["place": "Zeist"])) == [
        Criterion(.treatment, place: "Zeist"), Criterion(.network, place: "Soest"),
      ])
  }
}
