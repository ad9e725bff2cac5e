import GRDB
import Journey

/// Who came to count for the task in a period.
public struct Realised: Hashable, Sendable {
  public var persons = 0
  /// Persons on each day there were any.
  public var byDay: [Day: Int] = [:]
  /// Persons by the counting rule of the rulebook.
  public var byRule: [String: Int] = [:]
}

/// Who is linked and on the way to a home.
public struct OnTheWay: Hashable, Sendable {
  public var households = 0
  /// All that lists count.
  public var persons = 0
  /// Those of them still abroad: they will not move in with the others.
  public var relatives = 0
}

extension Casebook {
  /// Persons who counted for the municipalities of the area, each on their own day (``Dossier/realisations(_:)``).
  public func realised(_ area: Area, from first: Day, through last: Day) throws(CasebookFailure) -> Realised {
    try read { db in try CounterReader(db: db).realised(area, first...max(first, last)) }
  }

  /// The same for each municipality of the area (CBS code), those with none left out.
  public func realisedByMunicipality(
    _ area: Area, from first: Day, through last: Day
  ) throws(CasebookFailure) -> [String: Realised] {
    try read { db in
      let reader = CounterReader(db: db)
      var all: [String: Realised] = [:]
      for code in area.municipalities {
        let realised = try reader.realised(.municipality(code), first...max(first, last))
        if !realised.byDay.isEmpty { all[code] = realised }
      }
      return all
    }
  }

  /// From the link to moving in, by stage: linked, search, contract and moving.
  public func onTheWay(_ area: Area) throws(CasebookFailure) -> [Stage: OnTheWay] {
    try read { db in try CounterReader(db: db).onTheWay(area) }
  }
}

extension CounterReader {
  func realised(_ area: Area, _ days: ClosedRange<Day>) throws -> Realised {
    var all = Realised()
    // Who counted for a former municipality counts for the one it ended up in; of the country they are in its own cells.
    let former = area == .country ? [] : Reference.former(of: area.municipalities).map(Area.municipality)
    for area in [area] + former {
      for one in try cells(area, .realised, days.indexes) where one.b != 0 {
        all.persons += one.b
        all.byDay[Day(index: one.index), default: 0] += one.b
        all.byRule[one.key, default: 0] += one.b
      }
    }
    return all
  }

  fileprivate func onTheWay(_ area: Area) throws -> [Stage: OnTheWay] {
    let stock = try stock(area)
    let relatives = try cells(area, .relatives)
    var all: [Stage: OnTheWay] = [:]
    for stage in Stage.onTheWay {
      guard let tally = stock[stage], tally.households != 0 else { continue }
      all[stage] = OnTheWay(
        households: tally.households, persons: tally.persons,
        relatives: relatives.first { $0.index == stage.rawValue }?.b ?? 0)
    }
    return all
  }
}

extension Reference {
  private static let formerByPresent: [String: [String]] = Dictionary(
    grouping: formerMunicipalities.map(\.code).filter { municipality(code: $0) == nil },
    by: { successor(ofCode: $0)?.code ?? "" })

  /// The codes of municipalities that ended up in these.
  static func former(of codes: some Sequence<String>) -> [String] {
    codes.flatMap { formerByPresent[$0] ?? [] }
  }
}
