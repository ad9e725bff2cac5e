import Foundation
import GRDB
import Journey

/// What the lists keep of a dossier, held against its story.
struct KeptProjection {
  let db: Database

  private static let names = Projection.columnNames
  private static let comparison =
    "SELECT " + names.map { "\($0) IS ?" }.joined(separator: ", ") + " FROM dossier WHERE id = ?"

  func compare(with projection: Projection, _ story: StoredStory, _ report: inout CheckReport) throws {
    let id = story.dossier.id
    if let gap = story.gap {
      report.add(id, "Gebeurtenis \(gap) ontbreekt.", "Event \(gap) is missing.")
    }
    if let broken = story.broken {
      report.add(
        id, "Gebeurtenis \(broken) is gewijzigd buiten Thuis: de keten klopt niet.",
        "Event \(broken) was changed outside Thuis: the chain does not hold.")
    }
    let same = try GRDB.Row.fetchOne(
      db.cachedStatement(sql: Self.comparison), arguments: projection.arguments(head: story.head) + [id.value])
    guard let same else {
      return report.add(id, "Ontbreekt in de lijsten.", "Is missing from the lists.")
    }
    let wrong = Self.names.indices.filter { same[$0] as Int == 0 }.map { Self.names[$0] }
    if wrong.contains("head") {
      report.add(
        id, "Het einde van het verhaal is niet wat is vastgelegd.", "The end of the story is not what was recorded.")
    }
    let list = wrong.filter { $0 != "head" }.joined(separator: ", ")
    if !list.isEmpty {
      report.add(id, "De lijst wijkt af van het verhaal: \(list).", "The list differs from the story: \(list).")
    }
    let sameText = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT text IS ? FROM search_text WHERE id = ?"), arguments: [projection.text, id.value])
    if sameText != true {
      report.add(id, "De zoektekst wijkt af van het verhaal.", "The search text differs from the story.")
    }
    let way = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT legs FROM way WHERE dossier = ?"), arguments: [id.value])
    if way != projection.way {
      report.add(id, "De weg wijkt af van het verhaal.", "The way differs from the story.")
    }
    if try !LessonStore(db: db).holds(projection.learned, of: projection.id) {
      report.add(id, "De lessen wijken af van het verhaal.", "The lessons differ from the story.")
    }
    let known = try AcquaintanceStore(db: db, heap: ContactHeap()).rows(id.value)
    if Set(known) != Set(projection.acquaintances) {
      report.add(id, "Het netwerk wijkt af van het verhaal.", "The network differs from the story.")
    }
    if try Projection.Named.kept(of: id.value, db) != projection.people {
      report.add(id, "De personen wijken af van het verhaal.", "The persons differ from the story.")
    }
  }
}

/// The counters and the number of rows that lists have.
struct KeptTotals {
  private var tally: [TallyKey: Tally] = [:]
  private let seal: CounterSeal
  private let rows: RowSeals
  private let listed: Int
  private let learned: LearnedTotals
  let network: NetworkSeal
  /// As the ledger reads it.
  let task: TaskRecount

  init(_ db: Database, _ rules: Rulebook) throws {
    for row in try GRDB.Row.fetchAll(db, sql: "SELECT municipality, stage, party, households, persons FROM tally") {
      let total = Tally(households: row[3], persons: row[4])
      if total != Tally() { tally[TallyKey(municipality: row[0], stage: row[1], party: row[2])] = total }
    }
    seal = try CounterSeal(db)
    rows = try RowSeals(db)
    listed = try Int.fetchOne(db, sql: "SELECT count(*) FROM dossier") ?? 0
    learned = try LessonStore(db: db).totals()
    network = try NetworkSeal(db)
    task = try TaskRecount(db, rules)
  }

  /// How they differ from what the stories add up to.
  func problems(
    _ told: [TallyKey: Tally], _ toldSeal: CounterSeal, _ toldRows: RowSeals, _ toldLearned: LearnedTotals, stories: Int
  ) -> [Phrase] {
    var problems: [Phrase] = []
    if learned != toldLearned {
      problems.append(
        Phrase("De tellingen van lessen wijken af van de verhalen.", "The counts of lessons differ from the stories."))
    }
    if tally != told || seal != toldSeal {
      problems.append(Phrase("De tellingen wijken af van de verhalen.", "The counters differ from the stories."))
    }
    for code in rows.differences(from: toldRows) {
      let name = Reference.name(ofMunicipality: code)
      problems.append(
        Phrase(
          "Wie wanneer voor \(name) telde of er vertrok, wijkt af van de verhalen.",
          "Who counted for \(name) on which day, or left it, differs from the stories."))
    }
    if listed > stories {
      problems.append(
        Digits.counted(
          listed - stories, Phrase("regel in de lijsten heeft geen verhaal.", "row in the lists has no story."),
          Phrase("regels in de lijsten hebben geen verhaal.", "rows in the lists have no story.")))
    }
    return problems
  }
}
