import Demo
import Foundation
import GRDB
import Journey
import Testing

@testable import Casebook

@Suite("The network in the casebook")
struct NetworkTests {
  let sample: Sample
  static let wit = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
  static let bos = Contact(.corporation, organisation: "Mitros", name: "K. Bos")
  static let utrecht = Area.municipality("GM0344")

  init() throws { sample = try Sample() }

  @discardableResult
  func record(_ entries: PartnerEntry...) throws -> [Partner] {
    try sample.casebook.record(entries, by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today)
  }

  func join(_ contact: Contact, area: String = "GM0344") throws -> Partner {
    try record(PartnerEntry(nil, on: Sample.today - 100, .joined(PartnerCard(contact, area: area))))[0]
  }

  func people(
    _ area: Area = .country, _ filter: String = "", order: NetworkQuery.Order = .silence
  ) throws -> [NetworkRow] {
    let parsed = try NetworkFilter.parse(filter, Sample.rules).get()
    return try sample.casebook.people(
      NetworkQuery(area, parsed, order: order), limit: 500, rules: Sample.rules, today: Sample.today)
  }

  /// A household of Utrecht that waits for somebody since so many days.
  @discardableResult
  func waits(for contact: Contact, days: Int, _ name: String = "Tekle", in town: String = "GM0344") throws
    -> DossierID
  {
    let id = try sample.register("A", name).id
    let start = Sample.today - 90
    for body in [
      Event.Body.permitGranted(.init(.temporary)), .screeningHeld(.init()), .linked(.init(town)), .linkAccepted,
    ] { try sample.perform(.record(body, on: start), on: id) }
    try sample.perform(.record(.waitingSet(.init(contact)), on: Sample.today - days), on: id)
    return id
  }

  var isSound: Bool { get throws { try sample.casebook.check(rules: Sample.rules).isSound } }

  @Test("who joined is there for whoever opens the casebook, and is listed in their area and in what holds it")
  func joins() throws {
    defer { sample.remove() }
    let one = try join(Self.wit)
    #expect(try Casebook.open(sample.path, mode: .existing).partner(one.id) == one)
    #expect(try people(Self.utrecht).map(\.contact) == [Self.wit])
    #expect(try people(.province("PV26")).count == 1 && people().count == 1)
    #expect(try people(.municipality("GM0363")).isEmpty)
    #expect(try isSound)
  }

  @Test("one name at one place is one person, until they left")
  func once() throws {
    defer { sample.remove() }
    let one = try join(Self.wit)
    #expect(throws: CasebookFailure.self) { try join(Self.wit) }
    try record(PartnerEntry(one.id, on: Sample.today - 5, .left(.init(until: Sample.today - 1))))
    _ = try join(Self.wit)
    #expect(try isSound)
  }

  @Test("a list of people goes in once; what it says more of somebody changes them, and a blank changes nothing")
  func brings() throws {
    defer { sample.remove() }
    func bring(_ cards: [PartnerCard]) throws -> [Int] {
      let done = try sample.casebook.bring(
        cards, on: Sample.today, by: Sample.anna, source: .importFile, rules: Sample.rules, today: Sample.today)
      return [done.joined, done.changed]
    }
    let card = PartnerCard(Self.wit, phone: "030-1234567", area: "GM0344")
    #expect(try bring([card, PartnerCard(Self.bos)]) == [2, 0])
    #expect(try bring([card, PartnerCard(Self.bos)]) == [0, 0])
    #expect(try bring([PartnerCard(Self.wit, function: "woonconsulent", area: "GM0344")]) == [0, 1])
    let row = try #require(try people(Self.utrecht).first { $0.contact == Self.wit }?.partner)
    #expect(row.card.function == "woonconsulent" && row.card.phone == "030-1234567")
    #expect(try isSound)
  }

  @Test("the figures of a person are those of the households that have them, in each area their own")
  func figures() throws {
    defer { sample.remove() }
    try waits(for: Self.wit, days: 30)
    try waits(for: Self.wit, days: 3)
    try waits(for: Self.wit, days: 8, in: "GM0363")
    let here = try #require(try people(Self.utrecht).first { $0.contact == Self.wit })
    #expect(here.turns == 2 && here.households == 2 && here.silent == 1)
    #expect(here.oldest == Sample.today - 30 && here.quiet == Sample.today - 30 && here.partner == nil)
    let all = try #require(try people().first { $0.contact == Self.wit })
    #expect(all.turns == 3 && all.households == 3)
    #expect(try people().first?.contact == Self.wit)
    #expect(try isSound)
  }

