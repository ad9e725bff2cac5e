import Journey

/// The target of a municipality in a half-year, and why it is that.
public struct Target: Hashable, Sendable {
  public enum Basis: Hashable, Sendable {
    /// By the government, for this municipality: it wins over a computed one. The number of its posting.
    case published(event: Int, asOf: Day)
    /// By art. 29: need x inhabitants of the municipality / inhabitants of the country.
    case computed(need: Int, inhabitants: Int, national: Int, rule: String)
    /// The rules have no task then.
    case abolished(since: Day?)
    /// The need of the half-year is not known.
    case needMissing
    /// The inhabitants of 1 January of this year are not known, of the municipality or of the country.
    case populationMissing(Int)
    /// Of an area: municipalities with a published, a computed, and no target.
    case sum(published: Int, computed: Int, none: Int)
  }
  /// nil: there is none, or it cannot be known.
  public var persons: Int?
  public var basis: Basis
  /// Where the rule of a computed one comes from.
  public var cited = ""

  /// Whether the rules have a task, of as many persons as nobody knows.
  public var isUnknown: Bool {
    if case .abolished = basis { return false }
    return persons == nil
  }

  /// Why, in a sentence.
  public var words: Phrase {
    func count(_ number: Int) -> Phrase { Phrase(Digits.grouped(number, .nl), Digits.grouped(number, .en)) }
    switch basis {
    case .published(_, let day):
      return Phrase("gepubliceerd, stand \(day)", "published, as of \(day)")
    case .computed(let need, let inhabitants, let national, _):
      return count(need) + Phrase(same: " x ") + count(inhabitants) + Phrase(same: " / ") + count(national)
        + Phrase(same: " = ") + count(persons ?? 0) + Phrase(same: cited.isEmpty ? "" : " (\(cited))")
    case .abolished(let day):
      let since = day.map { Phrase(" sinds \($0)", " since \($0)") } ?? Phrase(same: "")
      return Phrase("geen taakstelling meer", "no task any more") + since
    case .needMissing: return Phrase("landelijke behoefte niet bekend", "national need not known")
    case .populationMissing(let year):
      return Phrase("inwoners van 1 januari \(year) niet bekend", "inhabitants of 1 January \(year) not known")
    case .sum(let published, let computed, let none):
      let parts: [(Int, Phrase)] = [
        (published, Phrase("gepubliceerd", "published")), (computed, Phrase("berekend", "computed")),
        (none, Phrase("zonder", "without")),
      ]
      func text(_ language: Language) -> String {
        parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1[language])" }.joined(separator: ", ")
      }
      return Phrase("gemeenten: \(text(.nl))", "municipalities: \(text(.en))")
    }
  }
}

extension TaskRules.TargetRule {
  /// `need x inhabitants / national`, rounded as the rule says. `national` is at least 1.
  public func persons(need: Int, inhabitants: Int, national: Int) -> Int {
    rounding.quotient(need * inhabitants, national)
  }
}

extension TaskRules.TargetRule.Rounding {
  /// A number of nought or more divided, in whole persons. `divisor` is at least 1.
  func quotient(_ number: Int, _ divisor: Int) -> Int {
    switch self {
    case .up: (number + divisor - 1) / divisor
    case .nearest: (2 * number + divisor) / (2 * divisor)
    }
  }
}

extension TaskBook {
  /// The target of a municipality: published, else computed by the rule that holds on the first day of the half-year.
  public func target(of municipality: String, in period: HalfYear, _ rules: Rulebook) -> Target {
    guard let rule = rules.task.target(on: period.first) else {
      let last = rules.task.abolished.flatMap { $0 <= period.first ? $0 : nil }
      return Target(persons: nil, basis: .abolished(since: last))
    }
    if let posted = figures[period]?[municipality]?.target {
      return Target(persons: posted.persons, basis: .published(event: posted.event, asOf: posted.day))
    }
    guard let need = needs[period]?.value.persons else { return Target(persons: nil, basis: .needMissing) }
    let year = period.year - rule.populationYearsBefore
    guard let population = populations[year], let inhabitants = population.inhabitants.rows[municipality],
      let national = population.national, national > 0
    else { return Target(persons: nil, basis: .populationMissing(year)) }
    return Target(
      persons: rule.persons(need: need, inhabitants: inhabitants, national: national),
      basis: .computed(need: need, inhabitants: inhabitants, national: national, rule: rule.id),
      cited: rule.cite.isEmpty ? rule.source : rule.cite)
  }

  /// Where the need of a half-year was published later than the rules ask: the last day it should have been, and the day
  /// it was.
  func latePublication(of period: HalfYear, _ rules: Rulebook) -> (due: Day, published: Day)? {
    guard let published = needs[period]?.value.published, let rule = rules.task.target(on: period.first) else {
      return nil
    }
    let due = period.first - rule.publicationDays
    return published > due ? (due, published) : nil
  }
}
