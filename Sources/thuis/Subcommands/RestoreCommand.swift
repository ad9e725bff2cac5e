import ArgumentParser
import Casebook
import Journey

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: told(
      "Zet een reservekopie terug; die wordt eerst gecontroleerd, en het oude werkboek blijft bewaard.",
      "Put a backup back; it is verified first, and the old casebook is kept."))

  @OptionGroup var common: CommonOptions

  @Argument(help: told("De reservekopie.", "The backup."), completion: .file())
  var file: String

  func run() throws {
    try common.reporting { place in
      try place.mayRecord()
      let kept = try Casebook.restore(from: file, to: place.path)
      Output.line(place.language == .nl ? "Teruggezet: \(place.path)" : "Restored: \(place.path)")
      if let kept {
        Output.line(place.language == .nl ? "Het oude staat in \(kept)" : "The old one is in \(kept)")
      }
      return .done
    }
  }
}
