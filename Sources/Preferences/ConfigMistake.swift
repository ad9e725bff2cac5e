import Journey
import Yams

/// What is wrong in a file of settings or views, and where.
public struct ConfigMistake: Error, Hashable, Sendable {
  public let path: String
  /// From 1.
  public let line: Int
  /// What was expected.
  public let reason: Phrase

  public init(path: String, line: Int, _ reason: Phrase) { (self.path, self.line, self.reason) = (path, line, reason) }
  public init(at place: FileLine, _ reason: Phrase) { self.init(path: place.path, line: place.line, reason) }

  /// `/home/j/.config/thuis/config.yaml:3: onbekende optie ...`, as compilers write it.
  public func text(_ language: Language) -> String { "\(path):\(line): \(reason[language])" }

  /// `config.yaml regel 3: onbekende optie ...`, for who knows where the file is.
  public func short(_ language: Language) -> String {
    let name = path.split(separator: "/").last ?? ""
    return "\(name) \(Phrase("regel", "line")[language]) \(line): \(reason[language])"
  }
}

/// The mistakes of one file as they are found.
struct MistakeList {
  let path: String
  private(set) var found: [ConfigMistake] = []

  init(path: String) { self.path = path }

  var inOrder: [ConfigMistake] { found.sorted { $0.line < $1.line } }

  mutating func add(_ line: Int, _ reason: Phrase) { found.append(ConfigMistake(path: path, line: line, reason)) }
  mutating func add(_ node: Node, _ reason: Phrase) { add(node.mark?.line ?? 1, reason) }
  mutating func add(_ mistakes: [LineMistake]) { for mistake in mistakes { add(mistake.line, mistake.reason) } }
}
