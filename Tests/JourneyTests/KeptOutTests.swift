import Chance
import Testing

@testable import Journey

@Suite("What a lesson may not hold")
struct KeptOutTests {
  private func story() throws -> Telling {
    var rima = Person.rima
    (rima.vNumber, rima.phone) = (VNumber(rawValue: "1234567890"), "06-12345678")
    var story = Telling([rima])
    try story.tell(.permitGranted(.init(.temporary)), "2026-08-28")
    let wit = Contact(.corporation, organisation: "Mitros", name: "M. van der Wit")
    try story.tell(.contactMade(.init(wit, .phone, "gebeld")), "2026-09-01")
    try story.tell(.assigned(.init("c.vanderleeuw")), "2026-09-01")
    return story
  }

  private func refusal(_ text: String) throws -> Refusal? {
    var story = try story()
    do {
      try story.tell(.lessonLearned(.init(text)), "2026-11-01")
      return nil
    } catch {
      return error as? Refusal
    }
  }

  @Test(
    "names, numbers, dates and addresses are refused, with what was found",
    arguments: [
      ("Rima belde zelf.", "\"rima\""), ("RIMA's moeder hielp.", "\"rima\""), ("Rimas moeder hielp.", "\"rimas\""),
      ("De familie Al Hassan belde.", "\"alhassan\""), ("De Hassans belden.", "\"hassans\""),
      ("Alhassan belde.", "\"alhassan\""), ("Mevrouw Wit ruilde.", "\"wit\""),
      ("Bakker weet het.", "\"bakker\""), ("Vraag van der Leeuw.", "\"vanderleeuw\""),
      ("V-nummer 1234567890 klopte niet.", "V-nummer"), ("Met 123.456.7890 erbij.", "V-nummer"),
      ("BSN 999990639 aangevraagd.", "BSN"), ("BSN 999 990 639 aangevraagd.", "BSN"),
      ("Bel 06-12345678.", "telefoonnummer"), ("Bel +31 6 1234 5678.", "telefoonnummer"),
      ("Mail hulp@mitros.nl.", "mailadres"), ("Zie dossier 2026-004182.", "dossiernummer"),
      ("Zie dossier 2026-17.", "dossiernummer"), ("Sinds 21-03-1988.", "datum"), ("Sinds 21 maart 1988.", "datum"),
      ("Since March 21, 1988.", "datum"), ("Sinds 21-3-88.", "datum"), ("Geboren maart 1988.", "datum"),
      ("Woning op 3531 AB.", "postcode"), ("Woning op 3531ab 12.", "postcode"), ("Kenmerk 7654321.", "lang nummer"),
      ("Bel mevrouw Jansen van Portaal.", "\"mevrouw Jansen\""), ("Dhr. van Dam ruilde.", "\"Dhr van Dam\""),
      ("Woning aan de Molenweg 119.", "Molenweg 119"), ("Buurvrouw Els van boven hielp.", "\"Buurvrouw Els\""),
      ("Fatma Yildiz van de corporatie hielp.", "\"Fatma Yildiz\""),
      ("R. Bos regelde de woning.", "\"R Bos\""), ("Elke week belde J.P. de Boer.", "\"J.P de Boer\""),
      ("k.huisman belde.", "\"k.huisman\""), ("Els de Vries regelde de woning.", "\"Els de Vries\""),
      ("Toen ruilde Ahmed Yildiz van woning.", "\"Ahmed Yildiz\""),
      ("De wethouder Visser belde.", "\"wethouder Visser\""),
      ("De Lange Voorhout 12 kwam vrij.", "Voorhout 12"), ("Op de Dam 4 kwam iets vrij.", "Dam 4"),
      ("Huis nummer 12 aan de Dorpsweg.", "nummer 12 aan de Dorpsweg"),
      ("rima belde", "\"rima\""), ("bel hassan eerst", "\"hassan\""), ("vraag wit van de corporatie", "\"wit\""),
      ("mevrouw de vries belde", "\"mevrouw de vries\""), ("dhr. jansen ruilde", "\"dhr jansen\""),
      ("mevrouw ahmed belde", "\"mevrouw ahmed\""), ("meneer mohamed hielp", "\"meneer mohamed\""),
      ("mevrouw smit ruilde", "\"mevrouw smit\""), ("meneer van der velde hielp", "\"meneer van der velde\""),
      ("bel buurvrouw els eerst", "\"buurvrouw els\""),
    ])
  func refused(text: String, found: String) throws {
    let refusal = try #require(try refusal(text), "\(text) was accepted")
    #expect(refusal.why.nl.contains(found), "\(refusal.why.nl)")
    #expect(refusal.field == "text" && refusal.remedy != nil)
  }

