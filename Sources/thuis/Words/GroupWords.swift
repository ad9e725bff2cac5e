import Casebook
import Journey
import Screens

/// Households on their way to a home, told apart, as rows: a column for each stage.
struct GroupWords: FigureTable {
  let area: Area
  let day: Day
  let grouping: Grouping
  let rules: Rulebook
  let language: Language
  /// Of a past day: no filter lists those of then.
  let isPast: Bool
  private let groups: [Group]

  private static let stages = Stage.allCases.filter { $0 > .reception && $0 < .housed }

  /// One thing they have in common, over all stages.
  private struct Group {
    var any: HouseholdGroup
    var byStage: [Stage: HouseholdGroup]
    var households: Int { byStage.values.reduce(0) { $0 + $1.households } }
    var persons: Int { byStage.values.reduce(0) { $0 + $1.persons } }
  }

  /// - Parameter found: as the casebook tells the stages apart.
  init(
    _ found: [Stage: [HouseholdGroup]], by grouping: Grouping, area: Area, day: Day, isPast: Bool = false,
    rules: Rulebook, language: Language
  ) {
    (self.area, self.day, self.grouping, self.rules, self.language) = (area, day, grouping, rules, language)
    self.isPast = isPast
    var all: [String: Group] = [:]
    for stage in Self.stages {
      for group in found[stage] ?? [] {
        all[group.key, default: Group(any: group, byStage: [:])].byStage[stage] = group
      }
    }
    groups = all.values.sorted { x, y in
      if grouping == .size || x.households == y.households { return x.any.key < y.any.key }
      return x.households > y.households
    }
  }

  let columns = ["group"] + stages.map(\.code) + ["households", "persons", "filter"]

  var titles: [String] {
    [grouping.name[language]] + Self.stages.map { $0.shortName[language] }
      + (language == .nl ? ["Huishoudens", "Personen", "Filter"] : ["Households", "Persons", "Filter"])
  }

  var rows: [[String]] { groups.map { cells($0) + [isPast ? "" : $0.any.text(in: area, language)] } }

  /// A filter is for whoever reads on with it.
  var shown: [[String]] { groups.map { cells($0) + [""] } }

  private func cells(_ group: Group) -> [String] {
    [group.any.name(rules)[language]] + Self.stages.map { String(group.byStage[$0]?.households ?? 0) }
      + [String(group.households), String(group.persons)]
  }

  var json: JSON {
    .object([
      "scope": .text(area.code), "day": .text(day.description), "by": .text(grouping.rawValue),
      "groups": .list(groups.map(json)),
    ])
  }

  private func json(_ group: Group) -> JSON {
    var fields: [String: JSON] = [
      "name": .text(group.any.name(rules)[language]),
      "filter": isPast ? .null : .text(group.any.text(in: area, language)),
      "households": .number(group.households), "persons": .number(group.persons),
      "stages": .object(Dictionary(uniqueKeysWithValues: Self.stages.map { ($0.code, json(group.byStage[$0])) })),
    ]
    if let actor = group.any.actor {
      fields["party"] = Self.named(actor.party.rawValue)
      if grouping != .party { fields["organisation"] = Self.named(actor.organisation) }
      if grouping == .person { fields["person"] = Self.named(actor.name) }
    }
    return .object(fields)
  }

  private func json(_ group: HouseholdGroup?) -> JSON {
    .object(["households": .number(group?.households ?? 0), "persons": .number(group?.persons ?? 0)])
  }

  private static func named(_ text: String) -> JSON { text.isEmpty ? .null : .text(text) }
}
