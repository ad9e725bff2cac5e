import Journey
import Testing

@testable import Casebook

@Suite("Lessons in the casebook")
struct LessonStoreTests {
  let sample: Sample

  init() throws { sample = try Sample() }

  private let day = Sample.today - 60

  /// A household that searches in a municipality, held up by something.
  private func blocked(_ name: String, _ code: String = "size", in town: String = "GM0344") throws -> DossierID {
    let id = try sample.register("P", name).id
    for body: Event.Body in [
      .permitGranted(.init(.temporary)), .screeningHeld(.init(needs: Needs(features: [.groundFloor]))),
      .linked(.init(town)), .linkAccepted, .blockerRaised(.init(code)),
    ] {
      try sample.perform(.record(body, on: day), on: id)
    }
    return id
  }

  @discardableResult
  private func cleared(_ name: String, after days: Int, _ helped: String?, in town: String = "GM0344") throws
    -> DossierID
  {
    let id = try blocked(name, in: town)
    try sample.perform(.record(.blockerCleared(.init("size", helped: helped)), on: day + days), on: id)
    return id
  }

  private func lessons(_ query: LessonQuery) throws -> [Lesson] {
    try sample.casebook.lessons(query).lessons.map(\.value)
  }

  private func told(_ query: LessonQuery) throws -> [String] {
    try lessons(query).filter { $0.source.isEmpty }.map(\.text.nl)
  }

  @Test("a lesson is found by any of its words, and by the name of its blocker, need or municipality")
  func search() throws {
    defer { sample.remove() }
    try cleared("Nowak", after: 10, "Twee corporaties ruilden woningen.")
    for text in [
      "ruilden", "RUILD", "corporaties woningen", "begane grond", "passend formaat", "utrecht", "ground floor",
    ] {
      #expect(try told(LessonQuery(text: text)).count == 1, "\(text)")
    }
    #expect(try told(LessonQuery(text: "ruilden nergens")).isEmpty)
  }

  @Test("the closest comes first, and the lessons of the household itself are left out")
  func closest() throws {
    defer { sample.remove() }
    try cleared("Nowak", after: 10, "Dichtbij.")
    let other = try blocked("Demir", "rent", in: "GM0363")
    try sample.perform(.record(.blockerCleared(.init("rent", helped: "Ver weg.")), on: day + 5), on: other)
    let own = try blocked("Yilmaz")
    try sample.perform(.record(.lessonLearned(.init("Van onszelf.", blocker: "size")), on: day + 5), on: own)
    let dossier = try #require(try sample.casebook.dossier(own))
    let query = LessonQuery(like: Situation(of: dossier, on: Sample.today), besides: own)
    #expect(try told(query) == ["Dichtbij.", "Ver weg."])
    #expect(try lessons(query).first?.text.nl == "Dichtbij.")
  }

  @Test("what the household itself told takes no place of what others told")
  func ownTakesNoPlace() throws {
    defer { sample.remove() }
    for number in 1...15 { try cleared("H\(number)", after: 10, "Les nummer \(number).") }
    let own = try blocked("Yilmaz")
    func fitting() throws -> Int {
      let dossier = try #require(try sample.casebook.dossier(own))
      let seed = Situation(of: dossier, on: Sample.today)
      return try sample.casebook.lessons(LessonQuery(like: seed, besides: own, limit: .max)).fitting
    }
    let before = try fitting()
    try sample.perform(.record(.lessonLearned(.init("Van onszelf.", blocker: "size")), on: Sample.today), on: own)
    #expect(try fitting() == before && before > 0)
  }

  @Test("what is usual is the median of all that were cleared, known from five on")
  func usual() throws {
    defer { sample.remove() }
    for days in [10, 20, 30, 40] { try cleared("H\(days)", after: days, nil) }
    let id = try blocked("Nowak")
    try sample.perform(.record(.lessonLearned(.init("Nog bezig.", blocker: "size")), on: day + 3), on: id)
    #expect(try lessons(LessonQuery(text: "bezig")).first?.usualDays == nil)
    try sample.perform(.record(.blockerCleared(.init("size", helped: "Snel geregeld.")), on: day + 5), on: id)
    let lesson = try #require(try lessons(LessonQuery(text: "geregeld")).first)
    #expect(lesson.days == 5 && lesson.usualDays == 20 && lesson.daysSaved == 15)
  }

  @Test("use counts by dossier, and undo takes it off again")
  func uses() throws {
    defer { sample.remove() }
    let lesson = Lesson.first[0].id
    let ids = [try blocked("Nowak"), try blocked("Demir")]
    for id in ids { try sample.perform(.record(.lessonUsed(.init(lesson, "Ruilen.")), on: Sample.today), on: id) }
    func uses() throws -> Int? { try lessons(LessonQuery(limit: 500)).first { $0.id == lesson }?.uses }
    #expect(try uses() == 2)
    #expect(try lessons(LessonQuery()).first?.id == lesson)
    let act = try #require(try sample.casebook.dossier(ids[0])?.undoableAct)
    try sample.perform(.undo(act: act), on: ids[0])
    #expect(try uses() == 1)
  }

