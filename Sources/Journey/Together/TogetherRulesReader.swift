import Yams

// The part `together` of a rulebook.
extension RulebookReader {
  mutating func together(_ node: Node) -> TogetherRules {
    var rules = TogetherRules()
    guard let map = node.mapping else {
      miss(node, Phrase("verwacht: points, handovers, sheets", "expected points, handovers, sheets"))
      return rules
    }
    for (key, value) in map {
      switch key.string ?? "" {
      case "points": rules.points = entries(value).compactMap { named($0) }
      case "handovers": rules.handovers = entries(value, alike: ["at"], isDated: false).compactMap { handover($0) }
      case "sheets": rules.sheets = entries(value, isDated: false).compactMap { sheet($0) }
      default:
        miss(
          key,
          Phrase(
            "together: onbekend onderdeel \"\(key.string ?? "?")\"", "together: unknown part \"\(key.string ?? "?")\"")
        )
      }
    }
    return rules
  }

  /// What of it must fit the rest of the rulebook.
  mutating func checkTogether(_ book: Rulebook, _ node: Node?) {
    let parties = Set(book.parties.map(\.id)), terms = Set(book.terms.map(\.id))
    let points = Set(book.together.points.map(\.code))
    func line(_ part: String, _ index: Int) -> Int {
      let items = node?.mapping?[part]?.sequence.map(Array.init) ?? []
      return items.indices.contains(index) ? items[index].mark?.line ?? 1 : node?.mark?.line ?? 1
    }
    func unknown(_ line: Int, _ nl: String, _ en: String, _ name: String) {
      miss(line, Phrase("onbekende \(nl) \(name)", "unknown \(en) \(name)"))
    }
    for (index, point) in book.together.points.enumerated() where (point.name.nl + point.name.en).contains(",") {
      // In a form they are typed with commas between them.
      miss(
        line("points", index),
        Phrase("\(point.code): een punt heeft geen komma in de naam", "\(point.code): a point has no comma in its name")
      )
    }
    for (index, rule) in book.together.handovers.enumerated() {
      let line = line("handovers", index)
      for party in [rule.from, rule.to] where !parties.contains(party) {
        unknown(line, "partij", "party", party.rawValue)
      }
      for point in rule.points where !points.contains(point) { unknown(line, "punt", "point", point) }
      if let term = rule.term, !terms.contains(term) { unknown(line, "termijn", "term", term) }
      if !rule.sheet.isEmpty, book.together.sheet(rule.sheet) == nil { unknown(line, "sheet", "sheet", rule.sheet) }
    }
    for (index, rule) in book.together.sheets.enumerated() {
      let line = line("sheets", index)
      for party in rule.to where !parties.contains(party) { unknown(line, "partij", "party", party.rawValue) }
    }
  }

  private mutating func handover(_ e: Entry) -> HandoverRule? {
    guard let at = word(e, "at"), let name = name(e), let from = word(e, "from"), let to = word(e, "to") else {
      return nil
    }
    guard let change = Handover.Change(rawValue: at), change != .other else {
      return miss(
        e.line,
        Phrase(
          "at: verwacht linked, relinked, came-of-age of moved", "at: expected linked, relinked, came-of-age or moved"))
    }
    return HandoverRule(
      change: change, name: name, from: PartyID(from), to: PartyID(to), stages: stages(e),
      points: list(e.map["points"]).compactMap(\.string), sheet: e.text("sheet"), term: e.map["term"]?.string,
      validity: validity(e), source: e.text("source"))
  }

  private mutating func sheet(_ e: Entry) -> SheetRule? {
    guard let id = word(e, "id"), let name = name(e) else { return nil }
    let to = list(e.map["to"]).compactMap(\.string).map { PartyID($0) }
    if to.isEmpty { miss(e.line, Phrase("\(id): to ontbreekt", "\(id): to is missing")) }
    let ground = self.ground(e, of: id)
    var fields: [SheetField] = []
    for node in list(e.map["fields"]) {
      if let field = SheetField(rawValue: node.string ?? "") {
        fields.append(field)
      } else {
        let all = SheetField.allCases.map(\.rawValue).joined(separator: ", ")
        miss(node, Phrase("fields: verwacht een van \(all)", "fields: expected one of \(all)"))
      }
    }
    if fields.isEmpty { miss(e.line, Phrase("\(id): fields ontbreekt", "\(id): fields is missing")) }
    return SheetRule(
      id: id, name: name, to: to, stages: stages(e), persons: conditions(e, "persons"), fields: fields,
      validity: validity(e), ground: ground)
  }

  /// In both languages: whoever gets the sheet reads why it may go to them.
  private mutating func ground(_ e: Entry, of id: String) -> Phrase {
    let source = e.map["source"]
    func text(_ language: Language) -> String {
      source?.mapping?.first { $0.key.string == language.rawValue }?.value.string ?? ""
    }
    let lacking = Language.allCases.filter { text($0).isEmpty }.map(\.rawValue).joined(separator: ", ")
    if !lacking.isEmpty {
      let wrong =
        switch source {
        case nil: Phrase("source ontbreekt", "source is missing")
        case let node? where node.mapping == nil:
          Phrase("source is één tekst voor beide talen", "source is one text for both languages")
        default: Phrase("source: \(lacking) ontbreekt", "source: \(lacking) is missing")
        }
      let expected = Phrase(
        "; verwacht source: {nl: \"...\", en: \"...\"}, want wie het blad krijgt leest waarom het mag",
        "; expected source: {nl: \"...\", en: \"...\"}, as whoever gets the sheet reads why it may be shared")
      miss(source?.mark?.line ?? e.line, Phrase(same: "\(id): ") + wrong + expected)
    }
    let languages = Language.allCases.map(\.rawValue)
    for (key, _) in source?.mapping ?? [:] where !languages.contains(key.string ?? "") {
      unknownField(key.string ?? "?", key.mark?.line ?? e.line)
    }
    return Phrase(text(.nl), text(.en))
  }
}
