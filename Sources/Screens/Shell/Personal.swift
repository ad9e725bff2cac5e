import Journey
import Preferences
import Terminal

// Where what a person set becomes what the screens do.

extension ThemeName {
  init(_ theme: Preferences.Theme) {
    switch theme {
    case .dark: self = .dark
    case .light: self = .light
    case .sixteen: self = .ansi
    case .none: self = .mono
    }
  }
}

extension Setting {
  /// The rules with the person's own limits of silence, for looking only: what is recorded does not depend on them.
  var ownRules: RulesInForce { rules.silent(after: preferences.silence.mapValues(\.value)) }
}

extension Model {
  init(_ setting: Setting) {
    self.init(
      rules: setting.ownRules, language: setting.language, user: setting.user, today: setting.today(),
      preferences: setting.preferences)
    (isReadOnly, beginsWith) = (setting.isReadOnly, setting.view)
    if setting.isBehind { pipeline.opensAt = today }
  }

  /// How the person is called on the screen.
  var shownName: String { preferences.name?.value ?? user }

  /// `u maakt ongedaan`, with the key that does; empty where it goes by name only.
  var undoHint: String {
    let key = keyText(of: .undo)
    return key.isEmpty ? "" : " · " + Phrase("\(key) maakt ongedaan", "\(key) undoes")[language]
  }

  /// ` · ^R opnieuw`, with the key that does; empty where it goes by name only.
  var redoHint: String {
    let key = keyText(of: .redo)
    return key.isEmpty ? "" : " · " + Phrase("\(key) opnieuw", "\(key) redo")[language]
  }

  func keyText(of verb: Verb) -> String {
    bindings.first { $0.verb == verb }?.keyText(language) ?? ""
  }

  /// The first mistake in the settings, for the status line.
  var mistakeInPreferences: Status? {
    let mistakes = preferences.mistakes + keyChoice.mistakes
    guard let first = mistakes.first else { return nil }
    let more = mistakes.count - 1
    let rest = more > 0 ? Phrase(" (en nog \(more))", " (and \(more) more)") : Phrase(same: "")
    let hint = Phrase("; zie thuis config check", "; see thuis config check")
    return Status(text: first.short(language) + (rest + hint)[language], kind: .bad)
  }
}
