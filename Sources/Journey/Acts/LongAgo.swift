// A day of what has been that was typed without its year, and is so read as one of long ago.
extension Field {
  /// `bijna een jaar geleden: zo 30 nov 2025`, where the nearest day of that name is still to come; nil for any other.
  /// - Parameter last: the last day that can be meant.
  public static func longAgo(_ text: String, today: Day, upTo last: Day) -> Phrase? {
    let parts = text.split { " -/.".contains($0) }
    guard parts.count == 2, let day = DayText.read(text, today: today, upTo: last),
      let nearest = DayText.read(text, today: today), nearest > day
    else { return nil }
    let months = (today - day) / 30
    let ago =
      months > 10
      ? Phrase("bijna een jaar geleden", "nearly a year ago")
      : Phrase("ruim \(months) maanden geleden", "more than \(months) months ago")
    return ago + Phrase(": \(DayText.long(day, .nl))", ": \(DayText.long(day, .en))")
  }
}
