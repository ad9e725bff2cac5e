import Journey

extension ReportContent {
  /// As it may leave the office: no number of persons or households from 1 to 4, none that gives one away, and no dot that is
  /// one household. What the law sets or computes from it (target, balance before, correction) is not about persons one could
  /// know and stays; but the balance before is who was housed so far while the half-year before is not over.
  public func shareable() -> ReportContent {
    var all = self
    // The board has all: a number without who counts before the move would say how few those are.
    all.eachRow { ($0.onTheWay, $0.allOnTheWay) = ($0.allOnTheWay ?? $0.onTheWay, nil) }
    return all.hidingFew()
  }

  private func hidingFew() -> ReportContent {
    var content = self
    content.isInternal = false
    content.hideBoard()
    content.hideWeeks()
    content.hide(\.housed)
    content.hide(\.households, within: groups, by: \.householdsByPersons)
    content.hide(\.onTheWay, within: groups, by: \.personsByHouseholds)
    content.hideMoves()
    var open = self
    open.boardSum = BoardSum(board)
    // What follows over tables, and of the one column from the other.
    content = ReportClues(content, open: open).closed()
    for index in content.board.indices { content.board[index].hide() }
    content.onTheWay.hide(sumIsHidden: content.hidesOnTheWay)
    content.eachRow { $0.hideWhatFollows() }
    content = EnforceableCells(content, open: open).closed()
    content.hideBalanceBefore()
    content.hideOutlook()
    content.hideRemarks()
    if open.task.housed == open.sumOfWeeks { content.weeksSum = content.task.housed }
    content.leadTimes.hideWhatFollows()
    if content.days.households.isHidden { content.days.parties = [] }
    for index in waits.indices { content.waits[index].hide() }
    for index in contact.indices { content.contact[index].hide() }
    content.withholdSums(open)
    content.hideFlow()
    return content
  }

  /// Whether the sums of who is on the way, that other tables have too, would tell what is hidden: of one that nobody knows by
  /// the row of the task they are the sum of stages all the same.
  private var hidesOnTheWay: Bool {
    let hidesStage = board.contains { $0.households.isHidden || $0.persons.isHidden }
    return [task.onTheWay, task.households].contains { $0.isHidden || ($0 == .unknown && hidesStage) }
  }

  /// The stages from link to key add up to who is on the way, they and those before the link to the sum of the board.
  private mutating func hideBoard() {
    let persons = board.map { 0...max(0, $0.persons.number ?? 0) }
    let households = board.map { SmallCells.persons(of: $0.households) }
    var sum = BoardSum(board)
    sum.households = hideBoard(\.households, \.households, within: persons)
    sum.persons = hideBoard(\.persons, \.onTheWay, within: households)
    let overdue = SmallCells.hide(board.map(\.overdue), of: sum.overdue)
    // Where nobody is nobody is late, and hiding that hides nothing.
    for (index, count) in overdue.counts.enumerated() {
      board[index].overdue = board[index].households == 0 ? 0 : count
    }
    sum.overdue = overdue.sum
    for index in board.indices { board[index].hide() }
    boardSum = sum
  }

  /// - Returns: the sum of the column; hidden where a part of it is.
  private mutating func hideBoard(
    _ column: WritableKeyPath<Stock, Count>, _ inTask: WritableKeyPath<TaskRow, Count>,
    within bounds: [ClosedRange<Int>]
  ) -> Count {
    let onTheWay = board.indices.filter { (Stage.linked...Stage.moving).contains(board[$0].stage) }
    let whole = board.reduce(0) { $0 + ($1[keyPath: column].number ?? 0) }
    var isPartHidden = false
    for part in [onTheWay, board.indices.filter { !onTheWay.contains($0) }] {
      // Its own sum: who is on the way in the ledger can be of another half-year.
      let sum = Count(part.reduce(0) { $0 + (board[$1][keyPath: column].number ?? 0) })
      let hidden = SmallCells.hide(part.map { board[$0][keyPath: column] }, of: sum, within: part.map { bounds[$0] })
      for (index, count) in zip(part, hidden.counts) { board[index][keyPath: column] = count }
      if part == onTheWay, task[keyPath: inTask] == sum { task[keyPath: inTask] = hidden.sum }
      isPartHidden = isPartHidden || hidden.sum.isHidden
    }
    let sum = SmallCells.hide(Count(whole))
    return isPartHidden && !sum.isHidden ? .withheld : sum
  }

  /// The weeks of the half-year add up to who was housed in it.
  private mutating func hideWeeks() {
    let part = weeks.indices.filter { weeks[$0].first >= period.first }
    let hidden = SmallCells.hide(part.map { weeks[$0].persons }, of: task.housed)
    for (index, count) in zip(part, hidden.counts) { weeks[index].persons = count }
    task.housed = hidden.sum
    for index in weeks.indices { weeks[index].persons = SmallCells.hide(weeks[index].persons) }
  }

  /// Of the half-year: by the dossiers, where the number housed can be that of a published state.
  private var sumOfWeeks: Count {
    Count(weeks.filter { $0.first >= period.first }.reduce(0) { $0 + ($1.persons.number ?? 0) })
  }

  /// Who moved in, by month and in all, and what other tables say of the same households.
  private mutating func hideMoves() {
    leadTimes.hideCounts()
    days.households = SmallCells.hide(days.households)
    for index in waits.indices { waits[index].hide() }
    openHouseholds = SmallCells.hide(openHouseholds)
  }

