import Journey
import Testing

@testable import Casebook

/// What is heard of people, and by when.
extension NetworkTests {
  @Test("an agreement nobody heard of is open through its day and broken the morning after, without anything recorded")
  func breaks() throws {
    defer { sample.remove() }
    let id = try waits(for: Self.wit, days: 30)
    let agreed = Sample.today + 7
    try sample.perform(.record(.waitingSet(.init(Self.wit, until: agreed)), on: Sample.today), on: id)
    func counts(_ area: Area, on day: Day) throws -> [Int] {
      let query = NetworkQuery(area, order: .name)
      let person = try #require(
        try sample.casebook.person(Self.wit, in: area, rules: Sample.rules, today: day))
      let place = try #require(
        try sample.casebook.organisations(query, limit: 9, rules: Sample.rules, today: day).first {
          $0.organisation == "Mitros"
        })
      #expect([place.agreed, place.kept] == [person.agreed, person.kept])
      return [person.agreed, person.kept]
    }
    for area in [Self.utrecht, .province("PV26"), .country] {
      #expect(try counts(area, on: agreed) == [0, 0])
      #expect(try counts(area, on: agreed + 1) == [1, 0])
    }
    try sample.perform(.record(.contactMade(.init(Self.wit, .phone)), on: Sample.today), on: id)
    #expect(try counts(Self.utrecht, on: Sample.today) == [1, 1] && counts(.country, on: agreed + 1) == [1, 1])
    #expect(try isSound)
  }

  @Test("by agreements kept, who has only open ones stands behind who broke one, and in front of who has none")
  func openAgreements() throws {
    defer { sample.remove() }
    let vos = Contact(.corporation, organisation: "Portaal", name: "T. Vos")
    for (contact, days) in [(Self.wit, 2), (Self.bos, 7)] {
      let id = try waits(for: contact, days: 30)
      let agreed = Event.Waiting(contact, until: Sample.today + days)
      try sample.perform(.record(.waitingSet(agreed), on: Sample.today), on: id)
    }
    try waits(for: vos, days: 30)
    let query = try NetworkQuery(.country, NetworkFilter.parse("partij:corporatie", Sample.rules).get(), order: .kept)
    func rows(_ day: Day, from row: NetworkRow? = nil, _ direction: Direction = .forward, limit: Int = 9) throws
      -> [NetworkRow]
    {
      try sample.casebook.people(
        query, from: row, direction: direction, limit: limit, rules: Sample.rules, today: day)
    }
    #expect(try rows(Sample.today).map(\.contact.name) == ["K. Bos", "M. de Wit", "T. Vos"])
    let day = Sample.today + 4
    let all = try rows(day)
    #expect(all.map(\.contact.name) == ["M. de Wit", "K. Bos", "T. Vos"] && all.map(\.keptShare) == [0, nil, nil])
    let places = try sample.casebook.organisations(query, limit: 9, rules: Sample.rules, today: day)
    #expect(places.map(\.organisation) == ["Mitros", "Portaal"] && places.map(\.keptShare) == [0, nil])
    // Whoever kept one, with another open.
    try sample.sql("UPDATE contact SET agreed = 2, kept = 1 WHERE name = 'M. de Wit'")
    #expect(try rows(Sample.today).map(\.contact.name) == ["M. de Wit", "K. Bos", "T. Vos"])
    let whole = try rows(Sample.today)
    for place in whole.indices {
      let after = try rows(Sample.today, from: whole[place])
      #expect(after.map(\.contact) == whole[(place + 1)...].map(\.contact))
      let before = try rows(Sample.today, from: whole[place], .backward)
      #expect(before.map(\.contact) == whole[..<place].map(\.contact))
    }
    #expect(try rows(Sample.today, from: nil, .backward, limit: 2).map(\.contact.name) == ["K. Bos", "T. Vos"])
  }

  @Test("what a party records itself ends its silence in lists, in the network and in the dossier alike")
  func heardOf() throws {
    defer { sample.remove() }
    let coa = Contact(.coa, organisation: "COA Zeist", name: "F. Yilmaz")
    let id = try waits(for: coa, days: 30)
    func quiet() throws -> [Day?] {
      let dossier = try #require(try sample.casebook.dossier(id))
      let turn = try #require(dossier.standing(Sample.rules).turn)
      let query = Query(.turnOf(coa), in: Self.utrecht, on: Sample.today)
      let row = try #require(try sample.casebook.rows(query, limit: 9).first)
      let person = try people(Self.utrecht).first { $0.contact == coa }
      return [dossier.quiet(turn), row.silence(Sample.today).map { Sample.today - $0 }, person?.quiet]
    }
    let asked: Day? = Sample.today - 30
    #expect(try quiet() == [asked, asked, asked])
    // Neither what the municipality does itself nor what it notes is a sign of them.
    try sample.perform(.record(.blockerRaised(.init("bsn")), on: Sample.today - 9), on: id)
    try sample.note("COA nog bellen", on: id)
    #expect(try quiet() == [asked, asked, asked])
    try sample.casebook.perform(
      .record(.blockerCleared(.init("bsn")), on: Sample.today - 4), on: id, seen: nil, by: Actor("f.yilmaz", .coa),
      source: .screen, rules: Sample.rules, today: Sample.today)
    let heard: Day? = Sample.today - 4
    #expect(try quiet() == [heard, heard, heard])
    #expect(try isSound)
  }
}
