import Casebook
import Journey
import Screens

/// The board as rows.
struct BoardWords: FigureTable {
  let board: Board
  let language: Language

  let columns = ["stage", "households", "persons", "median", "p85", "overdue", "throughput"]

  var titles: [String] {
    language == .nl
      ? ["Fase", "Huishoudens", "Personen", "Mediaan", "P85", "Te laat", "Per week"]
      : ["Stage", "Households", "Persons", "Median", "P85", "Late", "Per week"]
  }

  private var stations: [Board.Station] {
    board.stations.filter { $0.stage > .reception && $0.stage < .housed }
  }

  var rows: [[String]] {
    stations.map { station in
      [
        language == .nl ? station.stage.name.nl : station.stage.name.en, String(station.households),
        String(station.persons), text(station.median), text(station.p85), String(station.overdue),
        Self.mean(station.throughput),
      ]
    } + [
      [
        Stage.housed.name[language] + " (\(Board.homeDays) d)", String(board.home.households),
        String(board.home.persons),
        text(board.home.leadTimes.median), text(board.home.leadTimes.percentile(0.85)), "", "",
      ]
    ]
  }

  private func text(_ number: Int?) -> String { number.map(String.init) ?? "" }

  /// A week, with one decimal: `12.5`.
  private static func mean(_ weeks: [Int]) -> String {
    let tenths = (weeks.reduce(0, +) * 10 + weeks.count / 2) / max(1, weeks.count)
    return Digits.decimal(tenths: tenths)
  }

  var json: JSON {
    let rows = stations.map { station in
      JSON.object([
        "stage": .text(station.stage.code), "households": .number(station.households),
        "persons": .number(station.persons), "relativesToCome": .number(station.relatives),
        "median": JSON(station.median), "p85": JSON(station.p85), "overdue": .number(station.overdue),
        "throughput": .list(station.throughput.map(JSON.number)),
      ])
    }
    let home = JSON.object([
      "households": .number(board.home.households), "persons": .number(board.home.persons),
      "counted": .number(board.home.counted),
      "median": JSON(board.home.leadTimes.median), "p85": JSON(board.home.leadTimes.percentile(0.85)),
      "days": .number(Board.homeDays),
    ])
    return .object([
      "scope": .text(board.area.code), "day": .text(board.day.description), "stages": .list(rows), "home": home,
    ])
  }
}

/// Where the days go, as rows that add up.
struct DaysWords: FigureTable {
  let spent: DaysSpent
  let rules: Rulebook
  let language: Language
  let area: Area
  let today: Day
  /// They moved in during these days; nil: they are on their way.
  var moved: ClosedRange<Day>?

  let columns = ["party", "days", "share"]

  var titles: [String] { language == .nl ? ["Aan zet", "Dagen", "%"] : ["Whose turn", "Days", "%"] }

  var rows: [[String]] {
    spent.ranked.map { party, days in
      [rules.partyName(party)[language], String(days), Self.share(days, of: spent.total)]
    } + [[language == .nl ? "Samen" : "Together", String(spent.total), spent.total > 0 ? "100.0" : ""]]
  }

  /// In hundred, with one decimal.
  private static func share(_ days: Int, of total: Int) -> String {
    Digits.decimal(tenths: Digits.share(Double(days), of: Double(total), in: 1000))
  }

  var json: JSON {
    .object([
      "scope": .text(area.code), "homeSince": JSON(moved?.lowerBound), "homeThrough": JSON(moved?.upperBound),
      "households": .number(spent.households),
      "days": .number(spent.total),
      "parties": .list(
        spent.ranked.map { party, days in
          .object([
            "party": party.rawValue.isEmpty ? .null : .text(party.rawValue),
            "name": .text(rules.partyName(party)[language]), "days": .number(days),
            "filter": .text(Figure.spent(party, home: moved).text(in: area, on: today, language)),
          ])
        }),
    ])
  }
}
