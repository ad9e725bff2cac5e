import Foundation
import GRDB
import Journey
import Quota

enum ForecastTable {
  static let create = """
    CREATE TABLE IF NOT EXISTS forecast (
      area TEXT NOT NULL, period TEXT NOT NULL, day INTEGER NOT NULL, changes INTEGER NOT NULL, outcome TEXT NOT NULL,
      PRIMARY KEY (period, area)) WITHOUT ROWID;
    """
}

/// The latest forecast of every area and half-year: shown at once, and computed anew when it is old.
extension Casebook {
  /// Keeps it in place of the one before. Losing it in a power cut costs no more than computing it again.
  public func keep(_ forecast: KeptForecast) throws(CasebookFailure) {
    let text = (try? JSONEncoder().encode(StoredOutcome(forecast))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO forecast (area, period, day, changes, outcome) VALUES (?,?,?,?,?)",
        arguments: [
          forecast.area.code, forecast.period.description, forecast.day.number, forecast.changes, text,
        ])
    }
  }

  /// The kept ones of a half-year, by area; what a newer program wrote otherwise is left out, and so is what was made
  /// before the half-year began.
  ///
  /// - Parameter area: of this one alone; nil: of all.
  public func keptForecasts(
    _ period: HalfYear, of area: Area? = nil
  ) throws(CasebookFailure) -> [Area: KeptForecast] {
    try read { db in
      let rows = try GRDB.Row.fetchAll(
        db,
        sql: """
          SELECT area, day, changes, outcome FROM forecast WHERE period = ? AND day >= ? AND area = ifnull(?, area)
          """,
        arguments: [period.description, period.first.number, area?.code])
      var kept: [Area: KeptForecast] = [:]
      for row in rows {
        guard let area = Area(code: row[0]), let (grounds, outcome) = forecasts.read(row[3], of: area, period) else {
          continue
        }
        kept[area] = KeptForecast(area, period, day: Day(number: row[1]), changes: row[2], grounds: grounds, outcome)
      }
      return kept
    }
  }

  /// How many changes the casebook has seen: a kept forecast says at how many it was made.
  public func changesSeen() throws(CasebookFailure) -> Int { try read { db in try Casebook.changes(db) } }
}

/// The texts that forecasts were read from last, and what they say: all of them are asked for whenever the task is looked
/// at, and most say what they said.
final class ForecastsRead: Sendable {
  private struct Key: Hashable {
    var area: Area
    var period: HalfYear
  }
  private let known = Mutexed<[Key: (text: String, outcome: StoredOutcome?)]>([:])

  /// nil: a newer program wrote it otherwise.
  func read(_ text: String, of area: Area, _ period: HalfYear) -> (ForecastGrounds?, KeptForecast.Outcome)? {
    let key = Key(area: area, period: period)
    let outcome = known.with { known in
      if let last = known[key], last.text == text { return last.outcome }
      let outcome = try? JSONDecoder().decode(StoredOutcome.self, from: Data(text.utf8))
      known[key] = (text, outcome)
      return outcome
    }
    return outcome.flatMap { stored in stored.value.map { (stored.grounds, $0) } }
  }
}

private struct StoredOutcome: Codable {
  var figures: KeptForecast.Figures?
  var nl: String?
  var en: String?
  var grounds: ForecastGrounds?

  init(_ forecast: KeptForecast) {
    grounds = forecast.grounds
    switch forecast.outcome {
    case .figures(let figures): self.figures = figures
    case .tooLittle(let words): (nl, en) = (words.nl, words.en)
    }
  }

  var value: KeptForecast.Outcome? {
    if let figures { return .figures(figures) }
    if let nl, let en { return .tooLittle(Phrase(nl, en)) }
    return nil
  }
}
