import Casebook
import Journey
import Quota

/// The fields of what-if, and the scenario that their answers come to.
enum WhatIfFields {
  static func fields(_ rules: Rulebook) -> [Field] {
    func more(_ nl: String, _ en: String) -> Phrase { Phrase(nl, en) }
    let stages = Stage.wayHome.map { Field.Choice($0.rawValue.description, $0.name) }
    let blockers = rules.blockers.map { Field.Choice($0.code, $0.name) }
    return [
      Field(
        "homes-1", more("Woningen/week, 1 pers.", "Homes a week, 1 person"),
        hint: homesHint),
      Field("homes-2-4", more("Woningen/week, 2–4 pers.", "Homes a week, 2–4 pers."), hint: homesHint),
      Field("homes-5", more("Woningen/week, 5+ pers.", "Homes a week, 5+ pers."), hint: homesHint),
      Field(
        "cap", more("Woningen/week, hoogstens", "Homes a week, at most"),
        hint: Phrase(
          "wat er in alles vrijkomt: 5 of 20/maand; 2:2-4 voor een maat",
          "all that come free: 5 or 20/month; 2:2-4 of a size")),
      Field(
        "from", more("Vanaf", "From"), .day,
        hint: Phrase(
          "geldt voor hierboven; leeg: volgende week; 1-12, +4w", "holds for the above; empty: next week; 1-12, +4w")),
      Field("stage", more("Snellere fase", "Faster stage"), .choice(stages)),
      Field(
        "days", more("Dagen korter", "Days shorter"), .number,
        hint: Phrase("hoeveel elk verblijf in die fase korter duurt", "by how much each stay in that stage is shorter")),
      Field(
        "lag", more("Nareis later (weken)", "Reunion later (weeks)"), .number,
        hint: Phrase("huishoudens met nareis verhuizen later", "households with relatives to come move later")),
      Field(
        "links", more("Koppelingen/week erbij", "More links a week"), hint: Phrase("2; ook 3/maand", "2; also 3/month")),
      Field("cleared", more("Knelpunten weg", "Blockers cleared"), .choices(blockers)),
    ]
  }

  private static let homesHint = Phrase(
    "zoveel personen; ook 0,5, 3/maand of 1x (eenmaal)",
    "so many persons; also 0.5, 3/month or 1x (once)")

  private static let sizes: [(String, HouseholdSize)] = [("homes-1", .one), ("homes-2-4", .few), ("homes-5", .many)]

  /// What stands in the fields of a scenario.
  static func answers(_ scenario: Scenario, today: Day, _ l: Language) -> [String: String] {
    var values: [String: String] = [:]
    for (name, size) in sizes {
      let homes = homes(size, scenario)
      let parts = [together(homes.filter { !$0.isOnce })].compactMap(\.self) + homes.filter(\.isOnce)
      if !parts.isEmpty { values[name] = parts.map { $0.typed(l) }.joined(separator: "; ") }
    }
    if let start = shownStart(scenario, today) { values["from"] = DayText.dated(start, l) }
    if scenario.supply.isCapped { values["cap"] = scenario.supply.text(l) }
    if let step = scenario.steps.first {
      values["stage"] = step.stage.rawValue.description
      values["days"] = String(step.days)
    }
    if scenario.reunionLag > 0 { values["lag"] = String(scenario.reunionLag) }
    if scenario.links > 0 { values["links"] = scenario.linkRate.typed(l) }
    if !scenario.cleared.isEmpty { values["cleared"] = scenario.cleared.sorted().joined(separator: ",") }
    return values
  }

  /// Those of one size as one; nil: there are none.
  private static func together(_ homes: [Scenario.Homes]) -> Scenario.Homes? {
    guard var first = homes.first else { return nil }
    if homes.count > 1 { first.perWeek = homes.reduce(0) { $0 + $1.perWeek } }
    return first
  }

  private static func start(_ homes: Scenario.Homes, _ today: Day) -> Day {
    homes.from ?? Scenario.start(homes.fromWeek, today)
  }

  /// The day that stands in the one field there is for it; nil: all begins at once.
  private static func shownStart(_ scenario: Scenario, _ today: Day) -> Day? {
    (scenario.homes.map { start($0, today) } + [scenario.supplyFrom].compactMap(\.self)).first { $0 > today + 1 }
  }

  /// Homes of a size in a scenario, as far as there are any.
  private static func homes(_ size: HouseholdSize, _ scenario: Scenario) -> [Scenario.Homes] {
    scenario.homes.filter { $0.size == size && $0.perWeek > 0 }
  }

  /// From which days a scenario holds, where that is not one day and the day typed is the one that stood there.
  static func apart(_ scenario: Scenario, typed: String, today: Day) -> Phrase? {
    guard DayText.read(typed, today: today) == shownStart(scenario, today) else { return nil }
    var parts: [(what: Phrase, start: Day)] = []
    for (_, size) in sizes {
      for some in homes(size, scenario) {
        parts.append((what: Phrase("voor ", "for ") + size.name, start: max(today + 1, start(some, today))))
      }
    }
    if scenario.supply.isCapped {
      parts.append((what: Phrase("hoogstens", "at most"), start: max(today + 1, scenario.supplyFrom ?? today)))
    }
    guard Set(parts.map { $0.start }).count > 1 else { return nil }
    let said = parts.map { part in
      part.what + Phrase(" vanaf ", " from ")
        + (part.start > today + 1
          ? Phrase(DayText.brief(part.start, .nl), DayText.brief(part.start, .en)) : Phrase("nu", "now"))
    }
    return Phrase(said.map(\.nl).joined(separator: ", "), said.map(\.en).joined(separator: ", "))
      + Phrase("; een andere dag geldt voor alle", "; another day holds for all")
  }

