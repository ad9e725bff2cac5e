import Journey
import Terminal

// Acts of the plan have keys where the plan is what one looks at.
extension Act {
  /// What is done with the plan most, and first in the key bar there.
  static let ofPlan: [Act] = [.goal, .discussGoal, .agreePlan, .drawIn, .release, .contact, .note]

  fileprivate var planKey: Key? {
    switch self {
    case .goal: .character("D")
    case .discussGoal: .character("S")
    case .agreePlan: .character("T")
    case .drawIn: .character("I")
    case .release: .character("Z")
    default: nil
    }
  }
}

extension Model {
  /// The key of an act where one is now.
  func key(of act: Act) -> Key? { act.screenKey ?? (opened?.showsPlan == true ? act.planKey : nil) }
}
