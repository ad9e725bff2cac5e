import Chance
import Testing

@testable import Journey

@Suite("The share sheet")
struct ShareSheetTests {
  /// What a dossier knows for a field, as texts that would give it away; read straight from the dossier.
  private func secrets(_ field: SheetField, _ d: Dossier, _ rules: Rulebook) -> [String] {
    let words: [String?] =
      switch field {
      case .names: d.persons.flatMap { [$0.fullName, $0.given, $0.surname] }
      case .birthDate:
        d.persons.compactMap(\.birth).flatMap { birth in
          [birth.day == nil ? nil : DayText.dated(birth.earliest, .nl), birth.description]
        }
      case .sex: d.persons.contains { $0.sex == .female } ? ["vrouw"] : []
      case .relation: ["hoofdpersoon"]
      case .vNumber: d.persons.map { $0.vNumber?.rawValue }
      case .bsn: d.persons.map { $0.bsn?.rawValue }
      case .guardianship: d.persons.contains { $0.guardianship == .fosterFamily } ? ["pleeggezin"] : []
      case .language: d.persons.compactMap(\.spoken).map(\.name.nl)
      case .contact: d.persons.map(\.phone) + [d.head?.fullName, d.head?.given, d.head?.surname]
      case .maxRent: [d.needs.maxRent.map { "€ \($0)" }]
      case .features: d.needs.features.map(\.name.nl).filter { $0.count > 6 }
      case .criteria: d.criteria.flatMap { [rules.criteria.named($0.kind.rawValue).nl, $0.place] }
      case .reception: [d.reception]
      case .municipality: [d.municipality.map(Reference.name(ofMunicipality:))]
      case .caseworker: [d.owner]
      case .address: [d.housing?.address, d.offer?.home.address]
      case .landlord: [d.offer?.home.landlord.organisation, d.offer?.home.landlord.name]
      case .rent: [d.offer?.home.rent.map { "€ \($0)" }]
      case .leaseStart: said(d.offer?.lease?.start)
      case .movedIn: said(d.housing?.since)
      case .permitDate: said(d.marks[.household(.permitGranted)])
      case .openSteps: d.standing(rules).steps.filter { $0.isOpen && $0.title.nl.count > 10 }.map(\.title.nl)
      case .age, .size, .rooms, .relatives: []
      }
    return words.compactMap { $0 }.filter { !$0.isEmpty && $0 != "iets" }
  }

  private func said(_ day: Day?) -> [String?] { day.map { [DayText.long($0, .nl), DayText.long($0, .en)] } ?? [] }

  /// Everything people wrote themselves carries this word.
  private let whispered = "GEHEIM"

  private func whisper(_ dossier: Dossier) -> Dossier {
    let doctor = Contact(.other, name: whispered + " dokter")
    return dossier.after([
      .init(
        dossier.stageSince,
        .languageSet(.init(dossier.members.map(\.id), Spoken(.tigrinya, needsInterpreter: true)))),
      .init(dossier.stageSince, .noteAdded(.init(whispered + " asielrelaas"))),
      .init(dossier.stageSince, .stepAdded(.init(whispered + " afspraak", due: nil, owner: Contact(.municipality)))),
      .init(dossier.stageSince, .goalSet(.init(whispered + " doel", by: Day("2027-01-01")))),
      .init(dossier.stageSince, .drawnIn(.init(doctor, for: whispered + " klacht", until: Day("2027-01-01")))),
      .init(dossier.stageSince, .contactMade(.init(doctor, .phone, whispered, next: Day("2027-01-01")))),
      .init(dossier.stageSince, .blockerRaised(.init("other", whispered))),
    ])
  }

  private func family(_ chance: inout Chance) -> [Person] {
    var father = Person.rima
    (father.phone, father.vNumber) = ("06-55512345", VNumber(rawValue: "1234567891"))
    var child = Person(id: PersonID(2), given: "Sami", surname: "Haddad", relation: .child)
    (child.birth, child.phone) = (PartialDate("2015-04-17"), "06-55567890")
    return Bool.random(using: &chance) ? [father, child] : [father]
  }