  @Test("a contact ends the silence, and closing ends the turn")
  func moves() throws {
    defer { sample.remove() }
    let id = try waits(for: Self.wit, days: 30)
    try sample.perform(.record(.contactMade(.init(Self.wit, .phone)), on: Sample.today), on: id)
    let row = try #require(try people(Self.utrecht).first { $0.contact == Self.wit })
    #expect(row.quiet == Sample.today && row.silent == 0 && row.spoken == Sample.today && row.answers.median == 28)
    try sample.perform(.record(.closed(.init(.leftNetherlands)), on: Sample.today), on: id)
    #expect(try !people(Self.utrecht).contains { $0.contact == Self.wit })
    #expect(try isSound)
  }

  @Test("the households behind a number of turns are exactly those in the list that it opens")
  func opens() throws {
    defer { sample.remove() }
    let ids = try [waits(for: Self.wit, days: 30), waits(for: Self.wit, days: 3)]
    try waits(for: Self.bos, days: 4)
    let query = Query(.turnOf(Self.wit), in: Self.utrecht, on: Sample.today)
    #expect(Set(try sample.casebook.rows(query, limit: 10).map(\.id)) == Set(ids))
    #expect(try sample.casebook.count(query, limit: 10) == 2)
  }

  @Test(
    "pages of every order put together are the whole list once, from either end", arguments: NetworkQuery.Order.allCases
  )
  func pages(_ order: NetworkQuery.Order) throws {
    defer { sample.remove() }
    for number in 0..<23 {
      _ = try join(Contact(.corporation, organisation: "Org \(number % 4)", name: "P. Naam\(number * 7 % 23)"))
    }
    for number in 0..<6 {
      try waits(for: Contact(.corporation, organisation: "Org 1", name: "Q\(number)"), days: number % 3 + 1)
    }
    let query = NetworkQuery(.country, order: order)
    let whole = try people(order: order)
    for direction in [Direction.forward, .backward] {
      var (all, last): ([NetworkRow], NetworkRow?) = ([], nil)
      while true {
        let page = try sample.casebook.people(
          query, from: last, direction: direction, limit: 5, rules: Sample.rules, today: Sample.today)
        all = direction == .forward ? all + page : page + all
        if page.count < 5 { break }
        last = direction == .forward ? page.last : page.first
      }
      #expect(all == whole, "\(order) \(direction)")
    }
  }

