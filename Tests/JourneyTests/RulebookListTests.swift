import Testing

@testable import Journey

@Suite("The lists of the rulebook")
struct RulebookListTests {
  /// One entry of every list; those of the second may follow each other.
  private static let undated = [
    "{id: household,", "{id: permit, domain", "{id: rent, nl: huur te hoog", "{id: deceased,", "{at: moved,",
    "{id: health, nl: inschrijving",
  ]
  private static let dated = [
    "{id: gp, nl: 2 weken", "{id: bsn-missing, nl", "{id: relatives, nl", "{id: art-29,", "{id: first-half,",
    "{id: behind, nl: achter", "{id: balance,", "{id: links, nl", "{id: half-year-backlog,",
    "{id: housing, nl: huisvesting", "{id: signal, nl", "{id: ambition,", "{id: needs,",
  ]

  private func found(_ text: String) -> [LineMistake] {
    guard case .failure(let mistakes) = Rulebook.read(text) else { return [] }
    return mistakes.list
  }

  /// The built-in rulebook with this entry changed; from 1, the line it is on.
  private func changed(_ entry: String, _ change: (String) -> [String]) throws -> (text: String, line: Int) {
    var lines = Rulebook.builtInText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = try #require(lines.firstIndex { $0.contains(entry) && $0.hasSuffix("}") })
    lines.replaceSubrange(index...index, with: change(lines[index]))
    return (lines.joined(separator: "\n"), index + 1)
  }

  private func with(_ fields: String, _ entry: String) -> String { String(entry.dropLast()) + ", \(fields)}" }

  @Test(
    "a field that nobody reads is a mistake with its line, in every list",
    arguments: undated + dated + ["{party: ind,"])
  func unknownField(entry: String) throws {
    let (text, line) = try changed(entry) { [with("zzz: 1", $0)] }
    #expect(found(text) == [LineMistake(line: line, Phrase("onbekend veld \"zzz\"", "unknown field \"zzz\""))])
  }

  @Test(
    "a slip of the hand in a field says which was meant",
    arguments: [
      ("publication-days: 91,", "publication-days: 91, valid-untill: 2027-01-01,", "valid-until"),
      ("publication-days: 91,", "publication-days: 91, validuntil: 2027-01-01,", "valid-until"),
      ("rounding: up", "roundin: up", "rounding"),
      ("per: person, term: brp-first", "pre: person, term: brp-first", "per"),
    ])
  func slip(old: String, new: String, meant: String) throws {
    let text = Rulebook.builtInText.replacing(old, with: new)
    let line = try #require(TaskRulesTests.line(of: new, in: text))
    let mistakes = found(text)
    #expect(mistakes.contains { $0.line == line && $0.reason.nl.hasSuffix(": bedoelde u \(meant)?") }, "\(mistakes)")
  }

  @Test("of an entry that was not read to its end no other field is called unknown")
  func unread() {
    let mistakes = found("terms:\n  - {id: x, nl: x, en: x, kind: own, valid-from: 2026-01-01}\n")
    #expect(mistakes.filter { $0.line == 2 }.map(\.reason.nl) == ["length ontbreekt"])
  }

  @Test(
    "what would be left aside in silence is a mistake with its line",
    arguments: [
      ("  link-returned:", "  link-returnd:", "link-returned"),
      ("per: person, term: brp-first", "per: persoon, term: brp-first", "household"),
      ("en: deceased, retention-years: 1", "en: deceased, retention-years: one", "retention-years"),
      ("valid-until: 2023-07-01", "valid-until: [2023-07-01]", "2026-01-01"),
      ("source: {nl: \"Leerplichtwet 1969", "source: {fr: loi, nl: \"Leerplichtwet 1969", "\"fr\""),
    ])
  func leftAside(old: String, new: String, word: String) throws {
    let text = Rulebook.builtInText.replacing(old, with: new)
    let line = try #require(TaskRulesTests.line(of: new, in: text))
    let mistakes = found(text)
    #expect(mistakes.contains { $0.line == line && $0.reason.en.contains(word) }, "\(mistakes)")
  }

  @Test("of two that hold on one day the second is a mistake; one after the other they are none", arguments: dated)
  func overlap(entry: String) throws {
    func twice(_ from: String) throws -> (text: String, line: Int) {
      try changed(entry) { [with("valid-until: 2027-01-01", $0), with("valid-from: \(from)", $0)] }
    }
    let (text, line) = try twice("2026-12-31")
    let mistakes = found(text)
    #expect(mistakes.map(\.line) == [line + 1])
    #expect(mistakes.first?.reason.nl.hasSuffix(": geldigheid overlapt die van regel \(line)") == true)
    #expect(found(try twice("2027-01-01").text).isEmpty)
  }

  @Test("a half-year has one reference date on a day, whatever it is called")
  func referenceDates() throws {
    let (text, line) = try changed("{id: first-half,") { [$0, $0.replacing("id: first-half", with: "id: another")] }
    #expect(found(text).map(\.line) == [line + 1])
  }

  @Test("what does not go by days stands there once", arguments: undated)
  func once(entry: String) throws {
    let (text, line) = try changed(entry) { [$0, $0] }
    #expect(found(text).contains { $0.line == line + 1 && $0.reason.nl.hasSuffix(" staat er al (regel \(line))") })
  }
}
