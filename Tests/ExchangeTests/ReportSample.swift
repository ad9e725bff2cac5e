import Exchange
import Journey
import Quota

/// An invented report on an area: sizes follow its inhabitants, so that small places have small numbers.
struct ReportSample {
  var dice = ReportDice(seed: 7)
  let day = Day("2026-11-23")!
  let period = HalfYear(2026, 2)

  static func of(_ code: String, seed: UInt64 = 7) -> ReportContent {
    var sample = ReportSample()
    sample.dice = ReportDice(seed: seed)
    return sample.content(Area(code: code)!)
  }

  mutating func content(_ area: Area) -> ReportContent {
    let codes = area.municipalities
    let rows = codes.map { row($0) }
    let groups: [ReportContent.Group]
    if area == .country {
      groups = Reference.provinces.map { province in
        let codes = Set(Area.province(province.code).municipalities)
        let own = rows.filter { codes.contains($0.area.code) }
        return ReportContent.Group(sum: sum(.province(province.code), own), rows: own)
      }
    } else {
      groups = [ReportContent.Group(sum: sum(area, rows), rows: rows)]
    }
    let all = sum(area, rows)
    let weeks = weeks(all.housed.number!)
    var content = ReportContent(
      area: area, period: period, day: day, author: "j.bakker", edition: "2026-11", task: all, groups: groups,
      outlook: outlook(all), backTest: backTest, board: board(all.onTheWay.number!), flow: flow(all.onTheWay.number!),
      weeks: weeks, leadTimes: leadTimes(max(1, all.housed.number! / 2)), days: days(all.housed.number! / 2),
      waits: waits(all.onTheWay.number! / 3),
      rules: [
        ReportContent.Note(
          Phrase(
            "doel = behoefte x inwoners / inwoners van Nederland",
            "target = need x inhabitants / those of the Netherlands"),
          source: "Huisvestingswet 2014 BWBR0035303 art. 29-1"),
        ReportContent.Note(
          Phrase("saldo gaat mee naar het volgende halfjaar", "the balance passes on to the next half-year"),
          source: "2024Z12156"),
      ])
    content.norm = Rulebook.builtIn.task.norm(on: period.first)
    content.contact = contact(all.onTheWay.number! / 12)
    let (one, few) = (all.households.number! / 4, all.households.number! / 2)
    let many = all.households.number! - one - few
    content.onTheWay = ReportContent.OnTheWay([
      .init(.one, households: one, persons: one), .init(.few, households: few, persons: few * 3),
      .init(.many, households: many, persons: many * 6),
    ])
    return content
  }

  private mutating func row(_ code: String) -> ReportContent.TaskRow {
    let inhabitants = Double(Reference.municipality(code: code)!.inhabitants2022)
    var row = ReportContent.TaskRow(area: .municipality(code))
    let target = max(1, Int((13_000 * inhabitants / 17_590_672).rounded(.up)))
    row.target = target
    row.balanceBefore = dice.roll(-target / 2 - 1...target / 5 + 1)
    row.correction = dice.roll(0...12) == 0 ? dice.roll(1...6) : 0
    let task = max(1, target - row.balanceBefore + row.correction)
    row.task = task
    let housed = task * dice.roll(20...85) / 100
    row.housed = Count(housed)
    row.onTheWay = Count(task * dice.roll(30...150) / 100)
    row.households = Count((row.onTheWay.number! * 2 + 4) / 5)
    row.balance = Count(housed - task)
    // While the half-year runs no more than the one before left.
    row.enforceableBacklog = Count(max(0, min(-row.balanceBefore, task - housed) - dice.roll(0...6)))
    let norm = (task * 4 + 5) / 6
    let rank = housed >= norm ? 0 : housed * 100 >= norm * 85 ? 1 : 2
    row.pace = ReportContent.Pace(
      [Phrase("op schema", "on schedule"), Phrase("iets achter", "slightly behind"), Phrase("achter", "behind")][rank],
      rank: rank, norm: norm, months: 4)
    let more = (task - housed) * dice.roll(20...110) / 100
    let width = max(1, more / 4)
    row.band = ReportContent.Band(
      p15: Count(housed + max(0, more - width)), p50: Count(housed + more), p85: Count(housed + more + width))
    row.chance = min(0.999, max(0.001, 0.5 + Double(housed + more - task) / Double(3 * width)))
    if rank == 2 {
      row.signals = [
        ReportContent.Signal(
          Phrase("achter op de norm na een kwartaal", "behind the norm after a quarter"),
          words: Phrase(
            "op 1 okt \(housed) gehuisvest, de norm is \(norm)", "on 1 Oct \(housed) housed, the norm is \(norm)"),
          since: Day("2026-10-01")!)
      ]
      if dice.roll(0...2) == 0 { row.supervision = Phrase("2 informatie opvragen", "2 ask for information") }
    }
    let strengths = (0..<3).map { _ in ReportContent.Ingredient.Strength(rawValue: dice.roll(0...2))! }
    row.approach = [
      ReportContent.Ingredient(
        Phrase("Projectstructuur", "Project structure"), strengths[0],
        gaps: strengths[0] == .full
          ? [] : [Phrase("stuurgroep 9 weken niet bijeen", "steering group has not met for 9 weeks")]),
      ReportContent.Ingredient(
        Phrase("Integraal plan", "Integrated plan"), strengths[1],
        gaps: strengths[1] == .full ? [] : [Phrase("2 acties te laat", "2 actions late")]),
      ReportContent.Ingredient(
        Phrase("Bestuurlijk commitment", "Commitment"), strengths[2],
        gaps: strengths[2] == .full
          ? [] : [Phrase("geen besluit van het college vastgelegd", "no decision of the executive recorded")]),
    ]
    return row
  }

