import Foundation
import Journey

/// What an import came to. Rows themselves are handed out as they come; this keeps counts and the first trouble.
public struct ImportReport: Sendable {
  public enum Stop: Sendable {
    case cancelled
    /// The casebook could not store any further, for this reason; what was stored before stays.
    case failed(any Error)
  }

  public struct RepairCount: Hashable, Sendable {
    public let column: String
    public let note: Phrase
    public internal(set) var count: Int
    public let firstLine: Int
  }

  /// At most so many rows with trouble, and kinds of repair, are kept.
  public static let kept = 100

  public internal(set) var file: String
  public internal(set) var dryRun: Bool
  public internal(set) var rows = 0
  public internal(set) var households = 0
  /// Rows by ``RowResult/Outcome/code``.
  public internal(set) var counts: [String: Int] = [:]
  public internal(set) var dossiersCreated = 0
  public internal(set) var dossiersUpdated = 0
  public internal(set) var unknownColumns: [String] = []
  /// Columns the map names that the file lacks.
  public internal(set) var absentColumns: [String] = []
  /// Repairs of the same kind in the same column, together.
  public internal(set) var repairs: [RepairCount] = []
  /// The first rows that were rejected or doubtful.
  public internal(set) var trouble: [RowResult] = []
  public internal(set) var stop: Stop?

  init(file: String, dryRun: Bool) { (self.file, self.dryRun) = (file, dryRun) }

  public func count(_ code: String) -> Int { counts[code] ?? 0 }
  /// Nothing stood in the way of any row.
  public var isClean: Bool { stop == nil && count("rejected") == 0 && count("doubtful") == 0 }

  mutating func add(_ row: RowResult) {
    rows += 1
    counts[row.outcome.code, default: 0] += 1
    switch row.outcome {
    case .rejected, .doubtful: if trouble.count < Self.kept { trouble.append(row) }
    default: break
    }
    for repair in row.repairs {
      if let index = repairs.firstIndex(where: { $0.column == repair.column && $0.note == repair.note }) {
        repairs[index].count += 1
      } else if repairs.count < Self.kept {
        repairs.append(RepairCount(column: repair.column, note: repair.note, count: 1, firstLine: row.line))
      }
    }
  }
}

extension ImportReport {
  static let codes: [(String, RowResult.Outcome)] = [
    .created, .matched(Phrase(same: "")), .updated([]), .rejected(column: "", Phrase(same: "")),
    .skipped(Phrase(same: "")), .doubtful(Phrase(same: ""), candidates: []),
  ].map { ($0.code, $0) }

  /// The report as a few lines of text.
  public func text(_ language: Language) -> String {
    var lines: [String] = []
    func say(_ nl: String, _ en: String) { lines.append(Phrase(nl, en)[language]) }
    if dryRun {
      say("Proef: er is niets opgeslagen.", "Trial run: nothing was stored.")
    }
    func grouped(_ number: Int) -> String { Digits.grouped(number, language) }
    func rows(_ number: Int) -> String {
      Digits.counted(number, Phrase("rij", "row"), Phrase("rijen", "rows"))[language]
    }
    lines.append("\(file): \(rows(self.rows)), \(Digits.households(households)[language])")
    for (code, outcome) in Self.codes where count(code) > 0 {
      lines.append("  \(outcome.name[language]): \(grouped(count(code)))")
    }
    if dossiersCreated > 0 || dossiersUpdated > 0 {
      let (created, updated) = (grouped(dossiersCreated), grouped(dossiersUpdated))
      say(
        "  dossiers: \(created) nieuw, \(updated) bijgewerkt", "  dossiers: \(created) created, \(updated) updated")
    }
    let unknown = unknownColumns.joined(separator: ", ")
    if !unknown.isEmpty { say("Onbekende kolommen, niet gelezen: \(unknown)", "Unknown columns, not read: \(unknown)") }
    let absent = absentColumns.joined(separator: ", ")
    if !absent.isEmpty {
      say("Kolommen van de kaart die het bestand niet heeft: \(absent)", "Columns of the map the file lacks: \(absent)")
    }
    for repair in repairs {
      let times = repair.count == 1 ? "" : ", \(repair.count)x"
      say(
        "  vanaf regel \(repair.firstLine), \(repair.column)\(times): \(repair.note.nl)",
        "  from line \(repair.firstLine), \(repair.column)\(times): \(repair.note.en)")
    }
    for row in trouble { lines.append("  " + row.text(language)) }
    let more = count("rejected") + count("doubtful") - trouble.count
    if more > 0 { say("  en nog \(rows(more))", "  and \(rows(more)) more") }
    switch stop {
    case .cancelled:
      say(
        "Afgebroken; wat hierboven is geteld, is opgeslagen. Dezelfde invoer nog eens gaat verder waar dit ophield.",
        "Cancelled; what is counted above is stored. The same import again continues where this one stopped.")
    case .failed:
      say(
        "Gestopt: het werkboek nam niets meer op. Wat hierboven is geteld, is opgeslagen.",
        "Stopped: the casebook took no more. What is counted above is stored.")
    case nil: break
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report as JSON, keys in English.
  public func json(_ language: Language) -> Data {
    struct Repair: Encodable {
      var column, note: String
      var count, firstLine: Int
    }
    struct Body: Encodable {
      var file: String
      var dryRun: Bool
      var rows, households: Int
      var counts: [String: Int]
      var dossiersCreated, dossiersUpdated: Int
      var unknownColumns, absentColumns: [String]
      var repairs: [Repair]
      var trouble: [RowResult.Json]
      var stopped: String?
    }
    var stopped: String?
    switch stop {
    case .cancelled: stopped = "cancelled"
    case .failed: stopped = "failed"
    case nil: break
    }
    var all = counts
    for (code, _) in Self.codes { all[code] = count(code) }
    let body = Body(
      file: file, dryRun: dryRun, rows: rows, households: households, counts: all, dossiersCreated: dossiersCreated,
      dossiersUpdated: dossiersUpdated, unknownColumns: unknownColumns, absentColumns: absentColumns,
      repairs: repairs.map {
        Repair(column: $0.column, note: $0.note[language], count: $0.count, firstLine: $0.firstLine)
      },
      trouble: trouble.map { $0.json(language) }, stopped: stopped)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return (try? encoder.encode(body)) ?? Data("{}".utf8)
  }
}

extension RowResult {
  /// A row as it stands in JSON.
  public struct Json: Encodable, Sendable {
    public let line: Int
    public let name: String
    public let outcome: String
    public let dossier: String?
    public let column: String?
    public let reason: String?
    public let changes: [String]?
    public let candidates: [String]?
    public let repairs: [String]?
  }

  public func json(_ language: Language) -> Json {
    var column: String?
    var reason: String?
    var changes: [String]?
    var candidates: [String]?
    switch outcome {
    case .created: break
    case .matched(let why), .skipped(let why): reason = why[language]
    case .updated(let what): changes = what.map { $0[language] }
    case .rejected(let at, let why): (column, reason) = (at.isEmpty ? nil : at, why[language])
    case .doubtful(let why, let ids): (reason, candidates) = (why[language], ids.map(\.description))
    }
    return Json(
      line: line, name: name, outcome: outcome.code, dossier: dossier?.description, column: column, reason: reason,
      changes: changes, candidates: candidates,
      repairs: repairs.isEmpty ? nil : repairs.map { "\($0.column): \($0.note[language])" })
  }
}
