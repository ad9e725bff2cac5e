import Chance
import Demo
import Journey
import Testing

@testable import Casebook

/// An invented field in a casebook, and all that is known of it without asking the casebook's lists.
private struct Field {
  let sample: Sample
  let rows: [(row: ListRow, projection: Projection)]
  let owners: Set<String>

  init(dossiers: Int) throws {
    sample = try Sample()
    let field = DemoField(seed: 5, dossiers: dossiers, today: Sample.today, rules: Sample.rules)
    try sample.casebook.bulk((0..<dossiers).map(field.story), rules: Sample.rules)
    let casebook = sample.casebook
    rows = try (0..<dossiers).map { index in
      let dossier = Dossier.fold(field.story(index).0, field.story(index).1)
      return (try casebook.row(dossier.id)!, Projection(dossier, Sample.rules))
    }
    owners = Set(rows.map(\.row.owner))
  }

  /// Whether it holds, in plain words.
  func holds(_ condition: Filter, _ row: ListRow, _ projection: Projection) -> Bool {
    func has(_ part: String, _ text: String?) -> Bool { Folding.key(text ?? "").contains(part) }
    func wordBegins(_ part: String) -> Bool { (" " + projection.sortName).contains(" " + part) }
    switch condition {
    case .all(let parts): return parts.allSatisfy { holds($0, row, projection) }
    case .any(let parts): return parts.contains { holds($0, row, projection) }
    case .not(let part): return !holds(part, row, projection)
    case .stages(let stages): return stages.contains(row.stage)
    case .municipalities(let codes): return codes.contains(row.municipality ?? "")
    case .parties(let parties): return parties.contains(row.waitingOn?.party ?? PartyID(""))
    case .contact(let part): return has(part, row.waitingOn?.organisation) || has(part, row.waitingOn?.name)
    case .organisation(let name): return (row.waitingOn?.organisation ?? "") == name
    case .person(let name): return (row.waitingOn?.name ?? "") == name
    case .turnOf(let contact): return row.waitingOn == contact
    case .owner(let account): return row.owner == account
    case .lead(let part):
      let isWhole = owners.contains { Folding.key($0) == part }
      return !row.owner.isEmpty && (isWhole ? Folding.key(row.owner) == part : has(part, row.owner))
    case .reception(let part): return part.isEmpty ? row.reception.isEmpty : has(part, row.reception)
    case .blocker(let code): return code.map { row.blocker == $0 } ?? (row.blocker != nil)
    case .origins(let codes): return codes.contains(row.origin)
    case .needs(let features): return features.contains { projection.needs.contains(",\($0.rawValue),") }
    case .realised(let days, let towns):
      return projection.realisations.contains {
        days.contains(Int($0.day.number)) && (towns.isEmpty || towns.contains($0.municipality))
      }
    case .left(let stage, let days, in: let towns):
      let way = WayBytes.decode(projection.way, of: row.id)
      return way.exits(from: stage, in: towns).contains { days.contains(Int($0.number)) }
    case .linked(let day, let first, let towns):
      func isTheirs(_ town: String) -> Bool { !town.isEmpty && (towns.isEmpty || towns.contains(town)) }
      let way = WayBytes.decode(projection.way, of: row.id)
      let isThere = way.legs.contains {
        $0.holds(Day(index: day)) && Stage.onTheWay.contains($0.stage) && $0.uncounted > 0 && isTheirs($0.municipality)
      }
      return isThere
        || projection.realisations.contains { (first...day).contains(Int($0.day.number)) && isTheirs($0.municipality) }
    case .spent(let party, let day):
      return WayBytes.decode(projection.way, of: row.id).days(on: Day(index: day))[party] ?? 0 > 0
    case .between(let measure, let range):
      let value: Int? =
        switch measure {
        case .persons: row.persons
        case .relatives: row.relatives
        case .number: Int(row.id.value)
        case .due: row.due.map { Int($0.number) }
        case .waitingSince: row.waitingSince.map { Int($0.number) }
        case .stageSince: Int(row.stageSince.number)
        case .lastTouch: row.waitingSince.map { max(Int($0.number), Int(row.lastContact?.number ?? 0)) }
        case .changed: row.changed.map { Int($0.number) }
        case .home: projection.home
        case .leadTime: projection.lead
        case .uncalled: projection.uncalled
        }
      let none = row.stage == .closed ? Schema.closedDay : Schema.noDay
      guard let value else { return range.contains(none) }
      return range.contains(value)
    case .name(let part): return wordBegins(part)
    case .text(let text):
      let words = Folding.key(text).split(separator: " ").map(String.init)
      if words.allSatisfy({ $0.count < 3 }) {
        let all = words.joined(separator: " ")
        return all.count < 3 ? projection.sortName.hasPrefix(all) : projection.text.contains(all)
      }
      return words.allSatisfy { $0.count < 3 ? wordBegins($0) : projection.text.contains($0) }
    }
  }

