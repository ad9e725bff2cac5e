import Casebook
import Dispatch
import Journey
import Preferences
import Terminal

/// What the screens run on.
public struct Setting: Sendable {
  public var casebook: Casebook
  public var rules: RulesInForce
  public var language: Language
  /// The account that records; also whose dossiers come first.
  public var user: String
  /// Asked again at every key, so that midnight changes the lists.
  public var today: @Sendable () -> Day
  /// nil chooses by the terminal.
  public var theme: ThemeName?
  public var preferences: Preferences
  /// Where the person's own views are kept; nil: nowhere.
  public var ownViews: OwnViews?
  /// Nothing can be recorded: for looking along, for a review.
  public var isReadOnly = false
  /// With the guided tour, which is meant for a casebook of its own.
  /// About this municipality (CBS code); nil: without.
  public var tour: String?
  /// The view to begin with; nil begins where one was.
  public var view: String?
  /// The casebook has later steps than the day worked on.
  public var isBehind = false
  /// What the person should know from the start, said once.
  public var remark: Phrase?

  public init(
    casebook: Casebook, rules: RulesInForce, language: Language, user: String, today: @escaping @Sendable () -> Day,
    theme: ThemeName? = nil, preferences: Preferences = Preferences()
  ) {
    self.casebook = casebook
    self.rules = rules
    self.language = language
    self.user = user
    self.today = today
    self.theme = theme ?? preferences.theme.map { ThemeName($0.value) }
    self.preferences = preferences
  }
}

/// Thuis on the terminal.
public enum TerminalProgram {
  /// Runs until the person stops.
  /// - Returns: the exit status, or why no terminal here can show it.
  public static func run(_ setting: Setting) -> Result<Int32, NoTerminal> {
    var model = Model(setting)
    if let town = setting.tour { model.tour = TourState(town: town) }
    let shell = Shell(
      model, source: CasebookSource(setting), worker: DispatchQueue(label: "thuis.screens", qos: .userInitiated),
      clock: setting.today)
    shell.start()
    if let words = setting.remark { shell.say(words[setting.language]) }
    let casebook = setting.casebook
    let watch = SessionOptions.Watch(casebook.changes) {
      if casebook.drainChanges() { shell.lookForChanges() }
    }
    defer { shell.keepPlace() }
    do throws(TerminalFailure) {
      let options = SessionOptions(theme: setting.theme, watch: [watch])
      return .success(try Session.run(shell, options: options, mailbox: shell.mailbox))
    } catch {
      return .failure(NoTerminal(phrase: Phrase(error.dutch, error.english)))
    }
  }
}

/// Why the program cannot be shown here.
public struct NoTerminal: Error, Sendable { public let phrase: Phrase }
