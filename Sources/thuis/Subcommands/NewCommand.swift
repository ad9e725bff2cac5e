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
      opvang, vergund (de dag van de vergunning), datum (bekend sinds) en eigenaar (regie: uzelf, of leeg voor \
      niemand); de Engelse namen werken ook. Leden volgen met 'thuis do REF gezinslid-toevoegen'.
      """,
      """
      Fields: given, prefix, surname, birth, sex, vnumber, bsn, nationality, phone, reception, permitted (the day of the \
      permit), day (known since) and owner (who leads it: yourself, or empty for nobody); the Dutch names work too. \
      Members follow with 'thuis do REF member'.
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
      let given = try FieldWords.read(fields, known: NewHousehold.fields())
      let values = ["owner": place.user].merging(given) { $1 }
      let entries = try NewHousehold.events(values, today: place.today)
      let known = anyway ? [] : try casebook.already(entries)
      if !known.isEmpty {
        throw Refusal(
          Casebook.alreadyIn(known) + Phrase(same: "."),
          remedy: Phrase(
            "Is het iemand anders: --toch opent een dossier.", "If it is somebody else: --anyway opens a dossier."),
          field: "surname")
      }
      try place.complain(ofUnknown: values["owner"] ?? "", in: casebook)
      let dossier = try casebook.register(
        entries.map { ($0.day, $0.body) }, year: place.today.year, by: place.actor, source: .command, rules: rules,
        today: place.today)
      for ago in FieldWords.daysLongAgo(values, NewHousehold.fields(), today: place.today) {
        Output.complain(ago[place.language])
      }
      switch format {
      case .text:
        // No list of a municipality has it yet.
        let lead =
          dossier.owner.isEmpty
          ? Phrase("zonder regie", "no case owner") : Phrase("regie \(dossier.owner)", "case owner \(dossier.owner)")
        let found = Phrase("nog aan geen gemeente gekoppeld, ", "linked to no municipality yet, ") + lead
        Output.line("\(dossier.id)  \(Plain.clean(dossier.name))  \(Plain.clean(found[place.language]))")
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
