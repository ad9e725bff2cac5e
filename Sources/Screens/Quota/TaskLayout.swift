import Journey
import Terminal

/// Which columns of the task fit a width, and how wide each is: as wide as what stands in it.
struct TaskLayout {
  struct Placed {
    var column: TaskColumn
    var x: Int
    var width: Int
    /// Columns for a bar behind the number.
    var bar = 0
  }

  let columns: [Placed]
  /// Those there is no room for.
  let hidden: [TaskColumn]

  /// The first to go where there is no room.
  private static let leastNeeded: [TaskColumn] = [
    .supervision, .approach, .correction, .shift, .target, .balance, .gap, .onTheWay, .chance, .forecast, .housed,
    .task,
  ]
  private static let (leastName, mostName, leastSupervision, mostSupervision, bar) = (12, 30, 13, 28, 7)

  /// - Parameters:
  ///   - width: from the first column of the cursor sign on.
  ///   - chosen: the column one is in, which stays whatever else has to go.
  init(_ page: TaskPage, width: Int, keeping chosen: TaskColumn, _ l: Language) {
    let rows = page.rows + [page.sum].compactMap(\.self)
    var widths: [TaskColumn: Int] = [:]
    let all = TaskColumn.all(in: page)
    for column in all {
      let title = TextWidth.of(column.title(page.ask)[l])
      widths[column] = rows.reduce(title) { max($0, TextWidth.of(column.text($1, l))) }
    }
    let (name, steps) = (min(Self.mostName, widths[.name] ?? 0), min(Self.mostSupervision, widths[.supervision] ?? 0))
    widths[.name] = min(name, Self.leastName)
    widths[.supervision] = min(steps, Self.leastSupervision)
    var shown = all
    var room: Int { width - 3 - shown.reduce(0) { $0 + (widths[$1] ?? 0) + 2 } }
    for column in Self.leastNeeded where room < 0 && column != chosen { shown.removeAll { $0 == column } }
    hidden = all.filter { !shown.contains($0) }
    // What is left goes to the name, then to the step of the province, then to the bar.
    for (column, wanted) in [(TaskColumn.name, name), (.supervision, steps)] where shown.contains(column) {
      let now = widths[column] ?? 0
      let more = max(0, min(room, wanted - now))
      widths[column] = now + more
    }
    let bar = shown.contains(.housed) && room >= Self.bar ? Self.bar : 0
    var x = 3
    columns = shown.map { column in
      let placed = Placed(column: column, x: x, width: widths[column] ?? 0, bar: column == .housed ? bar : 0)
      x += placed.width + 2 + placed.bar
      return placed
    }
  }
}
