import GRDB
import Journey
import Quota

/// What the ledger takes from the stories, in persons by present municipality (CBS code): made of what the casebook keeps
/// for it, or of the stories themselves, in any order and in pieces.
struct TaskRecount: Equatable, Sendable {
  /// Reference days on which is counted who was linked and not housed.
  let days: [Day]
  private(set) var onTheWay: [String: Int] = [:]
  /// In the order of ``days``.
  private(set) var linked: [[String: Int]]
  private(set) var housed: [String: [HalfYear: Int]] = [:]

  init(days: [Day]) {
    self.days = days
    linked = Array(repeating: [:], count: days.count)
  }

  /// As the ledger reads it, with the reference days of every half-year in which somebody was housed.
  init(_ db: Database, _ rules: Rulebook) throws {
    let reader = CounterReader(db: db)
    let counted = try reader.cells(.country, .realised).filter { $0.b != 0 }.map { Day(index: $0.index) }
    var days: [Day] = []
    if let first = counted.min(), let last = counted.max() {
      var period = HalfYear(holding: first)
      while period <= HalfYear(holding: last) {
        if let day = rules.task.referenceDate(half: period.half, from: period.first) { days.append(day) }
        period = period.next
      }
    }
    self.init(days: days)
    onTheWay = try reader.personsOnTheWay().filter { !$0.key.isEmpty && $0.value != 0 }
    for (place, day) in days.enumerated() {
      linked[place] = try reader.personsOnTheWay(asOf: day).filter { !$0.key.isEmpty && $0.value != 0 }
    }
    for code in Area.country.municipalities {
      for (day, persons) in try reader.realised(.municipality(code), Self.ever).byDay {
        add(persons, housedIn: code, on: day)
      }
    }
  }

  mutating func add(_ projection: Projection, _ way: Way) {
    if !projection.municipality.isEmpty, Stage.onTheWay.contains(where: { $0.rawValue == projection.stage }) {
      onTheWay[projection.municipality, default: 0] += projection.persons - (way.legs.last?.settled ?? 0)
    }
    for (place, day) in days.enumerated() {
      guard let leg = way.leg(on: day), Stage.onTheWay.contains(leg.stage), !leg.municipality.isEmpty else { continue }
      linked[place][Reference.present(leg.municipality), default: 0] += leg.uncounted
    }
    // Who counted while no municipality was known is in nobody's task.
    for one in projection.realisations where !one.municipality.isEmpty {
      add(one.persons, housedIn: Reference.present(one.municipality), on: one.day)
    }
  }

  static func += (sum: inout TaskRecount, other: TaskRecount) {
    sum.onTheWay.merge(other.onTheWay, uniquingKeysWith: +)
    for place in sum.days.indices { sum.linked[place].merge(other.linked[place], uniquingKeysWith: +) }
    for (code, periods) in other.housed { sum.housed[code, default: [:]].merge(periods, uniquingKeysWith: +) }
  }

  private mutating func add(_ persons: Int, housedIn code: String, on day: Day) {
    guard persons != 0 else { return }
    housed[code, default: [:]][HalfYear(holding: day), default: 0] += persons
  }

  private static let ever = Day(1900, 1, 1)!...Day(9999, 12, 31)!

  /// Where the ledger says other numbers than the stories, by municipality.
  func problems(against told: TaskRecount) -> [Phrase] {
    var problems: [Phrase] = []
    func compare(_ kept: [String: Int], _ told: [String: Int], _ what: Phrase) {
      for code in Set(kept.keys).union(told.keys).sorted() where kept[code] ?? 0 != told[code] ?? 0 {
        let (name, here, there) = (Reference.name(ofMunicipality: code), kept[code] ?? 0, told[code] ?? 0)
        problems.append(
          Phrase(same: "\(name): ") + what
            + Phrase(same: ": ") + Digits.persons(here)
            + Phrase(" in de opgave, \(there) in de verhalen.", " in the task, \(there) in the stories."))
      }
    }
    compare(onTheWay, told.onTheWay, Phrase("onderweg", "on the way"))
    for (place, day) in days.enumerated() {
      compare(
        linked[place], told.linked[place], Phrase("gekoppeld en onderweg op \(day)", "linked and on the way on \(day)"))
    }
    for code in Set(housed.keys).union(told.housed.keys).sorted() {
      let (kept, told) = (housed[code] ?? [:], told.housed[code] ?? [:])
      for period in Set(kept.keys).union(told.keys).sorted() {
        compare(
          [code: kept[period] ?? 0], [code: told[period] ?? 0], Phrase("gehuisvest in \(period)", "housed in \(period)")
        )
      }
    }
    return problems
  }
}

/// How much of the ledger was held against the stories.
public struct TaskChecked: Hashable, Sendable {
  /// Persons housed in all half-years, and on the way now.
  public var housed = 0
  public var onTheWay = 0
  /// Half-years with a reference day on which the links were compared.
  public var referenceDays = 0

  init() {}

  init(_ told: TaskRecount) {
    housed = told.housed.values.reduce(0) { $0 + $1.values.reduce(0, +) }
    onTheWay = told.onTheWay.values.reduce(0, +)
    referenceDays = told.days.count
  }
}
