import Foundation
import Journey
import Testing

@Suite("The task on the command line", .serialized)
struct QuotaCommandTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  /// Every municipality with its inhabitants of 2022, in a file.
  private func population(_ change: (String) -> String = { $0 }) throws -> String {
    let rows = Reference.municipalities.map { "\($0.code),\"\($0.name)\",x,\($0.inhabitants2022)" }
    let file = place.folder.appending(path: "inwoners.csv")
    try change("code,name,province,inhabitants\n" + rows.joined(separator: "\n") + "\n")
      .write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private func rows(_ arguments: String...) throws -> [[String: Any]] {
    let result = place.result(of: try place.start(["quota", "--format", "json"] + arguments))
    return try #require(result.json as? [[String: Any]])
  }

  @Test("inhabitants are taken in once, and the targets of 2023H1 follow from them")
  func population2022() throws {
    let file = try population()
    let first = try place.thuis("quota", "import", file, "--year", "2022")
    #expect(first.status == 0)
    let second = try place.thuis("quota", "import", file, "--year", "2022")
    #expect(second.status == 0 && second.output.contains("niets nieuws"))
    let rows = try rows("--period", "2023H1", "--scope", "NL")
    #expect(rows.count == 342)
    #expect(rows.reduce(0) { $0 + ($1["target"] as? Int ?? 0) } == 21_362)
    let hogeland = rows.first { $0["municipality"] as? String == "GM1966" }
    #expect(hogeland?["target"] as? Int == 58)
    let promised: Set = [
      "municipality", "target", "balanceBefore", "correction", "task", "housed", "onTheWay", "balance",
      "enforceableBacklog", "pace", "p15", "p50", "p85", "chance",
      "forecastDay", "forecastChangesSince",
    ]
    for row in rows { #expect(promised.isSubset(of: Set(row.keys))) }
  }

  @Test("a list with a mistake is refused with its line and what was expected, and nothing of it is posted")
  func mistake() throws {
    try place.thuis("quota", "import", try population(), "--year", "2021")
    let file = try population { $0.replacing(",25579", with: ",veel") }
    let result = try place.thuis("quota", "import", file, "--year", "2022", "--lang", "en")
    #expect(result.status == 1)
    #expect(result.complaint.contains("line 2, column inhabitants") && result.complaint.contains("expected"))
    #expect(try place.thuis("quota", "log").output.split(separator: "\n").count == 1)
    #expect(try place.thuis("quota", "import", file + "x", "--year", "2022").status == 66)
    #expect(try place.thuis("quota", "import", file, "--targets").status == 64)
  }

  @Test("a list that is taken in answers a program too: its rows, the number of its posting, its mistakes")
  func importForPrograms() throws {
    let file = try population()
    func told(_ file: String) throws -> [String: Any] {
      try #require(
        try place.thuis("quota", "import", file, "--year", "2022", "--format", "json").json as? [String: Any])
    }
    let first = try told(file)
    #expect(first["rows"] as? Int == 342 && first["posted"] as? Int == 1)
    #expect(try told(file)["posted"] is NSNull)
    let wrong = try told(population { $0.replacing(",25579", with: ",veel") })
    #expect(wrong["posted"] is NSNull && (wrong["mistakes"] as? [String])?.count == 1)
  }

  @Test("a list that is older than what holds says that it changes nothing, and which day holds")
  func olderList() throws {
    func told(_ target: Int, _ asOf: String, _ option: String...) throws -> String {
      let list = place.folder.appending(path: "doelen.csv")
      try "code;naam;doel\nGM0344;Utrecht;\(target)\n".write(to: list, atomically: true, encoding: .utf8)
      let words = ["quota", "import", list.path, "--targets", "--period", "2026H2", "--as-of", asOf] + option
      return place.result(of: try place.start(words)).output
    }
    #expect(try !told(30, "2026-11-01").contains("latere stand"))
    let note = "Van 1 gemeente verandert niets: daar geldt een latere stand, van 1 nov 2026."
    #expect(try told(28, "2026-10-01", "--dry-run").contains("zou geboekt worden. " + note))
    #expect(try told(28, "2026-10-01").contains(note))
    #expect(try !told(31, "2026-11-02").contains("latere stand"))
    #expect(try rows("--scope", "GM0344").first?["target"] as? Int == 31)
  }

  @Test("behind the row of a province stands how many of its figures were published otherwise, and where to read which")
  func disputed() throws {
    func take(_ figures: String, _ period: String, _ asOf: String) throws {
      let list = place.folder.appending(path: "doelen.csv")
      try "code;doel;saldo;gerealiseerd\nGM0344;\(figures)\n".write(to: list, atomically: true, encoding: .utf8)
      let result = try place.thuis("quota", "import", list.path, "--targets", "--period", period, "--as-of", asOf)
      #expect(result.status == 0, "\(result.complaint)")
    }
    try take("10;0;10", "2026H1", "2026-07-01")
    try take("30;5;", "2026H2", "2026-11-01")
    let province = try place.thuis("quota", "--scope", "PV26").output
    let rows = province.split(separator: "\n")
    #expect(rows.contains { $0.hasPrefix("Utrecht ") && $0.hasSuffix("  · 1") }, "\(province)")
    #expect(rows.contains { $0.hasPrefix("Samen ") && $0.hasSuffix("  · 1") })
    #expect(rows.filter { $0.hasSuffix("  · 1") }.count == 2 && province.contains("--scope GM0344 zegt welk"))
    let one = try place.thuis("quota", "--scope", "GM0344").output
    #expect(one.contains("verschil +5") && !one.contains("achter een rij"))
  }

  @Test("an area goes by its name; of one that a province and a municipality share both are said")
  func names() throws {
    #expect(try place.thuis("quota", "import", try population(), "--year", "2022").status == 0)
    func codes(_ scope: String) throws -> Int { try rows("--period", "2023H1", "--scope", scope).count }
    #expect(try codes("provincie Utrecht") == 26 && codes("gemeente Utrecht") == 1 && codes("Flevoland") == 6)
    #expect(try codes("Zeist") == 1 && codes("Nederland") == 342)
    for command in ["quota", "pipeline"] {
      let both = try place.thuis(command, "--scope", "Utrecht")
      #expect(both.status == 64 && both.complaint.contains("GM0344") && both.complaint.contains("PV26"))
    }
  }

  @Test("an opening balance, a correction and a shift change the task, and can be taken back")
  func posts() throws {
    func task(_ code: String) throws -> Int? { try rows("--period", "2023H1", "--scope", code)[0]["task"] as? Int }
    #expect(
      try place.thuis(
        "quota", "post", "opening", "--municipality", "Het Hogeland", "--period", "2023H1", "--persons", "4"
      )
      .status == 0)
    #expect(try task("GM1966") == 54)
    #expect(
      try place.thuis(
        "quota", "post", "correction", "--municipality", "GM1966", "--period", "2023H1", "--persons", "-3", "--reason",
        "dubbel"
      ).status == 0)
    #expect(try task("GM1966") == 51)
    #expect(
      try place.thuis(
        "quota", "post", "shift", "--from", "GM1966", "--to", "Groningen", "--period", "2023H1", "--persons", "5",
        "--agreement", "brief"
      ).status == 0)
    #expect(try task("GM1966") == 46)
    #expect(try place.thuis("quota", "undo").status == 0)
    #expect(try task("GM1966") == 51)
    #expect(try place.thuis("quota", "undo", "--redo").status == 0)
    #expect(try task("GM1966") == 46)
    #expect(try place.thuis("check").status == 0)
    #expect(try place.thuis("quota", "--period", "2023H1", "--scope", "GM1966", "--why").output.contains("dubbel"))
  }

  @Test("what is likely a slip is posted, and said after it")
  func doubts() throws {
    let correction = [
      "quota", "post", "correction", "--municipality", "Zeist", "--period", "2016H2", "--persons", "3", "--reason", "x",
    ]
    let first = try place.result(of: place.start(correction))
    #expect(first.status == 0, "\(first)")
    #expect(
      first.output.contains(
        "  ! van 2016H2 is geen doel en geen beginsaldo bekend; het overzicht van Zeist begint dan daar"), "\(first)")
    let again = try place.result(of: place.start(correction)).output
    #expect(
      again.contains("  ! eenzelfde boeking staat er al, van 23 nov 2026 (boeking 1)") && !again.contains("begint dan"),
      "\(again)")
  }

  @Test("what is refused names its option; an unknown act or scope says which there are")
  func refusals() throws {
    let refused = try place.thuis("quota", "post", "correction", "--municipality", "Utrecht", "--persons", "3")
    #expect(refused.status == 1 && refused.complaint.contains("--reden"))
    let english = try place.thuis("quota", "post", "correctie", "--gemeente", "Utrecht", "--personen", "3", "--lang=en")
    #expect(english.status == 1 && english.complaint.contains("--reason"))
    #expect(try place.thuis("quota", "post", "boete", "--x", "1").status == 64)
    let fields = try place.thuis("quota", "post", "supervision")
    #expect(fields.status == 64 && fields.output.contains("substitution"))
    #expect(try place.thuis("quota", "--scope", "Atlantis").status == 64)
    #expect(try place.thuis("quota", "--period", "najaar").status == 64)
  }

  @Test("a plan says what lacks in it")
  func plan() throws {
    // A correction is no part of an approach.
    #expect(
      try place.thuis("quota", "post", "correction", "--municipality", "Zeist", "--persons", "1", "--reason", "x")
        .status
        == 0)
    #expect(try place.thuis("quota", "post", "structure", "--municipality", "Utrecht", "--lead", "Bos").status == 0)
    let result = try place.thuis("plan", "--scope", "gemeente Utrecht")
    #expect(result.output.contains("geen besluit van het college vastgelegd"))
    #expect(result.output.contains("Bos"))
    let rows = try #require(try place.thuis("plan", "--format", "json").json as? [[String: Any]])
    #expect(rows.map { $0["municipality"] as? String } == ["GM0344"])
    let province = try place.thuis("plan", "--scope", "PV26").output
    #expect(province.contains("25 gemeenten hebben nog niets: --all"))
    #expect(try !place.thuis("plan", "--scope", "PV26", "--all").output.contains("nog niets"))
    #expect(
      try place.thuis(
        "quota", "post", "action", "--municipality", "Zeist", "--text", "Flexwoningen", "--due", "2027-02-01"
      ).status == 0)
    // A day is written as it is everywhere for people.
    let zeist = try place.thuis("plan", "--scope", "gemeente Zeist").output
    #expect(zeist.contains(" 1 feb 2027 open"))
    // Nobody is named and no desk: there are no brackets for them.
    #expect(zeist.contains("] Flexwoningen 1 feb 2027 open"), "\(zeist)")
  }

  @Test("a step of the province goes by its words without the number, and what is taken back is said by its name")
  func stepByWords() throws {
    for step in ["signaleren", "vooraankondiging"] {
      let posted = try place.thuis(
        "quota", "post", "supervision", "--municipality", "Zeist", "--step", step, "--letter", "PU/2026/77")
      #expect(posted.status == 0 && posted.output.contains(step), "\(posted)")
    }
    let undone = try place.thuis("quota", "undo").output
    #expect(undone.contains("teruggenomen: Zeist: Stap van toezicht 4 vooraankondiging"), "\(undone)")
    #expect(undone.contains("PU/2026/77") && !undone.contains("notice"))
  }

  @Test("a shift takes its agreement as the reason too; the log says from whom to whom, and the day in words")
  func shiftForAReason() throws {
    let result = try place.thuis(
      "quota", "post", "verschuiven", "--van", "Zeist", "--naar", "Amersfoort", "--personen", "2", "--halfjaar",
      "2026H2", "--reden", "brief 7")
    #expect(result.status == 0 && result.output.contains("van Zeist naar Amersfoort, brief 7"), "\(result)")
    #expect(try place.thuis("quota", "log").output.contains("  23 nov 2026  j.bakker"))
  }

  @Test("a plan has whoever the province took a step for, also without an approach, and a term that is past is late")
  func planSupervision() throws {
    #expect(
      try place.thuis(
        "quota", "post", "supervision", "--municipality", "Baarn", "--step", "information", "--day", "2026-11-02",
        "--term", "2026-11-10"
      ).status == 0)
    let province = try place.thuis("plan", "--scope", "PV26").output
    let row = try #require(province.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Baarn") })
    #expect(row.contains("toezicht 2 informatie opvragen, termijn 10 nov 2026 te laat"), "\(row)")
    #expect(province.contains("25 gemeenten hebben nog niets: --all"))
    #expect(try place.thuis("plan", "--scope", "Baarn").output.contains("termijn: 10 nov 2026 te laat"))
  }

  @Test("beside an approach stands its result, for programs too; a task that nobody knows is none, not 0")
  func planResult() throws {
    #expect(try place.thuis("quota", "post", "structure", "--municipality", "Zeist", "--lead", "Bos").status == 0)
    let past = ["plan", "--scope", "Zeist", "--period", "2024H1"]
    #expect(try place.result(of: place.start(past)).output.contains("Opgave –, "))
    let row = try #require(
      (try place.result(of: place.start(past + ["--format", "json"])).json as? [[String: Any]])?.first)
    #expect(row["task"] is NSNull && row["period"] as? String == "2024H1")
    #expect(row.keys.contains("chance") && row.keys.contains("supervision"))
    let csv = try place.result(of: place.start(past + ["--format", "csv"])).output
    #expect(csv.hasPrefix("municipality,name,structure,plan,commitment,gaps,period,task,housed,balance,chance,"))
  }

  @Test("where nobody knows the task the ledger has none, and nothing excused or enforceable, in words and in data")
  func noTask() throws {
    let posted = try place.thuis(
      "quota", "post", "opening", "--municipality", "Zeist", "--period", "2024H1", "--persons", "-5")
    #expect(posted.status == 0, "\(posted)")
    let row = try #require(try rows("--scope", "Zeist", "--period", "2024H1").first)
    #expect(row["balanceBefore"] as? Int == -5)
    for name in ["target", "task", "excusable", "enforceableBacklog"] { #expect(row[name] is NSNull, "\(name)") }
    let why = try place.thuis("quota", "--scope", "Zeist", "--period", "2024H1", "--why").output
    #expect(why.contains("  Saldo vooraf "))
    for name in ["Doel", "Opgave", "Verschoonbaar", "Afdwingbaar"] { #expect(!why.contains("  \(name) "), "\(why)") }
  }

  @Test("what list it is has to be said, in the language of whoever forgot it")
  func whichList() throws {
    let list = place.folder.appendingPathComponent("lijst.csv")
    try Data("code;doel\n".utf8).write(to: list)
    let result = try place.thuis("quota", "import", list.path)
    #expect(result.status == 64 && result.complaint.contains("Een van --year, --targets, --links of --national"))
  }

  @Test("with --forecast the ledger has the forecast of every row, as thuis forecast gives it; of the past none")
  func forecast() throws {
    try place.fill(400)
    #expect(try rows("--scope", "PV24").allSatisfy { $0["p50"] is NSNull })
    #expect(try !place.thuis("quota", "--scope", "PV24").output.contains("Prognose"))
    let asked = try rows("--scope", "PV24", "--forecast")
    #expect(asked.count == 6 && asked.contains { $0["p50"] is Int })
    let one = try #require(asked.first { $0["p50"] is Int })
    let code = try #require(one["municipality"] as? String)
    let told = try place.thuis("forecast", "--scope", code, "--format", "json").json
    let forecast = try #require(told as? [String: Any])
    #expect(forecast["p50"] as? Int == one["p50"] as? Int && forecast["p85"] as? Int == one["p85"] as? Int)
    let table = try place.thuis("quota", "--scope", "PV24", "--forecast").output
    #expect(table.contains("Prognose") && table.contains("Hoe goed eerdere prognoses hier waren:"))
    // Of the province as a whole, as the back-test gives it alone.
    let scores = try place.thuis("forecast", "--scope", "PV24", "--backtest").output.split(separator: "\n").dropFirst()
    #expect(scores.count > 4 && table.components(separatedBy: "Brier: 0 is volmaakt").count == 2)
    for line in scores { #expect(table.contains(line), "\(line)") }
    let past = try place.thuis("quota", "--scope", "PV24", "--forecast", "--period", "2024H1")
    #expect(past.status == 64 && past.complaint.contains("voorbij"))
  }

  @Test("the log is there for programs too, with what was taken back and whether it holds")
  func logForPrograms() throws {
    #expect(
      try place.thuis("quota", "post", "correction", "--municipality", "Zeist", "--persons", "-3", "--reason", "dubbel")
        .status == 0)
    #expect(try place.thuis("quota", "undo").status == 0)
    let rows = try #require(try place.thuis("quota", "log", "--format", "json").json as? [[String: Any]])
    #expect(rows.map { $0["number"] as? Int } == [1, 2] && rows.map { $0["holds"] as? Bool } == [false, true])
    #expect(rows[0]["kind"] as? String == "correction" && rows[0]["municipality"] as? String == "GM0355")
    #expect((rows[0]["takenBack"] as? String)?.hasPrefix("teruggenomen op ") == true && rows[1]["takenBack"] is NSNull)
    let csv = try place.thuis("quota", "log", "--format", "csv").output
    #expect(csv.hasPrefix("number,day,actor,kind,municipality,words,holds,takenBack") && csv.contains(",false,"))
    let signals = try place.thuis("quota", "signals", "--format", "csv").output
    #expect(signals.hasPrefix("municipality,rule,words,since,source,name,filter,supervision"))
  }

  @Test("who is in a steering group, how often it meets and when it met last are read back in plan and log")
  func steeringGroup() throws {
    let structure = [
      "quota", "post", "structure", "--municipality", "Zeist", "--lead", "J. Smit", "--members", "wonen, Mitros",
      "--rhythm", "4", "--day", "2026-10-01",
    ]
    #expect(try place.result(of: place.start(structure)).status == 0)
    #expect(
      try place.thuis("quota", "post", "meeting", "--municipality", "Zeist", "--day", "2026-11-10").status == 0)
    let plan = try place.thuis("plan", "--scope", "Zeist")
    #expect(
      plan.output.contains("J. Smit; stuurgroep: wonen, Mitros; om de 4 weken bijeen; laatst bijeen 10 nov 2026"))
    #expect(try place.thuis("quota", "log").output.contains("J. Smit; stuurgroep: wonen, Mitros; om de 4 weken bijeen"))
    let rows = try #require(
      try place.thuis("plan", "--scope", "Zeist", "--format", "json").json as? [[String: Any]])
    let said = try #require(rows.first?["structure"] as? [String: Any])
    #expect(said["lead"] as? String == "J. Smit" && said["members"] as? [String] == ["wonen", "Mitros"])
    #expect(said["rhythmWeeks"] as? Int == 4 && said["lastMeeting"] as? String == "2026-11-10")
  }

  @Test("columns of the table widen for large numbers: a blank stands before each")
  func wideNumbers() throws {
    #expect(
      try place.thuis(
        "quota", "post", "correction", "--municipality", "Zeist", "--persons", "99989997", "--reason", "proef"
      ).status == 0)
    let lines = try place.thuis("quota", "--scope", "PV26").output.split(separator: "\n")
    let row = try #require(lines.first { $0.hasPrefix("Zeist") })
    #expect(row.contains(" +99.989.997 "), "\(row)")
    // The names stand above their columns.
    let (heading, sum) = (try #require(lines.dropFirst().first), try #require(lines.first { $0.hasPrefix("Samen") }))
    let end = try #require(row.range(of: "+99.989.997")).upperBound
    let width = row.distance(from: row.startIndex, to: end)
    #expect(heading.prefix(width).hasSuffix("Correctie") && sum.prefix(width).hasSuffix("+99.989.997"))
  }

  @Test("a demo has a task to show")
  func demo() throws {
    try place.fill()
    let rows = try rows("--scope", "PV26")
    #expect(rows.count == 26)
    #expect(rows.allSatisfy { $0["target"] is Int })
    #expect(try place.thuis("quota", "signals").status == 0)
    #expect(try place.thuis("quota", "signals", "--period", "2026H2").status == 0)
    let other = try place.thuis("quota", "signals", "--period", "2024H1")
    #expect(other.status == 64 && other.complaint.contains("2026H2"), "signals are of the half-year that runs")
  }
}
