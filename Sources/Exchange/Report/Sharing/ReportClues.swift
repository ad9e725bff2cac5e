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
    addMoves()
    addAgain()
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

  // MARK: - Who moved in

  /// The months of the lead times, of which those of the half-year are counted again beside the waits and the days.
  private mutating func addMoves() {
    let (all, own) = (open.leadTimes.months.indices, open.monthsOfPeriod)
    for month in all where open.leadTimes.months[month].households != 0 {
      guard let place = cell(\.leadTimes.months[month].households) else { continue }
      // A month of nobody has no row.
      clues.cells[place].known = 1...Clues.endless
    }
    add(\.leadTimes.households, of: all.map { \.leadTimes.months[$0].households })
    let again: [Path] = movedAgain
    let before: [Path] = all.filter { !own.contains($0) }.map { \.leadTimes.months[$0].households }
    for whole in again {
      add(whole, of: own.map { \.leadTimes.months[$0].households })
      // The one sum less the other leaves the months before, whatever is hidden of those that both have.
      add(\.leadTimes.households, of: [whole] + before)
      if let first = again.first, first != whole { add(first, of: [whole]) }
      guard let moved = cell(whole), let housed = cell(\.task.housed),
        clues.cells[moved].real <= clues.cells[housed].real
      else { continue }
      clues.relations.append(.within(moved, housed))
    }
  }

  /// What elsewhere counts who moved in during the half-year.
  private var movedAgain: [Path] {
    let waits: [Path] = open.waits.indices.filter { open.waits[$0].isOfMoved }.map { \.waits[$0].households }
    let days: [Path] = open.days.isOfMoved ? [\.days.households] : []
    return (waits + days).filter { open[keyPath: $0] == open.movedInPeriod }
  }

  /// The board counted again, and of those that waited the ones that waited too long.
  private mutating func addAgain() {
    add(\.boardSum!.households, of: [\ReportContent.openHouseholds])
    if !open.days.isOfMoved { add(\.boardSum!.households, of: [\ReportContent.days.households]) }
    for wait in open.waits.indices where open.waits[wait].beyond != nil {
      guard let all = cell(\.waits[wait].households), let beyond = cell(\.waits[wait].beyond!.households) else {
        continue
      }
      clues.relations.append(.within(beyond, all))
    }
  }
}
