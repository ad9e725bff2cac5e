import GRDB
import Journey

/// A condition in SQL, on the columns of the dossier table. Values only as arguments.
struct FilterSQL {
  let names: ListedNames

  func sql(_ condition: Filter) throws -> SQL {
    if let (group, values) = try names.pinned(condition) { return .among(group.stored, values) }
    switch condition {
    case .all(let parts): return .joined(try parts.map(sql), "AND", none: "1")
    case .any(let parts): return .joined(try parts.map(sql), "OR", none: "0")
    case .not(let part): return SQL("NOT (") + (try sql(part)) + SQL(")")
    case .contact(let part):
      return SQL("(") + .among("org", try names.matching(.organisation, part))
        + SQL(" OR instr(folded(contact), ?) > 0)", [part])
    case .organisation(let name): return SQL("org = ?", [name])
    case .person(let name): return SQL("contact = ?", [name])
    case .turnOf(let contact): return Self.turnOf(contact)
    case .blocker(nil): return SQL("blocker <> ''")
    case .blocker(let code?): return SQL("blocker = ?", [code])
    case .origins(let codes): return .among("origin", codes.sorted())
    case .needs(let features):
      return .joined(
        features.map(\.rawValue).sorted().map { SQL("instr(needs, ?) > 0", [",\($0),"]) }, "OR", none: "0")
    case .realised(let days, let towns): return Self.realised(days, towns)
    case .left(let stage, let days, let towns):
      return SQL(
        "\(StageExits.function.name)((SELECT legs FROM way WHERE way.dossier = dossier.id), ?, ?, ?, ?)",
        [stage.rawValue, days.lowerBound, days.upperBound, towns.sorted().joined(separator: ",")])
    case .linked(let day, let first, let towns): return Self.linked(day, first, towns) + SQL(" > 0")
    case .spent(let party, let day):
      return SQL(
        "\(PartyDays.function.name)((SELECT legs FROM way WHERE way.dossier = dossier.id), ?, ?) > 0",
        [party.rawValue, day])
    case .between(.changed, let days):
      let range = Moment.range(days)
      return SQL("changed BETWEEN ? AND ?", [range.lowerBound, range.upperBound])
    case .between(let measure, let range):
      return SQL("\(Self.column(measure)) BETWEEN ? AND ?", [range.lowerBound, range.upperBound])
    case .name(let key): return Self.wordOfName(key)
    case .text(let text): return Self.sql(Words(text))
    case .stages, .municipalities, .parties, .owner, .lead, .reception: return SQL("0")
    }
  }

  private static func column(_ measure: Filter.Measure) -> String {
    switch measure {
    case .persons: "persons"
    case .relatives: "relatives"
    case .number: "dossier.id"
    case .due: "due"
    case .waitingSince: "waiting_since"
    case .stageSince: "stage_since"
    case .lastTouch: "max(last_contact, waiting_since)"
    case .changed: "changed"
    case .home: "home"
    case .leadTime: "lead"
    case .uncalled: "uncalled"
    }
  }

  static func realised(_ days: ClosedRange<Int>, _ towns: Set<String>) -> SQL {
    SQL("dossier.id IN (SELECT dossier FROM realisation WHERE ") + whoCounted(days, towns) + SQL(")")
  }

  /// How many of the household's persons counted so: the number that its figure adds up.
  static func counted(_ days: ClosedRange<Int>, _ towns: Set<String>) -> SQL {
    SQL("(SELECT coalesce(sum(persons), 0) FROM realisation WHERE realisation.dossier = dossier.id AND ")
      + whoCounted(days, towns) + SQL(")")
  }

  private static func whoCounted(_ days: ClosedRange<Int>, _ towns: Set<String>) -> SQL {
    let period = SQL("day BETWEEN ? AND ?", [days.lowerBound, days.upperBound])
    return towns.isEmpty
      ? period
      : period + SQL(" AND ")
        + .among("realisation.municipality", towns.union(Reference.former(of: towns)).sorted())
  }

  /// Who is in one of these municipalities, or was.
  static func everIn(_ towns: Set<String>) -> SQL {
    let (here, then) = (towns.sorted(), towns.union(Reference.former(of: towns)).sorted())
    return SQL("dossier.id IN (SELECT id FROM dossier INDEXED BY by_municipality WHERE ") + .among("municipality", here)
      + SQL(" UNION SELECT dossier FROM departure WHERE ") + .among("departure.municipality", then) + SQL(")")
  }

  /// How many of the household were linked by the day: the number that its figure adds up.
  static func linked(_ day: Int, _ first: Int, _ towns: Set<String>) -> SQL {
    SQL(
      "\(LinkedPersons.function.name)((SELECT legs FROM way WHERE way.dossier = dossier.id), ?, ?, ?)",
      [first, day, towns.union(Reference.former(of: towns)).sorted().joined(separator: ",")])
  }

  /// How many of a household on the way do not count yet, where not all of them.
  static func onTheWay(_ towns: Set<String>) -> SQL {
    SQL("nullif(") + linked(Schema.noDay, Schema.noDay + 1, towns) + SQL(", dossier.persons)")
  }

  /// Who is in one of these municipalities, or was, or counted for one on these days.
  static func everCountedIn(_ towns: Set<String>, on days: ClosedRange<Int>) -> SQL {
    let all = towns.union(Reference.former(of: towns)).sorted()
    return SQL("dossier.id IN (SELECT id FROM dossier INDEXED BY by_municipality WHERE ") + .among("municipality", all)
      + SQL(" UNION SELECT dossier FROM departure WHERE ") + .among("departure.municipality", all)
      + SQL(" UNION SELECT dossier FROM realisation WHERE ") + whoCounted(days, towns) + SQL(")")
  }

  static func turnOf(_ contact: Contact) -> SQL {
    SQL(
      """
      dossier.id IN (SELECT dossier FROM acquaintance INDEXED BY by_person_known
        WHERE known = 1 AND turn = 1 AND \(ContactStore.one))
      """, ContactStore.names(contact))
  }

  /// A folded key has no signs that LIKE reads otherwise.
  static func wordOfName(_ key: String) -> SQL {
    SQL("(sort_name LIKE ? OR sort_name LIKE ?)", [key + "%", "% " + key + "%"])
  }

  static func beginning(_ prefix: String) -> SQL {
    SQL("(sort_name >= ? AND sort_name < ?)", [prefix, prefix + "\u{10FFFF}"])
  }

  static func numbers(_ range: ClosedRange<Int>) -> SQL {
    SQL("dossier.id BETWEEN ? AND ?", [range.lowerBound, range.upperBound])
  }

  /// Where no full text is walked.
  private static func sql(_ words: Words) -> SQL {
    if let prefix = words.prefix { return beginning(prefix) }
    if let numbers = words.numbers { return Self.numbers(numbers) }
    let found = words.match.map { SQL("dossier.id IN (SELECT rowid FROM search WHERE search MATCH ?)", [$0]) }
    return .joined([found].compactMap(\.self) + words.short.map(wordOfName), "AND", none: "1")
  }
}
