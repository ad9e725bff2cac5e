import Journey
import Quota
import Testing

@testable import Exchange

/// What a report that leaves the office may say of what is expected, and of what would help.
@Suite("What is expected, in a report that is shared")
struct ReportSharingOutlookTests {
  @Test(
    "no band and no chance is told of few on their way, also where nobody knows how many households they are",
    arguments: 0..<200)
  func few(seed: UInt64) {
    var dice = ReportDice(seed: seed)
    let real = RandomReport.expecting(&dice)
    var content = real
    if seed % 2 == 0 { content.eachRow { $0.households = .unknown } }
    let shown = content.shareable()
    for (row, real) in zip(shown.everyRow, real.everyRow) {
      guard SmallCells.hide(real.households) == .few || SmallCells.hide(real.onTheWay) == .few else { continue }
      #expect(row.band == .withheld && row.chance == nil, "\(real.households) households, \(row.households) shown")
    }
    guard SmallCells.hide(real.task.households) == .few, case .forecast(let forecast) = shown.outlook else { return }
    #expect(forecast.band == .withheld && forecast.chance == nil && forecast.helps.isEmpty)
  }

  @Test("where many are on the way and all of it stands, bands and chances stand too")
  func many() {
    var content = ReportSample.of("GM0344")
    (content.board, content.weeks, content.waits) = ([], [], [])
    content.leadTimes = ReportContent.LeadTimes([])
    let shown = content.shareable()
    #expect(shown.task.households.number != nil && shown.task.band?.p50.number != nil && shown.task.chance != nil)
    content.eachRow { $0.households = .unknown }
    let closed = content.shareable()
    #expect(closed.task.band == .withheld && closed.task.chance == nil)
    guard case .forecast(let forecast) = closed.outlook else { return #expect(Bool(false), "no forecast") }
    #expect(forecast.cone.isEmpty && forecast.chance == nil && forecast.helps.isEmpty)
    let sentences = Verdict(content: closed).sentences
    #expect(sentences.count == 2 && sentences[0].nl.hasSuffix("is niet bekend, dus staat er geen kans bij."))
    #expect(sentences[1].nl.hasSuffix("het verwachte aantal staat er ook niet bij."), "it is not too small")
  }

  @Test("sizes of households, whose sum is that of stages, do not stand where the row knows no sum and a stage has few")
  func sizes() {
    var content = ReportSample.of("GM0344")
    content.eachRow { $0.households = .unknown }
    for place in content.board.indices {
      (content.board[place].households, content.board[place].persons, content.board[place].overdue) = (20, 50, 0)
    }
    content.onTheWay = ReportContent.OnTheWay([
      .init(.one, households: 30, persons: 30), .init(.many, households: 9, persons: 54),
    ])
    #expect(content.shareable().onTheWay.rows.count == 2)
    content.board[3].households = 3
    #expect(content.shareable().onTheWay.rows.isEmpty && content.shareable().onTheWay.isWithheld)
  }

  @Test("what the sentences say of what helps is true of everything that was computed", arguments: 0..<200)
  func helps(seed: UInt64) throws {
    var dice = ReportDice(seed: seed)
    let content = RandomReport.expecting(&dice)
    guard case .forecast(let forecast) = content.outlook else { return #expect(Bool(false), "no forecast") }
    let first = try #require(forecast.helps.first)
    let shown = Verdict(content: content.shareable()).sentences
    for sentence in shown {
      if sentence.nl.hasPrefix("Het meest helpt ") {
        #expect(sentence.nl.hasPrefix("Het meest helpt \(first.words.nl)"))
        #expect(sentence.en.hasPrefix("What helps most is \(first.words.en)"))
      }
      #expect(!sentence.nl.hasPrefix("Geen enkele maatregel"), "the first helps \(first.persons)")
    }
  }

  @Test("where a measure is withheld another is not called the one that helps most, and nothing is said of all of them")
  func withheld() {
    func sentences(_ helps: [ReportContent.Help]) -> [Phrase] {
      var content = ReportSample.of("GM0344")
      guard case .forecast(var forecast) = content.outlook else { return [] }
      forecast.helps = helps
      content.outlook = .forecast(forecast)
      return Verdict(content: content.shareable()).sentences
    }
    let (large, small) = (Phrase("een grote woning", "a large home"), Phrase("een kleine woning", "a small home"))
    let some = sentences([.init(large, persons: 3.3, households: 2), .init(small, persons: 2.2, households: 30)]).last
    #expect(some?.nl.hasPrefix("Van wat hier te tonen is helpt het meest een kleine woning: ") == true)
    #expect(some?.en.hasPrefix("Of what can be shown here, what helps most is a small home: ") == true)
    for few in [Count(2), .unknown] {
      let helps: [ReportContent.Help] = [
        .init(large, persons: 1.8, households: few), .init(small, persons: 0, households: 30),
      ]
      #expect(sentences(helps).count == 2, "\(few): what was computed is not all to be told")
    }
    let none = sentences([.init(large, persons: 0, households: 9), .init(small, persons: 0, households: 30)])
    #expect(none.last?.nl.hasPrefix("Geen enkele maatregel") == true)
  }
}
