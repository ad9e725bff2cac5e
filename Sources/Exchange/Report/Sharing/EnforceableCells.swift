import Journey

/// What can be enforced of a backlog lies between nought and the backlog, which stands beside it: so `<5` is 0 to 4 in this
/// column, and a small one does not follow from its balance.
struct EnforceableCells {
  private var clues = Clues()
  private var rows: [WritableKeyPath<ReportContent, ReportContent.TaskRow>] = []
  private let shown: ReportContent

  /// - Parameters:
  ///   - shown: with its other columns as they will stand.
  ///   - open: the same report before anything was hidden.
  init(_ shown: ReportContent, open: ReportContent) {
    self.shown = shown
    var sums: [Int] = []
    for group in open.groups.indices {
      let parts = open.groups[group].rows.indices.map { add(\.groups[group].rows[$0], open) }
      sums.append(add(\.groups[group].sum, open, of: parts))
    }
    _ = add(\.task, open, of: sums)
    // Where nobody can owe anything the sum says nothing.
    clues.relations.removeAll { relation in
      guard case .sum(let whole, let parts) = relation else { return false }
      return parts.reduce(0) { $0 + clues.cells[$1].real } != clues.cells[whole].real
    }
    clues.close()
  }

  /// The report with this column as it may stand.
  func closed() -> ReportContent {
    var content = shown
    for (place, row) in rows.enumerated() { content[keyPath: row].enforceableBacklog = clues.cells[place].shown }
    return content
  }

  /// - Parameter parts: those it is the sum of; none: it is a row.
  private mutating func add(
    _ path: WritableKeyPath<ReportContent, ReportContent.TaskRow>, _ open: ReportContent, of parts: [Int] = []
  ) -> Int {
    let (row, real) = (shown[keyPath: path], open[keyPath: path].enforceableBacklog.number ?? 0)
    let most =
      parts.isEmpty
      ? row.mostEnforceable(whileItRuns: shown.day <= shown.period.last)
      : parts.reduce(0) { min(Clues.endless, $0 + clues.cells[$1].known.upperBound) }
    // What is more than nothing would say of whoever is hidden that they are at most so many.
    let count: Count = most == 0 ? 0 : row.housed.isHidden ? .withheld : real < 5 ? .few : Count(real)
    rows.append(path)
    clues.cells.append(
      Clues.Cell(real: real, shown: count, known: 0...most, isFewOrNone: true, isSum: !parts.isEmpty))
    if !parts.isEmpty { clues.relations.append(.sum(clues.cells.count - 1, of: parts)) }
    return clues.cells.count - 1
  }
}

extension ReportContent.TaskRow {
  /// What the numbers beside it say it is at most: no more than the backlog, and while the half-year runs no more than the
  /// one before left.
  func mostEnforceable(whileItRuns: Bool) -> Int {
    min(
      balance.number.map { max(0, -$0) } ?? Clues.endless, whileItRuns ? max(0, -balanceBefore) : Clues.endless)
  }
}
