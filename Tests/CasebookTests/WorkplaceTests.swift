import Journey
import Testing

@testable import Casebook

// Where somebody works who is named in full.
extension NetworkTests {
  @Test("a full name brings its organisation along: the household's own, else where one of the town is called so")
  func workplace() throws {
    defer { sample.remove() }
    let id = try waits(for: Self.wit, days: 3)
    func guide(at place: String) -> Contact { Contact(.guidance, organisation: place, name: "S. El Amrani") }
    func place(_ party: PartyID = .guidance) throws -> String? {
      let dossier = try #require(try sample.casebook.dossier(id))
      return try sample.casebook.workplace(of: "s. el amrani", at: party, dossier, today: Sample.today)
    }
    _ = try join(guide(at: "Welzijn Amsterdam"), area: "GM0363")
    #expect(try place() == nil, "who works for another municipality is another person")
    _ = try join(guide(at: "Welzijn Utrecht"))
    #expect(try place() == "Welzijn Utrecht" && place(.corporation) == nil)
    _ = try join(guide(at: "Buurtteam Utrecht"))
    #expect(try place() == nil, "two are called so")
    try sample.perform(.record(.contactMade(.init(guide(at: "Buurtteam Utrecht"), .phone)), on: Sample.today), on: id)
    #expect(try place() == "Buurtteam Utrecht")
  }
}