  /// Municipalities add up to their group, groups to the area.
  ///
  /// - Parameter open: the groups before anything was hidden, and what of a row says between which the number must lie.
  private mutating func hide(
    _ column: WritableKeyPath<TaskRow, Count>, within open: [Group]? = nil,
    by bounds: KeyPath<TaskRow, ClosedRange<Int>> = \.personsByHouseholds
  ) {
    for index in groups.indices { groups[index].hide(column, within: open?[index].rows.map { $0[keyPath: bounds] }) }
    if groups.count == 1 {
      // The area and its only group are the same sum, said twice.
      if task[keyPath: column].isHidden, !groups[0].sum[keyPath: column].isHidden { groups[0].withhold(column) }
      task[keyPath: column] = groups[0].sum[keyPath: column]
    } else {
      if task[keyPath: column].isHidden,
        let least = groups.indices.min(by: {
          (groups[$0].sum[keyPath: column].number ?? 0) < (groups[$1].sum[keyPath: column].number ?? 0)
        })
      {
        groups[least].withhold(column)
      }
      let hidden = SmallCells.hide(
        groups.map { $0.sum[keyPath: column] }, of: task[keyPath: column],
        within: open?.map { $0.sum[keyPath: bounds] })
      for (index, count) in hidden.counts.enumerated() where count != groups[index].sum[keyPath: column] {
        groups[index].withhold(column)
        groups[index].sum[keyPath: column] = count
      }
      task[keyPath: column] = hidden.sum
    }
  }

  var everyRow: [TaskRow] { [task] + groups.flatMap { [$0.sum] + $0.rows } }

  mutating func eachRow(_ change: (inout TaskRow) -> Void) {
    change(&task)
    for group in groups.indices {
      change(&groups[group].sum)
      for row in groups[group].rows.indices { change(&groups[group].rows[row]) }
    }
  }

  private mutating func hideOutlook() {
    switch outlook {
    case .forecast(var forecast):
      forecast.band.hide()
      for index in forecast.cone.indices { forecast.cone[index].band.hide() }
      // They begin with who was housed, and go up by the sizes of those on the way.
      if task.housed.isHidden || task.hidesFew { (forecast.band, forecast.cone) = (.withheld, []) }
      if task.chance == nil { forecast.chance = nil }
      // Of few households what one of them would add is its size; of an unknown number it may be.
      let helps = forecast.helps.filter { !task.hidesFew && SmallCells.hide($0.households).number != nil }
      forecast.areHelpsWithheld = helps.count < forecast.helps.count
      forecast.helps = helps
      outlook = .forecast(forecast)
    case .tooLittle(let one, let more, let seen, let needed):
      outlook = .tooLittle(one: one, more: more, seen: SmallCells.hide(seen), needed: needed)
    case .none: break
    }
  }

  /// Remarks that name few persons, or a number that is hidden: who was housed by the dossiers is the sum of the weeks.
  private mutating func hideRemarks() {
    let hidesWeeks = weeks.contains { $0.first >= period.first && $0.persons.isHidden }
    let (housed, balance) = (task.housed, task.balance)
    remarks.removeAll { remark in
      if remark.splitsWeek { return true }
      if remark.persons.contains(where: { SmallCells.hide(Count(abs($0))).isHidden }) { return true }
      switch remark.figure {
      case .housed: return housed.isHidden || hidesWeeks
      case .balance: return balance.isHidden
      // It stands in its column, as far as it may.
      case .enforceableBacklog: return true
      default: return false
      }
    }
  }

  /// How many households moved in is nearly a sum of months, how many are on their way nearly one of the board: neither stands
  /// where a part of it is hidden. What is such a sum to the last household is closed with it (``ReportClues``).
  private mutating func withholdSums(_ open: ReportContent) {
    let hidesMonths = leadTimes.months.contains { $0.households.isHidden }
    let hidesBoard = board.contains { $0.households.isHidden }
    func withhold(_ count: inout Count, _ isPartHidden: Bool) {
      if isPartHidden, !count.isHidden { count = .withheld }
    }
    let (moved, board) = (open.movedInPeriod, open.boardSum?.households)
    for index in waits.indices {
      let isOfMoved = waits[index].isOfMoved
      let isClosed = isOfMoved && open.waits[index].households == moved
      withhold(&waits[index].households, !isClosed && (isOfMoved ? hidesMonths : hidesBoard))
    }
    let isClosed = open.days.households == (open.days.isOfMoved ? moved : board)
    withhold(&days.households, !isClosed && (hidesMonths || hidesBoard))
    withhold(&openHouseholds, open.openHouseholds != board && hidesBoard)
  }

  /// Who leaves a stage moved in or stands in the next: from day to day the flow would tell what is hidden of the weeks, of the
  /// board and of who was linked, and they what is few in it. It stands where none of them hides anything.
  private mutating func hideFlow() {
    guard !flow.days.isEmpty else { return }
    var counts = flow.persons.joined().map { SmallCells.hide($0) }
    counts += weeks.map(\.persons) + contact.map(\.linked)
    counts += board.flatMap { [$0.households, $0.persons, $0.overdue] }
    if let boardSum { counts += [boardSum.households, boardSum.persons, boardSum.overdue] }
    counts += [task.housed, task.households, task.onTheWay]
    guard counts.contains(where: \.isHidden) else { return }
    flow = Flow(stages: [], days: [], persons: [])
    flow.isWithheld = true
  }
}
