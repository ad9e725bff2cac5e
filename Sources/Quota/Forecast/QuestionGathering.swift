import Journey

/// A question gathered household by household: of each no more is held than is asked.
public struct QuestionGathering: Sendable {
  private let today: Day
  private let period: HalfYear
  private let municipalities: Set<String>?
  private var waiting: [Waiting] = []
  private var awaited: [Awaited] = []
  private var recentWeeks: [[(household: DossierID, arrival: Arrival)]]
  private var housed = 0

  /// - Parameters:
  ///   - today: the last day of which everything is known.
  ///   - municipalities: CBS codes of the area; nil: the country.
  ///   - first: the first day of which the stories tell.
  ///   - weeks: how many recent weeks the coming ones are drawn from, as far as the stories go back.
  public init(
    on today: Day, for period: HalfYear, in municipalities: Set<String>? = nil, since first: Day, weeks: Int = 26
  ) {
    (self.today, self.period, self.municipalities) = (today, period, municipalities)
    recentWeeks = .init(repeating: [], count: max(0, min(weeks, (today - first + 1) / 7)))
  }

  /// - Parameter spells: of one household, all of them, in the order in which they began.
  public mutating func add(_ spells: some RandomAccessCollection<Spell>) {
    for (index, spell) in zip(spells.indices, spells) where spell.isIn(municipalities) {
      if let until = spell.until, until >= period.first, until <= today, spell.exit?.isHome == true {
        housed += spell.persons
      }
      guard let known = spell.known(on: today) else { continue }
      guard spell.stage.step != nil else {
        if spell.stage == .housed, known.until == nil { awaited.append(Awaited(known, on: today)) }
        continue
      }
      if known.until == nil { waiting.append(Waiting(known, on: today)) }
      let week = (today - known.from) / 7
      if week < recentWeeks.count, spells.comesIn(index, municipalities) {
        recentWeeks[week].append((known.household, Arrival(known)))
      }
    }
  }

  /// The same in whichever order the households were added.
  public func question(task: Int? = nil, homes: HomeSupply = .unknown) -> Forecast.Question {
    Forecast.Question(
      today: today, period: period, waiting: waiting, awaited: awaited.sorted { $0.household < $1.household },
      recentWeeks: recentWeeks.map { week in week.sorted { $0.household < $1.household }.map(\.arrival) },
      homes: homes, housed: housed, task: task, municipalities: municipalities)
  }
}

extension Spell {
  /// - Parameter municipalities: nil: the country.
  func isIn(_ municipalities: Set<String>?) -> Bool { municipalities.map { $0.contains(municipality) } ?? true }
}

extension BidirectionalCollection<Spell> {
  /// Of the spells of one household: whether one in scope is the first, or the first after it was elsewhere.
  func comesIn(_ index: Index, _ municipalities: Set<String>?) -> Bool {
    // That relatives were awaited meanwhile says nothing of where it was.
    guard let before = self[..<index].last(where: { $0.stage != .housed }) else { return true }
    return before.stage.step == nil || !before.isIn(municipalities)
  }
}

extension Awaited {
  fileprivate init(_ spell: Spell, on day: Day) {
    self.init(
      household: spell.household, persons: spell.persons, days: day - spell.since, municipality: spell.municipality)
  }
}

extension Arrival {
  fileprivate init(_ spell: Spell) {
    self.init(
      stage: spell.stage, persons: spell.persons, stratum: spell.stratum, municipality: spell.municipality)
  }
}
