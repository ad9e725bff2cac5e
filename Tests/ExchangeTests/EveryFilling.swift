@testable import Exchange

/// Somebody who has one report and tries: every way to fill in what is hidden that fits all that is printed. It concludes
/// nothing but a last number from its sum, so it finds what a solver overlooks; for small tables only.
struct EveryFilling: ReportReading {
  private enum Rule {
    case line([(cell: Int, times: Int)], ClosedRange<Int>)
    case persons(Int, of: Int)

    var cells: [Int] {
      switch self {
      case .line(let terms, _): terms.map(\.cell)
      case .persons(let persons, let households): [persons, households]
      }
    }

    func holds(_ values: [Int]) -> Bool {
      switch self {
      case .line(let terms, let range): range.contains(terms.reduce(0) { $0 + $1.times * values[$1.cell] })
      case .persons(let persons, let households):
        values[persons] >= values[households] && (values[households] > 0 || values[persons] == 0)
      }
    }

    /// What a cell is by the others of its sum; nil: it can be several things.
    func last(_ cell: Int, _ values: [Int]) -> Int? {
      guard case .line(let terms, let range) = self, range == 0...0, let own = terms.first(where: { $0.cell == cell })
      else { return nil }
      return -own.times * terms.reduce(0) { $1.cell == cell ? $0 : $0 + $1.times * values[$1.cell] }
    }
  }

  /// What `*` can be at most: more than any real number of the table.
  private let most: Int
  private var names: [String] = []
  private var options: [[Int]] = []
  private var hidden: [Int] = []
  private var rules: [Rule] = []

  init(most: Int) { self.most = most }

  mutating func read(_ name: String, _ count: Count, fewFrom least: Int) {
    switch count {
    case .exactly(let number): options.append([number])
    case .few: options.append(Array(least...4))
    case .withheld: options.append(Array(0...most))
    case .unknown: return
    }
    if count.isHidden { hidden.append(names.count) }
    names.append(name)
  }

  mutating func line(_ terms: [(String, Int)], _ range: ClosedRange<Int>) {
    let found = terms.compactMap { term in names.firstIndex(of: term.0).map { (cell: $0, times: term.1) } }
    if found.count == terms.count { rules.append(.line(found, range)) }
  }

  mutating func persons(_ persons: String, of households: String) {
    guard let persons = names.firstIndex(of: persons), let households = names.firstIndex(of: households) else { return }
    rules.append(.persons(persons, of: households))
  }

  /// Hidden numbers that are the same in every filling; all of them where nothing fits.
  func solved() -> [String] {
    // A rule is looked at when the last of its hidden cells is filled.
    var ripe = [[Rule]](repeating: [], count: hidden.count)
    for rule in rules {
      if let last = hidden.lastIndex(where: { rule.cells.contains($0) }) { ripe[last].append(rule) }
    }
    var values = options.map { $0[0] }
    var seen = [Set<Int>](repeating: [], count: hidden.count)
    // Whether each was seen to be two things.
    func fill(_ place: Int) -> Bool {
      guard place < hidden.count else {
        for (place, cell) in hidden.enumerated() { seen[place].insert(values[cell]) }
        return seen.allSatisfy { $0.count > 1 }
      }
      let cell = hidden[place]
      var choices = options[cell]
      for rule in ripe[place] {
        if let only = rule.last(cell, values) { choices = choices.contains(only) ? [only] : [] }
      }
      for value in choices {
        values[cell] = value
        if ripe[place].allSatisfy({ $0.holds(values) }), fill(place + 1) { return true }
      }
      return false
    }
    return fill(0) ? [] : hidden.indices.filter { seen[$0].count < 2 }.map { names[hidden[$0]] }.sorted()
  }
}
