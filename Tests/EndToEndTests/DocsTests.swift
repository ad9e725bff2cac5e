import Foundation
import Testing

/// What is written about the program is what the program says of itself; `make docs` writes it anew.
@Suite("Documentation")
struct DocsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func file(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  @Test("docs/thuis.1 is the manual page of this program: every command, option, action and key")
  func manual() throws {
    let page = try Workplace().thuis("manual", "page")
    #expect(page.status == 0)
    #expect(page.output == (try file("docs/thuis.1")), "docs/thuis.1 is stale: make docs")
  }

  @Test("the manual page has every action and subcommand, none of them by hand")
  func complete() throws {
    let place = try Workplace()
    try place.fill(3)
    let page = try place.thuis("manual", "page").output
    let dossier = try #require(try place.list().first)
    let acts = try #require(try place.thuis("actions", dossier.id, "--format", "json").json as? [[String: Any]])
    #expect(acts.count > 40)
    for act in acts {
      let name = try #require(act["action"] as? String)
      #expect(page.contains("\n.It Cm \(name)"), "no action \(name)")
    }
    let help = try place.thuis("help").output
    let commands = help.matches(of: /\n  ([a-z]+) {2,}\S/).map { String($0.1) }
    #expect(commands.contains("import"))
    for command in commands where !["rules", "config", "quota", "review", "network"].contains(command) {
      #expect(page.contains("\n.Ss \(command)\n"), "no \(command)")
    }
    #expect(page.contains("\n.Ss rules check\n") && page.contains("\n.Ss config show\n"))
    #expect(page.contains("\n.Ss network list\n") && page.contains("\n.Ss network import\n"))
    #expect(page.contains("\n.Ss quota import\n") && page.contains("\n.Ss review minutes\n"))
  }

  @Test("the key card of the README is the table of actions")
  func keys() throws {
    let card = try Workplace().thuis("manual", "keys").output
    #expect(card.contains("| `n` |"))
    let readme = try file("README.md")
    let parts = readme.split(separator: /<!-- (?:end of )?keys -->\n/, omittingEmptySubsequences: false)
    try #require(parts.count == 3)
    #expect(String(parts[1]) == card, "the key card is stale: make docs")
  }

  @Test("the key card says of each screen what works there and not on a list")
  func keysOfScreens() throws {
    let card = try Workplace().thuis("manual", "keys").output
    let tables = card.split(separator: "\n\n")
    try #require(tables.count == 2)
    #expect(tables[0].contains("on a list, and everywhere") && !tables[0].contains("correctie"))
    for line in [
      "`T` | getallen", "`v` | verschuiven", "`c` | correctie", "`S` | ", "`t` | land tot stad", "`→` `l` | ",
    ] {
      #expect(tables[1].contains(line), "\(line)")
    }
  }

  @Test(
    "every exit code of the manual page is in docs/operations.md", arguments: [0, 1, 64, 65, 66, 69, 70, 74, 75, 77])
  func statuses(code: Int) throws {
    #expect(try file("docs/thuis.1").contains("\n.It \(code)\n"))
    #expect(try file("docs/operations.md").contains("\n| \(code) | "))
  }
}
