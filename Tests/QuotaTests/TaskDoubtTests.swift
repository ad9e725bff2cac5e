import Journey
import Testing

@testable import Quota

@Suite("What is asked again before it is posted")
struct TaskDoubtTests {
  static let period = HalfYear(2026, 2)
  static let utrecht = TaskTelling.utrecht

  /// Utrecht with a target of 48.
  static func example(_ target: Int = 48) -> TaskTelling {
    var telling = TaskTelling()
    telling.post(published(target))
    return telling
  }

  private static func published(_ target: Int) -> TaskEvent.Body {
    .targets(.init(period, referenceDate: period.first, [utrecht: .init(target: target, balanceBefore: 0)]))
  }

  static func doubts(_ body: TaskEvent.Body, _ telling: TaskTelling = example(), on day: Day? = nil) -> [String] {
    var scene = TaskActTests.scene(telling)
    scene.ledger = telling.ledger()
    return scene.doubts(body, on: day ?? telling.today).map(\.words.nl)
  }

  private static func correction(_ persons: Int, _ period: HalfYear = Self.period, reason: String = "x")
    -> TaskEvent.Body
  {
    .correction(.init(period, utrecht, persons, reason: reason))
  }

  @Test("what is likely is posted without a question")
  func likely() {
    #expect(Self.doubts(Self.correction(4)).isEmpty && Self.doubts(Self.correction(480)).isEmpty)
    #expect(Self.doubts(.realised(.init(Self.period, referenceDate: Self.period.last, [Self.utrecht: 50]))).isEmpty)
    #expect(Self.doubts(.goal(.init(Self.utrecht, "geen achterstand"))).isEmpty)
    #expect(Self.doubts(Self.correction(100), Self.example(5)).isEmpty, "ten times few is few")
  }

