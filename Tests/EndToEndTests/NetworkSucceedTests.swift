import Foundation
import Testing

@Suite("thuis network succeed", .serialized)
struct NetworkSucceedTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  /// Whoever has the most open turns.
  private func busiest() throws -> (name: String, party: String, organisation: String, turns: Int) {
    let list = try place.thuis("network", "list", "--sort", "turns", "--limit", "50", "--format", "json")
    let all = try #require(list.json as? [[String: Any]])
    let one = try #require(all.first { ($0["name"] as? String)?.isEmpty == false && $0["party"] as? String != "coa" })
    return (
      try #require(one["name"] as? String), try #require(one["party"] as? String),
      try #require(one["organisation"] as? String), try #require(one["turns"] as? Int)
    )
  }

  private func succeed(
    _ more: String..., of one: (name: String, party: String, organisation: String, turns: Int)
  ) throws -> Binary.Result {
    let who = ["--of", one.name, "--party", one.party, "--organisation", one.organisation]
    return place.result(of: try place.start(["network", "succeed"] + who + more))
  }

  private func dossiers(_ result: Binary.Result) throws -> [String] {
    let whole = try #require(result.json as? [String: Any])
    return try #require(whole["dossiers"] as? [[String: Any]]).compactMap { $0["dossier"] as? String }
  }

  @Test("a dry run says in which dossiers it would change something; without it exactly those go over")
  func succeeds() throws {
    let one = try busiest()
    let tried = try succeed("--to", "Z. Opvolger", "--dry-run", "--format", "json", of: one)
    #expect(tried.status == 0)
    let all = try dossiers(tried)
    #expect(all.count >= one.turns && one.turns > 0)
    let again = try succeed("--to", "Z. Opvolger", "--dry-run", of: one)
    #expect(again.output.contains("Z. Opvolger (") && again.output.contains("zou"))
    #expect(again.output.contains("\(one.name) is nu aan zet in \(one.turns) van \(all.count)."), "\(again.output)")
    let done = try succeed("--to", "Z. Opvolger", "--format", "json", of: one)
    #expect(try dossiers(done) == all)
    let left = try succeed("--to", "Z. Opvolger", "--dry-run", of: one)
    #expect(left.status != 0 || left.output.contains("Geen open dossier"))
    #expect(try place.thuis("network", "list", "Opvolger", "--format", "csv").output.contains("Z. Opvolger"))
    #expect(try place.thuis("check").status == 0)
  }

  @Test("somebody of that name who works elsewhere is not taken unless one says so")
  func elsewhere() throws {
    let one = try busiest()
    let list = try place.thuis("network", "list", "--sort", "turns", "--limit", "400", "--format", "json")
    let all = try #require(list.json as? [[String: Any]])
    func text(_ row: [String: Any], _ name: String) -> String { row[name] as? String ?? "" }
    let here = Set(all.filter { text($0, "organisation") == one.organisation }.map { text($0, "name") })
    let other = try #require(
      all.first {
        text($0, "party") == one.party && !text($0, "name").isEmpty && !text($0, "organisation").isEmpty
          && text($0, "organisation") != one.organisation && !here.contains(text($0, "name"))
      })
    let refused = try succeed("--to", text(other, "name"), "--dry-run", of: one)
    #expect(refused.status == 64)
    #expect(refused.complaint.contains(text(other, "name")) && refused.complaint.contains("--to-organisation"))
    let said = try succeed(
      "--to", text(other, "name"), "--to-organisation", text(other, "organisation"), "--dry-run", of: one)
    #expect(said.status == 0)
  }

  @Test("who has the same name at another party is said to stay as they are; who leaves later is found until then")
  func namesake() throws {
    let file = place.folder.appending(path: "mensen.csv")
    let people = ["corporation,Woonhuis,Z. Dubbel,consulent,GM0344", "guidance,Steunpunt,Z. Dubbel,begeleider,GM0344"]
    try (["party,organisation,name,function,municipality"] + people).joined(separator: "\n")
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try place.thuis("network", "import", file.path).status == 0)
    let who = ["--of", "Z. Dubbel", "--party", "corporation", "--to", "K. Nieuw", "--until", "2026-12-31"]
    let tried = place.result(of: try place.start(["network", "succeed"] + who + ["--dry-run"]))
    #expect(tried.status == 0 && tried.output.contains("Z. Dubbel bij Steunpunt ("))
    #expect(tried.output.contains("een ander mens"))
    #expect(tried.output.contains("De laatste dag van Z. Dubbel zou do 31 dec zijn."), "\(tried.output)")
    let done = place.result(of: try place.start(["network", "succeed"] + who))
    #expect(done.status == 0 && done.output.contains("De laatste dag van Z. Dubbel is do 31 dec."), "\(done)")
    let list = try place.thuis("network", "list", "Dubbel", "--format", "csv").output
    let rows = list.split(whereSeparator: \.isNewline)
    #expect(rows.contains { $0.contains("Woonhuis") && $0.contains("2026-12-31") }, "\(list)")
    #expect(rows.contains { $0.contains("Steunpunt") && !$0.contains("2026-12-31") }, "\(list)")
  }

  @Test("of a part of the country no last day is recorded, and that is said")
  func partly() throws {
    let one = try busiest()
    let file = place.folder.appending(path: "mensen.csv")
    try "party,organisation,name\n\(one.party),\"\(one.organisation)\",\"\(one.name)\"\n"
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try place.thuis("network", "import", file.path).status == 0)
    let all = try dossiers(try succeed("--to", "Z. Opvolger", "--dry-run", "--format", "json", of: one))
    let towns = try all.compactMap { try place.dossier($0)["municipalityCode"] as? String }
    let town = try #require(towns.first)
    let said = try succeed("--to", "Z. Opvolger", "--scope", town, "--until", "2026-12-31", of: one)
    #expect(said.status == 0 && !said.output.contains("De laatste dag"), "\(said)")
    #expect(said.output.contains("\(one.name) blijft in het netwerk voor de rest van het land"), "\(said)")
    let list = try place.thuis("network", "list", "--limit", "0", "--format", "csv").output
    let row = try #require(
      list.split(whereSeparator: \.isNewline).first { $0.contains(one.name) && $0.contains(one.organisation) })
    #expect(!row.contains("2026-12-31"))
  }

  @Test("a successor whom the network does not have yet is said to be missing there; one whom it has is not")
  func unlisted() throws {
    let file = place.folder.appending(path: "mensen.csv")
    let people = ["corporation,Woonhuis,Z. Gaat,consulent,GM0344", "corporation,Woonhuis,Z. Bekend,consulent,GM0344"]
    try (["party,organisation,name,function,municipality"] + people).joined(separator: "\n")
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try place.thuis("network", "import", file.path).status == 0)
    let unknown = try place.thuis("network", "succeed", "--of", "Z. Gaat", "--to", "Z. Nieuw", "--dry-run")
    #expect(unknown.status == 0 && unknown.output.contains("Z. Nieuw staat nog niet in het netwerk"), "\(unknown)")
    let known = try place.thuis("network", "succeed", "--of", "Z. Gaat", "--to", "Z. Bekend", "--dry-run")
    #expect(known.status == 0 && !known.output.contains("nog niet in het netwerk"), "\(known)")
  }

  @Test("with their number who follows is in the network, or has it on their card; what is none is refused")
  func phone() throws {
    let file = place.folder.appending(path: "mensen.csv")
    let people = ["corporation,Woonhuis,Z. Gaat,consulent,GM0344", "corporation,Woonhuis,Z. Bekend,consulent,GM0344"]
    try (["party,organisation,name,function,municipality"] + people).joined(separator: "\n")
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try place.thuis("network", "import", file.path).status == 0)
    func card(_ name: String) throws -> [String: Any] {
      let list = try place.thuis("network", "list", name, "--format", "json")
      return try #require((list.json as? [[String: Any]])?.first { $0["name"] as? String == name })
    }
    let none = try place.thuis("network", "succeed", "--of", "Z. Gaat", "--to", "Z. Nieuw", "--phone", "x")
    #expect(none.status == 64 && none.complaint.contains("geen telefoonnummer"), "\(none)")
    let new = try place.thuis("network", "succeed", "--of", "Z. Gaat", "--to", "Z. Nieuw", "--phone", "030-7654321")
    #expect(new.status == 0 && new.output.contains("In het netwerk heeft Z. Nieuw telefoon 030-7654321."), "\(new)")
    let joined = try card("Z. Nieuw")
    #expect(joined["phone"] as? String == "030-7654321" && joined["area"] as? String == "GM0344", "\(joined)")
    let known = try place.thuis("network", "succeed", "--of", "Z. Nieuw", "--to", "Z. Bekend", "--phone", "030-1112223")
    #expect(known.status == 0, "\(known)")
    let changed = try card("Z. Bekend")
    #expect(changed["phone"] as? String == "030-1112223" && changed["function"] as? String == "consulent")
    #expect(changed.keys.contains("responseDays") && changed.keys.contains("awayUntil"))
    #expect(changed.keys.allSatisfy { !$0.contains("_") }, "\(changed.keys)")
    #expect(try place.thuis("check").status == 0)
  }

  @Test("a name that nobody has, and a last day that is none, say what was expected")
  func refuses() throws {
    let one = try busiest()
    let nobody = try place.thuis("network", "succeed", "--of", "Niemand Zo", "--to", "K. Bos")
    #expect(nobody.status == 66 && nobody.complaint.contains("thuis network list"))
    let day = try succeed("--to", "K. Bos", "--until", "ooit", of: one)
    #expect(day.status == 64 && day.complaint.contains("2026-11-30"))
  }
}
