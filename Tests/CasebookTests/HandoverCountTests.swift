import Foundation
import Journey
import Testing

@testable import Casebook

@Suite("How many handovers were warm")
struct HandoverCountTests {
  private let rules = Rulebook.builtIn
  private let desk = Contact(.municipality, organisation: "Utrecht", name: "J. Bakker")

  private func day(_ month: Int, _ day: Int) -> Day { Day(2026, month, day)! }

  private func linked(_ surname: String, _ town: String) -> [(Day, Event.Body)] {
    let head = Person(id: PersonID(1), given: "A", surname: surname, relation: .head)
    return [
      (day(8, 20), .registered(.init(persons: [head], reception: "azc Zeist"))),
      (day(8, 28), .permitGranted(.init(.temporary))), (day(9, 2), .screeningHeld(.init())),
      (day(9, 11), .linked(.init(town))),
    ]
  }

  @Test("each counts once, in the municipality of that day and in what holds it, with the days until it was taken over")
  func counts() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let points = rules.together.handover(.linked)?.points ?? []
    let given = Event.Body.handedOver(.init(.linked, from: Contact(.coa), to: desk, told: "alles", points: points))
    let taken = Event.Body.takenOver(.init(.linked, by: desk, call: day(9, 14)))
    let stories = [
      linked("Warm", "GM0344") + [(day(9, 12), given), (day(9, 15), taken)], linked("Cold", "GM0344"),
      linked("Open", "GM0344") + [(day(9, 12), given)], linked("Elsewhere", "GM0307"),
    ]
    for story in stories {
      try sample.casebook.register(
        story, year: 2026, by: Actor("j.bakker"), source: .command, rules: rules, today: day(11, 23))
    }
    func tally(_ area: Area, _ days: ClosedRange<Day>) throws -> HandoverCount.Tally? {
      try sample.casebook.handovers(area, in: days, rules: rules)?.byChange[.linked]
    }
    let autumn = day(9, 1)...day(11, 23)
    let town = try #require(try tally(.municipality("GM0344"), autumn))
    #expect((town.warm, town.cold, town.open) == (1, 1, 1) && town.medianDays == 3 && town.warmShare == 50)
    #expect(try tally(.country, autumn)?.cold == 2)
    #expect(try tally(.municipality("GM0307"), autumn)?.cold == 1)
    #expect(try tally(.country, day(10, 1)...day(11, 23)) == nil)
  }

  @Test("it ends when it is told to")
  func ends() throws {
    let sample = try Sample()
    defer { sample.remove() }
    #expect(
      try sample.casebook.handovers(.country, in: day(9, 1)...day(11, 23), rules: rules, goesOn: { _ in false }) == nil)
  }
}
