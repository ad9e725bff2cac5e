import Journey
import Quota

extension Way {
  /// What a forecast learns from: the stays between permit and home with the exit that ended each, and how long relatives
  /// were awaited in the home.
  ///
  /// - Parameter counting: the rules by which the persons of this way count.
  func forecastSpells(_ counting: [CountingRule]) -> [Spell] {
    func counted(_ isMeant: (CountingRule.Occasion) -> Bool) -> [Realisation] {
      let rules = counting.filter { $0.on.contains(where: isMeant) }.map(\.code)
      return realisations.filter { rules.contains($0.rule) }
    }
    return staysOnTheWay(counted(\.isBeforeHome)) + reunions(counted { $0 == .relatives })
  }

  // MARK: - On the way

  private func staysOnTheWay(_ counted: [Realisation]) -> [Spell] {
    let all = spells
    return all.enumerated().flatMap { index, spell in
      Stage.wayHome.contains(spell.stage)
        ? cut(spell, counted, before: all.indices.contains(index + 1) ? all[index + 1] : nil) : []
    }
  }

  /// Whoever counts already, as minors in small-scale reception do, does not count again at the move: from that day on the
  /// household counts fewer.
  private func cut(_ spell: StageSpell, _ counted: [Realisation], before next: StageSpell?) -> [Spell] {
    let cuts = counted.map(\.day).filter { day in day > spell.from && spell.until.map { day < $0 } ?? true }
    let starts = [spell.from] + Set(cuts).sorted()
    return starts.enumerated().map { place, from in
      let isLast = place + 1 == starts.count
      let gone = counted.reduce(0) { $1.day <= from ? $0 + $1.persons : $0 }
      return Spell(
        household: id, stage: spell.stage, municipality: Reference.present(spell.municipality),
        stratum: Stratum(persons: spell.members, awaitsRelatives: spell.relatives > 0),
        persons: max(0, max(1, spell.persons) - gone), relatives: spell.relatives, since: spell.since, from: from,
        until: isLast ? spell.until : starts[place + 1], exit: isLast ? exit(spell, next) : nil,
        blockers: spell.blockers.map { .init($0.code, since: max($0.from, spell.since), until: $0.until) })
    }
  }

  private func exit(_ spell: StageSpell, _ next: StageSpell?) -> Exit? {
    guard let stage = spell.next else { return nil }
    if stage == .closed { return .ended }
    if let next, Reference.isElsewhere(next.municipality, from: spell.municipality) { return .elsewhere }
    return stage == spell.stage ? nil : .to(stage)
  }

  // MARK: - Relatives

  /// In the home, one for each group that came together or is awaited still, whole from the day it was announced or the
  /// household had its home.
  ///
  /// - Parameter joined: those who came to the home and count.
  private func reunions(_ joined: [Realisation]) -> [Spell] {
    guard let home else { return [] }
    var (open, done): ([(from: Day, persons: Int)], [Spell]) = ([], [])
    var (awaited, counted, municipality) = (0, 0, "")
    func spell(_ persons: Int, _ from: Day, _ until: Day? = nil, _ exit: Exit? = nil) -> Spell {
      Spell(
        household: id, stage: .housed, municipality: Reference.present(municipality),
        stratum: Stratum(persons: persons, awaitsRelatives: true), persons: persons, from: from, until: until,
        exit: exit)
    }
    for leg in legs where leg.from >= home {
      let now = leg.stage == .housed || leg.stage == .aftercare ? leg.relatives : 0
      var leaving = awaited - now
      while leaving > 0, let first = open.first {
        let group = min(leaving, first.persons)
        // Who came and counts; the others were withdrawn, or came where nobody counts.
        let came = min(group, joined.reduce(0) { $1.day <= leg.from ? $0 + $1.persons : $0 } - counted)
        if came > 0 { done.append(spell(came, first.from, leg.from, .joined)) }
        if came < group { done.append(spell(group - max(0, came), first.from, leg.from, .ended)) }
        counted += max(0, came)
        leaving -= group
        if group == first.persons { open.removeFirst() } else { open[0].persons -= group }
      }
      if now > awaited { open.append((leg.from, now - awaited)) }
      awaited = now
      municipality = leg.municipality
    }
    return done + open.map { spell($0.persons, $0.from) }
  }
}