  @Test("an amount of more than ten times the target is asked again, of homes what they come to in a half-year")
  func farBeyond() {
    let words = "99.999.999 is meer dan tien keer het doel van Utrecht in 2026H2 (48)"
    let day = Self.period.last
    #expect(Self.doubts(Self.correction(99_999_999)) == [words])
    #expect(Self.doubts(.links(.init(Self.period, referenceDate: day, [Self.utrecht: 99_999_999]))) == [words])
    #expect(Self.doubts(.realised(.init(Self.period, referenceDate: day, [Self.utrecht: 99_999_999]))) == [words])
    let homes = TaskEvent.Body.homes(.init(Self.utrecht, Rate(40), from: Self.period.first, source: "x"))
    #expect(
      Self.doubts(homes) == ["1.040 woningen in een halfjaar is meer dan tien keer het doel van Utrecht in 2026H2 (48)"]
    )
    // The next half-year has no target of its own yet.
    #expect(Self.doubts(Self.correction(481, Self.period.next)).first?.hasSuffix("in 2026H2 (48)") == true)
    let unknown = Self.doubts(Self.correction(99_999_999), TaskTelling())
    #expect(unknown.contains { $0.hasPrefix("99.999.999 is meer dan één op de vijftig inwoners van Utrecht (") })
  }

  @Test("a half-year of which nothing is known is asked again where the account would begin with it")
  func beforeBegin() {
    let early = HalfYear(2016, 2)
    #expect(
      Self.doubts(Self.correction(3, early)) == [
        "van 2016H2 is geen doel en geen beginsaldo bekend; het overzicht van Utrecht begint dan daar"
      ])
    var telling = Self.example()
    telling.post(.opening(.init(early, [Self.utrecht: 0])))
    #expect(Self.doubts(Self.correction(3, early), telling).isEmpty)
    #expect(Self.doubts(.opening(.init(early, [Self.utrecht: 0]))).isEmpty)
  }

  @Test("what was posted already is asked again with its day, also of another day for the same reason")
  func repeated() {
    var telling = Self.example()
    let day = Day(2027, 2, 20)!
    telling.post(Self.correction(3, reason: "dubbel"), on: day)
    let words = ["eenzelfde boeking staat er al, van 20 feb 2027 (boeking 2)"]
    #expect(Self.doubts(Self.correction(3, reason: "dubbel"), telling) == words)
    #expect(Self.doubts(Self.correction(3, reason: "anders"), telling, on: day) == words)
    #expect(Self.doubts(Self.correction(3, reason: "anders"), telling).isEmpty)
    #expect(Self.doubts(Self.correction(4, reason: "dubbel"), telling).isEmpty)
    telling.post(.undone(.init(telling.book.undoableAct!)))
    #expect(Self.doubts(Self.correction(3, reason: "dubbel"), telling).isEmpty, "it was taken back")
  }

  @Test("what would change nothing is not asked again")
  func nothingNew() {
    var telling = Self.example()
    let homes = TaskEvent.Body.homes(.init(Self.utrecht, Rate(40), source: "x"))
    telling.post(homes)
    #expect(telling.book.says(homes) && Self.doubts(homes, telling).isEmpty)
  }

  @Test("a step dated before its half-year is asked again")
  func beforeItsHalfYear() {
    let step = TaskEvent.Body.supervision(.init(Self.utrecht, Self.period, step: "notice"))
    #expect(Self.doubts(step, on: Day(2019, 11, 1)!) == ["1 nov 2019 ligt voor 2026H2"])
    #expect(Self.doubts(step, on: Self.period.first).isEmpty)
  }

  @Test("a step with another balance or excuse than the account has of its day is asked again")
  func otherBalance() {
    func step(_ balance: Int?, _ excusable: Int? = nil) -> TaskEvent.Body {
      .supervision(.init(Self.utrecht, Self.period, step: "notice", balance: balance, excusable: excusable))
    }
    #expect(Self.doubts(step(-48, 0)).isEmpty && Self.doubts(step(nil)).isEmpty)
    #expect(Self.doubts(step(5)) == ["volgens het grootboek was het saldo -48"])
    #expect(Self.doubts(step(-48, 7)) == ["volgens het grootboek was verschoonbaar 0"])
    // Before the half-year nobody knows it.
    #expect(Self.doubts(step(5), on: Day(2026, 5, 1)!) == ["1 mei 2026 ligt voor 2026H2"])
  }

  @Test("a step lighter than the heaviest of its half-year is asked again, not one of before it")
  func lighter() {
    func step(_ code: String, _ period: HalfYear = Self.period) -> TaskEvent.Body {
      .supervision(.init(Self.utrecht, period, step: code))
    }
    var telling = Self.example()
    telling.post(step("notice"), on: Day(2027, 2, 1)!)
    #expect(
      Self.doubts(step("signal"), telling) == [
        "stap 4 vooraankondiging staat al in 2026H2; dit is stap 1 signaleren"
      ])
    #expect(Self.doubts(step("decision"), telling).isEmpty)
    #expect(Self.doubts(step("signal"), telling, on: Day(2027, 1, 31)!).isEmpty)
    #expect(Self.doubts(step("signal", Self.period.next), telling).isEmpty)
  }

  @Test("a target of less than what was shifted away, and a task below nothing, are asked again whatever makes them so")
  func belowNothing() {
    var telling = Self.example()
    telling.post(.shift(.init(Self.period, from: Self.utrecht, to: TaskTelling.zeist, 12, agreement: "brief")))
    func target(_ persons: Int, _ before: Int = 0) -> [String] {
      Self.doubts(
        .targets(
          .init(
            Self.period, referenceDate: telling.today, [Self.utrecht: .init(target: persons, balanceBefore: before)])
        ), telling)
    }
    #expect(target(12).isEmpty)
    for before in [0, -20] {
      #expect(target(5, before) == ["Utrecht: er is al 12 verschoven naar een ander, meer dan het doel van 5"])
    }
    #expect(target(20, 30).first?.hasPrefix("Utrecht: opgave -22: ") == true)
    #expect(Self.doubts(Self.correction(-40), telling).first?.hasPrefix("Utrecht: opgave -4: ") == true)
  }

  @Test("every doubt is about a field of its form, in both languages")
  func fields() {
    let telling = Self.example()
    var scene = TaskActTests.scene(telling)
    scene.ledger = telling.ledger()
    let asked: [(TaskAct, TaskEvent.Body)] = [
      (.correction, Self.correction(-99_999)), (.correction, Self.correction(1, HalfYear(2016, 2))),
      (.homes, .homes(.init(Self.utrecht, Rate(900), source: "x"))),
      (.supervision, .supervision(.init(Self.utrecht, Self.period, step: "notice", balance: 9, excusable: 9))),
    ]
    for (act, body) in asked {
      let doubts = scene.doubts(body, on: telling.today)
      #expect(!doubts.isEmpty, "\(act)")
      for doubt in doubts {
        #expect(act.fields(scene).contains { $0.name == doubt.field } && doubt.words.nl != doubt.words.en, "\(act)")
      }
    }
  }
}
