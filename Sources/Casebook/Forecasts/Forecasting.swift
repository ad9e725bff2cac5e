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
  }

  let casebook: Casebook
  private let inForce: RulesInForce
  var rules: Rulebook { inForce.book }
  private let runs: Int?
  let sampled: Int

  struct Country: Sendable {
    var changes: Int
    var day: Day
    var households: Set<DossierID>
    var counts: SpellCounts
    /// Of these counts: what areas have in common is made once.
    var hazards: Hazards
    var weight: Int
  }
  private let country = Mutexed<Country?>(nil)

  let stays = Mutexed<[StaysKey: Stays]>([:])

  private struct Account: Sendable {
    var changes: Int
    var ledger: Ledger
    var signals: [Area: [Signal]] = [:]

    func isOf(_ other: Account) -> Bool { changes == other.changes && ledger.today == other.ledger.today }
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
  public func ledger(on today: Day) throws(CasebookFailure) -> Ledger { try account(on: today).ledger }

  private func account(on today: Day) throws(CasebookFailure) -> Account {
    let changes = try casebook.changesSeen()
    if let known = account.with({ $0 }), known.changes == changes, known.ledger.today == today { return known }
    let read = Account(changes: changes, ledger: try casebook.ledger(rules: rules, today: today))
    account.with { $0 = read }
    return read
  }

  /// The signals over an area, by the account as it stands: looked for again only when the casebook changed.
  public func signals(_ area: Area, on today: Day) throws(CasebookFailure) -> [Signal] {
    let account = try account(on: today)
    if let known = account.signals[area] { return known }
    let signals = account.ledger.signals(area)
    // Of days that could not be read nothing is kept.
    if let failure = account.ledger.unread() { throw CasebookFailure(failure, path: casebook.path) }
    self.account.with { if $0?.isOf(account) == true { $0?.signals[area] = signals } }
    return signals
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
    let country = try country(on: today)
    var gathering = QuestionGathering(
      on: today, for: line.period, in: line.area.codes, since: country.counts.window.first)
    // Those in the sample too count once; where the country is sampled most of an area come besides.
    var (counts, hasMore) = (country.counts, false)
    let weight = try eachHousehold(of: line.area, on: today) { household, spells in
      gathering.add(spells)
      guard line.area != .country, !country.households.contains(household) else { return }
      hasMore = true
      for spell in spells { counts.add(spell) }
    }
    var question = gathering.question(task: line.target.persons == nil ? nil : line.task)
    question.housed = line.housed
    question.takeHomes(try homesAhead(from: today + 1))
    question.stand(for: weight)
    if let runs { question.runs = runs }
    return Basis(question: question, hazards: hasMore ? Hazards(counts) : country.hazards)
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
    let country = try country(on: ledger.today)
    var (own, others) = ([Spell](), [Spell]())
    let weight = try eachHousehold(of: area, on: ledger.today) { own += $1 }
    if area != .country {
      let here = Set(own.lazy.map(\.household))
      try eachHousehold(of: .country, on: ledger.today) { if !here.contains($0) { others += $1 } }
    }
    let first = country.counts.window.first
    return Backtest(
      History(own, since: first), paces: History(own + others, since: first), today: ledger.today, in: area.codes,
      tasks: { period in
        let line = ledger.line(area, in: period)
        // A share of the households for the same share of the task.
        return line.target.persons == nil ? nil : line.task / weight
      }, proceed: proceed)
  }

  /// The spells of one household after the other, in the order in which they began; the country is sampled.
  /// - Returns: how many households each stands for.
  @discardableResult
  private func eachHousehold(
    of area: Area, on today: Day, _ take: (DossierID, [Spell]) -> Void
  ) throws(CasebookFailure) -> Int {
    let counting = rules.counting
    return try casebook.eachWay(area, since: today - Self.reach, about: area == .country ? sampled : nil) { way in
      let spells = way.forecastSpells(counting).sorted { ($0.from, $0.stage) < ($1.from, $1.stage) }
      if !spells.isEmpty { take(way.id, spells) }
    }
  }

  func country(on today: Day) throws(CasebookFailure) -> Country {
    let changes = try casebook.changesSeen()
    if let known = country.with({ $0 }), known.day == today,
      changes - known.changes <= known.households.count * known.weight / Self.newsThatMatters
    {
      return known
    }
    var (counts, households, first) = (SpellCounts(in: .init(first: today, last: today)), Set<DossierID>(), today)
    func read(since start: Day) throws(CasebookFailure) -> Int {
      counts = SpellCounts(in: ObservationWindow(first: start, last: today))
      return try eachHousehold(of: .country, on: today) { household, spells in
        households.insert(household)
        first = min(first, spells[0].from)
        for spell in spells { counts.add(spell) }
      }
    }
    var weight = try read(since: today - Self.reach)
    // Where all stories are younger they are read again: no day counts of which none tells.
    if first > today - Self.reach { weight = try read(since: first) }
    let read = Country(
      changes: changes, day: today, households: households, counts: counts, hazards: Hazards(counts), weight: weight)
    country.with { $0 = read }
    return read
  }
}

extension Area {
  /// nil: the country, with whoever has no municipality.
  var codes: Set<String>? { self == .country ? nil : Set(municipalities) }
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
