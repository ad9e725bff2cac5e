import Yams

/// The ages at which a condition of steps and sheets holds: law that moves by date, as the pension age does.
public struct AgeRule: Sendable, Hashable {
  public var condition: Condition
  public var from: Int
  /// The first age at which it no longer holds; nil: there is none.
  public var below: Int?
  public var validity: Rulebook.Validity
  public var source: String

  func covers(_ age: Int) -> Bool { age >= from && below.map { age < $0 } ?? true }
}

extension Condition {
  /// Those whose ages the rulebook says.
  static let ofAge: [Condition] = [.schoolAge, .preSchool, .adult, .toIntegrate]
}

extension RulebookReader {
  mutating func age(_ e: Entry) -> AgeRule? {
    guard let id = word(e, "id") else { return nil }
    guard let condition = Condition(rawValue: id), Condition.ofAge.contains(condition) else {
      let all = Condition.ofAge.map(\.rawValue).joined(separator: ", ")
      return miss(e.line, Phrase("id: verwacht een van \(all)", "id: expected one of \(all)"))
    }
    guard let from = years(e, "from") else { return nil }
    let below = e.map["below"] == nil ? nil : years(e, "below")
    if let below, below <= from {
      miss(e.line, Phrase("\(id): below ligt niet boven from", "\(id): below is not above from"))
    }
    return AgeRule(condition: condition, from: from, below: below, validity: validity(e), source: e.text("source"))
  }

  mutating func years(_ e: Entry, _ key: String) -> Int? {
    guard let text = word(e, key) else { return nil }
    if let years = Int(text), (0...120).contains(years) { return years }
    return miss(e.line, Phrase("\(key): verwacht een leeftijd, 0 tot 120", "\(key): expected an age, 0 to 120"))
  }

  /// Each that a step or sheet asks for is there.
  mutating func checkAges(_ book: Rulebook, _ node: Node?) {
    guard let node else { return }
    let ids = (node.sequence ?? []).map { $0.mapping?["id"]?.string ?? "" }
    let used = Set(book.steps.flatMap(\.conditions) + book.together.sheets.flatMap(\.persons))
    for id in Condition.ofAge.filter(used.contains).map(\.rawValue) where !ids.contains(id) {
      miss(
        node.sequence?.first?.mark?.line ?? 1,
        Phrase(
          "ages: \(id) ontbreekt, en een stap of blad vraagt ernaar",
          "ages: \(id) is missing, and a step or sheet asks for it"))
    }
  }
}
