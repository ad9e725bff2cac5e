import Foundation
import Journey
import Testing

@testable import Screens

@Suite("The glossary")
struct GlossaryTests {
  private static let text = try! String(
    contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/glossary.md"), encoding: .utf8)

  /// What the field says in the interface's lists, by where it comes from.
  private static var terms: [(String, [Phrase])] {
    let rules = Rulebook.builtIn
    return [
      ("stages", Stage.allCases.map(\.name)), ("parties", rules.parties.map(\.name)),
      ("blockers", rules.blockers.map(\.name)), ("outcomes", rules.outcomes.map(\.name)),
      ("criteria", rules.criteria.map(\.name)), ("features", Feature.allCases.map(\.name)),
      ("columns", [Words.due, Words.stage, Words.turn, Words.silence, Words.next, Words.owner]),
      ("panes", [Words.today, Words.story, Words.network, Words.needs]),
    ]
  }

  @Test("every term of the lists people choose from is in it, in both languages", arguments: terms.map(\.0))
  func complete(list: String) throws {
    let phrases = try #require(Self.terms.first { $0.0 == list }?.1)
    #expect(!phrases.isEmpty)
    for phrase in phrases {
      let row = Self.text.split(separator: "\n").first { $0.contains(phrase.nl) && $0.contains(phrase.en) }
      #expect(row != nil, "\(phrase.nl) / \(phrase.en) is not in docs/glossary.md")
    }
  }
}
