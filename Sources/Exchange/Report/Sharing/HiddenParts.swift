extension ReportContent.Group {
  /// The column of the municipalities and its sum.
  mutating func hide(_ column: WritableKeyPath<ReportContent.TaskRow, Count>, within bounds: [ClosedRange<Int>]?) {
    let hidden = SmallCells.hide(rows.map { $0[keyPath: column] }, of: sum[keyPath: column], within: bounds)
    for (index, count) in hidden.counts.enumerated() { rows[index][keyPath: column] = count }
    sum[keyPath: column] = hidden.sum
  }

  /// Hides the sum, and so that it does not follow from its municipalities one of them.
  mutating func withhold(_ column: WritableKeyPath<ReportContent.TaskRow, Count>) {
    if sum[keyPath: column].number != nil { sum[keyPath: column] = .withheld }
    guard !rows.contains(where: { $0[keyPath: column].isHidden }) else { return }
    let least = rows.indices.min {
      let (a, b) = (rows[$0][keyPath: column].number ?? 0, rows[$1][keyPath: column].number ?? 0)
      return (a == 0 ? Int.max : a, $0) < (b == 0 ? Int.max : b, $1)
    }
    if let least { rows[least][keyPath: column] = .withheld }
  }
}

extension ReportContent.TaskRow {
  /// Between which the number of households on the way must lie by that of their persons, and the other way round.
  var householdsByPersons: ClosedRange<Int> { 0...max(0, onTheWay.number ?? 0) }
  var personsByHouseholds: ClosedRange<Int> { SmallCells.persons(of: households) }

  /// Few are on the way, so that what is expected of them tells who they are, or they may be few. A `*` may always: were it
  /// looked at which one is, a band would tell.
  var hidesFew: Bool { [onTheWay, households].contains { $0.isHidden || $0 == .unknown } }

  /// What can be computed back to a hidden number of persons housed.
  mutating func hideWhatFollows() {
    (linked, excusable) = (nil, 0)
    // Their words tell how many were housed on a day.
    signals = signals.map { ReportContent.Signal($0.name, words: $0.name, since: $0.since) }
    band?.hide()
    if hidesFew {
      // A band goes up by the sizes of the few there are.
      if band != nil { band = .withheld }
      chance = nil
    }
    guard housed.isHidden else { return }
    balance = .withheld
    pace = nil
    // A threshold that was crossed, or was not, says on which side of it the number is.
    (signals, hidesSignals) = ([], true)
    // What is expected begins with who was housed.
    if band != nil { band = .withheld }
    if let task, task < 5 { chance = nil }
  }
}

extension ReportContent.Band {
  static let withheld = Self(p15: .withheld, p50: .withheld, p85: .withheld)

  mutating func hide() { (p15, p50, p85) = (SmallCells.hide(p15), SmallCells.hide(p50), SmallCells.hide(p85)) }
}

extension ReportContent.OnTheWay {
  /// How many persons a household has says what is hidden of the other number, so where a class has few no class stands; nor
  /// where a sum that all have would give away one that is hidden elsewhere.
  mutating func hide(sumIsHidden: Bool) {
    guard
      sumIsHidden
        || rows.contains(where: { SmallCells.hide($0.households).isHidden || SmallCells.hide($0.persons).isHidden })
    else { return }
    (rows, isWithheld) = ([], true)
  }
}

extension ReportContent.Stock {
  /// Days of so few households are days of somebody.
  mutating func hide() {
    households = SmallCells.hide(households)
    persons = SmallCells.hide(persons)
    overdue = SmallCells.hide(overdue)
    if households.isHidden { (median, p85) = (nil, nil) }
  }
}

extension ReportContent.LeadTimes {
  mutating func hide() {
    hideCounts()
    hideWhatFollows()
  }

  /// A month stands where somebody moved in, so one that is withheld is not nought.
  mutating func hideCounts() {
    let hidden = SmallCells.hide(
      months.map(\.households), of: households, within: months.map { _ in 5...Int.max })
    for (index, count) in hidden.counts.enumerated() { months[index].households = count }
    households = hidden.sum
  }

  /// Days of so few households are days of somebody, and what is told of a hidden number says between which it lies.
  mutating func hideWhatFollows() {
    gather()
    let hidden = Set(months.filter(\.households.isHidden).map(\.first))
    // Where a place has so few, its dot says how long somebody waited, and 95 in 100 of fewer than 20 is one of them.
    dots.removeAll { ($0.households.number ?? 0) < 5 || hidden.contains(Self.month(of: $0.day)) }
    for index in months.indices {
      if months[index].households.isHidden { months[index].percentiles = nil }
      if (months[index].households.number ?? 0) < 20 { months[index].percentiles?.p95 = nil }
    }
    if households.isHidden { percentiles = nil }
    if (households.number ?? 0) < 20 { percentiles?.p95 = nil }
  }
}

extension ReportContent.Wait {
  mutating func hide() {
    households = SmallCells.hide(households)
    if households.isHidden { (median, p85) = (nil, nil) }
    if let over = beyond?.households { beyond?.households = SmallCells.hide(over) }
  }
}
