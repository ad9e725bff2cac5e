import Testing

@testable import Journey

@Suite("What may happen, and what follows")
struct DecideTests {
  @Test("a household goes from reception to a home, stage by stage")
  func wayHome() throws {
    var story = Telling()
    #expect(story.dossier.stage == .reception)
    try story.tell(.permitGranted(.init(.temporary)), "2026-08-28")
    #expect(story.dossier.stage == .permit)
    try story.tell(.screeningHeld(.init()), "2026-09-02")
    #expect(story.dossier.stage == .profile)
    try story.tell(.linked(.init("GM0344")), "2026-09-11")
    #expect(story.dossier.stage == .linked)
    try story.tell(.linkAccepted, "2026-09-14")
    #expect(story.dossier.stage == .search)
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1")), "2026-10-20")
    #expect(story.dossier.stage == .contract)
    try story.tell(.leaseSigned(.init(start: Day("2026-11-01")!)), "2026-10-23")
    #expect(story.dossier.stage == .moving)
    try story.tell(.moved(.init()), "2026-11-05")
    #expect(story.dossier.stage == .housed)
    #expect(story.dossier.realised == Day("2026-11-05"))
    try story.tell(.addressRegistered, "2026-11-07")
    #expect(story.dossier.stage == .aftercare)
  }

  @Test("an offer that is refused on the day it was made waits for COA's judgement")
  func refusedAtOnce() throws {
    var story = try Telling.offered()
    try story.tell(.offerRefused(.init("too-small")), "2026-10-20")
    #expect(story.dossier.standing(story.rules).turn?.contact.party == .coa)
  }

  @Test("a refused offer waits for COA's judgement; justified, the search goes on")
  func refusal() throws {
    var story = try Telling.offered()
    try story.tell(.offerRefused(.init("too-small")), "2026-10-25")
    #expect(story.dossier.standing(story.rules).turn?.contact.party == .coa)
    #expect(throws: Refusal.self) { try story.tell(.leaseSigned(.init(start: Day("2026-11-01")!)), "2026-10-26") }
    try story.tell(.refusalJudged(.init(.justified)), "2026-10-30")
    #expect(story.dossier.stage == .search)
    #expect(story.dossier.offersRefused == 1)
  }

  @Test("an unjustified refusal ends reception and closes the dossier, which can be reopened")
  func unjustified() throws {
    var story = try Telling.offered()
    try story.tell(.offerRefused(.init("place")), "2026-10-25")
    try story.tell(.refusalJudged(.init(.unjustified)), "2026-10-30")
    #expect(story.dossier.outcome == .receptionEndedAfterRefusal)
    try story.tell(.reopened(.init("accepted")), "2026-11-02")
    #expect(story.dossier.stage == .search)
  }

