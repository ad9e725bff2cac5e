import Journey
import Quota

/// What one home of a size or one cleared blocker is worth, as `thuis forecast` says it: lines, columns of CSV, JSON.
struct WorthWords {
  /// nil: they were not computed.
  let values: [MarginalValue]?
  let rules: Rulebook
  let language: Language
  /// What they stand below; it changes nothing in a forecast.
  var scenario = Scenario.asItIs

  /// Its heading and a line for each, the most valuable first; none where there are none.
  var lines: [String] {
    guard let values, !values.isEmpty else { return [] }
    return [MarginalValue.heading(beside: scenario)[language] + ":"]
      + values.map { value in
        let gain = Digits.tenths(value.persons, language)
        return String(repeating: " ", count: max(0, 6 - Plain.width(gain))) + gain + "  " + value.words(rules)[language]
      }
  }

  private enum Column {
    case home(HouseholdSize), cleared(String)
  }

  /// Of every size and every blocker of the rulebook, so that files of two days have the same columns.
  private static func columns(_ rules: Rulebook) -> [Column] {
    HouseholdSize.allCases.map(Column.home) + rules.blockers.map { .cleared($0.code) }
  }

  /// `home=2-4`, `clear=no-large-home`: as a what-if names them.
  static func header(_ rules: Rulebook) -> [String] {
    columns(rules).map { column in
      switch column {
      case .home(let size): "home=\(size.rawValue)"
      case .cleared(let code): "clear=\(code)"
      }
    }
  }

  /// Persons more; empty where nobody is held up so, or it was not computed.
  var cells: [String] {
    Self.columns(rules).map { column in
      let value = values?.first { one in
        switch (one.thing, column) {
        case (.home(let size), .home(let other)): size == other
        case (.cleared(let code), .cleared(let other)): code == other
        default: false
        }
      }
      return value.map { String($0.persons) } ?? ""
    }
  }

  var json: JSON {
    guard let values else { return .null }
    return .list(
      values.map { value in
        var fields: [String: JSON] = [
          "persons": .decimal(value.persons), "standardError": .decimal(value.standardError), "n": .number(value.n),
          "words": .text(value.words(rules)[language]),
        ]
        switch value.thing {
        case .home(let size): fields["home"] = .text(size.rawValue)
        case .cleared(let code):
          fields["cleared"] = .text(code)
          fields["heldBesides"] = .number(value.heldBesides)
        }
        return .object(fields)
      })
  }
}
