import Journey
import Quota

extension Figure {
  /// The filter that lists exactly the households of the figure, as somebody might have typed it.
  ///
  /// - Parameters:
  ///   - area: the country where the list is one of the area already.
  ///   - today: the day the figure was asked for.
  public func text(in area: Area, on today: Day, _ language: Language) -> String {
    func term(_ term: FilterTerm, _ value: String) -> String { term.text(value, language) }
    func stage(_ stages: [Stage]) -> String {
      FilterTerm.stage.name(language) + ":" + stages.map { $0.word(language) }.joined(separator: ",")
    }
    func movedIn(_ days: ClosedRange<Day>) -> String { term(.movedIn, "\(days.lowerBound)..\(days.upperBound)") }
    let here = area.term(language)
    let parts: [String] =
      switch self {
      case .station(let at): here + [stage([at])]
      case .overdue(let at): here + [stage([at]), FilterTerm.overdue.name(language)]
      case .longest(let at, let days): here + [stage([at]), term(.inStage, ">=\(max(0, days))d")]
      case .spent(let party, let home):
        here
          + [
            home.map(movedIn) ?? stage(Stage.wayHome),
            term(.daysWith, party.rawValue.isEmpty ? FilterTerm.none(language) : party.rawValue),
          ]
      case .blocked(let code): here + [stage(Stage.wayHome), term(.blocker, code)]
      case .home(let days): here + [movedIn(days)]
      case .longestWay(let days, let least): here + [movedIn(days), term(.leadTime, ">=\(max(0, least))d")]
      // Where it was and for whom they counted, wherever they are now.
      case .left(let at, let days):
        [
          term(
            .left,
            "\(at.word(language))@\(days.lowerBound)..\(days.upperBound)" + (area == .country ? "" : "@" + area.code))
        ]
      case .realised(let days): [term(.housed, Self.period(days) + (area == .country ? "" : "@" + area.code))]
      case .linked(let day): [term(.linkedBy, "\(day)" + (area == .country ? "" : "@" + area.code))]
      case .onTheWay: here + [stage(Stage.onTheWay)]
      case .uncalled(let linked): here + [term(.uncalled, "\(linked.lowerBound)..\(linked.upperBound)")]
      case .turnOf(let contact): here + [term(.turn, contact.name.isEmpty ? contact.organisation : contact.name)]
      }
    return parts.joined(separator: " ")
  }

  /// `2026H2`, or its days where it is no half-year.
  private static func period(_ days: ClosedRange<Day>) -> String {
    let half = HalfYear(holding: days.lowerBound)
    return half.first...half.last == days ? "\(half)" : "\(days.lowerBound)..\(days.upperBound)"
  }
}

extension HouseholdGroup {
  /// What its households have in common, as a term of a filter: `aanzet:coa`.
  public func text(_ language: Language) -> String {
    let key = key.isEmpty ? FilterTerm.none(language) : key
    return switch grouping {
    case .party: PartyID(self.key).text(language)
    case .organisation, .person: Self.text(ActorKey.actor(self.key), byName: grouping == .person, language)
    case .blocker: FilterTerm.blocker.text(key, language)
    case .size:
      switch HouseholdSize(rawValue: key) {
      case .one?: FilterTerm.persons.text("<=1", language)
      case .many?: FilterTerm.persons.text(">=5", language)
      case .few?, nil: FilterTerm.persons.text("2..4", language)
      }
    case .need: FilterTerm.need.text(self.key.isEmpty ? key : name(.builtIn)[language], language)
    case .municipality: FilterTerm.municipality.text(key, language)
    }
  }
}

extension HouseholdGroup {
  /// The filter that lists its households over all stages between permit and home: area, stages, what they have in common.
  public func text(in area: Area, _ language: Language) -> String {
    let stages = Stage.wayHome.map { $0.word(language) }.joined(separator: ",")
    // A municipality of the area says enough.
    let here = grouping == .municipality ? [] : area.term(language)
    return (here + [FilterTerm.stage.name(language) + ":" + stages, text(language)]).joined(separator: " ")
  }

  /// `aanzet:corporation organisatie:Mitros contactpersoon:"J. Jansen"`.
  private static func text(_ actor: Contact, byName: Bool, _ language: Language) -> String {
    if actor.party == .household { return actor.party.text(language) }
    func named(_ term: FilterTerm, _ name: String) -> String {
      term.text(name.isEmpty ? FilterTerm.none(language) : name, language)
    }
    return
      ([actor.party.text(language), named(.organisation, actor.organisation)]
      + (byName ? [named(.contactPerson, actor.name)] : [])).joined(separator: " ")
  }
}

extension LedgerLine {
  /// Whose households stand behind a number of the line; nil where it comes from postings.
  public func opens(_ figure: LedgerFigure) -> Figure? {
    switch figure {
    case .housed: isHousedByStories ? .realised(period.first...period.last) : nil
    case .onTheWay: listsOnTheWay ? .onTheWay : nil
    case .linked: linked == nil ? nil : linkedDay.map(Figure.linked(by:))
    default: nil
    }
  }
}

extension Signal {
  /// Whose households stand behind the number housed that it says; nil where it says none, or a posted one.
  public var opens: Figure? { housed.map(Figure.realised) }
}

extension Stage {
  /// One word that a filter knows it by: `zoeken`, `finding`.
  fileprivate func word(_ language: Language) -> String {
    let words = name[language].lowercased().split(separator: " ").map(String.init)
    return (language == .nl ? words.last : words.first) ?? code
  }
}

extension PartyID {
  fileprivate func text(_ language: Language) -> String {
    FilterTerm.turn.text(rawValue.isEmpty ? FilterTerm.none(language) : rawValue, language)
  }
}

extension Area {
  /// None for the country.
  fileprivate func term(_ language: Language) -> [String] {
    switch self {
    case .country: []
    case .province(let code): [FilterTerm.province.text(code, language)]
    case .region(let name): [FilterTerm.region.text(name, language)]
    case .municipality(let code): [FilterTerm.municipality.text(code, language)]
    }
  }
}

extension FilterTerm {
  fileprivate func text(_ value: String, _ language: Language) -> String {
    name(language) + ":" + Self.quoted(value)
  }

  fileprivate static func quoted(_ value: String) -> String {
    value.contains { $0.isWhitespace || ",()|".contains($0) } ? "\"\(value)\"" : value
  }

  fileprivate static func none(_ language: Language) -> String { FilterWords.none[language == .nl ? 0 : 1] }
}
