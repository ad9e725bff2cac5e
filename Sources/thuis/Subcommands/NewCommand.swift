import ArgumentParser
import Casebook
import Journey

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Open a dossier for a household that is not there yet.",
    usage: "thuis new --surname <name> [--field value ...] [options]",
    discussion: """
      Fields: given, prefix, surname, birth, sex, vnumber, bsn, nationality, phone, reception, permitted (the day of the \
      permit) and day (known since). Members follow with 'thuis do REF member'.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(parsing: .allUnrecognized, help: "The household's fields: --surname Haddad --given Rima.")
  var fields: [String] = []

  @Option(help: ArgumentHelp("What to print: text or json."))
  var format: TextFormat = .text

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.casebookToRecordIn(.create), try place.rules())
      let values = try FieldWords.read(fields, known: NewHousehold.fields().map(\.name))
      let entries = try NewHousehold.events(values, today: place.today)
      let dossier = try casebook.register(
        entries.map { ($0.day, $0.body) }, year: place.today.year, by: place.actor, source: .command, rules: rules,
        today: place.today)
      switch format {
      case .text: Output.line("\(dossier.id)  \(Plain.clean(dossier.name))")
      case .json:
        Output.line(
          try JSON.object([
            "dossier": .text(dossier.id.description), "version": .number(dossier.sequence),
            "stage": .text(dossier.stage.code),
          ]).rendered())
      }
      return .done
    }
  }
}