  /// What is compared for one key: the lesser comes first. Blank names come last.
  private static func places(_ by: SortKey.By, _ row: ListRow) -> [Place] {
    func day(_ day: Day?) -> Place {
      .number(day.map { Int($0.number) } ?? (row.stage == .closed ? 9_999_999 : 9_000_000))
    }
    func name(_ text: String?) -> Place { (text ?? "").isEmpty ? .last : .text(text!) }
    let contact = Place.number(row.lastContact.map { Int($0.number) } ?? 0)
    return switch by {
    case .urgency, .due: [day(row.due), contact]
    case .name: [.text(Folding.key(row.name))]
    case .waiting: [day(row.waitingSince)]
    case .newest: [.number(-Int(row.id.value))]
    case .stage: [.number(row.stage.rawValue)]
    case .persons: [.number(row.persons)]
    case .municipality: [name(row.municipality.map(Reference.name(ofMunicipality:)))]
    case .turn: [name(row.waitingOn?.party.rawValue)]
    case .silence: [max(day(row.waitingSince), contact)]
    case .owner: [name(row.owner)]
    case .blocker: [name(row.blocker)]
    case .reception: [name(row.reception)]
    case .changed: [.number(-row.changedAt)]
    case .answers, .kept: []
    }
  }

  private enum Place: Comparable {
    case number(Int)
    case text(String)
    case last

    static func < (a: Place, b: Place) -> Bool {
      switch (a, b) {
      case (.number(let x), .number(let y)): x < y
      case (.text(let x), .text(let y)): Array(x.utf8).lexicographicallyPrecedes(Array(y.utf8))
      case (.text, .last): true
      default: false
      }
    }
  }

  /// Names that many share: within one they stand by urgency, then by number.
  private static let groups: Set<SortKey.By> = [.stage, .municipality, .turn, .owner, .blocker, .reception]

  /// Whose own name has all the words that are looked for: those stand first where no order is asked for.
  static func isOwn(_ row: ListRow, _ query: Query) -> Bool {
    let key = key(query)
    guard query.sort.isEmpty, key.count >= 3, !key.contains(where: \.isNumber) else { return false }
    let name = " " + Folding.key(row.name)
    return key.split(separator: " ").allSatisfy { name.contains(" " + $0) }
  }

  /// The beginning of a name is looked for along the names.
  static func sort(_ query: Query) -> [SortKey] {
    query.sort.isEmpty && (1...2).contains(key(query).count) ? [SortKey(.name)] : query.sort
  }

  private static func key(_ query: Query) -> String {
    let texts = query.filter.conjuncts.compactMap { if case .text(let text) = $0 { text } else { nil } }
    return Folding.key(texts.joined(separator: " "))
  }

