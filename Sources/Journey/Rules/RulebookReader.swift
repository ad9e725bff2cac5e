import Yams

extension Rulebook {
  /// The one that is in the program. The tests read it whole, so it always parses.
  public static let builtIn: Rulebook = {
    guard case .success(let book) = read(builtInText) else {
      preconditionFailure("the built-in rulebook does not parse")
    }
    return book
  }()

  public static let builtInText = String(decoding: PackageResources.rulebook_yaml, as: UTF8.self)

  /// FNV-1a, 64 bits: no secret, only whether the text is the same.
  static func fingerprint(of text: String) -> String {
    let mark = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return String(mark, radix: 16)
  }

  /// Reads a rulebook; all its mistakes at once, by line.
  public static func read(_ text: String) -> Result<Rulebook, Mistakes> {
    var reader = RulebookReader()
    let book = reader.book(text)
    return reader.mistakes.isEmpty
      ? .success(book) : .failure(Mistakes(list: reader.mistakes.sorted { $0.line < $1.line }))
  }

  public struct Mistakes: Error, Sendable { public let list: [LineMistake] }
}

struct RulebookReader {
  var mistakes: [LineMistake] = []
  var lists: [Entries] = []

  mutating func book(_ text: String) -> Rulebook {
    var book = Rulebook(
      edition: "", parties: [], terms: [], steps: [], silence: [], reasons: [:], blockers: [], outcomes: [],
      counting: [],
      supervision: [], criteria: [])
    book.fingerprint = Rulebook.fingerprint(of: text)
    let document = YamlDocument(text)
    mistakes += document.mistakes
    guard let map = document.root?.mapping else {
      if mistakes.isEmpty {
        miss(
          1,
          Phrase(
            "verwacht: lijsten met de namen parties, terms, steps, ...",
            "expected: lists named parties, terms, steps, ..."))
      }
      return book
    }
    for (key, value) in map {
      switch key.string ?? "" {
      case "edition": book.edition = value.string ?? ""
      case "parties": book.parties = entries(value).compactMap { party($0) }
      case "terms": book.terms = entries(value).compactMap { term($0) }
      case "steps": book.steps = entries(value, isDated: false).compactMap { step($0) }
      case "silence": book.silence = entries(value).compactMap { silence($0) }
      case "blockers": book.blockers = entries(value, isDated: false).compactMap { named($0) }
      case "outcomes": book.outcomes = entries(value).compactMap { outcome($0) }
      case "counting": book.counting = entries(value).compactMap { counting($0) }
      case "ages": book.ages = entries(value).compactMap { age($0) }
      case "supervision": book.supervision = entries(value).compactMap { named($0) }
      case "criteria": book.criteria = entries(value).compactMap { named($0) }
      case "task": book.task = task(value)
      case "together": book.together = together(value)
      case "reasons": book.reasons = reasons(value)
      default:
        miss(key, Phrase("onbekend onderdeel \"\(key.string ?? "?")\"", "unknown part \"\(key.string ?? "?")\""))
      }
    }
    check(book, map)
    checkTogether(book, map["together"])
    checkLists()
    // One that was copied before a part was data has none of it: then what is in the program holds.
    if map["task"] == nil { book.task = Rulebook.builtIn.task }
    if map["together"] == nil { book.together = Rulebook.builtIn.together }
    if map["ages"] == nil { book.ages = Rulebook.builtIn.ages }
    checkAges(book, map["ages"])
    for index in book.steps.indices {
      let conditions = book.steps[index].conditions
      book.steps[index].ages = book.ages.filter { conditions.contains($0.condition) }
    }
    return book
  }

  // MARK: - Entries

  private mutating func party(_ e: Entry) -> Rulebook.PartyRule? {
    guard let id = word(e, "id"), let name = name(e) else { return nil }
    return Rulebook.PartyRule(id: PartyID(id), name: name, also: list(e.map["also"]).compactMap(\.string))
  }

