import Foundation
import GRDB
import Glibc
import Journey
import Testing

@testable import Casebook

@Suite("The file of the casebook")
struct FileTests {
  @Test("file and folder are for the owner only, and a commit waits for the disk")
  func modes() throws {
    let sample = try Sample()
    defer { sample.remove() }
    var status = stat()
    #expect(stat(sample.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(sample.folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
    let synchronous = try sample.casebook.pool.writeWithoutTransaction {
      try Int.fetchOne($0, sql: "PRAGMA synchronous")
    }
    #expect(synchronous == 2)
  }

  @Test("a file of a newer version is left alone, saying so")
  func newer() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.sql("PRAGMA user_version = 7")
    do {
      _ = try Casebook.open(sample.path)
      Issue.record("it was opened")
    } catch CasebookFailure.newer(let found, let known) {
      #expect(found == 7 && known == 6)
    }
  }

  @Test("a casebook of the former format is brought along, and its lists say what the new ones say")
  func first() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(9)
    let before = try sample.casebook.rows(Query(), limit: 20)
    try sample.former(1)
    let opened = try Casebook.open(sample.path, mode: .existing)
    try opened.settle(rules: RulesInForce(Sample.rules))
    #expect(try opened.rows(Query(), limit: 20) == before)
    #expect(try opened.check(rules: Sample.rules).isSound)
  }

  @Test("the format before this one is brought along too, and gets its shared views")
  func second() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(9)
    let before = try sample.casebook.rows(Query(sort: [SortKey(.changed)]), limit: 20)
    try sample.former(2)
    let opened = try Casebook.open(sample.path, mode: .existing)
    try opened.settle(rules: RulesInForce(Sample.rules))
    #expect(try opened.rows(Query(sort: [SortKey(.changed)]), limit: 20) == before)
    #expect(try opened.check(rules: Sample.rules).isSound)
    try opened.saveView(SavedView(name: "zuid"), by: Sample.anna)
    #expect(try opened.savedViews().count == 1)
  }

  @Test("the format without ways gets them, and its counters")
  func third() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(9)
    let board = try sample.casebook.board(.country, on: Sample.today)
    try sample.former(3)
    let opened = try Casebook.open(sample.path, mode: .existing)
    try opened.settle(rules: RulesInForce(Sample.rules))
    #expect(try opened.board(.country, on: Sample.today) == board)
    #expect(try opened.check(rules: Sample.rules).isSound)
  }

  @Test("another rulebook makes the lists anew, the same one leaves them alone")
  func settle() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(9)
    try sample.casebook.settle(rules: RulesInForce(Sample.rules))
    var stricter = Sample.rules
    for index in stricter.terms.indices { stricter.terms[index].length = .init(1, .days) }
    stricter.fingerprint = "stricter"
    try sample.casebook.settle(rules: RulesInForce(stricter))
    #expect(try sample.casebook.check(rules: stricter).isSound)
    #expect(try !sample.casebook.check(rules: Sample.rules).isSound)
    var made = 0
    try sample.casebook.settle(rules: RulesInForce(stricter)) { made = $0 }
    #expect(made == 0)
  }

  @Test("another file is refused", arguments: [Data("Beste lezer, dit is een brief.\n".utf8), Data(count: 5000)])
  func notOurs(_ content: Data) throws {
    let sample = try Sample()
    defer { sample.remove() }
    let path = sample.folder + "/brief.txt"
    try content.write(to: URL(fileURLWithPath: path))
    do {
      _ = try Casebook.open(path)
      Issue.record("it was opened")
    } catch CasebookFailure.notACasebook {
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == content)
    }
  }

  @Test("a folder that may not be written is said to be so", .enabled(if: geteuid() != 0))
  func readOnly() throws {
    let sample = try Sample()
    defer {
      chmod(sample.folder, 0o700)
      sample.remove()
    }
    chmod(sample.folder, 0o500)
    do {
      _ = try Casebook.open(sample.folder + "/new.sqlite")
      Issue.record("it was opened")
    } catch CasebookFailure.readOnly {}
  }

  @Test("a full disk: nothing of the action is recorded, and once there is room it can be")
  func fullDisk() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = try sample.register("Rima", "Al-Hassan").id
    let long = String(repeating: "een lang verhaal ", count: 20_000)
    try sample.room(1)
    do {
      try sample.note(long, on: id)
      Issue.record("it was recorded")
    } catch CasebookFailure.full {}
    #expect(try sample.casebook.dossier(id)?.sequence == 1)
    #expect(try sample.casebook.check().problems == [])
    try sample.room(1_000_000)
    #expect(try sample.note(long, on: id).sequence == 2)
  }

  @Test("a casebook that another keeps busy is said to be so; reading and opening it go on")
  func busy() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = try sample.register("Rima", "Al-Hassan").id
    try sample.casebook.together { _ in
      let other = try Casebook.open(sample.path, patience: 0.01)
      #expect(try other.dossier(id)?.sequence == 1)
      do {
        try other.savePlace("list", "12")
        Issue.record("it was written")
      } catch CasebookFailure.locked {}
    }
  }

  @Test("what is done together is there as a whole, or not at all")
  func together() throws {
    let sample = try Sample()
    defer { sample.remove() }
    struct Enough: Error {}
    let entries = [
      Decision.Entry(Sample.today, .registered(.init(persons: [Sample.person("A", "B", vNumber: "2901234567")])))
    ]
    func two(_ casebook: Transaction) throws -> [DossierID] {
      try (0..<2).map { _ in
        try casebook.register(entries, year: 2026, by: Sample.anna, source: .importFile, rules: Sample.rules)
      }
    }
    #expect(throws: (any Error).self) {
      try sample.casebook.together { casebook in
        _ = try two(casebook)
        throw Enough()
      }
    }
    #expect(try sample.casebook.check().dossiers == 0)
    let ids = try sample.casebook.together { casebook in
      let ids = try two(casebook)
      #expect(try casebook.holder(vNumber: VNumber(rawValue: "2901234567")!) == ids.last)
      #expect(try casebook.dossier(ids[0])?.sequence == 1)
      return ids + (try two(casebook))
    }
    #expect(ids.map(\.serial) == [1, 2, 3, 4])
    let report = try sample.casebook.check()
    #expect(report.problems == [] && report.dossiers == 4)
    #expect(try sample.casebook.find("2901234567", limit: 9).map(\.id) == [ids[3]])
  }

  @Test("a casebook that must exist is not made")
  func missing() throws {
    do {
      _ = try Casebook.open("/nonexistent/casebook.sqlite", mode: .existing)
      Issue.record("it was opened")
    } catch CasebookFailure.notFound {}
  }

  @Test("a backup put back gives the casebook of then, and keeps the one of now")
  func backup() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = try sample.register("Rima", "Al-Hassan").id
    let copy = sample.folder + "/copy.sqlite"
    try sample.casebook.backup(to: copy)
    let later = try sample.note("na de kopie", on: id)
    let kept = try #require(try Casebook.restore(from: copy, to: sample.path))
    #expect(try Casebook.open(sample.path).dossier(id)?.sequence == 1)
    #expect(try Casebook.open(kept).dossier(id) == later)
  }

  @Test("a tampered backup is not put back")
  func tamperedBackup() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.register("Rima", "Al-Hassan")
    let copy = sample.folder + "/copy.sqlite"
    try sample.casebook.backup(to: copy)
    try DatabaseQueue(path: copy).write { try $0.execute(sql: "UPDATE event SET actor = 'iemand'") }
    do {
      try Casebook.restore(from: copy, to: sample.path)
      Issue.record("it was put back")
    } catch CasebookFailure.damaged {
      #expect(try Casebook.open(sample.path).check().isSound)
    }
  }

  @Test("drafts and places survive opening anew")
  func drafts() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.casebook.saveDraft(key: "note", ["text": "half geschr"])
    try sample.casebook.savePlace("list", "12")
    let again = try Casebook.open(sample.path)
    #expect(try again.draft(key: "note") == ["text": "half geschr"])
    #expect(try again.drafts().count == 1)
    #expect(try again.place("list") == "12")
    try again.removeDraft(key: "note")
    #expect(try sample.casebook.drafts().isEmpty)
  }

  @Test("what a restore replaced is not written to any more")
  func replaced() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let id = try sample.register("Rima", "Al-Hassan").id
    let copy = sample.folder + "/kopie.sqlite"
    try sample.casebook.backup(to: copy)
    try Casebook.restore(from: copy, to: sample.path)
    do {
      try sample.note("waarheen?", on: id)
      Issue.record("it was confirmed")
    } catch CasebookFailure.replaced {
      #expect(try Casebook.open(sample.path).dossier(id)?.sequence == 1)
    }
  }

  @Test("writing by another is noticed, writing oneself is not")
  func changes() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let other = try Casebook.open(sample.path)
    let id = try sample.register("Rima", "Al-Hassan").id
    #expect(!sample.casebook.hasForeignChanges())
    try other.saveDraft(key: "x", ["text": "nog niet vastgelegd"])
    #expect(!sample.casebook.hasForeignChanges())
    try other.perform(
      .record(.noteAdded(.init("van elders")), on: Sample.today), on: id, seen: nil, by: Sample.anna, source: .screen,
      rules: Sample.rules, today: Sample.today)
    #expect(sample.casebook.drainChanges())
    try sample.note("van mij, daarna", on: id)
    #expect(sample.casebook.hasForeignChanges())
    #expect(!sample.casebook.hasForeignChanges())
  }

  @Test("what others keep in the folder of a casebook does not wake whoever looks at it")
  func neighbours() throws {
    let sample = try Sample()
    defer { sample.remove() }
    sample.casebook.drainChanges()
    try Data("lijstje".utf8).write(to: URL(filePath: sample.path + ".txt"))
    var watch = pollfd(fd: sample.casebook.changes, events: Int16(POLLIN), revents: 0)
    #expect(poll(&watch, 1, 0) == 0)
    try sample.register("Rima", "Al-Hassan")
    #expect(poll(&watch, 1, 0) == 1)
  }

  @Test("a load cut short leaves a casebook that works")
  func loadCutShort() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.register("Ayşe", "Öztürk")
    try sample.casebook.pool.write { try Schema.dropIndexes($0) }
    #expect(try Casebook.open(sample.path).find("ozturk", limit: 9).count == 1)
  }

  @Test("an index that is new in this program is made at opening, and that of an older one goes")
  func newIndex() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.register("Ayşe", "Öztürk")
    try sample.sql(
      "DROP INDEX by_turn_in_stage; CREATE INDEX by_turn ON acquaintance (party, org, name, quiet, stage)")
    let opened = try Casebook.open(sample.path)
    let names = try opened.pool.read { db in
      try String.fetchSet(db, sql: "SELECT name FROM sqlite_master WHERE name GLOB 'by_turn*'")
    }
    #expect(names == ["by_turn_in_stage"])
    #expect(try opened.check().problems == [])
  }

  @Test("where a source fails half-way, what it gave before is kept")
  func sourceFails() throws {
    struct Torn: Error {}
    let sample = try Sample()
    let target = try Sample()
    defer {
      sample.remove()
      target.remove()
    }
    try sample.fill(6)
    let stories = try sample.casebook.rows(Query(), limit: 9).map { ($0.id, try sample.casebook.dossier($0.id)!.story) }
    var given = 0
    #expect(throws: CasebookFailure.self) {
      try target.casebook.load(rules: Sample.rules) {
        given += 2
        if given > 4 { throw Torn() }
        return Array(stories[given - 2..<given])
      }
    }
    #expect(try target.casebook.rows(Query(), limit: 9).count == 4)
    #expect(try target.casebook.check().problems == [])
  }

  @Test("loading many at once gives what recording one by one gives")
  func load() throws {
    let sample = try Sample()
    let target = try Sample()
    defer {
      sample.remove()
      target.remove()
    }
    try sample.fill(20)
    let ids = try sample.casebook.rows(Query(sort: [SortKey(.newest)]), limit: 99).map(\.id)
    var batches = [try ids.map { ($0, try sample.casebook.dossier($0)!.story) }]
    try target.casebook.load(rules: Sample.rules) { batches.popLast() }
    #expect(try target.casebook.check().problems == [])
    #expect(try target.casebook.rows(Query(), limit: 99) == sample.casebook.rows(Query(), limit: 99))
    #expect(try target.casebook.find("ozturk", limit: 99).count == 4)
  }
}
