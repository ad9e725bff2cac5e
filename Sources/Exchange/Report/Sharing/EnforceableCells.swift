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
    let whole = add(\.task, open, isSum: true)
    for group in open.groups.indices {
      let sum = add(\.groups[group].sum, open, isSum: true)
      let parts = open.groups[group].rows.indices.map { add(\.groups[group].rows[$0], open) }
      sums.append(sum)
      if !parts.isEmpty { clues.relations.append(.sum(sum, of: parts)) }
    }
    if !sums.isEmpty { clues.relations.append(.sum(whole, of: sums)) }
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

  private mutating func add(
    _ path: WritableKeyPath<ReportContent, ReportContent.TaskRow>, _ open: ReportContent, isSum: Bool = false
  ) -> Int {
    let (row, real) = (shown[keyPath: path], open[keyPath: path].enforceableBacklog.number ?? 0)
    let most = isSum ? Clues.endless : row.mostEnforceable(whileItRuns: shown.day <= shown.period.last)
    let count: Count = most == 0 ? 0 : real < 5 ? .few : row.housed.isHidden ? .withheld : Count(real)
    rows.append(path)
    clues.cells.append(Clues.Cell(real: real, shown: count, known: 0...most, isFewOrNone: true, isSum: isSum))
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
