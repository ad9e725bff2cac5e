import Casebook
import Journey
import Terminal

/// Where the columns of the board stand, and how many fit.
struct BoardLayout {
  let area: Rect
  let focus: Stage

  /// A name, a number of persons and a sign have room in this.
  static let narrowest = 22

  init(in area: Rect, focus: Stage) { (self.area, self.focus) = (area, focus) }

  /// Those shown: all, or as many as fit around the one in focus.
  var stages: ArraySlice<Stage> {
    let all = Board.stages
    let count = min(all.count, max(1, (area.width - 1) / (Self.narrowest + 1)))
    let at = all.firstIndex(of: focus) ?? 0
    let first = min(max(0, at - count / 2), all.count - count)
    return all[first..<first + count]
  }

  /// Those left and right of them.
  var hidden: (before: ArraySlice<Stage>, after: ArraySlice<Stage>) {
    let all = Board.stages
    return (all[..<stages.startIndex], all[stages.endIndex...])
  }

  /// The inside of a column: between its lines.
  func column(_ index: Int) -> Rect {
    let count = stages.count
    let left = area.x + (area.width - 1) * index / count
    let right = area.x + (area.width - 1) * (index + 1) / count
    return Rect(x: left + 1, y: area.y, width: right - left - 1, height: area.height)
  }

  // From the top of the frame.
  static let headRows = 3
  static let cardRows = 2

  /// Rows for the household under the cursor.
  var previewRows: Int { area.height >= 32 ? 7 : area.height >= 17 ? 3 : 0 }

  /// Where cards stand: below the heads, above the preview.
  var cards: (top: Int, rows: Int) {
    let top = area.y + Self.headRows + 2
    let bottom = area.endY - 1 - (previewRows > 0 ? previewRows + 1 : 0)
    return (top, max(0, bottom - top))
  }
}

extension Model {
  /// The board below its title line.
  var boardArea: Rect { body.split(top: 1).rest }

  /// Cards, group heads or rows of numbers that fit in a column.
  var boardRows: Int {
    let rows = BoardLayout(in: boardArea, focus: pipeline.stage).cards.rows
    return max(1, pipeline.showsGroups ? rows : rows / BoardLayout.cardRows)
  }
}
