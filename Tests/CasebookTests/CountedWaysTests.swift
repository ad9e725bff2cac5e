import Demo
import GRDB
import Journey
import Testing

@testable import Casebook

// What the ways of households are read for.
extension CounterTests {
  @Test("the stock of any past day is what the ways say of it")
  func flow() throws {
    let field = try CountedField(dossiers: 250)
    defer { field.sample.remove() }
    let dossiers = try field.dossiers()
    let ways = dossiers.map { $0.way(Sample.rules) }
    for area in CountedField.areas(dossiers) {
      let flow = try field.casebook.flow(area, from: today - 300, through: today)
      #expect(flow.count == 301)
      for back in [0, 1, 17, 90, 211, 300] {
        for stage in Stage.allCases {
          let legs = ways.compactMap { $0.leg(on: today - back) }.filter {
            $0.stage == stage && CountedField.lies($0.municipality, in: area)
          }
          let stock = flow.on(today - back, stage)?.stock
          let told = Tally(households: legs.count, persons: legs.map(\.persons).reduce(0, +))
          #expect(stock == told, "\(area) \(stage) \(back)")
        }
      }
    }
  }

  @Test(
    "cycle times have a point for every household that came home, and say so when there are more than asked for; months count them all"
  )
  func cycleTimes() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let dossiers = try field.dossiers()
    let first = today - 200
    for area in CountedField.areas(dossiers) {
      let home = dossiers.filter { CountedField.lies($0.municipality, in: area) }.map { $0.way(Sample.rules) }.filter {
        $0.leadTime != nil && (first...today).contains($0.home!)
      }
      let all = try field.casebook.cycleTimes(area, from: first, through: today)
      #expect(!all.isCapped && Set(all.points.map(\.id)) == Set(home.map(\.id)))
      let leads = Dictionary(uniqueKeysWithValues: home.map { ($0.id, $0.leadTime!) })
      #expect(all.points.allSatisfy { leads[$0.id] == $0.days })
      #expect(all.leadTimes.total == home.count)
      let few = try field.casebook.cycleTimes(area, from: first, through: today, limit: home.count / 2)
      #expect(few.points.count <= home.count / 2 && few.isCapped == !home.isEmpty)
      #expect(few.leadTimes == all.leadTimes && few.months == all.months)
      let byMonth = Dictionary(grouping: home) { $0.home!.description.prefix(7) }.mapValues { ways in
        Distribution(ways.map { (days: $0.leadTime!, count: 1) })
      }
      #expect(few.months.map { $0.first.description } == byMonth.keys.sorted().map { "\($0)-01" })
      #expect(few.months.allSatisfy { $0.leadTimes == byMonth[$0.first.description.prefix(7)] })
      #expect(few.points == Array(all.points.suffix(few.points.count)))
    }
  }

  @Test("a sample of the ways stands for all, and the ways of an area are those of its households")
  func ways() throws {
    let field = try CountedField(dossiers: 200)
    defer { field.sample.remove() }
    let dossiers = try field.dossiers()
    func read(_ area: Area, since: Day, about count: Int? = nil) throws -> (ways: [Way], weight: Int) {
      var ways: [Way] = []
      let weight = try field.casebook.eachWay(area, since: since, about: count) { ways.append($0) }
      return (ways, weight)
    }
    let all = try read(.country, since: today - 4000)
    #expect(all.weight == 1 && Set(all.ways) == Set(dossiers.map { $0.way(Sample.rules) }))
    let some = try read(.country, since: today - 4000, about: 50)
    #expect(some.weight == 4 && (30...70).contains(some.ways.count))
    let open = try read(.country, since: today)
    let still = all.ways.filter { way in way.end == nil || way.end! >= today }
    #expect(Set(open.ways.map(\.id)) == Set(still.map(\.id)))
    var weights: [Int] = []
    for province in Reference.provinces.map({ Area.province($0.code) }) {
      let towns = Set(province.municipalities)
      let its = all.ways.filter { $0.legs.contains { towns.contains($0.municipality) } }
      let found = try read(province, since: today - 4000)
      #expect(Set(found.ways) == Set(its) && found.ways.count == its.count, "each once")
      let sampled = try read(province, since: today - 4000, about: 5)
      #expect(sampled.ways.allSatisfy { its.contains($0) && $0.id.value % Int64(sampled.weight) == 0 })
      weights.append(sampled.weight)
    }
    #expect(weights.contains { $0 > 1 })
  }

  @Test("a sample says of how many households it is, and nothing where all are taken")
  func sampleSize() throws {
    let field = try CountedField(dossiers: 200)
    defer { field.sample.remove() }
    let casebook = field.casebook
    let size = try #require(try casebook.sampleSize(of: .country, about: 50))
    var taken = 0
    try casebook.eachWay(.country, since: today - 4000, about: 50) { _ in taken += 1 }
    #expect(size == SampleSize(households: taken, of: 200))
    #expect(size.words.en.contains("\(taken) of 200 households"))
    #expect(try casebook.sampleSize(of: .country) == nil)
    #expect(try casebook.sampleSize(of: .municipality("GM0344"), about: 50) == nil)
  }
}
