import CPty
import Foundation
import Glibc
import Testing

/// The program in tmux: a second terminal, of other makers than the one the other tests use.
final class Tmux {
  private let place: Workplace
  private let name = "thuis-" + UUID().uuidString.prefix(8)

  init(_ place: Workplace, program: String = Binary.path, columns: Int = 100, rows: Int = 30) throws {
    self.place = place
    let settings = place.environment.filter { $0.key != "TERM" && $0.key != "THUIS_IDLE_MARK" }
    let words = settings.map { "\($0.key)='\($0.value)'" } + [program]
    try run(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "env " + words.joined(separator: " ") + "; echo geeindigd $?; read wacht")
  }

  deinit { _ = try? run("kill-server") }

  /// Not through `Process`: it waits until nobody holds what the program inherited, and tmux leaves a server behind. That
  /// inherits nothing of the runner of the tests: whoever reads its output would wait for the server.
  @discardableResult
  func run(_ arguments: String...) throws -> String {
    let said = place.folder.appending(path: "tmux.txt").path
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, said, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    guard cpty_inherit_standard(&actions) == 0 else {
      throw TerminalUnderTest.TooLong(description: "tmux would inherit more than it may")
    }
    var words = (["tmux", "-L", String(name)] + arguments).map { strdup($0) } + [nil]
    var settings = place.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var process = pid_t()
    guard posix_spawnp(&process, "tmux", &actions, nil, &words, &settings) == 0 else {
      throw TerminalUnderTest.TooLong(description: "tmux is not there")
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return try String(contentsOfFile: said, encoding: .utf8)
  }

  var text: String { get throws { try run("capture-pane", "-p") } }

  func type(_ keys: String...) throws { for key in keys { try run("send-keys", key) } }

  /// Asks again and again: tmux tells nobody when the screen changed.
  func wait(for wanted: String) throws {
    let deadline = ContinuousClock.now + .seconds(240)
    while try !text.contains(wanted) {
      guard ContinuousClock.now < deadline else {
        throw TerminalUnderTest.TooLong(description: "waited for \(wanted) in tmux:\n\(try text)")
      }
    }
  }
}

@Suite("In tmux", .serialized)
struct TmuxTests {
  @Test("a copied text is in tmux's own buffer, whatever script it is in")
  func copied() throws {
    let tmux = try Tmux(try Workplace(), program: Binary.mirror)
    try tmux.wait(for: "muis uit")
    try tmux.type("c")
    try tmux.wait(for: "kopie keptByTmux")
    #expect(try tmux.run("show-buffer") == "ŁUKASZ, 王小明 فاطمة")
    try tmux.type("q")
    try tmux.wait(for: "geeindigd 0")
  }

  @Test("the server holds no pipe of whoever runs the tests")
  func inheritsNothing() throws {
    var ends: [Int32] = [-1, -1]
    let made = pipe(&ends)
    try #require(made == 0)
    defer { for end in ends { close(end) } }
    let tmux = try Tmux(try Workplace(), program: Binary.mirror)
    try tmux.wait(for: "muis uit")
    let server = try tmux.run("display-message", "-p", "#{pid}").filter(\.isNumber)
    let (files, folder) = (FileManager.default, "/proc/\(server)/fd/")
    let held = try files.contentsOfDirectory(atPath: folder).compactMap {
      try? files.destinationOfSymbolicLink(atPath: folder + $0)
    }
    let own = try files.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(ends[1])")
    #expect(own.hasPrefix("pipe:") && !held.isEmpty && !held.contains(own))
    try tmux.type("q")
    try tmux.wait(for: "geeindigd 0")
  }

  @Test("lists, a dossier, a note, another size, and a clean end")
  func smoke() throws {
    let place = try Workplace()
    try place.fill()
    let (id, name) = try #require(try place.list().first)
    let tmux = try Tmux(place)
    try tmux.wait(for: name)
    try tmux.type("Enter")
    try tmux.wait(for: "Thuis › " + id)
    try tmux.type("n", "gebeld", "C-s")
    try tmux.wait(for: "Notitie bewaard")
    try tmux.run("resize-window", "-x", "80", "-y", "24")
    try tmux.wait(for: "Verhaal")
    // Back, the one too many, and out.
    try tmux.type("q", "q", "q")
    try tmux.wait(for: "geeindigd 0")
    #expect(try place.events(id).last?["text"] as? String == "gebeld")
  }
}
