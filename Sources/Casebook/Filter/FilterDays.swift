import Journey
import Quota

extension Query {
  /// The days that the words of a filter for days stand for: `termijn t/m zo 29 nov 2026`; nil where there are none, or they
  /// say so themselves (`vandaag`, `2026-11-23`, `2026H2`).
  public static func daysRead(
    in filter: String, today: Day, rules: Rulebook = .builtIn, user: String = ""
  ) -> Phrase? {
    guard let tokens = try? FilterToken.split(filter, today: today) else { return nil }
    let read = tokens.flatMap { token -> [Phrase] in
      let written = WrittenTerm(filter[token.range])
      guard token.kind == .term, FilterTerm(named: written.name)?.isOfDays == true,
        !written.values.allSatisfy({ $0.text.split(separator: "@").contains(where: saysItself) })
      else { return [] }
      var reader = FilterReader(rules: rules, today: today, user: user)
      guard let condition = try? reader.read(written) else { return [] }
      return condition.days.map { Phrase(same: written.name + " ") + said($0) }
    }
    return read.isEmpty ? nil : Phrase(read.map(\.nl).joined(separator: "; "), read.map(\.en).joined(separator: "; "))
  }

  private static func saysItself(_ value: Substring) -> Bool {
    let text = String(value)
    return Day(text) != nil || HalfYear(text) != nil || ["vandaag", "today"].contains(text.lowercased())
      || FilterWords.none.contains(text.lowercased())
  }

  private static func said(_ days: ClosedRange<Int>) -> Phrase {
    func day(_ number: Int) -> Phrase {
      let day = Day(number: Int32(number))
      return Phrase(DayText.long(day, .nl), DayText.long(day, .en))
    }
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return day(first) }
    if first == Filter.anyDay.lowerBound { return Phrase("t/m ", "up to ") + day(last) }
    if last == Filter.anyDay.upperBound { return Phrase("vanaf ", "from ") + day(first) }
    return day(first) + Phrase(" t/m ", " to ") + day(last)
  }
}

extension Filter {
  /// The days of its conditions that are of days.
  fileprivate var days: [ClosedRange<Int>] {
    switch self {
    case .between(_, let days), .realised(let days, for: _), .left(_, let days, in: _): [days]
    case .linked(let day, _, _): [day...day]
    case .all(let parts), .any(let parts): parts.flatMap(\.days)
    case .not(let part): part.days
    default: []
    }
  }
}
