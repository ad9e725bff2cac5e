import Foundation
import Testing

@Suite("A coordinator at the terminal", .serialized)
struct PipelineSessionTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  private func onBoard() throws -> TerminalUnderTest {
    let terminal = try TerminalUnderTest(place)
    try terminal.waitForText("Vandaag")
    try terminal.waitUntilIdle()
    try terminal.press("3")
    try terminal.waitForText("Doorstroom ── ")
    return terminal
  }

  /// The name in the line above the household under the cursor.
  private func preview(_ terminal: TerminalUnderTest) -> String? {
    terminal.text.split(separator: "\n").first { $0.hasPrefix("├─ ") }.map(String.init)
  }

  @Test("to a column, a card open, a note in it, and back at the same card; then quit")
  func card() throws {
    let terminal = try onBoard()
    try terminal.press("l")
    try terminal.press("l")
    try terminal.press("l")
    try terminal.press("j")
    let here = preview(terminal)
    try terminal.press("\r")
    try terminal.waitForText("Thuis › ")
    try terminal.press("n")
    try terminal.press("Gezien op het bord")
    try terminal.press("\u{13}")
    try terminal.waitForText("Gezien op het bord")
    try terminal.press("q")
    try terminal.waitForText("Doorstroom ── ")
    #expect(here != nil && preview(terminal) == here)
    try terminal.press("L")
    try terminal.waitForText("fase:zoeken te-laat")
    try terminal.press("q")
    try terminal.waitForText("Doorstroom ── ")
    #expect(try terminal.leave() == 0)
    #expect(terminal.isRestored)
  }

  @Test("the board of a day that is past says so until q")
  func asOf() throws {
    let terminal = try onBoard()
    try terminal.press("d")
    try terminal.waitForText("Datum")
    try terminal.press("1-10")
    try terminal.press("\u{13}")
    try terminal.waitForText("Zoals het stond op do 1 okt 2026")
    try terminal.press("q")
    try terminal.waitForText("Doorstroom ── ")
    #expect(try terminal.leave() == 0)
  }

  @Test("a review of two households: decisions in their stories, and the minutes on paper say them")
  func review() throws {
    let terminal = try onBoard()
    try terminal.press("R")
    try terminal.waitForText("Wie zijn erbij")
    try terminal.press(", F. Yilmaz")
    try terminal.press("\u{13}")
    try terminal.waitForText("Overleg › 1 van")
    for text in ["eerste besluit", "tweede besluit"] {
      try terminal.press("d")
      try terminal.waitForText("Besluit")
      try terminal.press(text)
      try terminal.press("\u{13}")
      try terminal.waitForText(text)
      try terminal.press(" ")
    }
    try terminal.press("q")
    try terminal.waitForText("2 besluiten")
    try terminal.press("E")
    try terminal.waitForText("Doorstroom ── ")
    #expect(try terminal.leave() == 0)
    let minutes = try place.thuis("review", "minutes", "--on", "2026-11-23")
    #expect(minutes.status == 0)
    #expect(
      minutes.output.contains("F. Yilmaz")
        && minutes.output.contains("Van 2 huishoudens staat een besluit vast: 2 besluiten."))
    let (first, second) = (minutes.output.range(of: "eerste besluit"), minutes.output.range(of: "tweede besluit"))
    #expect(first != nil && second != nil && first!.lowerBound < second!.lowerBound)
  }

  @Test("thuis pipeline has a row for each stage whose households are those of thuis list")
  func pipeline() throws {
    let board = try #require(try place.thuis("pipeline", "--format", "json").json as? [String: Any])
    let stages = try #require(board["stages"] as? [[String: Any]])
    #expect(stages.count == 6 && board["scope"] as? String == "NL")
    for row in stages {
      let stage = try #require(row["stage"] as? String)
      #expect(row["households"] as? Int == (try place.list("stage:" + stage)).count, "\(stage)")
      #expect(row["overdue"] as? Int == (try place.list("stage:\(stage) overdue")).count, "\(stage)")
    }
    let table = try place.thuis("pipeline", "--lang", "en").output
    #expect(table.split(separator: "\n").count == 8 && table.hasPrefix("Stage"))
    let csv = try place.thuis("pipeline", "--format", "csv").output
    #expect(csv.hasPrefix("stage,households,persons,median,p85,overdue,throughput"))
  }

  @Test(
    "thuis pipeline --by adds up to the board, and each filter lists its households",
    arguments: ["party", "organisation", "person", "blocker", "size", "municipality"])
  func by(_ what: String) throws {
    let board = try #require(try place.thuis("pipeline", "--format", "json").json as? [String: Any])
    let all = (board["stages"] as? [[String: Any]] ?? []).reduce(0) { $0 + ($1["households"] as? Int ?? 0) }
    let told = try #require(try place.thuis("pipeline", "--by", what, "--format", "json").json as? [String: Any])
    let groups = try #require(told["groups"] as? [[String: Any]])
    #expect(told["by"] as? String == what && all > 0)
    #expect(groups.reduce(0) { $0 + ($1["households"] as? Int ?? 0) } == all)
    for group in groups.prefix(4) + groups.suffix(2) {
      let filter = try #require(group["filter"] as? String)
      #expect(try place.list(filter).count == group["households"] as? Int, "\(filter)")
    }
    let csv = try place.thuis("pipeline", "--by", what, "--format", "csv").output
    #expect(csv.hasPrefix("group,permit,") && csv.split(whereSeparator: \.isNewline).count == groups.count + 1)
  }

  @Test("what thuis pipeline --by says of an area, its filters list of that area alone")
  func byInArea() throws {
    let told = try #require(
      try place.thuis("pipeline", "--by", "size", "--scope", "PV28", "--format", "json").json as? [String: Any])
    let groups = try #require(told["groups"] as? [[String: Any]])
    #expect(!groups.isEmpty)
    for group in groups {
      let filter = try #require(group["filter"] as? String)
      #expect(try place.list(filter, limit: 1_000).count == group["households"] as? Int, "\(filter)")
    }
  }

  @Test("the board of a past day is another, and the days of all parties add up")
  func options() throws {
    let now = try place.thuis("pipeline").output
    let past = try place.thuis("pipeline", "--as-of", "2026-06-01")
    #expect(past.status == 0 && past.output != now)
    #expect(try place.thuis("pipeline", "--as-of", "1-6").output == past.output, "the latest 1 June")
    #expect(try place.thuis("pipeline", "--as-of", "2026-12-01").status == 64)
    #expect(try place.thuis("pipeline", "--as-of", "blauw").complaint.contains("2026-06-30"))
    #expect(try place.thuis("pipeline", "--scope", "GM9999").status == 64)
    #expect(try place.thuis("pipeline", "--by", "person", "--days").status == 64)
    #expect(try place.thuis("pipeline", "--by", "colour").status == 64)
    let then = try #require(
      try place.thuis("pipeline", "--as-of", "2026-06-01", "--format", "json").json as? [String: Any])
    let all = (then["stages"] as? [[String: Any]] ?? []).reduce(0) { $0 + ($1["households"] as? Int ?? 0) }
    let told = try #require(
      try place.thuis("pipeline", "--as-of", "2026-06-01", "--by", "party", "--format", "json").json as? [String: Any])
    let groups = try #require(told["groups"] as? [[String: Any]])
    #expect(groups.reduce(0) { $0 + ($1["households"] as? Int ?? 0) } == all && all > 0, "groups are of that day too")
    #expect(told["day"] as? String == "2026-06-01" && groups.allSatisfy { $0["filter"] is NSNull })
    let days = try #require(try place.thuis("pipeline", "--days", "--format", "json").json as? [String: Any])
    let parties = try #require(days["parties"] as? [[String: Any]])
    #expect(parties.reduce(0) { $0 + ($1["days"] as? Int ?? 0) } == days["days"] as? Int)
    let home = try #require(
      try place.thuis("pipeline", "--days", "--home", "--format", "json").json as? [String: Any])
    let theirs = try #require(home["parties"] as? [[String: Any]])
    for one in parties.prefix(2) + theirs.prefix(2) {
      let filter = try #require(one["filter"] as? String)
      #expect(try place.thuis("list", filter).status == 0, "\(filter)")
    }
    #expect(home["homeSince"] as? String == "2026-05-26" && days["homeSince"] is NSNull)
    #expect(theirs.reduce(0) { $0 + ($1["days"] as? Int ?? 0) } == home["days"] as? Int)
    #expect(home["homeThrough"] as? String == "2026-11-23" && days["homeThrough"] is NSNull)
    #expect(try place.thuis("pipeline", "--home").status == 64)
    #expect(try place.thuis("review", "minutes", "--on", "2026-01-01").status == 66)
  }

  @Test("worked on a day before the last step, the board is that of --as-of that day, and what is of now is refused")
  func workedOnEarlier() throws {
    let early = "2026-09-30"
    let board = try place.thuis("pipeline", "--today", early)
    #expect(try board.status == 0 && place.thuis("pipeline", "--as-of", early).output == board.output)
    #expect(try place.thuis("pipeline").output != board.output)
    let groups = try place.thuis("pipeline", "--today", early, "--by", "party")
    #expect(try place.thuis("pipeline", "--as-of", early, "--by", "party").output == groups.output)
    let days = try place.thuis("pipeline", "--today", early, "--days")
    #expect(days.status == 64 && days.output.isEmpty && days.complaint.contains("alleen bekend van wie nu onderweg is"))
    #expect(try place.thuis("pipeline", "--today", early, "--days", "--home").status == 0)
    #expect(try place.thuis("pipeline", "--today", early, "--contact").status == 64)
    let folder = place.folder.appending(path: "rapport").path
    let report = try place.thuis("report", "--today", early, "--out", folder)
    #expect(report.status == 64 && report.complaint.contains("thuis pipeline --as-of \(early)"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("with prompts and lines the board is read out, stage by stage")
  func plain() throws {
    let process = Process()
    let (input, output, complaint) = (Pipe(), Pipe(), Pipe())
    process.executableURL = URL(filePath: Binary.path)
    process.arguments = ["--plain"]
    process.environment = place.environment
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, complaint)
    try process.run()
    input.fileHandleForWriting.write(Data("doorstroom\nvolgende fase\nverdeel\nbeeld\nq\nq\nq\n".utf8))
    try input.fileHandleForWriting.close()
    let said = place.result(of: (process, output, complaint)).output
    #expect(said.contains("Woning zoeken: ") && said.contains("Nu: Vergund.") && said.contains("Nu: Profiel."))
    #expect(said.contains("per aan zet"))
  }
}
