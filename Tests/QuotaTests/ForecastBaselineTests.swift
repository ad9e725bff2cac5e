import Foundation
import Journey
@testable import Quota
import Testing

@Suite("Baselines and back-test")
struct ForecastBaselineTests {
  @Test("the pace line goes on as it went: 90 persons in 90 days are 94 in the 94 days left")
  func paceLine() throws {
    let today = HalfYear(2026, 2).first + 89
    let question = Forecast.Question(
      today: today, period: HalfYear(2026, 2), waiting: [], recentWeeks: [], housed: 90, task: 184)
    let line = try #require(Baseline.paceLine(question))
    #expect(abs(line.mean - 94) < 1e-9)
    #expect(line.toCome.p15 < 94 && line.toCome.p85 > 94)
    #expect((0.45...0.55).contains(try #require(line.chance)))
    var before = question
    before.today = HalfYear(2026, 1).last
    #expect(Baseline.paceLine(before) == nil)
  }

  @Test("Little's law: 300 persons on a way of 100 days come home three a day")
  func little() throws {
    var question = Forecast.Question(
      today: HalfYear(2026, 2).last - 10, period: HalfYear(2026, 2),
      waiting: ForecastTests.waiting(50, .search, days: 9, persons: 6), recentWeeks: [])
    question.task = nil
    #expect(try #require(Baseline.little(question, meanLeadTime: 100)).mean == 30)
    #expect(Baseline.little(question, meanLeadTime: nil) == nil)
  }

