import ArgumentParser

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: told(
      "Druk de aanvulling voor een shell af: bash, zsh of fish.",
      "Print the completions for a shell: bash, zsh or fish."))

  @Argument(help: told("bash, zsh of fish.", "bash, zsh or fish."))
  var shell: String

  func validate() throws {
    guard CompletionShell(rawValue: shell) != nil else {
      throw ValidationError(told("Kies bash, zsh of fish.", "Choose bash, zsh or fish."))
    }
  }

  func run() {
    if let shell = CompletionShell(rawValue: shell) { Output.line(Thuis.completionScript(for: shell)) }
    _ = Output.flush()
  }
}