  @Test("never holds a value of a field its rule does not allow, whatever the story and the rule", arguments: 1...80)
  func nothingMore(seed: UInt64) throws {
    var chance = Chance(seed: seed &* 97)
    let rules = Rulebook.builtIn
    try RandomStoryTests().tell(seed, length: 30, persons: family(&chance)) { _, story in
      guard Int.random(in: 0..<4, using: &chance) == 0, story.dossier.isOpen else { return }
      let dossier = whisper(story.dossier)
      let fields = SheetField.allCases.filter { _ in Int.random(in: 0..<3, using: &chance) == 0 }
      let rule = SheetRule(
        id: "x", name: Phrase(same: "proef"), to: [.school], stages: [],
        persons: Int.random(in: 0..<4, using: &chance) == 0 ? [.schoolAge] : [], fields: fields,
        validity: .init(), ground: Phrase("wet", "law"))
      guard let sheet = try? ShareSheet(dossier, rule, to: Contact(.school), rules, today: story.today) else { return }
      #expect(Set(sheet.fields).isSubset(of: fields))
      let allowed = fields.flatMap { secrets($0, dossier, rules) } + said(story.today).compactMap(\.self)
      for text in [sheet.text(.nl), sheet.text(.en)].map({ $0.joined(separator: "\n") }) {
        #expect(!text.contains(whispered))
        for field in SheetField.allCases where !fields.contains(field) {
          for secret in secrets(field, dossier, rules)
          where text.contains(secret) && !allowed.contains(where: { $0.contains(secret) }) {
            // A day is also the due day of a step that may be told.
            if fields.contains(.openSteps), [.leaseStart, .movedIn, .permitDate].contains(field) { continue }
            // Or the day relatives are expected.
            if fields.contains(.relatives), said(dossier.marks[.relativesExpected]).contains(secret) { continue }
            Issue.record("\(field.rawValue): \(secret) with \(fields.map(\.rawValue))\n\(text)")
          }
        }
      }
    }
  }

  @Test("holds what its rule allows and the dossier knows", arguments: SheetField.allCases)
  func allThatIsAllowed(_ field: SheetField) throws {
    var story = try full()
    if field == .relatives {
      let son = Person(id: PersonID(9), given: "Omar", surname: "Al-Hassan", relation: .child)
      try story.tell(.relativesAnnounced(.init([son], expected: Day("2027-01-05")!)), "2026-10-24")
    }
    if field == .guardianship {
      try story.tell(.guardianshipSet(.init(PersonID(2), .fosterFamily)), "2026-10-24")
    }
    if field == .language {
      try story.tell(.languageSet(.init([PersonID(2)], Spoken(.tigrinya, needsInterpreter: true))), "2026-10-24")
    }
    let rule = SheetRule(
      id: "x", name: Phrase(same: "proef"), to: [.school], stages: [], persons: [], fields: [field],
      validity: .init(), ground: Phrase("wet", "law"))
    let sheet = try ShareSheet(story.dossier, rule, to: Contact(.school), story.rules, today: story.today)
    #expect(sheet.fields == [field])
    let text = sheet.text(.nl).joined(separator: "\n")
    #expect(text.contains("Grond: wet") && sheet.text(.en).contains("Ground: law"))
    for secret in secrets(field, story.dossier, story.rules).prefix(1) { #expect(text.contains(secret)) }
  }

  private func full() throws -> Telling {
    var rima = Person.rima
    (rima.phone, rima.vNumber) = ("06-55512345", VNumber(rawValue: "1234567891"))
    var sami = Person(
      id: PersonID(2), given: "Sami", surname: "Al-Hassan", birth: PartialDate("2015-04-17"), relation: .child)
    sami.bsn = BSN(rawValue: "999993653")
    var story = Telling([rima, sami])
    try story.tell(.permitGranted(.init(.temporary)), "2026-08-28")
    try story.tell(
      .screeningHeld(
        .init(
          needs: Needs(rooms: 3, maxRent: 701, features: [.groundFloor]), criteria: [Criterion(.job, place: "GM0344")])),
      "2026-09-02")
    try story.tell(.linked(.init("GM0344")), "2026-09-11")
    try story.tell(.linkAccepted, "2026-09-14")
    try story.tell(.assigned(.init("j.bakker")), "2026-09-14")
    let mitros = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
    try story.tell(
      .homeAssigned(.init(address: "Dreef 12", landlord: mitros, rooms: 3, rent: 688, features: [.groundFloor])),
      "2026-10-20")
    try story.tell(.leaseSigned(.init(start: Day("2026-11-01")!)), "2026-10-23")
    try story.tell(.moved(.init()), "2026-11-05")
    return story
  }

  @Test("every purpose of the rulebook says what it rests on, and only public bodies get a number")
  func rulebook() {
    let rules = Rulebook.builtIn.together
    #expect(rules.sheets.count >= 9)
    for sheet in rules.sheets {
      #expect(
        !sheet.ground.nl.isEmpty && sheet.ground.nl != sheet.ground.en && !sheet.fields.isEmpty && !sheet.to.isEmpty)
      if sheet.fields.contains(.bsn) || sheet.fields.contains(.vNumber) {
        #expect(Set(sheet.to).isSubset(of: [.municipality, .coa]), "\(sheet.id)")
      }
    }
    let search = rules.sheet("home-search")
    #expect(search?.fields.contains(.names) == false && search?.fields.contains(.birthDate) == false)
  }

