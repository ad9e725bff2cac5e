import Journey

/// Homes dealt out in one run. Under a cap whoever is ready first moves first, and in one week whoever waits longest; a
/// home not used stays for the next. Whoever has an offer or a lease moves beside them. A home that comes on top goes to the
/// longest searching household of its size, which then no longer needs one of the others: so more homes never house fewer.
struct Deal {
  struct Household {
    var persons: Int32
    var size: Int32
    /// First week in which a home on top can be its; the number of weeks: never, it has an offer already or is not linked.
    var searchesFrom: Int32
    /// Its kind once it has an offer.
    var offered: Int32
    var weeksFromOffer: Int32
    var offerStream: UInt64
    /// It has its home already, or is offered one: it needs none of those that come.
    var hasHome = false
  }

  /// Homes of all sizes that come in each week; nil: not capped.
  private let inAll: [Double?]
  /// The same of each size.
  private let rates: [[Double?]]
  private let isCapped: Bool
  private let weeks: Int
  private let sizes = HouseholdSize.allCases.indices
  /// Homes on top, by week and size.
  private let extra: [[Int]]
  private let hasExtra: Bool
  /// Those who wait today come first, in every run the same.
  private let waiting: Int
  private var households: [Household]
  /// The size of each that needs one of the homes that come; ``none`` of one that does not. Beside them, as a run reads
  /// nothing else of most.
  private var needs: [Int32]
  private static let none: Int32 = -1
  /// Week from 0 in which each would move if homes were not short; the number of weeks: not within them.
  private var ready: [Int32]
  /// The same as homes are dealt out.
  private var moves: [Int32] = []
  private var taken: [Bool] = []
  /// A line for each size one after the other, by week of being ready and in it by place.
  private var line: [Int32] = []

  /// - Parameter supply: of each week.
  init(_ supply: [HomeSupply], _ homes: [Scenario.Homes], after today: Day, weeks: Int, waiting: [Household]) {
    self.weeks = weeks
    inAll = supply.map(\.inAll)
    rates = supply.map { week in HouseholdSize.allCases.map { week.perWeek[$0] } }
    isCapped = supply.contains(where: \.isCapped)
    extra = (0..<weeks).map { week in
      HouseholdSize.allCases.map { size in
        homes.filter { $0.size == size }.reduce(0) { $0 + $1.count(inWeek: week + 1, after: today) }
      }
    }
    hasExtra = homes.contains { $0.perWeek > 0 }
    (households, self.waiting) = (waiting, waiting.count)
    needs = waiting.map { $0.hasHome ? Self.none : $0.size }
    ready = [Int32](repeating: 0, count: waiting.count)
  }

  /// Those who wait come home in these weeks.
  mutating func begin(_ body: (Int) -> Int) {
    households.removeSubrange(waiting...)
    needs.removeSubrange(waiting...)
    ready.removeSubrange(waiting...)
    ready.withUnsafeMutableBufferPointer { ready in
      for index in 0..<ready.count { ready[index] = Int32(truncatingIfNeeded: body(index)) }
    }
  }

  /// Whom no home of these weeks can reach takes no place in the line.
  func takes(ready week: Int) -> Bool { week < weeks || hasExtra }

  mutating func add(_ household: Household, ready week: Int) {
    households.append(household)
    needs.append(household.hasHome ? Self.none : household.size)
    ready.append(Int32(truncatingIfNeeded: week))
  }

  /// `afterOffer`: the week in which a household moves that gets an offer in a week.
  mutating func finish(into bins: inout [Int32], afterOffer: (Household, Int) -> Int) {
    queue()
    if hasExtra {
      let given = handOut(afterOffer)
      if isCapped {
        for (index, _) in given { ready[index] = Int32(weeks) }
        queue()
      }
      for (index, week) in given { moves[index] = week }
    }
    bins.withUnsafeMutableBufferPointer { bins in
      households.withUnsafeBufferPointer { households in
        moves.withUnsafeBufferPointer { moves in
          for index in 0..<households.count { bins[Int(moves[index])] += households[index].persons }
        }
      }
    }
  }

