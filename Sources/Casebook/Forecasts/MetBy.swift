import Journey
import Quota

/// By when a task is met, as a forecast has it, to the week.
public struct MetBy: Hashable, Sendable {
  /// In half of the half-years played; nil: not in this half-year.
  public let half: Day?
  /// In 85 of 100 of them.
  public let mostly: Day?

  init(_ task: Int, _ weeks: [KeptForecast.Week]) {
    half = weeks.first { $0.p50 >= task }?.day
    mostly = weeks.first { $0.p15 >= task }?.day
  }

  /// nil: it is not to be expected.
  public var words: Phrase? {
    func on(_ day: Day) -> Phrase { Phrase(DayText.brief(day, .nl), DayText.brief(day, .en)) }
    guard let half else { return nil }
    let most = Phrase("in 85 van de 100 op ", "in 85 of 100 by ")
    guard let mostly else {
      return Phrase(
        "De helft van de gespeelde halfjaren haalt de opgave op ", "Half of the half-years played meet the task by ")
        + on(half) + Phrase(same: ".")
    }
    return Phrase(
      "De opgave is in de helft van de gespeelde halfjaren gehaald op ",
      "The task is met in half of the half-years played by ")
      + on(half) + Phrase(same: ", ") + most + on(mostly) + Phrase(same: ".")
  }
}

extension KeptForecast {
  /// nil: there is no task, it was met already, or nothing is known by the week.
  public var metBy: MetBy? {
    guard let grounds, let task = grounds.task, grounds.counts["housed", default: 0] < task, let figures,
      !figures.weeks.isEmpty
    else { return nil }
    return MetBy(task, figures.weeks)
  }
}
