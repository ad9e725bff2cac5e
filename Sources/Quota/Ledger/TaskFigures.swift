import Journey

/// What the ledger asks of the stories, by CBS code, in persons.
public struct TaskFigures: Sendable {
  /// Housed from the first up to and including the last day, by the counting rules.
  public var housed: @Sendable (_ municipality: String, _ first: Day, _ last: Day) -> Int
  /// Linked and not housed, at the end of the day of the account; announced relatives included.
  public var onTheWay: @Sendable (_ municipality: String) -> Int
  /// Those of them who are announced and still have to come; nil: of a past day nobody knows.
  public var toCome: @Sendable (_ municipality: String) -> Int?
  /// Linked for the task of the half-year by a day, housed or not; nil when the stories do not tell.
  public var linked: @Sendable (_ municipality: String, _ period: HalfYear, _ day: Day) -> Int?
  /// Why something could not be read since this was asked last; what rests on that is not known.
  public var unread: @Sendable () -> (any Error)?

  public init(
    housed: @escaping @Sendable (String, Day, Day) -> Int, onTheWay: @escaping @Sendable (String) -> Int = { _ in 0 },
    toCome: @escaping @Sendable (String) -> Int? = { _ in 0 },
    linked: @escaping @Sendable (String, HalfYear, Day) -> Int? = { _, _, _ in nil },
    unread: @escaping @Sendable () -> (any Error)? = { nil }
  ) {
    (self.housed, self.onTheWay, self.toCome, self.linked) = (housed, onTheWay, toCome, linked)
    self.unread = unread
  }

  /// Without stories.
  public static let none = TaskFigures(housed: { _, _, _ in 0 })
}