  private mutating func term(_ e: Entry) -> TermRule? {
    guard let id = word(e, "id"), let name = name(e) else { return nil }
    let expected = Phrase("verwacht: 14d, 10w, 4m, 5wd of -28d", "expected 14d, 10w, 4m, 5wd or -28d")
    guard let text = word(e, "length") else { return nil }
    guard let length = TermRule.Length(text) else { return miss(e.map["length"]!, expected) }
    guard let kind = word(e, "kind") else { return nil }
    guard let force = TermRule.Force(rawValue: kind) else {
      return miss(e.map["kind"]!, Phrase("verwacht: statutory, agreed of own", "expected statutory, agreed or own"))
    }
    return TermRule(id: id, name: name, length: length, force: force, validity: validity(e), source: e.text("source"))
  }

  private mutating func step(_ e: Entry) -> StepRule? {
    guard let id = word(e, "id"), let name = name(e), let owner = word(e, "owner") else { return nil }
    var leaves = StepRule.Exit.none
    if let text = e.map["leaves"]?.string {
      if text == "any" {
        leaves = .any
      } else if let stage = Stage(code: text) {
        leaves = .stage(stage)
      } else {
        let all = Stage.allCases.map(\.code).joined(separator: ", ")
        miss(e.map["leaves"]!, Phrase("verwacht een fase (\(all)) of any", "expected a stage (\(all)) or any"))
      }
    }
    let arises = triggers(e, "arises")
    if arises.isEmpty { miss(e.line, Phrase("\(id): arises ontbreekt", "\(id): arises is missing")) }
    return StepRule(
      id: id, domain: e.text("domain"), name: name, owner: PartyID(owner), arises: arises,
      reach: reach(e), conditions: conditions(e),
      term: e.map["term"]?.string, termFrom: e.map["term-from"]?.string,
      doneBy: triggers(e, "done"), leaves: leaves, mandatory: flag(e, "mandatory"),
      overall: flag(e, "overall"), validity: validity(e), source: e.text("source"))
  }

  private mutating func reach(_ e: Entry) -> StepRule.Reach {
    guard let node = e.map["per"] else { return .household }
    if let reach = StepRule.Reach(rawValue: node.string ?? "") { return reach }
    miss(node, Phrase("per: verwacht household of person", "per: expected household or person"))
    return .household
  }

  private mutating func silence(_ e: Entry) -> Rulebook.SilenceRule? {
    guard let party = word(e, "party") else { return nil }
    guard let days = Int(e.text("days")), days > 0 else {
      return miss(e.line, Phrase("days: verwacht een aantal dagen", "days: expected a number of days"))
    }
    return Rulebook.SilenceRule(party: PartyID(party), stages: stages(e), days: days)
  }

  mutating func stages(_ e: Entry) -> Set<Stage> {
    var stages: Set<Stage> = []
    for node in list(e.map["stages"]) {
      if let stage = Stage(code: node.string ?? "") {
        stages.insert(stage)
      } else {
        miss(node, Phrase("onbekende fase \(node.string ?? "")", "unknown stage \(node.string ?? "")"))
      }
    }
    return stages
  }

  private mutating func outcome(_ e: Entry) -> Rulebook.OutcomeRule? {
    guard let id = word(e, "id"), let name = name(e) else { return nil }
    guard let outcome = Outcome(rawValue: id) else {
      return miss(e.map["id"]!, Phrase("onbekende uitkomst \(id)", "unknown outcome \(id)"))
    }
    guard let years = Int(e.map["retention-years"]?.string ?? "5"), years >= 0 else {
      return miss(
        e.line,
        Phrase("retention-years: verwacht een aantal jaren", "retention-years: expected a number of years"))
    }
    return Rulebook.OutcomeRule(outcome: outcome, name: name, retentionYears: years, source: e.text("source"))
  }

