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
        hint: Phrase("0,5 is één per twee weken; ook 3/maand", "0.5 is one every two weeks; also 3/month")),
      Field("homes-2-4", more("Woningen/week, 2–4", "Homes a week, 2–4")),
      Field("homes-5", more("Woningen/week, 5+", "Homes a week, 5+")),
      Field(
        "cap", more("Woningen/week, hoogstens", "Homes a week, at most"),
        hint: Phrase(
          "wat er in alles vrijkomt: 5 of 20/maand; 2:2-4 voor een maat",
          "all that come free: 5 or 20/month; 2:2-4 of a size")),
      Field(
        "from", more("Vanaf", "From"), .day,
        hint: Phrase("leeg: volgende week; 1-12, +4w", "empty: next week; 1-12, +4w")),
      Field("stage", more("Snellere fase", "Faster stage"), .choice(stages)),
      Field(
        "days", more("Dagen korter", "Days shorter"), .number,
        hint: Phrase("hoeveel elk verblijf in die fase korter duurt", "by how much each stay in that stage is shorter")),
      Field(
        "lag", more("Nareis later (weken)", "Reunion later (weeks)"), .number,
        hint: Phrase("huishoudens met nareis verhuizen later", "households with relatives to come move later")),
      Field("links", more("Koppelingen/week erbij", "More links a week")),
      Field("cleared", more("Knelpunten weg", "Blockers cleared"), .choices(blockers)),
    ]
  }

  private static let sizes: [(String, HouseholdSize)] = [("homes-1", .one), ("homes-2-4", .few), ("homes-5", .many)]

  /// What stands in the fields of a scenario.
  static func answers(_ scenario: Scenario, today: Day) -> [String: String] {
    var values: [String: String] = [:]
    for (name, size) in sizes {
      let sum = scenario.homes.filter { $0.size == size }.reduce(0) { $0 + $1.perWeek }
      if sum > 0 { values[name] = text(sum) }
    }
    if scenario.supply.isCapped { values["cap"] = scenario.supply.text(.nl) }
    if let week = scenario.homes.first?.fromWeek, week > 1 { values["from"] = Scenario.start(week, today).description }
    if let step = scenario.steps.first {
      values["stage"] = step.stage.rawValue.description
      values["days"] = String(step.days)
    }
    if scenario.reunionLag > 0 { values["lag"] = String(scenario.reunionLag) }
    if scenario.links > 0 { values["links"] = text(scenario.links) }
    if !scenario.cleared.isEmpty { values["cleared"] = scenario.cleared.sorted().joined(separator: ",") }
    return values
  }

  /// - Throws: a refusal that names the field.
  static func scenario(_ values: [String: String], today: Day) throws(Refusal) -> Scenario {
    var scenario = Scenario()
    var from = 1
    if let text = values["from"], !text.isEmpty {
      guard let day = DayText.read(text, today: today), day > today else {
        throw Refusal(
          Phrase("Verwacht een dag na vandaag, zoals 1-12 of +4w.", "Expected a day after today, such as 1-12 or +4w."),
          field: "from")
      }
      from = (day - today + 6) / 7
    }
    for (name, size) in sizes {
      if let perWeek = try pace(name, values), perWeek > 0 {
        scenario.homes.append(Scenario.Homes(perWeek, of: size, fromWeek: from))
      }
    }
    if let text = values["cap"], !text.isEmpty {
      guard let supply = HomeSupply(text) else {
        throw Refusal(
          Phrase(
            "Verwacht een getal zoals 5, 20/maand of 2:2-4; meer met ; ertussen.",
            "Expected a number such as 5, 20/month or 2:2-4; more with ; between."), field: "cap")
      }
      scenario.supply = supply
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
    scenario.links = try pace("links", values) ?? 0
    scenario.cleared = Set((values["cleared"] ?? "").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty })
    return scenario
  }

  private static func pace(_ name: String, _ values: [String: String]) throws(Refusal) -> Double? {
    guard let text = values[name], !text.isEmpty else { return nil }
    guard let perWeek = Scenario.perWeek(text) else {
      throw Refusal(
        Phrase("Verwacht een getal zoals 2, 0,5 of 3/maand.", "Expected a number such as 2, 0.5 or 3/month."),
        field: name)
    }
    return perWeek
  }

  private static func decimal(_ name: String, _ values: [String: String]) throws(Refusal) -> Double? {
    guard let text = values[name], !text.isEmpty else { return nil }
    guard let number = Double(text.replacing(",", with: ".")), number >= 0, number <= 10_000 else {
      throw Refusal(
        Phrase("Verwacht een getal zoals 2 of 0,5.", "Expected a number such as 2 or 0.5."), field: name)
    }
    return number
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}
