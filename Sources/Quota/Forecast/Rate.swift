import Journey

/// How many in how long, as somebody said it: `3/maand` stays three a month.
public struct Rate: Hashable, Sendable {
  public enum Every: String, Hashable, Sendable { case week, month }

  public var number: Double
  public var every: Every

  public init(_ number: Double, every: Every = .week) { (self.number, self.every) = (number, every) }

  /// `3`, `0,75`, `3/month`, `3 per maand`; nil for what is no such number, a day among them.
  public init?(_ text: String) {
    let text = text.drop { $0 == " " }
    let figure = text.prefix { $0.isNumber || $0 == "." || $0 == "," }
    guard let number = Double(figure.replacing(",", with: ".")), (0...10_000).contains(number) else { return nil }
    switch text[figure.endIndex...].lowercased().filter({ $0 != " " }) {
    case "", "/w", "/week", "perweek", "aweek": self.init(number)
    case "/m", "/maand", "/month", "permaand", "amonth", "permonth": self.init(number, every: .month)
    default: return nil
    }
  }

  /// The Gregorian year has 52.1775 weeks.
  public var perWeek: Double { every == .week ? number : number * 12 / 52.1775 }

  /// How many in a week of seven days: whole ones, each in the middle of the time that a rate leaves for it. `3/month` has its
  /// first after five days: said to come at the end of its time, homes would be late by half of it each.
  ///
  /// - Parameter days: from the first day of week 1 on, in which there are none yet.
  func count(inWeek week: Int, afterDays days: Int = 0) -> Int {
    func whole(through week: Int) -> Int { Int(max(0, Double(7 * week - days) / 7 * perWeek) + 0.5 + 1e-9) }
    return whole(through: week) - whole(through: week - 1)
  }

  /// As it is typed: `0,75`, `3/maand`.
  public func typed(_ language: Language) -> String {
    let unit = every == .week ? Phrase(same: "") : Phrase("/maand", "/month")
    return Self.text(number, language) + unit[language]
  }

  /// `per week`
  public var period: Phrase { every == .week ? Phrase("per week", "a week") : Phrase("per maand", "a month") }

  /// `0,69`, `3`: to the hundredth, rounded.
  static func text(_ value: Double, _ language: Language) -> String {
    let hundredths = Int((value * 100).rounded())
    var text = "\(hundredths / 100)"
    guard hundredths % 100 > 0 else { return text }
    text += (language == .nl ? "," : ".") + String(hundredths % 100 + 100).dropFirst()
    return text.hasSuffix("0") ? String(text.dropLast()) : text
  }
}
