import Casebook
import Exchange
import Journey

/// The casebook as an import needs it. Each household is durable before the next one is read.
struct CasebookDesk: ImportDesk {
  let casebook: Casebook
  let rules: Rulebook
  let place: Surroundings

  func holder(vNumber: VNumber) throws -> DossierID? { try casebook.holder(vNumber: vNumber) }
  func holder(bsn: BSN) throws -> DossierID? { try casebook.holder(bsn: bsn) }

  func likely(foldedName: String, birth: PartialDate) throws -> [DossierID] {
    try casebook.likely(foldedName: foldedName, birth: birth)
  }

  func dossier(_ id: DossierID) throws -> Dossier? { try casebook.dossier(id) }

  mutating func register(_ entries: [Decision.Entry]) throws -> DossierID {
    try refusing {
      try casebook.register(
        entries.map { ($0.day, $0.body) }, year: place.today.year, by: place.actor, source: .importFile, rules: rules,
        today: place.today
      ).id
    }
  }

  mutating func append(_ entries: [Decision.Entry], to id: DossierID) throws {
    guard var trial = try casebook.dossier(id) else { throw CasebookFailure.notFound(id.description) }
    // All are decided before any is recorded, so that a refusal leaves the household as it was.
    for (index, entry) in entries.enumerated() {
      for decided in try trial.decide(.record(entry.body, on: entry.day), rules: rules, today: place.today).own {
        let mark = EventID(high: .max, low: UInt64(index * 16 + trial.sequence))
        trial.apply(
          Event(
            id: mark, sequence: trial.sequence + 1, day: decided.day, recordedAt: 0, actor: place.actor,
            source: .importFile, act: mark, body: decided.body))
      }
    }
    for entry in entries {
      try refusing {
        _ = try casebook.perform(
          .record(entry.body, on: entry.day), on: id, seen: nil, by: place.actor, source: .importFile, rules: rules,
          today: place.today)
      }
    }
  }

  func importedBefore(_ fingerprint: String) throws -> DossierID? {
    try casebook.place("import." + fingerprint).flatMap { DossierID($0) }
  }

  mutating func remember(_ fingerprint: String, in id: DossierID) throws {
    try casebook.savePlace("import." + fingerprint, id.description)
  }

  /// The import tells a refused row from a casebook that fails.
  private func refusing<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch CasebookFailure.refused(let refusal) { throw refusal }
  }
}
