import Journey

/// Everybody who takes part in the half-years that are played, each with the chance to be home by the end of each week.
struct Cast {
  /// An open household: its stream of chance, what it counts, and P(home by day 0, 7, 14 ...) of today's pace.
  struct Member {
    var stream: UInt64
    var persons: Int32
    var size: Int
    var kind: Int
    /// Not yet at an offer, so a home that comes on top can be its.
    var searches: Bool
    var curve: [Double]
  }

  /// Households that are alike to the law: same stage, stratum and municipality.
  struct Kind: Hashable {
    var step: Int
    var stratum: Stratum
    var municipality: String
  }

  struct Newcomer {
    var kind: Int
    var persons: Int32
    var size: Int
    /// The kind it is once it has an offer; read only where homes come on top.
    var offered: Int
  }

  /// Relatives who follow to a home, with the chance to be there by the end of each week.
  struct Follower {
    var stream: UInt64
    var persons: Int32
    var curve: [Double]
  }

  var members: [Member] = []
  /// None where too few were seen to come.
  var followers: [Follower] = []
  /// Open households and newcomers at the day they begin, and those with an offer.
  var kinds: [Kind] = []
  /// For each kind and each coming week: P(home by day 0, 7, 14 ...) when it begins in the middle of that week.
  var curves: [[[Double]]] = []
  /// Weeks from an offer to a home for half of those who get there; by kind, read of kinds that begin with an offer.
  var weeksFromOffer: [Int] = []
  var recentWeeks: [[Newcomer]] = []

  /// Days between the points of a curve.
  static let grid = 7

  /// `fastest`: the greatest pace that is played, against the usual one.
  init(
    _ question: Forecast.Question, _ hazards: Hazards, _ scenario: Scenario, fastest: Double
  ) throws(TooLittle) {
    // The runs count from tomorrow: before its first day they would count persons of the half-year before.
    if question.period.first > question.today + 1 { throw TooLittle.notBegun }
    if question.recentWeeks.count < Forecast.neededWeeks {
      throw TooLittle(what: .weeks, n: question.recentWeeks.count, needed: Forecast.neededWeeks)
    }
    if scenario.links > 0, question.recentWeeks.allSatisfy(\.isEmpty) {
      throw TooLittle(what: .links, n: 0, needed: 1)
    }
    let arrivals = question.recentWeeks.joined().filter { $0.stage.step != nil }
    try hazards.require(from: Set((question.waiting.map(\.stage) + arrivals.map(\.stage)).compactMap(\.step)))

    var register = Numbered<Kind>()
    func kind(_ step: Int, _ stratum: Stratum, _ municipality: String) -> Int {
      register.number(of: Kind(step: step, stratum: stratum, municipality: municipality))
    }
    let homesOnTop = scenario.homes.contains { $0.perWeek > 0 }
    let offered = question.waiting.map {
      homesOnTop ? kind(Stage.contractStep, $0.stratum, $0.municipality) : 0
    }
    recentWeeks = question.recentWeeks.map { week in
      week.compactMap { arrival in
        guard let step = arrival.stage.step else { return nil }
        return Newcomer(
          kind: kind(step, arrival.stratum, arrival.municipality), persons: Int32(arrival.persons),
          size: arrival.stratum.size.index,
          offered: homesOnTop
            ? kind(Stage.contractStep, arrival.stratum, arrival.municipality) : 0)
      }
    }
    kinds = register.all
    let ways = Ways(question, hazards, scenario, kinds, fastest: fastest)
    let kinds = kinds
    curves = inParallel(kinds.count) { index in ways.curves(of: kinds[index], weeks: question.weeks) }
    weeksFromOffer =
      homesOnTop ? kinds.map { ways.weeksToHalf(of: $0) } : [Int](repeating: 0, count: max(1, kinds.count))
    let draws = Draws(seed: question.seed)
    // Whoever waits as long in the same place, as all do for whom one in a sample stands, has the same curve.
    var alike = Numbered<Ways.Wait>()
    let places = question.waiting.map { alike.number(of: Ways.Wait($0, cleared: scenario.cleared)) }
    let waits = alike.all
    let chances = inParallel(waits.count) { ways.curve(of: waits[$0]) }
    members = question.waiting.indices.map { index in
      let household = question.waiting[index]
      return Member(
        stream: draws.stream(household.household), persons: Int32(household.persons),
        size: household.stratum.size.index, kind: offered[index],
        searches: household.stage.step! >= Stage.linkedStep && household.stage.step! <= Stage.searchStep,
        curve: chances[places[index]])
    }
    if let reunion = hazards.reunion { followers = follow(reunion, question, ways, draws) }
  }

