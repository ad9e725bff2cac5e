import Foundation
import Testing

/// docs/terminals.md says which test shows what it claims.
@Suite("The page about terminals")
struct TerminalsPageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("names only tests that are there, and each of the thirty rules once")
  func names() throws {
    let page = try String(contentsOf: Self.root.appending(path: "docs/terminals.md"), encoding: .utf8)
    let tests = Self.root.appending(path: "Tests")
    let sources = try FileManager.default.subpathsOfDirectory(atPath: tests.path).filter { $0.hasSuffix("Tests.swift") }
      .map { try String(contentsOf: tests.appending(path: $0), encoding: .utf8) }
    let named = page.matches(of: /`([A-Z]\w+Tests)\.(\w+)`/)
    #expect(named.count > 30)
    for name in named {
      // A suite may have its tests in several files.
      let suite = sources.filter { $0.contains("struct \(name.1)") || $0.contains("extension \(name.1) {") }
      #expect(suite.contains { $0.contains("func \(name.2)(") }, "\(name.1).\(name.2) does not exist")
    }
    #expect(page.matches(of: #/(?m)^\| (\d+) \|/#).compactMap { Int($0.1) } == Array(1...30))
  }
}
