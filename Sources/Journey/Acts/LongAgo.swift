// A day of what has been that was typed without its year, and is so read as one of long ago.
extension Field {
  /// The day, and `bijna een jaar geleden`, where the nearest of that name is still to come; nil for any other.
  /// - Parameter last: the last day that can be meant.
  public static func longAgo(_ text: String, today: Day, upTo last: Day) -> (day: Day, ago: Phrase)? {
    let parts = text.split { " -/.".contains($0) }
    guard parts.count == 2, let day = DayText.read(text, today: today, upTo: last),
      let nearest = DayText.read(text, today: today), nearest > day
    else { return nil }
    let months = (today - day) / 30
    let ago =
      months > 10
      ? Phrase("bijna een jaar geleden", "nearly a year ago")
      : Phrase("ruim \(months) maanden geleden", "more than \(months) months ago")
    return (day, ago)
  }
}
