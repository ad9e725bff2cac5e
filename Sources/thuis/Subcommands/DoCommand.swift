import ArgumentParser
import Casebook
import Journey
import Screens

struct DoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do",
    abstract: told(
      "Doe iets met een dossier; eindigt alleen met 0 als het vaststaat.",
      "Do something to a dossier; ends with 0 only when it is durable."),
    usage: "thuis do [<ref>] [<action>] [--field value ...] [options]",
    discussion: told(
      """
      Zonder woorden noemt het alle handelingen, met hun namen in het Nederlands en Engels: elk daarvan \
      werkt, en ook velden hebben een naam in beide talen. Met alleen een dossier, zoals 'thuis actions \
      REF', zegt het welke nu kunnen en met welke velden. Datums mogen 23-11, 23 nov, 2026-11-23, morgen, \
      vr en +10w zijn. 'ongedaan' neemt uw laatste handeling terug ('--gebeurtenis N' die van gebeurtenis N, ook \
      van een ander), 'opnieuw' brengt die weer; 'corrigeren --gebeurtenis N' zegt wat gebeurtenis N had moeten \
      zijn, met de velden van de handeling zelf en --waarom.
      """,
      """
      Without words it lists all actions, with their names in Dutch and English: each of them works, and fields have a name \
      in both languages too. With a dossier alone, as 'thuis actions REF', it says which can be done now and with which \
      fields. Dates accept 23-11, 23 nov, 2026-11-23, tomorrow, fri and +10w. 'undo' takes back your latest action \
      ('--event N' that of event N, somebody else's too), 'redo' brings it back; 'correct --event N' says what event N \
      should have been, with the fields of its own action and --why.
      """))

  @OptionGroup var common: CommonOptions

  @Argument(
    help: told(
      "Dossiernummer, V-nummer, BSN, of woorden die maar op één dossier passen.",
      "Case number, V-number, BSN, or words that fit one dossier only."))
  var ref: String?

  @Argument(
    help: told("De handeling, bij code of naam: note, notitie.", "The action, by its code or its name: note, notitie."))
  var action: String?

  @Argument(
    parsing: .allUnrecognized,
    help: told(
      "De velden van de handeling: --tekst \"Sleutels op vrijdag\".", "The action's fields: --text \"Keys on Friday\".")
  )
  var fields: [String] = []

  @Option(help: ArgumentHelp(told("Wat er komt: text of json.", "What to print: text or json.")))
  var format: TextFormat = .text

  func run() throws {
    try common.reporting(inFields: true) { place in
      guard let ref else { return try ActionsPage(place, format).all() }
      guard let action else { return try ActionsPage(place, format).now(ref) }
      let (casebook, rules) = (try place.casebookToRecordIn(), try place.rules())
      let dossier = try DossierReference(text: ref).resolve(in: casebook)
      let asked = try Asked(action, fields, dossier: dossier, rules: rules, place: place)
      let deed = try asked.action(in: casebook)
      // A line says it once, and says whom: what is worth knowing goes along.
      if case .record(.assigned(let to), _) = deed { try place.complain(ofUnknown: to.owner, in: casebook) }
      if let given = Self.turnGiven(by: deed),
        let absence = try AbsenceWords.of(given, among: casebook.namesakes(given.name), today: place.today)
      {
        let said = Phrase("Let op: \(given.name): ", "Note: \(given.name): ") + absence + Phrase(same: ".")
        Output.complain(said[place.language])
      }
      let after = try casebook.perform(
        deed, on: dossier.id, seen: dossier.sequence, by: place.actor, source: .command,
        rules: rules, today: place.today)
      for ago in asked.daysLongAgo { Output.complain(ago[place.language]) }
      if let lapsed = after.lapsedLatest {
        let words = lapsed.words(rules, today: place.today)
        Output.complain((Phrase("Let op: ", "Note: ") + words + Phrase(same: "."))[place.language])
      }
      if case .undo(let act) = deed, dossier.hasShared(by: act) {
        let words = Phrase(
          "Let op: de gegevens zijn gedeeld en blijven bij de ontvanger; alleen de regel in het verhaal is teruggenomen.",
          "Note: the data went out and stay with whoever got them; only the line in the story was taken back.")
        Output.complain(words[place.language])
      }
      if case .undo(let act) = deed, act != dossier.redoableAct, dossier.wasDoneInSeveral(act) {
        let words = Phrase(
          "Let op: alleen in dit dossier teruggenomen, niet waar het tegelijk is vastgelegd.",
          "Note: taken back in this dossier only, not where it was recorded at the same time.")
        Output.complain(words[place.language])
      }
      switch format {
      case .text:
        let name = Plain.clean(asked.name[place.language])
        Output.line("\(after.id)  \(name)  \(Plain.clean(after.name))  v\(after.sequence)")
      case .json:
        Output.line(
          try JSON.object([
            "dossier": .text(after.id.description), "action": .text(action), "version": .number(after.sequence),
            "stage": .text(after.stage.code),
          ]).rendered())
      }
      return .done
    }
  }

  /// Whom an act gives the turn to.
  private static func turnGiven(by deed: Action) -> Contact? {
    switch deed {
    case .record(.waitingSet(let waiting), _): waiting.on
    case .record(.contactMade(let made), _): made.turn
    default: nil
    }
  }
}

enum TextFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
