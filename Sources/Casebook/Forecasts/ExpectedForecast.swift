import Journey
import Quota

extension Forecasting {
  /// What is expected of an area: the forecast that was kept last where it still holds, else one made now. So whoever asks
  /// on the same day, on the screen, by command or in a report, hears the same.
  ///
  /// - Parameters:
  ///   - anew: made now in any case.
  ///   - keeps: one that is made now takes the place of the one before.
  public func expected(
    _ line: LedgerLine, on today: Day, anew: Bool = false, keeps: Bool
  ) throws(CasebookFailure) -> KeptForecast {
    if !anew, let kept = try casebook.keptForecasts(line.period, of: line.area)[line.area] {
      let grounds = try casebook.forecastGrounds([line])[line.area]
      if !kept.isStale(today, on: grounds) { return kept }
    }
    let made = try forecast(line, on: today)
    if keeps { try casebook.keep(made) }
    return made
  }
}

extension Casebook {
  /// The kept forecasts of lines of one half-year that still hold, by area: made today, on what is there now. The chance in
  /// another one is that of a task that may have changed since.
  public func forecastsThatHold(
    _ lines: [LedgerLine], on today: Day
  ) throws(CasebookFailure) -> [Area: KeptForecast] {
    guard let period = lines.first?.period else { return [:] }
    let kept = try keptForecasts(period)
    if kept.isEmpty { return [:] }
    let grounds = try forecastGrounds(lines.filter { kept[$0.area] != nil })
    return kept.filter { area, forecast in
      guard let now = grounds[area] else { return false }
      return !forecast.isStale(today, on: now)
    }
  }
}
