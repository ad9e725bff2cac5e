import Chance
import Demo
import Foundation
import GRDB
import Journey
import Quota
import Testing

@testable import Casebook

@Suite("Counters against a recount")
struct RecountTests {
  /// All that the counters hold.
  private func counters(_ casebook: Casebook) throws -> [String] {
    try casebook.pool.read { db in
      try GRDB.Row.fetchAll(db, sql: "SELECT area, kind, chunk, key, cells FROM counter ORDER BY 1, 2, 3, 4").flatMap {
        row in
        CounterCell.decode(row[4]).map { "\(row[0] as String) \(row[1] as Int) \(row[3] as String) \($0)" }
      }
    }
  }

  /// Who is linked and not called yet is one number, of the counter and of the list, month by month.
  private func expectUncalledListed(_ casebook: Casebook) throws {
    var seen = 0
    for area in [Area.country, .province("PV26")] + ["GM0344", "GM0363", "GM0599", "GM0307"].map(Area.municipality) {
      let trend = try casebook.contactTrend(area, on: Sample.today)
      for month in trend.months {
        let linked = month.first...min(Sample.today, month.first.adding(months: 1) - 1)
        let listed = try casebook.rows(Query(.uncalled(linked), in: area, on: Sample.today), limit: 1_000).count
        #expect(listed == month.uncalled, "\(area) \(month.first)")
        seen += listed
      }
    }
    #expect(seen > 0)
  }

  /// Who was linked by a reference date is one number, of the ledger and of the list that it opens to.
  private func expectLinkedListed(_ casebook: Casebook) throws {
    var seen = 0
    for day in [Day(2025, 10, 1)!, Day(2026, 4, 1)!, Day(2026, 10, 1)!] {
      let period = HalfYear(holding: day)
      let figures = try casebook.taskFigures(from: period.first)
      for area in [Area.country, .province("PV26")] + ["GM0344", "GM0363", "GM0599", "GM0307"].map(Area.municipality) {
        let told = area.municipalities.reduce(0) { $0 + (figures.linked($1, period, day) ?? 0) }
        let listed = try casebook.rows(Query(.linked(by: day), in: area, on: Sample.today), limit: 1_000)
        let persons = listed.reduce(0) { $0 + ($1.counted ?? 0) }
        #expect(persons == told && listed.allSatisfy { $0.counted ?? 0 > 0 }, "\(area) \(day)")
        seen += persons
      }
    }
    #expect(seen > 0)
  }

  /// Who is on the way and does not count yet is one number, of the ledger and of the list that it opens to.
  private func expectOnTheWayListed(_ casebook: Casebook) throws {
    let figures = try casebook.taskFigures(from: HalfYear(holding: Sample.today).first)
    for area in [Area.country, .province("PV26")] + ["GM0344", "GM0363", "GM0599", "GM0307"].map(Area.municipality) {
      let told = area.municipalities.reduce(0) { $0 + figures.onTheWay($1) }
      let listed = try casebook.rows(Query(.onTheWay, in: area, on: Sample.today), limit: 1_000)
      #expect(listed.reduce(0) { $0 + ($1.counted ?? $1.persons) } == told, "\(area)")
    }
  }

