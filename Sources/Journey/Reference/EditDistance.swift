/// How many letters apart two search keys are: insertions, deletions, replacements and swaps of neighbours
/// (optimal string alignment), for "did you mean".
public enum EditDistance {
  /// nil when more than `limit` apart.
  public static func between(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      if row.min()! > limit { return nil }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }

  /// The apartness that still looks like a slip of the hand in a word of this length.
  public static func tolerance(length: Int) -> Int { length <= 4 ? 1 : length <= 8 ? 2 : 3 }
}
