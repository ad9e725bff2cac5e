import Casebook
import Journey

/// What a person, or the machine for all its people, set in `config.yaml`. nil and empty: nobody said.
public struct Preferences: Sendable {
  public enum Theme: String, CaseIterable, Sendable { case dark, light, sixteen = "16", none }
  /// A list whose columns can be chosen.
  public enum List: String, CaseIterable, Sendable { case today, dossiers }

  public var language: Chosen<Language>?
  public var theme: Chosen<Theme>?
  /// Shown in place of the account. What is recorded has the account.
  public var name: Chosen<String>?
  /// A command with its options, before `$VISUAL` and `$EDITOR`.
  public var editor: Chosen<String>?
  /// Days without a sign of life after which silence shows, over the rulebook's limits.
  public var silence: [PartyID: Chosen<Int>] = [:]
  /// The mouse when the program starts.
  public var mouse: Chosen<Bool>?
  /// Whether data may go to the clipboard.
  public var copy: Chosen<Bool>?
  /// The saved view that Dossiers opens with.
  public var view: Chosen<String>?
  public var columns: [List: Chosen<[ShownColumn]>] = [:]
  /// In the order of the file. Which actions and keys there are, the screens know.
  public var keys: [KeyWish] = []

  /// The files that were there, the machine's first.
  public var files: [String] = []
  public var mistakes: [ConfigMistake] = []

  public init() {}

  public var startsWithMouse: Bool { mouse?.value ?? true }
  public var mayCopy: Bool { copy?.value ?? true }
}

/// A value and who said so.
public struct Chosen<Value: Sendable>: Sendable {
  public var value: Value
  public var origin: SettingOrigin
  public init(_ value: Value, _ origin: SettingOrigin) { (self.value, self.origin) = (value, origin) }
}

extension Chosen: Equatable where Value: Equatable {}

/// Where a setting was said.
public enum SettingOrigin: Hashable, Sendable {
  case builtIn
  case file(FileLine)
  /// The name of a variable.
  case environment(String)
  /// As it is typed: `--lang`.
  case option(String)
}

/// A line of a file; from 1.
public struct FileLine: Hashable, Sendable {
  public var path: String
  public var line: Int
  /// The person's own, not the machine's.
  public var isOwn: Bool
  public init(_ path: String, _ line: Int, isOwn: Bool) { (self.path, self.line, self.isOwn) = (path, line, isOwn) }
}

/// The keys somebody wants for an action, as they wrote both. No keys: it goes by name only.
public struct KeyWish: Hashable, Sendable {
  public var action: String
  public var keys: [String]
  public var place: FileLine
  public init(_ action: String, _ keys: [String], at place: FileLine) {
    (self.action, self.keys, self.place) = (action, keys, place)
  }
}
