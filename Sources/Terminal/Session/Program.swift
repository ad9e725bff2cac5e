/// What a program shows: the picture, and what the terminal should do meanwhile. Both belong to the view, so that
/// no mode can be left on by accident.
public struct Frame: Sendable {
  public struct Modes: Hashable, Sendable {
    /// Mouse reports. While on, most terminals select text with Shift held.
    public var mouse: Bool

    public init(mouse: Bool = false) { self.mouse = mouse }
  }

  public var canvas: Canvas
  public var modes: Modes
  /// The window's title; `nil` leaves it alone.
  public var title: String?

  public init(canvas: Canvas, modes: Modes = Modes(), title: String? = nil) {
    self.canvas = canvas
    self.modes = modes
    self.title = title
  }
}

/// A full-screen program. All calls come from the one thread that called `Session.run`; a frame is drawn after
/// what they changed, so no call needs to say so.
public protocol Program: AnyObject {
  associatedtype Message: Sendable

  /// The whole screen at this size, from the state alone.
  func draw(size: Size) -> Frame
  func handle(_ input: Input)
  /// A message that was posted to the mailbox.
  func receive(_ message: Message)
  /// The exit status when the program is done.
  var wantsExit: Int32? { get }
  /// When `Input.tick` should come; `nil` for never, so that an idle program does not wake at all.
  var deadline: ContinuousClock.Instant? { get }
  /// No work is under way of which the result would change the screen.
  var isIdle: Bool { get }
}

extension Program {
  public var deadline: ContinuousClock.Instant? { nil }
  public var isIdle: Bool { true }
}