  private func follow(_ reunion: Reunion, _ question: Forecast.Question, _ ways: Ways, _ draws: Draws) -> [Follower] {
    let later = zip(question.waiting, members).filter { $0.0.relatives > 0 }
    let afterTheMove = inParallel(later.count) { index in
      let (household, member) = later[index]
      return Follower(
        stream: draws.stream(.relatives, UInt64(bitPattern: household.household.value)),
        persons: Int32(household.relatives), curve: reunion.weekly(after: member.curve))
    }
    return afterTheMove
      + question.awaited.enumerated().map { place, one in
        Follower(
          stream: draws.stream(.relatives, UInt64(bitPattern: one.household.value), UInt64(place + 1)),
          persons: Int32(one.persons), curve: ways.later(reunion.weekly(waited: one.days, points: ways.points)))
      }
  }
}

/// Different ones, each with a number from 0 in the order in which it came.
private struct Numbered<Value: Hashable> {
  private(set) var all: [Value] = []
  private var numbers: [Value: Int] = [:]

  mutating func number(of value: Value) -> Int {
    if let number = numbers[value] { return number }
    numbers[value] = all.count
    all.append(value)
    return all.count - 1
  }
}

/// The ways home that a question needs: one for each stratum and municipality.
struct Ways {
  private struct Key: Hashable {
    var stratum: Stratum
    var municipality: String
  }

  private var ways: [Key: WayHome] = [:]
  private let hazards: Hazards
  private let lag: Int
  /// Of every curve.
  let points: Int

  init(_ question: Forecast.Question, _ hazards: Hazards, _ scenario: Scenario, _ kinds: [Cast.Kind], fastest: Double) {
    self.hazards = hazards
    lag = scenario.reunionLag
    // As far beyond the half-year's end as a run at the fastest pace looks.
    let days = Cast.grid * (Int(Double(question.days) * max(1, fastest)) / Cast.grid + 2)
    points = days / Cast.grid + 1
    let shortenings = Stage.wayHome.map { stage in
      scenario.steps.filter { $0.stage == stage }.reduce(into: Shortening()) {
        $0.factor *= $1.factor
        $0.days += $1.days
      }
    }
    let keys = Array(
      Set(
        kinds.map { Key(stratum: $0.stratum, municipality: $0.municipality) }
          + question.waiting.map { Key(stratum: $0.stratum, municipality: $0.municipality) }))
    let made = inParallel(keys.count) { index in
      WayHome(
        Stage.wayHome.indices.map { hazards.stay($0, keys[index].stratum, keys[index].municipality) }, within: days,
        shortenings: shortenings, relinkedStays: question.municipalities == nil)
    }
    ways = Dictionary(uniqueKeysWithValues: zip(keys, made))
  }

  private func way(_ stratum: Stratum, _ municipality: String) -> WayHome {
    ways[Key(stratum: stratum, municipality: municipality)]!
  }

  /// All that the law of an open household asks for.
  struct Wait: Hashable {
    var step: Int
    var stratum: Stratum
    var municipality: String
    var days: Int
    var blockers: [String]

    init(_ household: Waiting, cleared: Set<String>) {
      (step, stratum, municipality) = (household.stage.step!, household.stratum, household.municipality)
      (days, blockers) = (household.daysInStage, household.blockers.filter { !cleared.contains($0) })
    }
  }

  /// P(home by day 0, 7, 14 ...) of an open household, given the days it waited already.
  func curve(of wait: Wait) -> [Double] {
    let law = hazards.stay(wait.step, wait.stratum, wait.municipality, blockers: wait.blockers)
    return lagged(
      way(wait.stratum, wait.municipality).weekly(law, step: wait.step, waited: wait.days), wait.stratum)
  }

  /// The same for a kind that begins in the middle of each coming week.
  func curves(of kind: Cast.Kind, weeks: Int) -> [[Double]] {
    let home = way(kind.stratum, kind.municipality).home[kind.step]
    return (0..<weeks).map { week in
      let begins = week * 7 + 3
      return lagged(
        (0..<points).map { point in
          let day = point * Cast.grid - begins
          return day < 0 ? 0 : home[day]
        }, kind.stratum)
    }
  }

  func weeksToHalf(of kind: Cast.Kind) -> Int {
    let home = way(kind.stratum, kind.municipality).home[kind.step]
    let half = home.last! / 2
    return (home.firstIndex { $0 >= half } ?? 0) / 7
  }

  private func lagged(_ curve: [Double], _ stratum: Stratum) -> [Double] {
    stratum.awaitsRelatives ? later(curve) : curve
  }

  /// By as many weeks as a scenario has relatives come later.
  func later(_ curve: [Double]) -> [Double] {
    lag == 0 ? curve : curve.indices.map { curve[min(max(0, $0 - lag), curve.count - 1)] }
  }
}
