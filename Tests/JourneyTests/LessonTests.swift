import Chance
import Testing

@testable import Journey

@Suite("Lessons of a story")
struct LessonTests {
  /// Searching in Utrecht, with something that holds it up from the first of October.
  private func blocked(_ code: String = "size") throws -> Telling {
    var story = try Telling.searching()
    try story.tell(.blockerRaised(.init(code)), "2026-10-01")
    return story
  }

  private func lessons(_ story: Telling) -> [Lesson] { story.dossier.lessons(story.dossier.way(story.rules)) }

  @Test("a blocker that is cleared with what helped is a lesson with its days, stage and shape")
  func cleared() throws {
    var story = try blocked()
    try story.tell(
      .blockerCleared(.init("size", "met Mitros gebeld", helped: "Twee corporaties ruilden.")), "2026-11-01")
    let lesson = try #require(lessons(story).first)
    #expect(lesson.text.nl == "Twee corporaties ruilden." && lesson.days == 31 && lesson.day == Day("2026-11-01"))
    #expect(lesson.situation.blockers == ["size"] && lesson.situation.stages == [.search])
    #expect(lesson.situation.persons == 1...1 && lesson.situation.municipality == "GM0344")
    #expect(lesson.id == LessonID(story.dossier.id, story.dossier.sequence) && lesson.outcome == nil)
  }

  @Test("what helped may be left out, and then there is no lesson")
  func skipped() throws {
    var story = try blocked()
    try story.tell(.blockerCleared(.init("size")), "2026-11-01")
    #expect(lessons(story).isEmpty)
  }

  @Test("a lesson may be told at any time, of a blocker that stands, and of a closed dossier")
  func anyTime() throws {
    var story = try blocked()
    try story.tell(.lessonLearned(.init("Vroeg bellen helpt.", blocker: "size")), "2026-10-10")
    try story.tell(.closed(.init(.leftNetherlands)), "2026-10-20")
    try story.tell(.lessonLearned(.init("Ook daarna.")), "2026-10-21")
    let all = lessons(story)
    #expect(all.map(\.text.nl) == ["Vroeg bellen helpt.", "Ook daarna."])
    #expect(all[0].days == nil && all[0].blocker == "size" && all[1].blocker == nil)
    #expect(all.allSatisfy { $0.outcome == .leftNetherlands })
  }

  @Test("closing tells of the blocker that lasted longest")
  func closing() throws {
    var story = try blocked("rent")
    try story.tell(.blockerRaised(.init("size")), "2026-10-03")
    try story.tell(.blockerCleared(.init("rent")), "2026-10-05")
    try story.tell(.blockerCleared(.init("size")), "2026-10-25")
    try story.tell(.closed(.init(.leftNetherlands, helped: "Samen zoeken.")), "2026-11-01")
    let lesson = try #require(lessons(story).first)
    #expect(lesson.blocker == "size" && lesson.days == 22)
  }

