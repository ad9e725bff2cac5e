import Casebook
import Journey

/// People of the network as rows of figures.
struct PeoplePage: FigureTable {
  let people: [NetworkRow]
  let rules: Rulebook
  let language: Language
  let today: Day

  /// In the order of the table, by the names of JSON.
  enum Column: String, CaseIterable {
    case name, organisation, party, turns, oldest, quiet, silent, households, responseDays
    case agreed, kept, spoken, function, phone, mail, deputy, area, awayUntil, until, listed

    /// The name of it in CSV.
    var csv: String {
      switch self {
      case .responseDays: "response_days"
      case .awayUntil: "away_until"
      default: rawValue
      }
    }

    var title: Phrase {
      switch self {
      case .name: Phrase("naam", "name")
      case .organisation: Phrase("organisatie", "organisation")
      case .party: Phrase("partij", "party")
      case .turns: Phrase("aan zet", "turns")
      case .oldest: Phrase("oudste", "oldest")
      case .quiet: Phrase("stil", "quiet")
      case .silent: Phrase("te stil", "silent")
      case .households: Phrase("huish.", "househ.")
      case .responseDays: Phrase("reactie", "response")
      case .agreed: Phrase("afgespr.", "agreed")
      case .kept: Phrase("gehad", "kept")
      case .spoken: Phrase("gesproken", "spoken")
      case .function: Phrase("functie", "function")
      case .phone: Phrase("telefoon", "phone")
      case .mail: Phrase(same: "mail")
      case .deputy: Phrase("vervanger", "deputy")
      case .area: Phrase("gebied", "area")
      case .awayUntil: Phrase("weg tot", "away until")
      case .until: Phrase("tot", "until")
      case .listed: Phrase("netwerk", "listed")
      }
    }
  }

  var columns: [String] { Column.allCases.map(\.csv) }

  var titles: [String] { Column.allCases.map { $0.title[language] } }

  var rows: [[String]] { people.map { row in Column.allCases.map { text($0, row) } } }

  var shown: [[String]] { people.map { row in Column.allCases.map { words($0, row) } } }

  private func text(_ column: Column, _ row: NetworkRow) -> String {
    let card = row.partner?.card
    let away = row.partner.flatMap { $0.isAway(today) ? $0.away : nil }
    return switch column {
    case .name: row.contact.name
    case .organisation: row.contact.organisation
    case .party: row.contact.party.rawValue
    case .turns: String(row.turns)
    case .oldest: row.oldest?.description ?? ""
    case .quiet: row.quiet?.description ?? ""
    case .silent: String(row.silent)
    case .households: String(row.households)
    case .responseDays: row.contact.name.isEmpty ? "" : row.answers.median.map(String.init) ?? ""
    case .agreed: String(row.agreed)
    case .kept: String(row.kept)
    case .spoken: row.spoken?.description ?? ""
    case .function: card?.function ?? ""
    case .phone: card?.phone ?? ""
    case .mail: card?.mail ?? ""
    case .deputy: away?.deputy ?? card?.deputy ?? ""
    case .area: card?.area ?? ""
    case .awayUntil: away.map { $0.until?.description ?? "?" } ?? ""
    case .until: row.partner?.until?.description ?? ""
    case .listed: row.partner == nil ? "no" : "yes"
    }
  }

  /// Days that passed in place of the days themselves, and words in place of codes.
  private func words(_ column: Column, _ row: NetworkRow) -> String {
    func passed(_ day: Day?) -> String { day.map { "\(max(0, today - $0)) d" } ?? "" }
    return switch column {
    case .name where row.contact.name.isEmpty: Phrase("niemand bij naam", "nobody by name")[language]
    case .party: rules.party(row.contact.party)[language]
    case .oldest: passed(row.oldest)
    case .quiet: passed(row.quiet)
    case .spoken: passed(row.spoken)
    case .listed: (row.partner == nil ? Phrase("nee", "no") : Phrase("ja", "yes"))[language]
    default: text(column, row)
    }
  }

  var json: JSON {
    .list(
      people.map { row in
        .object(Dictionary(uniqueKeysWithValues: Column.allCases.map { ($0.rawValue, value($0, row)) }))
      })
  }

  private func value(_ column: Column, _ row: NetworkRow) -> JSON {
    let text = text(column, row)
    switch column {
    case .listed: return .flag(row.partner != nil)
    case .turns, .silent, .households, .responseDays, .agreed, .kept: return JSON(Int(text))
    default: return text.isEmpty ? .null : .text(text)
    }
  }
}
