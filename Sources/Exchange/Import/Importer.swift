import Journey

/// Brings a file of people into the casebook, household by household, each whole or not at all.
public struct Importer {
  private let path: String
  private let map: ColumnMap?
  private let rules: Rulebook
  private let today: Day
  private let dryRun: Bool

  /// Where rows that did not go in are written; nil: nowhere.
  public var rejectsPath: String?
  /// The language of reasons in that file.
  public var language = Language.nl
  /// Gets every row once what became of it is durable.
  public var onRow: ((RowResult) -> Void)?

  public init(path: String, map: ColumnMap? = nil, rules: Rulebook, today: Day, dryRun: Bool = false) {
    (self.path, self.map, self.rules, self.today, self.dryRun) = (path, map, rules, today, dryRun)
  }

  /// So many rows become durable together: one wait for the disk, and some tenths of a second in which others wait.
  private static let rowsTogether = 2_000

  /// - Parameter progress: asked between households; false cancels, and what was stored before stays.
  /// - Returns: the report, also when it was cancelled or the casebook failed (``ImportReport/stop``).
  public mutating func run(
    _ office: inout some ImportOffice, progress: (ImportProgress) -> Bool = { _ in true }
  ) throws(CsvFailure) -> ImportReport {
    let plain = try PlainFile(path)
    var report = ImportReport(file: path, dryRun: dryRun)
    let head = try CsvReader(path: plain.path)
    var reader = try RowReader(header: head.header, map: map, today: today)
    reader.mark = plain.mark()
    report.unknownColumns = reader.unknown
    report.absentColumns = reader.absent
    let rejects = try rejectFile(head)
    var at = ImportProgress(total: head.totalBytes ?? 0)
    var file = try HouseholdFile(path: plain.path, column: reader.householdColumn)
    guard try file.survey({ progress(at) }) else {
      report.stop = .cancelled
      return report
    }
    var settling = Settling(reader: reader, rules: rules, today: today, dryRun: dryRun)
    var batch = HouseholdBatch()
    while batch.end == nil {
      batch = HouseholdBatch(&file, atMost: Self.rowsTogether) { read, rows in
        (at.bytesRead, at.rows) = (read, report.rows + rows)
        return progress(at)
      }
      let households = batch.read(settling)
      var settled: [Settling.Settled] = []
      do {
        try office.open { desk in
          settled = try households.map { try settling.settle($0, at: &desk) }
        }
      } catch {
        report.stop = .failed(error)
        return report
      }
      do {
        for household in settled { try add(household, to: &report, rejects) }
      } catch {
        // What went in is in: that is said too.
        report.stop = .failed(error)
        return report
      }
      if case .broken(let failure) = batch.end { throw failure }
    }
    if case .cancelled = batch.end { report.stop = .cancelled }
    return report
  }

  private func rejectFile(_ head: CsvReader) throws(CsvFailure) -> RejectFile? {
    guard let rejectsPath else { return nil }
    if PlainFile.same(path, rejectsPath) {
      throw .unwritable(
        path: rejectsPath, reason: Phrase("dat is het bestand dat wordt gelezen", "it is the file that is read"))
    }
    return try RejectFile(path: rejectsPath, header: head.header, delimiter: head.delimiter, language: language)
  }

  private func add(
    _ household: Settling.Settled, to report: inout ImportReport, _ rejects: RejectFile?
  ) throws(CsvFailure) {
    report.households += 1
    switch household.change {
    case .created: report.dossiersCreated += 1
    case .updated: report.dossiersUpdated += 1
    case nil: break
    }
    for (row, result) in household.rows {
      report.add(result)
      onRow?(result)
      switch result.outcome {
      case .rejected(let column, let reason): try rejects?.add(row.record, column: column, reason: reason)
      case .doubtful(let reason, let ids):
        let numbers = ids.map(\.description).joined(separator: ", ")
        try rejects?.add(row.record, column: "", reason: reason + Phrase(same: " \(numbers)"))
      default: break
      }
    }
  }
}

/// How far an import is.
public struct ImportProgress: Sendable {
  public internal(set) var bytesRead = 0
  /// Of the file; 0 when it is not known.
  public let total: Int
  public internal(set) var rows = 0

  init(total: Int) { self.total = total }
}