  @Test("a lesson that was taken back, or of a dossier entered in error, is none")
  func takenBack() throws {
    var story = try blocked()
    try story.tell(.lessonLearned(.init("Vroeg bellen helpt.")), "2026-10-10")
    var error = story
    try error.tell(.closed(.init(.enteredInError)), "2026-10-20")
    #expect(lessons(error).isEmpty)
    try story.act(.undo(act: try #require(story.dossier.undoableAct)))
    #expect(lessons(story).isEmpty)
  }

  @Test("a lesson that names somebody who came later is left out")
  func nameCameLater() throws {
    var story = try blocked()
    try story.tell(.lessonLearned(.init("Ook Tariq hielp met zoeken.")), "2026-10-10")
    #expect(lessons(story).count == 1)
    let uncle = Person(id: PersonID(2), given: "Tariq", surname: "Nasser", relation: .sibling)
    try story.tell(.memberAdded(.init(uncle)), "2026-10-12")
    #expect(lessons(story).isEmpty)
  }

  @Test("a lesson is used once in a dossier, not in its own, and undo takes that back")
  func used() throws {
    var story = try blocked()
    let lesson = LessonID(first: "swap-between-corporations")
    try story.tell(.lessonUsed(.init(lesson, "Laat ruilen.")), "2026-10-10")
    #expect(story.dossier.lessonsUsed == [lesson])
    #expect(throws: Refusal.self) { try story.tell(.lessonUsed(.init(lesson, "Laat ruilen.")), "2026-10-11") }
    #expect(throws: Refusal.self) {
      try story.tell(.lessonUsed(.init(LessonID(story.dossier.id, 3), "Zelf.")), "2026-10-11")
    }
    try story.act(.undo(act: try #require(story.dossier.undoableAct)))
    #expect(story.dossier.lessonsUsed.isEmpty)
  }

  @Test("a correction of what helped is held to the same as what helped")
  func corrected() throws {
    var story = try blocked()
    try story.tell(.blockerCleared(.init("size", helped: "Ruilen.")), "2026-11-01")
    let event = try #require(story.dossier.story.last)
    var values = Act.correctionDefaults(of: event, in: story.dossier)
    #expect(values["helped"] == "Ruilen.")
    values["helped"] = "Rima vond het zelf."
    let named = try Act.unblock.correction(of: event, values, in: story.dossier, story.rules, today: story.today)
    #expect(throws: Refusal.self) { try story.act(named) }
    values["helped"] = "Zelf gevonden."
    try story.act(Act.unblock.correction(of: event, values, in: story.dossier, story.rules, today: story.today))
    #expect(lessons(story).map(\.text.nl) == ["Zelf gevonden."])
  }

  @Test(
    "a household with a home is solved: by the blocker that lasted longest, or from permit to home for what it needs")
  func solved() throws {
    var story = try Telling.linked()
    try story.tell(.needsSet(.init(needs: Needs(rooms: 3, features: [.groundFloor]))), "2026-09-12")
    try story.tell(.linkAccepted, "2026-09-14")
    let home = Event.Home(address: "Kanaalstraat 1", rooms: 3, features: [.groundFloor])
    try story.tell(.homeAssigned(home), "2026-10-20")
    try story.tell(.leaseSigned(.init(start: Day("2026-11-01")!)), "2026-10-23")
    #expect(story.dossier.solved(story.dossier.way(story.rules)) == nil)
    try story.tell(.moved(.init()), "2026-11-05")
    let solved = try #require(story.dossier.solved(story.dossier.way(story.rules)))
    #expect(solved.situation.needs == [.groundFloor] && solved.situation.blockers.isEmpty)
    #expect(solved.days == Day("2026-11-05")! - Day("2026-08-28")! && solved.day == Day("2026-11-05"))
  }

  @Test("an event written before lessons were reads as it was, and is written the same")
  func olderPayload() {
    let json = #"{"code":"size","text":"gebeld"}"#
    let body = Wire().decode(kind: "blocker-cleared", version: 1, json: json)
    #expect(body == .blockerCleared(.init("size", "gebeld")) && Wire().encode(body) == json)
  }
}

@Suite("What is like a household")
struct LikenessTests {
  private let seed = Situation(
    blockers: ["size"], stages: [.search], needs: [.groundFloor], persons: 8...8, children: 6, municipality: "GM0344")

  private func lesson(_ name: String, _ situation: Situation, day: String? = nil) -> Lesson {
    Lesson(
      id: LessonID(first: name), text: Phrase(same: name), situation: situation, day: day.flatMap { Day($0) })
  }

  @Test("the reason says in words every part of the score")
  func words() {
    var lesson = lesson("een", seed)
    (lesson.days, lesson.usualDays, lesson.uses) = (31, 48, 3)
    let likeness = lesson.likeness(to: seed)
    #expect(
      likeness.words.nl
        == "zelfde knelpunt · begane grond · 8 personen · fase woning zoeken · zelfde gemeente · 17 dagen sneller dan gebruikelijk · 3 keer gebruikt"
    )
    #expect(
      likeness.score == likeness.reasons.reduce(0) { $0 + $1.points } && likeness.reasons.allSatisfy { $0.points > 0 })
  }

  @Test(
    "the same blocker outweighs needs, needs outweigh size, and size outweighs the stage",
    arguments: [
      (Situation(blockers: ["size"]), Situation(needs: [.groundFloor], persons: 8...8)),
      (Situation(needs: [.groundFloor], persons: 2...2), Situation(persons: 7...7, children: 3)),
      (Situation(persons: 8...8), Situation(stages: [.search])),
      (Situation(stages: [.search]), Situation(blockers: ["rent"], stages: [.linked])),
    ])
  func order(closer: Situation, farther: Situation) {
    let ranked = Lesson.ranked([lesson("ver", farther), lesson("dichtbij", closer)], for: seed)
    #expect(ranked.map(\.value.text.nl) == ["dichtbij", "ver"])
  }

  @Test(
    "a lesson about another blocker says nothing here, nor does one for a size far from its own",
    arguments: [
      (Situation(blockers: ["size", "rent"], persons: 2...2), true), (Situation(needs: [.groundFloor, .lift]), true),
      (Situation(stages: [.search]), true), (Situation(persons: 6...99), true),
      (Situation(blockers: ["rent"], stages: [.search], persons: 8...8), false),
      (Situation(needs: [.quiet], persons: 8...8), false), (Situation(stages: [.search], persons: 1...1), false),
      (Situation(), false),
    ])
  func speaks(situation: Situation, speaks: Bool) {
    #expect(lesson("een", situation).speaks(to: seed) == speaks)
  }

  @Test("without a blocker the stage comes first, and what helped against a blocker in another stage is left out")
  func noBlocker() {
    let seed = Situation(stages: [.search], persons: 3...3, municipality: "GM0344")
    let here = Situation(blockers: ["size"], stages: [.search], persons: 5...5)
    let elsewhere = Situation(blockers: ["size"], stages: [.contract], persons: 3...3, municipality: "GM0344")
    #expect(lesson("a", here).speaks(to: seed) && !lesson("b", elsewhere).speaks(to: seed))
    let general = Situation(persons: 3...3)
    #expect(here.likeness(to: seed).score > general.likeness(to: seed).score)
    #expect(seed.subject { Phrase(same: $0) }.nl == "geen knelpunt · fase woning zoeken · 3 personen")
    #expect(here.subject { Phrase(same: $0) }.nl == "knelpunt size")
  }

  @Test("a lesson about a minor without parents is for none else")
  func minor() {
    let adult = Situation(stages: [.search], persons: 1...1, children: 0)
    let minor = Situation(stages: [.search], persons: 1...1, children: 1)
    let about = Lesson.first.filter(\.situation.isMinorAlone)
    #expect(!about.isEmpty && about.allSatisfy { !$0.speaks(to: adult) && $0.speaks(to: minor) })
  }

  @Test("where nothing holds a household up and its home needs nothing, the stage and size are what is alike")
  func withoutBlocker() {
    let bare = Situation(stages: [.search], persons: 8...8)
    #expect(lesson("een", Situation(blockers: ["rent"], stages: [.search])).speaks(to: bare))
    #expect(!lesson("een", Situation(blockers: ["rent"], stages: [.linked])).speaks(to: bare))
  }

  @Test("of equal lessons the more used comes first, then the later")
  func ties() {
    var used = lesson("gebruikt", seed, day: "2025-01-01")
    used.uses = 1
    let all = [lesson("oud", seed, day: "2025-06-01"), lesson("nieuw", seed, day: "2026-06-01"), used]
    #expect(Lesson.ranked(all, for: seed).map(\.value.text.nl) == ["gebruikt", "nieuw", "oud"])
  }

  @Test("the order does not depend on the order in which they were found", arguments: 1...20 as ClosedRange<UInt64>)
  func stable(seed number: UInt64) {
    var chance = Chance(seed: number)
    let all = Lesson.first.shuffled(using: &chance)
    #expect(Lesson.ranked(all, for: seed).map(\.value.id) == Lesson.ranked(Lesson.first, for: seed).map(\.value.id))
  }

  @Test("a household that shares neither blocker nor need is no example, however near")
  func noExample() {
    let near = SolvedHousehold(
      dossier: DossierID(year: 2026, serial: 2),
      situation: Situation(blockers: ["rent"], stages: [.search], persons: 8...8, municipality: "GM0344"), days: 10,
      day: Day("2026-01-01")!)
    var like = near
    like.situation.needs = [.groundFloor]
    #expect(SolvedHousehold.ranked([near], for: seed).isEmpty && SolvedHousehold.ranked([like], for: seed).count == 1)
  }

  @Test("for a household that nothing holds up one of near size is an example, the ones with its needs first")
  func exampleOfSize() {
    func solved(_ serial: Int, _ situation: Situation) -> SolvedHousehold {
      SolvedHousehold(
        dossier: DossierID(year: 2026, serial: serial), situation: situation, days: 10, day: Day("2026-01-01")!)
    }
    let bare = Situation(stages: [.search], needs: [.groundFloor], persons: 9...9)
    let near = solved(2, Situation(blockers: ["rent"], stages: [.search], persons: 9...9))
    let sharing = solved(3, Situation(stages: [.search], needs: [.groundFloor], persons: 9...9))
    let far = solved(4, Situation(blockers: ["rent"], stages: [.search], persons: 4...4))
    #expect(SolvedHousehold.ranked([near, far, sharing], for: bare).map(\.value) == [sharing, near])
  }

  @Test("days saved are those against what is usual, and unknown where nothing is usual")
  func saved() {
    var lesson = lesson("een", seed)
    lesson.days = 31
    #expect(lesson.daysSaved == nil)
    lesson.usualDays = 20
    #expect(lesson.daysSaved == -11)
    // Longer than usual is no merit.
    #expect(!lesson.likeness(to: nil).words.nl.contains("sneller"))
  }
}

@Suite("Lessons that come with the program")
struct FirstLessonsTests {
  @Test("there are more than twenty, each with its source, both languages and a name of its own")
  func first() {
    let all = Lesson.first
    #expect(all.count > 20 && Set(all.map(\.id)).count == all.count)
    for lesson in all {
      #expect(!lesson.source.isEmpty && lesson.text.nl != lesson.text.en, "\(lesson.id)")
      #expect(lesson.text.nl.count <= KeptOut.longest && lesson.text.en.count <= KeptOut.longest, "\(lesson.id)")
      #expect(KeptOut(Dossier(id: DossierID(year: 2026, serial: 1))).found(in: lesson.text.nl) == nil, "\(lesson.id)")
    }
  }