  static func precedes(_ a: ListRow, _ b: ListRow, _ sort: [SortKey]) -> Bool {
    let last = sort.last ?? SortKey(.urgency)
    let isGroup = groups.contains(last.by)
    for key in sort + (isGroup || sort.isEmpty ? [SortKey(.urgency)] : []) {
      for (x, y) in zip(places(key.by, a), places(key.by, b)) where x != y { return (x < y) != key.isReversed }
    }
    let falls = !isGroup && last.isReversed != (last.by == .changed || last.by == .newest)
    return (a.id < b.id) != falls
  }
}

/// Filters and orders that somebody might ask for, of what is in the field.
private struct Asking {
  var chance: Chance
  let field: Field

  mutating func one<Value>(_ list: [Value]) -> Value { list.randomElement(using: &chance)! }
  mutating func some<Value: Hashable>(_ list: [Value]) -> Set<Value> {
    Set((0...Int.random(in: 0...2, using: &chance)).map { _ in one(list) })
  }

  /// A part of a name that is there.
  mutating func part(_ text: String) -> String {
    let key = Array(Folding.key(text))
    guard key.count > 2 else { return "xyz" }
    let from = Int.random(in: 0..<key.count - 2, using: &chance)
    let part = Folding.key(String(key[from..<min(key.count, from + Int.random(in: 1...6, using: &chance))]))
    return part.isEmpty ? "xyz" : part
  }

  mutating func condition(_ depth: Int) -> Filter {
    let choice = Int.random(in: 0..<(depth > 0 ? 23 : 17), using: &chance)
    let (row, projection) = one(field.rows)
    switch choice {
    case 0: return .stages(some(Stage.allCases))
    case 1: return .municipalities(some(field.rows.map { $0.row.municipality ?? "" }))
    case 2: return .parties(some(field.rows.map { $0.row.waitingOn?.party ?? PartyID("") }))
    case 3 where Bool.random(using: &chance):
      let actor = row.waitingOn ?? Contact(PartyID(""))
      let parts: [Filter] = [.parties([actor.party]), .organisation(actor.organisation), .person(actor.name)]
      return .every(parts.shuffled(using: &chance).dropLast(Int.random(in: 0...2, using: &chance)))
    case 3: return .contact(part(row.waitingOn?.organisation ?? row.waitingOn?.name ?? "coa"))
    case 4: return .owner(row.owner)
    case 5: return row.owner.isEmpty ? .owner("") : .lead(part(row.owner))
    case 6: return .reception(Bool.random(using: &chance) ? part(row.reception) : "")
    case 7: return .blocker(Bool.random(using: &chance) ? nil : row.blocker ?? "x")
    case 8: return .origins(some(field.rows.map(\.row.origin)))
    case 9, 10, 11:
      let measure = one(Filter.Measure.allCases)
      return .between(measure, range(measure, row))
    case 12:
      let words = projection.sortName.split(separator: " ")
      return .name(String(one(words).prefix(Int.random(in: 1...5, using: &chance))))
    case 13: return .text(String(row.name.prefix(Int.random(in: 1...6, using: &chance))))
    case 14 where Bool.random(using: &chance):
      let leg = one(WayBytes.decode(projection.way, of: row.id).legs)
      return .spent(leg.party, by: Int(Sample.today.number) - Int.random(in: 0...90, using: &chance))
    case 14: return .needs(some(Feature.allCases))
    case 15:
      let one = one(field.rows.flatMap(\.projection.realisations))
      let day = Int(one.day.number)
      return .realised((day - 60)...day, for: Bool.random(using: &chance) ? [] : [one.municipality])
    case 16 where Bool.random(using: &chance):
      let leg = one(WayBytes.decode(projection.way, of: row.id).legs)
      let day = Int(leg.from.number) + Int.random(in: 0...30, using: &chance)
      let towns: Set<String> = leg.municipality.isEmpty || Bool.random(using: &chance) ? [] : [leg.municipality]
      return .linked(by: day, since: day - Int.random(in: 0...90, using: &chance), for: towns)
    case 16:
      let leg = one(WayBytes.decode(projection.way, of: row.id).legs)
      let day = Int(leg.from.number)
      // Before the first link there is no municipality to name.
      let towns: Set<String> = leg.municipality.isEmpty || Bool.random(using: &chance) ? [] : [leg.municipality]
      return .left(one(Stage.allCases), (day - 90)...(day + 90), in: towns)
    case 17, 18: return .not(condition(depth - 1))
    case 19, 20: return .either((0...Int.random(in: 0...2, using: &chance)).map { _ in condition(depth - 1) })
    default: return .every((0...Int.random(in: 0...2, using: &chance)).map { _ in condition(depth - 1) })
    }
  }

