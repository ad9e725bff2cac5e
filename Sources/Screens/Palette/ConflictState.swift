import Journey

/// Two versions that do not go together, and what was typed in between.
struct ConflictState: Sendable {
  var why: Refusal
  /// What others recorded meanwhile.
  var news: [String]
  /// What was typed here.
  var typed: [(label: String, text: String)]
  /// The row on top, where there are more than fit.
  var top = 0
}
