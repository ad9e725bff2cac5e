import Journey

/// The help of a screen: its table of actions, grouped, found by typing.
struct HelpState: Sendable {
  var line = TextLine()
  /// The entry the arrows point at, among those found.
  var index = 0
  let entries: [Binding]

  struct Row: Sendable {
    var heading: String?
    var binding: Binding?
    /// Among those found.
    var index = 0
  }

  /// By name, by another word for it and by key, else by what is said of it, several words in any order; group by group.
  func found(_ language: Language) -> [Binding] {
    let typed = Folding.key(line.text)
    let codes = Synonyms.codes(of: typed)
    let key = KeyText.key(line.text.trimmed)
    let words = typed.split(separator: " ")
    func has(_ entry: Binding) -> Bool { entry.keys.contains { $0 == key } }
    func holds(_ text: String) -> Bool {
      let text = Folding.key(text)
      return words.allSatisfy { text.contains($0) }
    }
    let named = entries.filter {
      holds($0.name[language]) || $0.keyText(language) == line.text || has($0)
        || $0.verb.code.map(codes.contains) == true
    }
    let found = named.isEmpty ? entries.filter { holds($0.name[language] + " " + $0.help[language]) } : named
    var groups: [Phrase] = []
    for entry in found where !groups.contains(entry.group) { groups.append(entry.group) }
    return groups.flatMap { group in found.filter { $0.group == group } }
  }

  func chosen(_ language: Language) -> Binding? {
    let found = found(language)
    return found.indices.contains(index) ? found[index] : nil
  }

  func rows(_ language: Language) -> [Row] {
    var rows: [Row] = []
    var group: Phrase?
    for (place, binding) in found(language).enumerated() {
      if binding.group != group { rows.append(Row(heading: binding.group[language])) }
      group = binding.group
      rows.append(Row(binding: binding, index: place))
    }
    return rows
  }
}
