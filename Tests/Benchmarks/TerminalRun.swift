import CPty
import Foundation
import Glibc

/// A program on a real pseudo terminal of 160x50, its output read and thrown away as fast as it comes.
final class TerminalRun {
  static let size = (columns: 160, rows: 50)

  /// What came of a key.
  struct Answer {
    var milliseconds: Double
    var bytes: Int
  }

  private var master: Int32 = -1
  private let process: pid_t
  private let born: ContinuousClock.Instant
  private var heard: [UInt8] = []
  private var hasEnded = false

  /// - Parameter program: the path of the executable.
  init(_ program: String, _ arguments: [String], _ environment: [String: String]) throws {
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + settings { free(word) } }
    born = .now
    process = cpty_spawn(program, &words, &settings, Int32(Self.size.rows), Int32(Self.size.columns), &master)
    guard process > 0 else { throw Unmeasured("\(program) could not be started") }
  }

  deinit { end() }

  /// Ends the program, politely first.
  func end() {
    guard !hasEnded else { return }
    hasEnded = true
    kill(process, SIGHUP)
    // The terminal falls silent for good when the program lets go of it.
    for _ in 0..<200 { if hear(for: 2_000) == nil { break } }
    var status: Int32 = 0
    if waitpid(process, &status, WNOHANG) == 0 {
      kill(process, SIGKILL)
      waitpid(process, &status, 0)
    }
    close(master)
  }

  // MARK: - Listening

  /// Waits until no byte has come for `quiet` milliseconds; the first may take ten seconds.
  func type(_ keys: String, quiet: Int32 = 40) throws -> Answer {
    _ = listen(quiet: 0)
    let start = ContinuousClock.now
    try send(keys)
    let (last, bytes) = listen(quiet: quiet, first: 10_000)
    guard let last else { throw Unmeasured("nothing came of \(keys.debugDescription)") }
    return Answer(milliseconds: (last - start).milliseconds, bytes: bytes)
  }

  /// Milliseconds from the keys to the moment this text has come.
  func type(_ keys: String, until text: String, seconds: Int = 30) throws -> Double {
    _ = listen(quiet: 0)
    heard = []
    let start = ContinuousClock.now
    try send(keys)
    return (try moment(of: text, within: seconds) - start).milliseconds
  }

  /// Milliseconds from the start of the process to its first byte, and to the moment this text has come.
  func start(until text: String) throws -> (first: Double, usable: Double) {
    guard let first = hear(for: 10_000) else { throw Unmeasured("nothing came on the screen") }
    return ((first.at - born).milliseconds, (try moment(of: text) - born).milliseconds)
  }

  /// Lets it come to rest.
  ///
  /// - Parameter first: milliseconds in which something has to come; else it is at rest already.
  func settle(first: Int32 = 2_000) { _ = listen(quiet: 400, first: first) }

  /// Waits until this text has come since the last keys.
  func wait(for text: String, seconds: Int) throws { _ = try moment(of: text, within: seconds) }

  private func moment(of text: String, within seconds: Int = 30) throws -> ContinuousClock.Instant {
    let wanted = Data(text.utf8)
    let deadline = ContinuousClock.now + .seconds(seconds)
    var at = ContinuousClock.now
    while Data(heard).range(of: wanted) == nil {
      guard ContinuousClock.now < deadline else {
        throw Unmeasured("\(text.debugDescription) did not come; last was \(tail)")
      }
      if let some = hear(for: 100) { at = some.at }
    }
    return at
  }

  private var tail: String { String(decoding: heard.suffix(200), as: UTF8.self).debugDescription }

  private func listen(quiet: Int32, first: Int32 = 0) -> (last: ContinuousClock.Instant?, bytes: Int) {
    var (last, bytes): (ContinuousClock.Instant?, Int) = (nil, 0)
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline, let some = hear(for: last == nil ? first : quiet) {
      last = some.at
      bytes += some.count
    }
    return (last, bytes)
  }

  private func hear(for milliseconds: Int32) -> (at: ContinuousClock.Instant, count: Int)? {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return nil }
    heard += bytes[..<count]
    if heard.count > 1 << 20 { heard.removeFirst(1 << 19) }
    return (.now, count)
  }

  private func send(_ keys: String) throws {
    let bytes = Array(keys.utf8)
    guard write(master, bytes, bytes.count) == bytes.count else { throw Unmeasured("the program has gone: \(tail)") }
  }

  // MARK: - What the kernel knows

  /// Memory that is the program's own, in MiB.
  func ownMemory() throws -> Double {
    guard let kilobytes = Self.number("RssAnon:", in: "/proc/\(process)/status") else {
      throw Unmeasured("no RssAnon of \(process)")
    }
    return Double(kilobytes) / 1024
  }

  /// What it does while nobody does anything.
  func idle(seconds: Int) throws -> (ticks: Int, switches: Int, bytes: Int) {
    settle()
    let before = try counts()
    let end = ContinuousClock.now + .seconds(seconds)
    var bytes = 0
    while ContinuousClock.now < end { bytes += hear(for: 100)?.count ?? 0 }
    let after = try counts()
    // Threads that ended meanwhile took their counts with them.
    let switches = after.switches.map { $0.value - before.switches[$0.key, default: 0] }.reduce(0, +)
    return (after.ticks - before.ticks, switches, bytes)
  }

  /// CPU ticks of the process, and voluntary context switches of each thread.
  private func counts() throws -> (ticks: Int, switches: [String: Int]) {
    let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    // After the name in parentheses, utime and stime are the 12th and 13th field.
    let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
    let ticks = [12, 13].compactMap { fields.indices.contains($0) ? Int(fields[$0]) : nil }.reduce(0, +)
    let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")
    let switches = threads.compactMap { thread in
      Self.number("voluntary_ctxt_switches:", in: "/proc/\(process)/task/\(thread)/status").map { (thread, $0) }
    }
    return (ticks, Dictionary(uniqueKeysWithValues: switches))
  }

  private static func number(_ name: String, in path: String) -> Int? {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").first { $0.hasPrefix(name) }?
      .split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
  }
}
