import ArgumentParser
import Casebook
import Demo
import Foundation
import Journey
import Preferences
import Screens

struct TourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour",
    abstract: told(
      "Leer het programma door te doen, op een verzonnen werkboek.",
      "Learn the program by doing, on an invented casebook."),
    discussion: told(
      "Het werkboek wordt voor de rondleiding gemaakt en aan het eind weggehaald; dat van uzelf wordt nooit aangeraakt.",
      "The casebook is made for the tour and removed at its end; your own is never touched."))

  @OptionGroup var saying: PlainOption

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard common.casebook == nil else {
      throw ValidationError(
        told(
          "De rondleiding heeft een eigen werkboek: laat --casebook weg.",
          "The tour has a casebook of its own: leave out --casebook."))
    }
  }

  func run() throws {
    var common = common
    common.user = common.user ?? Town.caseworker
    try common.reporting { place in
      var place = place
      place.isPlain = place.isPlain || saying.plain
      let status = try Self.walk(place)
      if status == .done { Output.line(Self.farewell[place.language]) }
      return status
    }
  }

  /// In a folder of its own for the owner only, gone when the tour is.
  private static func walk(_ place: Surroundings) throws -> ExitStatus {
    let folder = FileManager.default.temporaryDirectory.appending(path: "thuis-tour-" + UUID().uuidString)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw CommandFailure.unwritable(folder.path, error) }
    defer { try? FileManager.default.removeItem(at: folder) }
    // Everybody learns by the same rules.
    let rules = Rulebook.builtIn
    let casebook = try Casebook.open(folder.appending(path: "casebook.sqlite").path, mode: .create)
    var stories = [Town(today: place.today, rules: rules).stories]
    try casebook.load(rules: rules) { stories.popLast() }
    // Only the look is the person's own: keys are those it teaches.
    var preferences = Preferences()
    preferences.theme = place.preferences.theme
    var setting = Setting(
      casebook: casebook, rules: .builtIn, language: place.language, user: place.user, today: { place.today },
      preferences: preferences)
    setting.tour = Town.municipality
    if place.isPlain { return Opening.plain(setting) }
    switch TerminalProgram.run(setting) {
    case .success(let status): return ExitStatus(rawValue: status)
    case .failure(let failure):
      let other = Phrase(" Zonder volledig scherm: thuis tour --plain.", " Without a full screen: thuis tour --plain.")
      throw CommandFailure(failure.phrase + other, .unavailable)
    }
  }

  private static let farewell = Phrase(
    "Het verzonnen werkboek van de rondleiding is weer weg. Verder: thuis, make demo, man thuis.",
    "The invented casebook of the tour is gone again. From here: thuis, make demo, man thuis.")
}
