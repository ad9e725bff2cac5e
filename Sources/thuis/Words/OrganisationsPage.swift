import Casebook
import Journey

/// Organisations of the network as rows of figures.
struct OrganisationsPage: FigureTable {
  let organisations: [OrganisationRow]
  let rules: Rulebook
  let language: Language
  let today: Day

  /// In the order of the table, by the names of JSON.
  private enum Column: String, CaseIterable {
    case organisation, party, people, turns, oldest, quiet, silent, responseDays, agreed, kept

    /// As the people of the network have it.
    private var ofPeople: PeoplePage.Column? { PeoplePage.Column(rawValue: rawValue) }
    var title: Phrase { ofPeople?.title ?? Phrase("mensen", "people") }
    var csv: String { ofPeople?.csv ?? rawValue }
  }

  var columns: [String] { Column.allCases.map(\.csv) }

  var titles: [String] { Column.allCases.map { $0.title[language] } }

  var rows: [[String]] { organisations.map { row in Column.allCases.map { text($0, row) } } }

  var shown: [[String]] { organisations.map { row in Column.allCases.map { words($0, row) } } }

  private func text(_ column: Column, _ row: OrganisationRow) -> String {
    switch column {
    case .organisation: row.organisation
    case .party: row.party.rawValue
    case .people: String(row.people)
    case .turns: String(row.turns)
    case .oldest: row.oldest?.description ?? ""
    case .quiet: row.quiet?.description ?? ""
    case .silent: String(row.silent)
    case .responseDays: row.answers.median.map(String.init) ?? ""
    case .agreed: String(row.agreed)
    case .kept: String(row.kept)
    }
  }

  /// Days that passed in place of the days themselves, and words in place of codes.
  private func words(_ column: Column, _ row: OrganisationRow) -> String {
    func passed(_ day: Day?) -> String { day.map { "\(max(0, today - $0)) d" } ?? "" }
    return switch column {
    case .party: rules.party(row.party)[language]
    case .oldest: passed(row.oldest)
    case .quiet: passed(row.quiet)
    default: text(column, row)
    }
  }

  var json: JSON {
    .list(
      organisations.map { row in
        .object([
          "organisation": .text(row.organisation), "party": .text(row.party.rawValue), "people": .number(row.people),
          "turns": .number(row.turns), "oldest": JSON(row.oldest), "quiet": JSON(row.quiet),
          "silent": .number(row.silent),
          "responseDays": JSON(row.answers.median), "agreed": .number(row.agreed), "kept": .number(row.kept),
        ])
      })
  }
}
