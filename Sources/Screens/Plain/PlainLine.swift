import Journey
import Terminal

/// What a typed line turns out to ask for.
enum PlainLine: Sendable {
  case command(PlainCommand, String)
  case several([PlainCommand])
  case unknown

  /// By key, name in either language, code, or a beginning that only one has; what follows is its argument.
  init(_ text: String, among commands: [PlainCommand], _ language: Language) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let splits = (1...max(1, words.count)).reversed().filter { count in
      // A sign after the first word belongs to what follows: `zoek -`.
      count < 2 || !Folding.key(words[count - 1]).isEmpty
    }.map { count in
      (head: words.prefix(count).joined(separator: " "), rest: words.dropFirst(count).joined(separator: " "))
    }
    for (head, rest) in splits + Self.sign(text) {
      if let found = commands.first(where: { $0.isCalled(head) && $0.takes(rest) }) {
        self = .command(found, rest)
        return
      }
    }
    // A beginning in the language one works in goes before one in the other.
    for named in [
      { Folding.key($0.name[language]) }, { Folding.key($0.name.nl) }, { Folding.key($0.name.en) },
      { $0.code.map(Folding.key) },
    ]
      as [(PlainCommand) -> String?]
    {
      for (head, rest) in splits {
        let key = Folding.key(head)
        let found = commands.filter { !key.isEmpty && named($0)?.hasPrefix(key) == true && $0.takes(rest) }
        if found.isEmpty { continue }
        self = found.count == 1 ? .command(found[0], rest) : .several(found)
        return
      }
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
    return !key.isEmpty && ([name.nl, name.en].map(Folding.key).contains(key) || code == text.lowercased())
  }

  fileprivate func takes(_ rest: String) -> Bool {
    switch argument {
    case .nothing: rest.isEmpty
    case .row, .rowOrNone, .storyLine, .person: rest.isEmpty || Int(rest) != nil
    case .pageSize: Int(rest) != nil
    case .filter, .order, .help, .household, .choice: true
    }
  }
}
