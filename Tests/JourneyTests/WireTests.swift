import Foundation
import Testing

@testable import Journey

@Suite("What is stored of an event")
struct WireTests {
  private let wire = Wire()

  private static let person = Person(
    id: PersonID(1), given: "Rima \"Rìma\"\t", prefix: "", surname: "Al\\Hassan/\n", birth: PartialDate("1988-03"),
    sex: .female, nationality: "0110", relation: .head, vNumber: VNumber(rawValue: "0990000021"), place: .abroad)

  private static let bodies: [Event.Body] = [
    .registered(.init(persons: [person, person], reception: "azc 'Zeist' – حلب")), .linkAccepted,
    .screeningHeld(.init(needs: Needs(rooms: 3, features: [.lift]), criteria: [Criterion(.job, place: "GM0344")])),
    .homeAssigned(.init(address: "Dreef 1", rooms: nil, rent: 712)), .linked(.init("GM0344", hard: true)),
    .contactMade(.init(Contact(.coa), .phone, "", next: Day(2026, 11, 23), turn: Contact(.ind, name: "M."))),
    .reviewed(
      .init("Mitros zoekt \"breder\"", turn: Contact(.corporation, organisation: "Mitros"), next: Day(2026, 12, 7))),
    .permitWithdrawn(.init(nil, "x")), .undone(.init([EventID(high: 1, low: .max)])),
    .relativesArrived(.init([], toHome: false)),
    .drawnIn(.init(Contact(.employer, name: "B. \"Bakker\""), for: "werk", until: Day(2026, 12, 1))),
    .released(.init(7, "klaar")), .goalSet(.init("Weer naaien", person: PersonID(1), helper: nil, by: nil)),
    .goalDiscussed(.init(8, .changed, "Een atelier", by: Day(2027, 1, 1))),
    .planAgreed(.init([PersonID(1)], present: "tolk", "", next: Day(2027, 2, 1))),
    .handedOver(.init(.cameOfAge, from: Contact(.nidos), to: Contact(.municipality), told: "a", points: ["needs"])),
    .takenOver(.init(.linked, by: Contact(.municipality, name: "J."), call: Day(2026, 11, 1))),
    .sheetShared(.init("match", to: Contact(.municipality), fields: ["names", "bsn"])),
    .corrected(.init(EventID(high: 7, low: 7), day: Day(2026, 1, 1)!, body: .noteAdded(.init("\u{1}\u{7F}")), "\u{0}")),
  ]

  @Test("every body is read back as it was written", arguments: bodies)
  func roundTrip(_ body: Event.Body) throws {
    #expect(wire.decode(kind: body.wireName, version: 1, json: wire.encode(body)) == body)
  }

  @Test("the house's own reader reads plainly written payloads itself")
  func plain() throws {
    let body = Event.Profile(needs: Needs(rooms: 3, maxRent: 700, features: [.lift, .quiet]))
    let json = wire.encode(.needsSet(body))
    #expect(try PlainJSON.read(Event.Profile.self, from: json) == body)
  }

  @Test(
    "otherwise written JSON is left to the library, and read all the same",
    arguments: [
      #"{ "text" : "a" }"#, #"{"text":"\u0061"}"#, #"{"te\u0078t":"a"}"#, "{\"other\":1.5e3,\"text\":\"a\"}\n",
    ])
  func otherwise(_ json: String) {
    #expect(throws: (any Error).self) { try PlainJSON.read(Event.Note.self, from: json) }
    #expect(wire.decode(kind: "note", version: 1, json: json) == .noteAdded(.init("a")))
  }

  @Test(
    "what is no payload is kept as an unknown event, with its text",
    arguments: [
      "", "{", "{}", "[]", "\"", #"{"text":}"#, #"{"text":"a"}}"#, #"{"text":"a"#, #"{"text":1}"#,
      #"{"text":"a\"#, #"{"text" "a"}"#, #"{text:"a"}"#, #"{"text":null}"#, "{\"text\":\"a\nb\"}",
      #"{"a":[,"text":"a"}"#,
    ])
  func broken(_ json: String) {
    #expect(wire.decode(kind: "note", version: 1, json: json) == .unknown(.init(kind: "note", version: 1, json: json)))
  }

  @Test(
    "a number that is no whole number is not taken for one",
    arguments: ["007", "1.5", "1e3", "-", "\"1\"", "99999999999999999999"])
  func numbers(_ number: String) {
    let json = #"{"person":\#(number),"text":""}"#
    #expect(throws: (any Error).self) { try PlainJSON.read(Event.PersonNamed.self, from: json) }
  }
}
