import GRDB
import Journey
import Testing

@testable import Casebook

@Suite("Lists and searches")
struct ListTests {
  @Test("an anchor that includes itself gives its own row first")
  func inclusive() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(9)
    let rows = try sample.casebook.rows(Query(), limit: 9)
    #expect(try sample.casebook.rows(Query(), from: rows[4].anchor.including(), limit: 2) == Array(rows[4...5]))
  }

  @Test(
    "a name is found however it is written, and by a part of it",
    arguments: ["ozturk", "Öztürk", "ztur", "oz", "OZTURK ay"])
  func search(_ text: String) throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = try sample.register("Ayşe", "Öztürk").id
    try sample.register("Jan", "Nowak")
    #expect(try sample.casebook.rows(Query(text: text), limit: 9).map(\.id) == [id])
  }

  @Test("case number, V-number and notes find the household")
  func references() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = try sample.register("Rima", "Al-Hassan", vNumber: "2901234567").id
    try sample.note("Heeft een rolstoel nodig", on: id)
    for text in ["2026-1", "2026-000001", "2901234567", "rolstoel", "al hassan"] {
      #expect(try sample.casebook.find(text, limit: 5).map(\.id) == [id], "\(text)")
    }
    #expect(try sample.casebook.find("niemand", limit: 5) == [])
    #expect(
      try sample.casebook.together { try $0.likely(foldedName: "rima al hassan", birth: PartialDate("1988-03-21")!) }
        == [id])
  }

  /// Orders that have an index, with filters that have one or go along.
  private static let orders: [[SortKey.By]] = [
    [], [.due], [.name], [.waiting], [.newest], [.stage], [.municipality], [.turn], [.owner], [.reception], [.changed],
    [.name, .persons], [.stage, .persons],
  ]

  @Test("no list in an order that has an index reads the whole table", arguments: orders)
  func plans(_ order: [SortKey.By]) throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(8)
    let conditions: [Filter] = [
      .everything, .text("oz"), .text("ozturk"), .stages([.search]), .municipalities(["GM0344"]), .parties([.coa]),
      .owner("anna"), .blocker(nil), .overdue(Sample.today), .reception("utrecht"), .name("ozt"), .not(.text("ozturk")),
      .any([.stages([.search]), .owner("anna")]),
    ]
    let row = try #require(try sample.casebook.rows(Query(), limit: 1).first)
    try sample.casebook.pool.read { db in
      for condition in conditions {
        for isReversed in [false, true] {
          let query = Query(condition, sort: order.map { SortKey($0, reversed: isReversed) })
          for sql in try Listing(query, db).pages(from: row.anchor, .forward) {
            let plan = try GRDB.Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql.text, arguments: sql.arguments + [50])
              .map { $0["detail"] as String }
            #expect(!plan.contains { $0.hasPrefix("SCAN dossier") && !$0.contains("INDEX") }, "\(plan) \(sql.text)")
          }
        }
      }
    }
  }

  @Test("no list sorts what an index has in order", arguments: orders.filter { $0.count < 2 }, [false, true])
  func sorting(_ order: [SortKey.By], _ isReversed: Bool) throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(8)
    let row = try #require(try sample.casebook.rows(Query(), limit: 1).first)
    try sample.casebook.pool.read { db in
      let query = Query(sort: order.map { SortKey($0, reversed: isReversed) })
      for direction in [Direction.forward, .backward] {
        for sql in try Listing(query, db).pages(from: row.anchor, direction) {
          let plan = try GRDB.Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql.text, arguments: sql.arguments + [50])
            .map { $0["detail"] as String }
          #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan) \(sql.text)")
        }
      }
    }
  }
}
