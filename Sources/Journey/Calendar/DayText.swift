/// Days as people write and read them.
public enum DayText {
  private static let months: [Language: [String]] = [
    .nl: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    .en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  ]
  private static let weekdays: [Language: [String]] = [
    .nl: ["ma", "di", "wo", "do", "vr", "za", "zo"], .en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  ]

  /// Reads `2026-11-23`, `23-11`, `23-11-2026`, `23/11/26`, `23 nov`, `vandaag`, `morgen`, `gisteren`, `+3d`, `-2w`, `+10w`,
  /// `+2m`, `vr` (the next one), in Dutch or English. nil for anything else. A day without a year is the one nearest today.
  ///
  /// - Parameter last: where only days gone by are meant, the last of them: a day without a year and a weekday are the latest
  ///   until then.
  public static func read(_ text: String, today: Day, upTo last: Day? = nil) -> Day? {
    let words = text.lowercased().split { $0 == " " || $0 == "-" && !text.hasPrefix("-") || $0 == "/" || $0 == "." }
      .map(String.init)
    guard let first = words.first else { return nil }
    if let day = Day(text) { return day }
    if words.count == 1 { return named(first, today: today, last) }
    guard words.count <= 3, let date = Int(first), let month = Int(words[1]) ?? monthNumber(words[1]) else {
      return nil
    }
    guard words.count == 3 else { return without(year: today, month, date, last) }
    guard let year = Int(words[2]) else { return nil }
    return Day(words[2].count == 2 ? 2000 + year : year, month, date)
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
    let days = [
      ["ma", "di", "wo", "do", "vr", "za", "zo"], ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
      ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
      ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    ]
    for list in days {
      guard let index = list.firstIndex(of: word) else { continue }
      if let last { return last - (last.weekday - index + 6) % 7 }
      // The next one is one to seven days ahead.
      return today + (index + 1 - today.weekday + 6) % 7 + 1
    }
    return nil
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

  private static func without(year today: Day, _ month: Int, _ date: Int, _ last: Day?) -> Day? {
    // A day that not every year has is there within eight.
    if let last { return (0...8).lazy.compactMap { Day(last.year - $0, month, date) }.first { $0 <= last } }
    return (-1...1).compactMap { Day(today.year + $0, month, date) }.min { abs($0 - today) < abs($1 - today) }
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
