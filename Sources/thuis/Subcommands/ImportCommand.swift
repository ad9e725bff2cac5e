import ArgumentParser
import Casebook
import Exchange
import Foundation
import Journey

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: told(
      "Neem een CSV met huishoudens in: één regel per persoon.", "Take a CSV of households in: one row a person."),
    discussion: told(
      """
      De kolommen zijn die van docs/guide.md, of wat een kaart ervan maakt. Een huishouden gaat er \
      helemaal in of niet; hetzelfde bestand twee keer verandert niets. Eindigt met 1 als er rijen zijn \
      afgewezen of twijfelachtig waren.
      """,
      """
      Columns are those of docs/guide.md, or what a map makes of them. A household goes in whole or not at all; the same \
      file twice changes nothing. Ends with 1 when rows were rejected or doubtful.
      """))

  @OptionGroup var common: CommonOptions

  @Argument(help: told("Het bestand.", "The file."), completion: .file())
  var file: String

  @Option(
    help: told(
      "Een kaart (YAML) van de kolommen van het bestand naar die van het programma.",
      "A map (YAML) from the file's columns to the program's."), completion: .file())
  var map: String?

  @Flag(help: told("Zeg alleen wat er zou gebeuren.", "Only say what would happen."))
  var dryRun = false

  @Option(help: told("text of json.", "text or json."))
  var format: TextFormat = .text

  @Option(
    help: told(
      "Schrijf de rijen die er niet in gingen, met de reden, naar dit bestand.",
      "Write the rows that did not go in, with the reason, to this file."), completion: .file())
  var rejects: String?

  func run() throws {
    try common.reporting { place in
      try Importing(command: self, place: place).run()
    }
  }
}