  @Test("a party or a stage the purpose does not know is refused, with what would be allowed")
  func refused() throws {
    let story = try full()
    func why(_ purpose: String, _ party: PartyID) -> Refusal? {
      do throws(Refusal) {
        _ = try ShareSheet(story.dossier, purpose, to: Contact(party), story.rules, today: story.today)
        return nil
      } catch { return error }
    }
    #expect(why("benefit", .municipality) == nil)
    let party = try #require(why("benefit", .corporation))
    #expect(party.field == "party" && party.remedy?.nl.contains("Gemeente") == true)
    let stage = try #require(why("home-search", .corporation))
    #expect(stage.field == "purpose" && stage.remedy?.nl.contains(Stage.search.name.nl) == true)
    let purpose = try #require(why("gossip", .corporation))
    #expect(purpose.remedy?.en.contains("benefit") == true)
  }

  @Test("once linked, a sheet goes to no other municipality than theirs and the one they are handed over to")
  func municipality() throws {
    var story = try Telling.searching()
    func why(_ purpose: String, _ town: String) -> Refusal? {
      do throws(Refusal) {
        let to = Contact(.municipality, organisation: town)
        _ = try ShareSheet(story.dossier, purpose, to: to, story.rules, today: story.today)
        return nil
      } catch { return error }
    }
    #expect(why("match", "Utrecht") == nil && why("match", "gemeente Utrecht") == nil && why("match", "") == nil)
    let elsewhere = try #require(why("match", "Rotterdam"))
    #expect(elsewhere.field == "organisation" && elsewhere.remedy?.nl.contains("Utrecht") == true)
    for town in ["Rotterdam", "Utrecht", ""] { #expect(why("re-link", town)?.field == "purpose") }
    let desk = Contact(.municipality, organisation: "Utrecht")
    let next = Contact(.municipality, organisation: "Amersfoort", name: "K. Smit")
    try story.tell(.handedOver(.init(.relinked, from: desk, to: next, told: "alles")), "2026-09-20")
    #expect(why("re-link", "Amersfoort") == nil && why("re-link", "Rotterdam") != nil)
    try story.tell(.relinked(.init("GM0307", reason: "family")), "2026-09-21")
    #expect(why("re-link", "Amersfoort") == nil && why("re-link", "Utrecht") != nil && why("match", "Utrecht") != nil)
  }

  @Test("the sheet that goes with a handover can be made wherever that handover is expected")
  func sheetsOfHandovers() throws {
    let rules = Rulebook.builtIn.together
    for handover in rules.handovers where !handover.sheet.isEmpty {
      let sheet = try #require(rules.sheet(handover.sheet))
      #expect(sheet.stages.isEmpty || handover.stages.isSubset(of: sheet.stages), "\(handover.change)")
      #expect(sheet.to.contains(handover.to), "\(handover.change)")
    }
  }

  @Test("a school hears of the child and whom to call, not of the parent's number")
  func school() throws {
    let story = try full()
    let sheet = try ShareSheet(story.dossier, "school", to: Contact(.school), story.rules, today: story.today)
    let text = sheet.text(.nl).joined(separator: "\n")
    #expect(text.contains("Sami Al-Hassan, geboren 17 apr 2015") && text.contains("06-55512345"))
    #expect(!text.contains("999990639") && !text.contains("999993653") && !text.contains("1988"))
    #expect(text.contains("1 van het huishouden: dit gaat niet over hen"))
    #expect(text.contains("BSN: mag alleen waar een wet het noemt"))
  }

  @Test("says what nobody knows yet, not what a household may simply not have")
  func unknown() throws {
    let story = try Telling.searching()
    let sheet = try ShareSheet(
      story.dossier, "home-search", to: Contact(.corporation), story.rules, today: story.today)
    #expect(sheet.unknown == [.maxRent])
    #expect(sheet.text(.en).contains("Not known yet: Rent up to"))
    #expect(sheet.text(.en).count { $0.hasSuffix(": not needed for this purpose") } == 1)
  }

  @Test("sharing records which kinds of data went to whom, and never the data")
  func recorded() throws {
    var story = try full()
    let values = ["purpose": "benefit", "party": "municipality", "name": "K. Smit"]
    try story.act(try Act.share.action(values, story.dossier, story.rules, today: story.today))
    let event = try #require(story.dossier.story.last)
    guard case .sheetShared(let shared) = event.body else {
      Issue.record("\(event.body.wireName)")
      return
    }
    #expect(shared.fields.contains("bsn") && shared.to.name == "K. Smit")
    let json = Wire().encode(event.body)
    #expect(!json.contains("999990639") && !json.contains("Rima") && !json.contains("Dreef"))
  }

  @Test("what is recorded as shared is never more than the purpose allows")
  func notMore() throws {
    var story = try full()
    let shared = Event.SheetShared("school", to: Contact(.school), fields: ["names", "bsn"])
    #expect(throws: Refusal.self) { try story.tell(.sheetShared(shared), "2026-11-20") }
  }
}
