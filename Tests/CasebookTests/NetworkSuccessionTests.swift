import Demo
import Foundation
import GRDB
import Journey
import Testing

@testable import Casebook

// Who stands in, who left and who follows.
extension NetworkTests {
  @Test("a deputy who cannot stand in is refused as it is written, also of two who are away at once")
  func deputies() throws {
    defer { sample.remove() }
    let (wit, bos) = (try join(Self.wit), try join(Self.bos))
    let week = Sample.today + 7
    func away(_ one: Partner, for name: String) -> PartnerEntry {
      PartnerEntry(one.id, on: Sample.today, .absent(.init(until: week, deputy: name)))
    }
    #expect(throws: CasebookFailure.self) { try record(away(wit, for: "K. Bos"), away(bos, for: "")) }
    try record(away(wit, for: "K. Bos"))
    #expect(throws: CasebookFailure.self) { try record(away(bos, for: "m. de wit")) }
    try record(away(bos, for: "Nieuw Iemand"))
    // On a list the deputy may stand below whom they stand in for.
    let list = [
      PartnerCard(Contact(.coa, name: "A. Kok"), deputy: "B. Ros"), PartnerCard(Contact(.coa, name: "B. Ros")),
    ]
    func bring(_ cards: [PartnerCard]) throws {
      try sample.casebook.bring(
        cards, on: Sample.today, by: Sample.anna, source: .importFile, rules: Sample.rules, today: Sample.today)
    }
    try bring(list)
    try bring([PartnerCard(Contact(.coa, name: "C. Mol"), deputy: "K. Bos")])
    #expect(try isSound)
  }

  @Test("who left is in the connection until somebody is in their place, also whom stories still name")
  func leavers() throws {
    defer { sample.remove() }
    let prins = Contact(PartyID("province"), organisation: "Provincie", name: "P. Prins")
    let (one, wit) = (try join(prins, area: "PV26"), try join(Self.wit))
    try waits(for: Self.wit, days: 3)
    func connection() throws -> Connection {
      try #require(try sample.casebook.connections(Self.utrecht, today: Sample.today).first)
    }
    #expect(try connection().gone.isEmpty)
    let left = PartnerEvent.Body.left(.init(until: Sample.today - 2))
    try record(PartnerEntry(one.id, on: Sample.today, left), PartnerEntry(wit.id, on: Sample.today, left))
    var town = try connection()
    #expect(town.people[.province] == nil && town.people[.corporation] == nil)
    #expect(town.gone[.province]?.map(\.contact) == [prins] && town.gone[.corporation]?.map(\.contact) == [Self.wit])
    try record(PartnerEntry(wit.id, on: Sample.today, .succeeded(.init(Self.bos))))
    #expect(try connection().gone[.corporation]?.first?.successor == "K. Bos")
    _ = try (
      join(Self.bos), join(Contact(PartyID("province"), organisation: "Provincie", name: "Q. Smit"), area: "PV26")
    )
    town = try connection()
    #expect(town.gone.isEmpty && town.people[.corporation] == [Self.bos], "\(town.gone)")
  }

  @Test("what is ended on the way was not done, in no dossier and not in the network")
  func ended() throws {
    defer { sample.remove() }
    for index in 0..<20 { try waits(for: Self.wit, days: 10 + index, "Naam\(index)") }
    let partner = try join(Self.wit)
    let ids = try sample.casebook.households(of: Self.wit, in: .country)
    let outcome = try sample.casebook.performEach(
      ids, by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today,
      beside: .succeeded(partner.id, by: Self.bos, until: nil), goesOn: { $0 < 16 }
    ) { _ in .record(.contactSucceeded(.init(from: Self.wit, to: Self.bos)), on: Sample.today) }
    #expect(outcome == nil && ids.count == 20)
    #expect(try sample.casebook.households(of: Self.wit, in: .country) == ids)
    #expect(try sample.casebook.partner(partner.id)?.successor == nil)
    #expect(try isSound)
  }

