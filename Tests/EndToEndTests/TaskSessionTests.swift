import Foundation
import Testing

@Suite("A coordinator at the task", .serialized)
struct TaskSessionTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill(300)
    try place.thuis(
      "quota", "post", "target", "--municipality", "Utrecht", "--period", "2026H2", "--persons", "276")
  }

  private func correction() throws -> Int? {
    let rows =
      try place.thuis("quota", "--scope", "GM0344", "--period", "2026H2", "--format", "json").json as? [[String: Any]]
    return rows?.first?["correction"] as? Int
  }

  @Test("down to a municipality, behind a number and back, a correction posted and taken back, and what if")
  func aVisit() throws {
    let before = try correction() ?? 0
    let terminal = try TerminalUnderTest(place)
    try terminal.waitForText("Vandaag")
    try terminal.waitUntilIdle()
    try terminal.press("4")
    try terminal.waitForText("Opgave 2026-II")
    try terminal.press("M")
    for letter in "provincie utrecht" { try terminal.press(String(letter)) }
    try terminal.press("\r")
    try terminal.waitForText("provincie Utrecht")
    try terminal.press("M")
    for letter in "utrecht" { try terminal.press(String(letter)) }
    try terminal.press("\r")
    try terminal.waitForText("Halfjaar")

    // What is behind the number of those on their way, and back.
    try terminal.press("o")
    try terminal.waitForText("Achter welk cijfer")
    try terminal.press("7")
    try terminal.waitForText("gemeente:GM0344")
    try terminal.press("q")
    try terminal.waitForText("Halfjaar")

    try terminal.press("c")
    try terminal.press("-3")
    try terminal.press("\t")
    try terminal.press("dubbel geteld")
    try terminal.press("\u{13}")
    try terminal.waitForText("bewaard")
    #expect(try correction() == before - 3)
    try terminal.press("u")
    try terminal.waitForText("Ongedaan gemaakt")
    #expect(try correction() == before)

    try terminal.press("w")
    try terminal.waitForText("Wat als")
    try terminal.press("w")
    try terminal.press("2")
    try terminal.press("\u{13}")
    try terminal.waitForText("2 woningen per week erbij")
    try terminal.press("q")
    try terminal.waitForText("Halfjaar")
    #expect(try terminal.leave() == 0)
    #expect(terminal.isRestored)
  }

  @Test("the forecast has its promised fields, is kept for quota, and its back-test stands beside both baselines")
  func forecast() throws {
    let one = try #require(
      place.thuis("forecast", "--scope", "NL", "--period", "2026H2", "--format", "json").json as? [String: Any])
    for key in ["scope", "period", "p15", "p50", "p85", "chance", "n", "day"] {
      #expect(one.keys.contains(key), "\(key)")
    }
    #expect(one["scope"] as? String == "NL")
    let test = try #require(place.thuis("forecast", "--backtest", "--format", "json").json as? [String: Any])
    #expect(test.keys.contains("sampled"))
    // What was counted can be none, or all.
    let scores = try place.thuis("forecast", "--backtest").output
    #expect(scores.contains("Brier") && !scores.contains("<1 %") && !scores.contains(">99 %"))
    // A province and its town have one name.
    for (scope, kind) in [("PV26", "provincie"), ("GM0344", "gemeente")] {
      let said = try place.thuis("forecast", "--scope", scope, "--backtest").output
      #expect(said.hasPrefix("\(kind) Utrecht: prognoses van vorige"), "\(said)")
    }
    // No more decimals than a score has.
    let cells = try place.thuis("forecast", "--backtest", "--format", "csv").output.split { $0.isNewline || $0 == "," }
    #expect(cells.contains("brier") && cells.allSatisfy { $0.count <= 9 }, "\(cells)")
    for key in ["coverage", "brier", "n"] {
      #expect(test.keys.contains(key))
      for baseline in ["paceLine", "little"] {
        #expect((test[baseline] as? [String: Any])?.keys.contains(key) == true)
      }
    }
  }

  @Test("beside a forecast stand the figures of its back-test, in text, json and csv, and once beside a what-if")
  func backtest() throws {
    func said(_ flags: String...) throws -> Binary.Result {
      place.result(of: try place.start(["forecast", "--scope", "NL"] + flags))
    }
    func numbers(_ test: [String: Any]) -> [Double?] {
      let baselines = ["paceLine", "little"].map { test[$0] as? [String: Any] ?? [:] }
      return ([test] + baselines).flatMap { score in ["coverage", "brier", "n"].map { score[$0] as? Double } }
    }
    let alone = try #require(said("--backtest", "--format", "json").json as? [String: Any])
    let one = try #require(said("--format", "json").json as? [String: Any])
    let beside = try #require(one["backtest"] as? [String: Any])
    #expect(Set(beside.keys) == Set(alone.keys) && numbers(beside) == numbers(alone))
    #expect(numbers(beside).allSatisfy { $0 != nil })

    let (text, table) = (try said().output, try said("--backtest").output.split(separator: "\n").dropFirst())
    #expect(text.contains("Hoe goed eerdere prognoses hier waren:") && table.count > 4)
    for line in table { #expect(text.contains(line), "\(line)") }

    func cells(_ flags: String...) throws -> [[String]] {
      place.result(of: try place.start(["forecast", "--scope", "NL", "--format", "csv"] + flags)).output
        .split(whereSeparator: \.isNewline).map {
          $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
    let (rows, scores) = (try cells(), try cells("--backtest"))
    try #require(rows.count == 2 && scores.count == 4)
    let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    let columns = [
      ["coverage", "brier", "backtestN"], ["paceLineCoverage", "paceLineBrier", "paceLineN"],
      ["littleCoverage", "littleBrier", "littleN"],
    ]
    for (names, score) in zip(columns, scores.dropFirst()) {
      #expect(names.map { row[$0] ?? "none" } == Array(score.dropFirst()), "\(names)")
    }

    let otherwise = try said("--what-if", "links=3").output
    #expect(otherwise.components(separatedBy: "Brier: 0 is volmaakt").count == 2)
    let sides = try #require(said("--what-if", "links=3", "--format", "json").json as? [String: Any])
    #expect((sides["today"] as? [String: Any])?["backtest"] is [String: Any])
    #expect((sides["whatIf"] as? [String: Any])?["backtest"] is NSNull)
  }

  @Test("where there is too little to test a forecast on that is said beside it, and no figures")
  func untested() throws {
    let text = try place.thuis("forecast", "--scope", "PV26").output
    #expect(text.contains("Te weinig om op te toetsen: op ") && !text.contains("Brier"))
    let one = try #require(place.thuis("forecast", "--scope", "PV26", "--format", "json").json as? [String: Any])
    #expect(one["p50"] is Int && one["backtest"] is NSNull)
  }

  @Test(
    "what one more home of each size and one cleared blocker are worth stands in the text, json and csv of a forecast")
  func worth() throws {
    let one = try #require(
      place.thuis("forecast", "--scope", "NL", "--worth", "--format", "json").json as? [String: Any])
    let worth = try #require(one["worth"] as? [[String: Any]])
    #expect(Set(worth.compactMap { $0["home"] as? String }) == ["1", "2-4", "5+"])
    #expect(worth.allSatisfy { $0["home"] is String || $0["cleared"] is String })
    let persons = worth.compactMap { $0["persons"] as? Double }
    #expect(persons.count == worth.count && persons == persons.sorted(by: >))
    func cells(_ flags: String...) throws -> [String: String] {
      let command = ["forecast", "--scope", "NL", "--format", "csv"] + flags
      let csv = place.result(of: try place.start(command)).output.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      try #require(csv.count == 2)
      return Dictionary(uniqueKeysWithValues: zip(csv[0], csv[1]))
    }
    let (full, repeated) = (try cells("--worth"), try cells())
    for value in worth {
      let column = (value["home"] as? String).map { "home=\($0)" } ?? "clear=\(value["cleared"] as? String ?? "")"
      #expect(full[column].flatMap(Double.init) == value["persons"] as? Double, "\(column)")
      #expect(repeated[column] == "", "\(column)")
    }
    let again = try #require(place.thuis("forecast", "--scope", "NL", "--format", "json").json as? [String: Any])
    #expect(again["worth"] is NSNull && again["p50"] as? Int == one["p50"] as? Int)
    let text = try place.thuis("forecast", "--scope", "NL", "--worth", "--lang", "en").output
    #expect(
      text.contains("What one more does, the most on top:") && text.contains("a home for 2–4 persons, next week ("))
  }

  @Test("what if answers beside today's, and a wrong term is quoted with what was expected")
  func whatIf() throws {
    let wrong = try place.thuis("forecast", "--what-if", "homes=veel")
    #expect(wrong.status == 1 && wrong.complaint.contains("\"homes=veel\": verwacht homes="))
    let right = try place.thuis("forecast", "--what-if", "homes=2:5+@2026-12-01", "links=3", "--format", "json")
    #expect(right.status == 0)
    let answer = try #require(right.json as? [String: Any])
    #expect(answer.keys.contains("difference") || answer.keys.contains("tooLittle"))
  }

  @Test("a half-year that is over has no forecast, and neither has one that has not begun")
  func over() throws {
    #expect(try place.thuis("forecast", "--period", "2025H1").status == 64)
    let coming = try place.thuis("forecast", "--period", "2099H1")
    #expect(coming.status == 64 && coming.complaint.contains("nog niet begonnen"))
  }
}
