import ArgumentParser
import Journey

struct ActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions", abstract: "What can be done to a dossier now, and why the rest cannot.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "Case number, V-number, BSN, or words that fit one dossier only.")
  var ref: String

  @Option(help: "text or json.")
  var format: TextFormat = .text

  func run() throws {
    try common.reporting { place in try ActionsPage(place, format).now(ref) }
  }
}
