import Yams

/// A YAML text as nodes that know their line, and what is wrong with it as YAML.
///
/// Every value stays the text that was written. A name that stands twice in one mapping is a mistake; the first one counts,
/// and so does all the rest.
public struct YamlDocument {
  /// nil for an empty text, and for one that is no YAML.
  public private(set) var root: Node?
  public private(set) var mistakes: [LineMistake] = []

  public init(_ text: String) {
    var text = text
    while true {
      do {
        // Without the library's guessing of types, by many patterns for each word: it takes most of the time, and the
        // words are read as what they should be anyway.
        root = try Yams.compose(yaml: text, .basic)
        return
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let (name, first) = (names.first ?? "", max(1, context.mark.line))
        let reason = Phrase("\(name) staat er al (regel \(first))", "\(name) is there already (line \(first))")
        let again = Self.removeRepeated(name, after: first, column: context.mark.column, in: &text)
        for line in again { miss(line, reason) }
        if again.isEmpty {
          // Within { } lines do not tell names apart: all that holds them goes.
          miss(first, Phrase("\(name) staat er twee keer", "\(name) is there twice"))
          Self.removeEntry(at: first, in: &text)
        }
      } catch {
        miss(error as? YamlError)
        return
      }
    }
  }

  private mutating func miss(_ line: Int, _ reason: Phrase) { mistakes.append(LineMistake(line: line, reason)) }

  private mutating func miss(_ error: YamlError?) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      miss(mark.line, Phrase("geen geldige YAML (\(problem))", "not valid YAML (\(problem))"))
    default: miss(1, Phrase("geen geldige YAML", "not valid YAML"))
    }
  }

  /// Empties the lines of a name that stands on `line` already, with what belongs to it, so that the others keep their
  /// numbers. Lines and columns are from 1.
  /// - Returns: the numbers of the lines where it stood again.
  private static func removeRepeated(
    _ name: String, after line: Int, column: Int, in text: inout String
  ) -> [Int] {
    var lines = Self.lines(text)
    var found: [Int] = []
    var isWithin = false
    for index in lines.indices.dropFirst(line) {
      let content = lines[index].drop { $0 == " " }
      if content.isEmpty || content.first == "#" { continue }
      let indent = lines[index].count - content.count
      if indent < column - 1 { break }
      let isItem = content == "-" || content.hasPrefix("- ")
      if indent == column - 1, !isItem {
        let spelled = ["\(name)", "\"\(name)\"", "'\(name)'"].first { content.hasPrefix($0) } ?? ""
        let rest = content.dropFirst(spelled.count).drop { $0 == " " }
        isWithin = !spelled.isEmpty && rest.first == ":"
        if isWithin { found.append(index + 1) }
      }
      if isWithin { lines[index] = "" }
    }
    text = lines.joined(separator: "\n")
    return found
  }

  /// Empties what stands at the left margin on `line` or last before it, with what belongs to it.
  private static func removeEntry(at line: Int, in text: inout String) {
    var lines = Self.lines(text)
    func begins(_ index: Int) -> Bool { lines[index].first.map { $0 != " " && $0 != "#" } ?? false }
    let start = lines.indices.prefix(line).last(where: begins) ?? 0
    let end = lines.indices.dropFirst(line).first(where: begins) ?? lines.endIndex
    for index in start..<end { lines[index] = "" }
    text = lines.joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }
}
