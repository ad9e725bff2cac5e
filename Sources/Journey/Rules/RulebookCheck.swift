import Yams

// What of a rulebook must fit together.
extension RulebookReader {
  mutating func check(_ book: Rulebook, _ root: Node.Mapping) {
    func lines(_ part: String) -> [(String, Int)] {
      (root[part]?.sequence ?? []).map { ($0.mapping?["id"]?.string ?? "", $0.mark?.line ?? 1) }
    }
    let parties = Set(book.parties.map(\.id)), terms = Set(book.terms.map(\.id))
    let stepLines = Dictionary(lines("steps"), uniquingKeysWith: { a, _ in a })
    for step in book.steps {
      let line = stepLines[step.id] ?? 1
      if !parties.contains(step.owner) {
        miss(
          line,
          Phrase(
            "\(step.id): onbekende partij \(step.owner.rawValue)", "\(step.id): unknown party \(step.owner.rawValue)"))
      }
      if let term = step.term, !terms.contains(term) {
        miss(line, Phrase("\(step.id): onbekende termijn \(term)", "\(step.id): unknown term \(term)"))
      }
      if let from = step.termFrom,
        !book.steps.contains(where: { $0.id == from && $0.reach == .household && $0.doneBy.isEmpty })
      {
        miss(
          line,
          Phrase(
            "\(step.id): term-from \(from): verwacht een stap van het huishouden die men afvinkt",
            "\(step.id): term-from \(from): expected a step of the household that is ticked off"))
      }
    }
    for stage in Stage.allCases where stage != .closed {
      if !book.steps.contains(where: { $0.leaves == .stage(stage) && $0.conditions.isEmpty }) {
        miss(
          1,
          Phrase(
            "geen stap zonder voorwaarde verlaat de fase \(stage.code)",
            "no step without a condition leaves the stage \(stage.code)"))
      }
    }
  }

  func overlap(_ a: Rulebook.Validity, _ b: Rulebook.Validity) -> Bool {
    let startsBefore = { (x: Rulebook.Validity, y: Rulebook.Validity) in
      y.until.map { (x.from ?? Day(number: .min)) < $0 } ?? true
    }
    return startsBefore(a, b) && startsBefore(b, a)
  }
}