  /// - Parameter base: the scenario the fields began with: as long as its day stands there, what begins on another stays so.
  /// - Throws: a refusal that names the field.
  static func scenario(
    _ values: [String: String], today: Day, changing base: Scenario = .asItIs
  ) throws(Refusal) -> Scenario {
    var scenario = Scenario()
    var from: Day?
    if let text = values["from"], !text.isEmpty {
      guard let day = DayText.read(text, today: today) else {
        throw Refusal(Scenario.noDay(text.trimmed), field: "from")
      }
      guard day > today else {
        throw Refusal(
          Phrase("Verwacht een dag na vandaag, zoals 1-12 of +4w.", "Expected a day after today, such as 1-12 or +4w."),
          field: "from")
      }
      from = day
    }
    let staysApart = from == shownStart(base, today)
    for (name, size) in sizes {
      let before = homes(size, base)
      // Those that come once stand in the field one by one, each with a day of its own: known by how many they are.
      var once = before.filter(\.isOnce)
      for var added in try homes(name, size, from: from, values) where added.perWeek > 0 {
        let same = once.firstIndex { $0.perWeek == added.perWeek } ?? once.indices.first
        let old = added.isOnce ? same.map { once.remove(at: $0) } : before.first { !$0.isOnce }
        if staysApart, let old {
          added.from = old.fromWeek > 1 ? start(old, today) : old.from
        }
        scenario.homes.append(added)
      }
    }
    if let text = values["cap"], !text.isEmpty {
      guard let supply = HomeSupply(text) else {
        throw Refusal(
          Phrase(
            "Verwacht een getal zoals 5, 20/maand of 2:2-4; meer met ; ertussen.",
            "Expected a number such as 5, 20/month or 2:2-4; more with ; between."), field: "cap")
      }
      (scenario.supply, scenario.supplyFrom) = (supply, staysApart && base.supply.isCapped ? base.supplyFrom : from)
    }
    if let code = values["stage"], !code.isEmpty {
      guard let stage = Stage.wayHome.first(where: { $0.rawValue.description == code }) else {
        throw Refusal(Phrase("Kies een fase uit de lijst.", "Choose a stage from the list."), field: "stage")
      }
      guard let days = try decimal("days", values), days > 0 else {
        throw Refusal(Phrase("Hoeveel dagen korter?", "How many days shorter?"), field: "days")
      }
      scenario.steps = [Scenario.Step(stage, daysLess: Int(days))]
    }
    scenario.reunionLag = Int(try decimal("lag", values) ?? 0)
    scenario.linkRate = try rate("links", values) ?? Rate(0)
    scenario.cleared = Set((values["cleared"] ?? "").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty })
    do throws(Refusal) {
      try scenario.check()
    } catch {
      throw Refusal(error.why, remedy: error.remedy, field: field(error.field, scenario))
    }
    return scenario
  }

  /// The field in which stands what is too much in a scenario.
  private static func field(_ part: String?, _ scenario: Scenario) -> String? {
    switch part {
    case "homes":
      sizes.first { homes($0.1, scenario).contains { !Scenario.Limits.perWeek.contains($0.perWeek) } }?.0
    case "supply": "cap"
    case "steps": "days"
    case "reunionLag": "lag"
    default: part
    }
  }

  private static func rate(_ name: String, _ values: [String: String]) throws(Refusal) -> Rate? {
    guard let text = values[name], !text.isEmpty else { return nil }
    guard let rate = Rate(text) else { throw noRate(name) }
    return rate
  }

  /// What is typed of a size: `2`, `3/maand`, `1x`, or more of them with `;` between.
  private static func homes(
    _ name: String, _ size: HouseholdSize, from: Day?, _ values: [String: String]
  ) throws(Refusal) -> [Scenario.Homes] {
    var all: [Scenario.Homes] = []
    for part in (values[name] ?? "").split(separator: ";") {
      guard let homes = Scenario.Homes(part.trimmed, of: size, from: from) else { throw noRate(name) }
      all.append(homes)
    }
    return all
  }

  private static func noRate(_ field: String) -> Refusal {
    let once =
      field == "links" ? Phrase(" of 3/maand.", " or 3/month.") : Phrase(", 3/maand of 1x.", ", 3/month or 1x.")
    return Refusal(Phrase("Verwacht een getal zoals 2, 0,5", "Expected a number such as 2, 0.5") + once, field: field)
  }

  private static func decimal(_ name: String, _ values: [String: String]) throws(Refusal) -> Double? {
    guard let text = values[name], !text.isEmpty else { return nil }
    guard let number = Double(text.replacing(",", with: ".")), number >= 0, number <= 10_000 else {
      throw Refusal(
        Phrase("Verwacht een getal zoals 2 of 0,5.", "Expected a number such as 2 or 0.5."), field: name)
    }
    return number
  }
}

extension FormState {
  /// That not all of what-if begins on the day that stands there.
  func noteOfStarts(_ today: Day) -> Phrase? {
    scenario.flatMap { WhatIfFields.apart($0, typed: lines["from"]?.text.trimmed ?? "", today: today) }
  }
}