  /// Under the cap: from the week a household is ready to the week there is a home.
  private mutating func queue() {
    moves = ready
    guard isCapped else { return }
    var (heads, ends) = lineUp()
    var left = sizes.map { _ in 0.0 }
    var leftInAll = 0.0
    for week in 0..<weeks {
      let (ofSize, ofAll) = (rates[week], inAll[week])
      for size in left.indices { left[size] += ofSize[size] ?? 0 }
      leftInAll += ofAll ?? 0
      while ofAll == nil || leftInAll >= 1 - 1e-9 {
        var (best, bestReady, bestSize) = (Int32.max, Int32(week), -1)
        for size in left.indices where heads[size] < ends[size] && (ofSize[size] == nil || left[size] >= 1 - 1e-9) {
          let index = line[heads[size]]
          let since = ready[Int(index)]
          if since < bestReady || (since == bestReady && index < best) {
            (best, bestReady, bestSize) = (index, since, size)
          }
        }
        guard bestSize >= 0 else { break }
        moves[Int(best)] = Int32(week)
        heads[bestSize] += 1
        // What was not short leaves nothing owing for the weeks in which it is.
        if ofSize[bestSize] != nil { left[bestSize] -= 1 }
        if ofAll != nil { leftInAll -= 1 }
      }
    }
    for size in left.indices { for place in heads[size]..<ends[size] { moves[Int(line[place])] = Int32(weeks) } }
  }

  /// Where the line of each size begins and ends.
  private mutating func lineUp() -> (heads: [Int], ends: [Int]) {
    var places = [Int32](repeating: 0, count: sizes.count * weeks)
    let weeks = weeks
    if line.count < households.count { line = [Int32](repeating: 0, count: households.count * 2) }
    return needs.withUnsafeBufferPointer { needs in
      ready.withUnsafeBufferPointer { ready in
        line.withUnsafeMutableBufferPointer { line in
          places.withUnsafeMutableBufferPointer { places in
            for index in 0..<ready.count where ready[index] < weeks && needs[index] != Self.none {
              places[Int(needs[index]) * weeks + Int(ready[index])] += 1
            }
            var (heads, ends, sum) = ([Int](), [Int](), Int32(0))
            for size in 0..<places.count / max(1, weeks) {
              heads.append(Int(sum))
              for place in size * weeks..<(size + 1) * weeks {
                let many = places[place]
                places[place] = sum
                sum += many
              }
              ends.append(Int(sum))
            }
            for index in 0..<ready.count where ready[index] < weeks && needs[index] != Self.none {
              let place = Int(needs[index]) * weeks + Int(ready[index])
              line[Int(places[place])] = Int32(index)
              places[place] += 1
            }
            return (heads, ends)
          }
        }
      }
    }
  }

  /// Homes on top go round, week after week, to those who would else wait longer than the way from an offer takes: who got
  /// one, and the week in which it moves.
  private mutating func handOut(_ afterOffer: (Household, Int) -> Int) -> [(index: Int, week: Int32)] {
    taken = [Bool](repeating: false, count: households.count)
    var given: [(index: Int, week: Int32)] = []
    var first = sizes.map { _ in 0 }
    for week in 0..<weeks {
      for size in sizes where extra[week][size] > 0 {
        while first[size] < households.count, !isOpen(first[size], size, week) { first[size] += 1 }
        var (homes, index) = (extra[week][size], first[size])
        while homes > 0, index < households.count {
          if isOpen(index, size, week), households[index].searchesFrom <= week {
            taken[index] = true
            given.append((index, min(moves[index], Int32(afterOffer(households[index], week)))))
            homes -= 1
          }
          index += 1
        }
      }
    }
    return given
  }

  /// Once it is false for a household it stays false in later weeks.
  private func isOpen(_ index: Int, _ size: Int, _ week: Int) -> Bool {
    let household = households[index]
    return household.size == size && !taken[index] && household.searchesFrom < weeks
      && moves[index] > Int32(week) + household.weeksFromOffer
  }
}
