import Journey

/// A number on the board or the task screen that opens to its households.
public enum Figure: Hashable, Sendable {
  /// All that are in a stage now.
  case station(Stage)
  /// Those of them with a due day before today.
  case overdue(Stage)
  /// Those of them that are in it for at least so many days.
  case longest(Stage, days: Int)
  case group(Stage, HouseholdGroup)
  /// Who moved into their first home on these days.
  case home(ClosedRange<Day>)
  /// With somebody who counted for the task on these days.
  case realised(ClosedRange<Day>)
  /// Linked and not yet housed.
  case onTheWay
  /// Waits for this person.
  case turnOf(Contact)
}

extension Query {
  /// The list that has exactly the households of a figure.
  ///
  /// - Parameter today: the day the figure was asked for.
  public init(_ figure: Figure, in area: Area, on today: Day) {
    let open: Bool
    let filter: Filter
    switch figure {
    case .station(let stage): (open, filter) = (stage != .closed, .stages([stage]))
    case .overdue(let stage): (open, filter) = (true, .every([.stages([stage]), .overdue(today)]))
    case .longest(let stage, let days):
      // A stage that begins later than today is in it for no days.
      let last = days <= 0 ? Filter.anyDay.upperBound : today.index - days
      (open, filter) = (true, .every([.stages([stage]), .between(.stageSince, -(1 << 30)...last)]))
    case .group(let stage, let group): (open, filter) = (stage != .closed, .every([.stages([stage]), group.filter]))
    case .home(let days): (open, filter) = (false, .between(.home, days.indexes))
    case .realised(let days):
      // For whom they counted is said by the realisation, wherever the household is now.
      self.init(
        .realised(days.indexes, for: area == .country ? [] : Set(area.municipalities)), open: false)
      return
    case .onTheWay: (open, filter) = (true, .stages(Set(Stage.onTheWay)))
    case .turnOf(let contact): (open, filter) = (true, .turnOf(contact))
    }
    self.init(.every([area.filter, filter]), open: open)
  }
}

extension Area {
  /// What holds of the households whose task it is.
  public var filter: Filter { self == .country ? .everything : .municipalities(Set(municipalities)) }
}
