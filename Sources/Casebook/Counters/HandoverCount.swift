import GRDB
import Journey

/// How often households passed from one party to the next warmly, in one area.
public struct HandoverCount: Hashable, Sendable {
  public struct Tally: Hashable, Sendable {
    public var warm = 0
    public var cold = 0
    /// Handed over and not taken over yet.
    public var open = 0
    /// Days until somebody took over, of each that was, the shortest first.
    public var days: [Int] = []

    public init() {}

    /// Of those that are over, in hundred; nil when none is.
    public var warmShare: Int? {
      warm + cold == 0 ? nil : (warm * 100 + (warm + cold) / 2) / (warm + cold)
    }

    /// Half of them took no longer; nil when nobody took over.
    public var medianDays: Int? { days.isEmpty ? nil : days[(days.count - 1) / 2] }
  }

  public var byChange: [Handover.Change: Tally] = [:]

  public init() {}

  mutating func add(_ handover: Handover, _ rules: Rulebook) {
    var tally = byChange[handover.change] ?? Tally()
    switch handover.warmth(rules) {
    case .warm: tally.warm += 1
    case .cold: tally.cold += 1
    case .open: tally.open += 1
    }
    if let days = handover.days { tally.days.append(days) }
    byChange[handover.change] = tally
  }
}

extension Casebook {
  /// Handovers of a period, each in the municipality the household had on that day. Folds the stories that touch the area,
  /// so it takes time in proportion to it.
  ///
  /// - Parameters:
  ///   - days: of the change, or of the handing over where nothing changed hands.
  ///   - goesOn: is told how many households were folded; false ends it.
  /// - Returns: nil when it was ended.
  public func handovers(
    _ area: Area, in days: ClosedRange<Day>, rules: Rulebook, goesOn: (Int) -> Bool = { _ in true }
  ) throws(CasebookFailure) -> HandoverCount? {
    try read { db in
      let towns = area == .country ? nil : Set(area.municipalities)
      let story = StoryStore(db: db, wire: Wire(), stamps: stamps)
      var count = HandoverCount()
      var folded = 0
      let isWhole = try eachWay(touching: area, db, goesOn: { goesOn(folded) }) { way in
        guard let dossier = try story.load(way.id) else { return }
        folded += 1
        guard dossier.outcome != .enteredInError else { return }
        for handover in dossier.handovers {
          guard let day = handover.changed ?? handover.given?.day, days.contains(day),
            towns.map({ $0.contains(way.leg(on: day)?.municipality ?? "") }) ?? true
          else { continue }
          count.add(handover, rules)
        }
      }
      guard isWhole else { return nil }
      for change in count.byChange.keys { count.byChange[change]?.days.sort() }
      return count
    }
  }
}