  private mutating func reasons(_ node: Node) -> [String: [Rulebook.Named]] {
    var reasons: [String: [Rulebook.Named]] = [:]
    guard let lists = node.mapping else {
      let known = Rulebook.reasonLists.joined(separator: ", ")
      miss(node, Phrase("verwacht: lijsten met de namen \(known)", "expected: lists named \(known)"))
      return reasons
    }
    for (list, value) in lists {
      let name = list.string ?? "?"
      if !Rulebook.reasonLists.contains(name) {
        miss(list, Phrase.unknown(Phrase("lijst", "list"), name, among: Rulebook.reasonLists))
      }
      reasons[name] = entries(value).compactMap { named($0) }
    }
    return reasons
  }

  mutating func named(_ e: Entry) -> Rulebook.Named? {
    guard let id = word(e, "id"), let name = name(e) else { return nil }
    return Rulebook.Named(code: id, name: name, validity: validity(e), source: e.text("source"))
  }

  // MARK: - Fields

  mutating func word(_ e: Entry, _ key: String) -> String? {
    if let text = e.map[key]?.string, !text.isEmpty { return text }
    return miss(e.line, Phrase("\(key) ontbreekt", "\(key) is missing"))
  }

  private mutating func flag(_ e: Entry, _ key: String) -> Bool {
    switch e.text(key) {
    case "true": return true
    case "", "false": return false
    default:
      miss(e.line, Phrase("\(key): verwacht true of false", "\(key): expected true or false"))
      return false
    }
  }

  mutating func name(_ e: Entry) -> Phrase? {
    guard let nl = word(e, "nl"), let en = word(e, "en") else { return nil }
    return Phrase(nl, en)
  }

  mutating func validity(_ e: Entry) -> Rulebook.Validity {
    func day(_ key: String) -> Day? {
      guard let node = e.map[key] else { return nil }
      if let text = node.string, let day = Day(text) { return day }
      miss(node, Phrase("\(key): verwacht een dag als 2026-01-01", "\(key): expected a day like 2026-01-01"))
      return nil
    }
    let validity = Rulebook.Validity(from: day("valid-from"), until: day("valid-until"))
    if let from = validity.from, let until = validity.until, until <= from {
      miss(e.line, Phrase("valid-until ligt niet na valid-from", "valid-until is not after valid-from"))
    }
    e.validity = validity
    return validity
  }

  func list(_ node: Node?) -> [Node] { node.map { $0.sequence.map(Array.init) ?? [$0] } ?? [] }

  private mutating func triggers(_ e: Entry, _ key: String) -> [Trigger] {
    list(e.map[key]).compactMap { node in
      if let trigger = Trigger(node.string ?? "") { return trigger }
      return miss(
        node, Phrase("\(key): onbekende gebeurtenis \(node.string ?? "")", "\(key): unknown event \(node.string ?? "")")
      )
    }
  }

  mutating func conditions(_ e: Entry, _ key: String = "when") -> [Condition] {
    list(e.map[key]).compactMap { node in
      if let condition = Condition(rawValue: node.string ?? "") { return condition }
      let all = Condition.allCases.map(\.rawValue).joined(separator: ", ")
      return miss(node, Phrase("\(key): verwacht een van \(all)", "\(key): expected one of \(all)"))
    }
  }

  // MARK: - Mistakes

  @discardableResult
  mutating func miss<T>(_ node: Node, _ reason: Phrase) -> T? { miss(node.mark?.line ?? 1, reason) }

  @discardableResult
  mutating func miss<T>(_ line: Int, _ reason: Phrase) -> T? {
    mistakes.append(LineMistake(line: line, reason))
    return nil
  }
  mutating func miss(_ node: Node, _ reason: Phrase) { miss(node.mark?.line ?? 1, reason) }
  mutating func miss(_ line: Int, _ reason: Phrase) { mistakes.append(LineMistake(line: line, reason)) }
}
