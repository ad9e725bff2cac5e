/// Days as people write and read them.
public enum DayText {
  private static let months: [Language: [String]] = [
    .nl: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    .en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  ]
  private static let weekdays: [Language: [String]] = [
    .nl: ["ma", "di", "wo", "do", "vr", "za", "zo"], .en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  ]

  /// Reads `2026-11-23`, `23-11`, `23-11-2026`, `23/11/26`, `23 nov`, `vr 4 dec`, `vandaag`, `morgen`, `gisteren`, `+3d`,
  /// `-2w`, `+10w`, `+2m`, `vr` (the next one), `volgende week vrijdag`, `over 2 weken`, `een week geleden`, `begin januari`,
  /// `eind november` (its last day), in Dutch or English. nil for anything else. A day without a year is the one nearest
  /// today.
  ///
  /// - Parameter last: where only days gone by are meant, the last of them: a day without a year and a weekday are the latest
  ///   until then.
  public static func read(_ text: String, today: Day, upTo last: Day? = nil) -> Day? {
    let words = words(text)
    guard let first = words.first else { return nil }
    if let day = Day(text) { return day }
    if words.count == 1 { return named(first, today: today, last) }
    return dated(words, today, last) ?? far(words, today) ?? weekday(words, today, last)
      ?? PeriodText.part(words, today: today, last)?.day
  }

  /// In lower case, without the signs between them.
  static func words(_ text: String) -> [String] {
    text.lowercased().replacing("a.s.", with: "komende ")
      .split { $0 == " " || $0 == "-" && !text.hasPrefix("-") || $0 == "/" || $0 == "." }.map(String.init)
  }

  /// `23 11`, `23 nov 2026`, also after its weekday: of the years that may be meant then one in which it is that.
  private static func dated(_ words: [String], _ today: Day, _ last: Day?) -> Day? {
    let weekday = weekdayNumber(words[0])
    let words = weekday == nil ? words : Array(words.dropFirst())
    guard (2...3).contains(words.count), let date = Int(words[0]), let month = Int(words[1]) ?? monthNumber(words[1])
    else { return nil }
    guard words.count == 3 else { return without(year: today, month, date, last, weekday) }
    // A year half typed is none yet.
    guard [2, 4].contains(words[2].count), let year = Int(words[2]) else { return nil }
    let day = Day(words[2].count == 2 ? 2000 + year : year, month, date)
    return weekday == nil || day?.weekday == weekday ? day : nil
  }

  /// `over 2 weken`, `een week geleden`.
  private static func far(_ words: [String], _ today: Day) -> Day? {
    guard words.count == 3 else { return nil }
    let isPast = ["geleden", "ago"].contains(words[2])
    guard isPast || ["over", "in"].contains(words[0]) else { return nil }
    let (count, unit) = isPast ? (words[0], words[1]) : (words[1], words[2])
    guard let number = Int(count) ?? counts.firstIndex(where: { $0.contains(count) }), number >= 0
    else { return nil }
    return self.away(isPast ? -number : number, unit, from: today)
  }

  /// Words and letters that a length of time is said in.
  public static let units = [
    "d", "dag", "dagen", "day", "days", "w", "week", "weken", "weeks", "m", "maand", "maanden", "month", "months",
    "jaar", "year", "years",
  ]

  /// The day so many of a unit from another one: `weken`, `m`; nil where it is none of ``units``, or far off the calendar.
  public static func away(_ count: Int, _ unit: String, from day: Day) -> Day? {
    guard units.contains(unit), (-5000...5000).contains(count) else { return nil }
    switch unit.first {
    case "d": return day + count
    case "w": return day + 7 * count
    case "m": return day.adding(months: count)
    default: return abs(count) > 500 ? nil : day.adding(months: 12 * count)
    }
  }

  private static let counts = [
    [], ["een", "één", "a", "an", "one"], ["twee", "two"], ["drie", "three"], ["vier", "four"], ["vijf", "five"],
    ["zes", "six"], ["zeven", "seven"], ["acht", "eight"], ["negen", "nine"], ["tien", "ten"],
  ]

