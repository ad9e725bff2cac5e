import ArgumentParser
import Casebook
import Journey

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: told(
      "Open een dossier voor een huishouden dat er nog niet is.",
      "Open a dossier for a household that is not there yet."),
    usage: told(
      "thuis new --achternaam <naam> [--veld waarde ...] [opties]",
      "thuis new --surname <name> [--field value ...] [options]"),
    discussion: told(
      """
      Velden: voornamen, voorvoegsel, achternaam, geboren, geslacht, vnummer, bsn, nationaliteit, telefoon, \
      opvang, vergund (de dag van de vergunning) en datum (bekend sinds); de Engelse namen werken ook. \
      Leden volgen met 'thuis do REF gezinslid-toevoegen'.
      """,
      """
      Fields: given, prefix, surname, birth, sex, vnumber, bsn, nationality, phone, reception, permitted (the day of the \
      permit) and day (known since); the Dutch names work too. Members follow with 'thuis do REF member'.
      """))

  @OptionGroup var common: CommonOptions

  @Argument(
    parsing: .allUnrecognized,
    help: told(
      "De velden van het huishouden: --achternaam Haddad --voornamen Rima.",
      "The household's fields: --surname Haddad --given Rima."))
  var fields: [String] = []

  @Option(help: ArgumentHelp(told("Wat er komt: text of json.", "What to print: text or json.")))
  var format: TextFormat = .text

  @Flag(
    name: [.customLong("anyway"), .customLong("toch")],
    help: told(
      "Open het dossier ook als dezelfde naam en geboortedatum er al zijn.",
      "Open the dossier even if the same name and date of birth are there already."))
  var anyway = false

  func run() throws {
    try common.reporting(inFields: true) { place in
      let (casebook, rules) = (try place.casebookToRecordIn(.create), try place.rules())
      let values = try FieldWords.read(fields, known: NewHousehold.fields())
      let entries = try NewHousehold.events(values, today: place.today)
      let known = anyway ? [] : try casebook.already(entries)
      if !known.isEmpty {
        throw Refusal(
          Casebook.alreadyIn(known) + Phrase(same: "."),
          remedy: Phrase(
            "Is het iemand anders: --toch opent een dossier.", "If it is somebody else: --anyway opens a dossier."),
          field: "surname")
      }
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
