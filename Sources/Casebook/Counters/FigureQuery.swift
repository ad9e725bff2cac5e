import Journey
import Quota

/// A number on the board or the task screen that opens to its households.
public enum Figure: Hashable, Sendable {
  /// All that are in a stage now.
  case station(Stage)
  /// Those of them with a due day before today.
  case overdue(Stage)
  /// Those of them that are in it for at least so many days.
  case longest(Stage, days: Int)
  /// Between permit and home, held up by this (a code); of several it is the first.
  case blocked(String)
  /// Who left a stage on these days, for another stage or out of the area.
  case left(Stage, ClosedRange<Day>)
  /// With days since the permit that were this party's (an empty one: nobody's): on the way, or who moved into their first
  /// home on these days.
  case spent(PartyID, home: ClosedRange<Day>?)
  /// Who moved into their first home on these days.
  case home(ClosedRange<Day>)
  /// Those of them whom it took at least so many days from permit to home.
  case longestWay(ClosedRange<Day>, days: Int)
  /// With somebody who counted for the task on these days.
  case realised(ClosedRange<Day>)
  /// Linked and not yet housed.
  case onTheWay
  /// With somebody who was linked by the end of this day, on the way then or housed in its half-year.
  case linked(by: Day)
  /// Waits for this person.
  case turnOf(Contact)
  /// Linked on these days, and waits for the first call.
  case uncalled(ClosedRange<Day>)
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
    case .spent(let party, let home):
      let whose = home.map { Filter.between(.home, $0.indexes) } ?? .stages(Set(Stage.wayHome))
      (open, filter) = (home == nil, .every([whose, .spent(party, by: today.index)]))
    case .blocked(let code): (open, filter) = (true, .every([.stages(Set(Stage.wayHome)), .blocker(code)]))
    case .home(let days): (open, filter) = (false, .between(.home, days.indexes))
    case .longestWay(let days, let least):
      (open, filter) = (
        false,
        .every([.between(.home, days.indexes), .between(.leadTime, max(0, least)...(Schema.noDay - 1))])
      )
    case .realised(let days):
      // For whom they counted is said by the realisation, wherever the household is now.
      self.init(
        .realised(days.indexes, for: area == .country ? [] : Set(area.municipalities)), open: false)
      return
    case .left(let stage, let days):
      // Where it was left is said by the way, wherever the household is now.
      self.init(
        .left(stage, days.indexes, in: area == .country ? [] : Set(area.municipalities)), open: false)
      return
    case .linked(let day):
      // On the way there then, wherever the household is now.
      let towns = area == .country ? [] : Set(area.municipalities)
      self.init(.linked(by: day.index, since: HalfYear(holding: day).first.index, for: towns), open: false)
      return
    case .onTheWay: (open, filter) = (true, .stages(Set(Stage.onTheWay)))
    case .turnOf(let contact): (open, filter) = (true, .turnOf(contact))
    case .uncalled(let linked): (open, filter) = (true, .between(.uncalled, linked.indexes))
    }
    self.init(.every([area.filter, filter]), open: open)
  }
}

extension Area {
  /// What holds of the households whose task it is.
  public var filter: Filter { self == .country ? .everything : .municipalities(Set(municipalities)) }
}
