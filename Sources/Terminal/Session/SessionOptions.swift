import CTerminal
import Glibc

/// How a session runs. Not `Sendable`: the callbacks run on the loop's own thread.
public struct SessionOptions {
  /// The look; `nil` chooses by the terminal and the environment (`ThemeName.suited`).
  public var theme: ThemeName?
  /// Descriptors to watch beside the keyboard, inotify's for instance.
  public var watch: [Watch]
  /// For tests: when nothing is pending, the window title says `thuis:<inputs taken>:idle`.
  public var marksIdle: Bool
  /// Large frames are sent as one (mode 2026), so that a slow line does not show halves.
  public var synchronizesLargeFrames: Bool
  /// Right-to-left text is turned around here; off when the terminal does it (and cannot be told not to).
  public var reordersRightToLeft: Bool

  /// A descriptor and what to do when it can be read, on the loop's thread. The callback must read what is there;
  /// a frame is drawn after it.
  public struct Watch {
    public var descriptor: Int32
    public var callback: () -> Void

    public init(_ descriptor: Int32, callback: @escaping () -> Void) {
      self.descriptor = descriptor
      self.callback = callback
    }
  }

  /// The switches of the environment: `THUIS_IDLE_MARK=1`, `THUIS_SYNC=0`, `THUIS_BIDI=terminal`.
  public init(theme: ThemeName? = nil, watch: [Watch] = []) {
    self.theme = theme
    self.watch = watch
    marksIdle = SessionOptions.environment("THUIS_IDLE_MARK") == "1"
    synchronizesLargeFrames = SessionOptions.environment("THUIS_SYNC") != "0"
    reordersRightToLeft = SessionOptions.environment("THUIS_BIDI") != "terminal"
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