  @Test(
    "an organisation may be named, whoever was filled in as its contact; a person of the dossier in its name may not")
  func organisations() throws {
    #expect(try refusal("Mitros ruilde met Portaal.") == nil)
    var story = try story()
    let filledIn = Contact(.corporation, organisation: "Woonpunt", name: "Woonpunt")
    try story.tell(.contactMade(.init(filledIn, .phone, "gebeld")), "2026-09-02")
    try story.tell(.lessonLearned(.init("Woonpunt hielp met een ruil.")), "2026-11-01")
    #expect(try refusal("Stichting Rima hielp.") != nil)
  }

  @Test(
    "what names nobody is accepted",
    arguments: [
      "Twee corporaties ruilden woningen.", "De witte villa in de buurgemeente.", "In 2026 is 1 woning op 4 te klein.",
      "Het ging sneller: 31 in plaats van 48 dagen.", "De norm 2 + 10 + 2 weken haalden we.", "Op 21 maart begon het.",
      "De heer des huizes hielp.", "Een mevrouw uit de straat. De buren ook.", "Onderweg 3 dagen gewacht.",
      "Een buurvrouw en een collega hielpen.", "Een mevrouw van de balie belde.", "Mevrouw wilde liever beneden.",
      "een meneer van boven hielp", "Een oudere buurman wilde naar een appartement.", "bel altijd eerst de opvang",
      "mevrouw kreeg een tolk", "de buurvrouw helpt nog", "Een meneer van het loket belde.",
      "Team Wonen van de gemeente belde terug.", "Bel Nidos van het begin af.",
      "Woonstichting Rotterdam van de regio ruilde.",
      "Vraag de Belastingdienst om een kopie.", "Woonbeheer Oldambt ruilde.", "Na overleg ruilde Mitros. Portaal ook.",
      "Via Portaal kwamen bij Mitros 2 woningen vrij.", "Bel Eigen Haard in Den Haag.", "Sinds de Wmo 2015 kan dat.",
      "Bel o.a. de Rabobank.", "De Alliantie hielp; plan B. Daarna ging het snel.", "De wethouder. Daarna het college.",
      "Van der gemeente naar de regio.", "Huur van € 950 na toeslag.", "Sinds 2022 en 2023 gaat dat anders.",
    ])
  func accepted(text: String) throws {
    #expect(try refusal(text)?.why.nl == nil)
  }

  @Test("whoever was drawn in, took over or followed is named in no lesson, whatever the capitals")
  func others() throws {
    var story = try story()
    let baker = Contact(PartyID("employer"), organisation: "Bakkerij", name: "Fatima Dogan")
    try story.tell(.drawnIn(.init(baker, for: "rooster")), "2026-09-02")
    for text in ["bel fatima", "DOGAN hielp"] {
      #expect(throws: Refusal.self) { try story.tell(.lessonLearned(.init(text)), "2026-11-01") }
    }
  }

  @Test("a lesson is one line")
  func oneLine() throws {
    #expect(try refusal("Eerst dit.\nDan dat.") != nil)
    #expect(try refusal(String(repeating: "lang ", count: 60)) != nil)
    #expect(try refusal("  ") != nil)
  }

  // MARK: - Whatever the household

  private static let plain = [
    "twee", "corporaties", "ruilden", "woningen", "na", "31", "dagen", "in", "de", "regio", "begane grond", "6 kamers",
    "belde", "zelf", "een", "tolk", "hielp", "sinds", "2025",
  ]
  private static let given = ["Rima", "Ayşe", "Łukasz", "Abdul-Rahman", "Tesfay", "Zoë", "Óscar", "Mehdi"]
  private static let surnames = [
    "Öztürk", "Al-Hassan", "Gebremedhin", "Nowak", "El Amrani", "Šimić", "de Vries", "Demir",
  ]

