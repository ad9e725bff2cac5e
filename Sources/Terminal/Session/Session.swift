import CTerminal
import Glibc
import Synchronization

/// One stay of a program on the terminal.
///
/// There is one screen in a process, as ncurses has one, and the thread that runs it owns it.
public enum Session {
  /// Runs the program on the controlling terminal until it wants to exit or must, and gives the terminal back as
  /// it was. Call it from the main thread: the kernel then stops and continues the program in order.
  /// - Returns: the program's exit status, or 128 and the number of the signal that ended it.
  /// - Throws: `TerminalFailure` when there is no terminal that can do this; nothing was changed then.
  public static func run<P: Program>(
    _ program: P, options: SessionOptions = SessionOptions(), mailbox: Mailbox<P.Message>
  ) throws(TerminalFailure) -> Int32 {
    let screen = try Screen(options)
    let signals = ct_signals_start()
    ct_streams_hold()
    let loop = Loop(program, screen: screen, options: options, mailbox: mailbox, signals: signals)
    let status = loop.run()
    ct_screen_close(loop.terminalIsGone)
    ct_signals_stop()
    ct_streams_release()
    return status
  }

  // MARK: What a program may ask for while it handles input

  enum Request: Hashable { case redraw, suspend }
  private static let requests = Mutex<Set<Request>>([])

  /// Sends the next frame whole, whatever the terminal shows. Ctrl-L does this by itself.
  public static func redraw() { _ = requests.withLock { $0.insert(.redraw) } }

  /// Stops the job as Ctrl-Z does, once the input at hand is handled.
  public static func suspend() { _ = requests.withLock { $0.insert(.suspend) } }

  static func takeRequests() -> Set<Request> {
    requests.withLock { requests in
      defer { requests = [] }
      return requests
    }
  }

  /// Runs another program on the terminal, an editor for instance, and waits for it; the screen comes back whole.
  /// Ctrl-Z in it stops both. Call it from `handle` or `receive`.
  /// - Parameter arguments: the program, looked up along `PATH`, and its arguments.
  /// - Returns: its exit status (127 when it was not found, 128 and more when a signal ended it), or `nil` when
  ///   it could not be started or no session is up.
  public static func runForeground(_ arguments: [String]) -> Int32? {
    guard ct_screen_is_up(), !arguments.isEmpty else { return nil }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    ct_screen_leave()
    let status = ct_run_foreground(&pointers)
    ct_screen_return()
    redraw()
    return status < 0 ? nil : status
  }
}