  @Test("the back-test says whether the forecast was better than the pace line, and says when it was not")
  func verdict() {
    func score(_ coverage: Double?, _ brier: Double?, _ n: Int = 20) -> Backtest.Score {
      Backtest.Score(coverage: coverage, brier: brier, n: n)
    }
    func words(_ own: Backtest.Score, _ pace: Backtest.Score) -> String? { own.verdict(beside: pace)?.nl }
    #expect(words(score(0.7, 0.05), score(0.3, 0.14))?.contains("beter dan de tempolijn") == true)
    #expect(words(score(0.7, 0.14), score(0.3, 0.05))?.contains("slechter dan de tempolijn") == true)
    #expect(words(score(0.7, 0.05), score(0.3, 0.05))?.contains("even goed") == true)
    #expect(words(score(0.72, nil), score(0.9, nil))?.contains("beter") == true, "without a task by the band")
    #expect(words(score(0.7, 0.05, 3), score(0.3, 0.14, 3)) == nil)
    #expect(
      words(score(0.7, 0.42), score(0.3, 0.6))?.contains("Een munt had het beter gedaan") == true
        && words(score(0.7, 0.24), score(0.3, 0.6))?.contains("munt") == false,
      "better than the line may still be worse than a coin")
    let certain = Backtest.Score(coverage: 0.8, brier: 0.002, n: 15, open: 4)
    #expect(
      words(certain, score(0.27, 0.000, 15)) == "De prognose was hier beter dan de tempolijn (naar haar band).",
      "a chance that was certain beforehand is no test")
  }

  @Test("where only the band is too wide the back-test says that, and does not call a better chance worse")
  func bandTooWide() {
    let own = Backtest.Score(coverage: 1, brier: 0, n: 15, open: 0)
    let said = own.verdict(beside: Backtest.Score(coverage: 0.67, brier: 0.4, n: 15, open: 0))
    #expect(
      said?.nl
        == "De band is te ruim: 100 % van wat kwam viel erin, waar 70 % hoort; haar kans was beter dan die van de tempolijn."
    )
    #expect(said?.en.hasPrefix("The band is too wide: 100% of what came fell within, where 70% should") == true)
    let alike = own.verdict(beside: Backtest.Score(coverage: 0.67, brier: 0, n: 15, open: 0))
    #expect(alike?.nl.hasSuffix("haar kans was even goed als die van de tempolijn.") == true)
    let narrow = Backtest.Score(coverage: 0.2, brier: 0, n: 15, open: 0)
    let worse = narrow.verdict(beside: Backtest.Score(coverage: 0.67, brier: 0.4, n: 15, open: 0))
    #expect(worse?.nl.contains("slechter dan de tempolijn (naar haar band)") == true, "too narrow is no virtue")
  }

  @Test("quantiles and chances of counts are those of the Poisson law")
  func poisson() {
    let law = Poisson(mean: 3)
    #expect([0.15, 0.5, 0.85].map(law.quantile) == [1, 3, 5])
    #expect(abs(law.chance(ofAtLeast: 1) - (1 - exp(-3))) < 1e-12)
    #expect(Poisson(mean: 0).quantile(0.85) == 0 && Poisson(mean: 0).chance(ofAtLeast: 1) == 0)
    #expect(abs(Poisson(mean: 20_000).quantile(0.5) - 20_000) <= 1)
    #expect(abs(Normal.quantile(0.85) - 1.0364333894937898) < 1e-9)
  }

  @Test("mean days from link to home weigh by persons, and begin with the first link to the municipality")
  func leadTime() {
    let day = Day(2026, 1, 1)!
    func spell(_ serial: Int, _ stage: Stage, _ persons: Int, from: Int, stay: Int, _ exit: Exit, _ gm: String) -> Spell
    {
      Spell(
        household: DossierID(year: 2026, serial: serial), stage: stage, municipality: gm,
        stratum: Stratum(persons: persons), persons: persons, from: day + from, until: day + from + stay, exit: exit)
    }
    let history = History(
      [
        spell(1, .linked, 1, from: 0, stay: 5, .elsewhere, "GM0307"),
        spell(1, .linked, 1, from: 5, stay: 10, .to(.search), "GM0344"),
        spell(1, .search, 1, from: 15, stay: 30, .to(.housed), "GM0344"),
        spell(2, .search, 3, from: 10, stay: 20, .to(.housed), "GM0344"),
      ], since: day)
    #expect(history.meanLeadTime(on: day + 60, in: ["GM0344"]) == 25.0)
    #expect(history.meanLeadTime(on: day + 20, in: ["GM0344"]) == nil)
    #expect(history.housed(from: day, through: day + 44, in: ["GM0344"]) == 3)
    #expect(history.housed(from: day, through: day + 45, in: ["GM0344"]) == 4)
    let question = history.question(on: day + 41, for: HalfYear(2026, 1), in: ["GM0344"])
    #expect(history.stays(in: .search, on: day + 60).time(by: 0.85) == 30)
    #expect(history.stays(in: .search, on: day + 60, of: ["GM0307"]).n == 0)
    #expect(question.recentWeeks.map(\.count) == [0, 0, 0, 0, 1, 1])
    #expect(question.waiting.map(\.household.serial) == [1] && question.waiting[0].daysInStage == 26)
  }

  @Test("the origins are the ends of the first five months of half-years gone by that are told from their first day")
  func origins() {
    let origins = Backtest.origins(since: Day(2025, 3, 10)!, today: Day(2026, 2, 1)!)
    #expect(
      origins.map(\.description) == [
        "2025-07-31", "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30",
      ])
    #expect(Backtest.origins(since: Day(2025, 1, 1)!, today: Day(2026, 2, 1)!).count == 10)
  }

  @Test("a back-test knows nothing of after its origin: another future leaves its forecasts as they were")
  func blind() throws {
    let history = ForecastTests.history
    let cut = Day(2025, 11, 30)!
    let changed = History(
      history.spells.filter { $0.from <= cut }.map { spell in
        var spell = spell
        if let until = spell.until, until > cut { spell.until = until + 20 }
        return spell
      }, since: history.first)
    func tried(_ history: History) -> Backtest {
      Backtest(history, today: Day(2025, 12, 31)!, tasks: { _ in 200 }, runs: 100)
    }
    let (one, other) = (tried(history), tried(changed))
    #expect(one.trials.count >= 5)
    #expect(one.trials.map(\.forecast) == other.trials.map(\.forecast))
    #expect(one.trials.map(\.little) == other.trials.map(\.little))
    #expect(one.trials.map(\.came) != other.trials.map(\.came))
    #expect(one.forecast.n == one.trials.count)
  }

  @Test("a back-test of a part takes its paces from the whole, and of each origin no more than was known then")
  func borrowed() {
    let history = ForecastTests.history
    let part = History(history.spells.filter { $0.municipality == "GM0307" }, since: history.first)
    func tried(_ paces: History?) -> Backtest {
      Backtest(part, paces: paces, today: Day(2025, 12, 31)!, in: ["GM0307"], tasks: { _ in 90 }, runs: 100)
    }
    let (own, whole) = (tried(nil), tried(history))
    #expect(own.trials.map(\.forecast) != whole.trials.map(\.forecast))
    #expect(own.trials.last?.origin == whole.trials.last?.origin && own.trials.last?.came == whole.trials.last?.came)
    let origin = whole.trials.last!.origin
    let blind = tried(history.known(on: origin))
    #expect(blind.trials.last?.forecast == whole.trials.last?.forecast)
  }

  @Test("in a world with known laws the band holds about seven in ten, and the chance tells more than a coin")
  func calibrated() throws {
    var (within, tried, squares, judged) = (0, 0, 0.0, 0)
    for seed in UInt64(1)...4 {
      var world = ForecastWorld(seed: seed)
      for municipality in ["GM0344", "GM0307", "GM0363"] {
        world.paceOf[municipality] = 0.7 + 0.6 * world.random.unit()
        world.live(municipality, perDay: 0.5, from: Day(2023, 7, 1)!, through: Day(2025, 12, 31)!)
      }
      let history = History(world.spells, since: Day(2024, 1, 1)!)
      let backtest = Backtest(
        history, today: Day(2025, 12, 31)!, in: ["GM0344"], tasks: { _ in 175 }, runs: 150, seed: seed)
      for trial in backtest.trials {
        tried += 1
        if trial.forecast.toCome.holds(trial.came) { within += 1 }
        if let met = trial.met, let chance = trial.forecast.chance {
          squares += (chance - (met ? 1 : 0)) * (chance - (met ? 1 : 0))
          judged += 1
        }
      }
    }
    #expect(tried >= 60)
    let coverage = Double(within) / Double(tried)
    #expect((0.55...0.85).contains(coverage), "coverage \(coverage)")
    #expect(squares / Double(judged) < 0.2, "Brier \(squares / Double(judged))")
  }

  @Test("an area where nothing happens is no proof of a good forecast: it has no score, and says what was at stake")
  func nothingHappens() throws {
    let history = ForecastTests.history
    let backtest = Backtest(history, today: Day(2025, 12, 31)!, in: ["GM9999"], tasks: { _ in 0 }, runs: 50)
    let score = backtest.forecast
    #expect(score.n > 0 && score.atStake == 0)
    #expect(score.coverage == nil && score.brier == nil)
    #expect(try #require(score.words).nl.contains("op 0 van de \(score.n) ijkdagen stond er iets op het spel"))
  }

  @Test("where every chance was certain beforehand the Brier score is given with the word that it says little")
  func certain() throws {
    let history = ForecastTests.history
    let backtest = Backtest(history, today: Day(2025, 12, 31)!, in: ["GM0307"], tasks: { _ in 100_000 }, runs: 50)
    let score = backtest.forecast
    #expect(score.atStake >= Backtest.Score.neededAtStake && score.open == 0)
    #expect(score.brier == 0 && score.coverage != nil)
    #expect(try #require(score.words).en.contains("says little"))
  }

  @Test("with too little known on an origin there is no forecast for it, and it says why")
  func tooLittle() {
    let history = History(
      ForecastHazardsTests.spells(5, stay: 400), since: Day(2025, 2, 1)!)
    let backtest = Backtest(history, today: Day(2025, 12, 31)!, tasks: { _ in nil }, runs: 10)
    #expect(backtest.trials.isEmpty && backtest.forecast.n == 0 && backtest.forecast.coverage == nil)
    #expect(backtest.tooLittle.count == 5)
    #expect(backtest.tooLittle.last?.why == TooLittle(what: .exits(.search), n: 0, needed: 20))
  }
}
