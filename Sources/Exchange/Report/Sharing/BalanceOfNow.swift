import Journey
import Quota

/// What a half-year to come takes over is who was housed so far in the one that runs, less its task, which is published: so a
/// shared report has neither that balance nor what follows from it, of no row and no sum.
extension ReportContent {
  var hidesBalanceBefore: Bool { !isInternal && day < period.first }

  /// The half-year that runs.
  var running: Phrase { HalfYear(holding: day).words }

  mutating func hideBalanceBefore() {
    guard hidesBalanceBefore else { return }
    eachRow { $0.hideBalanceBefore() }
    remarks.removeAll { remark in
      switch remark.figure {
      case .balanceBefore, .task, .balance, .excusable, .enforceableBacklog: true
      default: false
      }
    }
  }
}

extension ReportContent.TaskRow {
  /// Target, correction and shift stay: they say nothing of it.
  mutating func hideBalanceBefore() {
    (balanceBefore, task, pace, chance) = (0, nil, nil, nil)
    enforceableBacklog = .withheld
    if balance != .unknown { balance = .withheld }
  }
}
