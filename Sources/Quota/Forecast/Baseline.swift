import Journey

/// Two simple answers to the same question, which the forecast has to beat. Their band is that of counts independent of
/// each other (Poisson) in persons; that families move together and that the pace itself is uncertain is not in it.
public struct Baseline: Hashable, Sendable {
  public enum Method: String, Hashable, Sendable, CaseIterable, Codable {
    /// As many persons a day as so far in the half-year: the line that is drawn through today.
    case paceLine
    /// Little's law: persons on their way, divided by the mean days from coming into scope to a home.
    case little

    public var name: Phrase {
      switch self {
      case .paceLine: Phrase("tempolijn", "pace line")
      case .little: Phrase("wet van Little", "Little's law")
      }
    }
  }

  public let method: Method
  /// Persons from tomorrow to the end of the half-year.
  public let mean: Double
  public let toCome: Forecast.Band
  /// nil without a task.
  public let chance: Double?

  init(_ method: Method, perDay: Double, _ question: Forecast.Question) {
    self.method = method
    mean = perDay * Double(question.days)
    let law = Poisson(mean: mean)
    toCome = Forecast.Band(p15: law.quantile(0.15), p50: law.quantile(0.5), p85: law.quantile(0.85))
    chance = question.need.map { law.chance(ofAtLeast: $0) }
  }

  /// The pace line; nil on the day before the half-year, when there is no line yet.
  public static func paceLine(_ question: Forecast.Question) -> Baseline? {
    let elapsed = question.today - question.period.first + 1
    guard elapsed > 0 else { return nil }
    return Baseline(.paceLine, perDay: Double(question.housed) / Double(elapsed), question)
  }

  /// Little's law, with the mean lead time in days; nil when no household has been seen from beginning to end.
  public static func little(_ question: Forecast.Question, meanLeadTime days: Double?) -> Baseline? {
    guard let days else { return nil }
    let onTheWay = question.waiting.reduce(0) { $0 + $1.persons }
    return Baseline(.little, perDay: Double(onTheWay) / max(1, days), question)
  }
}
