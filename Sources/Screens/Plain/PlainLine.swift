import Journey
import Terminal

/// What a typed line turns out to ask for.
enum PlainLine: Sendable {
  case command(PlainCommand, String)
  case several([PlainCommand])
  case unknown

  /// By key, name in either language, code, or a beginning that only one has; what follows is its argument.
  init(_ text: String, among commands: [PlainCommand]) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let splits = (1...max(1, words.count)).reversed().map { count in
      (head: words.prefix(count).joined(separator: " "), rest: words.dropFirst(count).joined(separator: " "))
    }
    for (head, rest) in splits + Self.sign(text) {
      if let found = commands.first(where: { $0.isCalled(head) && $0.takes(rest) }) {
        self = .command(found, rest)
        return
      }
    }
    for (head, rest) in splits {
      let found = commands.filter { $0.isCalled(beginning: head) && $0.takes(rest) }
      if found.isEmpty { continue }
      self = found.count == 1 ? .command(found[0], rest) : .several(found)
      return
    }
    self = .unknown
  }

  /// `/utrecht`: a sign needs no blank after it.
  private static func sign(_ text: String) -> [(head: String, rest: String)] {
    guard let first = text.first, !first.isLetter, !first.isNumber, text.count > 1 else { return [] }
    return [(String(first), text.dropFirst().trimmed)]
  }
}

extension PlainCommand {
  fileprivate func isCalled(_ text: String) -> Bool {
    if keys.contains(text) { return true }
    let key = Folding.key(text)
    return !key.isEmpty && (names.contains(key) || code == text.lowercased())
  }

  fileprivate func isCalled(beginning text: String) -> Bool {
    let key = Folding.key(text)
    return !key.isEmpty && (names.contains { $0.hasPrefix(key) } || code?.hasPrefix(text.lowercased()) == true)
  }

  private var names: [String] { [Folding.key(name.nl), Folding.key(name.en)] }

  fileprivate func takes(_ rest: String) -> Bool {
    switch argument {
    case .nothing: rest.isEmpty
    case .row, .storyLine, .person: rest.isEmpty || Int(rest) != nil
    case .pageSize: Int(rest) != nil
    case .filter, .order, .help, .household, .choice: true
    }
  }
}
