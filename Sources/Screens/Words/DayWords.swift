import Journey

/// How days are said on screen: as one would say them to a colleague.
struct DayWords: Sendable {
  let language: Language
  let today: Day

  /// `vr 27 nov`, with the year when it is another one than this.
  func short(_ day: Day) -> String { DayText.short(day, today: today, language) }

  /// `27 nov`, without the weekday: for the story, where the column is narrow.
  func plain(_ day: Day) -> String {
    let (year, month, number) = day.parts
    let text = (number < 10 ? " " : "") + "\(number) " + Self.months[month - 1][language]
    return year == today.year ? text : text + " \(year % 100 < 10 ? "0" : "")\(year % 100)"
  }

  /// `3 d te laat`, `vandaag`, `morgen`, `vr 27 nov`.
  func due(_ day: Day?) -> String {
    guard let day else { return "–" }
    let left = day - today
    switch left {
    case ..<0: return Phrase("\(-left) d te laat", "\(-left) d late")[language]
    case 0: return Phrase("vandaag", "today")[language]
    case 1: return Phrase("morgen", "tomorrow")[language]
    default: return short(day)
    }
  }

  /// `3 dagen te laat`, `nog 4 dagen`.
  func distance(_ day: Day) -> String {
    let left = day - today
    if left < 0 { return days(-left) + Phrase(" te laat", " late")[language] }
    if left == 0 { return Phrase("vandaag", "today")[language] }
    return Phrase("nog \(days(left))", "\(days(left)) left")[language]
  }

  func days(_ count: Int) -> String { Digits.days(count)[language] }

  static let months: [Phrase] = [
    Phrase("jan", "Jan"), Phrase("feb", "Feb"), Phrase("mrt", "Mar"), Phrase("apr", "Apr"), Phrase("mei", "May"),
    Phrase("jun", "Jun"), Phrase("jul", "Jul"), Phrase("aug", "Aug"), Phrase("sep", "Sep"), Phrase("okt", "Oct"),
    Phrase("nov", "Nov"), Phrase("dec", "Dec"),
  ]
}

extension Int {
  /// `2.418` in Dutch, `2,418` in English.
  func grouped(_ language: Language) -> String { Digits.grouped(self, language) }
}
