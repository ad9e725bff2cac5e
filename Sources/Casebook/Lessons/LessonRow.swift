import GRDB
import Journey

/// A situation as columns: what lessons and solved households are found by.
struct SituationColumns: Equatable, Sendable {
  /// Empty: none.
  var blocker: String
  var stage: Int
  /// A bit for each need, by its place in the list of them.
  var needs: Int
  var persons: Int
  /// -1: not said.
  var children: Int
  var relatives: Bool
  var municipality: String

  static let names = "blocker, stage, needs, persons, children, relatives, municipality"
  static let count = 7

  init(_ situation: Situation) {
    blocker = situation.blockers.first ?? ""
    stage = situation.stages.first?.rawValue ?? 0
    needs = Self.bits(situation.needs)
    persons = situation.persons.lowerBound
    children = situation.children ?? -1
    (relatives, municipality) = (situation.awaitsRelatives, situation.municipality)
  }

  /// - Parameter first: the place of the first of them.
  init(_ row: GRDB.Row, from first: Int) {
    (blocker, stage, needs, persons) = (row[first], row[first + 1], row[first + 2], row[first + 3])
    (children, relatives, municipality) = (row[first + 4], row[first + 5], row[first + 6])
  }

  var arguments: StatementArguments { [blocker, stage, needs, persons, children, relatives, municipality] }

  var situation: Situation {
    let size = min(max(persons, 1), Situation.anySize.upperBound)
    return Situation(
      blockers: blocker.isEmpty ? [] : [blocker], stages: Stage(rawValue: stage).map { [$0] } ?? [],
      needs: Self.needs(needs), persons: size...size, children: children < 0 ? nil : children,
      awaitsRelatives: relatives, municipality: municipality)
  }

  // Part of the format: the list of needs is only ever added to.
  static func bits(_ needs: [Feature]) -> Int {
    Feature.allCases.enumerated().reduce(0) { needs.contains($1.element) ? $0 | 1 << $1.offset : $0 }
  }

  static func needs(_ bits: Int) -> [Feature] {
    Feature.allCases.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element)
  }
}

/// A lesson as it stands in its table.
struct LessonRow: Equatable, Sendable {
  var key: Int64
  var text: String
  var situation: SituationColumns
  /// Empty: the dossier is open.
  var outcome: String
  /// -1: nothing held the household up, or it still does.
  var days: Int
  var day: Int
  /// What it is looked for by, folded.
  var words: String

  static let columns = "key, text, \(SituationColumns.names), outcome, days, day"

  init(_ lesson: Lesson) {
    key = Self.key(lesson.id)
    text = lesson.text.nl
    situation = SituationColumns(lesson.situation)
    outcome = lesson.outcome?.rawValue ?? ""
    days = lesson.days ?? -1
    day = lesson.day.map { Int($0.number) } ?? 0
    words = lesson.searchText
  }

  init(_ row: GRDB.Row) {
    (key, text, situation) = (row[0], row[1], SituationColumns(row, from: 2))
    let next = 2 + SituationColumns.count
    (outcome, days, day, words) = (row[next], row[next + 1], row[next + 2], "")
  }

  var arguments: StatementArguments {
    let (first, last): (StatementArguments, StatementArguments) = ([key, text], [outcome, days, day, words])
    return first + situation.arguments + last
  }

  var lesson: Lesson {
    Lesson(
      id: Self.id(key), text: Phrase(same: text), situation: situation.situation, outcome: Outcome(rawValue: outcome),
      days: days < 0 ? nil : days, day: Day(number: Int32(truncatingIfNeeded: day)))
  }

  // MARK: - Keys

  /// More events than a story has.
  private static let room: Int64 = 1_000_000

  static func key(_ id: LessonID) -> Int64 {
    (id.dossier?.value ?? 0) * room + Int64(id.sequence ?? 0)
  }

  private static func id(_ key: Int64) -> LessonID { LessonID(DossierID(value: key / room), Int(key % room)) }

  /// All lessons of a dossier.
  static func keys(of dossier: Int64) -> ClosedRange<Int64> { dossier * room...dossier * room + room - 1 }
}

/// A solved household as it stands in its table.
struct SolvedRow: Equatable, Sendable {
  var dossier: Int64
  var situation: SituationColumns
  var days: Int
  var day: Int

  static let columns = "dossier, \(SituationColumns.names), days, day"

  init(_ solved: SolvedHousehold) {
    (dossier, situation) = (solved.dossier.value, SituationColumns(solved.situation))
    (days, day) = (solved.days, Int(solved.day.number))
  }

  init(_ row: GRDB.Row) {
    (dossier, situation) = (row[0], SituationColumns(row, from: 1))
    let next = 1 + SituationColumns.count
    (days, day) = (row[next], row[next + 1])
  }

  var arguments: StatementArguments {
    let (first, last): (StatementArguments, StatementArguments) = ([dossier], [days, day])
    return first + situation.arguments + last
  }

  var household: SolvedHousehold {
    SolvedHousehold(
      dossier: DossierID(value: dossier), situation: situation.situation, days: days,
      day: Day(number: Int32(truncatingIfNeeded: day)))
  }
}

extension Lesson {
  /// All that a lesson is looked for by: what it says, and what it is about, in both languages.
  var searchText: String {
    var parts = [text.nl, text.en, source]
    for code in situation.blockers {
      let name = Rulebook.builtIn.blocker(code)
      parts += [name.nl, name.en]
    }
    for need in situation.needs { parts += [need.name.nl, need.name.en] }
    for stage in situation.stages { parts += [stage.name.nl, stage.name.en] }
    if !situation.municipality.isEmpty { parts.append(Reference.name(ofMunicipality: situation.municipality)) }
    var seen: Set<String> = []
    return parts.map(Folding.key).filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "|")
  }
}
