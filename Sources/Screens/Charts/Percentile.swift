/// A number of a sorted row below or at which so many of a hundred lie.
enum Percentile {
  /// The nearest rank: always a number of the row itself. nil for an empty row.
  static func of(_ sorted: [Int], _ percent: Int) -> Int? {
    guard !sorted.isEmpty else { return nil }
    let rank = (sorted.count * min(max(percent, 0), 100) + 99) / 100
    return sorted[max(0, rank - 1)]
  }
}

extension Int? {
  /// Empty when it is not known.
  var text: String { map(String.init) ?? "" }
}
