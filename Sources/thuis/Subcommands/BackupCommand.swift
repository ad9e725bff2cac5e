import ArgumentParser
import Casebook
import Journey

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: told(
      "Kopieer het werkboek naar een bestand terwijl anderen doorwerken.",
      "Copy the casebook to a file while others go on working."))

  @OptionGroup var common: CommonOptions

  @Argument(
    help: told("Het bestand om te schrijven; het mag er nog niet zijn.", "The file to write; it must not exist yet."),
    completion: .file())
  var file: String

  func run() throws {
    try common.reporting { place in
      try place.casebook().backup(to: file)
      Output.line(place.language == .nl ? "Reservekopie bewaard: \(file)" : "Backup kept: \(file)")
      return .done
    }
  }
}
