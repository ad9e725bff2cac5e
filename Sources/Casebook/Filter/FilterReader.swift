import Journey

/// What each term of a filter says.
struct FilterReader {
  let rules: Rulebook
  let today: Day
  let user: String
  /// Closed dossiers are left out until a term speaks of them.
  var open = true
  var sort: [SortKey] = []

  init(rules: Rulebook, today: Day, user: String) { (self.rules, self.today, self.user) = (rules, today, user) }

  /// nil for what is no condition: an order.
  mutating func read(_ written: WrittenTerm) throws(FilterMistake) -> Filter? {
    guard let term = FilterTerm(named: written.name.lowercased()),
      !written.sign.isEmpty || term.standsAlone || Self.isFlag(written.name)
    else { return try wordOrBareSign(written) }
    if written.sign.isEmpty { return alone(term) }
    guard term.takesValue else { throw .form(written, term.example) }
    guard !written.values.isEmpty else { throw .form(written, term.example) }
    guard ["=", "<", "<=", ">", ">="].contains(written.sign), written.sign == "=" || Self.compares(term) else {
      throw FilterMistake.form(written, term.example)
    }
    return try valued(term, written)
  }

  /// `geblokkeerd` says more than its value `knelpunt` does alone.
  static let flags = ["geblokkeerd", "blocked"]
  static func isFlag(_ name: String) -> Bool { flags.contains(name.lowercased()) }

  private static func compares(_ term: FilterTerm) -> Bool {
    switch term {
    case .stage, .turn, .overdue, .waited, .silent, .due, .inStage, .changed, .persons, .relatives, .number, .housed,
      .movedIn, .leadTime, .uncalled:
      true
    default: false
    }
  }

  private mutating func wordOrBareSign(_ written: WrittenTerm) throws(FilterMistake) -> Filter {
    if written.sign.isEmpty {
      // Who types a case number means that one, closed or not.
      if DossierID(written.name) != nil, written.name.count > 8 { open = false }
      return .text(written.name)
    }
    guard written.name.isEmpty else { throw .name(written) }
    // `>14d`: how long whoever is to act has had it.
    guard !written.values.isEmpty else {
      throw .form(written, Phrase("wacht:>14d of personen:>=4", "waited:>14d or persons:>=4"))
    }
    return try either(written.values) { value throws(FilterMistake) in
      try elapsed(.waitingSince, value, written, example: FilterTerm.waited.example)
    }
  }

  private mutating func alone(_ term: FilterTerm) -> Filter {
    switch term {
    case .overdue: return .overdue(today)
    case .silent: return silentTooLong
    case .uncalled: return .between(.uncalled, Filter.anyDay)
    case .noBlocker: return .not(.blocker(nil))
    case .open: return .not(.stages([.closed]))
    case .closed:
      open = false
      return .stages([.closed])
    case .all:
      open = false
      return .everything
    default: return .blocker(nil)
    }
  }

  /// Longer than the rulebook allows this party in this stage.
  private var silentTooLong: Filter {
    var parts: [Filter] = []
    for party in Set(rules.silence.map(\.party)).sorted() {
      var stages: [Int: Set<Stage>] = [:]
      for stage in Stage.allCases {
        if let limit = rules.silenceLimit(party, stage) { stages[limit, default: []].insert(stage) }
      }
      for (limit, stages) in stages.sorted(by: { $0.key < $1.key }) {
        let last = Int(today.number) - limit - 1
        parts.append(.all([.parties([party]), .stages(stages), .between(.lastTouch, 1...max(1, last))]))
      }
    }
    return .either(parts)
  }

