import Yams

/// Who comes to count for the task (taakstelling), by what happens to them while it holds.
public struct CountingRule: Sendable, Hashable {
  /// What can happen to persons. What no rule names makes nobody count.
  public enum Occasion: String, Sendable, CaseIterable {
    case moved
    case secondMove = "second-move"
    case ownHomeFound = "own-home-found"
    // A temporary home, by its kind.
    case har
    case throughFlow = "through-flow"
    case flex
    case otherTemporary = "other-temporary"
    /// Relatives come to live with a household that has its home.
    case relatives
    // A stay before any home.
    case guest
    case smallScale = "small-scale"
    case fosterFamily = "foster-family"
    case coaUnit = "coa-unit"

    init(_ kind: Event.TemporaryHome.Kind) {
      switch kind {
      case .har: self = .har
      case .throughFlow: self = .throughFlow
      case .flex: self = .flex
      case .other: self = .otherTemporary
      }
    }

    init(_ guardianship: Person.Guardianship) {
      switch guardianship {
      case .smallScale: self = .smallScale
      case .fosterFamily: self = .fosterFamily
      case .coaUnit: self = .coaUnit
      }
    }

    /// Comes before any home: whoever counts by it no longer does at the move.
    public var isBeforeHome: Bool {
      switch self {
      case .guest, .smallScale, .fosterFamily, .coaUnit: true
      case .moved, .secondMove, .ownHomeFound, .har, .throughFlow, .flex, .otherTemporary, .relatives: false
      }
    }
  }

  public var code: String
  public var name: Phrase
  public var on: [Occasion]
  /// From which age, for a stay before any home; nil: any.
  public var age: Int?
  public var validity: Rulebook.Validity
  public var source: String
}

extension RulebookReader {
  mutating func counting(_ e: Entry) -> CountingRule? {
    guard let id = word(e, "id"), let name = name(e) else { return nil }
    let all = CountingRule.Occasion.allCases.map(\.rawValue).joined(separator: ", ")
    // One that was copied before this was data says it of none: then it counts what it counts in the program.
    if e.map["on"] == nil, let known = Rulebook.builtIn.counting.first(where: { $0.code == id }) {
      return CountingRule(
        code: id, name: name, on: known.on, age: known.age, validity: validity(e), source: e.text("source"))
    }
    let nodes = list(e.map["on"])
    if nodes.isEmpty {
      miss(
        e.line,
        Phrase(
          "\(id): on ontbreekt: zonder telt er niemand door; verwacht een of meer van \(all)",
          "\(id): on is missing: without it nobody counts by this; expected one or more of \(all)"))
    }
    var on: [CountingRule.Occasion] = []
    for node in nodes {
      if let occasion = CountingRule.Occasion(rawValue: node.string ?? "") {
        on.append(occasion)
      } else {
        miss(node, Phrase("\(id): on: verwacht een of meer van \(all)", "\(id): on: expected one or more of \(all)"))
      }
    }
    let age = e.map["age"] == nil ? nil : years(e, "age")
    if age != nil, !on.allSatisfy(\.isBeforeHome) {
      let early = CountingRule.Occasion.allCases.filter(\.isBeforeHome).map(\.rawValue).joined(separator: ", ")
      miss(e.line, Phrase("\(id): age geldt alleen bij \(early)", "\(id): age is only for \(early)"))
    }
    return CountingRule(code: id, name: name, on: on, age: age, validity: validity(e), source: e.text("source"))
  }
}
