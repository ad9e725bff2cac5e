import Casebook
import Foundation
import Glibc
import Journey

/// What a run of the program finds around it: options first, then the environment, then the machine.
struct Surroundings: Sendable {
  let language: Language
  let user: String
  let path: String
  /// Prompts and lines instead of a whole screen.
  var isPlain: Bool
  private let fixedDay: Day?
  /// Seconds to wait for another writer.
  private let patience: Double

  init(_ options: CommonOptions, environment: [String: String] = ProcessInfo.processInfo.environment) {
    func word(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let locale = word("LC_ALL") ?? word("LC_MESSAGES") ?? word("LANG") ?? ""
    language = options.lang ?? (locale.hasPrefix("en") ? .en : .nl)
    user = options.user ?? word("THUIS_USER") ?? word("USER") ?? word("LOGNAME") ?? Surroundings.account
    path = options.casebook ?? word("THUIS_CASEBOOK") ?? Casebook.defaultPath(environment: environment)
    isPlain = ["1", "true", "yes"].contains(word("ACCESSIBLE")?.lowercased())
    patience = word("THUIS_PATIENCE").flatMap(Double.init) ?? 5
    fixedDay = options.today ?? word("THUIS_TODAY").flatMap { Day($0) }
  }

  /// The name of the account, where the environment does not say it.
  private static let account = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? ""

  var today: Day { fixedDay ?? Surroundings.clockDay() }
  var actor: Actor { Actor(user) }

  /// The day it is where the program runs.
  static func clockDay() -> Day {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return Day(parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1) ?? Day(number: 0)
  }

  /// As it is, also where its lists were made by other rules.
  func unsettled(_ mode: Casebook.Mode = .existing) throws -> Casebook {
    try Casebook.open(path, mode: mode, patience: patience)
  }

  func casebook(_ mode: Casebook.Mode = .existing) throws -> Casebook {
    let casebook = try unsettled(mode)
    try casebook.settle(rules: try rules()) { done in
      let text = language == .nl ? "Lijsten bijwerken: \(done) dossiers" : "Renewing lists: \(done) dossiers"
      if isPlain { Output.progressLine(text) } else { Output.progress(text) }
    }
    Output.endProgress()
    return casebook
  }

  /// The user's own rulebook where there is one, else the built-in one.
  func rules(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Rulebook {
    guard let path = Surroundings.ownRulebook(environment) else { return Rulebook.builtIn }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    switch Rulebook.read(text) {
    case .success(let book): return book
    case .failure(let mistakes): throw CommandFailure.rulebook(path, mistakes)
    }
  }

  /// `$XDG_CONFIG_HOME/thuis/rulebook.yaml`, when it exists.
  static func ownRulebook(_ environment: [String: String]) -> String? {
    let home = environment["HOME"] ?? ""
    let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.config"
    let path = folder + "/thuis/rulebook.yaml"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
