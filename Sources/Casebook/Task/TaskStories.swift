import GRDB
import Journey
import Quota

extension Casebook {
  /// What the stories say for the ledger, of all municipalities, for half-years from `first` on; read once, and links when
  /// they are asked for.
  ///
  /// - Parameter day: who is on the way is counted back to its end; nil: as it is now.
  public func taskFigures(from first: Day, asOf day: Day? = nil) throws(CasebookFailure) -> TaskFigures {
    let realised = try realisedByMunicipality(.country, from: first, through: .max).mapValues(HousedByDay.init)
    let (onTheWay, toCome): ([String: Int], [String: Int]?) = try read { db in
      let reader = CounterReader(db: db)
      // Who of them were still to come then is not kept.
      if let day, try reader.hasMoved(after: day) { return (try reader.personsOnTheWay(asOf: day), nil) }
      let persons = try reader.personsOnTheWay()
      return (persons, try reader.relativesToCome(persons.keys))
    }
    let past = OnTheWayThen(casebook: self)
    @Sendable func housed(_ code: String, _ from: Day, _ through: Day) -> Int {
      realised[code]?.persons(from: from, through: through) ?? 0
    }
    return TaskFigures(
      housed: housed, onTheWay: { onTheWay[$0] ?? 0 }, toCome: { code in toCome.map { $0[code] ?? 0 } },
      linked: { code, period, day in
        // Of a municipality that had no stories by then these say nothing.
        past.persons(of: code, on: day).map { $0 + housed(code, period.first, day) }
      }, unread: { past.takeFailure() })
  }

  /// The last day after this one on which anybody came into a stage, left one or began to count on the way; nil: there is
  /// none.
  public func lastMove(after day: Day) throws(CasebookFailure) -> Day? {
    try read { try CounterReader(db: $0).lastMove(after: day) }
  }

  /// Persons on the way to a home at the end of a day, by CBS code of the municipality whose task they were: linked and not
  /// counted yet, announced relatives included; 0 of others that had stories by then.
  public func personsOnTheWay(asOf day: Day) throws(CasebookFailure) -> [String: Int] {
    try read { db in try CounterReader(db: db).personsOnTheWay(asOf: day) }
  }
}

/// Persons housed, added up day by day: the ledger asks for many stretches of days of each municipality.
private struct HousedByDay: Sendable {
  /// Rising, by the end of every day on which somebody counted.
  private var sums: [(day: Day, persons: Int)] = []

  init(_ realised: Realised) {
    var persons = 0
    for one in realised.byDay.sorted(by: { $0.key < $1.key }) {
      persons += one.value
      sums.append((one.key, persons))
    }
  }

  func persons(from first: Day, through last: Day) -> Int { first > last ? 0 : by(last) - by(first - 1) }

  private func by(_ day: Day) -> Int {
    var (low, high) = (0, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle].day > day { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? 0 : sums[low - 1].persons
  }
}

/// Who was on the way on past days, each read when it is first asked for.
private final class OnTheWayThen: Sendable {
  private let casebook: Casebook
  private let known = Mutexed<[Day: [String: Int]]>([:])
  private let failed = Mutexed<CasebookFailure?>(nil)

  init(casebook: Casebook) { self.casebook = casebook }

  /// Why a day could not be read, once.
  func takeFailure() -> CasebookFailure? {
    failed.with { failure in
      defer { failure = nil }
      return failure
    }
  }

  /// nil where there are no stories, or it cannot be read; the next time that is tried again.
  func persons(of municipality: String, on day: Day) -> Int? {
    if let there = known.with({ $0[day] }) { return there[municipality] }
    do throws(CasebookFailure) {
      let read = try casebook.personsOnTheWay(asOf: day)
      known.with { $0[day] = read }
      return read[municipality]
    } catch {
      failed.with { $0 = error }
      return nil
    }
  }
}

extension CounterReader {
  /// Announced relatives of those on the way, by municipality.
  fileprivate func relativesToCome(_ codes: some Sequence<String>) throws -> [String: Int] {
    let stages = Set(Stage.onTheWay.map(\.rawValue))
    return try codes.filter { !$0.isEmpty }.reduce(into: [:]) { all, code in
      all[code] = try cells(.municipality(code), .relatives).reduce(0) { stages.contains($1.index) ? $0 + $1.b : $0 }
    }
  }

