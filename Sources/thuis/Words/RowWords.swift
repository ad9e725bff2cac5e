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
    "due", "dueRule", "overdueDays", "blocker", "owner", "version",
  ]

  var municipality: String? { row.municipality.map { Reference.municipality(code: $0)?.name ?? $0 } }
  var waitingOn: String? { row.waitingOn?.words(rules, language) }
  /// 0 when in time or without a due day.
  var overdueDays: Int { row.due.map { max(0, today - $0) } ?? 0 }

  var json: JSON {
    .object([
      "dossier": .text(row.id.description), "name": .text(row.name), "persons": .number(row.persons),
      "stage": .text(row.stage.code), "stageSince": .text(row.stageSince.description),
      "municipality": JSON(municipality), "municipalityCode": JSON(row.municipality), "waitingOn": JSON(waitingOn),
      "waitingOnParty": JSON(row.waitingOn?.party.rawValue), "waitingSince": JSON(row.waitingSince),
      "lastContact": JSON(row.lastContact), "due": JSON(row.due),
      "dueRule": row.dueRule.isEmpty ? .null : .text(row.dueRule), "overdueDays": .number(overdueDays),
      "blocker": JSON(row.blocker), "owner": row.owner.isEmpty ? .null : .text(row.owner),
      "version": .number(row.version),
    ])
  }

  /// In the order of ``columns``.
  var values: [String] {
    [
      row.id.description, row.name, String(row.persons), row.stage.code, row.stageSince.description, municipality ?? "",
      waitingOn ?? "", row.waitingOn?.party.rawValue ?? "", row.waitingSince?.description ?? "",
      row.due?.description ?? "", row.dueRule, String(overdueDays), row.blocker ?? "", row.owner, String(row.version),
    ]
  }

  static func heading(_ language: Language) -> String {
    let words =
      language == .nl
      ? ["Dossier", "Huishouden", "Pers", "Fase", "Gemeente", "Aan zet", "Termijn", "Te laat"]
      : ["Dossier", "Household", "Pers", "Stage", "Municipality", "Waiting on", "Due", "Overdue"]
    return line(words)
  }

  var tableLine: String {
    RowWords.line([
      row.id.description, row.name, String(row.persons), row.stage.name[language], municipality ?? "", waitingOn ?? "",
      row.due?.description ?? "", overdueDays > 0 ? "\(overdueDays) d" : "",
    ])
  }

  private static func line(_ words: [String]) -> String {
    let widths = [12, 26, 4, 14, 18, 28, 10, 7]
    let cells = zip(words, widths).map { Plain.fit($0, $1) }.joined(separator: "  ")
    return String(cells.reversed().drop { $0 == " " }.reversed())
  }
}
