import ArgumentParser
import Casebook
import Exchange
import Foundation
import Journey

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a CSV of households in: one row a person.",
    discussion: """
      Columns are those of docs/guide.md, or what a map makes of them. A household goes in whole or not at all; the same \
      file twice changes nothing. Ends with 1 when rows were rejected or doubtful.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The file.", completion: .file())
  var file: String

  @Option(help: "A map (YAML) from the file's columns to the program's.", completion: .file())
  var map: String?

  @Flag(help: "Only say what would happen.")
  var dryRun = false

  @Option(help: "text or json.")
  var format: TextFormat = .text

  @Option(help: "Write the rows that did not go in, with the reason, to this file.", completion: .file())
  var rejects: String?

  func run() throws {
    try common.reporting { place in
      try Importing(command: self, place: place).run()
    }
  }
}
