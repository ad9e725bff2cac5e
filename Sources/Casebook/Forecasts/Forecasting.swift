import Foundation
import Journey
import Quota

/// Makes forecasts from the stories: who waits, how fast stages are left, who was linked in recent weeks.
///
/// The paces of the country are read once and used for every area, until the casebook changes or the day does.
public final class Forecasting: Sendable {
  /// Days back that stories are read: older paces say little about today's.
  public static let reach = 730

  /// What a forecast of an area is made of.
  public struct Basis: Sendable {
    public var question: Forecast.Question
    public var hazards: Hazards
    /// For a back-test.
    public var history: History
    /// Households that each of the history stands for: more than 1 where the country is sampled.
    public var weight: Int
  }

  let casebook: Casebook
  let rules: Rulebook
  private let runs: Int?

  private struct Country: Sendable {
    var changes: Int
    var day: Day
    var spells: [Spell]
    var weight: Int
  }
  private let country = Mutexed<Country?>(nil)

  private struct Account: Sendable {
    var changes: Int
    var ledger: Ledger
  }
  private let account = Mutexed<Account?>(nil)

  /// - Parameter runs: half-years played for each; nil: as many as the method asks.
  public init(_ casebook: Casebook, rules: Rulebook, runs: Int? = nil) {
    (self.casebook, self.rules, self.runs) = (casebook, rules, runs)
  }

  /// The account as it stands, read again only when the casebook changed.
  public func ledger(on today: Day) throws(CasebookFailure) -> Ledger {
    let changes = try casebook.changesSeen()
    if let known = account.with({ $0 }), known.changes == changes, known.ledger.today == today { return known.ledger }
    let ledger = try casebook.ledger(rules: rules, today: today)
    account.with { $0 = Account(changes: changes, ledger: ledger) }
    return ledger
  }

  /// - Parameter line: the area's line of the ledger, for what was housed and what there is to do.
  public func basis(_ line: LedgerLine, on today: Day) throws(CasebookFailure) -> Basis {
    let whole = try paces(on: today)
    let codes: Set<String>? = line.area == .country ? nil : Set(line.area.municipalities)
    let own =
      line.area == .country
      ? whole.spells : try casebook.ways(line.area, since: today - Self.reach).flatMap { $0.forecastSpells(rules) }
    let first = max(today - Self.reach, whole.spells.lazy.map(\.from).min() ?? today)
    var counts = SpellCounts(whole.spells, in: ObservationWindow(first: first, last: today))
    if line.area != .country, whole.weight > 1 {
      // A sample of the country has few of a small municipality: its own come besides, those in both once.
      let known = Set(whole.spells.lazy.map(\.household))
      for spell in own where !known.contains(spell.household) { counts.add(spell) }
    }
    let history = History(own, since: first)
    var question = history.question(
      on: today, for: line.period, in: codes, task: line.target.persons == nil ? nil : line.task)
    question.housed = line.housed
    let weight = line.area == .country ? whole.weight : 1
    question.stand(for: weight)
    if let runs { question.runs = runs }
    return Basis(question: question, hazards: Hazards(counts), history: history, weight: weight)
  }

  /// A forecast of the area as it is kept; in it the reason where there is too little to go by.
  ///
  /// Reads all dossiers of the area, and plays many half-years: takes from milliseconds to seconds.
  public func forecast(_ line: LedgerLine, on today: Day) throws(CasebookFailure) -> KeptForecast {
    let changes = try casebook.changesSeen()
    let basis = try basis(line, on: today)
    let outcome: KeptForecast.Outcome
    do throws(TooLittle) {
      outcome = .figures(.init(try Forecast(basis.question, by: basis.hazards)))
    } catch {
      outcome = .tooLittle(error.words)
    }
    return KeptForecast(line.area, line.period, day: today, changes: changes, outcome)
  }