  @Test("nearly every blocker of the rulebook has one")
  func blockers() {
    let covered = Set(Lesson.first.flatMap(\.situation.blockers))
    let open = Rulebook.builtIn.blockers.map(\.code).filter { !covered.contains($0) }
    #expect(open == ["other"])
  }

  @Test("a mistake is told with its line and what was expected")
  func mistakes() throws {
    let text = """
      lessons:
        - {id: een, nl: a, en: b, source: c, blockers: [sise]}
        - {id: twee, nl: a, en: b, source: c, persons: veel}
        - {id: drie, nl: a, en: b}
      """
    guard case .failure(let mistakes) = Lesson.readFirst(text, .builtIn) else {
      Issue.record("read")
      return
    }
    #expect(mistakes.list.map(\.line) == [2, 3, 4])
    #expect(mistakes.list[0].reason.en.contains("expected one of size, ground-floor"))
    #expect(mistakes.list[1].reason.en.contains("3, 2-4 or 6+"))
  }

  @Test("a field that nobody reads, and a lesson that is there twice, are mistakes with their line")
  func fields() {
    let text = """
      lessons:
        - {id: een, nl: a, en: b, source: c, blocker: [size]}
        - {id: twee, nl: a, en: b, source: c}
        - {id: een, nl: a, en: b, source: c}
      """
    guard case .failure(let mistakes) = Lesson.readFirst(text, .builtIn) else {
      Issue.record("read")
      return
    }
    #expect(
      mistakes.list.map(\.reason.nl) == [
        "onbekend veld \"blocker\": bedoelde u blockers?", "een staat er al (regel 2)",
      ])
    #expect(mistakes.list.map(\.line) == [2, 4])
  }
}
