import Casebook
import Journey

/// A row of a list, for people and for programs. A list never shows a personal number in full.
struct RowWords {
  let row: Row
  let rules: Rulebook
  let language: Language
  let today: Day

  static let columns = [
    "dossier", "name", "persons", "stage", "stageSince", "municipality", "waitingOn", "waitingOnParty", "waitingSince",
    "due", "dueRule", "overdueDays", "blocker", "owner", "version", "counted", "relatives",
  ]

  var municipality: String? { row.municipality.map { Reference.name(ofMunicipality: $0) } }
  var waitingOn: String? { row.waitingOn?.words(rules, language) }
  /// As on the screens: `1/3` where one of three counts for the number that the list is of, `1+2` where two of three are
  /// still to come.
  private var persons: String {
    guard row.counted == nil, row.relatives > 0 else { return countedPersons }
    return "\(row.persons - row.relatives)+\(row.relatives)"
  }

  private var countedPersons: String {
    row.counted.flatMap { $0 == row.persons ? nil : "\($0)/\(row.persons)" } ?? String(row.persons)
  }
  /// 0 when in time or without a due day.
  var overdueDays: Int { row.due.map { max(0, today - $0) } ?? 0 }

  /// Where they come from, as one says it.
  private var origin: String { Reference.originName(nationality: row.origin)[language] }
  private var silence: Int? { row.silence(today) }

  var json: JSON {
    .object([
      "dossier": .text(row.id.description), "name": .text(row.name), "persons": .number(row.persons),
      "stage": .text(row.stage.code), "stageSince": .text(row.stageSince.description),
      "municipality": JSON(municipality), "municipalityCode": JSON(row.municipality), "waitingOn": JSON(waitingOn),
      "waitingOnParty": JSON(row.waitingOn?.party.rawValue), "waitingSince": JSON(row.waitingSince),
      "lastContact": JSON(row.lastContact), "due": JSON(row.due),
      "dueRule": row.dueRule.isEmpty ? .null : .text(row.dueRule), "overdueDays": .number(overdueDays),
      "blocker": JSON(row.blocker), "owner": row.owner.isEmpty ? .null : .text(row.owner),
      "version": .number(row.version), "reception": row.reception.isEmpty ? .null : .text(row.reception),
      "origin": origin.isEmpty ? .null : .text(origin), "silenceDays": JSON(silence), "changed": JSON(row.changed),
      "relatives": .number(row.relatives), "counted": JSON(row.counted),
    ])
  }

  /// In the order of ``columns``.
  var values: [String] {
    [
      row.id.description, row.name, String(row.persons), row.stage.code, row.stageSince.description, municipality ?? "",
      waitingOn ?? "", row.waitingOn?.party.rawValue ?? "", row.waitingSince?.description ?? "",
      row.due?.description ?? "", row.dueRule, String(overdueDays), row.blocker ?? "", row.owner, String(row.version),
      row.counted.map(String.init) ?? "", String(row.relatives),
    ]
  }

  /// What a column says of it: days as ISO, empty where there is nothing.
  func text(_ column: Column) -> String {
    switch column {
    case .due: row.due?.description ?? ""
    case .number: row.id.description
    case .name: row.name
    case .persons: persons
    case .stage: row.stage.name[language]
    case .municipality: municipality ?? ""
    case .turn: waitingOn ?? ""
    case .silence: silence.map(String.init) ?? ""
    case .next: row.dueTitle[language]
    case .owner: row.owner
    case .blocker: row.blocker.map { rules.blocker($0)[language] } ?? ""
    case .reception: row.reception
    case .origin: origin
    case .changed: row.changed?.description ?? ""
    }
  }

  /// For programs, which add persons up.
  func value(_ column: Column) -> String { column == .persons ? countedPersons : text(column) }

  static func heading(_ columns: [ShownColumn], _ language: Language) -> String {
    line(columns.map { ($0.column.title[language], width($0)) })
  }

  func line(_ columns: [ShownColumn]) -> String {
    RowWords.line(columns.map { (text($0.column), RowWords.width($0)) })
  }

  private static func width(_ shown: ShownColumn) -> Int {
    if let width = shown.width, width > 0 { return width }
    return switch shown.column {
    case .due, .changed: 10
    case .number: 12
    case .name: 26
    case .persons: 4
    case .silence: 6
    case .stage, .owner: 14
    case .municipality, .reception, .origin, .blocker: 18
    case .turn, .next: 28
    }
  }

  static func heading(_ language: Language) -> String {
    let words =
      language == .nl
      ? ["Dossier", "Huishouden", "Pers", "Fase", "Gemeente", "Aan zet", "Termijn", "Te laat"]
      : ["Dossier", "Household", "Pers", "Stage", "Municipality", "Waiting on", "Due", "Overdue"]
    return line(Array(zip(words, widths)))
  }

  var tableLine: String {
    let words = [
      row.id.description, row.name, persons, row.stage.name[language], municipality ?? "", waitingOn ?? "",
      row.due?.description ?? "", overdueDays > 0 ? "\(overdueDays) d" : "",
    ]
    return RowWords.line(Array(zip(words, RowWords.widths)))
  }

  private static let widths = [12, 26, 4, 14, 18, 28, 10, 7]

  private static func line(_ cells: [(String, Int)]) -> String {
    let line = cells.map { Plain.fit($0, $1) }.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}
