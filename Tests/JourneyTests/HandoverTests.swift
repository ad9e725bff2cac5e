import Testing

@testable import Journey

@Suite("Handing over")
struct HandoverTests {
  private let desk = Contact(.municipality, organisation: "Utrecht", name: "J. Bakker")
  private let coa = Contact(.coa, organisation: "azc Utrecht", name: "F. Yilmaz")
  private let points = Rulebook.builtIn.together.handover(.linked)!.points

  private func given(_ points: [String]? = nil, from story: Telling? = nil) throws -> Telling {
    var story = try story ?? Telling.linked()
    try story.tell(
      .handedOver(
        .init(.linked, from: coa, to: desk, told: "Rima zoekt werk als naaister.", points: points ?? self.points)),
      "2026-09-12")
    return story
  }

  @Test("a link that nobody handed over is cold, and shows as a step of whoever should have")
  func cold() throws {
    let story = try Telling.linked()
    let handover = try #require(story.dossier.handovers.last)
    #expect(handover.change == .linked && handover.warmth(story.rules) == .cold && handover.days == nil)
    let step = try #require(story.dossier.standing(story.rules).steps.first { $0.act == .handOver })
    #expect(step.owner.party == .coa && step.isOpen && step.due == nil)
  }

  @Test("whoever has the household is not suggested to hand it over to")
  func giver() throws {
    var story = try Telling.linked()
    try story.tell(.waitingSet(.init(desk, "een brief")), "2026-09-12")
    #expect(story.dossier.giver(.relinked, story.rules) == desk)
    #expect(story.dossier.receiver(.relinked, .municipality, story.rules) == Contact(.municipality))
    #expect(story.dossier.receiver(.linked, .municipality, story.rules) == desk)
    #expect(Contact(.municipality, organisation: "Utrecht").isGiver(desk), "who has no name is all of that place")
  }

