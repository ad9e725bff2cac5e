import GRDB
import Journey
import Testing

@testable import Casebook

@Suite("What a search is about")
struct OwnHitsTests {
  /// Two households called so, and two whose notes name the first: those have an earlier due day.
  private func filled() throws -> (Sample, named: [DossierID], mentioned: [DossierID]) {
    let sample = try Sample()
    var (named, mentioned): ([DossierID], [DossierID]) = ([], [])
    for number in 0..<4 {
      let isNamed = number >= 2
      let id = try sample.register("Can", isNamed ? "Yilmaz" : "Jansen").id
      if isNamed { named.append(id) } else { mentioned.append(id) }
      if !isNamed {
        try sample.casebook.perform(
          .record(.noteAdded(.init("tolk voor Yilmaz, zie 2026-000003")), on: Sample.today), on: id, seen: nil,
          by: Actor("anna"), source: .screen, rules: .builtIn, today: Sample.today)
      }
    }
    return (sample, named, mentioned)
  }

  @Test("a household whose name it is stands before those whose notes have it, in either direction of reading")
  func named() throws {
    let (sample, named, mentioned) = try filled()
    defer { sample.remove() }
    let query = Query(text: "yilmaz")
    let all = try sample.casebook.rows(query, limit: 9)
    #expect(Set(all.prefix(2).map(\.id)) == Set(named) && Set(all.suffix(2).map(\.id)) == Set(mentioned))
    for limit in 1...4 {
      var (paged, anchor): ([DossierID], Anchor?) = ([], nil)
      while let rows = try Optional(sample.casebook.rows(query, from: anchor, limit: limit)), let last = rows.last {
        paged += rows.map(\.id)
        anchor = last.anchor
      }
      #expect(paged == all.map(\.id))
      let back = try sample.casebook.rows(query, from: all[3].anchor, direction: .backward, limit: 9)
      #expect(back.map(\.id) == all.prefix(3).map(\.id))
    }
    #expect(try sample.casebook.count(query, limit: 9) == 4)
  }

  @Test(
    "of a text that finds nothing it can be said which words were looked for in names alone",
    arguments: [
      ("consulent per 1", "namen: 1."), ("consulent per 1 te-laat", "namen: 1."), ("al", "namen: al."),
      ("te 1 consulent", "namen: te, 1."), ("consulent per", nil), ("te-laat", nil), ("", nil), ("2026-0", nil),
    ] as [(String, String?)])
  func shortWords(filter: String, said: String?) throws {
    let query = try Query.parse(filter, today: Sample.today, rules: .builtIn, user: "anna").get()
    #expect(query.shortWords?.nl.contains(said ?? "-") ?? (said == nil), "\(String(describing: query.shortWords?.nl))")
  }

  @Test("a full case number finds that dossier first, then those that mention it; also when it is closed")
  func number() throws {
    let (sample, named, mentioned) = try filled()
    defer { sample.remove() }
    let text = named[0].description
    #expect(text == "2026-000003")
    func found() throws -> [DossierID] {
      let query = try Query.parse(text, today: Sample.today, rules: .builtIn, user: "anna").get()
      return try sample.casebook.rows(query, limit: 9).map(\.id)
    }
    #expect(try found().first == named[0] && Set(try found().dropFirst()) == Set(mentioned))
    try sample.casebook.perform(
      .record(.closed(.init(.leftNetherlands, "")), on: Sample.today), on: named[0], seen: nil, by: Actor("anna"),
      source: .screen, rules: .builtIn, today: Sample.today)
    #expect(try found().first == named[0])
  }

  @Test("one or two letters find the names that begin so in order of name, and a year with zeros the numbers that do")
  func beginnings() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let ids = try ["Yilmaz", "Yaman", "Jansen", "Yilmaz"].map { try sample.register("Can", $0).id }
    func found(_ text: String, _ sort: [SortKey] = []) throws -> [DossierID] {
      var query = Query(text: text)
      query.sort = sort
      var (found, anchor): ([DossierID], Anchor?) = ([], nil)
      while let row = try sample.casebook.rows(query, from: anchor, limit: 1).first {
        found.append(row.id)
        anchor = row.anchor
      }
      #expect(try sample.casebook.count(query, limit: 9) == found.count)
      return found
    }
    #expect(try found("y") == [ids[1], ids[0], ids[3]])
    #expect(try found("yi") == [ids[0], ids[3]])
    #expect(try found("y", [SortKey(.newest)]) == [ids[3], ids[1], ids[0]])
    #expect(try found("2026-000") == ids && found("2025-0").isEmpty)
    #expect(try found("2026-0", [SortKey(.name)]) == [ids[2], ids[1], ids[0], ids[3]])
  }

  @Test("with too many hits to sort the names are walked along their index, and none comes twice")
  func many() throws {
    let (sample, named, mentioned) = try filled()
    defer { sample.remove() }
    try sample.sql(
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= \(Listing.sortable))
      INSERT INTO search_text (id, text) SELECT 99990000000 + i, 'yilmaz' FROM n
      """)
    try sample.sql("INSERT INTO search (search) VALUES ('rebuild')")
    let rows = try sample.casebook.rows(Query(text: "yilmaz"), limit: 9)
    #expect(rows.map(\.id) == named + mentioned)
    let back = try sample.casebook.rows(Query(text: "yilmaz"), from: rows[3].anchor, direction: .backward, limit: 9)
    #expect(back.map(\.id) == rows.prefix(3).map(\.id))
    try sample.casebook.pool.read { db in
      for sql in try Listing(Query(text: "yilmaz"), db).pages(from: nil, .forward) {
        let plan = try ListPlan(sql + ListSQL("", [50]), db)
        #expect(!plan.walksAll && !plan.sorts, "\(plan)")
      }
    }
  }
}
