/// A number of a sorted row below or at which so many of a hundred lie.
enum Percentile {
  /// The nearest rank: always a number of the row itself. nil for an empty row.
  static func of(_ sorted: [Int], _ percent: Int) -> Int? {
    of(counted: sorted.map { (number: $0, times: 1) }, percent)
  }

  /// The same of a row in which a number stands several times.
  static func of(counted sorted: [(number: Int, times: Int)], _ percent: Int) -> Int? {
    let all = sorted.reduce(0) { $0 + $1.times }
    let rank = max(1, (all * min(max(percent, 0), 100) + 99) / 100)
    var seen = 0
    for one in sorted {
      seen += one.times
      if seen >= rank { return one.number }
    }
    return nil
  }
}

extension Int? {
  /// Empty when it is not known.
  var text: String { map(String.init) ?? "" }
}
