/// A stretch of a list that is read page by page.
enum Span {
  private static let page = 500

  /// From one row on through another; nil when that one does not come before so many.
  ///
  /// - Parameter next: at most so many rows beyond the edge, nearest first; fewer at the end of the list.
  static func rows<Row>(
    from first: Row, most: Int, isLast: (Row) -> Bool, next: (_ edge: Row, _ limit: Int) throws -> [Row]
  ) rethrows -> [Row]? {
    var (rows, edge): ([Row], Row) = ([], first)
    while rows.count < most {
      let more = try next(edge, page)
      if let at = more.firstIndex(where: isLast) { return rows + more[...at] }
      rows += more
      guard more.count == page, let last = more.last else { return nil }
      edge = last
    }
    return nil
  }
}
