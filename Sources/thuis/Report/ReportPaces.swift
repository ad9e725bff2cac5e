import Casebook
import Journey
import Quota

/// What a forecast of an area is made of, read from the stories.
struct ReportPaces {
  /// Days back that stories are read: older paces say little about today's.
  private static let reach = 730

  let question: Forecast.Question
  let hazards: Hazards
  /// For a back-test.
  let history: History
  /// Households that each way of the history stands for: more than 1 where the country is sampled.
  let weight: Int

  init(_ line: LedgerLine, in casebook: Casebook, on today: Day) throws {
    let since = today - Self.reach
    let sample = try casebook.sampleOfWays(since: since)
    let paces = sample.ways.flatMap(\.forecastSpells)
    let isCountry = line.area == .country
    let own =
      isCountry && sample.weight == 1 ? paces : try casebook.ways(line.area, since: since).flatMap(\.forecastSpells)
    let first = max(since, paces.lazy.map(\.from).min() ?? today)
    var counts = SpellCounts(paces, in: ObservationWindow(first: first, last: today))
    if !isCountry, sample.weight > 1 {
      // A sample has few of a small municipality: its own come besides, those in both once.
      let known = Set(paces.lazy.map(\.household))
      for spell in own where !known.contains(spell.household) { counts.add(spell) }
    }
    hazards = Hazards(counts)
    // Trying a forecast on the whole country many times over would take minutes; an even share of it does.
    history = History(isCountry ? paces : own, since: first)
    weight = isCountry ? sample.weight : 1
    var question = History(own, since: first).question(
      on: today, for: line.period, in: isCountry ? nil : Set(line.area.municipalities),
      task: line.target.persons == nil ? nil : line.task)
    question.housed = line.housed
    self.question = question
  }

  func backTest(_ area: Area, _ ledger: Ledger, proceed: (Int, Int) -> Bool) -> Backtest {
    Backtest(
      history, today: ledger.today, in: area == .country ? nil : Set(area.municipalities),
      tasks: { period in
        let line = ledger.line(area, in: period)
        return line.target.persons == nil ? nil : line.task / weight
      }, proceed: proceed)
  }
}

extension Way {
  /// Stays between permit and home, with the exit that ended each.
  fileprivate var forecastSpells: [Spell] {
    let all = spells
    return all.enumerated().compactMap { index, spell in
      guard Stage.wayHome.contains(spell.stage) else { return nil }
      let persons = max(1, spell.persons)
      let stratum = Stratum(persons: persons + (spell.awaitsRelatives ? 1 : 0), awaitsRelatives: spell.awaitsRelatives)
      return Spell(
        household: spell.dossier, stage: spell.stage, municipality: spell.municipality, stratum: stratum,
        persons: persons, from: spell.from, until: spell.until,
        exit: spell.exit(before: all.indices.contains(index + 1) ? all[index + 1] : nil),
        blockers: spell.blockers.map { .init($0, since: spell.from) })
    }
  }
}

extension StageSpell {
  fileprivate func exit(before later: StageSpell?) -> Exit? {
    guard let next else { return nil }
    if next == .closed { return .ended }
    if let later, !municipality.isEmpty, !later.municipality.isEmpty, later.municipality != municipality {
      return .elsewhere
    }
    return .to(next)
  }
}
