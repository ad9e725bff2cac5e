import Journey

/// Decides what becomes of a household, and does it at the desk.
struct Settling {
  struct Settled {
    enum Change { case created, updated }
    var rows: [(RowFacts, RowResult)]
    /// nil: the casebook is as it was.
    var change: Change?
  }

  /// The rows of a household, and what they come to if nobody knows it yet.
  struct Household: Sendable {
    var rows: [RowFacts]
    /// nil: a row is rejected, or all are skipped.
    var new: Result<HouseholdPlan, HouseholdPlan.Refused>?
  }

  let reader: RowReader
  let rules: Rulebook
  let today: Day
  let dryRun: Bool
  /// In a trial run: the numbers that earlier rows would have brought in.
  private var numbersSeen: Set<Int> = []

  init(reader: RowReader, rules: Rulebook, today: Day, dryRun: Bool) {
    (self.reader, self.rules, self.today, self.dryRun) = (reader, rules, today, dryRun)
  }

  func read(_ records: [CsvRecord]) -> Household {
    let all = records.map(reader.read)
    let rows = all.filter { $0.skipped == nil }
    guard !rows.isEmpty, !rows.contains(where: { $0.rejection != nil }) else { return Household(rows: all) }
    var plan = HouseholdPlan(rows: rows, dossier: nil, rules: rules, today: today)
    do throws(HouseholdPlan.Refused) {
      try plan.register()
      return Household(rows: all, new: .success(plan))
    } catch {
      return Household(rows: all, new: .failure(error))
    }
  }

  mutating func settle(_ household: Household, at desk: inout some ImportDesk) throws -> Settled {
    let all = household.rows
    let rows = all.filter { $0.skipped == nil }
    func each(
      _ change: Settled.Change? = nil, in dossier: DossierID? = nil, notes: [RowResult.Repair] = [],
      _ outcome: (Int, RowFacts) -> RowResult.Outcome
    ) -> Settled {
      var index = -1
      let rows = all.map { row in
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
      return Settled(rows: rows, change: change)
    }
    func rejected(_ line: Int, _ column: String, _ reason: Phrase) -> Settled {
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
    if let first = rows.first(where: { $0.rejection != nil }), let reason = first.rejection {
      return rejected(first.line, reason.column, reason.reason)
    }
    // Every row is skipped.
    guard let new = household.new else { return each { _, _ in .created } }
    if dryRun, let why = seenBefore(rows) { return each { _, _ in .matched(why) } }
    do {
      switch try HouseholdMatch.find(rows, at: desk) {
      case .doubtful(let reason, let candidates):
        return each { _, _ in .doubtful(reason, candidates: candidates) }
      case .new:
        let plan = try new.get()
        var id: DossierID?
        if !dryRun {
          let made = try desk.register(plan.entries)
          for row in rows { try remember(row, in: made, &desk) }
          id = made
        }
        return each(.created, in: id, notes: repairs(plan)) { _, _ in .created }
      case .known(let dossier, let persons, let why):
        var plan = HouseholdPlan(rows: rows, dossier: dossier, rules: rules, today: today)
        try plan.update(persons)
        if plan.entries.isEmpty { return each(in: dossier.id) { index, _ in .matched(why[index]) } }
        if !dryRun {
          try desk.append(plan.entries, to: dossier)
          for (row, id) in zip(rows, persons) where id == nil { try remember(row, in: dossier.id, &desk) }
        }
        return each(.updated, in: dossier.id, notes: repairs(plan)) { _, _ in .updated(plan.changes) }
      }
    } catch let refused as HouseholdPlan.Refused {
      // Before anything was done at the desk.
      return rejected(refused.line, refused.column.map(reader.header) ?? "", refused.reason)
    }
  }

  private func remember(_ row: RowFacts, in id: DossierID, _ desk: inout some ImportDesk) throws {
    if row.hasNumber { return }
    try desk.remember(row.fingerprint, in: id)
    if row.birth == nil { try desk.remember(row.likeness, in: id) }
  }

  private func repairs(_ plan: HouseholdPlan) -> [RowResult.Repair] {
    plan.notes.map { .init(column: reader.header($0.0), note: $0.1) }
  }

  private mutating func seenBefore(_ rows: [RowFacts]) -> Phrase? {
    let numbers = rows.flatMap { [$0.vNumber?.rawValue, $0.bsn?.rawValue].compactMap { $0?.hashValue } }
    defer { numbersSeen.formUnion(numbers) }
    return numbers.contains(where: numbersSeen.contains)
      ? Phrase("nummer eerder in dit bestand", "number earlier in this file") : nil
  }
}
