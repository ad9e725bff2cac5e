import GRDB
import Journey
import Testing

@testable import Casebook

@Suite("Lists and searches")
struct ListTests {
  @Test("paging forward and backward gives every row once, in every order", arguments: Query.Order.allCases)
  func paging(_ order: Query.Order) throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(37)
    var towns = Query(order: order)
    towns.municipalities = ["GM0344", "GM0363"]
    var stages = Query(order: order)
    stages.stages = [.permit, .search]
    for query in [
      Query(order: order), towns, stages, Query(text: "azc", order: order), Query(text: "oz", order: order),
    ] {
      let all = try sample.casebook.rows(query, limit: 1000)
      #expect(!all.isEmpty)
      #expect(try sample.casebook.count(query, limit: 1000) == all.count)
      var forward: [ListRow] = []
      while true {
        let page = try sample.casebook.rows(query, from: forward.last?.anchor, limit: 5)
        if page.isEmpty { break }
        forward += page
      }
      #expect(forward == all)
      var backward: [ListRow] = []
      while true {
        let page = try sample.casebook.rows(query, from: backward.first?.anchor, direction: .backward, limit: 4)
        if page.isEmpty { break }
        backward = page + backward
      }
      #expect(backward == all)
    }
  }

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

  @Test("no list reads the whole table without an index", arguments: Query.Order.allCases)
  func plans(_ order: Query.Order) throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(8)
    var queries = [Query(order: order), Query(text: "oz", order: order), Query(text: "ozturk", order: order)]
    for change: (inout Query) -> Void in [
      { $0.stages = [.search] }, { $0.municipalities = ["GM0344"] }, { $0.party = .coa }, { $0.owner = "anna" },
      { $0.blocker = "*" }, { ($0.overdue, $0.today) = (true, Sample.today) }, { $0.open = false },
    ] {
      var query = Query(order: order)
      change(&query)
      queries.append(query)
    }
    try sample.casebook.pool.read { db in
      for query in queries {
        let anchor = Anchor(
          id: DossierID(year: 2026, serial: 1), due: 1, lastContact: 1, waiting: 1, stage: 1, name: "a")
        for sql in try Listing(query, db).page(from: anchor, .forward, limit: 50) {
          let plan = try GRDB.Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql.text, arguments: sql.arguments)
            .map { $0["detail"] as String }
          #expect(!plan.contains { $0.hasPrefix("SCAN dossier") && !$0.contains("INDEX") }, "\(plan) \(sql.text)")
        }
      }
    }
  }
}