  @Test("what was taken back of people is done again, the latest first, until something else is recorded")
  func redoes() throws {
    defer { sample.remove() }
    let one = try join(Self.wit)
    try record(PartnerEntry(one.id, on: Sample.today, .absent(.init(until: Sample.today + 3, deputy: "K. Bos"))))
    func undo() throws {
      let act = try #require(try sample.casebook.undoableNetworkAct(by: "anna"))
      try take(act)
    }
    func take(_ act: EventID) throws {
      try sample.casebook.undoNetwork(
        act: act, by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today)
    }
    func redo() throws { try take(try #require(try sample.casebook.redoableNetworkAct(by: "anna"))) }
    func now() throws -> Partner? { try sample.casebook.partner(one.id) }
    #expect(try sample.casebook.redoableNetworkAct(by: "anna") == nil)
    try undo()
    try undo()
    #expect(try now()?.isThere == false)
    try redo()
    #expect(try now().map { $0.isThere && $0.away == nil } == true)
    try redo()
    #expect(try now()?.away != nil)
    #expect(try sample.casebook.redoableNetworkAct(by: "anna") == nil)
    try undo()
    #expect(try now()?.away == nil)
    try record(PartnerEntry(one.id, on: Sample.today, .left(.init(until: Sample.today))))
    #expect(try sample.casebook.redoableNetworkAct(by: "anna") == nil)
    #expect(try isSound)
  }

  @Test("what the people of one organisation have adds up to what it has, in every area and order")
  func organisations() throws {
    defer { sample.remove() }
    let other = Contact(.corporation, organisation: "Portaal", name: "T. Vos")
    for (index, contact) in [Self.wit, Self.wit, Self.bos, other, Contact(PartyID("duo"))].enumerated() {
      try waits(for: contact, days: 10 + 3 * index, "Naam\(index)", in: index == 1 ? "GM0363" : "GM0344")
    }
    for area in [Area.country, Self.utrecht, .municipality("GM0363")] {
      for order in NetworkQuery.Order.allCases {
        let rows = try sample.casebook.organisations(
          NetworkQuery(area, order: order), limit: 100, rules: Sample.rules, today: Sample.today)
        let people = Dictionary(grouping: try people(area)) {
          $0.contact.party.rawValue + "|" + $0.contact.organisation
        }
        #expect(Set(rows.map { $0.party.rawValue + "|" + $0.organisation }) == Set(people.keys))
        for row in rows {
          let own = try #require(people[row.party.rawValue + "|" + row.organisation])
          #expect(row.turns == own.map(\.turns).reduce(0, +) && row.people == own.count { !$0.contact.name.isEmpty })
          #expect(row.oldest == own.compactMap(\.oldest).min() && row.quiet == own.compactMap(\.quiet).min())
          #expect(row.silent == own.map(\.silent).reduce(0, +))
          #expect(row.answers.total == own.map(\.answers.total).reduce(0, +))
        }
        if area == .country { #expect(rows.contains { $0.silent > 0 }) }
        if order == .turns { #expect(rows.map(\.turns) == rows.map(\.turns).sorted(by: >)) }
      }
    }
    let one = try sample.casebook.organisations(
      NetworkQuery(.country, try NetworkFilter.parse("mitros", Sample.rules).get()), limit: 100, rules: Sample.rules,
      today: Sample.today)
    #expect(one.map(\.organisation) == ["Mitros"] && one.first?.people == 2 && one.first?.turns == 3)
  }

  @Test("an act on the network is taken back by who did it, in the story of everybody it touched")
  func undoes() throws {
    defer { sample.remove() }
    let one = try join(Self.wit)
    try record(PartnerEntry(one.id, on: Sample.today, .absent(.init(until: Sample.today + 5))))
    let act = try #require(try sample.casebook.undoableNetworkAct(by: "anna"))
    try sample.casebook.undoNetwork(
      act: act, by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today)
    #expect(try sample.casebook.partner(one.id)?.away == nil)
    let joined = try #require(try sample.casebook.undoableNetworkAct(by: "anna"))
    try sample.casebook.undoNetwork(
      act: joined, by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today)
    #expect(try people().isEmpty)
    #expect(try isSound)
  }

  @Test("who spoke with whom about a municipality stands in its connection from country to town")
  func connects() throws {
    defer { sample.remove() }
    let province = try join(
      Contact(PartyID("province"), organisation: "Provincie Utrecht", name: "P. Vos"), area: "PV26")
    let region = try join(Contact(PartyID("region"), name: "R. Kok"), area: "PV26")
    try record(
      PartnerEntry(province.id, on: Sample.today - 9, .spoke(.init(with: region.id, municipality: "GM0344", "opgave"))))
    try waits(for: Self.wit, days: 3)
    let one = try #require(try sample.casebook.connections(Self.utrecht, today: Sample.today).first)
    #expect(one.people[.province]?.map(\.name) == ["P. Vos"] && one.people[.ministry] == nil)
    #expect(one.people[.corporation] == [Self.wit])
    #expect(one.links.first { $0.upper == .province }?.last == .init(Sample.today - 9, ["P. Vos", "R. Kok"]))
    let other = try #require(try sample.casebook.connections(.municipality("GM0307"), today: Sample.today).first)
    #expect(other.links.allSatisfy { $0.last == nil } && other.people[.province] != nil)
  }

  @Test("that a home was asked for or offered is contact between a municipality and its corporation")
  func dealt() throws {
    defer { sample.remove() }
    let id = try waits(for: Self.wit, days: 30)
    func spoken() throws -> Day? {
      let town = try #require(try sample.casebook.connections(Self.utrecht, today: Sample.today).first)
      return town.links.first { $0.upper == .municipality }?.last?.day
    }
    #expect(try spoken() == nil)
    try sample.perform(.record(.searchStarted(Self.wit), on: Sample.today - 20), on: id)
    #expect(try spoken() == Sample.today - 20)
    let home = Event.Home(address: "Kanaalstraat 1", landlord: Contact(.corporation, organisation: "Mitros"))
    try sample.perform(.record(.homeAssigned(home), on: Sample.today - 5), on: id)
    #expect(try spoken() == Sample.today - 5)
    try sample.perform(.undo(act: try #require(try sample.casebook.dossier(id)?.undoableAct)), on: id)
    #expect(try spoken() == Sample.today - 20)
    #expect(try isSound)
  }

  @Test("who has been quiet too long is read from an index alone", arguments: [Area.country, .municipality("GM0344")])
  func silencePlan(area: Area) throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.casebook.pool.read { db in
      let reader = NetworkReader(db: db, area: area, rules: Sample.rules, today: Sample.today)
      let turns = reader.silentTurns(of: "contact")
      let plan = try ListPlan(ListSQL("SELECT count(*) FROM contact CROSS JOIN \(turns.text)", turns.arguments), db)
      #expect(plan.steps.contains { $0.hasPrefix("SEARCH a USING COVERING INDEX") }, "\(plan)")
    }
  }

  @Test("the sums of people are those of a recount after many stories, also after a load and a rebuild")
  func recount() throws {
    defer { sample.remove() }
    let field = DemoField(seed: 3, dossiers: 300, today: Sample.today, rules: Sample.rules)
    var batches = [(0..<150).map(field.story), (150..<300).map(field.story)]
    try sample.casebook.load(rules: Sample.rules) { batches.isEmpty ? nil : batches.removeFirst() }
    #expect(try isSound)
    let loaded = try people()
    try sample.casebook.rebuild(rules: Sample.rules)
    #expect(try people() == loaded && isSound)
    // From the stories, without any table.
    var turns: [Contact: Int] = [:]
    var quiet: [Contact: Day] = [:]
    for index in 0..<300 {
      let dossier = Dossier.fold(field.story(index).0, field.story(index).1)
      guard let turn = dossier.standing(Sample.rules).turn, turn.contact.party != .household else { continue }
      turns[turn.contact, default: 0] += 1
      let heard = max(dossier.lastSign(of: Contact(turn.contact.party)) ?? turn.since, turn.since)
      quiet[turn.contact] = min(quiet[turn.contact] ?? heard, heard)
    }
    let listed = loaded.filter { $0.turns > 0 }
    #expect(Dictionary(uniqueKeysWithValues: listed.map { ($0.contact, $0.turns) }) == turns)
    #expect(Dictionary(uniqueKeysWithValues: listed.map { ($0.contact, $0.quiet) }) == quiet.mapValues { Optional($0) })
    for row in listed.prefix(12) {
      let query = Query(.turnOf(row.contact), in: .country, on: Sample.today)
      #expect(try sample.casebook.count(query, limit: 1000) == row.turns)
    }
  }

  @Test(
    "an event of the network that was changed in the file, a sum and a row that were, are found by a check",
    arguments: [
      "UPDATE partner_event SET body = replace(body, 'Wit', 'Zwart') WHERE number = 1",
      "DELETE FROM partner_event WHERE number = 2",
      "UPDATE contact SET turns = turns + 1 WHERE turns > 0 AND area = 'NL'",
      "UPDATE acquaintance SET quiet = quiet - 9 WHERE turn = 1", "UPDATE partner SET phone = '1'",
      "UPDATE contact SET quiet = 5 WHERE turns > 0 AND area LIKE 'GM%'",
      "UPDATE contact SET days = replace(days, ':1', ':2') WHERE days LIKE 'b%' AND area = 'NL'",
      "UPDATE acquaintance SET days = '' WHERE days LIKE 'b%'",
    ])
  func tampering(sql: String) throws {
    defer { sample.remove() }
    let one = try join(Self.wit)
    try record(PartnerEntry(one.id, on: Sample.today, .absent(.init())))
    let id = try waits(for: Self.wit, days: 30)
    try sample.perform(.record(.waitingSet(.init(Self.wit, until: Sample.today + 7)), on: Sample.today), on: id)
    #expect(try isSound)
    try sample.sql(sql)
    #expect(try !isSound)
  }

  @Test("a casebook of a format before has its network once its lists are made anew", arguments: [4, 5])
  func upgrades(format: Int) throws {
    defer { sample.remove() }
    try waits(for: Self.wit, days: 30)
    try sample.former(format)
    let opened = try Casebook.open(sample.path, mode: .existing)
    try opened.settle(rules: RulesInForce(Sample.rules))
    let rows = try opened.people(NetworkQuery(Self.utrecht), limit: 9, rules: Sample.rules, today: Sample.today)
    #expect(rows.contains { $0.contact == Self.wit && $0.turns == 1 })
    #expect(try opened.check(rules: Sample.rules).isSound)
  }

  @Test("a network without a household is counted anew after an older program too")
  func upgradesAlone() throws {
    defer { sample.remove() }
    _ = try join(Self.wit)
    func listed() throws -> [Int] {
      try sample.casebook.pool.read { db in try Int.fetchAll(db, sql: "SELECT listed FROM contact ORDER BY area") }
    }
    let counted = try listed()
    try sample.sql("UPDATE contact SET listed = listed + 1; DELETE FROM meta WHERE key = 'projections'")
    try sample.casebook.settle(rules: RulesInForce(Sample.rules))
    #expect(try !counted.isEmpty && listed() == counted)
    #expect(try sample.casebook.isSettled(rules: RulesInForce(Sample.rules)))
  }
}
