import Testing

@testable import Journey

@Suite("The task in the rulebook")
struct TaskRulesTests {
  static func read(_ old: String, _ new: String) -> Result<Rulebook, Rulebook.Mistakes> {
    let text = Rulebook.builtInText
    precondition(text.contains(old))
    return Rulebook.read(text.replacing(old, with: new))
  }

  static func line(of word: String, in text: String) -> Int? {
    text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(word) }.map { $0 + 1 }
  }

  @Test("the built-in one rounds up, counts links on 1 April and 1 October, and has three classes of pace")
  func builtIn() {
    let task = Rulebook.builtIn.task
    let day = Day(2026, 7, 1)!
    #expect(task.target(on: day)?.rounding == .up)
    #expect(task.referenceDate(half: 1, from: Day(2026, 1, 1)!) == Day(2026, 4, 1))
    #expect(task.referenceDate(half: 2, from: day) == Day(2026, 10, 1))
    #expect(task.pace(on: day).map(\.id) == ["on-schedule", "slightly-behind", "behind"])
    #expect(task.carries(on: day) && task.excuses(on: day))
    #expect(task.abolished == nil)
  }

  @Test("every entry names its source")
  func sources() {
    let task = Rulebook.builtIn.task
    let sources =
      task.targets.map(\.source) + task.referenceDates.map(\.source) + task.pace.map(\.source)
      + task.signals.map(\.source) + task.norms.map(\.source)
      + (task.carryOver + task.excuse + task.shifts + task.enforcement + task.desks).map(\.source)
    #expect(sources.count > 15 && sources.allSatisfy { !$0.isEmpty })
  }

  @Test(
    "a mistake in it is reported with its line and what was expected",
    arguments: [
      ("rounding: up", "rounding: down", "nearest"), ("half: 1, day: 04-01", "half: 1, day: 10-01", "04-01"),
      ("percent: 85", "percent: many", "100"), ("when: missed", "when: sometimes", "backlog"),
      ("provinces: [PV28]", "provinces: [PV99]", "PV99"), ("publication-days: 91", "publication-days: soon", "366"),
      ("parts: [1, 2, 3, 4, 5, 6]", "parts: [1, 2, 3]", "six"), ("parts: [1, 2, 3, 4", "parts: [1, 2, 4, 3", "fall"),
      ("  desks:", "  tables:", "tables"),
    ])
  func mistakes(old: String, new: String, word: String) throws {
    guard case .failure(let mistakes) = Self.read(old, new) else {
      Issue.record("'\(new)' was accepted")
      return
    }
    let line = try #require(Self.line(of: new, in: Rulebook.builtInText.replacing(old, with: new)))
    #expect(mistakes.list.contains { $0.line == line && $0.reason.en.contains(word) }, "\(mistakes.list)")
  }

  @Test("two ways to make a target in one half-year are a mistake; one after the other are not")
  func overlap() throws {
    let entry = String(try #require(Rulebook.builtInText.split(separator: "\n").first { $0.contains("id: art-29") }))
    func twice(_ first: String, _ second: String) -> Result<Rulebook, Rulebook.Mistakes> {
      func dated(_ words: String) -> String {
        entry.replacing("publication-days: 91,", with: "publication-days: 91, \(words)")
      }
      return Self.read(entry, dated(first) + "\n" + dated(second))
    }
    guard case .failure = twice("valid-until: 2027-01-01,", "valid-from: 2026-01-01,") else {
      Issue.record("accepted")
      return
    }
    guard case .success(let book) = twice("valid-until: 2027-01-01,", "valid-from: 2027-01-01,") else {
      Issue.record("refused")
      return
    }
    #expect(book.task.targets.count == 2)
    #expect(book.task.abolished == nil)
  }

  @Test("a rulebook that was copied before the task was data has the built-in one")
  func without() throws {
    let start = try #require(Rulebook.builtInText.range(of: "\ntask:\n"))
    let end = try #require(Rulebook.builtInText.range(of: "# Provincial supervision"))
    let text = Rulebook.builtInText[..<start.lowerBound] + "\n\n" + Rulebook.builtInText[end.lowerBound...]
    guard case .success(let book) = Rulebook.read(String(text)) else {
      Issue.record("refused")
      return
    }
    #expect(book.task == Rulebook.builtIn.task)
  }

  @Test("one that was copied before norm, shift and enforcement were lists has the built-in ones; an empty list none")
  func copiedBefore() {
    let task = Rulebook.builtIn.task
    var text = Rulebook.builtInText
    for list in ["norm", "shift", "enforcement"] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let at = lines.firstIndex { $0 == "  \(list):" }!
      #expect(lines[at + 1].hasPrefix("    - {") && !lines[at + 2].hasPrefix("    - {"), "one entry")
      text = (lines[..<at] + lines[(at + 2)...]).joined(separator: "\n")
    }
    guard case .success(let before) = Rulebook.read(text) else {
      Issue.record("refused")
      return
    }
    #expect(before.task == task)
    guard case .success(let none) = Rulebook.read(text.replacing("\ntask:\n", with: "\ntask:\n  norm: []\n")) else {
      Issue.record("an empty list was refused")
      return
    }
    #expect(none.task.norms.isEmpty && none.task.shifts == task.shifts)
  }

  @Test("two norms for one half-year are a mistake")
  func twoNorms() {
    guard case .failure(let mistakes) = Self.read("\n  norm:\n", "\n  norm:\n    - \(Self.norm)\n") else {
      Issue.record("accepted")
      return
    }
    #expect(mistakes.list.contains { $0.reason.en.contains("validity overlaps that of line") })
  }

  private static let norm =
    "{id: late, nl: laat, en: late, parts: [0, 0, 0, 0, 0, 1], rounding: up, valid-from: 2027-01-01, source: eigen keuze}"

  @Test("the day of abolition is the first without a task")
  func abolished() {
    guard case .success(let book) = Self.read("publication-days: 91,", "publication-days: 91, valid-until: 2027-01-01,")
    else {
      Issue.record("refused")
      return
    }
    #expect(book.task.abolished == Day(2027, 1, 1))
    #expect(book.task.target(on: Day(2026, 12, 31)!) != nil)
    #expect(book.task.target(on: Day(2027, 1, 1)!) == nil)
  }
}
