import ArgumentParser
import Casebook
import Journey

struct DoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do", abstract: "Do something to a dossier; ends with 0 only when it is durable.",
    usage: "thuis do [<ref>] [<action>] [--field value ...] [options]",
    discussion: """
      Without words it lists all actions, with their names in Dutch and English: each of them works. With a dossier alone, \
      as 'thuis actions REF', it says which can be done now and with which fields. Dates accept 23-11, 23 nov, 2026-11-23, tomorrow, fri and \
      +10w. 'undo' takes back the last action, 'redo' brings it back; 'correct --event N' says what event N should have \
      been, with the fields of its own action and --why.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Case number, V-number, BSN, or words that fit one dossier only.")
  var ref: String?

  @Argument(help: "The action, by its code or its name: note, notitie.")
  var action: String?

  @Argument(parsing: .allUnrecognized, help: "The action's fields: --text \"Keys on Friday\".")
  var fields: [String] = []

  @Option(help: ArgumentHelp("What to print: text or json."))
  var format: TextFormat = .text

  func run() throws {
    try common.reporting { place in
      guard let ref else { return try ActionsPage(place, format).all() }
      guard let action else { return try ActionsPage(place, format).now(ref) }
      let (casebook, rules) = (try place.casebookToRecordIn(), try place.rules())
      let dossier = try DossierReference(text: ref).resolve(in: casebook)
      let asked = try Asked(action, fields, dossier: dossier, rules: rules, place: place)
      let after = try casebook.perform(
        try asked.action(in: casebook), on: dossier.id, seen: dossier.sequence, by: place.actor, source: .command,
        rules: rules, today: place.today)
      switch format {
      case .text:
        Output.line("\(after.id)  \(asked.name[place.language])  \(Plain.clean(after.name))  v\(after.sequence)")
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
}

enum TextFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
