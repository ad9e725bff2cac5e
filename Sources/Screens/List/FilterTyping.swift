import Casebook

/// A filter as it is being typed, with what may come in it.
protocol FilterTyping {
  /// nil when nobody types.
  var typing: TextLine? { get set }
  var completions: FilterCompletions? { get set }
  /// What was typed when they were found; of other text they say nothing.
  var completed: TextLine? { get set }
  /// The one that Tab put there last.
  var completion: Int { get set }
}

extension FilterTyping {
  /// Puts the next or the former choice in the place of what is typed of it.
  /// - Returns: what stands there now; nil where there is nothing to choose.
  mutating func complete(_ steps: Int) -> TextLine? {
    guard var line = typing, let found = completions, !found.choices.isEmpty else { return nil }
    let count = found.choices.count
    let index = completion < 0 ? (steps > 0 ? 0 : count - 1) : (completion + steps + count) % count
    let text = found.choices[index].text
    line.replace(found.range, with: text)
    // Tab goes on among the same choices: they are in the place of the one that was put there.
    let place = found.range.lowerBound..<found.range.lowerBound + text.count
    completions = FilterCompletions(range: place, choices: found.choices)
    (typing, completion, completed) = (line, index, line)
    return line
  }

  mutating func take(_ found: FilterCompletions?, of line: TextLine) {
    (completions, completion, completed) = (found, -1, line)
  }
}

extension ListState: FilterTyping {}
extension NetworkState: FilterTyping {}