  /// How well forecasts of an area would have done in the half-years of the stories that are read.
  ///
  /// - Parameter proceed: asked before each origin, with its place and how many there are; false stops there.
  public func backTest(
    _ area: Area, _ ledger: Ledger, proceed: (Int, Int) -> Bool = { _, _ in true }
  ) throws(CasebookFailure) -> Backtest {
    let basis = try basis(ledger.line(area, in: HalfYear(holding: ledger.today)), on: ledger.today)
    return Backtest(
      basis.history, today: ledger.today, in: area == .country ? nil : Set(area.municipalities),
      tasks: { period in
        let line = ledger.line(area, in: period)
        // A share of the households for the same share of the task.
        return line.target.persons == nil ? nil : line.task / basis.weight
      }, proceed: proceed)
  }

  private func paces(on today: Day) throws(CasebookFailure) -> Country {
    let changes = try casebook.changesSeen()
    if let known = country.with({ $0 }), known.changes == changes, known.day == today { return known }
    let sample = try casebook.sampleOfWays(since: today - Self.reach)
    let read = Country(
      changes: changes, day: today, spells: sample.ways.flatMap { $0.forecastSpells(rules) }, weight: sample.weight)
    country.with { $0 = read }
    return read
  }
}

extension KeptForecast.Figures {
  public init(_ forecast: Forecast) {
    self.init(
      p15: forecast.total.p15, p50: forecast.total.p50, p85: forecast.total.p85, chance: forecast.chance,
      households: forecast.households, spells: forecast.spells,
      weeks: forecast.cone.map { .init($0.day, p15: $0.band.p15, p50: $0.band.p50, p85: $0.band.p85) })
  }
}

extension Forecast.Question {
  /// Of an even sample, in which each household stands for so many.
  mutating func stand(for weight: Int) {
    guard weight > 1 else { return }
    // Numbers of their own below 0, so that each draws its own chances.
    waiting = waiting.flatMap { one in
      (0..<weight).map { copy in
        var other = one
        if copy > 0 { other.household = DossierID(value: -(one.household.value * Int64(weight) + Int64(copy))) }
        return other
      }
    }
    recentWeeks = recentWeeks.map { week in week.flatMap { [Arrival](repeating: $0, count: weight) } }
    // As many draws as for twenty thousand households, so that it takes as long.
    runs = max(1_000, min(runs, runs * 20_000 / max(1, waiting.count)))
  }
}

extension Way {
  /// Stays between permit and home, with the exit that ended each.
  func forecastSpells(_ rules: Rulebook) -> [Spell] {
    let all = spells
    return all.enumerated().compactMap { index, spell in
      guard Stage.wayHome.contains(spell.stage) else { return nil }
      let next = all.indices.contains(index + 1) ? all[index + 1] : nil
      let persons = max(1, spell.persons)
      // Whoever counts from the link on does not count again at the move.
      let counted = realisations.reduce(0) { sum, one in
        let isBefore = spell.until.map { one.day < $0 } ?? true
        return one.rule == Realisation.smallScale && isBefore ? sum + one.persons : sum
      }
      let stratum = Stratum(
        persons: persons + (spell.awaitsRelatives ? 1 : 0), awaitsRelatives: spell.awaitsRelatives)
      return Spell(
        household: spell.dossier, stage: spell.stage, municipality: spell.municipality, stratum: stratum,
        persons: max(0, persons - counted), from: spell.from, until: spell.until, exit: exit(spell, next),
        blockers: spell.blockers.map { .init($0.code, since: max($0.from, spell.from), until: $0.until) })
    }
  }

  private func exit(_ spell: StageSpell, _ next: StageSpell?) -> Exit? {
    guard let stage = spell.next else { return nil }
    if stage == .closed { return .ended }
    if let next, !spell.municipality.isEmpty, !next.municipality.isEmpty, next.municipality != spell.municipality {
      return .elsewhere
    }
    return .to(stage)
  }
}
