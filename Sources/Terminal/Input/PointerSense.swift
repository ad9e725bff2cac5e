/// Counts clicks by our own clock, and keeps the click that only brings the window to the front from doing more.
struct PointerSense {
  private var lastPress: (event: MouseInput, at: ContinuousClock.Instant)?
  private var focusedAt: ContinuousClock.Instant?
  /// What follows of the press that was forgotten: its drags and its release.
  private var forgets = false

  static let doubleClick = Duration.milliseconds(400)
  static let focusClick = Duration.milliseconds(80)

  /// The input to hand on; `nil` when it should be forgotten.
  mutating func judge(_ input: Input, at now: ContinuousClock.Instant) -> Input? {
    switch input {
    case .focus(true):
      focusedAt = now
      return input
    case .mouse(let event) where forgets && (event.action == .drag || event.action == .release):
      if event.action == .release { forgets = false }
      return nil
    case .mouse(var event) where event.action == .press:
      forgets = focusedAt.map { now - $0 < Self.focusClick } ?? false
      focusedAt = nil
      if forgets { return nil }
      if let last = lastPress, now - last.at < Self.doubleClick, last.event.clicks == 1,
        last.event.button == event.button, last.event.x == event.x, last.event.y == event.y
      {
        event.clicks = 2
      }
      lastPress = (event, now)
      return .mouse(event)
    default: return input
    }
  }
}
