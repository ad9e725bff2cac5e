import Journey
import Testing

@testable import Casebook

@Suite("One act on many dossiers")
struct ManyTests {
  private func note(_ text: String) -> Casebook.ActionOfEach {
    { _ in .record(.noteAdded(.init(text)), on: Sample.today) }
  }

  private func each(
    _ sample: Sample, _ ids: [DossierID], goesOn: (Int) -> Bool = { _ in true },
    _ action: @escaping Casebook.ActionOfEach
  ) throws -> ManyOutcome? {
    try sample.casebook.performEach(
      ids, by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today, goesOn: goesOn, action: action)
  }

  @Test("trying records nothing, and says for whom it holds and why not for the others")
  func trying() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let ids = try (0..<3).map { try sample.register("P\($0)", "Nowak").id }
    try sample.perform(.record(.closed(.init(.leftNetherlands, "")), on: Sample.today), on: ids[1])
    let before = try ids.map { try sample.casebook.dossier($0)?.sequence }
    let outcome = try #require(
      try sample.casebook.tryEach(
        ids, rules: Sample.rules, today: Sample.today,
        action: { _ in .record(.closed(.init(.leftNetherlands, "")), on: Sample.today) }))
    #expect(outcome.done.map(\.id) == [ids[0], ids[2]])
    #expect(outcome.left.map(\.id) == [ids[1]] && outcome.left[0].why != nil)
    #expect(outcome.act == nil)
    #expect(try ids.map { try sample.casebook.dossier($0)?.sequence } == before)
  }

  @Test("all of it is one act, which is taken back as one")
  func oneAct() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let ids = try (0..<40).map { try sample.register("P\($0)", "Nowak").id }
    let outcome = try #require(try each(sample, ids, note("brief")))
    let act = try #require(outcome.act)
    for id in ids { #expect(try sample.casebook.dossier(id)?.story.last?.act == act) }
    let back = try #require(try each(sample, ids) { _ in .undo(act: act) })
    #expect(back.done.count == 40 && back.act != act)
    for id in ids { #expect(try sample.casebook.dossier(id)?.takenBack.count == 1) }
    #expect(try sample.casebook.check(rules: Sample.rules).isSound)
  }

  @Test("a story alone tells what was done in several together from what was done in one, and from opening it")
  func toldApart() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let ids = try (0..<3).map { try sample.register("P\($0)", "Nowak").id }
    try sample.perform(.record(.noteAdded(.init("alleen")), on: Sample.today), on: ids[0])
    let act = try #require(try each(sample, ids, note("brief"))?.act)
    let dossier = try #require(try sample.casebook.dossier(ids[0]))
    #expect(dossier.story.map { dossier.wasDoneInSeveral($0.act) } == [false, false, true])
    #expect(try sample.casebook.dossier(ids[2])?.wasDoneInSeveral(act) == true)
  }

  @Test("what is ended half-way leaves nothing behind")
  func ended() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let ids = try (0..<40).map { try sample.register("P\($0)", "Nowak").id }
    let outcome = try each(sample, ids, goesOn: { $0 < 20 }, note("brief"))
    #expect(outcome == nil)
    for id in ids { #expect(try sample.casebook.dossier(id)?.sequence == 1) }
    #expect(try sample.casebook.check(rules: Sample.rules).isSound)
  }

  @Test("a dossier that is named twice is acted on once")
  func twice() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = try sample.register("Rima", "Haddad").id
    let outcome = try #require(try each(sample, [id, id], note("brief")))
    #expect(outcome.done.map(\.id) == [id])
    #expect(try sample.casebook.dossier(id)?.sequence == 2)
    #expect(try sample.casebook.check(rules: Sample.rules).isSound)
  }

  @Test("a full disk records it for nobody")
  func full() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let ids = try (0..<40).map { try sample.register("P\($0)", "Nowak").id }
    try sample.room(1)
    #expect(throws: CasebookFailure.self) { try each(sample, ids, note(String(repeating: "brief ", count: 5000))) }
    try sample.room(1_000_000)
    for id in ids { #expect(try sample.casebook.dossier(id)?.sequence == 1) }
  }
}
