import ArgumentParser
import Foundation

/// The program's own declarations of commands and options, as ArgumentParser describes them.
struct HelpTree: Decodable {
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// Those people should see; `--open` and `--no-open` are one with two names.
    var shownArguments: [Argument] {
      var shown: [Argument] = []
      for argument in arguments ?? [] where argument.shouldDisplay {
        let positive = argument.longName.flatMap { $0.hasPrefix("no-") ? $0.dropFirst(3) : nil }
        if let positive, let index = shown.firstIndex(where: { $0.longName.map { $0 == positive } ?? false }) {
          shown[index].names? += argument.names ?? []
        } else {
          shown.append(argument)
        }
      }
      return shown
    }
  }

  struct Argument: Decodable {
    struct Name: Decodable { var kind, name: String }
    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var abstract: String?

    /// As one types it after two dashes.
    var longName: String? { names?.first { $0.kind == "long" }?.name }
    var isPositional: Bool { kind == "positional" }
    var takesValue: Bool { kind == "option" }
  }

  var command: Command

  static func read() throws -> Command {
    try JSONDecoder().decode(HelpTree.self, from: Data(Thuis._dumpHelp().utf8)).command
  }
}
