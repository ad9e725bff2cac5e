// Choices of people, found by what somebody calls them.
extension [Field.Choice] {
  /// Those called so: whose name behind the place it is, else in whose place and name it begins a word.
  public func naming(_ text: String) -> [Field.Choice] {
    let (key, whole) = (Folding.key(text), called(text))
    return whole.isEmpty && !key.isEmpty ? filter { $0.names.contains { (" " + $0).contains(" " + key) } } : whole
  }

  /// Those of whom it is the whole name, with the place before it or without.
  public func called(_ text: String) -> [Field.Choice] {
    let key = Folding.key(text)
    guard !key.isEmpty else { return [] }
    return filter { choice in
      choice.names.contains(key)
        || [choice.name.nl, choice.name.en].contains { name in
          name.split(separator: "·").last.map { Folding.key(String($0)) } == key
        }
    }
  }

  /// The one whose name begins so, where it begins no word in the name of another.
  public func begun(by text: String) -> Field.Choice? { only(filter { $0.begins(Folding.key(text)) }, text) }

  /// The one of these, unless what was typed begins a word of another's name as well.
  func only(_ found: [Field.Choice], _ text: String) -> Field.Choice? {
    let key = Folding.key(text)
    guard !key.isEmpty, found.count == 1, let one = found.first else { return nil }
    let isShared = contains { other in
      other.code != one.code
        && Language.allCases.contains {
          Folding.key(one.name[$0]).hasPrefix(key) && (" " + Folding.key(other.name[$0])).contains(" " + key)
        }
    }
    return isShared ? nil : one
  }

  /// Those in whose place and name these are whole words.
  func saying(_ text: String) -> [Field.Choice] {
    let key = Folding.key(text)
    return key.isEmpty ? [] : filter { $0.names.contains { " \($0) ".contains(" \(key) ") } }
  }
}

extension Field.Choice {
  /// Whether its name begins so, in either language.
  func begins(_ key: String) -> Bool { names.contains { $0.hasPrefix(key) } }

  fileprivate var names: Set<String> {
    Set([name.nl, name.en].flatMap { [Folding.key($0), Folding.key(Self.unnumbered($0))] })
  }

  /// `signaleren` of `1 signaleren`.
  private static func unnumbered(_ name: String) -> String {
    let parts = name.split(separator: " ", maxSplits: 1)
    return parts.count == 2 && parts[0].allSatisfy(\.isNumber) ? String(parts[1]) : name
  }
}
