import Journey

/// What many spells come to: days at risk and exits, by stage, stratum and age band. Spells are added one by one, so any
/// number of them is read in one go and none is kept.
public struct SpellCounts: Sendable {
  public let window: ObservationWindow
  /// Stays of which the window shows at least a day.
  public private(set) var spells = 0
  var strata = [Exposure](repeating: Exposure(), count: Stage.wayHome.count * Stratum.all.count)
  var municipalities: [String: Part] = [:]
  /// Relatives awaited in a home, by days since it was theirs to come to.
  private(set) var reunions = Exposure()
  /// Held up, by code of the blocker; the empty code is of those not held up.
  var blocked: [String: Part] = [:]

  public init(in window: ObservationWindow) { self.window = window }

  public init(_ spells: some Sequence<Spell>, in window: ObservationWindow) {
    self.init(in: window)
    for spell in spells { add(spell) }
  }

  public mutating func add(_ spell: Spell) {
    guard let sight = window.sight(of: spell) else { return }
    let ages = sight.firstAge...sight.lastAge
    let cause = sight.exit.map { Cause($0).index }
    if spell.stage == .housed { reunions.add(ages, cause) }
    guard let step = spell.stage.step else { return }
    // Of a stay that was cut its first part in sight.
    if spell.from <= max(spell.since, window.first) { spells += 1 }
    let cell = Self.cell(step, spell.stratum)
    strata[cell].add(ages, cause)
    if !spell.municipality.isEmpty { municipalities[spell.municipality, default: Part()].add(cell, ages, step, cause) }
    addBlocked(spell, cell, ages, step, cause)
  }

  private mutating func addBlocked(_ spell: Spell, _ cell: Int, _ ages: ClosedRange<Int>, _ step: Int, _ cause: Int?) {
    let starts = Dictionary(spell.blockers.map { ($0.code, max(0, $0.since - spell.since)) }, uniquingKeysWith: min)
    let free = starts.values.min() ?? Int.max
    if ages.lowerBound < free {
      let last = min(ages.upperBound, free - 1)
      blocked["", default: Part()].add(
        cell, ages.lowerBound...last, step, last == ages.upperBound ? cause : nil)
    }
    for (code, start) in starts where start <= ages.upperBound {
      blocked[code, default: Part()].add(cell, max(start, ages.lowerBound)...ages.upperBound, step, cause)
    }
  }

  static func cell(_ step: Int, _ stratum: Stratum) -> Int { step * Stratum.all.count + stratum.index }

  /// Days at risk and exits by cause, in each age band.
  struct Exposure: Sendable {
    var days = [Double](repeating: 0, count: AgeBands.count)
    var exits = [Double](repeating: 0, count: Cause.count * AgeBands.count)

    mutating func add(_ ages: ClosedRange<Int>, _ cause: Int?) {
      AgeBands.spread(ages) { days[$0] += $1 }
      if let cause { exits[cause * AgeBands.count + AgeBands.band(ages.upperBound)] += 1 }
    }

    static func + (a: Exposure, b: Exposure) -> Exposure {
      var sum = a
      for i in sum.days.indices { sum.days[i] += b.days[i] }
      for i in sum.exits.indices { sum.exits[i] += b.exits[i] }
      return sum
    }
  }

  /// The part of one municipality or blocker: its days at risk in the same cells, its exits by stage and cause.
  struct Part: Sendable {
    var days = [Double](repeating: 0, count: Stage.wayHome.count * Stratum.all.count * AgeBands.count)
    var exits = [Double](repeating: 0, count: Stage.wayHome.count * Cause.count)

    mutating func add(_ cell: Int, _ ages: ClosedRange<Int>, _ step: Int, _ cause: Int?) {
      AgeBands.spread(ages) { days[cell * AgeBands.count + $0] += $1 }
      if let cause { exits[step * Cause.count + cause] += 1 }
    }
  }
}

extension AgeBands {
  /// How many of these ages lie in each band.
  static func spread(_ ages: ClosedRange<Int>, _ body: (Int, Double) -> Void) {
    var age = ages.lowerBound
    while age <= ages.upperBound {
      let band = band(age)
      let end = band + 1 < count ? min(starts[band + 1] - 1, ages.upperBound) : ages.upperBound
      body(band, Double(end - age + 1))
      age = end + 1
    }
  }
}

/// The exits as numbers: to each stage of the way home, home, elsewhere, ended.
struct Cause {
  let index: Int

  static let home = Stage.wayHome.count
  static let elsewhere = home + 1
  static let ended = home + 2
  static let count = home + 3

  init(_ exit: Exit) {
    switch exit {
    case .to(let stage): index = exit.isHome ? Cause.home : stage.step ?? Cause.ended
    case .joined: index = Cause.home
    case .elsewhere: index = Cause.elsewhere
    case .ended: index = Cause.ended
    }
  }

  /// Whether this exit brings a household of the step nearer home.
  static func isForward(_ cause: Int, from step: Int) -> Bool { cause == home || (cause < home && cause > step) }
}
