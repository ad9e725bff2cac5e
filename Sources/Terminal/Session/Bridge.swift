/// A blank between two coloured texts takes the look of the first. It shows nothing of it, and going back to the plain
/// look for one column costs a slow line some fifteen bytes, twice a row in a list.
struct Bridge {
  /// The look of each role, in their order.
  let looks: [Look]

  /// The row with its single blanks bridged; what can be seen stays the same.
  func over(_ row: [Cell]) -> [Cell] {
    guard row.count > 2 else { return row }
    var bridged = row
    for x in 1..<(row.count - 1)
    where row[x].symbol == .blank && isBare(row[x].style) && isInk(row[x - 1].style) && isInk(row[x + 1].style) {
      bridged[x].style = row[x - 1].style
    }
    return bridged
  }

  /// A blank in this style is as empty as any.
  private func isBare(_ style: Style) -> Bool {
    let look = looks[Int(style.role.rawValue)]
    return look.background == nil && !look.underline && !look.reverse && !style.underline && !style.reverse
  }

  /// Differs from plain text in nothing but its letters.
  private func isInk(_ style: Style) -> Bool {
    let look = looks[Int(style.role.rawValue)]
    return isBare(style) && (look.foreground != nil || look.bold || look.dim || style.bold)
  }
}