  @Test("a lease needs the BSN of everybody who moves, and says whose is missing")
  func bsn() throws {
    var person = Person.rima
    person.bsn = nil
    var story = Telling([person])
    try story.tell(.permitGranted(.init(.temporary)), "2026-08-28")
    try story.tell(.linked(.init("GM0344")), "2026-09-11")
    try story.tell(.linkAccepted, "2026-09-14")
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1")), "2026-10-20")
    let refusal = #expect(throws: Refusal.self) {
      try story.tell(.leaseSigned(.init(start: Day("2026-11-01")!)), "2026-10-23")
    }
    #expect(refusal?.why.nl.contains("Rima Al-Hassan") == true)
    try story.tell(.bsnReceived(.init(PersonID(1), BSN(rawValue: "999990639")!)), "2026-10-22")
    try story.tell(.leaseSigned(.init(start: Day("2026-11-01")!)), "2026-10-23")
    #expect(story.dossier.stage == .moving)
  }

  @Test("an offer comes only after the link is taken up, and the refusal says so")
  func tooEarly() throws {
    var story = try Telling.linked()
    let refusal = #expect(throws: Refusal.self) {
      try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1")), "2026-09-20")
    }
    #expect(refusal?.remedy != nil)
  }

  @Test("a re-link closes the old link, keeps its history and starts a new clock")
  func relink() throws {
    var story = try Telling.searching()
    try story.tell(.relinked(.init("GM0307", reason: "family")), "2026-10-01")
    #expect(story.dossier.stage == .linked)
    #expect(story.dossier.formerLinks.map(\.municipality) == ["GM0344"])
    let accept = story.dossier.standing(story.rules).exit
    #expect(accept?.since == Day("2026-10-01"))
  }

  @Test("an own home elsewhere counts where the household lives")
  func ownHome() throws {
    var story = try Telling.searching()
    try story.tell(.ownHomeFound(.init(address: "Dorpsstraat 2", municipality: "GM0307")), "2026-10-10")
    #expect(story.dossier.municipality == "GM0307")
    #expect(story.dossier.stage == .housed)
  }

  @Test("a temporary home is realised once, at the first move")
  func temporary() throws {
    var story = try Telling.searching()
    try story.tell(.temporaryPlaced(.init(.flex, address: "Flexpark 4", until: Day("2027-05-01"))), "2026-10-10")
    #expect(story.dossier.realised == Day("2026-10-10"))
    try story.tell(.secondMove(.init(address: "Kanaalstraat 1")), "2026-11-10")
    #expect(story.dossier.realised == Day("2026-10-10"))
    #expect(story.dossier.housing?.isTemporary == false)
  }

  @Test("a birth before the move raises the number to house; a death lowers it")
  func births() throws {
    var story = try Telling.searching()
    try story.tell(
      .born(.init(Person(id: PersonID(2), given: "Nour", surname: "Al-Hassan", relation: .child))), "2026-10-01")
    #expect(story.dossier.awaitingHome.count == 2)
    try story.tell(.deceased(.init(PersonID(2))), "2026-10-02")
    #expect(story.dossier.awaitingHome.count == 1)
  }

  @Test("relatives abroad are part of the household, and count to house once they are here")
  func reunion() throws {
    var story = try Telling.searching()
    try story.tell(
      .relativesAnnounced(.init([Person(id: PersonID(2), given: "Karim", surname: "Al-Hassan", relation: .partner)])),
      "2026-10-01")
    #expect(story.dossier.members.count == 2)
    #expect(story.dossier.awaitingHome.count == 1)
    try story.tell(.relativesArrived(.init([PersonID(2)], toHome: false)), "2026-11-01")
    #expect(story.dossier.awaitingHome.count == 2)
  }

  @Test("a departure takes two steps: a signal, then its confirmation")
  func absence() throws {
    var story = try Telling.searching()
    #expect(throws: Refusal.self) { try story.tell(.leftUnknown(.init("confirmed")), "2026-10-01") }
    try story.tell(.absenceSignalled(.init("not-reported")), "2026-10-01")
    try story.tell(.leftUnknown(.init("confirmed")), "2026-10-20")
    #expect(story.dossier.outcome == .leftUnknown)
  }

  @Test("nobody turns 18 before the birthday")
  func majority() throws {
    var minor = Person.rima
    minor.birth = PartialDate("2008-12-01")
    var story = Telling([minor])
    try story.tell(.guardianshipSet(.init(PersonID(1), .smallScale)), "2026-08-02")
    #expect(story.dossier.realised == nil, "a guardian is no home yet")
    #expect(throws: Refusal.self) { try story.tell(.cameOfAge(.init(PersonID(1))), "2026-11-20") }
  }

  @Test("undo brings back exactly what there was, and redo brings it back again")
  func undo() throws {
    var story = try Telling.searching()
    let before = story.dossier.standing(story.rules)
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1")), "2026-10-20")
    let after = story.dossier.standing(story.rules)
    try story.act(.undo(act: story.dossier.undoableAct!))
    #expect(story.dossier.standing(story.rules) == before)
    try story.act(.undo(act: story.dossier.redoableAct!))
    #expect(story.dossier.standing(story.rules) == after)
    #expect(story.dossier.redoableAct == nil)
  }

  @Test("what later events rest on cannot be taken back before them")
  func undoOrder() throws {
    var story = try Telling.offered()
    let link = story.dossier.story.first { $0.body.kind == .linked }!
    let refusal = #expect(throws: Refusal.self) { try story.act(.undo(act: link.act)) }
    #expect(refusal?.remedy != nil)
  }

  @Test("a correction changes what an event says and leaves the old event in the story")
  func correction() throws {
    var story = try Telling.linked()
    let link = story.dossier.story.last!
    try story.act(.correct(link.id, .linked(.init("GM0307")), on: link.day, why: "verkeerde gemeente"))
    #expect(story.dossier.municipality == "GM0307")
    #expect(story.dossier.story.contains(link))
  }

  @Test("where nobody is left the dossier is to be closed, whatever lay ahead")
  func nobodyLeft() throws {
    var story = try Telling.offered()
    try story.tell(.leaseSigned(.init(start: Day("2026-12-10")!)), "2026-11-20")
    try story.tell(.deceased(.init(PersonID(1))), "2026-11-22")
    #expect(story.dossier.standing(story.rules).exit?.key == StepKey("nobody-left"))
  }

  @Test("a lease does not start before the offer, and nobody moves in long before it starts")
  func order() throws {
    var story = try Telling.offered()
    #expect(throws: Refusal.self) { try story.tell(.leaseSigned(.init(start: Day("2026-10-01")!)), "2026-10-21") }
    try story.tell(.leaseSigned(.init(start: Day("2026-11-20")!)), "2026-10-23")
    #expect(throws: Refusal.self) { try story.tell(.moved(.init()), "2026-10-25") }
  }

  @Test("numbers are read as people write them")
  func numbers() {
    #expect(Field.number("€ 950") == 950 && Field.number("950,50") == 951 && Field.number("1.250") == 1250)
    #expect(Field.number("1.250,40") == 1250 && Field.number("vier") == nil && Field.number("-4") == nil)
    #expect(Field.number("1500000") == 1_500_000 && Field.number("999999999") == Field.most)
    #expect(Field.number("1000000000") == nil && Field.number("1.000.000.000") == nil)
  }

  @Test("of a number below zero or too great it is said which bound it passes, of any other text that it is none")
  func bounds() {
    let (below, great) = ("niet onder nul", "te groot; ten hoogste 999.999.999")
    for text in ["-5", "\u{2212}5", "-1.250", "€ -950,50"] { #expect(Field.bound(text)?.nl == below, "\(text)") }
    for text in ["99999999999999", "1.000.000.000", "1000000000,50"] {
      #expect(Field.bound(text)?.nl == great, "\(text)")
    }
    for text in ["vier", "4x", "-", "", "4.5", "23-11", "+5"] { #expect(Field.bound(text) == nil, "\(text)") }
    #expect(Field.bound("-99999999999999", isSigned: true)?.nl == great && Field.bound("-4.5", isSigned: true) == nil)
  }

  @Test("persons add up over split and merge")
  func splitMerge() throws {
    let sister = Person(id: PersonID(2), given: "Huda", surname: "Al-Hassan", relation: .sibling)
    var story = Telling([.rima, sister])
    try story.tell(.permitGranted(.init(.temporary)), "2026-08-28")
    try story.tell(.linked(.init("GM0344")), "2026-09-11")
    let new = DossierID(year: 2026, serial: 2)
    let decision = try story.dossier.decide(
      .split([PersonID(2)], into: new, on: story.today, text: ""), rules: story.rules, today: story.today)
    var other = Telling([], on: "2026-08-01")
    other.dossier = Dossier(id: new)
    for entry in decision.others[0].entries { try other.act(.record(entry.body, on: entry.day)) }
    for entry in decision.own { try story.act(.record(entry.body, on: entry.day)) }
    #expect(story.dossier.members.count + other.dossier.members.count == 2)
    #expect(other.dossier.stage == .linked)
    let merge = try story.dossier.decide(.merge(other.dossier, on: story.today), rules: story.rules, today: story.today)
    for entry in merge.own { try story.act(.record(entry.body, on: entry.day)) }
    #expect(story.dossier.members.count == 2)
  }

  @Test("a step that follows from an event is not ticked off by hand")
  func exitStep() throws {
    var story = try Telling.searching()
    #expect(throws: Refusal.self) { try story.tell(.stepDone(.init(StepKey("offer"))), "2026-10-01") }
  }

  @Test("a turn that was said holds until the stage changes")
  func turn() throws {
    var story = try Telling.searching()
    try story.tell(
      .waitingSet(.init(Contact(.corporation, organisation: "Mitros", name: "M. de Wit"), "4 kamers")), "2026-09-20")
    #expect(story.dossier.standing(story.rules).turn?.contact.name == "M. de Wit")
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1")), "2026-10-20")
    #expect(story.dossier.standing(story.rules).turn?.said == false)
  }

  @Test("the offer is due ten weeks after the link, and says so")
  func due() throws {
    let story = try Telling.searching()
    let offer = story.dossier.standing(story.rules).steps.first { $0.key.rawValue == "offer" }
    #expect(offer?.due?.day == Day("2026-11-20"))
    #expect(offer?.due?.term?.name.nl == "10 weken na koppeling")
    #expect(offer?.due?.start == Day("2026-09-11"))
  }

  @Test("a next moment lies on or after the day of the contact itself, also when that is told later")
  func nextMoment() throws {
    var story = try Telling.searching()
    let coa = Contact(.coa)
    do throws(Refusal) {
      try story.tell(.contactMade(.init(coa, .phone, "", next: Day("2026-11-19"))), "2026-11-20")
      Issue.record("taken")
    } catch {
      #expect(error.field == "next")
    }
    try story.tell(.contactMade(.init(coa, .phone, "", next: Day("2026-11-12"))), "2026-11-10")
  }
}
