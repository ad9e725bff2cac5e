import Journey

extension Query {
  /// Reads a typed filter: `fase:zoeken gemeente:Utrecht te-laat personen>=4 yilmaz`, or the same in English. What is no
  /// term is searched for. Lists take commas, names with spaces take quotation marks: `gemeente:"Den Haag",Utrecht`.
  public static func parse(
    _ filter: String, today: Day? = nil, rules: Rulebook = .builtIn
  ) -> Result<Query, FilterMistake> {
    var reader = FilterReader(query: Query(), rules: rules, today: today)
    do {
      for term in FilterTerm.split(filter) { try reader.read(term) }
      return .success(reader.finished)
    } catch {
      return .failure(error)
    }
  }
}

/// `name`, `:` or `>=` and so on, `value`; a bare word has no sign.
struct FilterTerm {
  var name: String
  var sign: String
  var value: String
  var range: Range<String.Index>

  static func split(_ text: String) -> [FilterTerm] {
    var terms: [FilterTerm] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard !text[index].isWhitespace else {
        index = text.index(after: index)
        continue
      }
      let start = index
      var quoted = false
      while index < text.endIndex, quoted || !text[index].isWhitespace {
        if text[index] == "\"" { quoted.toggle() }
        index = text.index(after: index)
      }
      terms.append(FilterTerm(text[start..<index]))
    }
    return terms
  }

  private init(_ text: Substring) {
    range = text.startIndex..<text.endIndex
    let bare = String(text.replacing("\"", with: ""))
    guard let at = text.firstIndex(where: { ":<>=".contains($0) }), at > text.startIndex, text.first != "\"" else {
      (name, sign, value) = (bare, "", "")
      return
    }
    let rest = text[at...].prefix { ":<>=".contains($0) }
    name = text[..<at].lowercased()
    sign = String(rest)
    value = String(text[rest.endIndex...].replacing("\"", with: ""))
  }

  var list: [String] { value.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init) }
}

struct FilterReader {
  var query: Query
  let rules: Rulebook
  let today: Day?
  var words: [String] = []

  var finished: Query {
    var query = query
    query.text = words.joined(separator: " ")
    query.today = today
    return query
  }

  mutating func read(_ term: FilterTerm) throws(FilterMistake) {
    if term.sign.isEmpty {
      switch term.name.lowercased() {
      case "te-laat", "telaat", "overdue", "late": query.overdue = true
      case "alle", "all": query.open = false
      case "gesloten", "closed":
        query.open = false
        query.stages.insert(.closed)
      case "geblokkeerd", "blocked": query.blocker = "*"
      default: words.append(term.name)
      }
      return
    }
    switch term.name {
    case "personen", "persons", "pers": return try persons(term)
    case "fase", "stage", "gemeente", "municipality", "provincie", "province", "aanzet", "waiting", "wacht", "turn",
      "knelpunt", "blocker", "eigenaar", "owner", "azc", "opvang", "reception", "orde", "volgorde", "sort", "order":
      break
    default:
      throw FilterMistake(
        range: term.range,
        phrase: Phrase(
          "'\(term.name)' is geen filter. Wel: fase, gemeente, provincie, aanzet, knelpunt, eigenaar, azc, personen, te-laat, alle, orde.",
          "'\(term.name)' is no filter. These are: stage, municipality, province, waiting, blocker, owner, reception, persons, overdue, all, sort."
        ))
    }
    guard term.sign == ":" || term.sign == "=", !term.value.isEmpty else {
      throw FilterMistake(
        range: term.range,
        phrase: Phrase("Schrijf \(term.name):waarde.", "Write \(term.name):value."))
    }
    try valued(term)
  }

  private mutating func valued(_ term: FilterTerm) throws(FilterMistake) {
    switch term.name {
    case "fase", "stage": for value in term.list { try stage(value, term) }
    case "gemeente", "municipality": for value in term.list { try municipality(value, term) }
    case "provincie", "province": for value in term.list { try province(value, term) }
    case "aanzet", "waiting", "wacht", "turn": try party(term)
    case "knelpunt", "blocker": try blocker(term)
    case "eigenaar", "owner": query.owner = term.value
    case "azc", "opvang", "reception": query.reception = term.value
    default: try order(term)
    }
  }

  private mutating func stage(_ value: String, _ term: FilterTerm) throws(FilterMistake) {
    let key = Folding.key(value)
    let exact = Stage.allCases.filter {
      $0.code == key || Folding.key($0.name.nl) == key || Folding.key($0.name.en) == key
    }
    let partial = Stage.allCases.filter {
      [$0.name.nl, $0.name.en].map(Folding.key).contains { $0.split(separator: " ").contains { $0.hasPrefix(key) } }
    }
    guard let found = exact.first ?? (partial.count == 1 ? partial.first : nil) else {
      throw expected(
        value, term, Phrase("fase", "stage"), Phrase(Self.names(Stage.allCases, \.nl), Self.names(Stage.allCases, \.en))
      )
    }
    if found == .closed { query.open = false }
    query.stages.insert(found)
  }

