/// What somebody who adds up can find out about hidden numbers, and what else has to be hidden so that none is found.
///
/// Every number of persons or households that stands in a report is a cell. Relations tie cells together, within a table and
/// over tables: a sum and its parts, households and their persons, some of all. Of each cell is kept between which it must lie;
/// a hidden cell for which one number is left is solved.
struct Clues {
  enum Relation {
    case sum(Int, of: [Int])
    /// No fewer persons than households, and nobody where there is no household.
    case persons(Int, of: Int)
    case atMost(Int, Int)
    /// The same between two counts that have no parts in common: a number of the one hides little of the other.
    case within(Int, Int)

    var cells: [Int] {
      switch self {
      case .sum(let whole, let parts): parts + [whole]
      case .persons(let a, let b), .atMost(let a, let b), .within(let a, let b): [a, b]
      }
    }

    var isNear: Bool { if case .within = self { false } else { true } }
  }

  struct Cell {
    var real: Int
    var shown: Count
    /// What else stands in the report about it.
    var known = 0...Clues.endless
    /// Whether `<5` may be 0 too.
    var isFewOrNone = false
    /// A sum is hidden only where no part will do.
    var isSum = false

    fileprivate var possible: ClosedRange<Int> {
      switch shown {
      case .exactly(let number): number...number
      case .few: (isFewOrNone ? 0 : 1)...4
      case .withheld, .unknown: 0...Clues.endless
      }
    }
  }

  static let endless = 1 << 40

  var cells: [Cell] = []
  var relations: [Relation] = []

  /// Between which each cell must lie.
  var ranges: [(low: Int, high: Int)] {
    var ranges = cells.map { cell in
      (
        low: max(cell.possible.lowerBound, cell.known.lowerBound),
        high: min(cell.possible.upperBound, cell.known.upperBound)
      )
    }
    var changes = true
    func narrow(_ cell: Int, _ low: Int, _ high: Int) {
      let (low, high) = (max(low, ranges[cell].low), min(high, ranges[cell].high))
      guard (low, high) != ranges[cell], low <= high else { return }
      ranges[cell] = (low, high)
      changes = true
    }
    while changes {
      changes = false
      for relation in relations {
        switch relation {
        case .sum(let whole, let parts):
          let (low, high) = parts.reduce((0, 0)) { ($0.0 + ranges[$1].low, $0.1 + ranges[$1].high) }
          narrow(whole, low, high)
          for part in parts {
            let own = ranges[part]
            narrow(part, ranges[whole].low - (high - own.high), ranges[whole].high - (low - own.low))
          }
        case .persons(let persons, let households):
          narrow(persons, ranges[households].low, ranges[households].high == 0 ? 0 : Self.endless)
          narrow(households, min(1, ranges[persons].low), ranges[persons].high)
        case .atMost(let some, let all), .within(let some, let all):
          narrow(some, 0, ranges[all].high)
          narrow(all, ranges[some].low, Self.endless)
        }
      }
    }
    return ranges
  }

  /// Hides more until no hidden number is solved: of what is tied to a solved one the smallest, parts before sums.
  mutating func close() {
    let (near, all) = (ties { $0.isNear }, ties { _ in true })
    while true {
      let ranges = ranges
      let solved = cells.indices.filter { cells[$0].shown.isHidden && ranges[$0].low == ranges[$0].high }
      var next: Int?
      for one in solved where next == nil { next = nextToHide(beside: one, near) }
      // Where nothing stands any more `*`, which is any number, says less than `<5`.
      next = next ?? solved.compactMap { few(beside: $0, near) }.first
      for one in solved where next == nil { next = nextToHide(beside: one, all) }
      guard let next else { return }
      cells[next].shown = .withheld
    }
  }

  /// Of each cell the relations it is in.
  private func ties(_ isWanted: (Relation) -> Bool) -> [Int: [Int]] {
    var ties: [Int: [Int]] = [:]
    for (place, relation) in relations.enumerated() where isWanted(relation) {
      for cell in relation.cells { ties[cell, default: []].append(place) }
    }
    return ties
  }

  /// The solved one itself or what it is tied to, a sum first, where that is `<5`.
  private func few(beside solved: Int, _ near: [Int: [Int]]) -> Int? {
    let around = Set((near[solved] ?? []).flatMap { relations[$0].cells }).union([solved])
    return around.filter { cells[$0].shown == .few }.min {
      (cells[$0].isSum ? 0 : 1, $0) < (cells[$1].isSum ? 0 : 1, $1)
    }
  }

  /// The nearest that stands and would hide something; nil: there is none.
  private func nextToHide(beside solved: Int, _ near: [Int: [Int]]) -> Int? {
    var (seen, edge): (Set<Int>, [Int]) = ([solved], [solved])
    while !edge.isEmpty {
      let around = Set(edge.flatMap { near[$0] ?? [] }.flatMap { relations[$0].cells }).subtracting(seen)
      let choices = around.filter { cells[$0].shown.number != nil && !isPlainlyNobody($0, near) }
      if let best = choices.min(by: { rank($0) < rank($1) }) { return best }
      seen.formUnion(around)
      edge = around.sorted()
    }
    return nil
  }

  /// Nought beside a nought that stands: hiding it hides nothing.
  private func isPlainlyNobody(_ cell: Int, _ near: [Int: [Int]]) -> Bool {
    guard cells[cell].real == 0 else { return false }
    return (near[cell] ?? []).contains { place in
      switch relations[place] {
      case .persons(let a, let b): cells[a == cell ? b : a].shown == .exactly(0)
      case .atMost(let some, let all), .within(let some, let all): some == cell && cells[all].shown == .exactly(0)
      case .sum(let whole, _): whole != cell && cells[whole].shown == .exactly(0)
      }
    }
  }

  private func rank(_ cell: Int) -> (Int, Int, Int, Int) {
    (cells[cell].real == 0 ? 1 : 0, cells[cell].isSum ? 1 : 0, cells[cell].real, cell)
  }
}
