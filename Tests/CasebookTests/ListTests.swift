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

  @Test("a row says whose the next step is where another has the turn, as its story does")
  func stepOwner() throws {
    let field = try CountedField(dossiers: 150)
    defer { field.sample.remove() }
    var others = 0
    for row in try field.casebook.rows(Query(open: false), limit: 1_000) {
      let standing = try #require(try field.casebook.dossier(row.id)).standing(Sample.rules)
      let owner = standing.next?.owner
      guard let told = row.stepOwner else {
        #expect(owner == nil || owner == standing.turn?.contact || owner?.party == .household, "\(row.id)")
        continue
      }
      #expect(told != standing.turn?.contact && told.party == owner?.party, "\(row.id)")
      #expect(told == owner || told == Contact(.household), "\(row.id)")
      others += 1
    }
    #expect(others > 0)
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

  @Test(
    "a plan that goes through a whole table, index or full text is seen to, and so is one that sorts",
    arguments: [
      ("SELECT id FROM dossier NOT INDEXED", true, false),
      ("SELECT id FROM dossier INDEXED BY by_urgency ORDER BY due, last_contact, id", true, false),
      ("SELECT rowid FROM search", true, false), ("SELECT id FROM dossier WHERE due > 5 ORDER BY persons", false, true),
      ("SELECT id FROM dossier WHERE id IN (SELECT rowid FROM search WHERE search MATCH 'ozt')", false, false),
      ("SELECT id FROM dossier INDEXED BY by_urgency WHERE due > 5 ORDER BY due", false, false),
    ])
  func seenTo(_ sql: String, walksAll: Bool, sorts: Bool) throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.casebook.pool.read { db in
      let plan = try ListPlan(ListSQL(sql), db)
      #expect(plan.walksAll == walksAll && plan.sorts == sorts, "\(plan)")
    }
  }

  @Test("the pages of a text stay in the order of the first, also when its hits become too many to sort, or fewer")
  func textOrder() throws {
    let sample = try Sample()
    defer { sample.remove() }
    for surname in ["Yilmaz C", "Yilmaz A", "Yilmaz D", "Yilmaz B"] { try sample.register("Can", surname) }
    let query = Query(text: "yilmaz", sort: [SortKey(.name)])
    func names(_ rows: [ListRow]) -> String { rows.map { String($0.name.split(separator: ",")[0].last!) }.joined() }
    func pages(_ meanwhile: () throws -> Void) throws -> String {
      let first = try sample.casebook.rows(query, limit: 2)
      try meanwhile()
      let last = try #require(first.last)
      let second = try sample.casebook.rows(query, from: last.anchor, limit: 2)
      let back = try sample.casebook.rows(
        query, from: try #require(second.last).anchor, direction: .backward, limit: 3)
      return names(first) + names(second) + " " + names(back)
    }
    func more() throws {
      // Hits of dossiers beyond all numbers here: only how many there are matters.
      try sample.sql(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= \(Listing.sortable))
        INSERT INTO search_text (id, text) SELECT 99990000000 + i, 'yilmaz' FROM n
        """)
      try sample.sql("INSERT INTO search (search) VALUES ('rebuild')")
    }
    func fewer() throws {
      try sample.sql("DELETE FROM search_text WHERE id > 99990000000")
      try sample.sql("INSERT INTO search (search) VALUES ('rebuild')")
    }
    #expect(try pages(more) == "ABCD ABC")
    #expect(try pages(fewer) == "CADB CAD")
    #expect(try pages {} == "ABCD ABC")
  }

  @Test("a text, looked for with every letter, is counted no further than its hits are sorted; all else goes further")
  func countedTo() {
    let further = Query(.blocker(nil)).countedTo
    for filter in [.text("yil"), .every([.blocker(nil), .not(.text("yil"))]), .any([.text("a"), .blocker(nil)])]
      as [Filter]
    {
      #expect(Query(filter).countedTo == Listing.sortable && Listing.sortable < further)
    }
  }

  @Test("no list in an order that has an index reads the whole table", arguments: orders)
  func plans(_ order: [SortKey.By]) throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(8)
    let conditions: [Filter] = [
      .everything, .text("oz"), .text("ozturk"), .stages([.search]), .municipalities(["GM0344"]), .parties([.coa]),
      .owner("anna"), .blocker(nil), .overdue(Sample.today), .reception("utrecht"), .name("ozt"), .not(.text("ozturk")),
      .any([.stages([.search]), .owner("anna")]), .between(.uncalled, Filter.anyDay),
    ]
    let row = try #require(try sample.casebook.rows(Query(), limit: 1).first)
    try sample.casebook.pool.read { db in
      for condition in conditions {
        for isReversed in [false, true] {
          let query = Query(condition, sort: order.map { SortKey($0, reversed: isReversed) })
          for anchor in [nil, row.anchor] {
            for sql in try Listing(query, db, from: anchor).pages(from: anchor, .forward) {
              let plan = try ListPlan(sql + ListSQL("", [50]), db)
              #expect(!plan.walksAll, "\(plan) \(sql.text)")
            }
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
        for anchor in [nil, row.anchor] {
          for sql in try Listing(query, db, from: anchor).pages(from: anchor, direction) {
            let plan = try ListPlan(sql + ListSQL("", [50]), db)
            #expect(!plan.sorts && !plan.walksAll, "\(plan) \(sql.text)")
          }
        }
      }
    }
  }
}
