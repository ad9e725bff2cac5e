extension Dossier {
  /// Goes through the story as it counts now, event by event, and says where every day went.
  ///
  /// An event recorded late changes nothing before the stage it happened in; the day on which a stage was left outweighs
  /// who was said to have the turn after it.
  public func way(_ rules: Rulebook) -> Way { wayAndAnswers(rules).way }

  /// The same, with how those who had the turn answered on it.
  public func wayAndAnswers(_ rules: Rulebook) -> (way: Way, answers: AnswerCount) {
    var walk = WayWalk(self, rules)
    for event in story where !takenBack.contains(event.id) { walk.go(effective(event)) }
    // Whoever was entered in error was never housed.
    if outcome != .enteredInError {
      walk.way.realisations = walk.count.all
      walk.cut()
    }
    walk.attention.finish(walk.past, walk.way)
    walk.way.attention = walk.attention.attention
    return (walk.way, walk.answers)
  }

  /// Whose turn it is: that of ``standing(_:)``, without looking at the steps that do not decide it.
  ///
  /// - Parameter exits: the steps that leave a stage, in the order of the rulebook.
  func partyToAct(_ exits: [StepRule]) -> PartyID? {
    guard outcome == nil else { return nil }
    if let turn { return turn.contact.party }
    var latest: (since: Day, owner: PartyID)?
    for rule in exits {
      if case .stage(let left) = rule.leaves, left != stage { continue }
      let owners: [Person?] = rule.reach == .household ? [nil] : persons.filter(\.counts)
      for person in owners {
        guard let since = openSince(rule, person) else { continue }
        if rule.leaves == .any { return rule.owner }
        if latest.map({ since >= $0.since }) ?? true { latest = (since, rule.owner) }
      }
    }
    return latest?.owner
  }
}

/// The household as it was on the way, and what was said of it so far.
private struct WayWalk {
  var past: Dossier
  var way: Way
  var count: RealisationCount
  var answers = AnswerCount()
  var attention: AttentionCount
  private let exits: [StepRule]
  /// The first leg of the stage it is in.
  private var spell = 0
  /// Who belonged to the household on each leg.
  private var members: [[PersonID]] = []
  /// From which day somebody is not to be counted for the task any more.
  private var settled: [PersonID: Day] = [:]

  init(_ dossier: Dossier, _ rules: Rulebook) {
    past = Dossier(id: dossier.id)
    way = Way(id: dossier.id)
    count = RealisationCount(dossier, rules.counting)
    attention = AttentionCount(rules)
    exits = rules.steps.filter { $0.leaves != .none }
  }

  mutating func go(_ event: Event) {
    let before = event.body.housesSomebody ? past.persons : []
    let (wasHoused, blockers, counted) = (past.housing != nil, past.blockers, count.all.count)
    count.pass(event.day, past)
    past.fold(event)
    if past.blockers != blockers { block(blockers, event.day) }
    count.add(event, before: before, wasHoused: wasHoused, past)
    settle(count.all[counted...], event.day)
    let party = past.partyToAct(exits)
    let holder = past.turn.map { past.meant($0.contact) } ?? party.map(past.contact(at:))
    attention.add(event, turn: party, answer: answers.add(event, turn: holder, past), past)
    let leg = Leg(
      stage: past.stage, party: party ?? PartyID(""), municipality: past.municipality ?? "",
      from: event.day, persons: past.persons.count(where: \.counts),
      relatives: past.persons.count { $0.place == .abroad })
    let day = take(leg)
    members.removeLast(members.count + 1 - way.legs.count)
    members.append(past.persons.compactMap { $0.counts ? $0.id : nil })
    if case .permitGranted = event.body { way.permit = day }
    if past.housing != nil, way.home == nil { way.home = day }
  }

  /// Whoever came to count does so from the day that says; whoever is never to be counted, from when that was known.
  private mutating func settle(_ counted: ArraySlice<Realisation>, _ day: Day) {
    guard count.settled.count > settled.count else { return }
    let fresh = count.settled.filter { settled[$0] == nil }.sorted()
    let days = counted.flatMap { Array(repeating: $0.day, count: $0.persons) }
    for (place, id) in fresh.enumerated() { settled[id] = place < days.count ? days[place] : day }
  }

  /// Cuts the legs on which somebody on the way came to count.
  mutating func cut() {
    for (index, leg) in way.legs.enumerated().reversed() where Stage.onTheWay.contains(leg.stage) {
      let days = members[index].compactMap { settled[$0] }.filter { day in leg.until.map { day < $0 } ?? true }
      if days.isEmpty { continue }
      let starts = [leg.from] + Set(days.filter { leg.from < $0 }).sorted()
      let parts = starts.enumerated().map { place, from in
        var part = leg
        part.from = from
        if place + 1 < starts.count { part.until = starts[place + 1] }
        part.settled = days.count { $0 <= from }
        return part
      }
      way.legs.replaceSubrange(index...index, with: parts)
    }
  }

  /// What stands now and did not before was raised, and the other way round.
  private mutating func block(_ before: [Dossier.OpenBlocker], _ day: Day) {
    for one in before where !past.blockers.contains(where: { $0.code == one.code }) {
      guard let index = way.blockers.lastIndex(where: { $0.code == one.code && $0.until == nil }) else { continue }
      way.blockers[index].until = max(day, way.blockers[index].from)
    }
    for one in past.blockers where !before.contains(where: { $0.code == one.code }) {
      way.blockers.append(Blockage(one.code, from: one.since))
    }
  }

  /// Makes it the last leg; the day from which it counts.
  private mutating func take(_ leg: Leg) -> Day {
    var leg = leg
    guard let last = way.legs.last else {
      way.legs.append(leg)
      return leg.from
    }
    if leg.isLike(last) { return max(leg.from, last.from) }
    if leg.stage == last.stage {
      leg.from = max(leg.from, last.from)
      if leg.from == last.from {
        way.legs.removeLast()
        // Back to what it was before, on the same day.
        if way.legs.count > spell, way.legs[way.legs.count - 1].isLike(leg) {
          way.legs[way.legs.count - 1].until = nil
          return leg.from
        }
      } else {
        way.legs[way.legs.count - 1].until = leg.from
      }
      way.legs.append(leg)
      return leg.from
    }
    // A permit may be older than the dossier.
    if spell == 0 { way.legs[0].from = min(way.legs[0].from, leg.from) }
    leg.from = max(leg.from, way.legs[spell].from)
    while way.legs.count - 1 > spell, way.legs[way.legs.count - 1].from >= leg.from { way.legs.removeLast() }
    way.legs[way.legs.count - 1].until = leg.from
    way.legs.append(leg)
    spell = way.legs.count - 1
    return leg.from
  }
}
