import Casebook
import Journey
import Terminal

// What may come in a filter: shown below it while one types, put there by Tab.
extension Shell {
  func askCompletions(_ line: TextLine) {
    let (tab, today) = (model.listName, model.today)
    work { source in .completions(tab, line, source.completions(line.text, cursor: line.cursor, today: today)) }
  }

  /// The next or the former choice, in the place of what is typed of it.
  func complete(_ steps: Int) {
    if correctFilter() { return }
    guard let typing = model.list.typing else { return }
    if model.list.completed != typing {
      // Typed faster than they are found: the key waits for them, and so does what follows it.
      holdKeys()
      held?.append(.key(steps > 0 ? .tab : .backTab))
      return
    }
    guard let found = model.list.completions, !found.choices.isEmpty else { return }
    let count = found.choices.count
    let index =
      model.list.completion < 0 ? (steps > 0 ? 0 : count - 1) : (model.list.completion + steps + count) % count
    let text = found.choices[index].text
    var line = typing
    line.replace(found.range, with: text)
    change(model.listName) {
      $0.typing = line
      // Tab goes on among the same choices: they are in the place of the one that was put there.
      $0.completions = FilterCompletions(
        range: found.range.lowerBound..<found.range.lowerBound + text.count, choices: found.choices)
      ($0.completion, $0.completed) = (index, line)
    }
    let fault = source.fault(line.text, today: model.today)
    change(model.listName) { $0.fault = fault }
    follow(line, fault)
  }

  /// Puts what was meant in the place of what is wrong in the filter.
  /// - Returns: false where nothing is wrong, or nobody knows what was meant.
  private func correctFilter() -> Bool {
    guard var line = model.list.typing, let fault = model.list.fault, let correction = fault.correction,
      fault.range.upperBound <= line.letters.count
    else { return false }
    line.replace(fault.range, with: correction)
    // What is said next is of another mistake, or nothing is wrong any more: one goes on at the end.
    _ = line.take(.end)
    change(model.listName) { $0.typing = line }
    filterTyped()
    return true
  }
}
