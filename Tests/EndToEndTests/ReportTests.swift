import Foundation
import Journey
import Testing

/// `thuis report`: what a coordinator sends on.
@Suite("thuis report")
struct ReportTests {
  let place: Workplace
  let folder: URL

  init() throws {
    place = try Workplace()
    try place.fill(400)
    folder = place.folder.appending(path: "verslag")
  }

  private func report(_ arguments: String..., in name: String = "verslag") throws -> Binary.Result {
    let out = place.folder.appending(path: name).path
    return try place.result(of: place.start(["report", "--out", out] + arguments))
  }

  private func files(_ name: String = "verslag") throws -> [String: Data] {
    let folder = place.folder.appending(path: name)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }

  private func text(_ data: Data?) throws -> String { String(decoding: try #require(data), as: UTF8.self) }

  @Test("writes a page and its tables, and says where")
  func writes() throws {
    let result = try report("--scope", "PV26")
    #expect(result.status == 0, "\(result.complaint)")
    let files = try files()
    #expect(result.output.contains("verslag/report.html") && result.output.contains("\(files.count - 1) tabellen"))
    let page = try text(files["report.html"])
    #expect(page.contains("Provincie Utrecht") && page.contains("Halen we de opgave?"))
    for name in files.keys where name != "report.html" { #expect(page.contains("href=\"\(name)\"")) }
    let rows = try text(files["task.csv"]).split(separator: "\r\n")
    #expect(rows.count == 1 + 26)
    // The same figures as the ledger that the command prints.
    let quota = try #require(
      try place.thuis("quota", "--scope", "PV26", "--format", "json").json as? [[String: Any]])
    for (row, line) in zip(rows.dropFirst(), quota) {
      let cells = row.split(separator: ";", omittingEmptySubsequences: false)
      #expect(cells[0] == (line["municipality"] as? String ?? "")[...])
      #expect(Int(cells[6]) == (line["target"] is NSNull ? nil : line["task"] as? Int))
    }
  }

  @Test("report, ledger and forecast say the same of every municipality, and the screen keeps the same forecast")
  func agrees() throws {
    #expect(try report("--internal", "--scope", "PV26").status == 0)
    let rows = try text(try files()["intern-task.csv"]).split(separator: "\r\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let heading = rows[0].map { $0.trimmingPrefix("\u{FEFF}") }.map(String.init)
    let quota = try #require(try place.thuis("quota", "--scope", "PV26", "--format", "json").json as? [[String: Any]])
    var compared = 0
    for (row, line) in zip(rows.dropFirst(), quota) {
      let code = try #require(line["municipality"] as? String)
      let forecast = try #require(
        try place.thuis("forecast", "--scope", code, "--format", "json").json as? [String: Any])
      for (name, cell) in zip(heading, row) {
        if ["p15", "p50", "p85"].contains(name) {
          #expect(Int(cell) == forecast[name] as? Int && Int(cell) == line[name] as? Int, "\(code) \(name)")
          compared += Int(cell) == nil ? 0 : 1
        }
        guard
          [
            "target", "balanceBefore", "correction", "shift", "housed", "onTheWay", "balance", "linkedByReferenceDate",
            "excusable", "enforceableBacklog",
          ].contains(name)
        else { continue }
        #expect(Int(cell) == line[name] as? Int, "\(code) \(name)")
        compared += 1
      }
    }
    #expect(quota.count == 26 && compared > 200)
  }

  @Test("its weeks are those of the screen, Monday to Sunday; where the half-year begins within one it is in two parts")
  func weeks() throws {
    #expect(try report("--internal", "--scope", "NL").status == 0)
    let rows = try text(try files()["intern-weeks.csv"]).split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let days = try rows.map { (first: try #require(Day($0[0])), last: try #require(Day($0[1]))) }
    let (begin, today) = (Day(2026, 7, 1)!, Day(2026, 11, 23)!)
    #expect(days.allSatisfy { $0.first.weekday == 1 || $0.first == begin })
    #expect(days.allSatisfy { $0.last.weekday == 7 || $0.last == begin - 1 || $0.last == today })
    #expect(zip(days, days.dropFirst()).allSatisfy { $1.first == $0.last + 1 } && days.last?.last == today)
    let own = zip(days, rows).filter { $0.0.first >= begin }.reduce(0) { $0 + (Int($1.1[2]) ?? 0) }
    let quota = try #require(try place.thuis("quota", "--format", "json").json as? [[String: Any]])
    #expect(own == quota.reduce(0) { $0 + ($1["housed"] as? Int ?? 0) } && own > 0)
    // The flow is of the ends of those weeks.
    let flow = try text(try files()["intern-flow.csv"]).split(separator: "\r\n").dropFirst().map { $0.prefix(10) }
    #expect(!flow.isEmpty)
    #expect(Set(flow.map(String.init)).isSubset(of: Set(rows.map { $0[1] } + ["\(days[0].first - 1)"])))
  }

  @Test("speaks the language that is asked for")
  func english() throws {
    #expect(try report("--scope", "GM0344", "--lang", "en").status == 0)
    let page = try text(try files()["report.html"])
    #expect(page.contains("<html lang=\"en\">") && page.contains("Will the task be met?"))
    #expect(!page.contains("Opgave"))
  }

  @Test("the same casebook on the same day gives the same bytes")
  func deterministic() throws {
    _ = try report("--scope", "PV26")
    _ = try report("--scope", "PV26", in: "nogmaals")
    #expect(try files() == files("nogmaals"))
  }

  @Test("no household is in it by name or number, not even for inside the office", arguments: [[], ["--internal"]])
  func nobody(flags: [String]) throws {
    let result = try place.result(of: place.start(["report", "--scope", "PV28", "--out", folder.path] + flags))
    #expect(result.status == 0, "\(result.complaint)")
    let all = try files().values.map { String(decoding: $0, as: UTF8.self) }.joined()
    let households = try place.list("all", limit: 0)
    #expect(households.count == 400)
    for household in households {
      #expect(!all.contains(household.id))
      #expect(!all.contains(household.name))
    }
  }

  @Test("small numbers are hidden unless it is for inside the office; that edition is for the owner's eyes")
  func small() throws {
    _ = try report("--scope", "PV28")
    _ = try report("--scope", "PV28", "--internal", in: "intern")
    let (shared, own) = (try files(), try files("intern"))
    func housed(_ files: [String: Data], _ name: String) throws -> [Substring] {
      try text(files[name]).split(separator: "\r\n").dropFirst()
        .map { $0.split(separator: ";", omittingEmptySubsequences: false)[7] }
    }
    let (few, all) = (try housed(shared, "task.csv"), try housed(own, "intern-task.csv"))
    #expect(few.allSatisfy { Int($0).map { !(1...4).contains($0) } ?? ($0 == "<5" || $0 == "*") })
    #expect(few.contains("<5"))
    #expect(all.allSatisfy { Int($0) != nil })
    let file = place.folder.appending(path: "intern/intern-report.html").path
    let access = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(access == 0o600)
  }

  @Test("where the days went is said by the command too, of the same half-year")
  func days() throws {
    #expect(try report("--internal", "--period", "2026H2").status == 0)
    let rows = try text(try files()["intern-days.csv"]).split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ";", omittingEmptySubsequences: false)
    }
    func told(_ period: String) throws -> [String: Any] {
      let result = try place.thuis("pipeline", "--days", "--period", period, "--format", "json")
      return try #require(result.json as? [String: Any])
    }
    let json = try told("2026H2")
    let parties = try #require(json["parties"] as? [[String: Any]]).compactMap { $0["days"] as? Int }
    #expect(!parties.isEmpty && rows.compactMap { Int($0[1]) } == parties + [parties.reduce(0, +)])
    #expect(json["homeSince"] as? String == "2026-07-01" && json["homeThrough"] as? String == "2026-11-23")
    #expect(try told("2026H1")["homeThrough"] as? String == "2026-06-30")
    #expect(try place.thuis("pipeline", "--period", "2026H2").status == 64)
    #expect(try place.thuis("pipeline", "--days", "--period", "2027H1").status == 64)
  }

  @Test("in one folder the internal report stands beside the one that may go out, under names of its own")
  func beside() throws {
    _ = try report("--scope", "PV28")
    let shared = try files()
    let result = try report("--scope", "PV28", "--internal")
    #expect(result.output.contains("verslag/intern-report.html"), "\(result.output)")
    let both = try files()
    #expect(shared.allSatisfy { both[$0.key] == $0.value })
    #expect(Set(both.keys) == Set(shared.keys.flatMap { [$0, "intern-\($0)"] }))
    let page = try text(both["intern-report.html"])
    for name in shared.keys where name != "report.html" {
      #expect(page.contains("href=\"intern-\(name)\"") && !page.contains("href=\"\(name)\""))
    }
  }

  @Test("a half-year that is over has an outcome and no forecast")
  func past() throws {
    #expect(try report("--scope", "GM0344", "--period", "2026H1").status == 0)
    let page = try text(try files()["report.html"])
    #expect(page.contains("Het halfjaar is voorbij"))
    #expect(!page.contains("de kans is"))
    // The board is of now.
    #expect(page.contains("waar mensen nu staan hoort bij een later halfjaar"))
    #expect(try text(try files()["board.csv"]).split(separator: "\r\n").count == 1)
  }

  @Test("of a half-year to come the balance before, which says who was housed so far, is in the internal report only")
  func toCome() throws {
    _ = try report("--scope", "PV28", "--period", "2027H1")
    _ = try report("--scope", "PV28", "--period", "2027H1", "--internal", in: "intern")
    let (shared, own) = (try files(), try files("intern"))
    func balances(_ files: [String: Data], _ name: String) throws -> [Substring] {
      try text(files[name]).split(separator: "\r\n").dropFirst()
        .map { $0.split(separator: ";", omittingEmptySubsequences: false)[3] }
    }
    #expect(try balances(shared, "task.csv").allSatisfy { $0 == "*" })
    #expect(try balances(own, "intern-task.csv").allSatisfy { Int($0) != nil })
    #expect(try balances(own, "intern-task.csv").contains { $0 != "0" })
    let (page, inside) = (try text(shared["report.html"]), try text(own["intern-report.html"]))
    #expect(page.contains("alleen in het interne rapport") && !page.contains("het saldo vooraf is dat van nu"))
    #expect(inside.contains("het saldo vooraf is dat van nu"))
  }

  @Test("of the country every province has its table, and every municipality its row")
  func country() throws {
    #expect(try report("--period", "2026H1").status == 0)
    let page = try text(try files()["report.html"])
    for province in ["PV20", "PV26", "PV31"] { #expect(page.contains("<h3 id=\"\(province)\">")) }
    #expect(try text(try files()["task.csv"]).split(separator: "\r\n").count == 1 + 342)
  }

  @Test("what is no area, no half-year or no folder is said with what was expected")
  func mistakes() throws {
    let area = try report("--scope", "PV99")
    #expect(area.status == 64 && area.complaint.contains("PV26"))
    let period = try report("--period", "2026H3")
    #expect(period.status == 64 && period.complaint.contains("2026H2"))
    let file = place.folder.appending(path: "bestand").path
    try "".write(toFile: file, atomically: true, encoding: .utf8)
    let folder = try place.thuis("report", "--scope", "GM0344", "--out", file)
    #expect(folder.status == 74)
    #expect(folder.complaint.contains("kan niet worden geschreven: er is al iets met die naam."), "\(folder.complaint)")
    #expect(try place.thuis("report").status == 64)
  }
}