  /// A piece that names somebody or something of the household, written as people do.
  private func secret(_ persons: [Person], _ contact: Contact, _ id: DossierID, _ chance: inout Chance) -> String {
    let person = chance.one(of: persons)
    let birth = person.birth!
    let spaced = { (digits: String, mark: String) -> String in
      digits.enumerated().map { $0.offset % 3 == 0 && $0.offset > 0 ? mark + String($0.element) : String($0.element) }
        .joined()
    }
    switch chance.roll(14) {
    case 0: return person.given
    case 1: return person.given.uppercased()
    case 2: return Folding.key(person.surname)
    case 3: return person.surname + "s"
    case 4: return person.fullName
    case 5: return String(contact.name.split(separator: " ").last!)
    case 6: return spaced(person.vNumber!.rawValue, chance.one(of: ["", " ", ".", "-", " - "]))
    case 7: return spaced(person.bsn!.rawValue, chance.one(of: ["", " ", ".", "/"]))
    case 8: return chance.one(of: ["06-12345678", "+31 6 12345678", "030 123 45 67", "0031612345678"])
    case 9: return "naam.\(chance.roll(99))@post.nl"
    case 10: return chance.one(of: [id.description, "\(id.year)-\(id.serial)"])
    case 11:
      return chance.one(of: [
        "\(birth.day!)-\(birth.month!)-\(birth.year)", birth.description,
        "\(birth.day!)/\(birth.month!)/\(birth.year % 100)",
        "\(birth.day!) \(DayWordsOfTests.months[birth.month! - 1]) \(birth.year)",
      ])
    case 12: return chance.one(of: ["3531 AB 12", "3531ab 12", "1012 XS"])
    default: return "Kanaalstraat 7"
    }
  }

  @Test("no lesson that is accepted holds a name or number of the household", arguments: 1...300 as ClosedRange<UInt64>)
  func never(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let bsns = ["999990639", "999993653", "999993872"]
    let persons = (1...3).map { number in
      Person(
        id: PersonID(number), given: chance.one(of: Self.given), surname: chance.one(of: Self.surnames),
        birth: PartialDate(year: 1960 + chance.roll(60), month: 1 + chance.roll(12), day: 1 + chance.roll(28)),
        relation: number == 1 ? .head : .child, vNumber: VNumber(rawValue: "123456780\(number)"),
        bsn: BSN(rawValue: bsns[number - 1]))
    }
    var story = Telling(persons)
    try story.tell(.permitGranted(.init(.temporary)), "2026-08-28")
    let contact = Contact(.corporation, organisation: "Mitros", name: chance.one(of: ["M. Visser", "Kees van Dijk"]))
    try story.tell(.waitingSet(.init(contact, "aanbod")), "2026-09-01")
    try story.tell(.guestStayStarted(.init("Kanaalstraat 7")), "2026-09-02")
    for _ in 0..<12 {
      var words = (0...2 + chance.roll(6)).map { _ in chance.one(of: Self.plain) }
      let holds = chance.roll(3) > 0
      if holds { words.insert(secret(persons, contact, story.dossier.id, &chance), at: chance.roll(words.count + 1)) }
      let text = words.joined(separator: " ")
      let decision = try? story.dossier.decide(
        .record(.lessonLearned(.init(text)), on: story.today), rules: story.rules, today: story.today)
      if holds { #expect(decision == nil, "accepted: \(text)") }
    }
  }

  @Test("a text without any of these is accepted", arguments: 1...100 as ClosedRange<UInt64>)
  func otherwise(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let story = try story()
    // A number beside a number may be a longer one: between two stands a word.
    let words = (0...3 + chance.roll(5)).flatMap { _ in [chance.one(of: Self.plain), "en"] }
    let body = Event.Body.lessonLearned(.init(words.joined(separator: " ")))
    #expect(throws: Never.self) {
      try story.dossier.decide(.record(body, on: story.today), rules: story.rules, today: story.today)
    }
  }
}

/// Months as people write them.
private enum DayWordsOfTests {
  static let months = [
    "januari", "feb", "maart", "april", "mei", "juni", "juli", "aug", "september", "okt", "november", "dec",
  ]
}