  private func sum(_ area: Area, _ rows: [ReportContent.TaskRow]) -> ReportContent.TaskRow {
    if rows.count == 1 { return rows[0] }
    func total(_ column: (ReportContent.TaskRow) -> Int?) -> Int { rows.reduce(0) { $0 + (column($1) ?? 0) } }
    var sum = ReportContent.TaskRow(area: area)
    sum.target = total(\.target)
    sum.balanceBefore = total(\.balanceBefore)
    sum.correction = total(\.correction)
    sum.task = total(\.task)
    sum.housed = Count(total(\.housed.number))
    sum.onTheWay = Count(total(\.onTheWay.number))
    sum.households = Count(total(\.households.number))
    sum.balance = Count(total(\.balance.number))
    sum.enforceableBacklog = Count(total(\.enforceableBacklog.number))
    sum.pace = ReportContent.Pace(Phrase("achter", "behind"), rank: 2, norm: (sum.task! * 4 + 5) / 6, months: 4)
    let middle = total { $0.band?.p50.number }
    let width = max(1, middle / 18)
    sum.band = ReportContent.Band(p15: Count(middle - width), p50: Count(middle), p85: Count(middle + width))
    sum.chance = min(0.999, max(0.001, 0.5 + Double(middle - sum.task!) / Double(3 * width)))
    sum.basis = Phrase("gemeenten: \(rows.count) berekend", "municipalities: \(rows.count) computed")
    return sum
  }

  private func outlook(_ row: ReportContent.TaskRow) -> ReportContent.Outlook {
    let (housed, band) = (row.housed.number!, row.band!)
    let cone = (1...6).map { week -> ReportContent.ConePoint in
      func at(_ end: Count) -> Count { Count(housed + (end.number! - housed) * week / 6) }
      return ReportContent.ConePoint(
        week == 6 ? period.last : day + 7 * week,
        ReportContent.Band(p15: at(band.p15), p50: at(band.p50), p85: at(band.p85)))
    }
    return .forecast(
      ReportContent.Forecast(
        band: band, chance: row.chance, cone: cone, households: Count(row.onTheWay.number! / 2), spells: 4_812,
        runs: 10_000,
        helps: [
          ReportContent.Help(
            Phrase("één woning voor een gezin van 5 of meer erbij", "one more home for a family of 5 or more"),
            persons: 3.4, households: 40),
          ReportContent.Help(
            Phrase("één dossier verder helpen dat op een BSN wacht", "freeing one dossier that waits for a BSN"),
            persons: 0.8, households: 12),
        ]))
  }

  private var backTest: ReportContent.BackTest {
    ReportContent.BackTest([
      ReportContent.Score(Phrase("Prognose", "Forecast"), coverage: 0.72, brier: 0.11, n: 30),
      ReportContent.Score(Phrase("Tempolijn", "Pace line"), coverage: 0.41, brier: 0.19, n: 30),
      ReportContent.Score(Phrase("Wet van Little", "Little's law"), coverage: 0.28, brier: 0.24, n: 30),
    ])
  }