  /// What happens beside the way home: who comes, goes, is looked after or moves alone.
  private func aside(_ dossier: Dossier, _ day: Day, _ chance: inout Chance) -> Event.Body? {
    let members = dossier.members
    let minors = members.filter { $0.isMinor(on: day) }.map(\.id)
    let guarded = dossier.persons.filter { $0.guardianship != nil }.map(\.id)
    let one = members.randomElement(using: &chance)?.id ?? PersonID(1)
    let minor = minors.randomElement(using: &chance) ?? one
    // Of whom one turns 15, and one 18, in the days that are drawn.
    var youth = Sample.person("Sami", "Alleen")
    youth.id = dossier.nextPersonID
    youth.birth = ["2011-11-01", "2010-03-01", "2008-11-10"].randomElement(using: &chance).flatMap { PartialDate($0) }
    let care = Person.Guardianship.allCases.randomElement(using: &chance) ?? .smallScale
    let bodies: [Event.Body] = [
      .memberAdded(.init(youth)), .guardianshipSet(.init(minor, care)), .guardianshipSet(.init(minor, .smallScale)),
      .cameOfAge(.init(guarded.randomElement(using: &chance) ?? one)),
      .guestStayStarted(.init("bij een oom", until: day + 60)), .guestStayEnded,
      .permitWithdrawn(.init(Int.random(in: 0..<4, using: &chance) == 0 ? nil : one, "false-data")),
      .temporaryPlaced(.init(.har)), .temporaryPlaced(.init(.flex)), .moved(.init(persons: [one])),
      .ownHomeFound(.init(address: "Dijk 2", persons: [one])), .secondMove(.init(persons: [one])),
      .absenceSignalled(.init("not-reported")), .found, .closed(.init(.enteredInError)),
    ]
    return bodies.randomElement(using: &chance)
  }

  /// Something that somebody might do, mostly allowed.
  private func act(_ dossier: Dossier, _ others: [Dossier], _ chance: inout Chance) -> Action? {
    let day = Sample.today - Int.random(in: 0...40, using: &chance)
    let town = ["GM0344", "GM0363", "GM0599", "GM0307"].randomElement(using: &chance)!
    let members = dossier.members.map(\.id)
    var relative = Sample.person("Noor", "Later")
    relative.id = dossier.nextPersonID
    let (soon, ahead) = (day + 5, Sample.today + 7)
    let bodies: [Event.Body] = [
      .permitGranted(.init(.temporary)), .screeningHeld(.init(needs: Needs(rooms: 2, features: [.lift, .quiet]))),
      .linked(.init(town)), .relinked(.init(town, reason: "family")), .linkAccepted, .linkReturned(.init("size")),
      .homeAssigned(.init(address: "Kade 1")), .leaseSigned(.init(start: day)), .offerWithdrawn(.init("landlord")),
      .moved(.init()), .temporaryPlaced(.init(.throughFlow)), .secondMove(.init()),
      .ownHomeFound(.init(address: "Dijk 2", municipality: town)), .addressRegistered, .born(.init(relative)),
      .relativesAnnounced(.init([relative])),
      .relativesArrived(
        .init(dossier.persons.filter { $0.place == .abroad }.map(\.id), toHome: Bool.random(using: &chance))),
      .blockerRaised(.init("bsn-missing")), .blockerCleared(.init("bsn-missing")),
      .waitingSet(.init(Contact(.guidance))),
      .waitingSet(.init(Contact(.corporation, organisation: "Mitros"), until: soon)),
      .contactMade(.init(Contact(.coa, organisation: "COA Zeist", name: "F. Yilmaz"), .phone, next: ahead)),
      .contactMade(.init(Contact(.household), .phone)),
      .waitingSet(
        .init(
          Contact(
            PartyID("corporation"), organisation: "Mitros", name: ["", "J. Jansen"].randomElement(using: &chance)!))),
      .leftUnknown(.init("no-sign")), .reopened(.init("other")),
      .deceased(.init(members.first ?? PersonID(1))),
    ]
    switch Int.random(in: 0..<26, using: &chance) {
    case 0, 1: return dossier.undoableAct.map { .undo(act: $0) }
    case 2: return dossier.redoableAct.map { .undo(act: $0) }
    case 3:
      guard let event = dossier.story.filter({ $0.body.kind == .linked || $0.body.kind == .moved }).last else {
        return nil
      }
      return .correct(event.id, dossier.effective(event).body, on: event.day - 1, why: "een dag eerder")
    case 4: return others.randomElement(using: &chance).map { .merge($0, on: Sample.today) }
    case 5:
      return members.count < 2
        ? nil : .split([members[1]], into: DossierID(year: 2026, serial: 900_000), on: Sample.today, text: "")
    case 6...13: return aside(dossier, day, &chance).map { .record($0, on: day) }
    default: return bodies.randomElement(using: &chance).map { .record($0, on: day) }
    }
  }

