import Foundation
import Journey

@testable import Exchange

/// A casebook in memory, as small as an import needs.
struct MemoryDesk: ImportDesk, ImportOffice {
  var dossiers: [DossierID: Dossier] = [:]
  var fingerprints: [String: DossierID] = [:]
  /// Fails like a full disk after so many registrations.
  var room = Int.max

  struct Full: Error {}

  mutating func open(_ work: (inout MemoryDesk) throws -> Void) throws {
    var copy = self
    try work(&copy)
    self = copy
  }

  func holder(vNumber: VNumber) -> DossierID? {
    dossiers.values.first { $0.persons.contains { $0.vNumber == vNumber } }?.id
  }
  func holder(bsn: BSN) -> DossierID? { dossiers.values.first { $0.persons.contains { $0.bsn == bsn } }?.id }
  func likely(foldedName: String, birth: PartialDate) -> [DossierID] {
    dossiers.values.filter {
      $0.persons.contains { Folding.key($0.fullName) == foldedName && $0.birth == birth }
    }.map(\.id).sorted()
  }
  func dossier(_ id: DossierID) -> Dossier? { dossiers[id] }
  func importedBefore(_ fingerprint: String) -> DossierID? { fingerprints[fingerprint] }
  mutating func remember(_ fingerprint: String, in id: DossierID) { fingerprints[fingerprint] = id }

  mutating func register(_ entries: [Decision.Entry]) throws -> DossierID {
    guard dossiers.count < room else { throw Full() }
    let id = DossierID(year: 2026, serial: dossiers.count + 1)
    dossiers[id] = Dossier(id: id)
    try append(entries, to: dossiers[id]!)
    return id
  }

  mutating func append(_ entries: [Decision.Entry], to dossier: Dossier) throws {
    let id = dossier.id
    for entry in entries {
      let next = dossiers[id]!.sequence + 1
      let event = EventID(high: UInt64(id.value), low: UInt64(next))
      dossiers[id]!.apply(
        Event(
          id: event, sequence: next, day: entry.day, recordedAt: 0, actor: Actor("test"), source: .importFile,
          act: event, body: entry.body))
    }
  }

  var all: [Dossier] { dossiers.values.sorted { $0.id < $1.id } }
  var eventCount: Int { dossiers.values.reduce(0) { $0 + $1.story.count } }
}

let testDay = Day(2026, 11, 24)!

struct Outcome {
  var report: ImportReport
  var rows: [RowResult] = []
  func row(_ line: Int) -> RowResult? { rows.first { $0.line == line } }
}

/// Imports a text as a file.
func bring(
  _ bytes: [UInt8], into desk: inout MemoryDesk, map: ColumnMap? = nil, dryRun: Bool = false, rejects: String? = nil,
  progress: (ImportProgress) -> Bool = { _ in true }
) throws -> Outcome {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("thuis-\(UUID().uuidString).csv").path
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  var importer = Importer(path: path, map: map, rules: .builtIn, today: testDay, dryRun: dryRun)
  importer.rejectsPath = rejects
  let seen = Seen()
  importer.onRow = { seen.rows.append($0) }
  let report = try importer.run(&desk, progress: progress)
  return Outcome(report: report, rows: seen.rows)
}

func bring(_ text: String, into desk: inout MemoryDesk, map: ColumnMap? = nil, dryRun: Bool = false) throws -> Outcome {
  try bring(Array(text.utf8), into: &desk, map: map, dryRun: dryRun)
}

private final class Seen { var rows: [RowResult] = [] }
