/// A size in columns and rows of the screen; never negative.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole screen as a rectangle.
  public var rect: Rect { Rect(x: 0, y: 0, width: columns, height: rows) }
}

/// A rectangle of cells: `x` and `y` count from 0 at the top left and may lie outside the screen; a width or
/// height below 0 becomes 0.
public struct Rect: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  /// Coordinates beyond this are as good as this: no screen is so large, and sums of them cannot overflow.
  static let farthest = 1 << 24

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = Self.near(x)
    self.y = Self.near(y)
    self.width = max(0, Self.near(width))
    self.height = max(0, Self.near(height))
  }

  static func near(_ value: Int) -> Int { min(max(value, -farthest), farthest) }

  /// The first column right of it, and the first row below it.
  public var endX: Int { x + width }
  public var endY: Int { y + height }
  public var isEmpty: Bool { width == 0 || height == 0 }
  public var size: Size { Size(columns: width, rows: height) }

  public func contains(x column: Int, y row: Int) -> Bool {
    column >= x && column < endX && row >= y && row < endY
  }

  /// Smaller by so many columns and rows on every side; empty when nothing is left.
  public func inset(_ columns: Int = 1, _ rows: Int = 1) -> Rect {
    inset(left: columns, top: rows, right: columns, bottom: rows)
  }

  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      x: x + Self.near(left), y: y + Self.near(top), width: width - Self.near(left) - Self.near(right),
      height: height - Self.near(top) - Self.near(bottom))
  }

  /// What both cover.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(x: left, y: top, width: min(endX, other.endX) - left, height: min(endY, other.endY) - top)
  }

  /// The first `rows` rows and the rest, shared out without overlap.
  public func split(top rows: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: taken), Rect(x: x, y: y + taken, width: width, height: height - taken)
    )
  }

  /// The rest and the last `rows` rows.
  public func split(bottom rows: Int) -> (rest: Rect, bottom: Rect) {
    let halves = split(top: height - min(max(0, rows), height))
    return (halves.top, halves.rest)
  }

  /// The first `columns` columns and the rest.
  public func split(left columns: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: taken, height: height), Rect(x: x + taken, y: y, width: width - taken, height: height)
    )
  }

  /// The rest and the last `columns` columns.
  public func split(right columns: Int) -> (rest: Rect, right: Rect) {
    let halves = split(left: width - min(max(0, columns), width))
    return (halves.left, halves.rest)
  }

  /// A rectangle of that size in the middle of this one, cut to fit: for dialogs.
  public func centered(_ size: Size) -> Rect {
    let columns = min(size.columns, width)
    let rows = min(size.rows, height)
    return Rect(x: x + (width - columns) / 2, y: y + (height - rows) / 2, width: columns, height: rows)
  }
}
