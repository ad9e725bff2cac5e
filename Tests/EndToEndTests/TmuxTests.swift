import Foundation
import Testing

/// The program in tmux: a second terminal, of other makers than the one the other tests use.
final class Tmux {
  private let place: Workplace
  private let name = "thuis-" + UUID().uuidString.prefix(8)

  init(_ place: Workplace, columns: Int = 100, rows: Int = 30) throws {
    self.place = place
    let settings = place.environment.filter { $0.key != "TERM" && $0.key != "THUIS_IDLE_MARK" }
    let words = settings.map { "\($0.key)='\($0.value)'" } + [Binary.path]
    try run(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "env " + words.joined(separator: " ") + "; echo geeindigd $?; read wacht")
  }

  deinit { _ = try? run("kill-server") }

  /// What tmux says goes to a file: its server keeps whatever it inherits open for as long as it lives.
  @discardableResult
  func run(_ arguments: String...) throws -> String {
    let said = place.folder.appending(path: "tmux.txt")
    _ = FileManager.default.createFile(atPath: said.path, contents: nil)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tmux", "-L", String(name)] + arguments
    process.environment = place.environment.merging(["LANG": "C.UTF-8"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: said)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: said, encoding: .utf8)
  }

  var text: String { get throws { try run("capture-pane", "-p") } }

  func type(_ keys: String...) throws { for key in keys { try run("send-keys", key) } }

  /// Asks again and again: tmux tells nobody when the screen changed.
  func wait(for wanted: String) throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try !text.contains(wanted) {
      guard ContinuousClock.now < deadline else {
        throw TerminalUnderTest.TooLong(description: "waited for \(wanted) in tmux:\n\(try text)")
      }
    }
  }
}

@Suite("In tmux", .serialized)
struct TmuxTests {
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
    try tmux.type("q", "q")
    try tmux.wait(for: "geeindigd 0")
    #expect(try place.events(id).last?["text"] as? String == "gebeld")
  }
}
