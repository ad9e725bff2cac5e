/// Counts clicks by our own clock, and keeps the click that only brings the window to the front from doing more.
struct PointerSense {
  private var lastPress: (event: MouseInput, at: ContinuousClock.Instant)?
  private var focusedAt: ContinuousClock.Instant?

  static let doubleClick = Duration.milliseconds(400)
  static let focusClick = Duration.milliseconds(80)

  /// The input to hand on; `nil` when it should be forgotten.
  mutating func judge(_ input: Input, at now: ContinuousClock.Instant) -> Input? {
    switch input {
    case .focus(true):
      focusedAt = now
      return input
    case .mouse(var event) where event.action == .press:
      if let focusedAt, now - focusedAt < Self.focusClick {
        self.focusedAt = nil
        return nil
      }
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
