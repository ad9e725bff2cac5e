/// What the loop tells a program.
public enum Input: Hashable, Sendable {
  case key(Key)
  /// A whole paste. Line ends are `\n`, other control characters are gone; it never counts as keys.
  case paste(String)
  case resize(Size)
  /// The terminal's window got or lost the person's attention.
  case focus(Bool)
  case mouse(MouseInput)
  /// `Mailbox.wake()` was called.
  case wake
  /// The program's deadline has passed; the program sets the next one.
  case tick(ContinuousClock.Instant)
  /// The program must save what it has: for all reasons but `interrupt` it ends after this.
  case hangUp(HangUpReason)
  /// The job is about to stop (Ctrl-Z), and runs again.
  case suspendAboutTo
  case resumed
}

public enum HangUpReason: Hashable, Sendable {
  /// Ctrl-C, or SIGINT. The program may stay.
  case interrupt
  case terminate
  /// The connection or the window went away (SIGHUP).
  case hangUp
  /// Reading the terminal fails.
  case terminalClosed

  /// By custom 128 and the number of the signal.
  public var exitStatus: Int32 {
    switch self {
    case .interrupt: 130
    case .terminate: 143
    case .hangUp, .terminalClosed: 129
    }
  }
}

/// Something done with the mouse, in cells from the top left.
public struct MouseInput: Hashable, Sendable {
  public enum Action: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
  public enum Button: Hashable, Sendable { case left, middle, right, none }

  public var action: Action
  public var button: Button
  public var x: Int
  public var y: Int
  public var shift: Bool
  public var alt: Bool
  public var control: Bool
  /// 1 for a press, 2 for the second of a double click.
  public var clicks: Int

  public init(
    _ action: Action, button: Button = .left, x: Int, y: Int, shift: Bool = false, alt: Bool = false,
    control: Bool = false, clicks: Int = 1
  ) {
    self.action = action
    self.button = button
    self.x = x
    self.y = y
    self.shift = shift
    self.alt = alt
    self.control = control
    self.clicks = clicks
  }
}
