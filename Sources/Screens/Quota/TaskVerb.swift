import Casebook
import Journey
import Quota

/// What can be done on the screen of the task besides what every screen has.
enum TaskVerb: Hashable, Sendable {
  /// The households or postings behind the number in the chosen column; behind a figure.
  case number, figure(LedgerFigure)
  /// To the half-year before and after.
  case earlier, later
  /// Municipalities in place of provinces, and back.
  case fine
  /// The chart as numbers.
  case asNumbers
  /// Everything that was posted.
  case account
  case act(TaskAct)
  case backTest
  case whatIf, saveScenario, scenarios, scenario(Scenario)

  /// What settings call it; nil for what is chosen from a list.
  var code: String? {
    switch self {
    case .number: "behind-number"
    case .earlier: "half-year-before"
    case .later: "half-year-after"
    case .fine: "provinces"
    case .asNumbers: "as-numbers"
    case .account: "account"
    case .act(let act): "task-" + act.rawValue
    case .backTest: "back-test"
    case .whatIf: "what-if"
    case .saveScenario: "save-scenario"
    case .scenarios: "scenario"
    case .figure, .scenario: nil
    }
  }

  /// Leaves something behind in the casebook.
  var records: Bool {
    switch self {
    case .act, .saveScenario: true
    default: false
    }
  }
}
