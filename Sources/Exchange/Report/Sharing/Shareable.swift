import Journey

extension ReportContent {
  /// As it may leave the office: no number of persons or households from 1 to 4, none that gives one away, and no dot that is
  /// one household. What the law sets or computes from it (target, balance before, correction) is not about persons one could
  /// know and stays.
  public func shareable() -> ReportContent {
    var content = self
    content.isInternal = false
    content.hideBoard()
    content.hideWeeks()
    content.hide(\.housed)
    content.hide(\.onTheWay)
    content.hide(\.enforceableBacklog)
    content.eachRow { $0.hideWhatFollows() }
    content.hideOutlook()
    content.hideFlow()
    content.leadTimes.hide()
    content.days.households = SmallCells.hide(days.households)
    if content.days.households.isHidden { content.days.parties = [] }
    for index in waits.indices { content.waits[index].hide() }
    for index in contact.indices { content.contact[index].hide() }
    content.withholdSums()
    return content
  }

  /// The stages from link to key add up to who is on the way.
  private mutating func hideBoard() {
    let part = board.indices.filter { (Stage.linked...Stage.moving).contains(board[$0].stage) }
    // Its own sum: who is on the way in the ledger can be of another half-year.
    let sum = Count(part.reduce(0) { $0 + (board[$1].persons.number ?? 0) })
    let hidden = SmallCells.hide(part.map { board[$0].persons }, of: sum)
    for (index, count) in zip(part, hidden.counts) { board[index].persons = count }
    if task.onTheWay == sum { task.onTheWay = hidden.sum }
    for index in board.indices { board[index].hide() }
  }

  /// The weeks of the half-year add up to who was housed in it.
  private mutating func hideWeeks() {
    let part = weeks.indices.filter { weeks[$0].first >= period.first }
    let hidden = SmallCells.hide(part.map { weeks[$0].persons }, of: task.housed)
    for (index, count) in zip(part, hidden.counts) { weeks[index].persons = count }
    task.housed = hidden.sum
    for index in weeks.indices { weeks[index].persons = SmallCells.hide(weeks[index].persons) }
  }

  /// Municipalities add up to their group, groups to the area.
  private mutating func hide(_ column: WritableKeyPath<TaskRow, Count>) {
    for index in groups.indices { groups[index].hide(column) }
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
      let hidden = SmallCells.hide(groups.map { $0.sum[keyPath: column] }, of: task[keyPath: column])
      for (index, count) in hidden.counts.enumerated() where count != groups[index].sum[keyPath: column] {
        groups[index].withhold(column)
        groups[index].sum[keyPath: column] = count
      }
      task[keyPath: column] = hidden.sum
    }
  }

  private mutating func eachRow(_ change: (inout TaskRow) -> Void) {
    change(&task)
    for group in groups.indices {
      change(&groups[group].sum)
      for row in groups[group].rows.indices { change(&groups[group].rows[row]) }
    }
  }

  private mutating func hideOutlook() {
    switch outlook {
    case .forecast(var forecast):
      forecast.households = SmallCells.hide(forecast.households)
      forecast.band.hide()
      for index in forecast.cone.indices { forecast.cone[index].band.hide() }
      // They begin with who was housed.
      if task.housed.isHidden { (forecast.band, forecast.cone) = (.withheld, []) }
      if task.chance == nil { forecast.chance = nil }
      outlook = .forecast(forecast)
    case .tooLittle(let what, let seen, let needed):
      outlook = .tooLittle(what: what, seen: SmallCells.hide(seen), needed: needed)
    case .none: break
    }
  }

  /// How many households moved in is a sum of months, how many are on their way one of the board: neither stands where a part
  /// of it is hidden.
  private mutating func withholdSums() {
    let hidesMonths = leadTimes.months.contains { $0.households.isHidden }
    let hidesBoard = board.contains { $0.households.isHidden }
    func withhold(_ count: inout Count, _ isPartHidden: Bool) {
      if isPartHidden, !count.isHidden { count = .withheld }
    }
    for index in waits.indices {
      let isPartHidden = waits[index].isOfMoved ? hidesMonths : hidesBoard
      withhold(&waits[index].households, isPartHidden)
    }
    withhold(&days.households, hidesMonths || hidesBoard)
    if case .forecast(var forecast) = outlook {
      withhold(&forecast.households, hidesBoard)
      outlook = .forecast(forecast)
    }
  }

  /// The last day of the flow is the board.
  private mutating func hideFlow() {
    for row in flow.persons.indices {
      flow.persons[row] = flow.persons[row].map { SmallCells.hide($0) }
      guard flow.days[row] == day else { continue }
      for (column, stage) in flow.stages.enumerated() {
        if let stock = board.first(where: { $0.stage == stage }), stock.persons.isHidden {
          flow.persons[row][column] = stock.persons
        }
      }
    }
  }
}
