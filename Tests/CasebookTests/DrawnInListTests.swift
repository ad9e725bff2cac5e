import Journey
import Testing

@testable import Casebook

// Who is in the list of the network, and by what it is put in order.
extension NetworkTests {
  private static let bakery = Contact(PartyID("employer"), organisation: "Bakkerij Bakker", name: "P. Bakker")

  @Test("whoever a household drew in for one purpose is in no list of the network, but where they are asked for")
  func drawnIn() throws {
    defer { sample.remove() }
    let id = try waits(for: Self.wit, days: 3)
    try sample.perform(.record(.drawnIn(.init(Self.bakery, for: "rooster")), on: Sample.today - 2), on: id)
    try sample.perform(.record(.contactMade(.init(Self.bakery, .phone)), on: Sample.today - 1), on: id)
    func holds(_ filter: String) throws -> Bool {
      try people(Self.utrecht, filter).contains { $0.contact == Self.bakery }
    }
    #expect(try !holds("") && !holds("bakker") && holds("betrokken") && !holds("-betrokken"))
    #expect(try people(.country, "drawn-in").map(\.contact) == [Self.bakery])
    let all = try NetworkQuery(.country, NetworkFilter.parse("", Sample.rules).get())
    let count = try sample.casebook.count(all, limit: 99, rules: Sample.rules, today: Sample.today)
    #expect(try count == people().count)
    #expect(try isSound)
  }

  @Test("whoever was drawn in and is taken in has a line, with the household; and none once they are released")
  func drawnInAndTakenIn() throws {
    defer { sample.remove() }
    let id = try waits(for: Self.wit, days: 3)
    try sample.perform(.record(.drawnIn(.init(Self.bakery, for: "rooster")), on: Sample.today - 2), on: id)
    try sample.perform(.record(.contactMade(.init(Self.bakery, .phone)), on: Sample.today - 1), on: id)
    // Of another area: they are taken in all the same.
    _ = try join(Self.bakery, area: "GM0363")
    let row = try people(Self.utrecht).first { $0.contact == Self.bakery }
    #expect(row?.households == 1 && row?.partner != nil)
    let who = try #require(try sample.casebook.dossier(id)?.needed.first)
    try sample.perform(.record(.released(.init(who.number, "rond")), on: Sample.today), on: id)
    #expect(try !people(Self.utrecht, "betrokken").contains { $0.contact == Self.bakery })
    #expect(try isSound)
  }

  @Test("people are put in order by how long they take to answer and by what they kept, those without figures last")
  func byAnswers() throws {
    defer { sample.remove() }
    let vos = Contact(.corporation, organisation: "Portaal", name: "T. Vos")
    for (contact, days) in [(Self.wit, 12), (Self.bos, 3)] {
      let id = try waits(for: contact, days: days + 5)
      try sample.perform(.record(.contactMade(.init(contact, .phone)), on: Sample.today - 5), on: id)
    }
    try waits(for: vos, days: 2)
    func names(_ order: NetworkQuery.Order) throws -> [Contact] {
      try people(.country, "partij:corporatie", order: order).map(\.contact)
    }
    let answered = try names(.answers)
    #expect(answered.firstIndex(of: Self.wit)! < answered.firstIndex(of: Self.bos)! && answered.last == vos)
    try sample.sql("UPDATE contact SET agreed = 4, kept = 3 WHERE name = 'T. Vos'")
    try sample.sql("UPDATE contact SET agreed = 4, kept = 1 WHERE name = 'K. Bos'")
    let kept = try names(.kept)
    #expect(kept.prefix(2) == [Self.bos, vos] && kept.last == Self.wit)
  }

  @Test(
    "every order of people is called by its name or by its column, and one of dossiers by neither",
    arguments: [
      ("answers", NetworkQuery.Order.answers), ("reactie", .answers), ("afspraken", .kept), ("turns", .turns),
    ])
  func named(text: String, order: NetworkQuery.Order) {
    defer { sample.remove() }
    #expect(NetworkQuery.Order(named: text) == order)
    #expect(NetworkQuery.Order(named: "fase") == nil && NetworkQuery.Order(named: "-naam") == nil)
    #expect(SortKey.read("reactie") == nil)
  }
}
