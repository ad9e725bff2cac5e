import ArgumentParser
import Journey

struct ActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract: told(
      "Wat nu met een dossier kan, en waarom de rest niet.",
      "What can be done to a dossier now, and why the rest cannot."))

  @OptionGroup var common: CommonOptions

  @Argument(
    help: told(
      "Dossiernummer, V-nummer, BSN, of woorden die maar op één dossier passen.",
      "Case number, V-number, BSN, or words that fit one dossier only."))
  var ref: String

  @Option(help: told("text of json.", "text or json."))
  var format: TextFormat = .text

  func run() throws {
    try common.reporting { place in try ActionsPage(place, format).now(ref) }
  }
}
