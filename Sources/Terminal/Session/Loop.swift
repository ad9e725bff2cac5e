import CTerminal
import Glibc

/// Waits for keys, messages, signals and watched descriptors; lets the program take them all in; draws. One frame
/// in 16 ms over time, of which two may follow at once (a key, and what it brought from the disk); none when nothing
/// happened, and no timer unless the program set a deadline.
final class Loop<P: Program> {
  private let program: P
  private var screen: Screen
  private let options: SessionOptions
  private let mailbox: Mailbox<P.Message>
  private let signals: Int32
  private let clock = ContinuousClock()

  private var decoder = InputDecoder()
  /// When the last bytes of the keyboard came.
  private var heardAt: ContinuousClock.Instant
  private var pointer = PointerSense()
  private var watches: [SessionOptions.Watch]
  private var dirty = true
  private var nextFrame: ContinuousClock.Instant
  /// Keys, pastes and sizes taken in; the first screen counts as one.
  private var taken = 1
  private var forcedExit: Int32?
  private var emptyReads = 0
  /// Nothing can be written any more.
  private(set) var terminalIsGone = false

  private static var frameTime: Duration { .milliseconds(16) }

  init(
    _ program: P, screen: Screen, options: SessionOptions, mailbox: Mailbox<P.Message>, signals: Int32
  ) {
    self.program = program
    self.screen = screen
    self.options = options
    self.mailbox = mailbox
    self.signals = signals
    watches = options.watch
    nextFrame = clock.now
    heardAt = nextFrame
  }

  func run() -> Int32 {
    while true {
      wait()
      tick()
      fulfilRequests()
      if let status = program.wantsExit ?? forcedExit { return status }
      if dirty && clock.now >= nextFrame { draw() }
    }
  }

  // MARK: Waiting

  private func wait() {
    let descriptors = [ct_screen_descriptor(), mailbox.descriptor, signals] + watches.map(\.descriptor)
    var ready = Array(repeating: Int32(0), count: descriptors.count)
    _ = ct_poll(descriptors, &ready, Int32(descriptors.count), timeout())
    if ready[2] != 0 { readSignals() }
    if ready[1] != 0 { readMail() }
    readKeys(ready[0])
    readWatches(Array(ready[3...]))
  }

  /// Milliseconds until something must happen without input; -1 when nothing must.
  private func timeout() -> Int32 {
    var moments: [ContinuousClock.Instant] = []
    if dirty { moments.append(nextFrame) }
    if let deadline = program.deadline { moments.append(max(deadline, lastTick + Self.frameTime)) }
    if let patience = decoder.patience { moments.append(heardAt + .milliseconds(patience)) }
    guard let moment = moments.min() else { return -1 }
    let (seconds, attoseconds) = (moment - clock.now).components
    if seconds < 0 || attoseconds < 0 { return 0 }
    // Rounded up, or the loop would spin through the last part of a millisecond.
    let milliseconds = min(seconds, 86_400) * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(milliseconds)
  }

  private lazy var lastTick = clock.now - Self.frameTime

  private func tick() {
    let now = clock.now
    guard let deadline = program.deadline, deadline <= now, lastTick + Self.frameTime <= now else { return }
    lastTick = now
    deliver(.tick(now))
  }

  private func deliver(_ input: Input) {
    program.handle(input)
    dirty = true
  }

  // MARK: Sources

  private func readKeys(_ ready: Int32) {
    if ready == 2 { return closeTerminal() }
    var count = 0
    // Bounded, so that a flood of input cannot keep the screen from being drawn.
    while count < 4096, program.wantsExit == nil, let raw = nextRaw() {
      count += 1
      decoder.read(raw).forEach(handleKey)
    }
    if count > 0 { heardAt = clock.now }
    if count == 4096 { return }
    if count > 0 {
      emptyReads = 0
      decoder.read(.nothing).forEach(handleKey)
    } else if ready == 1 {
      // Readable without anything to read is the end of it; once may be a key that is still incomplete.
      emptyReads += 1
      if emptyReads > 3 { closeTerminal() }
    } else if ready == 0, decoder.patience != nil {
      // A message or a frame that was due wakes the loop as well: that is not the end of a paste.
      decoder.expire(after: clock.now - heardAt).forEach(handleKey)
      if decoder.patience == nil { dirty = true }
    }
  }

  private func nextRaw() -> InputDecoder.Raw? {
    var value: UInt32 = 0
    switch Int(ct_key_next(&value)) {
    case CT_KEY_SCALAR: return .scalar(value)
    case CT_KEY_NAMED: return .named(String(cString: ct_key_name(value)))
    default: return nil
    }
  }

  private func handleKey(_ input: Input) {
    taken += 1
    dirty = true
    guard let judged = pointer.judge(input, at: clock.now) else { return }
    // Drawing all of it again is the terminal's, not the program's.
    if judged == .key(.control("l")) { return Session.redraw() }
    deliver(judged)
  }

  private func readMail() {
    let (messages, woken) = mailbox.take()
    for message in messages {
      program.receive(message)
      dirty = true
    }
    if woken { deliver(.wake) }
  }

  private func readWatches(_ ready: [Int32]) {
    guard ready.contains(where: { $0 != 0 }) else { return }
    let found = zip(watches, ready)
    for (watch, state) in found where state != 0 { watch.callback() }
    watches = found.filter { $0.1 != 2 }.map(\.0)
    dirty = true
  }

  private func readSignals() {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(signals, &bytes, bytes.count)
    guard count > 0 else { return }
    for signal in Set(bytes[..<count]) { handle(signal: Int32(signal)) }
  }

  private func handle(signal: Int32) {
    switch signal {
    case SIGWINCH: measure()
    case SIGTSTP: suspend()
    case SIGCONT:
      // Stopped from outside (SIGSTOP) there was no chance to leave; enter anew.
      ct_screen_leave()
      comeBack()
    case SIGINT: deliver(.hangUp(.interrupt))
    case SIGTERM: hangUp(.terminate)
    case SIGHUP: hangUp(.hangUp)
    default: break
    }
  }

  private func hangUp(_ reason: HangUpReason) {
    guard forcedExit == nil else { return }
    forcedExit = reason.exitStatus
    deliver(.hangUp(reason))
  }

  private func closeTerminal() {
    terminalIsGone = true
    hangUp(.terminalClosed)
  }

  // MARK: Screen

  private func measure() {
    guard let size = screen.measure() else { return }
    taken += 1
    deliver(.resize(size))
  }

  private func suspend() {
    deliver(.suspendAboutTo)
    ct_screen_leave()
    ct_signals_suspend()
    comeBack()
  }

  private func comeBack() {
    ct_screen_return()
    screen.forget()
    measure()
    deliver(.resumed)
  }

  private func fulfilRequests() {
    let requests = Session.takeRequests()
    if requests.contains(.suspend) { suspend() }
    if requests.contains(.redraw) {
      screen.forget()
      measure()
      dirty = true
    }
  }

  private func draw() {
    dirty = false
    let next = max(nextFrame, clock.now - Self.frameTime * 2) + Self.frameTime
    // A frame that shows nothing new holds up none that does.
    if screen.present(program.draw(size: screen.size)) { nextFrame = next }
    if options.marksIdle && program.isIdle && mailbox.isEmpty && decoder.patience == nil {
      screen.show(title: "thuis:\(taken):idle")
    }
  }
}
