import Journey

/// Brings a file of people into the casebook, household by household, each whole or not at all.
public struct Importer {
  /// The most bytes of memory stand in the longest household; the file may have any length.
  private let path: String
  private let map: ColumnMap?
  private let rules: Rulebook
  private let today: Day
  private let dryRun: Bool

  /// Where rows that did not go in are written; nil: nowhere.
  public var rejectsPath: String?
  /// The language of reasons in that file.
  public var language = Language.nl
  /// Gets every row as it is decided.
  public var onRow: ((RowResult) -> Void)?
  /// In a trial run: the numbers that earlier rows would have brought in.
  private var numbersSeen: Set<Int> = []

  public init(path: String, map: ColumnMap? = nil, rules: Rulebook, today: Day, dryRun: Bool = false) {
    (self.path, self.map, self.rules, self.today, self.dryRun) = (path, map, rules, today, dryRun)
  }

  /// - Parameters:
  ///   - progress: bytes read and the size of the file; false cancels, and what was stored before stays.
  /// - Returns: the report, also when it was cancelled or the casebook failed (``ImportReport/stop``).
  public mutating func run(
    _ desk: inout some ImportDesk, progress: (_ bytesRead: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws(CsvFailure) -> ImportReport {
    let plain = try PlainFile(path)
    var report = ImportReport(file: path, dryRun: dryRun)
    let head = try CsvReader(path: plain.path)
    let reader = try RowReader(header: head.header, map: map, today: today)
    report.unknownColumns = reader.unknown
    report.absentColumns = reader.absent
    var rejects: RejectFile?
    if let rejectsPath {
      if PlainFile.same(path, rejectsPath) {
        throw .unwritable(path: rejectsPath, reason: "= \(path)")
      }
      rejects = try RejectFile(
        path: rejectsPath, header: head.header, delimiter: head.delimiter, language: language)
    }
    let total = head.totalBytes ?? 0
    var file = try HouseholdFile(path: plain.path, column: reader.householdColumn)
    guard try file.survey({ progress(0, total) }) else {
      report.stop = .cancelled
      return report
    }
    while true {
      if report.households % 16 == 0, !progress(file.reader.bytesRead, total) {
        report.stop = .cancelled
        return report
      }
      guard let records = try file.next() else { break }
      report.households += 1
      let results: [(RowFacts, RowResult)]
      do { results = try settle(records.map(reader.read), reader, &desk, &report) } catch {
        report.stop = .failed(error)
        return report
      }
      for (row, result) in results {
        report.add(result)
        onRow?(result)
        switch result.outcome {
        case .rejected(let column, let reason): rejects?.add(row.record, column: column, reason: reason)
        case .doubtful(let reason, let ids):
          let numbers = ids.map(\.description).joined(separator: ", ")
          rejects?.add(row.record, column: "", reason: reason + Phrase(same: " \(numbers)"))
        default: break
        }
      }
    }
    _ = progress(total, total)
    return report
  }

  private mutating func settle(
    _ all: [RowFacts], _ reader: RowReader, _ desk: inout some ImportDesk, _ report: inout ImportReport
  ) throws -> [(RowFacts, RowResult)] {
    let rows = all.filter { $0.skipped == nil }
    func each(
      _ dossier: DossierID? = nil, notes: [RowResult.Repair] = [], _ outcome: (Int, RowFacts) -> RowResult.Outcome
    )
      -> [(RowFacts, RowResult)]
    {
      var index = -1
      return all.map { row in
        let decided: RowResult.Outcome
        var repairs = row.repairs
        if let skipped = row.skipped {
          decided = .skipped(skipped)
        } else {
          index += 1
          decided = outcome(index, row)
          if index == 0 { repairs += notes }
        }
        let stored = row.skipped == nil ? dossier : nil
        return (
          row, RowResult(line: row.line, name: row.fullName, outcome: decided, dossier: stored, repairs: repairs)
        )
      }
    }
    func rejected(_ line: Int, _ column: String, _ reason: Phrase) -> [(RowFacts, RowResult)] {
      each { _, row in
        if let own = row.rejection { return .rejected(column: own.column, own.reason) }
        if row.line == line { return .rejected(column: column, reason) }
        return .rejected(
          column: "",
          Phrase(
            "Het huishouden gaat niet in om regel \(line): \(reason.nl)",
            "The household does not go in because of line \(line): \(reason.en)"))
      }
    }
    guard !rows.isEmpty else { return each { _, _ in .created } }
    if let first = rows.first(where: { $0.rejection != nil }), let reason = first.rejection {
      return rejected(first.line, reason.column, reason.reason)
    }
    if dryRun, let why = seenBefore(rows) { return each { _, _ in .matched(why) } }
    do {
      switch try HouseholdMatch.find(rows, at: desk) {
      case .doubtful(let reason, let candidates):
        return each { _, _ in .doubtful(reason, candidates: candidates) }
      case .new:
        var plan = HouseholdPlan(rows: rows, dossier: nil, rules: rules, today: today)
        try plan.register()
        var id: DossierID?
        if !dryRun {
          let made = try desk.register(plan.entries)
          for row in rows where !row.hasNumber { try desk.remember(row.fingerprint, in: made) }
          id = made
        }
        report.dossiersCreated += 1
        return each(id, notes: repairs(plan, reader)) { _, _ in .created }
      case .known(let dossier, let persons, let why):
        var plan = HouseholdPlan(rows: rows, dossier: dossier, rules: rules, today: today)
        try plan.update(persons)
        if plan.entries.isEmpty { return each(dossier.id) { index, _ in .matched(why[index]) } }
        if !dryRun {
          try desk.append(plan.entries, to: dossier.id)
          for (row, id) in zip(rows, persons) where id == nil && !row.hasNumber {
            try desk.remember(row.fingerprint, in: dossier.id)
          }
        }
        report.dossiersUpdated += 1
        return each(dossier.id, notes: repairs(plan, reader)) { _, _ in .updated(plan.changes) }
      }
    } catch let refused as HouseholdPlan.Refused {
      return rejected(refused.line, refused.column.map(reader.header) ?? "", refused.reason)
    } catch let refusal as Refusal {
      return rejected(rows[0].line, "", Phrase(refusal.text(.nl), refusal.text(.en)))
    }
  }

  private func repairs(_ plan: HouseholdPlan, _ reader: RowReader) -> [RowResult.Repair] {
    plan.notes.map { .init(column: reader.header($0.0), note: $0.1) }
  }

  private mutating func seenBefore(_ rows: [RowFacts]) -> Phrase? {
    let numbers = rows.flatMap { [$0.vNumber?.rawValue, $0.bsn?.rawValue].compactMap { $0?.hashValue } }
    defer { numbersSeen.formUnion(numbers) }
    return numbers.contains(where: numbersSeen.contains)
      ? Phrase("nummer eerder in dit bestand", "number earlier in this file") : nil
  }
}
