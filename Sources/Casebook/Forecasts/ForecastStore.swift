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
    let text = (try? JSONEncoder().encode(Outcome(forecast))).map { String(decoding: $0, as: UTF8.self) } ?? ""
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
        guard let area = Area(code: row[0]),
          let stored = try? JSONDecoder().decode(Outcome.self, from: Data((row[3] as String).utf8)),
          let outcome = stored.value
        else { continue }
        kept[area] = KeptForecast(
          area, period, day: Day(number: row[1]), changes: row[2], grounds: stored.grounds, outcome)
      }
      return kept
    }
  }

  /// How many changes the casebook has seen: a kept forecast says at how many it was made.
  public func changesSeen() throws(CasebookFailure) -> Int { try read { db in try Casebook.changes(db) } }

  private struct Outcome: Codable {
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
}
