import Casebook
import Foundation
import Journey
import Quota
import Terminal
import Testing

@testable import Screens

@Suite("One number, whoever says it")
struct OneNumberTests {
  private let place: Workplace
  private let today = Day(2026, 11, 23)!
  private let period = HalfYear(2026, 2)

  init() throws {
    place = try Workplace()
    try place.fill(400)
  }

  private func casebook() throws -> Casebook { try Casebook.open(place.casebook) }

  /// The screen of the task, as somebody opens it now on all municipalities or on one.
  private func rows(of area: Area) throws -> [TaskRow] {
    let source = CasebookSource(casebook: try casebook(), rules: .builtIn, user: "c.willems", language: .nl)
    let model = Model(rules: .builtIn, language: .nl, user: "c.willems", today: today)
    let day = today
    let shell = Shell(model, source: source, worker: nil, clock: { day })
    _ = shell.draw(size: Size(columns: 160, rows: 50))
    shell.start(resumes: false)
    shell.run(.area(area))
    shell.handle(.wake)
    for key in area == .country ? "4d" : "4" { shell.handle(.key(.character(key))) }
    return shell.model.task.rows(.nl)
  }

  /// Of the report for inside the office, by municipality: its columns by name.
  private func report(_ area: Area) throws -> [String: [String: String]] {
    let out = place.folder.appending(path: "verslag")
    let result = try place.thuis("report", "--internal", "--scope", area.code, "--out", out.path)
    #expect(result.status == 0, "\(result.complaint)")
    let file = out.appending(path: "intern-task.csv")
    let text = try String(contentsOf: file, encoding: .utf8).trimmingPrefix("\u{FEFF}")
    let lines = text.split(separator: "\r\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let heading = try #require(lines.first)
    return Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map { line in
        (line[0], Dictionary(uniqueKeysWithValues: zip(heading, line)))
      })
  }

  /// Numbers by the names that `thuis quota` and the report give them; nil: there is none.
  private func said(_ row: TaskRow) -> [String: Int?] {
    let (line, figures) = (row.line, row.forecast?.figures)
    let hasTask = line.target.persons != nil
    return [
      "target": line.target.persons, "balanceBefore": line.balanceBefore, "correction": line.correction,
      "shift": line.shift, "task": hasTask ? line.task : nil, "housed": line.housed, "onTheWay": line.onTheWay,
      "balance": line.balance, "enforceableBacklog": line.enforceableBacklog, "p15": figures?.p15,
      "p50": figures?.p50, "p85": figures?.p85,
    ]
  }

  @Test("of every municipality the screen, the ledger and the report say the same, forecast included")
  func everyMunicipality() throws {
    let report = try report(.country)
    let ledger = try #require(try place.thuis("quota", "--scope", "NL", "--format", "json").json as? [[String: Any]])
    let quota = Dictionary(
      ledger.map { ($0["municipality"] as? String ?? "", $0) }, uniquingKeysWith: { one, _ in one })
    let rows = try rows(of: .country)
    #expect(Set(rows.map(\.line.area.code)) == Set(Reference.municipalities.map(\.code)))
    var forecasts = 0
    for row in rows {
      let code = row.line.area.code
      let (printed, listed) = (try #require(report[code]), try #require(quota[code]))
      for (name, value) in said(row) {
        #expect(printed[name].flatMap { Int($0) } == value, "report, \(code) \(name)")
        // Without a target the ledger says a task of what was carried over.
        if name != "task" || value != nil { #expect(listed[name] as? Int == value, "ledger, \(code) \(name)") }
      }
      forecasts += row.forecast?.figures == nil ? 0 : 1
    }
    #expect(forecasts == rows.count)
  }

  @Test("a forecast that is made anew on the same day comes out as the one on the screen and in the report")
  func anew() throws {
    let printed = try report(.province("PV24"))
    let busiest = try rows(of: .province("PV24")).max { $0.line.onTheWay < $1.line.onTheWay }
    let row = try #require(busiest)
    let code = row.line.area.code
    for flags in [[], ["--anew"]] {
      let one = place.result(of: try place.start(["forecast", "--scope", code, "--format", "json"] + flags))
      let forecast = try #require(one.json as? [String: Any])
      for name in ["p15", "p50", "p85"] {
        #expect(forecast[name] as? Int == said(row)[name] ?? nil, "\(code) \(name) \(flags)")
        #expect(printed[code]?[name].flatMap { Int($0) } == forecast[name] as? Int)
      }
    }
  }

  @Test("with homes known to come the screen, the report and the command still say one number, and none says more")
  func homes() throws {
    let busiest = try rows(of: .province("PV24")).max { $0.line.onTheWay < $1.line.onTheWay }
    let code = try #require(busiest).line.area.code
    func command() throws -> [String: Any] {
      try #require(
        try place.thuis("forecast", "--scope", code, "--format", "json").json as? [String: Any])
    }
    let before = try command()
    #expect(before["homesAreKnown"] as? Bool == false)
    let posted = try place.thuis(
      "quota", "post", "homes", "--municipality", Reference.name(ofMunicipality: code), "--homes", "0,2", "--source",
      "brief corporatie")
    #expect(posted.status == 0, "\(posted.complaint)")
    let after = try command()
    #expect(after["homesAreKnown"] as? Bool == true)
    #expect(try #require(after["p85"] as? Int) <= #require(before["p85"] as? Int))
    let row = try #require(try rows(of: .province("PV24")).first { $0.line.area.code == code })
    let printed = try report(.province("PV24"))[code]
    for name in ["p15", "p50", "p85"] {
      #expect(after[name] as? Int == said(row)[name] ?? nil, "\(name)")
      #expect(printed?[name].flatMap { Int($0) } == after[name] as? Int, "\(name)")
    }
  }

  @Test("a kept forecast that holds is what the screen, the report and the command say, of a row and of the whole")
  func kept() throws {
    let casebook = try casebook()
    let ledger = try casebook.ledger(rules: .builtIn, today: today)
    let areas = [Area.province("PV26"), .municipality("GM0344")]
    for (place, area) in areas.enumerated() {
      let line = ledger.line(area, in: period)
      // Not what would come out: so that one can see where it comes from.
      let middle = 9_000 + place
      let figures = KeptForecast.Figures(
        p15: middle - 1, p50: middle, p85: middle + 1, chance: 0.5, households: 7, spells: 8,
        weeks: [.init(period.last, p15: middle - 1, p50: middle, p85: middle + 1)])
      try casebook.keep(
        KeptForecast(
          area, period, day: today, changes: try casebook.changesSeen(),
          grounds: try casebook.forecastGrounds([line])[area], .figures(figures)))
    }
    #expect(try report(areas[0])["GM0344"]?["p50"] == "9001")
    let whole = try String(contentsOf: place.folder.appending(path: "verslag/intern-forecast.csv"), encoding: .utf8)
    #expect(whole.contains(";9000;"))
    let row = try rows(of: areas[0]).first { $0.line.area == areas[1] }
    #expect(row?.forecast?.figures?.p50 == 9_001)
    func command(_ flags: String...) throws -> Int? {
      let one = place.result(of: try place.start(["forecast", "--scope", "PV26", "--format", "json"] + flags))
      return (one.json as? [String: Any])?["p50"] as? Int
    }
    #expect(try command() == 9_000)
    let anew = try #require(try command("--anew"))
    #expect(anew < 9_000)
    #expect(try command() == anew)
  }
}
