import ArgumentParser
import Casebook
import Journey
import Quota

struct QuotaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quota",
    abstract: told(
      "De taakstelling: doelen, saldo's, wat gedaan is en wat te doen is.",
      "The task (taakstelling): targets, balances, what is done and what is to do."),
    discussion: told(
      """
      Zonder onderdeel komt de stand van een halfjaar, een regel voor elke gemeente van het gebied. \
      'import' neemt lijsten in, 'post' legt één ding vast, 'signals' zegt welke drempels overschreden \
      zijn, 'log' noemt de boekingen, 'undo' neemt uw laatste handeling terug.
      """,
      """
      Without a subcommand it prints the ledger of a half-year, a row for each municipality of the scope. 'import' takes \
      lists in, 'post' records one thing, 'signals' says which thresholds are crossed, 'log' lists the postings, 'undo' takes \
      your latest act back.
      """),
    subcommands: [
      QuotaShowCommand.self, QuotaImportCommand.self, QuotaPostCommand.self, QuotaSignalsCommand.self,
      QuotaLogCommand.self, QuotaUndoCommand.self,
    ], defaultSubcommand: QuotaShowCommand.self)
}

/// Of which area, and in which half-year.
struct TaskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      told(
        "NL, een provincie (PV26, Gelderland, \"provincie Utrecht\"), een regio (\"AM Amersfoort\") of een gemeente (GM0344, Zeist). Anders NL.",
        "NL, a province (PV26, Gelderland, \"provincie Utrecht\"), a region (\"AM Amersfoort\") or a municipality (GM0344, Zeist). Else NL."
      ),
      valueName: "area"))
  var scope: String?

  @Option(
    help: ArgumentHelp(
      told("Het halfjaar, 2026H2. Anders dat van vandaag.", "The half-year, 2026H2. Else that of today."),
      valueName: "half-year"))
  var period: String?

  func area() throws -> Area {
    try scope.map(Area.asked) ?? .country
  }

  func halfYear(_ today: Day) throws -> HalfYear {
    try period.map(HalfYear.asked) ?? HalfYear(holding: today)
  }
}

extension HalfYear {
  /// A half-year as people write it.
  ///
  /// - Throws: what was expected, when it is none.
  static func asked(_ text: String) throws -> HalfYear {
    if let found = HalfYear(text) { return found }
    throw CommandFailure.usage(
      "--period \"\(text)\" is geen halfjaar; verwacht 2026H2 of 2026-II.",
      "--period \"\(text)\" is no half-year; expected 2026H2 or 2026-II.")
  }
}

extension Surroundings {
  /// The ledger as it stands today, with what the stories say.
  func ledger(_ casebook: Casebook) throws -> Ledger {
    try casebook.ledger(rules: try rules(), today: today)
  }
}