  @Test("a limit is of different lessons, and how many fit is said whatever the limit")
  func fitting() throws {
    defer { sample.remove() }
    for name in ["Nowak", "Kaya"] { try cleared(name, after: 10, "Twee corporaties ruilden woningen.") }
    try cleared("Demir", after: 20, "De zolder telde mee.")
    let seed = try #require(try sample.casebook.dossier(try blocked("Haddad")))
    func found(_ limit: Int) throws -> LessonsFound {
      try sample.casebook.lessons(
        LessonQuery(like: Situation(of: seed, on: Sample.today), besides: seed.id, limit: limit))
    }
    let all = try found(.max)
    #expect(all.fitting == all.toldOnce.count && all.fitting == all.lessons.count - 1)
    let one = try found(1)
    #expect(one.toldOnce.count == 1 && one.fitting == all.fitting)
  }

  @Test("a solved household shows what helped, as shape; its days are those of the blocker")
  func households() throws {
    defer { sample.remove() }
    let id = try cleared("Nowak", after: 10, "Twee corporaties ruilden woningen.")
    let home = Event.Home(address: "Kanaalstraat 1", features: [.groundFloor])
    try sample.perform(.record(.homeAssigned(home), on: day + 12), on: id)
    let bsn = try #require(BSN(rawValue: "999990639"))
    try sample.perform(.record(.bsnReceived(.init(PersonID(1), bsn)), on: day + 13), on: id)
    try sample.perform(.record(.leaseSigned(.init(start: day + 15)), on: day + 14), on: id)
    try sample.perform(.record(.moved(.init()), on: day + 16), on: id)
    let seed = try #require(try sample.casebook.dossier(try blocked("Demir")))
    let found = try sample.casebook.lessons(LessonQuery(like: Situation(of: seed, on: Sample.today), besides: seed.id))
    let household = try #require(found.households.first)
    #expect(household.value.dossier == id && household.value.days == 10)
    #expect(household.likeness.words.nl.hasPrefix("zelfde knelpunt · begane grond · 1 persoon"))
    #expect(found.helped[id] == "Twee corporaties ruilden woningen.")
    let bare = Situation(stages: [.search], persons: 2...2)
    let near = try sample.casebook.lessons(LessonQuery(like: bare))
    #expect(near.households.map(\.value.dossier) == [id], "nothing holds it up: one near in size is an example")
  }

  @Test("made again from the stories the lessons are the same, and a check has nothing to say")
  func rebuilt() throws {
    defer { sample.remove() }
    try cleared("Nowak", after: 10, "Twee corporaties ruilden woningen.")
    let user = try cleared("Demir", after: 20, nil)
    try sample.perform(.record(.lessonUsed(.init(Lesson.first[0].id, "Ruilen.")), on: Sample.today), on: user)
    let totals = try sample.casebook.read { db in try LessonStore(db: db).totals() }
    #expect(totals.lessons == 1 && totals.days.count == 2 && totals.uses.count == 1)
    #expect(try sample.casebook.check(rules: Sample.rules).isSound)
    try sample.casebook.rebuild(rules: Sample.rules)
    #expect(try sample.casebook.read { db in try LessonStore(db: db).totals() } == totals)
    #expect(try sample.casebook.check(rules: Sample.rules).isSound)
    #expect(try told(LessonQuery(text: "ruilden")) == ["Twee corporaties ruilden woningen."])
  }

  @Test(
    "a check finds what was changed beside the stories, and making anew mends it",
    arguments: [
      "UPDATE lesson SET text = 'anders'", "UPDATE lesson SET days = 1", "DELETE FROM lesson",
      "UPDATE lesson_uses SET uses = 9", "DELETE FROM lesson_use", "UPDATE blocker_days SET count = 7",
      "INSERT INTO solved VALUES (7, 'size', 4, 0, 1, 0, 0, '', 1, 1)",
    ])
  func changed(sql: String) throws {
    defer { sample.remove() }
    let id = try cleared("Nowak", after: 10, "Twee corporaties ruilden woningen.")
    try sample.perform(.record(.lessonUsed(.init(Lesson.first[0].id, "Ruilen.")), on: Sample.today), on: id)
    try sample.sql(sql)
    #expect(try !sample.casebook.check(rules: Sample.rules).isSound)
    try sample.casebook.rebuild(rules: Sample.rules)
    #expect(try sample.casebook.check(rules: Sample.rules).isSound)
  }

  @Test("a casebook of the former format has its lessons after it was opened")
  func former() throws {
    defer { sample.remove() }
    try cleared("Nowak", after: 10, "Twee corporaties ruilden woningen.")
    try sample.former(4)
    let casebook = try Casebook.open(sample.path)
    try casebook.settle(rules: RulesInForce(Sample.rules))
    #expect(try casebook.lessons(LessonQuery(text: "ruilden")).lessons.count == 1)
    #expect(try casebook.check(rules: Sample.rules).isSound)
  }

  @Test("many at once come out as one by one, also what is searched and what is usual")
  func bulk() throws {
    defer { sample.remove() }
    for days in [10, 20, 30, 40, 50] { try cleared("H\(days)", after: days, "Na \(days) dagen gevonden.") }
    let stories = try (1...5).map { serial in
      let id = DossierID(year: 2026, serial: serial)
      return (id, try #require(try sample.casebook.dossier(id)).story)
    }
    let other = try Sample()
    defer { other.remove() }
    try other.casebook.bulk(stories, rules: Sample.rules)
    #expect(
      try other.casebook.read { db in try LessonStore(db: db).totals() }
        == sample.casebook.read { db in try LessonStore(db: db).totals() })
    let found = try other.casebook.lessons(LessonQuery(text: "gevonden")).lessons.filter { $0.value.source.isEmpty }
    #expect(found.count == 5 && found.allSatisfy { $0.value.usualDays == 30 })
    #expect(try other.casebook.check(rules: Sample.rules).isSound)
  }
}
