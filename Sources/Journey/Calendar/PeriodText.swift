/// Stretches of days as people write them.
public enum PeriodText {
  /// Reads `deze week`, `volgende maand`, `vorig halfjaar`, `dit jaar`, `week 50`, `december`, `dec 2026`, `begin januari`,
  /// `half december`, `eind november`, `eind volgende maand`, `2026`, and every day that ``DayText`` reads; in Dutch or
  /// English. nil for anything else. A month or a week without a year is the one nearest today.
  ///
  /// - Parameter last: where only days gone by are meant: a month or a week without a year has begun by then.
  public static func read(_ text: String, today: Day, upTo last: Day? = nil) -> ClosedRange<Day>? {
    let words = DayText.words(text)
    return part(words, today: today, last)?.days ?? whole(words, today: today, last)
      ?? DayText.read(text, today: today, upTo: last).map { $0...$0 }
  }

  /// The begin, middle or end of a month or a year, and the day that stands for it: the first, the 15th, the last.
  static func part(_ words: [String], today: Day, _ last: Day?) -> (days: ClosedRange<Day>, day: Day)? {
    guard words.count > 1, let part = parts.first(where: { $0.value.contains(words[0]) })?.key else { return nil }
    let rest = Array(words.dropFirst().drop { ["van", "of", "de", "het", "the"].contains($0) })
    guard !rest.isEmpty else { return nil }
    let named = rest == ["maand"] || rest == ["month"] || rest == ["jaar"] || rest == ["year"] ? ["deze"] + rest : rest
    guard let days = whole(named, today: today, last), days.upperBound - days.lowerBound >= 27 else { return nil }
    let (first, end) = (days.lowerBound, days.upperBound)
    let isMonth = end - first < 31
    let (tenth, twentieth) =
      isMonth ? (first + 9, first + 19) : (first.adding(months: 4) - 1, first.adding(months: 8) - 1)
    switch part {
    case .begin: return (first...tenth, first)
    case .middle: return (tenth + 1...twentieth, isMonth ? first + 14 : first.adding(months: 6))
    case .end: return (twentieth + 1...end, end)
    }
  }

  private enum Part { case begin, middle, end }
  private static let parts: [Part: [String]] = [
    .begin: ["begin", "start", "early", "beginning"], .middle: ["half", "midden", "medio", "mid", "middle"],
    .end: ["eind", "einde", "end", "late"],
  ]

  /// How many weeks, months or years from this one.
  static func distance(_ word: String) -> Int? {
    switch word {
    case "deze", "dit", "this": 0
    case "volgende", "volgend", "komende", "komend", "next", "coming": 1
    case "vorige", "vorig", "afgelopen", "last", "previous", "past": -1
    default: nil
    }
  }

  /// Whole weeks, months, half-years and years.
  private static func whole(_ words: [String], today: Day, _ last: Day?) -> ClosedRange<Day>? {
    guard let first = words.first else { return nil }
    let rest = Array(words.dropFirst())
    if let away = distance(first) { return near(rest.joined(), away, today) }
    if ["week", "wk"].contains(first) { return week(rest, today, last) }
    if let month = DayText.monthNumber(first), rest.count < 2 {
      if let year = rest.first { return year.count == 4 ? Int(year).flatMap { self.month($0, month) } : nil }
      let years = last.map { [$0.year, $0.year - 1] } ?? [today.year - 1, today.year, today.year + 1]
      let all = years.compactMap { self.month($0, month) }
      if let last { return all.first { $0.lowerBound <= last } }
      return all.min { abs($0.lowerBound + 14 - today) < abs($1.lowerBound + 14 - today) }
    }
    guard rest.isEmpty, first.count == 4, let year = Int(first), (1900...2999).contains(year) else { return nil }
    return Day(year, 1, 1)!...Day(year, 12, 31)!
  }

  private static func near(_ unit: String, _ away: Int, _ today: Day) -> ClosedRange<Day>? {
    let (year, month, _) = today.parts
    func months(from first: Day, _ count: Int) -> ClosedRange<Day> {
      let begin = first.adding(months: away * count)
      return begin...(begin.adding(months: count) - 1)
    }
    switch unit {
    case "week":
      let monday = today - (today.weekday - 1) + 7 * away
      return monday...monday + 6
    case "maand", "month": return Day(year, month, 1).map { months(from: $0, 1) }
    case "halfjaar", "halfyear": return Day(year, month < 7 ? 1 : 7, 1).map { months(from: $0, 6) }
    case "jaar", "year": return Day(year, 1, 1).map { months(from: $0, 12) }
    default: return nil
    }
  }

  private static func month(_ year: Int, _ month: Int) -> ClosedRange<Day>? {
    Day(year, month, 1).map { $0...($0 + (Day.length(ofMonth: month, year: year) - 1)) }
  }

  /// An ISO week by its number, with or without its year.
  private static func week(_ words: [String], _ today: Day, _ last: Day?) -> ClosedRange<Day>? {
    guard let number = words.first.flatMap({ Int($0) }), (1...53).contains(number), words.count < 3 else { return nil }
    let given = words.count == 2 ? Int(words[1]) : nil
    if words.count == 2, given.map((1900...2999).contains) != true { return nil }
    let years =
      given.map { [$0] } ?? last.map { [$0.year + 1, $0.year, $0.year - 1] } ?? [-1, 0, 1].map { today.year + $0 }
    let mondays = years.compactMap { year -> Day? in
      // 4 January is in the first week.
      guard let fourth = Day(year, 1, 4) else { return nil }
      let monday = fourth - (fourth.weekday - 1) + 7 * (number - 1)
      return monday.isoWeek == number ? monday : nil
    }
    let monday =
      last.map { last in mondays.first { $0 <= last } ?? (given == nil ? nil : mondays.first) }
      ?? mondays.min { abs($0 + 3 - today) < abs($1 + 3 - today) }
    return monday.map { $0...$0 + 6 }
  }
}
