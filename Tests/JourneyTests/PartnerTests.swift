import Testing

@testable import Journey

@Suite("Somebody at a party")
struct PartnerTests {
  static let today = Day("2026-11-23")!
  static let wit = PartnerCard(
    Contact(.corporation, organisation: "Mitros", name: "M. de Wit"), function: "woonconsulent", phone: "030-1234567",
    mail: "m.dewit@mitros.example", deputy: "K. Bos", area: "GM0344")

  static func partner(_ bodies: (day: String, body: PartnerEvent.Body)...) -> Partner {
    var story: [PartnerEvent] = []
    for (index, one) in bodies.enumerated() {
      let id = EventID(high: 2, low: UInt64(index + 1))
      story.append(
        PartnerEvent(
          id: id, number: index + 1, partner: PartnerID(1), day: Day(one.day)!, recordedAt: 0, actor: Actor("j.bakker"),
          source: .screen, act: id, body: one.body))
    }
    return Partner(PartnerID(1), story)
  }

  @Test("an absence holds through its last day, with the deputy of the card where none was named")
  func absence() {
    let one = Self.partner(
      ("2026-01-01", .joined(Self.wit)), ("2026-11-20", .absent(.init(until: Day("2026-11-25")))))
    #expect(one.isAway(Day("2026-11-25")!) && !one.isAway(Day("2026-11-26")!) && !one.isAway(Day("2026-11-19")!))
    #expect(one.away?.deputy == "K. Bos")
  }

  @Test("who left is gone from the day after the last")
  func leaving() {
    let one = Self.partner(("2026-01-01", .joined(Self.wit)), ("2026-11-01", .left(.init(until: Day("2026-11-30")!))))
    #expect(!one.isGone(Day("2026-11-30")!) && one.isGone(Day("2026-12-01")!))
  }

  @Test("taking back is an event, and taking that back brings it back")
  func undo() {
    let away = PartnerEvent.Body.absent(.init())
    let act = { (number: UInt64) in PartnerEvent.TakenBack(EventID(high: 2, low: number)) }
    let undone = Self.partner(("2026-01-01", .joined(Self.wit)), ("2026-11-20", away), ("2026-11-21", .undone(act(2))))
    #expect(undone.away == nil && undone.story.count == 3)
    let again = Self.partner(
      ("2026-01-01", .joined(Self.wit)), ("2026-11-20", away), ("2026-11-21", .undone(act(2))),
      ("2026-11-22", .undone(act(3))))
    #expect(again.away != nil)
    let never = Self.partner(("2026-01-01", .joined(Self.wit)), ("2026-11-21", .undone(act(1))))
    #expect(!never.isThere)
  }

  @Test(
    "a mailbox, an unknown party, a mail without @ and an unknown area are refused with the field they are about",
    arguments: [
      ("name", PartnerCard(Contact(.corporation, name: "info@mitros.example"))),
      ("name", PartnerCard(Contact(.corporation, organisation: "Mitros"))),
      ("party", PartnerCard(Contact(PartyID("bank"), name: "A. Bos"))),
      ("party", PartnerCard(Contact(.household, name: "A. Bos"))),
      ("mail", PartnerCard(Contact(.coa, name: "A. Bos"), mail: "a.bos")),
      ("phone", PartnerCard(Contact(.coa, name: "A. Bos"), phone: "x")),
      ("area", PartnerCard(Contact(.coa, name: "A. Bos"), area: "XX")),
    ])
  func refused(field: String, card: PartnerCard) {
    #expect(card.refusal(.builtIn)?.field == field)
    #expect(Self.wit.refusal(.builtIn) == nil)
  }