  fileprivate func lastMove(after day: Day) throws -> Day? {
    let later = (day + 1).index...(1 << 30)
    let moves = try [CounterKind.entered, .left, .settled].flatMap { try cells(.country, $0, later) }
    return moves.map(\.index).max().map { Day(index: $0) }
  }

  /// Whether anybody came into a stage, left one or changed municipality after a day.
  fileprivate func hasMoved(after day: Day) throws -> Bool {
    if try lastMove(after: day) != nil { return true }
    // Another municipality in the same stage is no step of the country: it came into that stage there.
    let stages = Stage.onTheWay.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let came = try db.cachedStatement(
      sql: "SELECT cells FROM counter WHERE area = ? AND kind = ? AND chunk >= ? AND key IN (\(stages))")
    let present = Reference.municipalities.map(\.code)
    for code in present + Reference.former(of: present) {
      let kind = CounterKind.entered
      let rows = try GRDB.Row.fetchCursor(
        came, arguments: [Area.municipality(code).code, kind.rawValue, kind.chunk((day + 1).index)])
      while let row = try rows.next() {
        if let last = CounterCell.decode(row[0]).last, last.index > day.index { return true }
      }
    }
    return false
  }

  /// Of every municipality that had stories by then.
  func personsOnTheWay(asOf day: Day) throws -> [String: Int] {
    var persons = try personsInStages()
    let later = (day + 1).index...(1 << 30)
    // Those of now, less who came since and plus who went.
    let present = Reference.municipalities.map(\.code)
    for code in Set(persons.keys).union(present + Reference.former(of: present)) where !code.isEmpty {
      for (kind, sign) in [(CounterKind.entered, -1), (.left, 1)] {
        for (stage, cells) in try byStage(.municipality(code), kind, later) where Stage.onTheWay.contains(stage) {
          persons[code, default: 0] += sign * cells.reduce(0) { $0 + $1.b }
        }
      }
      persons[code] = try hasStories(code, by: day) ? (persons[code] ?? 0) - settled(code, through: day.index) : nil
    }
    return Dictionary(persons.map { (Reference.present($0.key), $0.value) }, uniquingKeysWith: +)
  }

  func personsOnTheWay() throws -> [String: Int] {
    var persons = try personsInStages()
    for code in persons.keys { try persons[code]! -= settled(code, through: Self.always.upperBound) }
    return persons
  }

  /// Who of those on the way in a municipality is not to be counted any more, at the end of a day.
  private func settled(_ code: String, through last: Int) throws -> Int {
    try bare(.municipality(code), .settled, Self.always.lowerBound...last).reduce(0) { $0 + $1.b }
  }

  /// Whether anybody was this municipality's by the end of a day.
  private func hasStories(_ code: String, by day: Day) throws -> Bool {
    let (area, kind) = (Area.municipality(code), CounterKind.entered)
    let chunk = kind.chunk(day.index)
    let before = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM counter WHERE area = ? AND kind = ? AND chunk < ? LIMIT 1"),
      arguments: [area.code, kind.rawValue, chunk])
    return try before != nil || !cells(area, kind, chunk * kind.width...day.index).isEmpty
  }

  private func personsInStages() throws -> [String: Int] {
    let stages = Stage.onTheWay.map { String($0.rawValue) }.joined(separator: ",")
    var persons: [String: Int] = [:]
    let rows = try GRDB.Row.fetchCursor(
      db, sql: "SELECT municipality, sum(persons) FROM tally WHERE stage IN (\(stages)) GROUP BY municipality")
    while let row = try rows.next() { persons[row[0]] = row[1] }
    return persons
  }
}

extension Day {
  /// After every real one.
  fileprivate static let max = Day(9999, 12, 31)!
}