  private mutating func board(_ persons: Int) -> [ReportContent.Stock] {
    var left = persons
    return [(Stage.permit, 20), (.profile, 9), (.linked, 30), (.search, 75), (.contract, 40), (.moving, 100)].map {
      stage, part in
      let isPart = stage >= .linked
      let here = stage == .moving ? left : (isPart ? left : persons) * part / 100
      if isPart { left -= here }
      let households = here == 0 ? 0 : max(1, here * 2 / 5)
      return ReportContent.Stock(
        stage, households: Count(households), persons: Count(here), median: households > 0 ? part : nil,
        p85: households > 0 ? part * 3 : nil, overdue: Count(households * part / 150))
    }
  }

  private mutating func flow(_ persons: Int) -> ReportContent.Flow {
    let stages: [Stage] = [.permit, .profile, .linked, .search, .contract, .moving]
    let days = (0...25).map { day - 7 * (25 - $0) }
    let now = board(persons).map { $0.persons.number! }
    var rows = [now]
    while rows.count < days.count {
      rows.append(rows.last!.map { max(0, $0 - dice.roll(-1...1) * max(1, $0 / 14) - $0 / 60) })
    }
    return ReportContent.Flow(stages: stages, days: days, persons: rows.reversed().map { $0.map { Count($0) } })
  }

  private mutating func weeks(_ housed: Int) -> [ReportContent.Week] {
    var first = period.first - 7 * 8
    var weeks: [ReportContent.Week] = []
    while first <= day {
      weeks.append(ReportContent.Week(first: first, last: min(first + 6, day), persons: 0))
      first = first + 7
    }
    let own = weeks.indices.filter { weeks[$0].first >= period.first }
    for _ in 0..<housed {
      let index = own[dice.roll(0...own.count - 1)]
      weeks[index].persons = Count(weeks[index].persons.number! + 1)
    }
    for index in weeks.indices where weeks[index].first < period.first {
      weeks[index].persons = Count(housed * dice.roll(60...130) / 100 / own.count)
    }
    return weeks
  }

  private mutating func leadTimes(_ households: Int) -> ReportContent.LeadTimes {
    var moves: [(day: Day, leadTime: Int)] = []
    for _ in 0..<households {
      let waited = 60 + dice.roll(0...120) + dice.roll(0...60) * dice.roll(0...6)
      moves.append((Day("2026-01-01")! + dice.roll(0...day - Day("2026-01-01")!), waited))
    }
    return ReportContent.LeadTimes(moves)
  }

  private mutating func contact(_ linked: Int) -> [ReportContent.ContactMonth] {
    (0..<12).map { month in
      let answers = linked * dice.roll(1...4)
      var one = ReportContent.ContactMonth(
        first: Day("2025-12-01")!.adding(months: month), linked: linked,
        firstCall: linked > 0 ? dice.roll(4...30) : nil,
        answers: answers, answerDays: answers > 0 ? dice.roll(2...21) : nil)
      one.silences(most: linked / 3, days: linked * dice.roll(2...9), of: linked * 30)
      let warm = linked * dice.roll(0...9) / 10
      one.handovers(warm: warm, cold: linked - warm)
      return one
    }
  }

  private func days(_ households: Int) -> ReportContent.DaysGone {
    let parties: [(Phrase, Int)] = [
      (Phrase("COA", "COA"), 31), (Phrase("Gemeente", "Municipality"), 44), (Phrase("Corporatie", "Corporation"), 82),
      (Phrase("IND", "IND"), 12), (Phrase("Huishouden", "Household"), 9), (Phrase("Niemand", "Nobody"), 27),
    ]
    return ReportContent.DaysGone(
      households: Count(households), parties: parties.map { ReportContent.Party($0, days: $1 * households) },
      whose: Phrase("wie in dit halfjaar verhuisde", "those that moved in during this half-year"),
      isOfMoved: true)
  }

  private func waits(_ households: Int) -> [ReportContent.Wait] {
    [
      ReportContent.Wait(
        Phrase("Van vergunning tot huis", "From permit to home"), households: Count(households), median: 203, p85: 310,
        beyond: ReportContent.Beyond(Phrase("98 dagen", "98 days"), households: Count(households * 7 / 10)),
        isOfMoved: true),
      ReportContent.Wait(
        Phrase("Van koppeling tot eerste contact", "From link to first contact"), households: Count(households),
        median: 9,
        p85: 24),
      ReportContent.Wait(
        Phrase("Sinds het laatste contact", "Since the last contact"), households: Count(households), median: 12,
        p85: 41,
        beyond: ReportContent.Beyond(Phrase("42 dagen", "42 days"), households: Count(households / 7))),
    ]
  }
}

/// SplitMix64, so that an invented report is the same everywhere.
struct ReportDice {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((z ^ (z >> 31)) % UInt64(range.count))
  }
}
