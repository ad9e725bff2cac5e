import GRDB
import Journey
import Quota
import Testing

@testable import Casebook

@Suite("The ledger against the stories")
struct TaskRecountTests {
  private func problems(_ sql: String, of field: CountedField) throws -> [String] {
    try field.sample.sql(sql)
    return try field.casebook.check(rules: Sample.rules).problems.map(\.phrase.en)
  }

  /// A municipality with somebody housed, and one with somebody on the way.
  private func towns(_ casebook: Casebook) throws -> (housed: String, onTheWay: String) {
    let days = Day(2020, 1, 1)!...Sample.today
    let housed = try casebook.realisedByMunicipality(.country, from: days.lowerBound, through: days.upperBound)
    let onTheWay = try casebook.personsOnTheWay(asOf: Sample.today).filter { !$0.key.isEmpty && $0.value > 0 }
    return (try #require(housed.keys.min()), try #require(onTheWay.keys.min()))
  }

  @Test("a sound casebook says how many housed, on the way and linked were held against the stories")
  func sound() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let report = try field.casebook.check(rules: Sample.rules)
    let figures = try field.casebook.taskFigures(from: Day(2000, 1, 1)!)
    let codes = Area.country.municipalities
    let housed = codes.reduce(0) { $0 + figures.housed($1, Day(2000, 1, 1)!, Sample.today) }
    let onTheWay = codes.reduce(0) { $0 + figures.onTheWay($1) }
    #expect(report.isSound && report.task.housed == housed && report.task.onTheWay == onTheWay)
    #expect(housed > 0 && onTheWay > 0 && report.task.referenceDays > 0)
  }

  @Test("persons housed that the stories do not tell of are named with their municipality and half-year")
  func housed() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let code = try towns(field.casebook).housed
    let found = try problems(
      "DELETE FROM counter WHERE area = '\(code)' AND kind = \(CounterKind.realised.rawValue)", of: field)
    let name = Reference.name(ofMunicipality: code)
    #expect(found.contains { $0.hasPrefix("\(name): housed in 20") && $0.contains(": 0 persons in the task, ") })
  }

  @Test("persons on the way that the stories do not tell of are named with their municipality")
  func onTheWay() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let code = try towns(field.casebook).onTheWay
    let stages = Stage.onTheWay.map { String($0.rawValue) }.joined(separator: ",")
    let found = try problems(
      "UPDATE tally SET persons = persons + 7 WHERE municipality = '\(code)' AND stage IN (\(stages))", of: field)
    #expect(found.contains { $0.hasPrefix(Reference.name(ofMunicipality: code) + ": on the way: ") })
  }

  @Test("links of a past reference day that the stories do not tell of are named with their day")
  func linked() throws {
    let field = try CountedField(dossiers: 300)
    defer { field.sample.remove() }
    let found = try problems(
      "DELETE FROM counter WHERE area LIKE 'GM%' AND kind = \(CounterKind.entered.rawValue)", of: field)
    #expect(found.contains { $0.contains(": linked and on the way on 20") })
  }
}
