import Foundation
import Journey
import Quota

/// Makes forecasts from the stories: who waits, how fast stages are left, who was linked in recent weeks.
///
/// The paces of the country are read once and used for every area, for that day and until one in a hundred of its households
/// may have moved on: reading them looks at every dossier, and what a few changes make of paces nobody can see.
public final class Forecasting: Sendable {
  /// Days back that stories are read: older paces say little about today's.
  public static let reach = 730
  /// Paces are read again after a change for one in so many households.
  static let newsThatMatters = 100

  /// What a forecast of an area is made of.
  public struct Basis: Sendable {
    public var question: Forecast.Question
    public var hazards: Hazards
    /// Of the area, those who left it since included: for a back-test.
    public var history: History
    /// Households that each of the history stands for: more than 1 where the country is sampled.
    public var weight: Int
  }

  let casebook: Casebook
  private let inForce: RulesInForce
  var rules: Rulebook { inForce.book }
  private let runs: Int?
  private let sampled: Int

  private struct Country: Sendable {
    var changes: Int
    var day: Day
    var spells: [Spell]
    var households: Set<DossierID>
    var counts: SpellCounts
    /// Of these counts: what areas have in common is made once.
    var hazards: Hazards
    var weight: Int

    func hazards(with others: [Spell]) -> Hazards {
      if others.isEmpty { return hazards }
      var all = counts
      for spell in others { all.add(spell) }
      return Hazards(all)
    }

    /// Those in the sample too count once; where the country is sampled most of an area come besides.
    func missing(_ own: [Spell]) -> [Spell] { own.filter { !households.contains($0.household) } }
  }
  private let country = Mutexed<Country?>(nil)

  private struct StaysKey: Hashable, Sendable {
    var area: Area
    var first: Day
    var today: Day
  }
  private struct Stays: Sendable {
    var changes: Int
    /// Changes after which they are read again.
    var tolerance: Int
    var curves: [Stage: SurvivalCurve]
  }
  private let stays = Mutexed<[StaysKey: Stays]>([:])

  private struct Account: Sendable {
    var changes: Int
    var ledger: Ledger
  }
  private let account = Mutexed<Account?>(nil)

  private struct Homes: Sendable {
    /// The number of the last one.
    var posting: Int
    var ahead: HomesAhead
  }
  private let homes = Mutexed<Homes?>(nil)

  /// - Parameters:
  ///   - runs: half-years played for each; nil: as many as the method asks.
  ///   - sampled: about how many households of the country paces are taken from.
  public init(_ casebook: Casebook, rules: RulesInForce, runs: Int? = nil, sampled: Int = 20_000) {
    (self.casebook, inForce, self.runs, self.sampled) = (casebook, rules, runs, sampled)
  }

  /// The account as it stands, read again only when the casebook changed.
  public func ledger(on today: Day) throws(CasebookFailure) -> Ledger {
    let changes = try casebook.changesSeen()
    if let known = account.with({ $0 }), known.changes == changes, known.ledger.today == today { return known.ledger }
    let ledger = try casebook.ledger(rules: rules, today: today)
    account.with { $0 = Account(changes: changes, ledger: ledger) }
    return ledger
  }

  /// Read again only when something was posted.
  private func homesAhead(from first: Day) throws(CasebookFailure) -> HomesAhead {
    let book = try casebook.taskBook()
    if let known = homes.with({ $0 }), known.posting == book.number, known.ahead.first == first { return known.ahead }
    let ahead = HomesAhead(book, from: first)
    homes.with { $0 = Homes(posting: book.number, ahead: ahead) }
    return ahead
  }

  /// - Parameter line: the area's line of the ledger, for what was housed and what there is to do.
  public func basis(_ line: LedgerLine, on today: Day) throws(CasebookFailure) -> Basis {
    let (country, own) = try spells(of: line.area, on: today)
    let history = History(own, since: country.counts.window.first)
    var question = history.question(
      on: today, for: line.period, in: line.area.codes, task: line.target.persons == nil ? nil : line.task)
    question.housed = line.housed
    question.takeHomes(try homesAhead(from: today + 1))
    let weight = line.area == .country ? country.weight : 1
    question.stand(for: weight)
    if let runs { question.runs = runs }
    return Basis(
      question: question, hazards: country.hazards(with: country.missing(own)), history: history, weight: weight)
  }

  /// A forecast of the area as it is kept; in it the reason where there is too little to go by.
  ///
  /// Reads all dossiers of the area, and plays many half-years: takes from milliseconds to seconds.
  public func forecast(_ line: LedgerLine, on today: Day) throws(CasebookFailure) -> KeptForecast {
    defer { SpareMemory.giveBack() }
    let changes = try casebook.changesSeen()
    // Before the households are read: what comes in meanwhile makes it old, and never too new.
    let grounds = try casebook.forecastGrounds([line])[line.area]
    let basis = try basis(line, on: today)
    let outcome: KeptForecast.Outcome
    do throws(TooLittle) {
      outcome = .figures(.init(try Forecast(basis.question, by: basis.hazards)))
    } catch {
      outcome = .tooLittle(error.words)
    }
    return KeptForecast(line.area, line.period, day: today, changes: changes, grounds: grounds, outcome)
  }

