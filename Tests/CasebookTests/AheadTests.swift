import GRDB
import Testing

@testable import Casebook

@Suite("What is made ahead on several threads")
struct AheadTests {
  private struct Torn: Error {}

  @Test("it comes in order, however many there are, and each sees the casebook", arguments: [0, 1, 40, 1000])
  func order(count: Int) throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.register("Rima", "Haddad")
    let ahead = Ahead(count, sample.casebook.pool) { db, index in
      index * (try Int.fetchOne(db, sql: "SELECT count(*) FROM dossier") ?? 0)
    }
    defer { ahead.end() }
    for index in 0..<count { #expect(try ahead.take() == index) }
  }

  @Test("stories are cut into pieces that hold every key once, also those of no list", arguments: [1, 2, 3, 50])
  func pieces(share: Int) throws {
    let sample = try Sample()
    defer { sample.remove() }
    let ids = try (0..<5).map { try sample.register("Rima", "Haddad \($0)").id.value }
    let pieces = try sample.casebook.pool.read { db in try StoryReader.pieces(of: share, db) }
    #expect(pieces.first?.lowerBound == .min && pieces.last?.upperBound == .max)
    for (one, next) in zip(pieces, pieces.dropFirst()) { #expect(one.upperBound + 1 == next.lowerBound) }
    for piece in pieces { #expect(ids.count(where: piece.contains) <= share) }
  }

  @Test("what is made aside is there when it is asked for")
  func aside() {
    let long = Aside { (1...1000).reduce(0, +) }
    #expect(Aside { "here" }.value == "here" && long.value == 500_500)
  }

  @Test("who ends it half-way waits for nobody, and what fails is said to who takes")
  func ends() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let long = Ahead(100_000, sample.casebook.pool) { _, index in index }
    #expect(try long.take() == 0)
    long.end()
    let torn = Ahead(40, sample.casebook.pool) { _, index in
      if index == 20 { throw Torn() }
      return index
    }
    defer { torn.end() }
    #expect(throws: Torn.self) { for _ in 0..<40 { _ = try torn.take() } }
  }
}
