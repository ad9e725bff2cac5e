import Journey

/// What the counters keep, for every area: two numbers in each cell. The raw value is in the file.
enum CounterKind: Int, CaseIterable, Sendable {
  /// Now in a stage (index): households, persons.
  case stock = 1
  /// Of those the ones with relatives to come: households, relatives.
  case relatives
  /// By stage (key) the day (index) it began: households, persons.
  case since
  /// By stage (key) the due day (index): households, persons.
  case due
  /// By stage (key) and day (index): households and persons who came in.
  case entered
  /// By stage (key) and day (index): households and persons who went out.
  case left
  /// By the day of the first home and the days since the permit (``leadIndex(_:_:)``): households, persons.
  case lead
  /// By party (key) and the day of the first home (index): households it had the turn for, days.
  case spent
  /// By party (key), ways that are not home: the running turn (index 0: households, sum of its first days) and
  /// the turns that are over (index 1: households, days).
  case underWay
  /// By counting rule (key) and day (index): households, persons.
  case realised
  /// Now by party to act, blocker, size or need (key), in a stage (index): households, persons.
  case party, blocker, size, need
  /// By the month of the link and the days from it (``monthIndex(_:_:)``): households that were called first, those that
  /// went before anybody called.
  case firstCall
  /// By the day of the link (index): households that wait for the first call, 0.
  case uncalled
  /// By the month and the days it took (``monthIndex(_:_:)``, days as ``ResponseDays`` holds them): answers, 0.
  case answer
  /// By the day (index): households for whom began, and for whom ended, that whoever has the turn is expected to be heard
  /// of; and that they were silent for longer than they may be. What began may lie in the future.
  case heldTurn, silence
  /// By the month (``monthIndex(_:_:)`` of no days): handovers that were warm, and cold.
  case handover
  /// Now held up, by each open blocker (key), in a stage (index): households, persons. Who has two is in both.
  case heldUp
  /// Now by the organisation, and by the person, that is to act (``ActorKey``), in a stage (index): households, persons.
  case organisation, person
  /// By the day (index): 0, by how many more or fewer of those on the way are not to be counted any more from then on.
  case settled

  /// Indexes kept together in one row.
  var width: Int {
    switch self {
    case .since, .due, .entered, .left, .spent, .realised, .uncalled, .heldTurn, .silence, .settled: 366
    // A year.
    case .firstCall, .answer, .handover: 12 * Self.leadSpan
    // Four days of moving in.
    case .lead: 4 * Self.leadSpan
    case .stock, .relatives, .underWay, .party, .blocker, .size, .need, .heldUp, .organisation, .person: 1 << 20
    }
  }

  /// Longer lead times count as the longest; eleven years.
  static let leadSpan = 4096

  /// - Parameter lead: -1: no permit, no lead time.
  static func leadIndex(_ day: Int, _ lead: Int) -> Int { day * leadSpan + min(lead + 1, leadSpan - 1) }

  /// Every lead time, none included, of homes of these days.
  static func leads(_ days: ClosedRange<Day>) -> ClosedRange<Int> {
    leadIndex(days.lowerBound.index, -1)...leadIndex(days.upperBound.index, leadSpan)
  }

  static func monthIndex(_ day: Day, _ days: Int = 0) -> Int { day.month * leadSpan + min(max(0, days), leadSpan - 1) }

  func chunk(_ index: Int) -> Int {
    let (quotient, remainder) = index.quotientAndRemainder(dividingBy: width)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

extension Day {
  /// Months since the year 0.
  var month: Int { parts.year * 12 + parts.month - 1 }
}
