import Casebook
import Glibc
import Journey
import Preferences
import Screens

/// Opens the program on a casebook: on the whole screen, or as prompts and lines.
struct Opening {
  let place: Surroundings
  /// The name of the view to begin with.
  var view: String?

  func run(_ casebook: Casebook) throws -> ExitStatus {
    let place = place
    var setting = Setting(
      casebook: casebook, rules: try place.rulesInForce(), language: place.language, user: place.user,
      today: { place.today }, preferences: place.preferences)
    (setting.ownViews, setting.isReadOnly, setting.view) = (OwnViews(place.folders), place.isReadOnly, view)
    setting.remark = place.laterSteps(in: casebook)
    setting.isBehind = setting.remark != nil
    if place.isPlain {
      if let words = setting.remark { Output.complain(words[place.language]) }
      return Self.plain(setting)
    }
    switch TerminalProgram.run(setting) {
    case .success(let status): return ExitStatus(rawValue: status)
    case .failure(let failure):
      let other = Phrase(" Zonder volledig scherm: thuis --plain.", " Without a full screen: thuis --plain.")
      throw CommandFailure(failure.phrase + other, .unavailable)
    }
  }

  /// Where lines come from a pipe it begins the same every time.
  static func plain(_ setting: Setting) -> ExitStatus {
    let lines = LineReader()
    let console = Console(
      read: { Output.flush() ? lines.next() : nil }, write: { Output.line($0) })
    let status = PlainProgram.run(setting, on: console, resumes: isatty(STDIN_FILENO) == 1)
    return lines.wasInterrupted ? .interrupted : ExitStatus(rawValue: status)
  }
}