  @Test("of who is not there nothing can be said, and nobody comes back who was not away")
  func impossible() {
    let nobody = Partner(PartnerID(1), [])
    #expect(nobody.refusal(.absent(.init()), on: Self.today, .builtIn, today: Self.today) != nil)
    let one = Self.partner(("2026-01-01", .joined(Self.wit)))
    #expect(one.refusal(.back, on: Self.today, .builtIn, today: Self.today) != nil)
    #expect(
      one.refusal(.absent(.init(until: Self.today - 1)), on: Self.today, .builtIn, today: Self.today)?.field == "until")
    #expect(one.refusal(.absent(.init()), on: Self.today + 1, .builtIn, today: Self.today)?.field == "day")
  }

  @Test("a form of somebody in which nothing was changed is refused, and what it says otherwise is not")
  func nothingChanged() throws {
    let until = Self.today + 7
    let one = Self.partner(
      ("2026-01-01", .joined(Self.wit)), ("2026-11-20", .absent(.init(until: until, deputy: "K. Bos"))))
    let scene = PartnerScene(contact: one.contact, partner: one, area: .country, rules: .builtIn, today: Self.today)
    var values = PartnerAct.change.defaults(scene)
    func refusal(_ body: PartnerEvent.Body) -> Refusal? {
      one.refusal(body, on: Self.today, .builtIn, today: Self.today)
    }
    let same = try PartnerAct.change.entry(values, scene).body
    values["phone"] = "030-7654321"
    let other = try PartnerAct.change.entry(values, scene).body
    #expect(refusal(same) == Refusal.nothingChanged && refusal(other) == nil)
    #expect(refusal(.absent(.init(until: until, deputy: "K. Bos"))) == Refusal.nothingChanged)
    #expect(refusal(.absent(.init(until: until + 1, deputy: "K. Bos"))) == nil)
    #expect(refusal(.absent(.init(until: until, deputy: PartnerEvent.Absence.nobody))) == nil)
  }

  @Test("the form of an absence begins with the one that is recorded now; of several people it does not")
  func absenceNow() throws {
    let (from, until) = (Day("2026-11-20")!, Self.today + 7)
    let nobody = PartnerEvent.Absence.nobody
    let all: [(PartnerEvent.Absence, String)] = [
      (.init(until: until, deputy: "T. Vos"), "T. Vos"), (.init(until: until, deputy: nobody), nobody),
      (.init(), "K. Bos"),
    ]
    for (absence, deputy) in all {
      let one = Self.partner(("2026-01-01", .joined(Self.wit)), (from.description, .absent(absence)))
      var scene = PartnerScene(contact: one.contact, partner: one, area: .country, rules: .builtIn, today: Self.today)
      #expect(PartnerAct.absent.refusal(scene) == nil)
      var values = PartnerAct.absent.defaults(scene)
      #expect(values["until"] == absence.until?.description ?? "")
      #expect(values["deputy"] == deputy && values["day"] == from.description)
      func refusal() throws -> Refusal? {
        let (body, day) = try PartnerAct.absent.entry(values, scene)
        return one.refusal(body, on: day, .builtIn, today: Self.today)
      }
      #expect(try refusal() == Refusal.nothingChanged)
      values["until"] = (Self.today - 1).description
      #expect(try refusal() == nil, "it ended yesterday")
      scene.isOfSeveral = true
      #expect(PartnerAct.absent.defaults(scene) == ["deputy": "K. Bos"])
    }
  }

  @Test("every event is the same after it was written and read, also one of a newer version")
  func wire() {
    let bodies: [PartnerEvent.Body] = [
      .joined(Self.wit), .changed(Self.wit), .absent(.init(until: Self.today, deputy: "x")), .back,
      .left(.init(until: Self.today)), .succeeded(.init(Self.wit.contact)),
      .spoke(.init(with: PartnerID(3), municipality: "GM0344", "x")), .undone(.init(EventID(high: 1, low: 2))),
      .unknown(.init(kind: "promoted", version: 2, json: "{\"to\":\"head\"}")),
    ]
    let wire = PartnerWire()
    for body in bodies {
      let (kind, version, json) = wire.encode(body)
      #expect(wire.decode(kind: kind, version: version, json: json) == body)
    }
    #expect(Set(bodies.compactMap(\.kind)) == Set(PartnerEvent.Kind.allCases))
  }

  @Test(
    "an area is read as people write it",
    arguments: [
      ("Utrecht", "GM0344"), ("GM0344", "GM0344"), ("provincie Utrecht", "PV26"), ("Drenthe", "PV22"), ("", "NL"),
      ("Nederland", "NL"), ("nl", "NL"),
    ])
  func area(text: String, code: String) { #expect(Area(named: text)?.code == code) }

  @Test("an area that is none is none") func noArea() { #expect(Area(named: "Verweggistan") == nil) }

  @Test("the levels from country to town say who is missing and who has been silent too long")
  func connection() {
    let someone = { (party: PartyID) in [Contact(party, name: "A. Bos")] }
    var people: [Connection.Level: [Contact]] = [:]
    for level in Connection.Level.allCases where level != .province { people[level] = someone(level.party) }
    let town = Connection(
      "GM0344", people: people,
      spoken: [
        .ministry: .init(Self.today - 10), .region: .init(Self.today - 43), .municipality: .init(Self.today - 14),
      ])
    #expect(
      town.breaks(.builtIn, today: Self.today) == [.nobody(.province), .silent(.region, .municipality, days: 43)])
    #expect(town.breaks(.builtIn, today: Self.today)[0].words.nl == "niemand bij: provincie")
    #expect(town.breaks(.builtIn, today: Self.today + 1).last == .silent(.municipality, .corporation, days: 15))
  }

  @Test("what one records of a person is made of the answers, or names the field")
  func answers() throws {
    let scene = PartnerScene(
      contact: Self.wit.contact, partner: Self.partner(("2026-01-01", .joined(Self.wit))),
      area: .municipality("GM0344"),
      others: [(PartnerID(2), "F. Yilmaz · COA")], rules: .builtIn, today: Self.today)
    let join = try PartnerAct.join.entry(
      ["party": "corporation", "name": "K. Bos", "area": "Utrecht"], scene)
    #expect(join.body == .joined(PartnerCard(Contact(.corporation, name: "K. Bos"), area: "GM0344")))
    let spoke = try PartnerAct.spoke.entry(["with": "2", "municipality": "Utrecht", "text": "opgave"], scene)
    #expect(spoke.body == .spoke(.init(with: PartnerID(2), municipality: "GM0344", "opgave")))
    #expect(throws: Refusal.self) { try PartnerAct.join.entry(["party": "corporation"], scene) }
    #expect(throws: Refusal.self) {
      try PartnerAct.succeed.successor(["name": "M. de Wit", "organisation": "Mitros"], scene)
    }
    let followed = ["name": "K. Bos", "organisation": "Mitros", "phone": "030 271 00 00"]
    let card = PartnerCard(
      Contact(.corporation, organisation: "Mitros", name: "K. Bos"), phone: "030 271 00 00", area: Self.wit.area)
    #expect(try PartnerAct.succeed.card(ofSuccessor: followed, scene) == card)
    #expect(try PartnerAct.succeed.card(ofSuccessor: followed.merging(["phone": ""]) { $1 }, scene) == nil)
    #expect(throws: Refusal.self) {
      try PartnerAct.succeed.card(ofSuccessor: followed.merging(["phone": "bel maar"]) { $1 }, scene)
    }
    for act in PartnerAct.allCases {
      let names = Set(act.fields(scene).map(\.name))
      #expect(Set(act.defaults(scene).keys).isSubset(of: names), "\(act)")
    }
  }
}
