import Casebook
import Journey
import Screens

/// Opens the terminal program on a casebook.
struct Opening {
  let place: Surroundings

  func run(_ casebook: Casebook) throws -> ExitStatus {
    let place = place
    let setting = Setting(
      casebook: casebook, rules: try place.rules(), language: place.language, user: place.user,
      today: { place.today }, preferences: place.preferences)
    switch TerminalProgram.run(setting) {
    case .success(let status): return ExitStatus(rawValue: status)
    case .failure(let failure): throw CommandFailure(failure.phrase, .unavailable)
    }
  }
}
