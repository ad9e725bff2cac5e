import Journey
import Quota

/// An invented task for the municipalities of a demo: targets, balances, a few steps of the province, approaches with gaps.
/// Nothing in it was ever published; every source says so.
public struct DemoTask: Sendable {
  private let field: DemoField
  private let today: Day
  /// Persons housed by municipality code and half-year, from which targets one could have had are made.
  private let housed: @Sendable (String, HalfYear) -> Int
  static let source = "verzonnen (demo)"

  public init(_ field: DemoField, housed: @escaping @Sendable (String, HalfYear) -> Int) {
    (self.field, today, self.housed) = (field, field.today, housed)
  }

  /// Postings in order, each with its day; none later than today.
  public var postings: [(day: Day, body: TaskEvent.Body)] {
    let now = HalfYear(holding: today)
    return
      (targets(now.previous, opening: true) + targets(now, opening: false) + links(now) + supervision(now)
      + approaches).filter { $0.day <= today }.sorted { $0.day < $1.day }
  }

  /// Every municipality has about as much to do as it does, some rather more.
  private func targets(_ period: HalfYear, opening: Bool) -> [(day: Day, body: TaskEvent.Body)] {
    var rows: [String: TaskEvent.PublishedRow] = [:]
    for (number, place) in field.places.all.enumerated() {
      var dice = Dice(seed: field.seed ^ 0x7A5C, story: number * 7 + period.half)
      let done = housed(place.code, period)
      let elapsed = min(1, max(0.2, Double(today - period.first + 1) / Double(period.last - period.first + 1)))
      let target = max(1, Int((Double(done) / elapsed * (0.85 + 0.4 * dice.unit())).rounded()))
      rows[place.code] = .init(
        target: target, balanceBefore: opening ? dice.int(-max(1, target / 8)...max(1, target / 12)) : nil)
    }
    let day = period.first - 95
    return [(day, .targets(.init(period, referenceDate: day, rows, source: Self.source)))]
  }

  /// COA linked too few for some.
  private func links(_ period: HalfYear) -> [(day: Day, body: TaskEvent.Body)] {
    guard let day = field.rules.task.referenceDate(half: period.half, from: period.first) else { return [] }
    var rows: [String: Int] = [:]
    for (number, place) in field.places.all.enumerated() {
      var dice = Dice(seed: field.seed ^ 0x11CC, story: number)
      let done = housed(place.code, period)
      rows[place.code] = Int((Double(done) * (0.9 + 0.9 * dice.unit())).rounded()) + 1
    }
    return [(day + 3, .links(.init(period, referenceDate: day, rows, source: Self.source)))]
  }

  private func supervision(_ period: HalfYear) -> [(day: Day, body: TaskEvent.Body)] {
    let largest = places(4)
    guard largest.count == 4 else { return [] }
    let first = period.first
    return [
      (
        first + 20,
        .supervision(
          .init(
            largest[1].code, period.previous, step: "information", letter: "DEMO/2026/017",
            agreement: "gegevens over aanbod en planning", term: first + 50, nextReview: first + 92, balance: -11,
            excusable: 4))
      ),
      (
        first + 34,
        .supervision(
          .init(
            largest[3].code, period.previous, step: "agreements", letter: "DEMO/2026/021",
            agreement: "plan van aanpak, elke maand cijfers", term: first + 90, nextReview: first + 184, balance: -19,
            excusable: 0))
      ),
    ]
  }

  /// One in order, one with gaps, one begun, one without.
  private var approaches: [(day: Day, body: TaskEvent.Body)] {
    let chosen = places(3)
    guard chosen.count == 3 else { return [] }
    let (whole, gaps, begun) = (chosen[0], chosen[1], chosen[2])
    let start = today - 150
    let desks = field.rules.task.desks
    var dice = Dice(seed: field.seed ^ 0xA9_9A)
    var all: [(day: Day, body: TaskEvent.Body)] = [
      (start, .structure(structure(whole, 4, &dice, evidence: "DEMO/opdracht"))),
      (start, .goal(.init(whole.code, "elk halfjaar de opgave halen", evidence: "DEMO/plan"))),
      (
        start,
        .commitment(.init(whole.code, who: "college", "plan vastgesteld", budget: 240_000, evidence: "DEMO/besluit"))
      ),
      (today - 12, .steeringMet(.init(whole.code, "voortgang besproken"))),
      (start + 20, .structure(structure(gaps, 4, &dice))),
      (start + 21, .goal(.init(gaps.code, "achterstand weg voor de zomer"))),
      (today - 65, .steeringMet(.init(gaps.code, "woningen en nareis"))),
      (start + 40, .structure(structure(begun, nil, &dice))),
    ]
    for (number, desk) in desks.enumerated() {
      all.append(
        (
          start + 5 + number,
          .action(
            .init(
              whole.code, Self.work[desk.code] ?? desk.name.nl, owner: Dutch.person(&dice), desk: desk.code,
              due: today + 10 + 9 * number))
        ))
    }
    for (number, desk) in desks.prefix(3).enumerated() {
      all.append(
        (
          start + 24,
          .action(
            .init(
              gaps.code, Self.work[desk.code] ?? desk.name.nl, owner: number == 2 ? "" : Dutch.person(&dice),
              desk: desk.code, due: today - 20 + 15 * number))
        ))
    }
    return all
  }

  private static let work = [
    "housing": "contingent woningen per kwartaal afspreken", "corporation": "prestatieafspraken met de corporaties",
    "income": "uitkering klaar op de dag van verhuizen", "integration": "brede intake vanaf de koppeling",
    "civil-affairs": "BSN en inschrijving binnen vijf dagen", "guidance": "begeleiding vanaf de bezichtiging",
    "communication": "buurt vooraf informeren",
  ]

  private func structure(
    _ place: Places.Place, _ weeks: Int?, _ dice: inout Dice, evidence: String = ""
  ) -> TaskEvent.ProjectStructure {
    .init(
      place.code, lead: Dutch.person(&dice), members: ["wethouder", "corporatie", "werk en inkomen"],
      rhythmWeeks: weeks, evidence: evidence)
  }

  /// Utrecht first, where the demo opens; then the largest.
  private func places(_ count: Int) -> [Places.Place] {
    let bySize = field.places.all.sorted {
      (Reference.municipality(code: $0.code)?.inhabitantsRecent ?? 0, $1.code)
        > (Reference.municipality(code: $1.code)?.inhabitantsRecent ?? 0, $0.code)
    }
    return Array((bySize.filter { $0.code == "GM0344" } + bySize.filter { $0.code != "GM0344" }).prefix(count))
  }
}
