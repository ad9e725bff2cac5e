import Casebook
import Chance
import Journey
import Quota

@testable import Screens

/// Invented charts, the same in every run: a municipality in an ordinary half-year.
enum ChartSample: String, CaseIterable {
  case flow, ageing, throughput, scatter, burnup, contact, days

  static let today = Day(2026, 11, 23)!

  var chart: any Chart {
    var dice = Chance(seed: 7)
    return switch self {
    case .flow: Self.flow(&dice)
    case .ageing: Self.ageing(&dice)
    case .throughput: Self.throughput(&dice)
    case .scatter: Self.scatter(&dice)
    case .burnup: Self.burnUp(&dice)
    case .contact: ContactTrendChart(trend: Self.contact(&dice))
    case .days: Self.whereTheDaysGo
    }
  }

  static func flow(_ dice: inout Chance) -> CumulativeFlow {
    var (counts, points): ([Int], [CumulativeFlow.Point]) = ([90, 40, 60, 150, 30, 20, 0], [])
    let stages: [Stage] = [.permit, .profile, .linked, .search, .contract, .moving, .housed]
    for week in 0...20 {
      points.append(.init(day: today - 140 + week * 7, counts: Dictionary(uniqueKeysWithValues: zip(stages, counts))))
      counts[0] += 16 + dice.roll(14)
      // Homes are few in autumn: the search grows.
      for (at, share) in [(5, 45), (4, 40), (3, week > 10 ? 4 : 9), (2, 25), (1, 40), (0, 22)] {
        let moved = counts[at] * (share + dice.roll(8)) / 100
        counts[at] -= moved
        counts[at + 1] += moved
      }
    }
    return CumulativeFlow(points: points, counted: .persons, today: today, end: Day(2026, 12, 31))
  }

  static func ageing(_ dice: inout Chance) -> AgeingChart {
    let columns: [(Stage, Int, Int, Int)] = [
      (.permit, 21, 9, 20), (.profile, 6, 5, 12), (.linked, 30, 16, 34), (.search, 96, 112, 203), (.contract, 9, 8, 21),
      (.moving, 7, 11, 19),
    ]
    return AgeingChart(
      columns: columns.map { stage, count, p50, p85 in
        let ages = (0..<count).map { _ in dice.roll(p50 * 3 / 2) + (dice.roll(5) == 0 ? dice.roll(p85 * 3 / 2) : 0) }
        return .init(stage: stage, ages: ages, p50: p50, p85: p85)
      })
  }

  static func throughput(_ dice: inout Chance) -> ThroughputChart {
    let monday = today - 25 * 7
    return ThroughputChart(
      weeks: (0...25).map { .init(monday: monday + $0 * 7, count: $0 == 25 ? 3 : dice.roll(9) + dice.roll(9)) },
      counted: .persons, today: today)
  }

  static func scatter(_ dice: inout Chance) -> CycleTimeScatter {
    CycleTimeScatter(
      points: (0..<180).map { _ in
        let days = 40 + dice.roll(90) + dice.roll(90) + (dice.roll(8) == 0 ? dice.roll(220) : 0)
        return .init(day: today - dice.roll(365), days: days)
      })
  }

  static func burnUp(_ dice: inout Chance) -> BurnUp {
    let period = HalfYear(2026, 2)
    var (persons, housed): (Int, [BurnUp.Housed]) = (0, [])
    for day in 0...(today - period.first) where dice.roll(5) < 2 {
      persons += 1 + dice.roll(6)
      housed.append(.init(day: period.first + day, persons: persons))
    }
    let expected = (1...5).map { week in
      BurnUp.Expected(
        day: min(today + week * 8, period.last), p15: persons + week * 7, p50: persons + week * 11,
        p85: persons + week * 16)
    }
    return BurnUp(
      period: period, task: 317, asked: Rulebook.builtIn.task.norm(on: period.first), housed: housed, today: today,
      expected: expected)
  }

  static func contact(_ dice: inout Chance) -> ContactTrend {
    ContactTrend(
      (0..<12).map { month in
        var one = ContactTrend.Month(first: Day(2025, 12, 1)!.adding(months: month))
        (one.linked, one.uncalled) = (6 + dice.roll(8), month * month / 30)
        one.firstCall = month == 11 ? nil : 9 + dice.roll(12)
        (one.answers, one.answerDays) = (20 + dice.roll(20), 4 + dice.roll(9))
        (one.turnDays, one.silentDays) = (1_200, 100 + dice.roll(300))
        (one.warm, one.cold) = (dice.roll(6), month < 2 ? 0 : 1 + dice.roll(5))
        return one
      })
  }

  static let whereTheDaysGo = WhereTheDaysGo(
    parts: [
      .init(name: Phrase("COA", "COA"), days: 9_412), .init(name: Phrase("Gemeente", "Municipality"), days: 6_120),
      .init(name: Phrase("Corporatie", "Corporation"), days: 21_877), .init(name: Phrase("IND", "IND"), days: 3_301),
      .init(name: Phrase("Huishouden", "Household"), days: 1_240), .init(name: Phrase("Niemand", "Nobody"), days: 744),
    ], households: 210)
}
