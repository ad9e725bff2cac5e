/// A part of a screen that can be pointed at, and what the program calls it.
public struct Zone: Hashable, Sendable {
  public var rect: Rect
  public var tag: Int
}

extension [Zone] {
  /// What lies on top at this cell.
  public func tag(x: Int, y: Int) -> Int? {
    last { x >= $0.rect.x && x < $0.rect.endX && y >= $0.rect.y && y < $0.rect.endY }?.tag
  }
}
