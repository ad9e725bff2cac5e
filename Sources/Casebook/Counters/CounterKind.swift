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

  /// Indexes kept together in one row.
  var width: Int {
    switch self {
    case .since, .due, .entered, .left, .spent, .realised: 366
    // Four days of moving in.
    case .lead: 4 * Self.leadSpan
    case .stock, .relatives, .underWay, .party, .blocker, .size, .need: 1 << 20
    }
  }

  /// Longer lead times count as the longest; eleven years.
  static let leadSpan = 4096

  /// - Parameter lead: -1: no permit, no lead time.
  static func leadIndex(_ day: Int, _ lead: Int) -> Int { day * leadSpan + min(lead + 1, leadSpan - 1) }

  func chunk(_ index: Int) -> Int {
    let (quotient, remainder) = index.quotientAndRemainder(dividingBy: width)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