  /// Around what a row has, so that there is something on both sides.
  mutating func range(_ measure: Filter.Measure, _ row: ListRow) -> ClosedRange<Int> {
    let near: Int =
      switch measure {
      case .persons: row.persons
      case .relatives: row.relatives
      case .number: Int(row.id.value)
      case .leadTime: field.rows.first { $0.row.id == row.id }!.projection.lead
      case .uncalled: field.rows.first { $0.row.id == row.id }!.projection.uncalled
      default: one([row.dueKey, row.waitingKey, Int(row.stageSince.number), Int(row.changed?.number ?? 1)])
      }
    return Bool.random(using: &chance) ? near...(near + 40) : min(0, near)...near
  }

  mutating func sort() -> [SortKey] {
    let keys = SortKey.By.ofDossiers.shuffled(using: &chance).prefix(Int.random(in: 0...3, using: &chance))
    // The due day is the first half of urgency, and nothing is left to sort within a number.
    let first = keys.prefix { ![.urgency, .due, .newest].contains($0) }
    return keys.prefix(first.count + 1).map { SortKey($0, reversed: Bool.random(using: &chance)) }
  }
}

@Suite("Filtered lists")
struct FilteredListTests {
  @Test("whatever is asked, page by page both ways comes what holds of it, in order, and as many as are counted")
  func everything() throws {
    let field = try Field(dossiers: 140)
    defer { field.sample.remove() }
    var asking = Asking(chance: Chance(seed: 11), field: field)
    let casebook = field.sample.casebook
    var found = 0
    for _ in 0..<400 {
      let query = Query(asking.condition(3), sort: asking.sort(), open: Bool.random(using: &asking.chance))
      let expected = field.rows.filter { row, projection in
        (!query.open || row.stage != .closed) && field.holds(query.filter, row, projection)
      }.map(\.row).sorted { a, b in
        let (x, y) = (Field.isOwn(a, query), Field.isOwn(b, query))
        return x != y ? x : Field.precedes(a, b, Field.sort(query))
      }
      let size = Int.random(in: 3...40, using: &asking.chance)
      var forward: [ListRow] = []
      while true {
        let page = try casebook.rows(query, from: forward.last?.anchor, limit: size)
        forward += page
        if page.count < size { break }
      }
      var backward: [ListRow] = []
      while true {
        let page = try casebook.rows(query, from: backward.first?.anchor, direction: .backward, limit: size)
        backward = page + backward
        if page.count < size { break }
      }
      #expect(forward.map(\.id) == expected.map(\.id), "\(query)")
      #expect(backward.map(\.id) == expected.map(\.id), "\(query)")
      #expect(try casebook.count(query, limit: 1000) == expected.count, "\(query)")
      if let middle = expected.dropFirst(expected.count / 2).first {
        let here = try casebook.rows(query, from: middle.anchor.including(), limit: 1)
        let back = try casebook.rows(query, from: middle.anchor.including(), direction: .backward, limit: 1)
        #expect(here.map(\.id) == [middle.id] && back.map(\.id) == [middle.id], "\(query)")
      }
      found += expected.isEmpty ? 0 : 1
    }
    #expect(found > 150)
  }
}