  @Test("handed over, the turn stays with the giver until somebody with a name takes over")
  func turn() throws {
    var story = try given()
    #expect(story.dossier.standing(story.rules).turn?.contact == coa)
    #expect(story.dossier.handovers.last?.warmth(story.rules) == .open)
    let step = try #require(story.dossier.standing(story.rules).steps.first { $0.act == .takeOver })
    #expect(step.owner == desk && step.due != nil)
    #expect(throws: Refusal.self) {
      try story.tell(.takenOver(.init(.linked, by: Contact(.municipality))), "2026-09-14")
    }
    try story.tell(.takenOver(.init(.linked, by: desk, call: Day("2026-09-14"))), "2026-09-15")
    #expect(story.dossier.standing(story.rules).turn?.contact == desk)
    let handover = try #require(story.dossier.handovers.last)
    #expect(handover.warmth(story.rules) == .warm && handover.days == 3)
    #expect(!story.dossier.standing(story.rules).steps.contains { $0.act == .takeOver || $0.act == .handOver })
  }

  @Test("whoever is waited for meanwhile keeps the turn, since when they had it, before and after taking over")
  func another() throws {
    var story = try Telling.linked()
    let mitros = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
    try story.tell(.waitingSet(.init(mitros, "aanbod")), "2026-09-11")
    story = try given(from: story)
    func turn() -> Standing.Turn? { story.dossier.standing(story.rules).turn }
    #expect(turn()?.contact == mitros && turn()?.since == Day("2026-09-11"))
    try story.tell(.takenOver(.init(.linked, by: desk, call: Day("2026-09-14"))), "2026-09-15")
    #expect(turn()?.contact == mitros && turn()?.since == Day("2026-09-11"))
  }

  @Test("whoever hands over is not silent: they were at it that day")
  func heard() throws {
    #expect(try given().dossier.lastContact(with: .coa) == Day("2026-09-12"))
  }

  @Test("the case owner who hands over keeps the steps of the municipality, and so does who leads it next")
  func lead() throws {
    var story = try Telling.signed()
    try story.tell(.assigned(.init("g.schouten")), "2026-10-24")
    try story.tell(.moved(.init()), "2026-11-06")
    let owner = Contact(.municipality, organisation: "Utrecht", name: "g.schouten")
    let guide = Contact(.guidance, organisation: "Welzijn Utrecht", name: "S. El Amrani")
    #expect(story.dossier.giver(.moved, story.rules) == owner)
    try story.tell(.handedOver(.init(.moved, from: owner, to: guide, told: "alles")), "2026-11-10")
    func owners() -> Set<Contact> {
      let steps = story.dossier.standing(story.rules).steps
      return Set(steps.filter { $0.isOpen && $0.owner.party == .municipality }.map(\.owner))
    }
    #expect(owners() == [owner])
    #expect(!story.dossier.network.contains { $0.contact.party == .municipality })
    try story.tell(.assigned(.init("l.smit")), "2026-11-12")
    #expect(owners().map(\.name) == ["l.smit"])
  }

  @Test("the form offers the points of the handover that comes, and no other")
  func offered() throws {
    let story = try Telling.linked()
    let fields = Act.handOver.fields(story.dossier, story.rules, today: story.today)
    guard case .choices(let offered)? = fields.first(where: { $0.name == "points" })?.kind else {
      Issue.record("no list of points")
      return
    }
    #expect(offered.map(\.code).sorted() == points.sorted() && points.count < story.rules.together.points.count)
  }

  @Test("handed over before the link, the turn is the giver's after it too")
  func prepared() throws {
    var story = Telling()
    try story.tell(.permitGranted(.init(.temporary)), "2026-08-28")
    try story.tell(.screeningHeld(.init()), "2026-09-02")
    try story.tell(.handedOver(.init(.linked, from: coa, to: desk, told: "alles", points: points)), "2026-09-08")
    try story.tell(.linked(.init("GM0344")), "2026-09-11")
    #expect(story.dossier.stage == .linked && story.dossier.standing(story.rules).turn?.contact == coa)
    #expect(story.dossier.handovers.count == 1 && story.dossier.handovers[0].changed == Day("2026-09-11"))
  }

  @Test("without all points gone through, or without anybody having spoken, taking over is cold")
  func notWarm() throws {
    for (gone, call) in [(Array(points.dropLast()), Day("2026-09-14")), (points, nil)] {
      var story = try given(gone)
      try story.tell(.takenOver(.init(.linked, by: desk, call: call)), "2026-09-15")
      #expect(story.dossier.handovers.last?.warmth(story.rules) == .cold)
      let why = try #require(story.dossier.handovers.last?.lacking(story.rules)?.nl)
      #expect(why.contains("niet doorgenomen: ") == (gone.count < points.count))
      #expect(why.contains("nog niet gesproken") == (call == nil))
    }
  }

  @Test("nothing is taken over twice, nor when nothing changed hands")
  func nothing() throws {
    var story = try given()
    try story.tell(.takenOver(.init(.linked, by: desk)), "2026-09-15")
    #expect(throws: Refusal.self) { try story.tell(.takenOver(.init(.linked, by: desk)), "2026-09-16") }
    #expect(Act.takeOver.refusal(Telling().dossier, story.rules, today: story.today) != nil)
  }

  @Test("a handover that was taken over cannot be taken back before the taking over")
  func rests() throws {
    var story = Telling()
    try story.tell(.permitGranted(.init(.temporary)), "2026-08-28")
    try story.tell(.handedOver(.init(.linked, from: coa, to: desk, told: "alles")), "2026-08-29")
    let act = try #require(story.dossier.undoableAct)
    try story.tell(.takenOver(.init(.linked, by: desk)), "2026-08-30")
    #expect(throws: Refusal.self) { try story.act(.undo(act: act)) }
  }

  @Test("after a re-link the municipality it was hands over, and what it never took over is past")
  func relinked() throws {
    var story = try given()
    try story.tell(.relinked(.init("GM0307", reason: "family")), "2026-09-20")
    #expect(story.dossier.handovers.map(\.change) == [.linked, .relinked])
    #expect(story.dossier.handovers[0].isPast && story.dossier.handovers[0].warmth(story.rules) == .cold)
    let step = try #require(story.dossier.standing(story.rules).steps.first { $0.act == .handOver })
    #expect(step.owner == Contact(.municipality, organisation: "Utrecht"))
    let values = Act.handOver.defaults(story.dossier, story.rules, today: story.today)
    #expect(values["change"] == "relinked" && values["organisation"] == "Amersfoort")
  }

  @Test("a minor who turns 18 is handed over by Nidos")
  func eighteen() throws {
    var minor = Person.rima
    (minor.birth, minor.guardianship, minor.place) = (PartialDate("2008-11-01"), .fosterFamily, .guardian)
    var story = Telling([minor])
    try story.tell(.permitGranted(.init(.temporary)), "2026-08-28")
    try story.tell(.cameOfAge(.init(PersonID(1))), "2026-11-02")
    let step = try #require(story.dossier.standing(story.rules).steps.first { $0.act == .handOver })
    #expect(step.owner.party == .nidos)
  }

  @Test("a handover that one can do without is waived with a reason")
  func waived() throws {
    var story = try Telling.linked()
    let step = try #require(story.dossier.standing(story.rules).steps.first { $0.act == .handOver })
    #expect(throws: Refusal.self) { try story.tell(.stepDone(.init(step.key)), "2026-09-20") }
    try story.tell(.stepWaived(.init(step.key, "zelfde medewerker")), "2026-09-20")
    #expect(!story.dossier.standing(story.rules).steps.contains { $0.act == .handOver && $0.isOpen })
  }

  @Test("the form of handing over begins with what changed hands, to whom, and whose turn it then is")
  func form() throws {
    let story = try Telling.linked()
    var values = Act.handOver.defaults(story.dossier, story.rules, today: story.today)
    #expect(values["change"] == "linked" && values["party"] == "municipality")
    values["text"] = "Rima zoekt werk."
    let action = try Act.handOver.action(values, story.dossier, story.rules, today: story.today)
    guard case .record(.handedOver(let over), _) = action else {
      Issue.record("\(action)")
      return
    }
    #expect(over.from.party == .coa && over.to.party == .municipality)
  }
}
