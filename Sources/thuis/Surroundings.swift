import Casebook
import Foundation
import Glibc
import Journey
import Preferences

/// What a run of the program finds around it: options first, then the environment, the person's own settings, the machine's,
/// and at last the locale.
struct Surroundings: Sendable {
  /// As they hold in this run, whoever said so.
  private(set) var preferences: Preferences
  /// Who acts; also whose dossiers come first.
  let account: Chosen<String>
  let file: Chosen<String>
  let folders: ConfigFolders
  /// Prompts and lines instead of a whole screen.
  var isPlain: Bool
  private let fixedDay: Day?
  /// What the environment has for a day and is none.
  let wrongDay: String?
  /// Seconds to wait for another writer.
  private let patience: Double

  /// Nothing may be recorded in this run.
  let isReadOnly: Bool

  private static let environment = ProcessInfo.processInfo.environment

  /// What the files say, read once: the explanations of the command line ask for their language before a run begins.
  private static let settings: (folders: ConfigFolders, preferences: Preferences) = {
    let folders = ConfigFolders(environment: Surroundings.environment)
    return (folders, Preferences.read(folders) { (try? Surroundings.rulesInForce(folders).book) ?? .builtIn })
  }()

  /// - Parameter options: nil where the command line says nothing.
  init(_ options: CommonOptions?) {
    let environment = Surroundings.environment
    func word(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    func found(_ names: String...) -> Chosen<String>? { Surroundings.found(names, environment) }
    (folders, preferences) = Surroundings.settings
    if let language = options?.lang { preferences.language = Chosen(language, .option("--lang")) }
    if preferences.language == nil { preferences.language = Surroundings.ofLocale(environment) }
    if let refused = found("NO_COLOR") { preferences.theme = Chosen(.none, refused.origin) }
    account =
      options?.user.map { Chosen($0, .option("--user")) } ?? found("THUIS_USER", "USER", "LOGNAME")
      ?? Chosen(Surroundings.login, .builtIn)
    file =
      options?.casebook.map { Chosen($0, .option("--casebook")) } ?? found("THUIS_CASEBOOK")
      ?? Chosen(Casebook.defaultPath(environment: environment), .builtIn)
    isReadOnly = options?.readOnly ?? false
    isPlain = ["1", "true", "yes"].contains(word("ACCESSIBLE")?.lowercased())
    patience = word("THUIS_PATIENCE").flatMap(Double.init).flatMap { (0...86_400).contains($0) ? $0 : nil } ?? 5
    let told = word("THUIS_TODAY")
    fixedDay = options?.today ?? told.flatMap { Day(argument: $0) }
    wrongDay = fixedDay == nil ? told : nil
  }

  private static func found(_ names: [String], _ environment: [String: String]) -> Chosen<String>? {
    for name in names {
      if let value = environment[name], !value.isEmpty { return Chosen(value, .environment(name)) }
    }
    return nil
  }

  private static func ofLocale(_ environment: [String: String]) -> Chosen<Language>? {
    guard let locale = found(["LC_ALL", "LC_MESSAGES", "LANG"], environment) else { return nil }
    return Language.allCases.first { locale.value.hasPrefix($0.rawValue) }.map { Chosen($0, locale.origin) }
  }

  /// The language alone, where no option says it: as ``init(_:)`` finds it.
  static var language: Language { (settings.preferences.language ?? ofLocale(environment))?.value ?? .nl }

  /// The name of the account, where the environment does not say it.
  private static let login = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? ""

  /// The same, with the look that the command line asks for.
  func looking(_ theme: Preferences.Theme?) -> Surroundings {
    guard let theme else { return self }
    var place = self
    place.preferences.theme = Chosen(theme, .option("--theme"))
    return place
  }

  var language: Language { preferences.language?.value ?? .nl }
  var user: String { account.value }
  /// Who acts, where that is somebody: the machine's own account is nobody's name, so a report leaves it out.
  var person: String { user == "root" ? "" : user }
  var path: String { file.value }

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

  /// - Throws: where this run only looks.
  func mayRecord() throws {
    if isReadOnly {
      throw Refusal(Phrase("Dit is alleen om te lezen (--read-only).", "This is for reading only (--read-only)."))
    }
  }

  /// The casebook, to record in.
  func casebookToRecordIn(_ mode: Casebook.Mode = .existing) throws -> Casebook {
    try mayRecord()
    return try casebook(mode)
  }

  func casebook(_ mode: Casebook.Mode = .existing) throws -> Casebook {
    let casebook = try settled(mode)
    if let words = laterSteps(in: casebook) { Output.complain(words[language]) }
    return casebook
  }

  /// That the casebook knows of later days than the one to work on; nil: it does not.
  func laterSteps(in casebook: Casebook) -> Phrase? {
    guard let last = try? casebook.lastMove(after: today) else { return nil }
    func words(_ day: Day) -> Phrase {
      last.year == today.year
        ? Phrase(DayText.brief(day, .nl), DayText.brief(day, .en)) : Phrase(same: day.description)
    }
    return Phrase("Het werkboek heeft stappen tot en met ", "The casebook has steps through ") + words(last)
      + Phrase("; van ", "; for ") + words(today)
      + Phrase(" wordt teruggeteld waar dat kan.", " it is counted back where that can be done.")
  }

  /// Its lists made by the rules in force.
  func settled(_ mode: Casebook.Mode = .existing) throws -> Casebook {
    let casebook = try unsettled(mode)
    try casebook.settle(rules: try rulesInForce()) { done in
      let text = (Phrase("Lijsten bijwerken: ", "Renewing lists: ") + Digits.dossiers(done))[language]
      if isPlain { Output.progressLine(text) } else { Output.progress(text) }
    }
    Output.endProgress()
    return casebook
  }

  /// The user's own rulebook where there is one, else the built-in one.
  func rulesInForce() throws -> RulesInForce { try Surroundings.rulesInForce(folders) }

  func rules() throws -> Rulebook { try rulesInForce().book }

  /// With the person's own limits of silence, as the screens have them: for looking only.
  func ownRules() throws -> Rulebook { try rules().silent(after: preferences.silence.mapValues(\.value)) }

  /// One's own are read at once, so that their mistakes are said before anything begins.
  private static func rulesInForce(_ folders: ConfigFolders) throws -> RulesInForce {
    guard let path = ownRulebook(folders) else { return .builtIn }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw CommandFailure.unreadable(path) }
    switch Rulebook.read(text) {
    case .success(let book): return RulesInForce(book)
    case .failure(let mistakes): throw CommandFailure.rulebook(path, mistakes)
    }
  }

  var ownRulebook: String? { Surroundings.ownRulebook(folders) }

  /// When it exists.
  private static func ownRulebook(_ folders: ConfigFolders) -> String? {
    FileManager.default.fileExists(atPath: folders.rulebook) ? folders.rulebook : nil
  }
}
