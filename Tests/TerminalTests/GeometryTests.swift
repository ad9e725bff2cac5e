import Testing

@testable import Terminal

@Suite("Rectangles")
struct GeometryTests {
  private let rect = Rect(x: 2, y: 3, width: 10, height: 6)

  @Test("never get a negative size")
  func negative() {
    #expect(Rect(x: 0, y: 0, width: -3, height: 2).isEmpty)
    #expect(rect.inset(6, 1).width == 0)
    #expect(Size(columns: -1, rows: -1) == Size(columns: 0, rows: 0))
  }

  @Test("inset and intersect")
  func insets() {
    #expect(rect.inset() == Rect(x: 3, y: 4, width: 8, height: 4))
    #expect(rect.inset(left: 1, bottom: 2) == Rect(x: 3, y: 3, width: 9, height: 4))
    #expect(rect.intersection(Rect(x: 0, y: 0, width: 4, height: 4)) == Rect(x: 2, y: 3, width: 2, height: 1))
    #expect(rect.intersection(Rect(x: 50, y: 0, width: 4, height: 4)).isEmpty)
  }

  @Test("splits share out every row and column once", arguments: [-1, 0, 3, 6, 99])
  func splits(count: Int) {
    let (top, below) = rect.split(top: count)
    #expect(top.height + below.height == rect.height && below.y == top.endY && below.endY == rect.endY)
    let (above, bottom) = rect.split(bottom: count)
    #expect(above.height + bottom.height == rect.height && bottom.endY == rect.endY)
    #expect(bottom.height == min(max(0, count), rect.height))
    let (left, rest) = rect.split(left: count)
    #expect(left.width + rest.width == rect.width && rest.x == left.endX)
    let (others, right) = rect.split(right: count)
    #expect(others.width + right.width == rect.width && right.endX == rect.endX)
  }

  @Test("a dialog stands in the middle and never outside")
  func centered() {
    #expect(rect.centered(Size(columns: 4, rows: 2)) == Rect(x: 5, y: 5, width: 4, height: 2))
    #expect(rect.centered(Size(columns: 40, rows: 20)) == rect)
  }
}
