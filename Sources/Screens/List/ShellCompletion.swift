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
    var list = model.list
    guard let line = list.complete(steps) else { return }
    change(model.listName) { $0 = list }
    follow(line, judged(line))
  }

  /// Puts what was meant in the place of what is wrong in the filter, or only searched for.
  /// - Returns: false where there is nothing like that, or nobody knows what was meant.
  private func correctFilter() -> Bool {
    guard var line = model.list.typing, let fault = model.list.fault ?? model.list.hint,
      let correction = fault.correction,
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
