import Foundation
import Journey

@testable import Casebook

/// A casebook in a folder of its own, with a clock and randomness that repeat.
struct Sample {
  static let rules = Rulebook.builtIn
  static let today = Day(2026, 11, 23)!
  static let anna = Actor("anna")

  let folder: String
  let casebook: Casebook
  var path: String { folder + "/casebook.sqlite" }

  init() throws {
    folder = NSTemporaryDirectory() + "thuis-" + UUID().uuidString
    casebook = try Casebook.open(folder + "/casebook.sqlite", stamps: Sample.stamps())
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  static func stamps() -> Stamps {
    let count = Mutexed(UInt64(0))
    return Stamps(
      now: { count.with { 1_790_000_000_000 + Int64($0) } },
      random: {
        count.with {
          $0 += 1
          return ($0 &* 0x9E37_79B9_7F4A_7C15, $0 &* 0xBF58_476D_1CE4_E5B9)
        }
      })
  }

  static func person(_ given: String, _ surname: String, vNumber: String? = nil) -> Person {
    Person(
      id: PersonID(1), given: given, surname: surname, birth: PartialDate("1988-03-21"), nationality: "0110",
      relation: .head, vNumber: vNumber.flatMap(VNumber.init(rawValue:)))
  }

  @discardableResult
  func register(_ given: String, _ surname: String, vNumber: String? = nil) throws -> Dossier {
    let person = Sample.person(given, surname, vNumber: vNumber)
    return try casebook.register(
      [(Sample.today - 100, .registered(.init(persons: [person], reception: "azc Utrecht")))], year: 2026,
      by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today)
  }

  @discardableResult
  func note(_ text: String, on id: DossierID, seen: Int? = nil) throws -> Dossier {
    try perform(.record(.noteAdded(.init(text)), on: Sample.today), on: id, seen: seen)
  }

  @discardableResult
  func perform(_ action: Action, on id: DossierID, seen: Int? = nil) throws -> Dossier {
    try casebook.perform(
      action, on: id, seen: seen, by: Sample.anna, source: .screen, rules: Sample.rules, today: Sample.today)
  }

  func sql(_ text: String) throws {
    try casebook.pool.write { db in try db.execute(sql: text) }
  }

  /// Makes the file what a program of that format left.
  func former(_ format: Int) throws {
    try sql("DROP INDEX by_uncalled")
    for column in ["uncalled", "step_owner"] { try sql("ALTER TABLE dossier DROP COLUMN \(column)") }
    if format == 5 {
      for index in ["by_contact_there", "by_contact_response", "by_contact_share"] { try sql("DROP INDEX \(index)") }
      for column in ["share", "response", "drawn"] { try sql("ALTER TABLE contact DROP COLUMN \(column)") }
      return try sql("ALTER TABLE acquaintance DROP COLUMN drawn; PRAGMA user_version = 5")
    }
    if format < 3 {
      for index in ["by_reception", "by_organisation", "by_changed"] { try sql("DROP INDEX \(index)") }
    }
    for table in [
      "lesson_search", "lesson", "lesson_use", "lesson_uses", "solved", "blocker_days", "partner_event", "partner",
      "acquaintance", "contact", "talk", "departure",
    ] {
      try sql("DROP TABLE \(table)")
    }
    if format == 4 { return try sql("PRAGMA user_version = 4; DELETE FROM meta") }
    for index in ["by_place_and_home", "by_home_due", "by_place_and_stage"] { try sql("DROP INDEX \(index)") }
    for table in ["way", "realisation", "counter", "task_event", "forecast"] {
      try sql("DROP TABLE \(table)")
    }
    if format < 3 { try sql("DROP TABLE view") }
    for column in ["needs", "home", "lead"] + (format < 3 ? ["changed", "relatives"] : [])
      + (format < 2 ? ["blocker_text", "way_start", "way_due"] : [])
    {
      try sql("ALTER TABLE dossier DROP COLUMN \(column)")
    }
    try sql("PRAGMA user_version = \(format); DELETE FROM meta")
  }

  /// Makes the disk seem to hold so many pages of the casebook; with fewer than there are it is full.
  func room(_ pages: Int) throws {
    try casebook.pool.writeWithoutTransaction { db in
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)")
    }
  }

  /// Many households on different points of the way, by what allows itself to be recorded.
  func fill(_ count: Int) throws {
    let names = ["Öztürk", "Yılmaz", "Al-Hassan", "Gebremedhin", "Nowak", "Łukasz"]
    let towns = ["GM0344", "GM0363", "GM0599"]
    for index in 0..<count {
      let id = try register("P\(index)", names[index % names.count]).id
      let day = Sample.today - (90 - index % 7)
      let way: [Event.Body] = [
        .permitGranted(.init(.temporary)), .screeningHeld(.init()), .linked(.init(towns[index % 3])), .linkAccepted,
        .contactMade(.init(Contact(.corporation, organisation: "Mitros"), .phone, "gebeld")),
        .blockerRaised(.init(Sample.rules.blockers[0].code)), .assigned(.init("anna")),
      ]
      for body in way.prefix(index % (way.count + 1)) {
        _ = try? perform(.record(body, on: day), on: id)
      }
    }
  }
}

/// The casebook's own, beside the library's of the same name.
typealias ListRow = Row
typealias ListSQL = SQL