  /// How well forecasts of an area would have done in the half-years of the stories that are read: made as today's is, with
  /// the country's paces of each origin, and with those who left the area since.
  ///
  /// - Parameter proceed: asked before each origin, with its place and how many there are; false stops there.
  public func backTest(
    _ area: Area, _ ledger: Ledger, proceed: (Int, Int) -> Bool = { _, _ in true }
  ) throws(CasebookFailure) -> Backtest {
    let basis = try basis(ledger.line(area, in: HalfYear(holding: ledger.today)), on: ledger.today)
    let (country, own) = try spells(of: area, on: ledger.today)
    let paces = History(country.spells + country.missing(own), since: basis.history.first)
    return Backtest(
      basis.history, paces: paces, today: ledger.today, in: area.codes,
      tasks: { period in
        let line = ledger.line(area, in: period)
        // A share of the households for the same share of the task.
        return line.target.persons == nil ? nil : line.task / basis.weight
      }, proceed: proceed)
  }

  /// How long households stay in each stage on the way of an area, as the days since `first` tell: those who left count
  /// with what they took, those who are there still with the days they are there (Kaplan-Meier).
  public func stays(_ area: Area, since first: Day, on today: Day) throws(CasebookFailure) -> [Stage: SurvivalCurve] {
    let changes = try casebook.changesSeen()
    let key = StaysKey(area: area, first: first, today: today)
    if let known = stays.with({ $0[key] }), changes - known.changes <= known.tolerance { return known.curves }
    let (country, own) = try spells(of: area, on: today)
    let history = History(own, since: max(first, country.counts.window.first))
    let curves = Dictionary(
      uniqueKeysWithValues: Stage.wayHome.map { ($0, history.stays(in: $0, on: today, of: area.codes)) })
    let kept = Stays(
      changes: changes, tolerance: Set(own.lazy.map(\.household)).count / Self.newsThatMatters, curves: curves)
    // Of another day none is asked for again.
    stays.with { all in
      all = all.filter { $0.key.today == today }
      all[key] = kept
    }
    return curves
  }

  /// Of the country as they are kept, of an area as they are.
  private func spells(of area: Area, on today: Day) throws(CasebookFailure) -> (country: Country, own: [Spell]) {
    if area == .country {
      let country = try country(on: today, isExact: true)
      return (country, country.spells)
    }
    let country = try country(on: today, isExact: false)
    var own: [Spell] = []
    try casebook.eachWay(area, since: today - Self.reach) { own += $0.forecastSpells }
    return (country, own)
  }

  /// - Parameter isExact: read again after any change, as who waits is asked too.
  private func country(on today: Day, isExact: Bool) throws(CasebookFailure) -> Country {
    let changes = try casebook.changesSeen()
    if let known = country.with({ $0 }), known.day == today,
      changes - known.changes <= (isExact ? 0 : known.households.count * known.weight / Self.newsThatMatters)
    {
      return known
    }
    var spells: [Spell] = []
    let weight = try casebook.eachWay(.country, since: today - Self.reach, about: sampled) {
      spells += $0.forecastSpells
    }
    let first = max(today - Self.reach, spells.lazy.map(\.from).min() ?? today)
    let counts = SpellCounts(spells, in: ObservationWindow(first: first, last: today))
    let read = Country(
      changes: changes, day: today, spells: spells, households: Set(spells.lazy.map(\.household)), counts: counts,
      hazards: Hazards(counts), weight: weight)
    country.with { $0 = read }
    return read
  }
}

extension Area {
  /// nil: the country, with whoever has no municipality.
  fileprivate var codes: Set<String>? { self == .country ? nil : Set(municipalities) }
}

extension KeptForecast.Figures {
  public init(_ forecast: Forecast) {
    self.init(
      p15: forecast.total.p15, p50: forecast.total.p50, p85: forecast.total.p85, chance: forecast.chance,
      households: forecast.households, spells: forecast.spells, relatives: forecast.relatives,
      weeks: forecast.cone.map { .init($0.day, p15: $0.band.p15, p50: $0.band.p50, p85: $0.band.p85) },
      homesAreKnown: forecast.homesAreKnown)
  }
}

extension Forecast.Question {
  /// Of an even sample, in which each household stands for so many.
  mutating func stand(for weight: Int) {
    defer {
      // As many draws as for twenty thousand households, so that it takes as long.
      runs = max(1_000, min(runs, runs * 20_000 / max(1, waiting.count)))
    }
    guard weight > 1 else { return }
    // Numbers of their own below 0, so that each draws its own chances.
    func number(_ id: DossierID, _ copy: Int) -> DossierID {
      copy == 0 ? id : DossierID(value: -(id.value * Int64(weight) + Int64(copy)))
    }
    waiting = waiting.flatMap { one in
      (0..<weight).map { copy in
        var other = one
        other.household = number(one.household, copy)
        return other
      }
    }
    awaited = awaited.flatMap { one in
      (0..<weight).map { copy in
        var other = one
        other.household = number(one.household, copy)
        return other
      }
    }
    recentWeeks = recentWeeks.map { week in week.flatMap { [Arrival](repeating: $0, count: weight) } }
  }
}
