import Journey

/// A value with the posting it comes from; nil: it is built into the program.
public struct Filed<Value: Hashable & Sendable>: Hashable, Sendable {
  public let value: Value
  public let event: TaskEvent?
}

/// All that was posted about the task, folded: a pure function of the postings, in order.
///
/// Former municipalities are read as the ones they ended up in. The national series to 2025 and the inhabitants of 2022
/// are built in; what is posted takes their place.
public struct TaskBook: Sendable {
  /// Every posting, those taken back included, by number.
  public let events: [TaskEvent]
  /// Those that hold.
  public let effective: [TaskEvent]
  /// By year: of 1 January of it.
  public private(set) var populations: [Int: TaskEvent.Population] = [2022: TaskBook.population2022]
  public private(set) var needs: [HalfYear: Filed<TaskEvent.NationalNeed>] = [:]
  public private(set) var national: [HalfYear: Filed<NationalSeries.Figures>] = [:]
  /// Steps of the province by municipality, oldest day first.
  public private(set) var supervision: [String: [Filed<TaskEvent.SupervisionStep>]] = [:]
  /// The latest of each name.
  public private(set) var scenarios: [String: Filed<TaskEvent.SavedScenario>] = [:]
  /// By municipality, in the order of posting.
  private(set) var homesToCome: [String: [KnownHomes]] = [:]
  var figures: [HalfYear: [String: PostedFigures]] = [:]
  var approaches: [String: PostedApproach] = [:]
  /// By the number under which they were posted.
  var actions: [Int: PostedApproach.Action] = [:]
  /// Of each municipality, the first half-year for which something was posted: its book begins there.
  private(set) var begins: [String: HalfYear] = [:]
  /// The same of what tells how things stood there: a target, a balance, a published state. A correction or shift alone tells
  /// nothing of who was housed.
  private(set) var tellsFrom: [String: HalfYear] = [:]

  public init(_ events: [TaskEvent] = []) {
    self.events = events
    let taken = TaskBook.takenBack(events)
    effective = events.filter { !taken.contains($0.act) }
    for figures in NationalSeries.builtIn.rows { file(figures, nil) }
    for event in effective { apply(event) }
    for code in supervision.keys {
      supervision[code]!.sort { ($0.event!.day, $0.event!.number) < ($1.event!.day, $1.event!.number) }
    }
  }

  /// The highest number; 0 for an empty book.
  public var number: Int { events.last?.number ?? 0 }

  /// The posting of that number.
  public func event(_ number: Int) -> TaskEvent? {
    events.indices.contains(number - 1) && events[number - 1].number == number
      ? events[number - 1] : events.first { $0.number == number }
  }

  /// Municipalities something was posted for, by code.
  public var municipalities: Set<String> {
    Set(begins.keys).union(approaches.keys).union(supervision.keys).union(homesToCome.keys)
  }

  /// Municipalities of which homes to come were posted, by code.
  public var municipalitiesWithHomes: Set<String> { Set(homesToCome.keys) }

  /// Municipalities of whose approach something was posted, by code.
  public var municipalitiesWithApproach: Set<String> { Set(approaches.keys) }

  // MARK: - Taking back

  /// Acts that do not hold: those taken back by an act that itself holds.
  private static func takenBack(_ events: [TaskEvent]) -> Set<EventID> {
    var taken: Set<EventID> = []
    for event in events.reversed() where !taken.contains(event.act) {
      if case .undone(let what) = event.body { taken.insert(what.act) }
    }
    return taken
  }

  /// The last act that can be taken back: what holds and takes nothing back itself.
  public var undoableAct: EventID? {
    effective.last { if case .undone = $0.body { false } else { true } }?.act
  }

  /// The latest act of this account that holds and takes nothing back.
  public func undoableAct(by account: String) -> EventID? {
    effective.last { event in
      if case .undone = event.body { return false }
      return event.actor.name == account
    }?.act
  }

  /// The latest taking back that can itself be taken back: nothing else was posted since.
  public var redoableAct: EventID? {
    for event in effective.reversed() {
      guard case .undone(let taken) = event.body else { return nil }
      if !isTakingBack(taken.act) { return event.act }
    }
    return nil
  }

  private func isTakingBack(_ act: EventID) -> Bool {
    if case .undone? = events.first(where: { $0.act == act })?.body { true } else { false }
  }

