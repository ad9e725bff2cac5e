import Journey

/// One dossier on screen: what it says, and where one is in it.
struct DossierState: Sendable {
  enum Pane: Int, CaseIterable, Sendable { case story, household, network, needs }

  var dossier: Dossier
  var standing: Standing
  var river: [RiverLine]
  /// Who is around the household, whoever has the turn first.
  var people: [Around]
  /// Parties that are to do something and are not among them: nobody is known there by name.
  var unnamed: [PartyID]
  /// Whom the days were spent waiting for, through the day it was read.
  var waited: [Waited]
  /// What the story pane shows when it shows the plan.
  var plan: [PlanLine]
  var showsPlan = false
  var planRow = 0
  var pane = Pane.story
  /// The cursor in the story, by identity.
  var cursor: RiverLine.Key?
  var person = 0
  var networkRow = 0
  /// Persons whose numbers are shown in full: asked for, and logged.
  var shown: Set<PersonID> = []
  /// Only lines about this person; nil for all.
  var filter: PersonID?

  init(_ dossier: Dossier, rules: Rulebook, today: Day) {
    self.dossier = dossier
    standing = dossier.standing(rules)
    river = RiverLine.all(dossier, standing)
    people = dossier.around(standing.turn)
    unnamed = dossier.unnamed(standing, beside: people)
    waited = dossier.waited(rules, through: today)
    plan = PlanLine.all(dossier, standing)
    cursor = river.first { $0.isPast }?.key ?? river.last?.key
  }

  var id: DossierID { dossier.id }

  /// Who is under the cursor of the network.
  var personAtHand: Around? {
    pane == .network && people.indices.contains(networkRow) ? people[networkRow] : nil
  }

  /// Since when somebody is quiet.
  func quiet(_ entry: Around) -> Day? { dossier.quietSince(entry, standing.turn) }

  /// Whoever has the turn is quiet for longer than the rules allow.
  func isSilent(_ entry: Around, _ rules: Rulebook, today: Day) -> Bool {
    guard entry.hasTurn, let since = quiet(entry), let limit = rules.silenceLimit(entry.contact.party, dossier.stage)
    else { return false }
    return today - since > limit
  }

  /// The lines at hand: all, or those about one person.
  var lines: [RiverLine] { filter.map { person in river.filter { $0.isAbout(person) } } ?? river }
  var cursorIndex: Int { lines.firstIndex { $0.key == cursor } ?? 0 }
  var current: RiverLine? { lines.first { $0.key == cursor } }

  /// The same place in a newer state of the dossier.
  func renewed(_ dossier: Dossier, rules: Rulebook, today: Day) -> DossierState {
    var new = self
    new.dossier = dossier
    new.standing = dossier.standing(rules)
    new.river = RiverLine.all(dossier, new.standing)
    new.people = dossier.around(new.standing.turn)
    new.unnamed = dossier.unnamed(new.standing, beside: new.people)
    new.waited = dossier.waited(rules, through: today)
    new.plan = PlanLine.all(dossier, new.standing)
    new.planRow = min(planRow, max(0, new.plan.count - 1))
    if case .event(let id)? = cursor,
      let line = new.lines.first(where: { $0.folded?.events.contains { $0.id == id } == true })
    {
      new.cursor = line.key
    }
    if !new.lines.contains(where: { $0.key == new.cursor }) {
      new.cursor = new.lines.isEmpty ? nil : new.lines[min(cursorIndex, new.lines.count - 1)].key
    }
    new.person = min(person, max(0, dossier.persons.count - 1))
    let whom = people.indices.contains(networkRow) ? people[networkRow].contact : nil
    new.networkRow =
      new.people.firstIndex { $0.contact == whom } ?? min(networkRow, max(0, new.people.count - 1))
    return new
  }

  /// The lines about one person alone; nil: all of them again.
  mutating func show(only person: PersonID?) {
    filter = person
    if current == nil, let line = lines.first(where: \.isPast) ?? lines.last { cursor = line.key }
  }

  mutating func move(_ steps: Int) {
    switch pane {
    case .story where showsPlan: planRow = min(max(0, planRow + steps), max(0, plan.count - 1))
    case .story:
      let lines = lines
      guard !lines.isEmpty else { return }
      cursor = lines[min(max(0, cursorIndex + steps), lines.count - 1)].key
    case .household:
      person = min(max(0, person + steps), max(0, dossier.persons.count - 1))
    case .network: networkRow = min(max(0, networkRow + steps), max(0, people.count - 1))
    case .needs: break
    }
  }

  mutating func turn(_ panes: Int) {
    let all = Pane.allCases
    pane = all[(pane.rawValue + panes + all.count) % all.count]
  }
}
