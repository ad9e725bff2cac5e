import Journey

extension PartialDate {
  /// `ma 3 apr 1987`, `apr 1987`, `1987`: as much as is known.
  func words(_ language: Language) -> String {
    guard let month else { return String(year) }
    guard let day, let whole = Day(year, month, day) else { return "\(DayWords.months[month - 1][language]) \(year)" }
    return DayText.long(whole, language)
  }
}
