import Yams

// The part `task` of a rulebook.
extension RulebookReader {
  mutating func task(_ node: Node) -> TaskRules {
    var rules = TaskRules()
    guard let map = node.mapping else {
      miss(
        node, Phrase("verwacht: targets, reference-dates, pace, ...", "expected targets, reference-dates, pace, ..."))
      return rules
    }
    for (key, value) in map {
      switch key.string ?? "" {
      case "targets": rules.targets = entries(value, alike: []).compactMap { target($0) }
      case "reference-dates": rules.referenceDates = entries(value, alike: ["half"]).compactMap { referenceDate($0) }
      case "norm": rules.norms = entries(value, alike: []).compactMap { norm($0) }
      case "pace": rules.pace = entries(value).compactMap { pace($0) }
      case "carry-over": rules.carryOver = entries(value).compactMap { named($0) }
      case "excuse": rules.excuse = entries(value).compactMap { named($0) }
      case "shift": rules.shifts = entries(value, alike: []).compactMap { named($0) }
      case "enforcement": rules.enforcement = entries(value).compactMap { named($0) }
      case "signals": rules.signals = entries(value).compactMap { signal($0) }
      case "desks": rules.desks = entries(value).compactMap { named($0) }
      default:
        miss(
          key,
          Phrase("task: onbekend onderdeel \"\(key.string ?? "?")\"", "task: unknown part \"\(key.string ?? "?")\""))
      }
    }
    // One that was copied before these were data has none of them: then what is in the program holds.
    if map["norm"] == nil { rules.norms = Rulebook.builtIn.task.norms }
    if map["shift"] == nil { rules.shifts = Rulebook.builtIn.task.shifts }
    if map["enforcement"] == nil { rules.enforcement = Rulebook.builtIn.task.enforcement }
    return rules
  }

  private mutating func target(_ e: Entry) -> TaskRules.TargetRule? {
    guard let id = word(e, "id"), let name = name(e) else { return nil }
    guard let rounding = rounding(e) else { return nil }
    guard let years = number(e, "population-years-before", 0...10), let days = number(e, "publication-days", 0...366)
    else { return nil }
    return TaskRules.TargetRule(
      id: id, name: name, rounding: rounding, populationYearsBefore: years, publicationDays: days,
      validity: validity(e), source: e.text("source"), cite: e.text("cite"))
  }

  private mutating func rounding(_ e: Entry) -> TaskRules.TargetRule.Rounding? {
    if let rounding = TaskRules.TargetRule.Rounding(rawValue: e.text("rounding")) { return rounding }
    return miss(e.line, Phrase("rounding: verwacht up of nearest", "rounding: expected up or nearest"))
  }

  private mutating func norm(_ e: Entry) -> TaskRules.NormRule? {
    guard let id = word(e, "id"), let name = name(e), let rounding = rounding(e) else { return nil }
    let given = list(e.map["parts"])
    let parts = given.compactMap { Int($0.string ?? "") }
    let isRising = zip([0] + parts, parts).allSatisfy { $0 <= $1 }
    guard given.count == 6, parts.count == 6, isRising, (1...10_000).contains(parts[5]) else {
      return miss(
        e.line,
        Phrase(
          "parts: verwacht zes getallen die niet dalen, [1, 2, 3, 4, 5, 6]",
          "parts: expected six numbers that do not fall, [1, 2, 3, 4, 5, 6]"))
    }
    return TaskRules.NormRule(
      id: id, name: name, parts: parts, rounding: rounding, validity: validity(e), source: e.text("source"))
  }

  private mutating func referenceDate(_ e: Entry) -> TaskRules.ReferenceDateRule? {
    guard let id = word(e, "id"), let name = name(e), let half = number(e, "half", 1...2) else { return nil }
    let parts = e.text("day").split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, Day(2024, parts[0], parts[1]) != nil, (parts[0] <= 6) == (half == 1) else {
      return miss(
        e.line,
        Phrase("day: verwacht maand en dag in dat halfjaar, 04-01", "day: expected month and day in that half, 04-01"))
    }
    return TaskRules.ReferenceDateRule(
      id: id, name: name, half: half, month: parts[0], day: parts[1], validity: validity(e), source: e.text("source"))
  }

  private mutating func pace(_ e: Entry) -> TaskRules.PaceRule? {
    guard let id = word(e, "id"), let name = name(e), let percent = number(e, "percent", 0...100) else { return nil }
    return TaskRules.PaceRule(
      id: id, name: name, percent: percent, validity: validity(e), source: e.text("source"))
  }

  private mutating func signal(_ e: Entry) -> TaskRules.SignalRule? {
    guard let id = word(e, "id"), let name = name(e) else { return nil }
    guard let sort = TaskRules.SignalRule.Sort(rawValue: e.text("when")) else {
      return miss(e.line, Phrase("when: verwacht backlog, missed of pace", "when: expected backlog, missed or pace"))
    }
    guard let count = number(e, "count", sort == .pace ? 1...6 : 1...20) else { return nil }
    let provinces = list(e.map["provinces"]).compactMap(\.string)
    if let unknown = provinces.first(where: { code in !Reference.provinces.contains { $0.code == code } }) {
      miss(e.line, Phrase("onbekende provincie \(unknown)", "unknown province \(unknown)"))
    }
    return TaskRules.SignalRule(
      id: id, name: name, sort: sort, count: count, provinces: provinces, validity: validity(e),
      source: e.text("source"))
  }

  private mutating func number(_ e: Entry, _ key: String, _ range: ClosedRange<Int>) -> Int? {
    if let number = Int(e.text(key)), range.contains(number) { return number }
    return miss(
      e.line,
      Phrase(
        "\(key): verwacht een getal van \(range.lowerBound) tot \(range.upperBound)",
        "\(key): expected a number from \(range.lowerBound) to \(range.upperBound)"))
  }
}
