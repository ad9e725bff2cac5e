import Foundation
import Journey
import Testing

@Suite("Lessons at the terminal and on the command line", .serialized)
struct LessonsSessionTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill(400)
  }

  private func lessons(_ arguments: String...) throws -> [String: Any] {
    let result = place.result(of: try place.start(["lessons", "--format", "json"] + arguments))
    #expect(result.status == 0, "\(result.complaint)")
    return try #require(result.json as? [String: Any])
  }

  @Test("a blocker is cleared with what helped; the next household reads it, uses it and takes that back")
  func visit() throws {
    // Two that search, both for the same reason.
    let ids = Array(try place.list("fase:woning niet knelpunt:*").map(\.id).prefix(2))
    for id in ids { #expect(try place.thuis("do", id, "block", "--blocker", "size").status == 0) }
    let refused = try place.thuis("do", ids[0], "unblock", "--helped", "Zie 2026-000123")
    #expect(refused.status == 1 && refused.complaint.contains("dossiernummer"))
    let told = "Een zolderkamer telde na overleg mee."
    #expect(try place.thuis("do", ids[0], "unblock", "--helped", told).status == 0)
    let terminal = try TerminalUnderTest(place)
    try terminal.waitForText("Vandaag")
    try terminal.waitUntilIdle()
    try terminal.press("2")
    try terminal.press("/")
    for letter in ids[1] { try terminal.press(String(letter)) }
    try terminal.press("\r")
    try terminal.press("\r")
    try terminal.waitForText("Thuis › " + ids[1])
    try terminal.press("L")
    try terminal.waitForText("Lessen › ")
    try terminal.press("/")
    for letter in "zolderkamer" { try terminal.press(String(letter)) }
    try terminal.waitForText(told)
    try terminal.press("\r")
    try terminal.press("+")
    try terminal.waitForText("bewaard")
    #expect(try place.events(ids[1]).last?["kind"] as? String == "lesson-used")
    let used = try #require(try lessons("zolderkamer")["lessons"] as? [[String: Any]])
    #expect(used.first?["uses"] as? Int == 1)
    try terminal.press("u")
    let events = try place.events(ids[1])
    #expect(events.dropLast().last?["takenBack"] as? Bool == true)
    try terminal.press("q")
    try terminal.press("q")
    try terminal.waitForText("Thuis › " + ids[1])
    terminal.send("\u{1B}")
    try terminal.waitUntilIdle()
    #expect(try terminal.leave() == 0)
    #expect(terminal.isRestored)
  }

  @Test("like a household: ranked with reasons whose points add up; other municipalities are not named")
  func like() throws {
    let id = try #require(try place.list("knelpunt:* fase:woning").first?.id)
    let town = try #require(try place.dossier(id)["municipality"] as? String)
    let found = try lessons("--like", id, "--limit", "200")
    let all = try #require(found["lessons"] as? [[String: Any]])
    let scores = all.compactMap { $0["score"] as? Int }
    #expect(scores.count == all.count && scores == scores.sorted(by: >) && scores[0] > 40)
    for lesson in all {
      let reasons = try #require(lesson["reasons"] as? [[String: Any]])
      #expect(reasons.compactMap { $0["points"] as? Int }.reduce(0, +) == lesson["score"] as? Int)
      let isFirst = lesson["source"] is String
      if !isFirst, lesson["municipality"] as? String != town { #expect(lesson["id"] is NSNull) }
    }
    for household in try #require(found["households"] as? [[String: Any]]) {
      if household["municipality"] as? String != town { #expect(household["dossier"] is NSNull) }
    }
  }

  @Test("every key of the page on lessons is there, and rows of CSV have as many fields as the first")
  func formats() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/lessons.md"),
      encoding: .utf8)
    let lesson = try #require((try lessons()["lessons"] as? [[String: Any]])?.first)
    for key in lesson.keys { #expect(page.contains("`\(key)`"), "\(key) is not in docs/lessons.md") }
    // The search that the page shows finds something.
    #expect(page.contains("    thuis lessons corporatie ruil "))
    #expect(try place.thuis("lessons", "corporatie", "ruil").output.contains("ruil"))
    let csv = try place.thuis("lessons", "--format", "csv").output
    #expect(csv.hasPrefix("id,text,blocker,stage,"))
    let text = try place.thuis("lessons", "corporatie", "--lang", "en").output
    #expect(text.contains("    Source: ") && !text.hasPrefix("About: "))
    let id = try #require(try place.list("knelpunt:* fase:woning").first?.id)
    #expect(try place.thuis("lessons", "--like", id, "--lang", "en").output.hasPrefix("About: blocker "))
    #expect(try place.thuis("lessons", "--like", id, "--lang", "nl").output.hasPrefix("Over: knelpunt "))
    #expect(try !place.thuis("lessons", "de", "--like", id).output.contains(" uit dit dossier zelf "))
    let all = try lessons("--like", id, "--limit", "0")
    let texts = try #require(all["lessons"] as? [[String: Any]]).compactMap { ($0["text"] as? String)?.lowercased() }
    #expect(Set(texts).count == all["fitting"] as? Int)
    #expect(try #require(lessons("--limit", "0")["lessons"] as? [Any]).count == lessons()["total"] as? Int)
    #expect(try place.thuis("lessons", "--like", "9999-1").status == 66)
  }

  @Test("a limit that cuts says so beside the lessons, in every format; one that takes all says nothing")
  func cut() throws {
    let id = try #require(try place.list("knelpunt:* fase:woning").first?.id)
    let fitting = try #require(try lessons("--like", id, "--limit", "0")["fitting"] as? Int)
    let said = "1 van \(Digits.grouped(fitting, .nl)) verschillende lessen; --limit 0 geeft alle."
    for format in ["text", "json", "csv"] {
      let one = try place.thuis("lessons", "--like", id, "--limit", "1", "--format", format)
      #expect(one.complaint.contains(said), "\(one.complaint)")
      for limit in ["0", String(fitting)] {
        let all = try place.thuis("lessons", "--like", id, "--limit", limit, "--format", format)
        #expect(!all.complaint.contains("--limit 0"), "\(all.complaint)")
      }
    }
    #expect(try place.thuis("lessons", "--limit", "1", "--lang", "en").complaint.contains("1 of "))
  }
}