  private mutating func valued(_ term: FilterTerm, _ written: WrittenTerm) throws(FilterMistake) -> Filter? {
    switch term {
    case .sort:
      try order(written)
      return nil
    case .stage:
      let stages = try stages(written)
      if stages.contains(.closed) { open = false }
      return .stages(stages)
    case .municipality: return .municipalities(Set(try written.values.map(municipality)))
    case .region: return .municipalities(try written.values.map(region).reduce([]) { $0.union($1) })
    case .province: return .municipalities(try written.values.map(province).reduce([]) { $0.union($1) })
    case .origin: return .origins(try written.values.map(origin).reduce([]) { $0.union($1) })
    case .waited where written.sign != "=" || isDuration(written),
      .turn where written.sign != "=" || isDuration(written):
      return try elapsed(.waitingSince, written, FilterTerm.waited)
    case .turn, .waited: return try either(written.values, turn)
    case .overdue: return try elapsed(.due, written, term, least: 1)
    case .silent: return try elapsed(.lastTouch, written, term)
    case .inStage: return try elapsed(.stageSince, written, term)
    default: break
    }
    // Whoever is home may be closed by now.
    if [.housed, .left, .linkedBy, .movedIn, .leadTime].contains(term) { open = false }
    return try either(written.values) { value throws(FilterMistake) in
      switch term {
      case .reception: isNone(value) ? .reception("") : .reception(try letters(value, Phrase("opvang", "reception")))
      case .organisation: .organisation(isNone(value) ? "" : value.text)
      case .contactPerson: .person(isNone(value) ? "" : value.text)
      case .owner: try owner(value)
      case .blocker: try blocker(value)
      case .name: .name(try letters(value, Phrase("naam", "name")))
      case .persons: .between(.persons, try numbers(value, written, example: term.example))
      case .relatives: try relatives(value, written)
      case .number: try number(value, written)
      case .need: try need(value)
      case .housed: try realised(value, written, example: term.example)
      case .left: try left(value, written, example: term.example)
      case .daysWith: try spent(value)
      case .linkedBy: try linkedBy(value, written, example: term.example)
      case .movedIn where isDuration(value): try elapsed(.home, value, written, example: term.example)
      case .movedIn: .between(.home, try days(value, written, example: term.example))
      case .uncalled where isDuration(value): try elapsed(.uncalled, value, written, example: term.example)
      case .uncalled: .between(.uncalled, try days(value, written, example: term.example))
      case .leadTime: .between(.leadTime, try span(value, written, example: term.example))
      case .due where isNone(value): .between(.due, Schema.noDay...Schema.closedDay)
      case .due where isDuration(value): .between(.due, try ahead(value, written, example: term.example))
      case .due: .between(.due, try days(value, written, example: term.example))
      case .changed where isDuration(value): try elapsed(.changed, value, written, example: term.example)
      default: .between(.changed, try days(value, written, example: term.example))
      }
    }
  }

  /// As it is compared; signs alone are nothing to look for.
  private func letters(_ value: WrittenTerm.Value, _ what: Phrase) throws(FilterMistake) -> String {
    let key = Folding.key(value.text)
    guard !key.isEmpty else {
      throw FilterMistake.value(value, is: what, choices: Phrase("letters of cijfers", "letters or digits"))
    }
    return key
  }

  private func either(
    _ values: [WrittenTerm.Value], _ one: (WrittenTerm.Value) throws(FilterMistake) -> Filter
  ) throws(FilterMistake) -> Filter {
    var parts: [Filter] = []
    for value in values { parts.append(try one(value)) }
    return .either(parts)
  }

  func isNone(_ value: WrittenTerm.Value) -> Bool {
    FilterWords.none.contains(value.text.lowercased())
  }

  private mutating func order(_ written: WrittenTerm) throws(FilterMistake) {
    for value in written.values {
      guard let keys = SortKey.read(value.text), let key = keys.first else {
        let names = SortKey.By.ofDossiers.map(\.name)
        let choices = Phrase(names.map(\.nl).joined(separator: ", "), names.map(\.en).joined(separator: ", "))
        throw FilterMistake.value(
          value, is: Phrase("volgorde", "order"), choices: choices,
          meant: Nearest.word(value.text, among: names.flatMap { [$0.nl, $0.en] }))
      }
      sort.append(key)
    }
  }
}

/// Values that mean the same in every term.
enum FilterWords {
  static let and = ["en", "and"]
  static let none = ["geen", "none", "niemand", "nobody"]
  static let yes = ["ja", "yes"]
  static let no = ["nee", "no"]
  static let me = ["ik", "me", "mij"]
  /// As the screens call whoever looks.
  static let you = ["u", "jij", "you"]
}