  @Test("a successor takes over in all households as one act, and one undo brings it all back, in the network too")
  func succeeds() throws {
    defer { sample.remove() }
    let ids = try (0..<5).map { try waits(for: Self.wit, days: 10 + $0, "Naam\($0)") }
    let partner = try join(Self.wit)
    let before = try people()
    let found = try sample.casebook.households(of: Self.wit, in: .country, limit: 100)
    #expect(found == ids.sorted())
    let succession = Event.Succession(from: Self.wit, to: Self.bos)
    let outcome = try #require(
      try sample.casebook.performEach(
        found, by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today,
        beside: .succeeded(partner.id, by: Self.bos, until: Sample.today)
      ) { _ in .record(.contactSucceeded(succession), on: Sample.today) })
    #expect(outcome.done.count == 5)
    let rows = try people()
    #expect(rows.first { $0.contact == Self.bos }?.turns == 5)
    #expect(rows.first { $0.contact == Self.wit }.map(\.turns) ?? 0 == 0)
    #expect(try sample.casebook.partner(partner.id)?.successor == Self.bos)
    #expect(try sample.casebook.partner(partner.id)?.until == Sample.today)
    #expect(try isSound)
    let act = try #require(outcome.act)
    _ = try sample.casebook.performEach(
      found, by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today
    ) { _ in .undo(act: act) }
    #expect(try sample.casebook.partner(partner.id).map { $0.successor == nil && $0.until == nil } == true)
    let after = try people()
    #expect(after.map { [$0.turns, $0.households] } == before.map { [$0.turns, $0.households] })
    #expect(try isSound)
  }

  @Test("who follows is taken in with their number, of a gap too; on a card it is changed, and one undo takes it back")
  func number() throws {
    defer { sample.remove() }
    let gap = Contact(.corporation, organisation: "Mitros")
    let id = try waits(for: gap, days: 3)
    func follow(_ from: Contact, _ to: Contact, _ partner: PartnerID?, phone: String) throws -> EventID {
      let card = PartnerCard(to, phone: phone, area: "GM0344")
      let outcome = try #require(
        try sample.casebook.performEach(
          [id], by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today,
          beside: .succeeded(partner, by: to, until: nil, card: card)
        ) { _ in .record(.contactSucceeded(.init(from: from, to: to)), on: Sample.today) })
      return try #require(outcome.act)
    }
    func phone(_ contact: Contact) throws -> String? { try sample.casebook.listed(contact)?.card.phone }
    _ = try follow(gap, Self.wit, nil, phone: "030 271 00 00")
    #expect(try phone(Self.wit) == "030 271 00 00")
    let wit = try #require(try sample.casebook.listed(Self.wit))
    _ = try join(Self.bos)
    let act = try follow(Self.wit, Self.bos, wit.id, phone: "030 271 00 01")
    #expect(try phone(Self.bos) == "030 271 00 01")
    #expect(try sample.casebook.networkDeed(act)?.people == [Self.wit])
    _ = try sample.casebook.performEach(
      [id], by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today
    ) { _ in .undo(act: act) }
    #expect(try phone(Self.bos) == "" && sample.casebook.partner(wit.id)?.successor == nil)
    #expect(try isSound)
  }

  @Test("who leads a dossier hands that over too, also where another of the municipality is spoken with")
  func led() throws {
    defer { sample.remove() }
    let huisman = Contact(.municipality, organisation: "Utrecht", name: "k.huisman")
    let successor = Contact(.municipality, organisation: "Utrecht", name: "n.nieuw")
    let id = try waits(for: Self.wit, days: 3)
    try sample.perform(.record(.assigned(.init("k.huisman")), on: Sample.today), on: id)
    let smit = Contact(.municipality, organisation: "Utrecht", name: "L. Smit")
    try sample.perform(.record(.contactMade(.init(smit, .phone)), on: Sample.today), on: id)
    let elsewhere = try waits(for: Self.wit, days: 3, in: "GM0363")
    try sample.perform(.record(.assigned(.init("k.huisman")), on: Sample.today), on: elsewhere)
    let partner = try join(huisman)
    #expect(try sample.casebook.toHandOver(from: huisman, in: .country).ids == [id])
    let known = try sample.casebook.households(of: huisman, in: .country)
    #expect(try people().first { $0.contact == huisman }?.households == known.count)
    #expect(
      Succession.parts(known: 9, of: 14)?.nl == "9 dossiers hebben deze persoon, 5 andere alleen onder diens regie")
    #expect(Succession.parts(known: 14, of: 14) == nil)
    #expect(try sample.casebook.toHandOver(from: huisman, in: .municipality("GM0363")).ids.isEmpty)
    let succession = Event.Succession(from: huisman, to: successor)
    let outcome = try #require(
      try sample.casebook.performEach(
        [id], by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today,
        beside: .succeeded(partner.id, by: successor, until: nil)
      ) { _ in .record(.contactSucceeded(succession), on: Sample.today) })
    #expect(outcome.done.count == 1)
    #expect(try sample.casebook.dossier(id)?.owner == "n.nieuw")
    #expect(try sample.casebook.dossier(elsewhere)?.owner == "k.huisman")
    let act = try #require(outcome.act)
    #expect(try sample.casebook.dossiers(of: act) == [id])
    try sample.perform(.undo(act: act), on: id)
    #expect(try sample.casebook.dossier(id)?.owner == "k.huisman")
    #expect(try isSound)
  }

  @Test("whose only tie is a planned step is handed over too, and taken back")
  func plannedStep() throws {
    defer { sample.remove() }
    let id = try sample.register("A", "Tekle").id
    try sample.perform(.record(.stepAdded(.init("offerte", due: nil, owner: Self.wit)), on: Sample.today - 3), on: id)
    #expect(try sample.casebook.toHandOver(from: Self.wit, in: .country).ids == [id])
    let succession = Event.Succession(from: Self.wit, to: Self.bos)
    let outcome = try #require(
      try sample.casebook.performEach(
        [id], by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today
      ) { _ in .record(.contactSucceeded(succession), on: Sample.today) })
    #expect(outcome.done.count == 1)
    #expect(try sample.casebook.dossier(id)?.ownSteps.map(\.owner) == [Self.bos])
    #expect(try sample.casebook.toHandOver(from: Self.wit, in: .country).ids.isEmpty)
    let act = try #require(outcome.act)
    try sample.perform(.undo(act: act), on: id)
    #expect(try sample.casebook.dossier(id)?.ownSteps.map(\.owner) == [Self.wit])
    #expect(try isSound)
  }

  @Test("who leaves on a day to come is listed through that day, and no longer after it")
  func leaves() throws {
    defer { sample.remove() }
    let one = try join(Self.wit)
    try record(PartnerEntry(one.id, on: Sample.today, .left(.init(until: Sample.today + 5))))
    func found(on day: Day) throws -> [NetworkRow] {
      let filter = try NetworkFilter.parse("de wit", Sample.rules).get()
      return try sample.casebook.people(
        NetworkQuery(Self.utrecht, filter), limit: 9, rules: Sample.rules, today: day)
    }
    #expect(try found(on: Sample.today).map(\.partner?.until) == [Sample.today + 5])
    #expect(try found(on: Sample.today + 5).count == 1 && found(on: Sample.today + 6).isEmpty)
    try sample.casebook.rebuild(rules: Sample.rules)
    #expect(try found(on: Sample.today).count == 1 && isSound)
  }
}
