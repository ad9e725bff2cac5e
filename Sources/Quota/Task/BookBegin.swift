import Journey

extension TaskBook {
  /// The first half-year of which something was posted; nil: nothing was.
  public var begin: HalfYear? { begins.values.min() }
}
