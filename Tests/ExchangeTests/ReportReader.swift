@testable import Exchange

/// Somebody who has one report and adds up: what each number can be by all that is printed, by interval propagation over
/// linear relations. It knows that `<5` is 1 to 4, and of `*` nothing.
struct ReportReader: ReportReading {
  private(set) var ranges: [String: (low: Int, high: Int)] = [:]
  private(set) var hidden: Set<String> = []
  private var lines: [(terms: [(name: String, times: Int)], range: ClosedRange<Int>)] = []
  private var households: [(persons: String, households: String)] = []
  private static let endless = 1 << 30

  mutating func read(_ name: String, _ count: Count, fewFrom least: Int) {
    switch count {
    case .exactly(let number): ranges[name] = (number, number)
    case .few: ranges[name] = (least, 4)
    case .withheld: ranges[name] = (0, Self.endless)
    case .unknown: return
    }
    if count.isHidden { hidden.insert(name) }
  }

  /// A number that may be below zero; hidden it says nothing.
  mutating func readSigned(_ name: String, _ count: Count) {
    ranges[name] = count.number.map { ($0, $0) } ?? (-Self.endless, Self.endless)
  }

  mutating func line(_ terms: [(String, Int)], _ range: ClosedRange<Int>) {
    guard terms.allSatisfy({ ranges[$0.0] != nil }) else { return }
    lines.append((terms.map { (name: $0.0, times: $0.1) }, range))
  }

  mutating func persons(_ persons: String, of households: String) {
    guard ranges[persons] != nil, ranges[households] != nil else { return }
    atLeast(persons, households)
    self.households.append((persons, households))
  }

  /// Hidden numbers of which only one can be.
  mutating func solved() -> [String] {
    var changes = true
    while changes {
      changes = false
      func take(_ name: String, _ low: Int, _ high: Int) {
        let old = ranges[name]!
        let new = (low: max(low, old.low), high: min(high, old.high))
        guard new != old else { return }
        ranges[name] = new
        changes = true
      }
      for (terms, range) in lines {
        for term in terms {
          // times * x lies between range less what the others can be.
          var (low, high) = (range.lowerBound, range.upperBound)
          for other in terms where other.name != term.name {
            let ends = [other.times * ranges[other.name]!.low, other.times * ranges[other.name]!.high]
            (low, high) = (low - ends.max()!, high - ends.min()!)
          }
          if term.times > 0 { take(term.name, low, high) } else { take(term.name, -high, -low) }
        }
      }
      for (persons, homes) in households {
        if ranges[homes]!.high == 0 { take(persons, 0, 0) }
        if ranges[persons]!.low > 0 { take(homes, 1, Self.endless) }
      }
    }
    return hidden.filter { ranges[$0]!.low == ranges[$0]!.high }.sorted()
  }
}
