import Journey

/// What one dossier adds to one cell of the counters.
struct Contribution: Hashable, Sendable {
  /// Where it counts.
  enum Place: Hashable, Sendable {
    /// In every area that holds this municipality.
    case municipality(String)
    /// In this one alone (code).
    case area(String)

    /// Codes.
    var areas: [String] {
      switch self {
      case .municipality(let code): AreaCodes.holding(code)
      case .area(let code): [code]
      }
    }
  }
  var place: Place
  var kind: CounterKind
  var key: String
  var index: Int
  var a: Int
  var b: Int
}

extension Counted {
  /// Everything this dossier adds, a function of what is stored of it.
  func contributions(of id: DossierID) -> [Contribution] {
    let way = WayBytes.decode(self.way, of: id)
    var all: [Contribution] = []
    all.reserveCapacity(32)
    func add(_ kind: CounterKind, at index: Int, _ a: Int, _ b: Int, key: String = "", in town: String? = nil) {
      all.append(
        Contribution(place: .municipality(town ?? municipality), kind: kind, key: key, index: index, a: a, b: b))
    }
    add(.stock, at: stage, 1, persons)
    if relatives > 0 { add(.relatives, at: stage, 1, relatives) }
    if stage != Stage.closed.rawValue {
      add(.since, at: stageSince, 1, persons, key: String(stage))
      if due < Schema.noDay { add(.due, at: due, 1, persons, key: String(stage)) }
      add(.party, at: stage, 1, persons, key: party)
      let actor = Contact(PartyID(party), organisation: organisation, name: person)
      add(.organisation, at: stage, 1, persons, key: ActorKey.organisation(of: actor))
      add(.person, at: stage, 1, persons, key: ActorKey.person(actor))
      add(.blocker, at: stage, 1, persons, key: blocker)
      add(.size, at: stage, 1, persons, key: String(min(persons, Grouping.largest)))
      for one in way.blockers where one.until == nil { add(.heldUp, at: stage, 1, persons, key: one.code) }
      if needs.isEmpty { add(.need, at: stage, 1, persons) }
      for need in needs.split(separator: ",") { add(.need, at: stage, 1, persons, key: String(need)) }
    }
    for one in way.realisations {
      add(.realised, at: Int(one.day.number), 1, one.persons, key: one.rule, in: one.municipality)
    }
    for leg in way.legs where leg.settled != 0 {
      add(.settled, at: leg.from.index, 0, leg.settled, in: leg.municipality)
      if let until = leg.until { add(.settled, at: until.index, 0, -leg.settled, in: leg.municipality) }
    }
    flow(way, &all)
    attention(way.attention, &all)
    if home > 0 {
      add(.lead, at: CounterKind.leadIndex(home, lead), 1, persons)
      if let home = way.home {
        for (party, days) in way.days(on: home) { add(.spent, at: self.home, 1, days, key: party.rawValue) }
      }
    } else if let permit = way.permit, let running = way.legs.last, running.stage != .closed {
      var days: [PartyID: Int] = [:]
      for leg in way.legs.dropLast() {
        if let until = leg.until, until > permit { days[leg.party, default: 0] += until - max(leg.from, permit) }
      }
      for (party, count) in days where count > 0 { add(.underWay, at: 1, 1, count, key: party.rawValue) }
      add(.underWay, at: 0, 1, Int(max(running.from, permit).number), key: running.party.rawValue)
    }
    return all
  }

  private func attention(_ attention: Attention, _ all: inout [Contribution]) {
    func add(_ town: String, _ kind: CounterKind, at index: Int, _ a: Int, _ b: Int = 0) {
      all.append(Contribution(place: .municipality(town), kind: kind, key: "", index: index, a: a, b: b))
    }
    if let one = attention.uncalled { add(one.municipality, .uncalled, at: one.linked.index, 1) }
    for one in attention.firstCalls {
      guard let until = one.until else { continue }
      add(
        one.municipality, .firstCall, at: CounterKind.monthIndex(one.linked, until - one.linked), one.isCalled ? 1 : 0,
        one.isCalled ? 0 : 1)
    }
    for one in attention.answers {
      add(one.municipality, .answer, at: CounterKind.monthIndex(one.day, ResponseDays.first(one.days)), 1)
    }
    for (kind, spans) in [(CounterKind.heldTurn, attention.turns), (.silence, attention.silences)] {
      for span in spans {
        add(span.municipality, kind, at: span.from.index, 1)
        if let until = span.until { add(span.municipality, kind, at: until.index, 0, 1) }
      }
    }
    for one in attention.handovers {
      add(one.municipality, .handover, at: CounterKind.monthIndex(one.day), one.isWarm ? 1 : 0, one.isWarm ? 0 : 1)
    }
  }

  /// Who came into which stage of which area, and who went out.
  private func flow(_ way: Way, _ all: inout [Contribution]) {
    func add(
      _ place: Contribution.Place, _ kind: CounterKind, _ leg: Leg, _ day: Day, _ households: Int, _ persons: Int
    ) {
      all.append(
        Contribution(
          place: place, kind: kind, key: String(leg.stage.rawValue), index: Int(day.number), a: households, b: persons))
    }
    /// Both legs lie in this place.
    func step(_ place: Contribution.Place, _ old: Leg, _ new: Leg) {
      if old.stage != new.stage {
        add(place, .left, old, new.from, 1, old.persons)
        add(place, .entered, new, new.from, 1, new.persons)
      } else if old.persons != new.persons {
        add(place, .entered, new, new.from, 0, new.persons - old.persons)
      }
    }
    guard let first = way.legs.first else { return }
    add(.municipality(first.municipality), .entered, first, first.from, 1, first.persons)
    for (old, new) in zip(way.legs, way.legs.dropFirst()) {
      if old.municipality == new.municipality {
        step(.municipality(new.municipality), old, new)
        continue
      }
      let former = AreaCodes.holding(old.municipality)
      let present = AreaCodes.holding(new.municipality)
      for code in former {
        if present.contains(code) {
          step(.area(code), old, new)
        } else {
          add(.area(code), .left, old, new.from, 1, old.persons)
        }
      }
      for code in present where !former.contains(code) { add(.area(code), .entered, new, new.from, 1, new.persons) }
    }
  }
}

/// Codes of the areas a municipality lies in, looked up once.
enum AreaCodes {
  private static let known: [String: [String]] = Dictionary(
    uniqueKeysWithValues: Reference.municipalities.map { ($0.code, Area.holding($0.code).map(\.code)) })

  static func holding(_ municipality: String) -> [String] {
    known[municipality] ?? Area.holding(municipality).map(\.code)
  }
}
