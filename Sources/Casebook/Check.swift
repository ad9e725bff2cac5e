import Foundation
import GRDB
import Journey

/// What ``Casebook/check(rules:progress:)`` found.
public struct CheckReport: Hashable, Sendable {
  public struct Problem: Hashable, Sendable {
    /// nil: the casebook as a whole.
    public var dossier: DossierID?
    public var phrase: Phrase
  }
  public var dossiers = 0
  public var events = 0
  public var unknownEvents = 0
  public var problems: [Problem] = []
  /// More were found than are listed.
  public var problemsLeftOut = 0
  public var isSound: Bool { problems.isEmpty }

  mutating func add(_ dossier: DossierID?, _ nl: String, _ en: String) {
    guard problems.count < 200 else {
      problemsLeftOut += 1
      return
    }
    problems.append(Problem(dossier: dossier, phrase: Phrase(nl, en)))
  }
}

/// One whole story as stored, with what is wrong with its chain.
struct StoredStory {
  var dossier: Dossier
  var head: Data
  /// Sequence of the first event that does not follow from the one before.
  var broken: Int?
  /// The number that was missing, where one was.
  var gap: Int?
}

/// Goes through all stories, one at a time, in order of case number.
struct StoryReader {
  let db: Database

  func each(_ body: (StoredStory) throws -> Void) throws {
    let wire = Wire()
    let rows = try GRDB.Row.fetchCursor(db, sql: "SELECT \(StoredEvent.columns) FROM event ORDER BY dossier, seq")
    var current: Int64?
    var events: [Event] = []
    var head = Chain.start
    var broken: Int?
    var gap: Int?
    func finish() throws {
      guard let current else { return }
      let id = DossierID(value: current)
      try body(StoredStory(dossier: Dossier.fold(id, events), head: head, broken: broken, gap: gap))
    }
    while let row = try rows.next() {
      let stored = StoredEvent(row)
      if stored.dossier != current {
        try finish()
        (current, events, head, broken, gap) = (stored.dossier, [], Chain.start, nil, nil)
      }
      if stored.sequence != events.count + 1, gap == nil { gap = events.count + 1 }
      let kept: Data = row[12]
      if Chain.hash(after: head, stored) != kept, broken == nil { broken = stored.sequence }
      head = kept
      events.append(stored.event(wire))
    }
    try finish()
  }
}

extension Casebook {
  /// Folds every story again and compares all that lists read with it; verifies the chains, the counters and the file.
  ///
  /// - Parameters:
  ///   - rules: those the projections were made with.
  ///   - progress: dossiers seen so far.
  public func check(
    rules: Rulebook = .builtIn, progress: (Int) -> Void = { _ in }
  ) throws(CasebookFailure) -> CheckReport {
    try read { db in
      var report = CheckReport()
      for line in try String.fetchAll(db, sql: "PRAGMA quick_check(20)") where line != "ok" {
        report.add(nil, "Het bestand is beschadigd: \(line)", "The file is damaged: \(line)")
      }
      var tally: [TallyKey: Tally] = [:]
      try StoryReader(db: db).each { story in
        report.dossiers += 1
        report.events += story.dossier.story.count
        for event in story.dossier.story { if case .unknown = event.body { report.unknownEvents += 1 } }
        let projection = Projection(story.dossier, rules)
        tally[projection.counted.key, default: Tally()].households += 1
        tally[projection.counted.key, default: Tally()].persons += projection.persons
        try compare(story, projection, db, &report)
        if report.dossiers % 1000 == 0 { progress(report.dossiers) }
      }
      try compareTotals(tally, db, &report)
      progress(report.dossiers)
      return report
    }
  }

  private func compare(
    _ story: StoredStory, _ projection: Projection, _ db: Database, _ report: inout CheckReport
  ) throws {
    let id = story.dossier.id
    if let gap = story.gap {
      report.add(id, "Gebeurtenis \(gap) ontbreekt.", "Event \(gap) is missing.")
    }
    if let broken = story.broken {
      report.add(
        id, "Gebeurtenis \(broken) is gewijzigd buiten Thuis: de keten klopt niet.",
        "Event \(broken) was changed outside Thuis: the chain does not hold.")
    }
    let kept = try GRDB.Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(Projection.columns) FROM dossier WHERE id = ?"), arguments: [id.value])
    guard let kept else {
      return report.add(id, "Ontbreekt in de lijsten.", "Is missing from the lists.")
    }
    if kept["head"] as Data != story.head {
      report.add(
        id, "Het einde van het verhaal is niet wat is vastgelegd.", "The end of the story is not what was recorded.")
    }
    let due = projection.arguments(head: story.head)
    let probe = try GRDB.Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT \(Projection.columns.split(separator: ",").map { _ in "?" }.joined(separator: ","))"),
      arguments: due)
    let names = Projection.columns.split(whereSeparator: { ", \n".contains($0) }).map(String.init)
    if let probe {
      let wrong = names.indices.filter {
        names[$0] != "head" && (kept[$0] as DatabaseValue) != (probe[$0] as DatabaseValue)
      }
      if !wrong.isEmpty {
        let list = wrong.map { names[$0] }.joined(separator: ", ")
        report.add(id, "De lijst wijkt af van het verhaal: \(list).", "The list differs from the story: \(list).")
      }
    }
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM search_text WHERE id = ?"), arguments: [id.value])
    if text != projection.text {
      report.add(id, "De zoektekst wijkt af van het verhaal.", "The search text differs from the story.")
    }
    let people = try GRDB.Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT person, v_number, bsn, name, birth FROM person WHERE dossier = ? ORDER BY person"),
      arguments: [id.value]
    ).map { Projection.Named(person: $0[0], vNumber: $0[1], bsn: $0[2], name: $0[3], birth: $0[4]) }
    if people != projection.people.sorted(by: { $0.person < $1.person }) {
      report.add(id, "De personen wijken af van het verhaal.", "The persons differ from the story.")
    }
  }

  private func compareTotals(_ tally: [TallyKey: Tally], _ db: Database, _ report: inout CheckReport) throws {
    var kept: [TallyKey: Tally] = [:]
    for row in try GRDB.Row.fetchAll(db, sql: "SELECT municipality, stage, party, households, persons FROM tally") {
      let total = Tally(households: row[3], persons: row[4])
      if total != Tally() { kept[TallyKey(municipality: row[0], stage: row[1], party: row[2])] = total }
    }
    if kept != tally {
      report.add(nil, "De tellingen wijken af van de verhalen.", "The counters differ from the stories.")
    }
    let listed = try Int.fetchOne(db, sql: "SELECT count(*) FROM dossier") ?? 0
    if listed > report.dossiers {
      report.add(
        nil, "\(listed - report.dossiers) regels in de lijsten hebben geen verhaal.",
        "\(listed - report.dossiers) rows in the lists have no story.")
    }
  }
}
