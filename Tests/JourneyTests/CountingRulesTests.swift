import Testing

@testable import Journey

@Suite("Who counts, and the ages of conditions, as the rulebook says")
struct CountingRulesTests {
  private static let guest =
    "counting:\n  - {id: guest, nl: logeerregeling, en: guest scheme, on: guest, source: proef}\n"

  private func rules(_ old: String, _ new: String) throws -> Rulebook { try TaskRulesTests.read(old, new).get() }

  private func line(_ start: String) throws -> String {
    String(try #require(Rulebook.builtInText.split(separator: "\n").first { $0.hasPrefix("  - {id: \(start), ") }))
  }

  private func person(born: String) -> Person {
    var person = Person.rima
    person.birth = PartialDate(born)
    return person
  }

  /// Linked to Utrecht and taken up.
  private func linked(_ persons: [Person] = [.rima]) throws -> Telling {
    var story = Telling(persons, on: "2026-01-05")
    try story.tell(.permitGranted(.init(.temporary)), "2026-01-10")
    try story.tell(.screeningHeld(.init()), "2026-01-11")
    try story.tell(.linked(.init("GM0344")), "2026-01-12")
    try story.tell(.linkAccepted, "2026-01-13")
    return story
  }

  private func counted(_ day: String, _ rule: String) -> [Realisation] {
    [Realisation(day: Day(day)!, municipality: "GM0344", persons: 1, rule: rule)]
  }

  @Test("where a rule names the guest scheme a guest counts, and not again at the move")
  func guests() throws {
    var story = try linked()
    try story.tell(.guestStayStarted(.init("Bij een oom")), "2026-02-01")
    try story.tell(.ownHomeFound(.init(address: "Markt 1")), "2026-03-01")
    #expect(story.dossier.realisations(.builtIn) == counted("2026-03-01", "moved"))
    #expect(try story.dossier.realisations(rules("counting:\n", Self.guest)) == counted("2026-02-01", "guest"))
  }

  @Test("a guest who is linked later counts from the link on")
  func guestLinked() throws {
    var story = Telling(on: "2026-01-05")
    try story.tell(.permitGranted(.init(.temporary)), "2026-01-10")
    try story.tell(.screeningHeld(.init()), "2026-01-11")
    try story.tell(.guestStayStarted(.init("Bij een oom")), "2026-01-12")
    let rules = try rules("counting:\n", Self.guest)
    #expect(story.dossier.realisations(rules) == [])
    try story.tell(.linked(.init("GM0344")), "2026-01-20")
    #expect(story.dossier.realisations(rules) == counted("2026-01-20", "guest"))
  }

  @Test("the age from which a minor in small-scale reception counts is that of the rulebook")
  func age() throws {
    var story = try linked([person(born: "2012-06-01")])
    try story.tell(.guardianshipSet(.init(PersonID(1), .smallScale)), "2026-02-01")
    #expect(story.dossier.realisations(.builtIn) == [])
    #expect(try story.dossier.realisations(rules("age: 15", "age: 12")) == counted("2026-02-01", "small-scale"))
  }

  @Test("a minor in a small COA unit counts where a rule says so, of any age where it names none")
  func coaUnit() throws {
    var story = try linked([person(born: "2014-06-01")])
    try story.tell(.guardianshipSet(.init(PersonID(1), .coaUnit)), "2026-02-01")
    #expect(story.dossier.realisations(.builtIn) == [])
    let rules = try rules("on: small-scale, age: 15", "on: [small-scale, coa-unit]")
    #expect(story.dossier.realisations(rules) == counted("2026-02-01", "small-scale"))
  }

  @Test(
    "where a lower age takes over, whoever has it counts from that day, and who counted already stays where they were",
    arguments: [("2012-06-01", "2026-05-01"), ("2010-06-01", "2026-02-01"), ("2014-08-01", "2026-08-01")])
  func takesOver(born: String, day: String) throws {
    var story = try linked([person(born: born)])
    try story.tell(.guardianshipSet(.init(PersonID(1), .smallScale)), "2026-02-01")
    try story.tell(.noteAdded(.init("belt maandag terug")), "2026-09-01")
    let old = try line("small-scale")
    let until = old.replacing("valid-from: 2016-01-01", with: "valid-from: 2016-01-01, valid-until: 2026-05-01")
    let from = old.replacing("age: 15, valid-from: 2016-01-01", with: "age: 12, valid-from: 2026-05-01")
    let rules = try rules(old, until + "\n" + from)
    #expect(story.dossier.realisations(rules) == counted(day, "small-scale"))
  }

  @Test("of two rules in force on one day the first decides")
  func first() throws {
    var story = try linked([person(born: "2012-06-01")])
    try story.tell(.guardianshipSet(.init(PersonID(1), .smallScale)), "2026-02-01")
    let old = try line("small-scale")
    let younger = old.replacing("age: 15", with: "age: 12").replacing("id: small-scale", with: "id: younger")
    #expect(try story.dossier.realisations(rules(old, old + "\n" + younger)) == [])
    #expect(try story.dossier.realisations(rules(old, younger + "\n" + old)) == counted("2026-02-01", "younger"))
  }

  @Test("without a rule nobody counts; a relocatable home counts as far as a rule names it")
  func noRule() throws {
    var story = try linked()
    try story.tell(.temporaryPlaced(.init(.flex)), "2026-03-01")
    #expect(story.dossier.realisations(.builtIn) == counted("2026-03-01", "moved"))
    #expect(try story.dossier.realisations(rules("own-home-found, flex,", "own-home-found,")) == [])
    var none = Rulebook.builtIn
    none.counting = []
    for kind in Event.TemporaryHome.Kind.allCases {
      var other = try linked()
      try other.tell(.temporaryPlaced(.init(kind)), "2026-03-01")
      try other.tell(.secondMove(.init(address: "Markt 1")), "2026-05-01")
      #expect(other.dossier.realisations(none) == [], "\(kind)")
    }
    for kind in Person.Guardianship.allCases {
      var minor = try linked([person(born: "2010-01-01")])
      try minor.tell(.guardianshipSet(.init(PersonID(1), kind)), "2026-02-01")
      #expect(minor.dossier.realisations(none) == [], "\(kind)")
    }
  }

  private static let relativesEntry =
    "{id: relatives, nl: nareizigers tellen mee, en: joining relatives count, on: relatives"

  @Test(
    "an entry that names nothing that can happen, or an age where none is asked, is a mistake with its line",
    arguments: [
      (Self.relativesEntry, "{id: kin, nl: a, en: a", "id: kin", "on is missing"),
      ("on: har", "on: hotel", "on: hotel", "through-flow"),
      ("on: har", "on: har, age: 15", "on: har, age: 15", "age is only for guest"),
      ("age: 15", "age: old", "age: old", "0 to 120"),
      ("id: pre-school, from: 2", "id: toddler, from: 2", "toddler", "adult"),
      ("id: adult, from: 18", "id: adult, below: 18", "id: adult, below: 18", "from is missing"),
      ("from: 18, below: 67", "from: 18, below: 17", "below: 17", "below is not above from"),
      ("id: pre-school, from: 2", "id: adult, from: 2", "id: adult, from: 18", "overlap"),
      ("id: pre-school, from: 2", "id: adult, from: 2", "id: school-age, from", "pre-school is missing"),
    ])
  func mistakes(old: String, new: String, at: String, word: String) throws {
    guard case .failure(let mistakes) = TaskRulesTests.read(old, new) else {
      Issue.record("'\(new)' was accepted")
      return
    }
    let line = try #require(TaskRulesTests.line(of: at, in: Rulebook.builtInText.replacing(old, with: new)))
    #expect(mistakes.list.contains { $0.line == line && $0.reason.en.contains(word) }, "\(mistakes.list)")
  }

  @Test("an own rulebook of before, whose entries do not say what they count, counts as the built-in one")
  func copiedBefore() throws {
    var text = Rulebook.builtInText
    for part in [", on: small-scale, age: 15", ", on: relatives"] { text = text.replacing(part, with: "") }
    guard case .success(let rules) = Rulebook.read(text) else {
      Issue.record("it was refused")
      return
    }
    #expect(rules.counting == Rulebook.builtIn.counting)
  }

  @Test("whom integration concerns moves with the pension age of the day on which the step arose")
  func pensionAge() throws {
    let story = try linked([person(born: "1959-06-01")])
    func hasIntake(_ rules: Rulebook) -> Bool {
      story.dossier.standing(rules).steps.contains { $0.key == StepKey("intake", person: PersonID(1)) }
    }
    #expect(hasIntake(.builtIn))
    for (day, has) in [("2026-01-13", false), ("2026-01-14", true)] {
      let old = try line("to-integrate")
      let until = old.replacing("below: 67", with: "below: 67, valid-until: \(day)")
      let from = old.replacing("below: 67", with: "below: 65, valid-from: \(day)")
      #expect(try hasIntake(rules(old, until + "\n" + from)) == has, "\(day)")
    }
  }

  @Test("whom a sheet is about goes by the ages of the rulebook")
  func sheet() throws {
    let child = Person(
      id: PersonID(2), given: "Sami", surname: "Al-Hassan", birth: PartialDate("2022-01-01"), relation: .child)
    var story = try linked([.rima, child])
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1")), "2026-02-01")
    func isForSchool(_ rules: Rulebook) -> Bool {
      story.dossier.sheets(rules, today: story.today).contains { $0.id == "school" }
    }
    #expect(!isForSchool(.builtIn))
    #expect(try isForSchool(rules("id: school-age, from: 5", "id: school-age, from: 4")))
  }

  @Test("a rulebook that was copied before ages were data has those of the program")
  func copied() throws {
    var text = Rulebook.builtInText
    let start = try #require(text.firstRange(of: "\nages:\n")).lowerBound
    let end = try #require(text.firstRange(of: "\n\n# Days without contact")).lowerBound
    text.removeSubrange(start..<end)
    let old = try Rulebook.read(text).get()
    #expect(old.ages == Rulebook.builtIn.ages && old.step("school")?.ages == Rulebook.builtIn.step("school")?.ages)
  }
}
