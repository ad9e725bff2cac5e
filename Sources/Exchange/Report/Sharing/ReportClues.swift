import Journey

/// The numbers of a report and how they are tied together over all of its tables.
struct ReportClues {
  typealias Path = WritableKeyPath<ReportContent, Count>

  private(set) var clues = Clues()
  private var places: [Path: Int] = [:]
  private let open: ReportContent
  private let shown: ReportContent

  /// - Parameter open: the same report before anything was hidden.
  init(_ shown: ReportContent, open: ReportContent) {
    (self.shown, self.open) = (shown, open)
    for column in [\ReportContent.TaskRow.housed, \.households, \.onTheWay] { addSums(column) }
    addPersons()
    addBoard()
    addWeeks()
  }

  /// The report with what has to be hidden besides.
  func closed() -> ReportContent {
    var clues = clues
    clues.close()
    var content = shown
    for (path, place) in places where content[keyPath: path] != clues.cells[place].shown {
      content[keyPath: path] = clues.cells[place].shown
    }
    return content
  }

  /// nil: nobody knows the number.
  private mutating func cell(_ path: Path, isSum: Bool = false) -> Int? {
    if let place = places[path] { return place }
    guard let real = open[keyPath: path].number else { return nil }
    clues.cells.append(Clues.Cell(real: real, shown: shown[keyPath: path], isSum: isSum))
    places[path] = clues.cells.count - 1
    return clues.cells.count - 1
  }

  /// Only where it is true: who was housed by a published state is not the sum of the weeks.
  private mutating func add(_ whole: Path, of parts: [Path]) {
    let real = parts.map { open[keyPath: $0].number }
    guard !parts.isEmpty, let sum = open[keyPath: whole].number, real.reduce(0, { $0 + ($1 ?? 0) }) == sum,
      !real.contains(nil), let whole = cell(whole, isSum: true)
    else { return }
    clues.relations.append(.sum(whole, of: parts.compactMap { cell($0) }))
  }

  // MARK: - The task

  private mutating func addSums(_ column: WritableKeyPath<ReportContent.TaskRow, Count>) {
    let task = (\ReportContent.task as WritableKeyPath).appending(path: column)
    var sums: [Path] = []
    for group in open.groups.indices {
      let sum = (\ReportContent.groups[group].sum as WritableKeyPath).appending(path: column)
      sums.append(sum)
      add(
        sum,
        of: open.groups[group].rows.indices.map {
          (\ReportContent.groups[group].rows[$0] as WritableKeyPath).appending(path: column)
        })
    }
    add(task, of: sums)
  }

  private mutating func addPersons() {
    var rows: [WritableKeyPath<ReportContent, ReportContent.TaskRow>] = [\.task]
    for group in open.groups.indices {
      rows.append(\.groups[group].sum)
      rows += open.groups[group].rows.indices.map { \.groups[group].rows[$0] }
    }
    for row in rows {
      guard let persons = cell(row.appending(path: \.onTheWay)),
        let households = cell(row.appending(path: \.households))
      else { continue }
      clues.relations.append(.persons(persons, of: households))
    }
  }

  // MARK: - The board

  private mutating func addBoard() {
    let stages = open.board.indices
    let onTheWay = stages.filter { (Stage.linked...Stage.moving).contains(open.board[$0].stage) }
    add(\.task.households, of: onTheWay.map { \.board[$0].households })
    add(\.task.onTheWay, of: onTheWay.map { \.board[$0].persons })
    add(\.boardSum!.households, of: stages.map { \.board[$0].households })
    add(\.boardSum!.persons, of: stages.map { \.board[$0].persons })
    // Who is on the way in the ledger stands for the stages from link to key, where they are the same.
    let others = stages.filter { !onTheWay.contains($0) }
    let (households, persons): ([Path], [Path]) = (
      others.map { \.board[$0].households }, others.map { \.board[$0].persons }
    )
    add(\.boardSum!.households, of: [\ReportContent.task.households] + households)
    add(\.boardSum!.persons, of: [\ReportContent.task.onTheWay] + persons)
    add(\.boardSum!.overdue, of: stages.map { \.board[$0].overdue })
    for stage in stages {
      guard let households = cell(\.board[stage].households), let persons = cell(\.board[stage].persons),
        let overdue = cell(\.board[stage].overdue)
      else { continue }
      clues.relations += [.persons(persons, of: households), .atMost(overdue, households)]
    }
  }

  // MARK: - The weeks

  private mutating func addWeeks() {
    add(
      \.task.housed,
      of: open.weeks.indices.filter { open.weeks[$0].first >= open.period.first }.map { \.weeks[$0].persons })
  }
}
