import Journey
import Quota

// Values that are names: of stages, places, parties and people.
extension FilterReader {
  func stages(_ written: WrittenTerm) throws(FilterMistake) -> Set<Stage> {
    var found: Set<Stage> = []
    for value in written.values {
      let stage = try stage(value)
      switch written.sign {
      case "<": found.formUnion(Stage.allCases.filter { $0 < stage })
      case "<=": found.formUnion(Stage.allCases.filter { $0 <= stage })
      case ">": found.formUnion(Stage.allCases.filter { $0 > stage && $0 != .closed })
      case ">=": found.formUnion(Stage.allCases.filter { $0 >= stage && ($0 != .closed || stage == .closed) })
      default: found.insert(stage)
      }
    }
    return found
  }

  private func stage(_ value: WrittenTerm.Value) throws(FilterMistake) -> Stage {
    let key = Folding.key(value.text)
    func names(_ stage: Stage) -> [String] { [stage.code, stage.name.nl, stage.name.en].map(Folding.key) }
    let exact = Stage.allCases.first { names($0).contains(key) }
    let begun = Stage.allCases.filter { names($0).contains { (" " + $0).contains(" " + key) } }
    if let found = exact ?? (begun.count == 1 && !key.isEmpty ? begun[0] : nil) { return found }
    func list(_ language: Language) -> String {
      Stage.allCases.map { $0.name[language].lowercased() }.joined(separator: ", ")
    }
    throw FilterMistake.value(
      value, is: Phrase("fase", "stage"), choices: Phrase(list(.nl), list(.en)),
      meant: Nearest.word(
        value.text,
        among: Stage.allCases.flatMap { [$0.name.nl, $0.name.en].flatMap { $0.lowercased().split(separator: " ") } }
          .map(
            String.init)))
  }

  /// A CBS code; empty for those not linked to any.
  func municipality(_ value: WrittenTerm.Value) throws(FilterMistake) -> String {
    if isNone(value) { return "" }
    switch Reference.findMunicipality(value.text) {
    case .exact(let found), .successor(let found, _, _): return found.code
    case .several(let found):
      throw FilterMistake.value(
        value, is: Phrase("gemeente alleen", "one municipality"), choices: Self.list(found.map(\.name)))
    case .none(let closest):
      let started = Reference.completions(municipality: value.text, limit: 4)
      if started.count == 1 { return started[0].code }
      let near = (started.isEmpty ? Array(closest.prefix(3)) : started).map(\.dailyName)
      // Of those that begin so none is likelier; of the others one may be near by a name that is no longer in use.
      let only = near.count == 1 ? near[0] : nil
      let meant = started.isEmpty ? Nearest.word(value.text, among: near) ?? only : nil
      throw FilterMistake.value(
        value, is: Phrase("gemeente", "municipality"), choices: Self.list(meant == nil ? near : []), meant: meant)
    }
  }

  private static func list(_ names: [String]) -> Phrase { Phrase(same: names.joined(separator: ", ")) }

  func province(_ value: WrittenTerm.Value) throws(FilterMistake) -> Set<String> {
    let key = Folding.key(value.text)
    let named = Reference.provinces.filter { Folding.key($0.name) == key || $0.code.lowercased() == key }
    let begun = Reference.provinces.filter { key.count > 2 && Folding.key($0.name).hasPrefix(key) }
    guard let found = named.first ?? (begun.count == 1 ? begun[0] : nil) else {
      let names = Reference.provinces.map(\.name)
      throw FilterMistake.value(
        value, is: Phrase("provincie", "province"), choices: Self.list(names),
        meant: Nearest.word(value.text, among: names))
    }
    return Set(Reference.municipalities.filter { $0.province == found.code }.map(\.code))
  }

  /// A labour market region.
  func region(_ value: WrittenTerm.Value) throws(FilterMistake) -> Set<String> {
    let names = Area.all.compactMap { if case .region(let name) = $0 { name } else { nil } }
    let key = Folding.key(value.text)
    let begun = names.filter { key.count > 2 && Folding.key($0).hasPrefix(key) }
    let exact = names.first { Folding.key($0) == key }
    guard let found = exact ?? (begun.count == 1 ? begun[0] : nil) else {
      throw FilterMistake.value(
        value, is: Phrase("arbeidsmarktregio", "labour market region"), choices: Self.list(names),
        meant: Nearest.word(value.text, among: names))
    }
    return Set(Area.region(found).municipalities)
  }

