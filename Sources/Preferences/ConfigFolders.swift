import Foundation
import Journey

/// Where settings are, by the XDG base directory specification.
public struct ConfigFolders: Hashable, Sendable {
  /// The person's: `$XDG_CONFIG_HOME/thuis`, else `~/.config/thuis`.
  public let own: String
  /// The machine's, for everybody on it, the most important first: `thuis` in each of `$XDG_CONFIG_DIRS`, else `/etc/xdg`.
  public let machine: [String]

  public init(environment: [String: String]) {
    // The specification says to ignore relative paths.
    let home = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    own = (home ?? (environment["HOME"] ?? "") + "/.config") + "/thuis"
    let dirs = (environment["XDG_CONFIG_DIRS"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    // What the machine says of copying holds wherever else one looks.
    machine = (dirs.map(String.init) + (dirs.contains("/etc/xdg") ? [] : ["/etc/xdg"])).map { $0 + "/thuis" }
  }

  public var config: String { own + "/config.yaml" }
  public var machineConfigs: [String] { machine.map { $0 + "/config.yaml" } }
  public var views: String { own + "/views.yaml" }
  public var rulebook: String { own + "/rulebook.yaml" }
}

/// A file of settings as text.
enum ConfigFile {
  /// nil when it is not there.
  static func read(_ path: String) throws(ConfigMistake) -> String? {
    // What may not even be looked for could be there.
    if access(path, F_OK) != 0, [ENOENT, ENOTDIR].contains(errno) { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ConfigMistake(path: path, line: 1, Phrase("kan niet worden gelezen", "cannot be read"))
    }
    guard let text = String(data: data, encoding: .utf8) else {
      let line = 1 + data.prefix { $0 < 0x80 }.count { $0 == UInt8(ascii: "\n") }
      throw ConfigMistake(
        path: path, line: line,
        Phrase("geen UTF-8: bewaar het bestand als UTF-8", "not UTF-8: save the file as UTF-8"))
    }
    return text
  }
}
