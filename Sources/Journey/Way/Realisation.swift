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
}

extension Dossier {
  /// Who counted for whose task, when and by which rule of the day, in order of the story. Nobody counts twice
  /// (Huisvestingswet 2014 art. 28-29; domain 3.4).
  public func realisations(_ rules: Rulebook) -> [Realisation] { way(rules).realisations }
}

/// Counts persons as the story goes on.
struct RealisationCount {
  private(set) var all: [Realisation] = []
  private let rules: [CountingRule]
  /// By which somebody may count before there is a home.
  private let early: Set<CountingRule.Occasion>
  private let isSplitOff: Bool
  /// Counted already, here or in the dossier they came from; or never to be counted.
  private(set) var settled: Set<PersonID> = []
  /// Somebody stays or stayed where persons may count before there is a home.
  private var hasEarly = false
  /// Since when there is a link.
  private var linked: Day?
  /// Where persons stay before there is a home, and since when.
  private var stays: [PersonID: Stay] = [:]

  private struct Stay {
    var occasion: CountingRule.Occasion
    var since: Day
  }

  /// From when somebody counts, and by which rule.
  private struct Ready: Hashable {
    var day: Day
    var rule: String
  }

  init(_ dossier: Dossier, _ rules: [CountingRule]) {
    self.rules = rules
    early = Set(rules.flatMap(\.on).filter(\.isBeforeHome))
    isSplitOff = dossier.story.contains { if case .splitFrom = $0.body { true } else { false } }
  }

  /// Counts who reached the age since the event before, as things stood until this day.
  mutating func pass(_ day: Day, _ dossier: Dossier) {
    if hasEarly, dossier.outcome == nil { countEarly(day, dossier) }
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
    case .guardianshipSet: hasEarly = hasEarly || !early.isEmpty
    case .guestStayStarted: hasEarly = hasEarly || early.contains(.guest)
    case .moved: house(event.day, before, dossier, .moved) { $0 != .home && $1 == .home }
    case .secondMove: house(event.day, before, dossier, .secondMove) { $0 != .home && $1 == .home }
    case .ownHomeFound: house(event.day, before, dossier, .ownHomeFound) { $0 != .home && $1 == .home }
    case .temporaryPlaced(let home):
      house(event.day, before, dossier, CountingRule.Occasion(home.kind)) { $0 != .home && $1 == .temporary }
    case .relativesArrived(let arrival) where arrival.toHome:
      // A place that does not count does not begin to by who joins there.
      if case .temporary(let kind, _)? = dossier.housing?.kind,
        deciding(CountingRule.Occasion(kind), on: event.day) == nil
      {
        break
      }
      house(event.day, before, dossier, .relatives) { $0 == .abroad && $1 != .abroad }
    default: break
    }
    linked = dossier.link == nil ? nil : linked ?? event.day
    guard hasEarly else { return }
    for person in dossier.persons {
      let occasion = person.stayBeforeHome
      guard stays[person.id]?.occasion != occasion else { continue }
      stays[person.id] = occasion.map { Stay(occasion: $0, since: event.day) }
    }
    countEarly(event.day, dossier)
  }

  private mutating func came(_ person: Person, countedElsewhere: Bool) {
    if person.place == .home || person.place == .temporary { settled.insert(person.id) }
    let isGuest = person.place == .guest && early.contains(.guest)
    guard isGuest || person.guardianship.map({ early.contains(CountingRule.Occasion($0)) }) == true else { return }
    hasEarly = true
    if countedElsewhere { settled.insert(person.id) }
  }

  /// The first rule in force on the day decides; nil: nobody counts by it.
  private func deciding(_ occasion: CountingRule.Occasion, on day: Day) -> CountingRule? {
    rules.first { $0.on.contains(occasion) && $0.validity.covers(day) }
  }

  /// - Parameter isHoused: by where a person was and is.
  private mutating func house(
    _ day: Day, _ before: [Person], _ dossier: Dossier, _ occasion: CountingRule.Occasion,
    where isHoused: (Person.Place, Person.Place) -> Bool
  ) {
    guard let rule = deciding(occasion, on: day) else { return }
    var count = 0
    for person in dossier.persons {
      guard let was = before.first(where: { $0.id == person.id })?.place, isHoused(was, person.place),
        settled.insert(person.id).inserted
      else { continue }
      count += 1
    }
    put(count, day, dossier, rule.code)
  }

  /// Whoever stays where one counts before there is a home counts from the day on which there is a link, the stay and the
  /// age: the last of these, whatever happened to be recorded after it.
  private mutating func countEarly(_ day: Day, _ dossier: Dossier) {
    guard let linked else { return }
    var counts: [Ready: Int] = [:]
    for person in dossier.persons where !settled.contains(person.id) {
      guard let stay = stays[person.id], let ready = ready(person, stay.occasion, from: max(linked, stay.since)),
        ready.day <= day
      else { continue }
      settled.insert(person.id)
      counts[ready, default: 0] += 1
    }
    for (ready, count) in counts.sorted(by: { ($0.key.day, $0.key.rule) < ($1.key.day, $1.key.rule) }) {
      put(count, ready.day, dossier, ready.rule)
    }
  }

  /// nil: by no rule, or not with this date of birth.
  private func ready(_ person: Person, _ occasion: CountingRule.Occasion, from start: Day) -> Ready? {
    let all = rules.filter { $0.on.contains(occasion) }.compactMap { rule -> Ready? in
      var day = start
      if let age = rule.age {
        guard let birth = person.birth else { return nil }
        day = max(day, birth.birthday(age))
      }
      // Where one rule takes over from another, whoever fulfils the new one already counts from its first day.
      if let first = rule.validity.from, day < first, deciding(occasion, on: first - 1) != nil { day = first }
      return deciding(occasion, on: day) == rule ? Ready(day: day, rule: rule.code) : nil
    }
    return all.min { $0.day < $1.day }
  }

  private mutating func put(_ persons: Int, _ day: Day, _ dossier: Dossier, _ rule: String) {
    guard persons > 0 else { return }
    all.append(Realisation(day: day, municipality: dossier.municipality ?? "", persons: persons, rule: rule))
  }
}

extension Person {
  /// Where they stay before there is a home, as counting rules name it; nil: nowhere that any could name.
  fileprivate var stayBeforeHome: CountingRule.Occasion? {
    switch place {
    case .guest: .guest
    case .guardian: guardianship.map { CountingRule.Occasion($0) }
    case .reception, .temporary, .home, .abroad, .gone: nil
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