  /// `volgende week vrijdag`, `vrijdag volgende week`, `komende vrijdag`, `afgelopen vrijdag`. `volgende vrijdag` is of this
  /// week to some and of the next to others, and is not read.
  private static func weekday(_ words: [String], _ today: Day, _ last: Day?) -> Day? {
    if words.count == 2, let weekday = weekdayNumber(words[1]) {
      switch words[0] {
      case "deze", "komende", "aanstaande", "aankomende", "this", "coming": return named(words[1], today: today, nil)
      case "afgelopen", "last", "past": return today - 1 - (today - 1).since(weekday)
      default: return nil
      }
    }
    guard words.count == 3, let index = words.firstIndex(where: { weekdayNumber($0) != nil }), index != 1,
      let weekday = weekdayNumber(words[index]), let week = words.firstIndex(of: "week"), week > 0,
      let away = PeriodText.distance(words[week - 1])
    else { return nil }
    return today - today.weekday + 7 * away + weekday
  }

  private static let weekdayWords = [
    ["ma", "di", "wo", "do", "vr", "za", "zo"], ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  ]

  /// 1 = Monday ... 7 = Sunday.
  private static func weekdayNumber(_ word: String) -> Int? {
    weekdayWords.lazy.compactMap { $0.firstIndex(of: word) }.first.map { $0 + 1 }
  }

  private static func named(_ word: String, today: Day, _ last: Day?) -> Day? {
    switch word {
    case "vandaag", "today", "nu": return today
    case "morgen", "tomorrow": return today + 1
    case "overmorgen": return today + 2
    case "gisteren", "yesterday": return today - 1
    case "eergisteren": return today - 2
    default: break
    }
    if word.hasPrefix("+") || word.hasPrefix("-") {
      guard let length = TermRule.Length(word.hasPrefix("+") ? String(word.dropFirst()) : word),
        abs(length.count) < 5000
      else { return nil }
      switch length.unit {
      case .days: return today + length.count
      case .weeks: return today + length.count * 7
      case .months: return today.adding(months: length.count)
      case .workingDays: return GeneralTermsAct.workingDays(length.count, after: today)
      }
    }
    guard let weekday = weekdayNumber(word) else { return nil }
    if let last { return last - last.since(weekday) }
    // The next one is one to seven days ahead.
    return today + 7 - today.since(weekday)
  }

  /// `mrt`, `maart`, `March`, or their first three letters; in lower case.
  static func monthNumber(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    let full = [
      [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
      ],
      [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
      ],
    ]
    if word == "mrt" { return 3 }
    for list in full { if let index = list.firstIndex(where: { $0.hasPrefix(word) }) { return index + 1 } }
    return nil
  }

  /// - Parameter weekday: what it must be: of a day that a list shows without its year, that of this year, else the nearest.
  private static func without(year today: Day, _ month: Int, _ date: Int, _ last: Day?, _ weekday: Int?) -> Day? {
    func fits(_ day: Day) -> Bool { weekday == nil || day.weekday == weekday }
    // A day that not every year has is there within eight.
    if let last {
      return (0...8).lazy.compactMap { Day(last.year - $0, month, date) }.first { $0 <= last }.flatMap {
        fits($0) ? $0 : nil
      }
    }
    let nearest = (-1...1).compactMap { Day(today.year + $0, month, date) }.min { abs($0 - today) < abs($1 - today) }
    if let nearest, fits(nearest) { return nearest }
    return weekday == nil ? nil : Day(today.year, month, date).flatMap { fits($0) ? $0 : nil }
  }

  /// `vr 27 nov`; with the year when it is another than today's: `27 nov 2025`.
  public static func short(_ day: Day, today: Day, _ language: Language) -> String {
    let (year, month, date) = day.parts
    let name = months[language]![month - 1]
    return year == today.year ? "\(weekdays[language]![day.weekday - 1]) \(date) \(name)" : "\(date) \(name) \(year)"
  }

  /// `ma 23 nov 2026`.
  public static func long(_ day: Day, _ language: Language) -> String {
    let (year, month, date) = day.parts
    return "\(weekdays[language]![day.weekday - 1]) \(date) \(months[language]![month - 1]) \(year)"
  }

  /// `23 nov 2026`.
  public static func dated(_ day: Day, _ language: Language) -> String { "\(brief(day, language)) \(day.parts.year)" }

  /// `23 nov`: six columns, for the margin of a story.
  public static func brief(_ day: Day, _ language: Language) -> String {
    "\(day.parts.day) \(months[language]![day.parts.month - 1])"
  }
}

extension Day {
  /// Days since the last such weekday (1 = Monday ... 7 = Sunday): 0 on one.
  fileprivate func since(_ weekday: Int) -> Int { (self.weekday - weekday + 7) % 7 }
}
