import Testing

@testable import Journey

@Suite("Whose turn it is, and since when")
struct TurnTests {
  private let mitros = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")

  private func turn(_ story: Telling) throws -> Standing.Turn {
    try #require(story.dossier.standing(story.rules).turn)
  }

  /// Who gets the turn by this answer, after a talk with the household.
  private static func turn(by answer: String, in story: Telling) throws -> Contact? {
    let values = ["party": "household", "turn": answer, "text": "gebeld"]
    let action = try Act.contact.action(values, story.dossier, story.rules, today: story.today)
    guard case .record(.contactMade(let made), _) = action else { return nil }
    return made.turn
  }

  @Test("waiting again for the same one keeps the day they got the turn; another one gets it now")
  func again() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(mitros, "aanbod")), "2026-10-01")
    #expect(try turn(story).since == Day("2026-10-01"))
    try story.tell(.waitingSet(.init(Contact(.corporation), "antwoord", until: Day("2026-11-30"))), "2026-11-01")
    #expect(try turn(story).since == Day("2026-10-01") && turn(story).text == "antwoord")
    try story.tell(.waitingSet(.init(Contact(.corporation, organisation: "Portaal"))), "2026-11-10")
    #expect(try turn(story).since == Day("2026-11-10"))
  }

  @Test(
    "after a talk with whoever has the turn it is for the same thing still; with another one nothing is known of it")
  func sameThing() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(mitros, "uitslag van de toewijzing")), "2026-10-01")
    try story.tell(
      .contactMade(.init(mitros, .phone, "nog niets", next: Day("2026-11-02"), turn: mitros)), "2026-10-15")
    #expect(try turn(story).text == "uitslag van de toewijzing")
    #expect(try turn(story).since == Day("2026-10-01") && turn(story).until == Day("2026-11-02"))
    let coa = Contact(.coa)
    try story.tell(.contactMade(.init(coa, .phone, "zij kijken", turn: coa)), "2026-10-20")
    #expect(try turn(story).text.isEmpty)
  }

  @Test("the moment agreed with whoever has the turn is moved as the day of a step is; the next one is new")
  func movedMoment() throws {
    var story = try Telling.searching()
    func step() throws -> Standing.Step {
      try #require(story.dossier.standing(story.rules).steps.first { $0.key == .turn })
    }
    try story.tell(.waitingSet(.init(mitros, "aanbod", until: Day("2026-10-15"))), "2026-10-01")
    let answers = ["step": "turn", "due": "2026-11-30", "text": "M. de Wit is ziek"]
    try story.act(Act.reschedule.action(answers, story.dossier, story.rules, today: story.today))
    #expect(try step().due?.day == Day("2026-11-30") && step().due?.moved == "M. de Wit is ziek")
    let refusal = try Act.done.refusal(of: step(), in: story.dossier, story.rules, today: story.today)
    #expect(refusal != nil, "an answer is recorded, not ticked off")
    try story.tell(.waitingSet(.init(mitros, "aanbod", until: Day("2026-12-15"))), "2026-11-23")
    #expect(try step().due?.day == Day("2026-12-15") && step().due?.moved == nil)
  }

  @Test("a moved moment goes with the turn it was agreed in: whoever had it before keeps the day they agreed on")
  func movedMomentOfAnother() throws {
    var story = try Telling.searching()
    let coa = Contact(.coa)
    try story.tell(.waitingSet(.init(coa, "stukken", until: Day("2026-10-20"))), "2026-10-01")
    try story.tell(.waitingSet(.init(mitros, "aanbod", until: Day("2026-10-25"))), "2026-10-02")
    let given = try #require(story.dossier.story.last)
    let answers = ["step": "turn", "due": "2026-11-10", "text": "M. de Wit is ziek", "day": "2026-10-03"]
    try story.act(Act.reschedule.action(answers, story.dossier, story.rules, today: story.today))
    #expect(try turn(story).until == Day("2026-11-10"))
    try story.act(.undo(act: given.act))
    #expect(try turn(story).contact == coa && turn(story).until == Day("2026-10-20"))
    try story.tell(.noteAdded(.init("x")), "2026-11-01")
    let answered = story.dossier.wayAndAnswers(story.rules).answers
    let all = story.dossier.acquaintances(story.dossier.standing(story.rules), answered)
    let theirs = try #require(all.first { $0.contact == coa })
    #expect(theirs.kept == 0 && theirs.breaches.total == 1 && theirs.breaches.open(on: story.today) == 0)
  }

  @Test("a moved moment that does not say of which turn is of whoever has it, and can be corrected")
  func movedMomentOfBefore() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(mitros, "aanbod", until: Day("2026-10-15"))), "2026-10-01")
    try story.tell(.stepMoved(.init(.turn, to: Day("2026-10-30")!, "ziek")), "2026-10-10")
    #expect(try turn(story).until == Day("2026-10-30"))
    let moved = try #require(story.dossier.story.last)
    var values = Act.correctionDefaults(of: moved, in: story.dossier)
    values["due"] = "2026-10-29"
    try story.act(Act.reschedule.correction(of: moved, values, in: story.dossier, story.rules, today: story.today))
    #expect(try turn(story).until == Day("2026-10-29"))
  }

  @Test("an agreement with somebody of whom neither name nor place was said is called after their party")
  func namelessAgreement() throws {
    var story = try Telling.searching()
    try story.tell(
      .contactMade(.init(Contact(.ind), .phone, "belt terug", next: Day("2026-12-01"))), "2026-10-01")
    let key = try #require(story.dossier.ownSteps.last?.key)
    func title() throws -> Phrase {
      try #require(story.dossier.standing(story.rules).steps.first { $0.key == key }).title
    }
    #expect(try title() == Phrase("Afspraak met IND", "Agreement with IND"))
    try story.tell(.contactMade(.init(Contact(.ind, name: "T. Vos"), .phone)), "2026-10-02")
    #expect(try title().nl == "Afspraak met T. Vos")
  }

  @Test("a household that was said to have the turn is around itself by the name it goes by")
  func household() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(Contact(.household), "antwoord")), "2026-10-01")
    let first = try #require(story.dossier.around(story.dossier.standing(story.rules).turn).first)
    #expect(first.hasTurn && first.contact == Contact(.household, name: "Fam. Al-Hassan"))
  }

  @Test("whoever has the turn by the stage and is then said to have it, has had it since the stage began")
  func byStage() throws {
    var story = try Telling.linked()
    let given = try turn(story)
    #expect(!given.said)
    try story.tell(.waitingSet(.init(given.contact)), "2026-10-01")
    #expect(try turn(story).said && turn(story).since == given.since)
    try story.tell(.waitingSet(.init(given.contact)), "2026-10-08")
    #expect(try turn(story).since == given.since)
    // Back from somebody else it is a new turn.
    try story.tell(.waitingSet(.init(Contact(.ind))), "2026-10-15")
    try story.tell(.waitingSet(.init(given.contact)), "2026-10-22")
    #expect(try turn(story).since == Day("2026-10-22"))
  }

  @Test("whoever waits for the start of a lease waits since the lease was signed, never from a day to come")
  func setDay() throws {
    var story = try Telling.searching()
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1")), "2026-10-20")
    try story.tell(.leaseSigned(.init(start: Day("2026-12-05")!)), "2026-11-20")
    #expect(story.dossier.stage == .moving)
    #expect(try turn(story).since == Day("2026-11-20"))
    #expect(story.dossier.standing(story.rules).exit?.due?.start == Day("2026-12-05"))
  }

  @Test("a stage gives the turn to a kind of party: naming one of them gives it to that one")
  func named() throws {
    var story = try Telling.searching()
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1")), "2026-10-20")
    #expect(try turn(story).contact == Contact(.corporation))
    try story.tell(.waitingSet(.init(mitros)), "2026-11-02")
    #expect(try turn(story).since == Day("2026-11-02"))
  }

  @Test("what is filled in with another party takes that party's person and organisation, unless they are said too")
  func completed() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(mitros, "aanbod")), "2026-10-01")
    let head = story.dossier.contact(at: .household).name
    func answers(_ given: [String: String]) -> [String: String] {
      Act.contact.completed(given, story.dossier, story.rules, today: story.today)
    }
    #expect(answers([:])["name"] == "M. de Wit" && answers(["party": "corporatie"])["name"] == "M. de Wit")
    for party in ["household", "huishouden", "Household"] {
      #expect(answers(["party": party])["name"] == head && answers(["party": party])["organisation"] == "")
    }
    #expect(answers(["party": "household", "name": "Sami"])["name"] == "Sami")
  }

  @Test(
    "what is to be done about an offer is for the corporation that lets the home, though another was spoken to later")
  func landlord() throws {
    var story = try Telling.searching()
    let portaal = Contact(.corporation, organisation: "Portaal", name: "M. de Wit")
    try story.tell(.contactMade(.init(mitros, .phone, "")), "2026-09-20")
    try story.tell(.contactMade(.init(portaal, .phone, "")), "2026-10-01")
    #expect(story.dossier.contact(at: .corporation) == portaal)
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1", landlord: mitros)), "2026-10-20")
    #expect(story.dossier.contact(at: .corporation) == mitros)
    #expect(try turn(story).contact == mitros)
    try story.tell(.offerRefused(.init("too-small")), "2026-10-22")
    #expect(story.dossier.contact(at: .corporation) == portaal)
  }

  @Test("at another organisation than is filled in stands nobody, or whoever the household has there")
  func anotherOrganisation() throws {
    var story = try Telling.searching()
    try story.tell(
      .contactMade(.init(Contact(.corporation, organisation: "Portaal", name: "J. Smit"), .phone, "")), "2026-09-20")
    try story.tell(.contactMade(.init(mitros, .phone, "gebeld")), "2026-10-01")
    func name(_ given: [String: String]) -> String? {
      Act.offer.completed(given, story.dossier, story.rules, today: story.today)["name"]
    }
    #expect(name([:]) == "M. de Wit" && name(["organisation": "mitros"]) == "M. de Wit")
    #expect(name(["organisation": "Portaal"]) == "J. Smit" && name(["organisation": "Woonbeheer"]) == "")
    #expect(name(["organisation": "Woonbeheer", "name": "A. Koster"]) == "A. Koster")
  }

  @Test("after a contact the turn goes to a party, or to somebody the household knows by name")
  func people() throws {
    var story = try Telling.searching()
    try story.tell(.contactMade(.init(mitros, .phone, "gebeld")), "2026-10-01")
    try story.tell(
      .contactMade(.init(Contact(.corporation, organisation: "Portaal", name: "J. Smit"), .phone, "")), "2026-10-02")
    let fields = Act.contact.fields(story.dossier, story.rules, today: story.today)
    guard case .choice(let choices)? = fields.first(where: { $0.name == "turn" })?.kind else {
      Issue.record("no choices")
      return
    }
    let wit = try #require(choices.first { $0.name.nl == "Mitros · M. de Wit" })
    func turn(_ answer: String) throws -> Contact? { try Self.turn(by: answer, in: story) }
    #expect(try turn(wit.code) == mitros && turn(wit.name.nl) == mitros)
    #expect(try turn("corporation")?.organisation == "Portaal")
    #expect(try turn("household") == Contact(.household))
    #expect(throws: Refusal.self) { try turn("A. Niemand@Mitros@corporation") }
  }

  @Test("a turn that goes on without the moment that was agreed says which one lapses, before and after")
  func lapses() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(mitros, "aanbod", until: Day("2026-12-03"))), "2026-10-01")
    let coa = Contact(.coa)
    func lapsing(_ body: Event.Body) -> LapsedMoment? { story.dossier.lapsing(by: body, on: Day("2026-10-15")!) }
    let gone = LapsedMoment(contact: mitros, day: Day("2026-12-03")!)
    #expect(lapsing(.contactMade(.init(coa, .phone, "zij kijken", turn: coa))) == gone)
    #expect(lapsing(.waitingSet(.init(coa))) == gone && lapsing(.reviewed(.init("x", turn: coa))) == gone)
    #expect(lapsing(.contactMade(.init(mitros, .phone, "nog niets", turn: mitros))) == gone)
    // Nobody else has the turn, or the same one has another day.
    #expect(lapsing(.contactMade(.init(coa, .phone, "zij kijken"))) == nil)
    #expect(lapsing(.contactMade(.init(coa, .phone, "", next: Day("2026-12-10"), turn: mitros))) == nil)
    try story.tell(.contactMade(.init(coa, .phone, "zij kijken", turn: coa)), "2026-10-15")
    #expect(story.dossier.lapsedLatest == gone)
    #expect(
      gone.words(story.rules, today: story.today).nl == "de afspraak met M. de Wit (Mitros) op do 3 dec vervalt")
    try story.tell(.noteAdded(.init("x")), "2026-10-16")
    #expect(story.dossier.lapsedLatest == nil)
  }

  @Test("a talk on the day that was agreed is what was agreed: nothing lapses")
  func held() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(mitros, "aanbod", until: Day("2026-10-15"))), "2026-10-01")
    try story.tell(.contactMade(.init(mitros, .phone, "is er", turn: Contact(.coa))), "2026-10-15")
    #expect(story.dossier.lapsedLatest == nil)
  }

  @Test("a talk on that day with another of the same party is not what was agreed")
  func heldElsewhere() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(mitros, "aanbod", until: Day("2026-10-15"))), "2026-10-01")
    let portaal = Contact(.corporation, organisation: "Portaal", name: "J. Smit")
    try story.tell(.contactMade(.init(portaal, .phone, "niets", turn: Contact(.coa))), "2026-10-15")
    #expect(story.dossier.lapsedLatest == LapsedMoment(contact: mitros, day: Day("2026-10-15")!))
  }

  @Test("the beginning of a name is not that name: it is refused, with whose name begins so")
  func beginning() throws {
    var story = try Telling.searching()
    let bosman = Contact(.corporation, organisation: "Mitros", name: "K. Bosman")
    try story.tell(.contactMade(.init(bosman, .phone, "gebeld")), "2026-10-01")
    func turn(_ answer: String) throws -> Contact? { try Self.turn(by: answer, in: story) }
    let refusal = #expect(throws: Refusal.self) { try turn("K. Bos") }
    #expect(refusal?.why.nl == "\"K. Bos\" is een deel van een naam: Mitros · K. Bosman.")
    #expect(try turn("K. Bosman") == bosman && turn("bosman") == bosman && turn("corp")?.party == .corporation)
  }

  @Test("a name, or a part that only one has, says whose turn it is; where it fits several it says whom")
  func byName() throws {
    var story = try Telling.searching()
    try story.tell(.contactMade(.init(mitros, .phone, "gebeld")), "2026-10-01")
    try story.tell(
      .contactMade(.init(Contact(.coa, organisation: "COA Utrecht", name: "B. de Wit"), .phone, "")), "2026-10-02")
    func turn(_ answer: String) throws -> Contact? { try Self.turn(by: answer, in: story) }
    #expect(try turn("M. de Wit") == mitros && turn("b. de wit")?.party == .coa)
    #expect(try turn("utrecht b")?.name == "B. de Wit")
    let refusal = #expect(throws: Refusal.self) { try turn("de wit") }
    #expect(refusal?.why.nl.contains("past op meer: Mitros · M. de Wit, COA Utrecht · B. de Wit") == true)
  }

  @Test("somebody the household did not know can get the turn, and the contact that says so can be corrected")
  func newcomer() throws {
    var story = try Telling.searching()
    let vos = Contact(.corporation, organisation: "Portaal", name: "T. Vos")
    try story.tell(.contactMade(.init(mitros, .phone, "gebeld", turn: vos)), "2026-10-01")
    let values = ["party": "coa", "turn": Act.newcomer(vos), "text": "gebeld"]
    let action = try Act.contact.action(values, story.dossier, story.rules, today: story.today)
    guard case .record(.contactMade(let made), _) = action else {
      Issue.record("no contact")
      return
    }
    #expect(made.turn == vos)
    let event = try #require(story.dossier.story.last)
    var known = Act.correctionDefaults(of: event, in: story.dossier)
    known["text"] = "gemaild"
    try story.act(Act.contact.correction(of: event, known, in: story.dossier, story.rules, today: story.today))
    guard case .contactMade(let corrected) = story.dossier.effective(event).body else {
      Issue.record("no contact after the correction")
      return
    }
    #expect(corrected.text == "gemaild" && corrected.turn == vos)
  }
}