  /// A period, and after `@` the area for whose task somebody counted.
  func realised(
    _ value: WrittenTerm.Value, _ written: WrittenTerm, example: Phrase
  ) throws(FilterMistake) -> Filter {
    let parts = value.text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let days = try days(WrittenTerm.Value(text: parts[0], range: value.range), written, example: example)
    return .realised(days, for: parts.count == 2 ? try towns(parts[1], value) : [])
  }

  /// A stage, after `@` the period in which it was left, and after another `@` the area where.
  func left(
    _ value: WrittenTerm.Value, _ written: WrittenTerm, example: Phrase
  ) throws(FilterMistake) -> Filter {
    let parts = value.text.split(separator: "@", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else {
      throw FilterMistake.value(value, is: Phrase("fase met periode", "stage with a period"), choices: example)
    }
    let left = try stage(WrittenTerm.Value(text: parts[0], range: value.range))
    let days = try days(WrittenTerm.Value(text: parts[1], range: value.range), written, example: example)
    return .left(left, days, in: parts.count == 3 ? try towns(parts[2], value) : [])
  }

  /// A reference date, and after `@` the area for whose task somebody was linked by then.
  func linkedBy(
    _ value: WrittenTerm.Value, _ written: WrittenTerm, example: Phrase
  ) throws(FilterMistake) -> Filter {
    let parts = value.text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let days = try days(WrittenTerm.Value(text: parts[0], range: value.range), written, example: example)
    guard days.count == 1 else {
      throw FilterMistake.value(value, is: Phrase("dag", "day"), choices: example)
    }
    let day = days.lowerBound
    let first = HalfYear(holding: Day(index: day)).first
    return .linked(by: day, since: first.index, for: parts.count == 2 ? try towns(parts[1], value) : [])
  }

  /// The municipalities of an area by its code, or the one of that name; none: the country.
  private func towns(_ text: String, _ value: WrittenTerm.Value) throws(FilterMistake) -> Set<String> {
    if let area = Area(code: text) { return area == .country ? [] : Set(area.municipalities) }
    return [try municipality(WrittenTerm.Value(text: text, range: value.range))]
  }

  /// A party of the rulebook that had the turn on days of the lead time.
  func spent(_ value: WrittenTerm.Value) throws(FilterMistake) -> Filter {
    if isNone(value) { return .spent(PartyID(""), by: today.index) }
    guard let party = party(Folding.key(value.text)) else {
      throw FilterMistake.value(
        value, is: Phrase("partij", "party"), names: rules.parties.map { ($0.id.rawValue, $0.name) })
    }
    return .spent(party.id, by: today.index)
  }

  private func party(_ key: String) -> Rulebook.PartyRule? {
    rules.parties.first {
      [$0.id.rawValue, $0.name.nl, $0.name.en].map(Folding.key).contains {
        $0 == key || (key.count > 2 && $0.hasPrefix(key))
      }
    }
  }

  /// A party of the rulebook; else a part of the organisation or of the name of whoever is to act.
  func turn(_ value: WrittenTerm.Value) throws(FilterMistake) -> Filter {
    if isNone(value) { return .parties([PartyID("")]) }
    if let me = try me(value, or: FilterWords.you) { return .all([.parties([.municipality]), .person(me)]) }
    let key = Folding.key(value.text)
    guard !key.isEmpty else {
      func list(_ name: KeyPath<Phrase, String>) -> String {
        rules.parties.map { $0.name[keyPath: name] }.joined(separator: ", ")
      }
      throw FilterMistake.value(value, is: Phrase("partij", "party"), choices: Phrase(list(\.nl), list(\.en)))
    }
    if let party = party(key) { return .parties([party.id]) }
    // A slip of the hand is no name of anybody.
    let names = rules.parties.flatMap { [$0.id.rawValue, $0.name.nl, $0.name.en] }
    if Nearest.word(key, among: names) != nil {
      throw FilterMistake.value(
        value, is: Phrase("partij", "party"), names: rules.parties.map { ($0.id.rawValue, $0.name) })
    }
    return .contact(key)
  }

  /// The account that looks; nil where the value is somebody else.
  private func me(_ value: WrittenTerm.Value, or words: [String] = []) throws(FilterMistake) -> String? {
    guard (FilterWords.me + words).contains(value.text.lowercased()) else { return nil }
    guard !user.isEmpty else {
      throw FilterMistake(
        range: value.range,
        phrase: Phrase(
          "Wie is '\(value.text)'? Er is geen gebruiker ingesteld (--user).",
          "Who is '\(value.text)'? No user is set (--user)."))
    }
    return user
  }

  func owner(_ value: WrittenTerm.Value) throws(FilterMistake) -> Filter {
    if isNone(value) { return .owner("") }
    if let me = try me(value) { return .owner(me) }
    let key = Folding.key(value.text)
    guard !key.isEmpty else {
      throw FilterMistake.value(value, is: Phrase("naam", "name"), choices: FilterTerm.owner.example)
    }
    return .lead(key)
  }

  func blocker(_ value: WrittenTerm.Value) throws(FilterMistake) -> Filter {
    if value.text == "*" || FilterWords.yes.contains(value.text.lowercased()) { return .blocker(nil) }
    if isNone(value) || FilterWords.no.contains(value.text.lowercased()) { return .not(.blocker(nil)) }
    let key = Folding.key(value.text)
    let found = rules.blockers.first {
      [$0.code, $0.name.nl, $0.name.en].map(Folding.key).contains {
        $0 == key || (key.count > 2 && (" " + $0).contains(" " + key))
      }
    }
    guard let found else {
      throw FilterMistake.value(
        value, is: Phrase("knelpunt", "blocker"),
        names: rules.blockers.map { ($0.code, Phrase($0.name.nl.lowercased(), $0.name.en.lowercased())) }, first: ["*"])
    }
    return .blocker(found.code)
  }

  func need(_ value: WrittenTerm.Value) throws(FilterMistake) -> Filter {
    let every = Filter.needs(Set(Feature.allCases))
    if value.text == "*" || FilterWords.yes.contains(value.text.lowercased()) { return every }
    if isNone(value) || FilterWords.no.contains(value.text.lowercased()) { return .not(every) }
    let key = Folding.key(value.text)
    let found = Feature.allCases.first {
      [$0.rawValue, $0.name.nl, $0.name.en].map(Folding.key).contains {
        $0 == key || (key.count > 2 && (" " + $0).contains(" " + key))
      }
    }
    guard let found else {
      func list(_ language: Language) -> String { Feature.allCases.map { $0.name[language] }.joined(separator: ", ") }
      throw FilterMistake.value(
        value, is: Phrase("behoefte", "need"), choices: Phrase("*, " + list(.nl), "*, " + list(.en)),
        meant: Nearest.word(value.text, among: Feature.allCases.flatMap { [$0.name.nl, $0.name.en] }))
    }
    return .needs([found])
  }

  /// Codes of nationalities; empty text where the head has none recorded.
  func origin(_ value: WrittenTerm.Value) throws(FilterMistake) -> Set<String> {
    if isNone(value) { return [""] }
    let key = Folding.key(value.text)
    func names(_ origin: Origin) -> [String] {
      [origin.englishName, origin.iso3 ?? "", Reference.country(code: origin.countryCode)?.name ?? ""].map(Folding.key)
    }
    let exact = Reference.origins.filter { !key.isEmpty && names($0).contains(key) }.map(\.nationalityCode)
    if !exact.isEmpty { return Set(exact) }
    if let found = Reference.findNationality(value.text) { return [found.code] }
    let begun = Reference.origins.filter { key.count > 2 && names($0).contains { $0.hasPrefix(key) } }.map(
      \.nationalityCode)
    if Set(begun).count == 1 { return Set(begun) }
    let all = Reference.origins.flatMap { [$0.englishName, Reference.country(code: $0.countryCode)?.name ?? ""] }
    throw FilterMistake.value(
      value, is: Phrase("land of nationaliteit", "country or nationality"),
      choices: Phrase("Syrië, Eritrea, Turkse, SYR, 0336", "Syria, Eritrea, SYR, 0336"),
      meant: Nearest.word(value.text, among: all)
    )
  }
}
