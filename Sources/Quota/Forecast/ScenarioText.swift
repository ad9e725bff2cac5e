import Journey

extension Scenario {
  /// What can be written in a scenario, for whoever wrote something else.
  public static let expected = Phrase(
    "verwacht homes=2:2-4@2026-12-01 (aantal:personen@dag), homes=3/maand:5+, homes=1x:5+ (één keer), cap=5, cap=2:2-4@2026-12-01, step=zoeken-14, step=aanbod*1.5, lag=4, links=3 of clear=geen-aanbod",
    "expected homes=2:2-4@2026-12-01 (number:persons@day), homes=3/month:5+, homes=1x:5+ (once), cap=5, cap=2:2-4@2026-12-01, step=search-14, step=contract*1.5, lag=4, links=3 or clear=CODE"
  )

  /// Takes one term in, as commands have it: `homes=2:2-4@2026-12-01` (two homes a week for 2 to 4 persons from that day),
  /// `homes=3/month:5+` (three a month), `homes=1x:5+` (one, once), `cap=5` (no more than five a week come free),
  /// `cap=2:5+` (of those for 5 or more), `cap=5@2026-12-01` (from that day on, all caps from one day),
  /// `step=search-14` (14 days shorter), `step=contract*1.5` (so many times as fast; a stage by code or name),
  /// `lag=4` (weeks), `links=3` (a week), `clear=no-large-home` (a blocker, by code or name).
  ///
  /// - Throws: a refusal that quotes the term, also where it asks for more than a scenario can have.
  public mutating func take(_ term: String, today: Day, rules: Rulebook) throws(Refusal) {
    let parts = term.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw Scenario.wrong(term) }
    switch parts[0] {
    case "homes": homes.append(try Scenario.homes(parts[1], term, today))
    case "cap":
      let (text, from) = try Scenario.dated(parts[1], term, today)
      guard let caps = HomeSupply(text) else { throw Scenario.wrong(term) }
      if supply.isCapped, from != supplyFrom {
        throw Refusal(
          Phrase("\"\(term)\": verwacht één dag voor elke cap.", "\"\(term)\": expected one day for every cap."),
          field: "what-if")
      }
      supplyFrom = from
      for cap in caps.caps { supply.cap(cap.size, at: cap.rate) }
    case "step": steps.append(try Scenario.step(parts[1], term))
    case "lag":
      guard let weeks = Int(parts[1]), (0...104).contains(weeks) else { throw Scenario.wrong(term) }
      reunionLag = weeks
    case "links":
      guard let rate = Rate(parts[1]), rate.perWeek > 0 else { throw Scenario.wrong(term) }
      linkRate = rate
    case "clear": cleared.insert(try Scenario.blocker(parts[1], term, rules))
    default: throw Scenario.wrong(term)
    }
    do throws(Refusal) {
      try check()
    } catch {
      throw Refusal(Phrase(same: "\"\(term)\": ") + error.why, remedy: error.remedy, field: "what-if")
    }
  }

  /// How many a week a text says: `0,75`, `3/month`; nil for what is no such number.
  public static func perWeek(_ text: String) -> Double? { Rate(text)?.perWeek }

  private static func blocker(_ text: String, _ term: String, _ rules: Rulebook) throws(Refusal) -> String {
    let wanted = Phrase.slug(text)
    let found = rules.blockers.first { rule in
      rule.code == text || [rule.name.slug.nl, rule.name.slug.en].contains(wanted)
    }
    if let found { return found.code }
    func all(_ l: Language) -> String { rules.blockers.map { "\($0.code) (\($0.name[l]))" }.joined(separator: ", ") }
    throw Refusal(
      Phrase("\"\(term)\": geen knelpunt; verwacht \(all(.nl)).", "\"\(term)\": no blocker; expected \(all(.en))."),
      field: "what-if")
  }

  private static func homes(_ text: String, _ term: String, _ today: Day) throws(Refusal) -> Homes {
    let (many, from) = try dated(text, term, today)
    let sized = many.split(separator: ":", maxSplits: 1).map(String.init)
    guard let count = sized.first else { throw wrong(term) }
    let size = sized.count == 2 ? try size(sized[1], term) : .few
    guard let homes = Homes(count, of: size, from: from), homes.perWeek > 0 else { throw wrong(term) }
    return homes
  }

  /// What comes before `@`, and the day after it.
  private static func dated(
    _ text: String, _ term: String, _ today: Day
  ) throws(Refusal) -> (text: String, from: Day?) {
    let sides = text.split(separator: "@", maxSplits: 1).map(String.init)
    guard sides.count == 2 else { return (sides.first ?? "", nil) }
    guard let day = DayText.read(sides[1], today: today) else {
      throw Refusal(Phrase(same: "\"\(term)\": ") + noDay(sides[1]), field: "what-if")
    }
    guard day > today else {
      throw Refusal(
        Phrase("\"\(term)\": verwacht een dag na \(today).", "\"\(term)\": expected a day after \(today)."),
        field: "what-if")
    }
    return (sides[0], day)
  }

  /// What stands where a day should, such as `31-2`.
  public static func noDay(_ text: String) -> Phrase {
    Phrase(
      "\(text) is geen bestaande dag; verwacht een dag na vandaag, zoals 1-12, +4w of 2026-12-01.",
      "\(text) is no day that exists; expected a day after today, such as 1-12, +4w or 2026-12-01.")
  }

  /// `1`, `2-4`, `5+`: persons in the household.
  private static func size(_ text: String, _ term: String) throws(Refusal) -> HouseholdSize {
    if let size = HouseholdSize(rawValue: text) { return size }
    let sizes = HouseholdSize.allCases.map(\.rawValue)
    let last = sizes.last ?? ""
    let first = sizes.dropLast().joined(separator: ", ")
    throw Refusal(
      Phrase(
        "\"\(term)\": verwacht personen in het huishouden, geen kamers: \(first) of \(last).",
        "\"\(term)\": expected persons in the household, not rooms: \(first) or \(last)."), field: "what-if")
  }

  private static func step(_ text: String, _ term: String) throws(Refusal) -> Step {
    guard let sign = text.lastIndex(where: { $0 == "-" || $0 == "*" }) else { throw wrong(term) }
    let stage = try wayStage(String(text[..<sign]), term)
    let value = try number(String(text[text.index(after: sign)...]), term)
    return text[sign] == "*" ? Step(stage, factor: value) : Step(stage, daysLess: Int(value))
  }

  /// By its code, its name or a whole word of that: `search`, `woning-zoeken`, `zoeken`.
  private static func wayStage(_ text: String, _ term: String) throws(Refusal) -> Stage {
    let wanted = Phrase.slug(text)
    func names(_ stage: Stage) -> [String] { [stage.name.slug.nl, stage.name.slug.en] }
    // A whole name goes before a word of another, also that of a stage that is not on the way.
    let found =
      Stage.allCases.first { $0.code == text || names($0).contains(wanted) }
      ?? Stage.wayHome.first { stage in
        wanted.count > 3 && names(stage).contains { $0.split(separator: "-").contains(Substring(wanted)) }
      }
    if let found, Stage.wayHome.contains(found) { return found }
    func all(_ l: Language) -> String { Stage.wayHome.map { "\($0.code) (\($0.name[l]))" }.joined(separator: ", ") }
    throw Refusal(
      Phrase("\"\(term)\": verwacht een fase: \(all(.nl)).", "\"\(term)\": expected a stage: \(all(.en))."),
      field: "what-if")
  }

  private static func number(_ text: String, _ term: String) throws(Refusal) -> Double {
    guard let number = Double(text), number > 0, number <= 10_000 else { throw wrong(term) }
    return number
  }

  private static func wrong(_ term: String) -> Refusal {
    Refusal(Phrase("\"\(term)\": ", "\"\(term)\": ") + expected + Phrase(same: "."), field: "what-if")
  }
}

extension Scenario.Homes {
  /// `2`, `0,5`, `3/month`: so many in that time; `1x`: one, once. nil for what is none of these.
  public init?(_ text: String, of size: HouseholdSize, from: Day?) {
    if let last = text.last, "xX×".contains(last) {
      guard let number = Int(text.dropLast()), (1...1_000).contains(number) else { return nil }
      self = .once(number, of: size, from: from)
    } else {
      guard let rate = Rate(text) else { return nil }
      self.init(rate, of: size, from: from)
    }
  }

  /// As it is typed: `0,75`, `3/maand`, `1x`.
  public func typed(_ language: Language) -> String {
    isOnce ? Rate.text(rate.number, language) + "x" : rate.typed(language)
  }
}
