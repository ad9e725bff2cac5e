import Foundation
import GRDB
import Journey
import Testing

@testable import Casebook

@Suite("Stories in the casebook")
struct StoryTests {
  @Test("what is recorded is read back, also by a casebook opened anew")
  func readBack() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let made = try sample.register("Rima", "Al-Hassan")
    let noted = try sample.note("Belt maandag terug", on: made.id, seen: made.sequence)
    #expect(noted.sequence == 2)
    #expect(try sample.casebook.dossier(made.id) == noted)
    #expect(try Casebook.open(sample.path, mode: .existing).dossier(made.id) == noted)
  }

  @Test("a number that another dossier has is refused, however it comes")
  func knownNumber() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.register("Rima", "Al-Hassan", vNumber: "1234567891")
    #expect(throws: CasebookFailure.self) { try sample.register("Rima", "Hassan", vNumber: "1234567891") }
    let other = try sample.register("Yonas", "Tekle")
    var twin = Sample.person("Sami", "Tekle", vNumber: "1234567891")
    twin.id = PersonID(2)
    #expect(throws: CasebookFailure.self) {
      try sample.perform(.record(.memberAdded(.init(twin)), on: Sample.today), on: other.id)
    }
  }

  @Test("lists made anew do not hide that a story was cut off outside Thuis")
  func cutOff() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = try sample.register("Rima", "Al-Hassan").id
    try sample.note("laatste", on: id)
    try sample.sql("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")
    try sample.casebook.rebuild(rules: Sample.rules)
    #expect(try !sample.casebook.check(rules: Sample.rules).isSound)
  }

  @Test("whoever has the casebook open learns that its lists were made anew")
  func madeAnew() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.register("Rima", "Al-Hassan")
    let before = try sample.casebook.changesSeen()
    try sample.casebook.rebuild(rules: Sample.rules)
    #expect(try sample.casebook.changesSeen() > before)
  }

  @Test("numbers follow on each other within a year")
  func numbers() throws {
    let sample = try Sample()
    defer { sample.remove() }
    #expect(try sample.register("A", "Een").id.description == "2026-000001")
    #expect(try sample.register("B", "Twee").id.description == "2026-000002")
    #expect(try sample.casebook.newID(year: 2027).description == "2027-000001")
  }

  @Test("an event of a newer version is kept as it came")
  func unknownEvent() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = DossierID(year: 2026, serial: 9)
    let act = EventID(high: 1, low: 2)
    let body = Event.Body.unknown(.init(kind: "teleported", version: 3, json: #"{"to":"mars"}"#))
    let registered = Event.Body.registered(.init(persons: [Sample.person("A", "B")]))
    let events = [registered, body].enumerated().map {
      Event(
        id: EventID(high: 1, low: UInt64($0 + 2)), sequence: $0 + 1, day: Sample.today, recordedAt: 5,
        actor: Sample.anna, source: .sync, act: act, body: $1)
    }
    try sample.casebook.bulk([(id, events)], rules: Sample.rules)
    #expect(try sample.casebook.dossier(id)?.story.last?.body == body)
    let report = try sample.casebook.check()
    #expect(report.problems == [])
    #expect(report.unknownEvents == 1)
  }

  @Test("an event changed outside the program does not verify")
  func tampering() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = try sample.register("Rima", "Al-Hassan").id
    try sample.note("een", on: id)
    #expect(try sample.casebook.check().isSound)
    try sample.sql("UPDATE event SET day = day - 1 WHERE seq = 2")
    let report = try sample.casebook.check()
    #expect(report.problems.contains { $0.dossier == id && $0.phrase.en.contains("Event 2 was changed") })
  }

  @Test("a story cut short at its end does not verify")
  func cutShort() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = try sample.register("Rima", "Al-Hassan").id
    try sample.note("een", on: id)
    try sample.sql("DELETE FROM event WHERE seq = 2")
    #expect(try !sample.casebook.check().isSound)
  }

  @Test("an action on an older version is decided again on the present one")
  func staleWriter() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let dossier = try sample.register("Rima", "Al-Hassan")
    try sample.note("van een ander", on: dossier.id)
    let after = try sample.note("van mij", on: dossier.id, seen: dossier.sequence)
    #expect(after.sequence == 3)
  }

  @Test("what no longer holds on the present version comes back with the dossier as it now is")
  func staleRefused() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let dossier = try sample.register("Rima", "Al-Hassan")
    let permit = Action.record(.permitGranted(.init(.temporary)), on: Sample.today - 10)
    try sample.perform(permit, on: dossier.id)
    do {
      try sample.perform(permit, on: dossier.id, seen: dossier.sequence)
      Issue.record("a second permit was recorded")
    } catch CasebookFailure.moved(let refusal, let present) {
      #expect(present.sequence == 2)
      let sentence = CasebookFailure.moved(refusal, present).phrase.nl
      #expect(sentence.contains("gewijzigd (Vergunning, anna)"))
    }
    do {
      try sample.perform(permit, on: dossier.id, seen: 2)
      Issue.record("a second permit was recorded")
    } catch CasebookFailure.refused {
      #expect(try sample.casebook.row(dossier.id)?.version == 2)
    }
  }

  @Test("taking back brings the row and the counters back as they were")
  func undo() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = try sample.register("Rima", "Al-Hassan").id
    let before = try #require(try sample.casebook.row(id))
    let tally = try sample.casebook.tally()
    try sample.perform(.record(.permitGranted(.init(.temporary)), on: Sample.today - 10), on: id)
    #expect(try sample.casebook.tally() != tally)
    let act = try #require(try sample.casebook.dossier(id)?.undoableAct)
    try sample.perform(.undo(act: act), on: id)
    let after = try #require(try sample.casebook.row(id))
    #expect(after.due == before.due && after.lastContact == before.lastContact && after.stage == before.stage)
    #expect(after.waitingOn == before.waitingOn && after.waitingSince == before.waitingSince)
    #expect(after.stageSince == before.stageSince && after.dueTitle == before.dueTitle)
    #expect(after.version == 3)
    #expect(try sample.casebook.tally() == tally)
  }

  @Test("lists and counters are what the stories add up to, after many actions")
  func projections() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(40)
    let report = try sample.casebook.check()
    #expect(report.problems == [])
    #expect(report.dossiers == 40)
    let counted = try sample.casebook.tally().values.reduce(0) { $0 + $1.households }
    #expect(counted == 40)
    try sample.sql("UPDATE dossier SET owner = 'x' WHERE id = (SELECT min(id) FROM dossier)")
    try sample.sql("UPDATE tally SET households = households + 1")
    #expect(try sample.casebook.check().problems.count == 2)
    try sample.casebook.rebuild(rules: Sample.rules)
    #expect(try sample.casebook.check().isSound)
  }
}