  // MARK: - The fold

  private mutating func apply(_ event: TaskEvent) {
    switch event.body {
    case .population(let list): file(list)
    case .nationalNeed(let need): needs[need.period] = Filed(value: need, event: event)
    case .nationalSeries(let series): for row in series.rows { file(row, event) }
    case .targets(let list): file(list, event)
    case .opening(let opening):
      for (code, persons) in opening.rows.present {
        note(opening.period, code) { $0.balanceBefore.take(persons, event, as: opening.asOf ?? event.day) }
      }
    case .correction(let p):
      note(p.period, Reference.present(p.municipality), tells: false) {
        $0.corrections.append(Posted(p.persons, event, event.day))
      }
    case .shift(let p):
      note(p.period, Reference.present(p.from), tells: false) { $0.shifts.append(Posted(-p.persons, event, event.day)) }
      note(p.period, Reference.present(p.to), tells: false) { $0.shifts.append(Posted(p.persons, event, event.day)) }
    case .homes(let p):
      homesToCome[Reference.present(p.municipality), default: []].append(KnownHomes(p, event))
    case .links(let list):
      for (code, persons) in list.rows.present {
        note(list.period, code) { figures in
          let place = figures.linked.firstIndex { $0.day > list.referenceDate } ?? figures.linked.endIndex
          figures.linked.insert(Posted(persons, event, list.referenceDate), at: place)
        }
      }
    case .realised(let list):
      for (code, persons) in list.rows.present {
        note(list.period, code) { $0.realised.take(persons, event, as: list.referenceDate) }
      }
    case .supervision(let step):
      supervision[Reference.present(step.municipality), default: []].append(Filed(value: step, event: event))
    case .scenario(let saved): scenarios[saved.name] = Filed(value: saved, event: event)
    case .structure, .steeringMet, .goal, .action, .actionDone, .actionMoved, .actionDropped, .commitment:
      applyApproach(event)
    case .undone, .unknown: break
    }
  }

  private mutating func file(_ list: TaskEvent.Population) {
    var whole = populations[list.year] ?? TaskEvent.Population(year: list.year, [:], national: nil, source: "")
    whole.inhabitants.rows.merge(list.inhabitants.present) { $1 }
    whole.national = list.national ?? whole.sumOfAll ?? whole.national
    whole.source = list.source
    populations[list.year] = whole
  }

  private mutating func file(_ row: NationalSeries.Figures, _ event: TaskEvent?) {
    national[row.period] = Filed(value: row, event: event)
    if let target = row.target {
      needs[row.period] = Filed(value: .init(row.period, target, source: row.source), event: event)
    }
  }

  private mutating func file(_ list: TaskEvent.PublishedTargets, _ event: TaskEvent) {
    for (code, row) in list.rows.present {
      note(list.period, code) { figures in
        if let persons = row.target { figures.target.take(persons, event, as: list.referenceDate) }
        if let persons = row.balanceBefore { figures.balanceBefore.take(persons, event, as: list.referenceDate) }
        if let persons = row.realised { figures.realised.take(persons, event, as: list.referenceDate) }
        if let persons = row.onTheWay { figures.onTheWay.take(persons, event, as: list.referenceDate) }
      }
    }
  }

  private mutating func note(
    _ period: HalfYear, _ code: String, tells: Bool = true, _ change: (inout PostedFigures) -> Void
  ) {
    change(&figures[period, default: [:]][code, default: PostedFigures()])
    begins[code] = min(begins[code] ?? period, period)
    if tells { tellsFrom[code] = min(tellsFrom[code] ?? period, period) }
  }

  private static let population2022 = TaskEvent.Population(
    year: 2022, Dictionary(uniqueKeysWithValues: Reference.municipalities.map { ($0.code, $0.inhabitants2022) }),
    national: Reference.municipalities.reduce(0) { $0 + $1.inhabitants2022 }, source: "CBS, 1 januari 2022")
}

extension TaskEvent.Population {
  /// The country, when every municipality of today is in the list.
  var sumOfAll: Int? {
    var sum = 0
    for municipality in Reference.municipalities {
      guard let persons = inhabitants.rows[municipality.code] else { return nil }
      sum += persons
    }
    return sum
  }
}
