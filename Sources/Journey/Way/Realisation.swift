/// Persons who count for the task (taakstelling) of a municipality from a day on.
public struct Realisation: Hashable, Sendable {
  public var day: Day
  /// CBS code: for whom they counted on that day, whatever became of the link; empty where none was known.
  public var municipality: String
  public var persons: Int
  /// The counting rule of the rulebook by which they count.
  public var rule: String

  public init(day: Day, municipality: String, persons: Int, rule: String) {
    (self.day, self.municipality, self.persons, self.rule) = (day, municipality, persons, rule)
  }

  /// The rule by which a minor counts before the move.
  public static let smallScale = "small-scale"
  /// The rule by which relatives count who come to live with a household that has its home.
  public static let relatives = "relatives"
}

extension Dossier {
  /// Who counted for whose task, when and by which rule of the day, in order of the story. Nobody counts twice
  /// (Huisvestingswet 2014 art. 28-29; domain 3.4).
  public func realisations(_ rules: Rulebook) -> [Realisation] { way(rules).realisations }
}

/// Counts persons as the story goes on.
struct RealisationCount {
  private(set) var all: [Realisation] = []
  private let rules: [Rulebook.Named]
  private let isSplitOff: Bool
  /// Counted already, here or in the dossier they came from; or never to be counted.
  private(set) var settled: Set<PersonID> = []
  private var hasGuarded = false
  /// Since when there is a link.
  private var linked: Day?
  /// Since when they live in small-scale reception.
  private var guardedSince: [PersonID: Day] = [:]

  init(_ dossier: Dossier, _ rules: [Rulebook.Named]) {
    self.rules = rules
    isSplitOff = dossier.story.contains { if case .splitFrom = $0.body { true } else { false } }
  }

  /// Counts who turned 15 since the event before, as things stood until this day.
  mutating func pass(_ day: Day, _ dossier: Dossier) {
    if hasGuarded, dossier.outcome == nil { guarded(day, dossier) }
  }

  /// - Parameters:
  ///   - before: the persons as they were, where the event gives a home.
  ///   - dossier: after the event.
  mutating func add(_ event: Event, before: [Person], wasHoused: Bool, _ dossier: Dossier) {
    switch event.body {
    case .registered(let registered):
      for person in registered.persons { came(person, countedElsewhere: isSplitOff) }
    case .householdJoined(let join): for person in join.persons { came(person, countedElsewhere: true) }
    // Whoever comes where the others already live leaves no reception for it.
    case .born(let added), .memberAdded(let added): if wasHoused, !settled.isEmpty { settled.insert(added.person.id) }
    case .guardianshipSet: hasGuarded = true
    case .moved, .secondMove, .ownHomeFound:
      house(event.day, before, dossier, rule: "moved") { $0 != .home && $1 == .home }
    case .temporaryPlaced(let home):
      house(event.day, before, dossier, rule: home.kind.countingRule) { $0 != .home && $1 == .temporary }
    case .relativesArrived(let arrival) where arrival.toHome:
      // A place that does not count does not begin to by who joins there.
      if case .temporary(let kind, _)? = dossier.housing?.kind, !holds(kind.countingRule, event.day) { break }
      house(event.day, before, dossier, rule: Realisation.relatives) { $0 == .abroad && $1 != .abroad }
    default: break
    }
    linked = dossier.link == nil ? nil : linked ?? event.day
    guard hasGuarded else { return }
    for person in dossier.persons {
      let isGuarded = person.guardianship == .smallScale && person.place == .guardian
      guardedSince[person.id] = isGuarded ? guardedSince[person.id] ?? event.day : nil
    }
    guarded(event.day, dossier)
  }

  private mutating func came(_ person: Person, countedElsewhere: Bool) {
    if person.place == .home || person.place == .temporary { settled.insert(person.id) }
    guard person.guardianship == .smallScale else { return }
    hasGuarded = true
    if countedElsewhere { settled.insert(person.id) }
  }

  private func holds(_ rule: String, _ day: Day) -> Bool {
    rules.contains { $0.code == rule && $0.validity.covers(day) }
  }

  /// - Parameter isHoused: by where a person was and is.
  private mutating func house(
    _ day: Day, _ before: [Person], _ dossier: Dossier, rule: String,
    where isHoused: (Person.Place, Person.Place) -> Bool
  ) {
    guard holds(rule, day) else { return }
    var count = 0
    for person in dossier.persons {
      guard let was = before.first(where: { $0.id == person.id })?.place, isHoused(was, person.place),
        settled.insert(person.id).inserted
      else { continue }
      count += 1
    }
    put(count, day, dossier, rule)
  }

  /// A minor in small-scale reception counts from the day on which there is a link, a guardian and the age of 15: the last
  /// of these, whatever happened to be recorded after it.
  private mutating func guarded(_ day: Day, _ dossier: Dossier) {
    guard let linked else { return }
    var counts: [Day: Int] = [:]
    for person in dossier.persons {
      guard let birth = person.birth, let since = guardedSince[person.id] else { continue }
      let ready = max(linked, since, birth.birthday(15))
      guard ready <= day, holds(Realisation.smallScale, ready), settled.insert(person.id).inserted else { continue }
      counts[ready, default: 0] += 1
    }
    for (ready, count) in counts.sorted(by: { $0.key < $1.key }) { put(count, ready, dossier, Realisation.smallScale) }
  }

  private mutating func put(_ persons: Int, _ day: Day, _ dossier: Dossier, _ rule: String) {
    guard persons > 0 else { return }
    all.append(Realisation(day: day, municipality: dossier.municipality ?? "", persons: persons, rule: rule))
  }
}

extension Event.TemporaryHome.Kind {
  /// A temporary home is a home, but for schemes that have a rule of their own.
  fileprivate var countingRule: String {
    switch self {
    case .har: "har"
    case .throughFlow: "through-flow"
    case .flex, .other: "moved"
    }
  }
}

extension Event.Body {
  /// Can bring persons under a roof of their own.
  var housesSomebody: Bool {
    switch self {
    case .moved, .secondMove, .ownHomeFound, .temporaryPlaced, .relativesArrived: true
    default: false
    }
  }
}