  private static func names(_ stages: [Stage], _ language: KeyPath<Phrase, String>) -> String {
    stages.map { $0.name[keyPath: language].lowercased() }.joined(separator: ", ")
  }

  private mutating func municipality(_ value: String, _ term: FilterTerm) throws(FilterMistake) {
    switch Reference.findMunicipality(value) {
    case .exact(let found), .successor(let found, _, _): query.municipalities.insert(found.code)
    case .several(let found):
      throw expected(
        value, term, Phrase("één gemeente", "one municipality"), Phrase(same: found.map(\.name).joined(separator: ", "))
      )
    case .none(let closest):
      let started = Reference.completions(municipality: value, limit: 3)
      if started.count == 1 {
        query.municipalities.insert(started[0].code)
        return
      }
      let names = (started.isEmpty ? Array(closest.prefix(3)) : started).map(\.name).joined(separator: ", ")
      throw expected(value, term, Phrase("gemeente", "municipality"), Phrase(same: names))
    }
  }

  private mutating func province(_ value: String, _ term: FilterTerm) throws(FilterMistake) {
    let key = Folding.key(value)
    guard let found = Reference.provinces.first(where: { Folding.key($0.name) == key || $0.code.lowercased() == key })
    else {
      throw expected(
        value, term, Phrase("provincie", "province"),
        Phrase(same: Reference.provinces.map(\.name).joined(separator: ", ")))
    }
    query.municipalities.formUnion(Reference.municipalities.filter { $0.province == found.code }.map(\.code))
  }

  private mutating func party(_ term: FilterTerm) throws(FilterMistake) {
    let key = Folding.key(term.value)
    let found = rules.parties.first {
      [$0.id.rawValue, $0.name.nl, $0.name.en].map(Folding.key).contains {
        $0 == key || (key.count > 2 && $0.hasPrefix(key))
      }
    }
    guard let found else {
      let names = Phrase(
        rules.parties.map(\.name.nl).joined(separator: ", "), rules.parties.map(\.name.en).joined(separator: ", "))
      throw expected(term.value, term, Phrase("partij", "party"), names)
    }
    query.party = found.id
  }

  private mutating func blocker(_ term: FilterTerm) throws(FilterMistake) {
    if term.value == "*" || ["ja", "yes"].contains(term.value.lowercased()) {
      query.blocker = "*"
      return
    }
    let key = Folding.key(term.value)
    let found = rules.blockers.first {
      [$0.code, $0.name.nl, $0.name.en].map(Folding.key).contains { $0 == key || (key.count > 2 && $0.hasPrefix(key)) }
    }
    guard let found else {
      throw expected(
        term.value, term, Phrase("knelpunt", "blocker"),
        Phrase(same: "*, " + rules.blockers.map(\.code).joined(separator: ", ")))
    }
    query.blocker = found.code
  }

  private mutating func order(_ term: FilterTerm) throws(FilterMistake) {
    let names: [String: Query.Order] = [
      "urgentie": .urgency, "urgency": .urgency, "naam": .name, "name": .name, "wacht": .waiting, "waiting": .waiting,
      "nieuwste": .newest, "newest": .newest, "fase": .stage, "stage": .stage,
    ]
    guard let found = names[Folding.key(term.value)] else {
      throw expected(
        term.value, term, Phrase("volgorde", "order"),
        Phrase("urgentie, naam, wacht, nieuwste, fase", "urgency, name, waiting, newest, stage"))
    }
    query.order = found
  }

  private mutating func persons(_ term: FilterTerm) throws(FilterMistake) {
    guard let number = Int(term.value), number >= 0, number < 1000 else {
      throw expected(
        term.value, term, Phrase("aantal", "number"),
        Phrase("personen>=4, personen<3, personen:1", "persons>=4, persons<3, persons:1"))
    }
    switch term.sign {
    case ">=": query.minPersons = number
    case ">": query.minPersons = number + 1
    case "<=": query.maxPersons = number
    case "<": query.maxPersons = number - 1
    case ":", "=": (query.minPersons, query.maxPersons) = (number, number)
    default: throw expected(term.sign, term, Phrase("teken", "sign"), Phrase(same: ":  >=  >  <=  <"))
    }
  }

  private func expected(_ value: String, _ term: FilterTerm, _ what: Phrase, _ choices: Phrase) -> FilterMistake {
    FilterMistake(
      range: term.range,
      phrase: Phrase(
        "'\(value)' is geen \(what.nl)" + (choices.nl.isEmpty ? "." : ". Wel: \(choices.nl)."),
        "'\(value)' is no \(what.en)" + (choices.en.isEmpty ? "." : ". Choose: \(choices.en).")))
  }
}