  @Test("after any history the counters are what a recount gives", arguments: 1...6)
  func history(seed: UInt64) throws {
    let field = try CountedField(dossiers: 60, seed: seed)
    defer { field.sample.remove() }
    let casebook = field.casebook
    var chance = Chance(seed: seed)
    var done = 0
    for _ in 0..<200 {
      let rows = try casebook.rows(Query(open: Bool.random(using: &chance)), limit: 100)
      guard let id = rows.randomElement(using: &chance)?.id, let dossier = try casebook.dossier(id) else { continue }
      let others = try rows.prefix(3).compactMap { try casebook.dossier($0.id) }
      guard let action = act(dossier, others, &chance) else { continue }
      // What COA records itself is a sign of COA.
      let actor = Int.random(in: 0..<4, using: &chance) == 0 ? Actor("f.yilmaz", .coa) : Sample.anna
      let after = try? casebook.perform(
        action, on: id, seen: nil, by: actor, source: .screen, rules: Sample.rules, today: Sample.today)
      if after != nil { done += 1 }
    }
    #expect(done > 30)
    let some = try casebook.rows(Query(), limit: 10).map(\.id)
    _ = try casebook.performEach(
      some, by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today
    ) { _ in .record(.waitingSet(.init(Contact(.nidos))), on: Sample.today) }
    let problems = try casebook.check(rules: Sample.rules).problems.map(\.phrase.en)
    #expect(problems == [], "\(problems)")
    try expectUncalledListed(casebook)
    try expectLinkedListed(casebook)
    try expectOnTheWayListed(casebook)
    let kept = try counters(casebook)
    try casebook.rebuild(rules: Sample.rules)
    #expect(try counters(casebook) == kept)
  }

  @Test("a counter that was changed outside Thuis shows")
  func tampered() throws {
    let field = try CountedField(dossiers: 30)
    defer { field.sample.remove() }
    #expect(try field.casebook.check(rules: Sample.rules).isSound)
    let cells = CounterCell.encode([CounterCell(index: 4, a: 1, b: 3)])
    try field.casebook.pool.write { db in
      try db.execute(sql: "UPDATE counter SET cells = ? WHERE area = 'NL' AND kind = 1", arguments: [cells])
    }
    #expect(try field.casebook.check(rules: Sample.rules).problems.count == 1)
  }

  @Test("what changes nothing that is counted leaves the counters alone")
  func unchanged() throws {
    let field = try CountedField(dossiers: 30)
    defer { field.sample.remove() }
    let id = try #require(try field.casebook.rows(Query(), limit: 1).first?.id)
    let before = try counters(field.casebook)
    try field.sample.note("belt maandag terug", on: id)
    #expect(try counters(field.casebook) == before)
  }

  @Test("any way survives being kept", arguments: 1...5)
  func bytes(seed: UInt64) throws {
    let field = DemoField(seed: seed, dossiers: 200, today: Sample.today, rules: Sample.rules)
    for index in 0..<200 {
      let (id, events) = field.story(index)
      var way = Dossier.fold(id, events).way(Sample.rules)
      way.legs[0].party = PartyID("een partij die nog niet bestaat")
      way.blockers = [
        Blockage("x", from: Sample.today - 40, until: Sample.today - 3), Blockage("bsn-missing", from: Sample.today),
      ]
      #expect(WayBytes.decode(WayBytes.encode(way), of: id) == way)
    }
  }

  @Test("bytes cut short read as something, and never beyond their end")
  func cutShort() throws {
    let field = DemoField(seed: 1, dossiers: 40, today: Sample.today, rules: Sample.rules)
    let (id, events) = field.story(3)
    let data = WayBytes.encode(Dossier.fold(id, events).way(Sample.rules))
    for length in 0..<data.count { _ = WayBytes.decode(data.prefix(length), of: id) }
    #expect(WayBytes.decode(Data(), of: id) == Way(id: id))
  }
}
