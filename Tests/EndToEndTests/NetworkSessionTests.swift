import Foundation
import Testing

@Suite("The network at the terminal and on the command line", .serialized)
struct NetworkSessionTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  private func people(_ query: String...) throws -> [[String: Any]] {
    let result = place.result(
      of: try place.start(["network", "list", "--format", "json", "--limit", "0"] + query))
    return try #require(result.json as? [[String: Any]])
  }

  @Test("a successor is shown before it is done, done in all dossiers, and taken back by one key")
  func succession() throws {
    let before = try people("aan-zet")
    let first = try #require(before.first)
    let (name, turns) = (first["name"] as? String ?? "", try #require(first["turns"] as? Int))
    let terminal = try TerminalUnderTest(place)
    try terminal.waitForText("Vandaag")
    try terminal.waitUntilIdle()
    try terminal.press("5")
    try terminal.waitForText("langst stil eerst")
    try terminal.press("S")
    try terminal.waitForText("Opvolger")
    try terminal.press("Q. Nieuweling")
    try terminal.press("\u{13}")
    try terminal.waitForText("Q. Nieuweling")
    try terminal.waitForText("leg dit vast")
    try terminal.press("\r")
    try terminal.waitForText("bewaard")
    let after = try people("nieuweling")
    #expect(after.first?["turns"] as? Int == turns)
    try terminal.press("u")
    try terminal.waitForText("Ongedaan")
    #expect(try people("nieuweling").isEmpty)
    #expect(try people("aan-zet").first?["name"] as? String ?? "" == name)
    #expect(try terminal.leave() == 0)
    #expect(terminal.isRestored)
    #expect(try place.thuis("check").status == 0)
  }

  @Test("a dossier says of its network who has the turn and when they were spoken to")
  func shown() throws {
    let id = try #require(try place.list("fase:woning").first?.id)
    let told = try place.thuis(
      "do", id, "contact", "--party", "corporation", "--organisation", "Mitros", "--name", "Z. Zeker", "--text", "x")
    let given = try place.thuis(
      "do", id, "wait", "--party", "corporation", "--organisation", "Mitros", "--name", "Z. Zeker")
    #expect(told.status == 0 && given.status == 0)
    let lines = try place.thuis("show", id).output.split(separator: "\n")
    let line = try #require(lines.first { $0.contains("Z. Zeker") && $0.contains("aan zet") })
    #expect(line.contains(/gesproken op [0-9]+ [a-z]{3} 20/))
  }

  @Test("what a spreadsheet would take for a formula is printed as text, and taken in again as it was")
  func formulas() throws {
    let file = place.folder.appending(path: "mensen.csv")
    try "party,organisation,name,function,phone\ncorporation,Woonhuis,Z. Formule,=1+1,+31 30 286 0000\n"
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try place.thuis("network", "import", file.path).status == 0)
    let list = try place.thuis("network", "list", "Formule", "--format", "csv").output
    #expect(list.contains(",'=1+1,'+31 30 286 0000,"), "\(list)")
    try list.write(to: file, atomically: true, encoding: .utf8)
    #expect(try place.thuis("network", "import", file.path).output.contains("0 opgenomen, 0 gewijzigd"))
  }

  @Test("a list of people is taken in once; a mistake is said with its line and then nobody is")
  func imports() throws {
    let file = place.folder.appending(path: "mensen.csv")
    func write(_ rows: String) throws {
      try ("party,organisation,name,function,municipality\n" + rows).write(to: file, atomically: true, encoding: .utf8)
    }
    try write("corporation,Mitros,Zz. Test,woonconsulent,Utrecht\nprovince,Provincie Utrecht,Zy. Test,,PV26\n")
    #expect(try place.thuis("network", "import", file.path).output.contains("2 opgenomen"))
    #expect(try place.thuis("network", "import", file.path).output.contains("0 opgenomen, 0 gewijzigd"))
    #expect(try people("test").count == 2)
    let chain = try #require(try place.thuis("network", "chain", "--format", "json").json as? [[String: Any]])
    let broken = chain.compactMap { $0["broken"] as? Int }
    #expect(broken.count > 300 && broken == broken.sorted(by: >))
    let levels = chain.compactMap { $0["levels"] as? [[String: Any]] }
    let links = chain.compactMap { $0["links"] as? [[String: Any]] }
    #expect(levels.count == chain.count && levels.allSatisfy { $0.count == 6 } && links.allSatisfy { $0.count == 5 })
    let provincial = levels.flatMap(\.self).filter { $0["party"] as? String == "province" }
    let named = provincial.compactMap { $0["people"] as? [[String: Any]] }.flatMap(\.self)
    #expect(named.contains { $0["name"] as? String == "Zy. Test" })
    let some = try #require(
      try place.thuis("network", "chain", "--broken", "--sort", "name", "--scope", "PV26", "--format", "json").json
        as? [[String: Any]])
    #expect(!some.isEmpty && some.allSatisfy { ($0["broken"] as? Int ?? 0) > 0 })
    let names = some.compactMap { $0["name"] as? String }
    #expect(names == names.sorted() && names.count == some.count)
    #expect(try place.thuis("network", "chain", "--sort", "dag").status == 64)
    try write("corporation,Mitros,post@mitros.example,,Utrecht\n")
    let wrong = try place.thuis("network", "import", file.path, "--lang", "en")
    #expect(wrong.status == 1 && wrong.complaint.contains("line 2"))
    #expect(try people("test").count == 2 && people("mitros.example").isEmpty)
    #expect(try place.thuis("network", "list", "partij:bank").status == 64)
  }
}
