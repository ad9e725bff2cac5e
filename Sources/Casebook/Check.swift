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
  /// Of the task, which the ledger makes of the stories.
  public var task = TaskChecked()
  public var problems: [Problem] = []
  /// More were found than are listed.
  public var problemsLeftOut = 0
  public var isSound: Bool { problems.isEmpty }

  /// Of dossiers that come after those of this one.
  mutating func add(_ later: CheckReport) {
    dossiers += later.dossiers
    events += later.events
    unknownEvents += later.unknownEvents
    let room = max(0, Self.listed - problems.count)
    problems += later.problems.prefix(room)
    problemsLeftOut += later.problemsLeftOut + max(0, later.problems.count - room)
  }

  private static let listed = 200

  mutating func add(_ dossier: DossierID?, _ nl: String, _ en: String) {
    guard problems.count < Self.listed else {
      problemsLeftOut += 1
      return
    }
    problems.append(Problem(dossier: dossier, phrase: Phrase(nl, en)))
  }
}

extension Casebook {
  /// Folds every story again and compares all that lists read with it; verifies the chains, the counters and the file.
  ///
  /// Every core takes part; all of them see the casebook as it is at one moment.
  ///
  /// - Parameters:
  ///   - rules: those the projections were made with.
  ///   - progress: dossiers seen so far; called from any thread, one at a time.
  public func check(
    rules: Rulebook = .builtIn, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(CasebookFailure) -> CheckReport {
    let work = Mutexed(CheckWork())
    try readTogether { db in
      while let (piece, days) = try work.with({ try $0.next(db, rules) }) {
        let found = try Self.found(in: piece, days, db, rules)
        work.with { work in
          work.found.append(found)
          work.seen += found.report.dossiers
          progress(work.seen)
        }
      }
    }
    var report = CheckReport()
    var tally: [TallyKey: Tally] = [:]
    var seal = CounterSeal()
    var rows = RowSeals()
    var learned = LearnedTotals()
    var network = NetworkSeal()
    var task = TaskRecount(days: work.with { $0.totals?.task.days } ?? [])
    for found in work.with({ $0.found }).sorted(by: { $0.start < $1.start }) {
      report.add(found.report)
      seal += found.seal
      rows += found.rows
      learned += found.learned
      network += found.network
      task += found.task
      for (key, counted) in found.tally {
        tally[key, default: Tally()].households += counted.households
        tally[key, default: Tally()].persons += counted.persons
      }
    }
    let problems = work.with({ $0.totals })?.problems(tally, seal, rows, learned, stories: report.dossiers)
    for problem in problems ?? [] {
      report.add(nil, problem.nl, problem.en)
    }
    if let totals = work.with({ $0.totals }) {
      if totals.network != network {
        report.add(
          nil, "De sommen van mensen wijken af van de verhalen.", "The sums of people differ from the stories.")
      }
      for problem in totals.task.problems(against: task) { report.add(nil, problem.nl, problem.en) }
    }
    report.task = TaskChecked(task)
    return report
  }

  /// - Parameter days: reference days of the task.
  private static func found(
    in piece: CheckWork.Piece, _ days: [Day], _ db: Database, _ rules: Rulebook
  ) throws -> CheckWork.Found {
    var found = CheckWork.Found(start: piece.start, task: TaskRecount(days: days))
    switch piece {
    case .file:
      for line in try String.fetchAll(db, sql: "PRAGMA quick_check(20)") where line != "ok" {
        found.report.add(nil, "Het bestand is beschadigd: \(line)", "The file is damaged: \(line)")
      }
      if let number = try TaskStore(db: db).broken() {
        found.report.add(
          nil, "Opgave: boeking \(number) ontbreekt of is veranderd",
          "Task: posting \(number) is missing or was changed")
      }
      for problem in try PartnerStore(db: db).problems() { found.report.add(nil, problem.nl, problem.en) }
    case .dossiers(let range):
      try StoryReader(db: db).each(range) { story in
        found.report.dossiers += 1
        found.report.events += story.dossier.story.count
        for event in story.dossier.story { if case .unknown = event.body { found.report.unknownEvents += 1 } }
        let projection = Projection(story.dossier, rules)
        let counted = Counted(projection)
        found.rows.add(projection)
        found.learned.add(projection.learned)
        found.seal.add(counted.contributions(of: story.dossier.id))
        found.network.add(projection.acquaintances)
        found.task.add(projection, WayBytes.decode(projection.way, of: story.dossier.id))
        found.tally[counted.tallyKey, default: Tally()].households += 1
        found.tally[counted.tallyKey, default: Tally()].persons += projection.persons
        try KeptProjection(db: db).compare(with: projection, story, &found.report)
      }
    }
    return found
  }
}

/// What is still to be checked, dealt out in pieces, and what was found.
struct CheckWork {
  enum Piece {
    case file
    case dossiers(ClosedRange<Int64>)

    /// The file comes before all dossiers in the report.
    var start: Int64 {
      switch self {
      case .file: .min
      case .dossiers(let range): range.lowerBound
      }
    }
  }

  struct Found {
    var start: Int64
    var report = CheckReport()
    var tally: [TallyKey: Tally] = [:]
    var seal = CounterSeal()
    /// Who counts for the task on which day, and who left.
    var rows = RowSeals()
    var learned = LearnedTotals()
    var network = NetworkSeal()
    var task: TaskRecount
  }

  var found: [Found] = []
  var seen = 0
  /// As the lists have them, read by whoever asked for a piece first.
  private(set) var totals: KeptTotals?
  private var from: Int64?

  /// About so many dossiers: some tenths of a second.
  private static let share = 2_000

  /// Pieces together hold every key there can be, also of stories the lists know nothing of.
  /// - Returns: with it the reference days of the task; nil: there is no other.
  mutating func next(_ db: Database, _ rules: Rulebook) throws -> (Piece, [Day])? {
    guard let totals else {
      let read = try KeptTotals(db, rules)
      self.totals = read
      from = .min + 1
      return (.file, read.task.days)
    }
    guard let first = from else { return nil }
    let last = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM dossier WHERE id >= ? ORDER BY id LIMIT 1 OFFSET ?"),
      arguments: [first, Self.share])
    from = last.map { $0 + 1 }
    return (.dossiers(first...(last ?? .max)), totals.task.days)
  }
}
