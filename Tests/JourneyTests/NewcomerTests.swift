import Testing

@testable import Journey

@Suite("Whoever is added to a household")
struct NewcomerTests {
  private func add(_ answers: [String: String]) throws -> Person {
    let story = try Telling.searching()
    let values = ["given": "Huda", "surname": "Al-Hassan", "day": "2026-11-01"].merging(answers) { $1 }
    let action = try Act.member.action(values, story.dossier, story.rules, today: story.today)
    guard case .record(.memberAdded(let added), _) = action else { throw Refusal(Phrase(same: "\(action)")) }
    return added.person
  }

  private func field(_ answers: [String: String]) -> String? {
    do { _ = try add(answers) } catch { return (error as? Refusal)?.field }
    return nil
  }

  @Test("is a child where nothing is said, unless too old to be one of the head: then it must be said")
  func relation() throws {
    #expect(try add([:]).relation == .child && add(["birth": "2015-04-01"]).relation == .child)
    #expect(field(["birth": "1940"]) == "relation" && field(["birth": "1990-01-01"]) == "relation")
    #expect(try add(["birth": "1940", "relation": "parent"]).relation == .parent)
  }

  @Test("is no second head")
  func head() { #expect(field(["relation": "head"]) == "relation") }

  @Test("was not born before 1800", arguments: ["1799", "12-3-1788"])
  func birth(text: String) { #expect(field(["birth": text]) == "birth") }
}
