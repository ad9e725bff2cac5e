import Foundation
import Testing

// What `thuis show` says of a household.
extension CommandLineTests {
  @Test("show adds household, needs, network, steps, terms and events")
  func show() throws {
    let id = try #require(try place.list().first?.id)
    let dossier = try #require(try place.thuis("show", id, "--format", "json").json as? [String: Any])
    #expect(Set(["household", "needs", "network", "steps", "terms", "events"]).isSubset(of: Set(dossier.keys)))
    #expect(try place.thuis("show", id).output.contains(id))
  }

  @Test("show in words has every open term, that of the whole way to a home as well")
  func openTerms() throws {
    let id = try #require(try place.list("fase:woning").first?.id)
    let text = try place.thuis("show", id).output
    let steps = try #require(try place.dossier(id)["steps"] as? [[String: Any]])
    let open = steps.filter { $0["state"] as? String == "open" }
    #expect(open.contains { $0["key"] as? String == "home" })
    for step in open {
      guard let day = step["due"] as? String, let title = step["title"] as? String else { continue }
      #expect(text.contains("\(day)  \(title.prefix(30))"), "\(title)")
    }
  }

  @Test("show keeps the lines of a note, each under where the first begins, and has the numbers of who is around")
  func linesAndNumbers() throws {
    let file = place.folder.appending(path: "mensen.csv")
    try "party,organisation,name,phone\ncorporation,Woonhuis,Z. Bel,030 286 0000\n"
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try place.thuis("network", "import", file.path).status == 0)
    let id = try #require(try place.list().first?.id)
    #expect(try place.thuis("do", id, "note", "--text", "Eerste regel\nTweede regel").status == 0)
    let told = try place.thuis(
      "do", id, "contact", "--party", "corporation", "--organisation", "Woonhuis", "--name", "Z. Bel", "--text",
      "gebeld")
    #expect(told.status == 0, "\(told.complaint)")
    let lines = try place.thuis("show", id).output.split(separator: "\n")
    let first = try #require(lines.firstIndex { $0.hasSuffix("Eerste regel") })
    let start = lines[first].count - "Notitie: Eerste regel".count
    #expect(lines[first + 1].hasPrefix(String(repeating: " ", count: start) + "Tweede regel"))
    #expect(lines.contains { $0.contains("Woonhuis (Z. Bel)") && $0.hasSuffix("telefoon 030 286 0000") })
    let network = try #require(try place.dossier(id)["network"] as? [[String: Any]])
    #expect(network.contains { $0["name"] as? String == "Z. Bel" && $0["phone"] as? String == "030 286 0000" })
  }

  @Test("show has the criteria that decide where a household can go")
  func criteria() throws {
    let id = try #require(try place.list("fase:woning").first?.id)
    let said = try place.thuis("do", id, "needs", "--criteria", "study,ambition", "--place", "Utrecht")
    #expect(said.status == 0, "\(said.complaint)")
    let text = try place.thuis("show", id).output
    #expect(text.contains("  Harde criteria: studie Utrecht\n  Zachte criteria: wens\n"), "\(text)")
  }
}
