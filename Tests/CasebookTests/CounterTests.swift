import Demo
import GRDB
import Journey
import Testing

@testable import Casebook

/// An invented field in a casebook, with every dossier at hand.
struct CountedField {
  let sample: Sample
  var casebook: Casebook { sample.casebook }

  init(dossiers: Int, seed: UInt64 = 5) throws {
    sample = try Sample()
    let field = DemoField(seed: seed, dossiers: dossiers, today: Sample.today, rules: Sample.rules)
    var batches = [(0..<dossiers).map(field.story)]
    try sample.casebook.load(rules: Sample.rules) { batches.popLast() }
  }

  func dossiers() throws -> [Dossier] {
    try casebook.rows(Query(open: false), limit: 100_000).map { try casebook.dossier($0.id)! }
  }

  static func areas(_ dossiers: [Dossier]) -> [Area] {
    let towns = Set(dossiers.compactMap(\.municipality)).sorted()
    return [.country] + Set(towns.prefix(4).flatMap(Area.holding)).subtracting([.country])
  }

  static func lies(_ municipality: String?, in area: Area) -> Bool {
    Area.holding(municipality ?? "").contains(area)
  }
}

@Suite("What is counted for every area")
struct CounterTests {
  let today = Sample.today

  @Test("the board says of every area what its dossiers add up to")
  func board() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let dossiers = try field.dossiers()
    for area in CountedField.areas(dossiers) {
      let here = dossiers.filter { CountedField.lies($0.municipality, in: area) }
      let board = try field.casebook.board(area, on: today)
      for station in board.stations {
        let those = here.filter { $0.stage == station.stage }
        let persons = those.map(\.members.count).reduce(0, +)
        #expect(station.households == those.count && station.persons == persons)
        let ages = those.map { max(0, today - $0.stageSince) }.sorted()
        let median = ages.isEmpty ? nil : ages[(ages.count - 1) / 2]
        let p85 = ages.isEmpty ? nil : ages[(ages.count * 85 + 99) / 100 - 1]
        #expect(station.median == median && station.p85 == p85)
        let due = those.compactMap { $0.standing(Sample.rules).next?.due?.day }
        let overdue = due.count { $0 < today }
        #expect(station.overdue == overdue)
      }
      let home = here.filter { board.homeRange.contains($0.way(Sample.rules).home ?? today + 1) }
      #expect(board.home.households == home.count)
      #expect(board.home.persons == home.map(\.members.count).reduce(0, +))
    }
  }

  @Test("who was housed is one number: of the board, of the weeks, of the ledger, and of the list that it opens to")
  func oneCount() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let casebook = field.casebook
    var seen = 0
    for area in CountedField.areas(try field.dossiers()) {
      let days = (today - 29)...today
      let ledger = try casebook.realised(area, from: days.lowerBound, through: today)
      #expect(try casebook.board(area, on: today).home.counted == ledger.persons)
      let listed = try casebook.rows(Query(.realised(days), in: area, on: today), limit: 1_000)
      #expect(listed.reduce(0) { $0 + ($1.counted ?? 0) } == ledger.persons)
      let weeks = try casebook.throughput(area, weeks: 5, through: today)
      for week in weeks {
        let last = min(week.monday + 6, today)
        #expect(try week.home.persons == casebook.realised(area, from: week.monday, through: last).persons)
      }
      seen += ledger.persons
    }
    #expect(seen > 0)
    #expect(try casebook.rows(Query(), limit: 10).allSatisfy { $0.counted == nil })
  }

  @Test("the weeks up to a day that is past end with that day")
  func weeksThen() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    var moved = 0
    for back in 0..<7 {
      let day = today - 60 - back
      let week = try #require(try field.casebook.throughput(.country, weeks: 1, through: day).last)
      let leads = try field.casebook.realised(.country, from: week.monday, through: day)
      #expect(week.home.persons == leads.persons)
      moved += week.home.persons
    }
    #expect(moved > 0)
  }

  @Test("every number opens to exactly its households")
  func queries() throws {
    let field = try CountedField(dossiers: 300, seed: 6)
    defer { field.sample.remove() }
    let casebook = field.casebook
    func count(_ figure: Figure, of group: HouseholdGroup? = nil, _ area: Area) throws -> Int {
      let whole = Query(figure, in: area, on: today)
      let query = group.map { whole.narrowed(by: $0.filter) } ?? whole
      let count = try casebook.count(query, limit: .max)
      for language in Language.allCases {
        let texts = [figure.text(in: area, on: today, language), group?.text(language)]
        let text = texts.compactMap(\.self).joined(separator: " ")
        let typed = try Query.parse(text, today: today, rules: Sample.rules).get()
        #expect(try casebook.count(typed, limit: .max) == count, "\(text)")
      }
      return count
    }
    let dossiers = try field.dossiers()
    for area in CountedField.areas(dossiers) {
      let board = try casebook.board(area, on: today)
      for station in board.stations {
        #expect(try count(.station(station.stage), area) == station.households)
        #expect(try count(.overdue(station.stage), area) == station.overdue)
        if let p85 = station.p85 {
          let old = station.ages.counts.filter { $0.days >= p85 }.reduce(0) { $0 + $1.count }
          #expect(try count(.longest(station.stage, days: p85), area) == old)
        }
        for grouping in Grouping.allCases {
          for group in try casebook.grouped(area, station.stage, by: grouping) {
            #expect(try count(.station(station.stage), of: group, area) == group.households, "\(group)")
          }
        }
      }
      for station in board.stations {
        let days = (today - (7 * Board.weeks - 1))...today
        let towns = area == .country ? [] : Set(area.municipalities)
        let exits = dossiers.map { dossier in
          dossier.way(Sample.rules).exits(from: station.stage, in: towns).count { days.contains($0) }
        }
        #expect(exits.reduce(0, +) == station.throughput.reduce(0, +), "\(station.stage) \(area)")
        #expect(try count(.left(station.stage, days), area) == exits.count { $0 > 0 }, "\(station.stage) \(area)")
      }
      #expect(try count(.home(board.homeRange), area) == board.home.households)
      let onTheWay = try casebook.onTheWay(area).values.map(\.households).reduce(0, +)
      #expect(try count(.onTheWay, area) == onTheWay)
      let trend = try casebook.contactTrend(area, on: today)
      #expect(try count(.uncalled(ContactTrend.period(today)), area) == trend.whole.uncalled, "\(area)")
      for month in trend.months where month.uncalled > 0 {
        let linked = month.first...min(today, month.first.adding(months: 1) - 1)
        #expect(try count(.uncalled(linked), area) == month.uncalled, "\(month.first) \(area)")
      }
      let (april, since) = (Day(2026, 4, 1)!, Day(2026, 1, 1)!)
      func isTheirs(_ town: String) -> Bool { !town.isEmpty && CountedField.lies(town, in: area) }
      let linked = dossiers.filter { dossier in
        let way = dossier.way(Sample.rules)
        let isThere = way.leg(on: april).map {
          Stage.onTheWay.contains($0.stage) && $0.uncounted > 0 && isTheirs($0.municipality)
        }
        return isThere == true
          || way.realisations.contains { since <= $0.day && $0.day <= april && isTheirs($0.municipality) }
      }
      #expect(try count(.linked(by: april), area) == linked.count, "\(area)")
      let half = (today - 144)...today
      let counted = dossiers.filter { dossier in
        dossier.realisations(Sample.rules).contains {
          half.contains($0.day) && CountedField.lies($0.municipality, in: area)
        }
      }
      #expect(try count(.realised(half), area) == counted.count)
    }
  }

  @Test("groups of a stage add up to it")
  func groups() throws {
    let field = try CountedField(dossiers: 200)
    defer { field.sample.remove() }
    let board = try field.casebook.board(.country, on: today)
    for station in board.stations {
      let needs = try field.casebook.grouped(.country, station.stage, by: .need)
      // A household with two needs is in two; nobody is left out.
      #expect(needs.map(\.households).reduce(0, +) >= station.households)
      for group in needs where group.key.isEmpty {
        let query = Query(.station(station.stage), in: .country, on: today).narrowed(by: group.filter)
        #expect(try field.casebook.count(query, limit: .max) == group.households)
      }
      for grouping in Grouping.allCases where grouping != .need {
        let groups = try field.casebook.grouped(.country, station.stage, by: grouping)
        #expect(groups.map(\.households).reduce(0, +) == station.households)
        #expect(groups.map(\.persons).reduce(0, +) == station.persons)
      }
    }
  }

  @Test("who came home lately is told apart by size, need and municipality as the stories say, and by nothing else")
  func homeGroups() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let dossiers = try field.dossiers()
    let days = (today - 180)...today
    var seen = 0
    for area in CountedField.areas(dossiers) {
      let home = dossiers.filter { dossier in
        CountedField.lies(dossier.municipality, in: area)
          && dossier.way(Sample.rules).home.map(days.contains) ?? false
      }
      for grouping in Grouping.allCases {
        let groups = try field.casebook.groupedHome(area, on: days, by: grouping)
        #expect(grouping.isOfHomes || groups.isEmpty)
        for group in groups {
          let those = home.filter { group.holds($0, $0.standing(Sample.rules)) }
          #expect(group.households == those.count, "\(group)")
          #expect(group.persons == those.map(\.members.count).reduce(0, +), "\(group)")
        }
        if grouping == .size || grouping == .municipality {
          #expect(groups.reduce(0) { $0 + $1.households } == home.count, "\(grouping) \(area)")
        }
      }
      seen += home.count
    }
    #expect(seen > 0)
  }

  @Test("who waits for whom is told apart by organisation and by person, as the stories say, and nobody by name shows")
  func byName() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let open = try field.dossiers().filter(\.isOpen)
    func actor(_ dossier: Dossier) -> Contact? {
      let contact = dossier.standing(Sample.rules).turn?.contact
      return contact?.party == .household ? Contact(.household) : contact
    }
    let wanted = Set(open.map(actor))
    let people = try field.casebook.grouped(.country, by: .person).values.joined()
    #expect(Set(people.map(\.actor)) == wanted && wanted.count > 10)
    for group in people {
      let those = open.filter { actor($0) == group.actor }
      let named = people.filter { $0.actor == group.actor }
      #expect(named.reduce(0) { $0 + $1.households } == those.count, "\(group)")
    }
    let unnamed = try field.casebook.grouped(.country, by: .organisation).values.joined().filter {
      $0.actor?.organisation.isEmpty == true && $0.actor?.party != .household
    }
    #expect(!unnamed.isEmpty && unnamed.allSatisfy { $0.name(Sample.rules).nl.hasSuffix(", zonder naam") })
  }

  @Test("the longest in each stage are listed, those of one day all or none")
  func ages() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let board = try field.casebook.board(.country, on: today)
    let ages = try field.casebook.ages(.country, on: today, limit: 10)
    for station in board.stations {
      let found = try #require(ages.stations[station.stage])
      #expect(found.ages == station.ages && found.longest.count <= 10)
      if station.households <= 10 { #expect(found.longest.count == station.households && !found.isCapped) }
      #expect(found.longest.map(\.days) == found.longest.map(\.days).sorted(by: >))
      if let first = found.longest.first { #expect(first.days == station.ages.counts.last?.days) }
    }
  }

  @Test("every day of those who came home and of those still waiting is one party's")
  func days() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let dossiers = try field.dossiers()
    for area in CountedField.areas(dossiers) {
      let ways = dossiers.filter { CountedField.lies($0.municipality, in: area) }.map { $0.way(Sample.rules) }
      let home = ways.filter { way in way.leadTime != nil && ((today - 180)...today).contains(way.home!) }
      let went = try field.casebook.whereTheDaysWent(area, movedFrom: today - 180, through: today)
      let total = home.compactMap(\.leadTime).reduce(0, +)
      #expect(went.households == home.count && went.total == total)
      let waiting = ways.filter { $0.permit != nil && $0.end == nil }
      let go = try field.casebook.whereTheDaysGo(area, on: today)
      #expect(go.households == waiting.count)
      let so = waiting.compactMap { $0.leadTime(on: today) }.reduce(0, +)
      #expect(go.total == so)
      var parties: [PartyID: Int] = [:]
      for way in waiting { parties.merge(way.days(on: today), uniquingKeysWith: +) }
      #expect(go.days == parties)
      // Each number opens to the households whose days it adds up.
      let asked: [(DaysSpent, ClosedRange<Day>?)] = [(went, (today - 180)...today), (go, nil)]
      for (spent, home) in asked {
        for (party, told) in spent.ranked {
          let query = Query(.spent(party, home: home), in: area, on: today)
          let listed = Set(try field.casebook.rows(query, limit: 1_000).map(\.id))
          let days = dossiers.filter { listed.contains($0.id) }.map { $0.way(Sample.rules).days(on: today)[party] ?? 0 }
          #expect(days.reduce(0, +) == told && days.allSatisfy { $0 > 0 }, "\(party) \(area)")
        }
      }
    }
  }

  @Test("persons who count are those of the ways, by municipality and by day")
  func realised() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let dossiers = try field.dossiers()
    let all = dossiers.flatMap { $0.realisations(Sample.rules) }.filter { ((today - 144)...today).contains($0.day) }
    let country = try field.casebook.realised(.country, from: today - 144, through: today)
    let persons = all.map(\.persons).reduce(0, +)
    #expect(country.persons == persons && persons > 0)
    let (byDay, byRule) = (country.byDay.values.reduce(0, +), country.byRule.values.reduce(0, +))
    #expect(byDay == persons && byRule == persons)
    let towns = try field.casebook.realisedByMunicipality(.country, from: today - 144, through: today)
    let placed = all.filter { !$0.municipality.isEmpty }.map(\.persons).reduce(0, +)
    #expect(towns.values.map(\.persons).reduce(0, +) == placed)
  }

  @Test("who counted for a municipality that went up in another counts for that one, in its numbers and its list")
  func realisedBeforeMerger() throws {
    let field = try CountedField(dossiers: 400)
    defer { field.sample.remove() }
    let casebook = field.sample.casebook
    let days = (today - 144)...today
    let towns = try casebook.realisedByMunicipality(.country, from: days.lowerBound, through: days.upperBound)
    let gone = Reference.formerMunicipalities.first { former in
      Reference.municipality(code: former.code) == nil
        && Reference.successor(ofCode: former.code).map { towns[$0.code] != nil } == true
    }
    let former = try #require(gone?.code)
    let code = try #require(Reference.successor(ofCode: former)?.code)
    let area = Area.municipality(code)
    let query = Query(.realised(days), in: area, on: today)
    let households = try casebook.count(query, limit: .max)
    try field.sample.sql(
      """
      UPDATE counter SET area = '\(former)' WHERE area = '\(code)' AND kind = \(CounterKind.realised.rawValue);
      UPDATE realisation SET municipality = '\(former)' WHERE municipality = '\(code)'
      """)
    #expect(try casebook.realised(area, from: days.lowerBound, through: days.upperBound) == towns[code])
    let after = try casebook.realisedByMunicipality(.country, from: days.lowerBound, through: days.upperBound)
    #expect(after == towns)
    #expect(try casebook.count(query, limit: .max) == households && households > 0)
  }

  @Test("no figure reads the dossiers one by one")
  func plans() throws {
    let field = try CountedField(dossiers: 40)
    defer { field.sample.remove() }
    let statements: [(String, StatementArguments)] = [
      (CounterReader.sql, ["NL", 1, 0, 1]), (Casebook.cycleSQL, ["GM0344", 1, 2]), (Casebook.ageSQL, ["GM0344", 4, 2]),
      (Casebook.waysSQL, ["GM0344", 1]),
    ]
    try field.casebook.pool.read { db in
      for (sql, arguments) in statements {
        let plan = try GRDB.Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments).map {
          $0["detail"] as String
        }
        #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
      }
    }
  }
}
