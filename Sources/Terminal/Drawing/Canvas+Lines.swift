// Light lines and boxes. Lines that meet join: each line character is a set of arms, and drawing one over another
// keeps the arms of both. Fill an area first to draw over it without joining.

extension Canvas {
  /// A line of `width` columns. Where it begins or ends on another line it stops there: ├ and not ┼.
  public mutating func hline(x: Int, y: Int, width: Int, style: Style = .border) {
    let row = Rect(x: x, y: y, width: width, height: 1)
    for column in row.intersection(size.rect).columns {
      var arms: LineArms = [.left, .right]
      if width > 1 && !self.arms(x: column, y: y).isEmpty {
        if column == row.x { arms.remove(.left) }
        if column == row.endX - 1 { arms.remove(.right) }
      }
      join(arms, x: column, y: y, style)
    }
  }

  /// A line of `height` rows, ending on other lines as `hline` does.
  public mutating func vline(x: Int, y: Int, height: Int, style: Style = .border) {
    let column = Rect(x: x, y: y, width: 1, height: height)
    for row in column.intersection(size.rect).rows {
      var arms: LineArms = [.up, .down]
      if height > 1 && !self.arms(x: x, y: row).isEmpty {
        if row == column.y { arms.remove(.up) }
        if row == column.endY - 1 { arms.remove(.down) }
      }
      join(arms, x: x, y: row, style)
    }
  }

  /// A box of light lines along the inside of the rectangle, its title in the top edge. Its inside is untouched.
  /// Nothing is drawn below 2 x 2.
  public mutating func box(
    _ rect: Rect, title: String = "", style: Style = .border, titleStyle: Style = .title
  ) {
    guard rect.width >= 2 && rect.height >= 2 else { return }
    let (right, bottom) = (rect.endX - 1, rect.endY - 1)
    join([.right, .down], x: rect.x, y: rect.y, style)
    join([.left, .down], x: right, y: rect.y, style)
    join([.right, .up], x: rect.x, y: bottom, style)
    join([.left, .up], x: right, y: bottom, style)
    for x in rect.intersection(size.rect).columns where x > rect.x && x < right {
      for y in [rect.y, bottom] { join([.left, .right], x: x, y: y, style) }
    }
    for y in rect.intersection(size.rect).rows where y > rect.y && y < bottom {
      for x in [rect.x, right] { join([.up, .down], x: x, y: y, style) }
    }

    let room = rect.width - 4
    guard !title.isEmpty && room >= 3 else { return }
    let columns = min(TextWidth.of(title), room - 2)
    put(" " + TextWidth.fit(title, width: columns) + " ", x: rect.x + 2, y: rect.y, style: titleStyle)
  }

  private func arms(x: Int, y: Int) -> LineArms { LineArms(scalar: self[x, y].symbol.base) }

  private mutating func join(_ arms: LineArms, x: Int, y: Int, _ style: Style) {
    place(Glyph(base: arms.union(self.arms(x: x, y: y)).scalar), x: x, y: y, style: style)
  }
}

extension Rect {
  var columns: Range<Int> { x..<endX }
  var rows: Range<Int> { y..<endY }
}

/// The directions in which a light line leaves its cell.
struct LineArms: OptionSet {
  let rawValue: UInt8
  static let up = LineArms(rawValue: 1)
  static let right = LineArms(rawValue: 2)
  static let down = LineArms(rawValue: 4)
  static let left = LineArms(rawValue: 8)

  private static let drawings: [Unicode.Scalar] = [
    " ", "╵", "╶", "└", "╷", "│", "┌", "├", "╴", "┘", "─", "┴", "┐", "┤", "┬", "┼",
  ]

  var scalar: UInt32 { Self.drawings[Int(rawValue)].value }
}

extension LineArms {
  init(scalar: UInt32) {
    guard scalar >= 0x2500 && scalar < 0x2580,
      let index = Self.drawings.firstIndex(where: { $0.value == scalar })
    else {
      self = []
      return
    }
    self.init(rawValue: UInt8(index))
  }
}
