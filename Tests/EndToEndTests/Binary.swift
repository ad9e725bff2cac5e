import Foundation
import Glibc

/// The real program, beside the tests.
enum Binary {
  static let path = beside("thuis")
  /// A program of a few lines that shows what reaches it, for what is the terminal's affair alone.
  static let mirror = beside("Mirror")

  private static func beside(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let own = String(decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return URL(filePath: own).deletingLastPathComponent().appending(path: name).path
  }

  struct Result {
    var status: Int32
    var output: String
    var complaint: String
    var json: Any? { try? JSONSerialization.jsonObject(with: Data(output.utf8)) }
  }
}

/// A folder of its own for one test, with a home in it that nobody else uses.
final class Workplace {
  let folder: URL
  /// Seconds a writer waits for another: long enough for any machine, unless the test is about waiting.
  var patience = "60"
  var casebook: String { folder.appending(path: "casebook.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "thuis-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Pinned, so that the machine does not speak in the test.
  var environment: [String: String] {
    [
      "HOME": folder.path, "XDG_CONFIG_DIRS": folder.path + "/xdg", "PATH": "/usr/bin:/bin", "TERM": "xterm-256color",
      "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "ESCDELAY": "25", "THUIS_TODAY": "2026-11-23", "THUIS_USER": "j.bakker", "THUIS_IDLE_MARK": "1",
      "SWIFT_BACKTRACE": "enable=no", "THUIS_CASEBOOK": casebook, "THUIS_PATIENCE": patience,
    ]
  }

  /// - Parameter wrapper: a command that starts the program, for example with less rights.
  func start(
    _ arguments: [String], through wrapper: [String] = []
  ) throws -> (process: Process, output: Pipe, complaint: Pipe) {
    let process = Process()
    let (output, complaint) = (Pipe(), Pipe())
    let words = wrapper + [Binary.path] + arguments
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = complaint
    try process.run()
    return (process, output, complaint)
  }

  @discardableResult
  func thuis(_ arguments: String..., through wrapper: [String] = []) throws -> Binary.Result {
    try result(of: start(arguments, through: wrapper))
  }

  func result(of started: (process: Process, output: Pipe, complaint: Pipe)) -> Binary.Result {
    let (process, output, complaint) = started
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let wept = complaint.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Binary.Result(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      complaint: String(decoding: wept, as: UTF8.self))
  }

  /// A small invented field, always the same.
  func fill(_ dossiers: Int = 60) throws {
    _ = try thuis("demo", "--dossiers", "\(dossiers)", "--seed", "7", "--no-open")
  }

  /// Case numbers and names of open dossiers, most urgent first.
  func list(_ filter: String = "", limit: Int = 100) throws -> [(id: String, name: String)] {
    let rows =
      try thuis("list", filter, "--limit", "\(limit)", "--format", "json").json as? [[String: Any]] ?? []
    return rows.compactMap { row in
      (row["dossier"] as? String).flatMap { id in (row["name"] as? String).map { (id, $0) } }
    }
  }

  func events(_ ref: String) throws -> [[String: Any]] { try dossier(ref)["events"] as? [[String: Any]] ?? [] }

  func dossier(_ ref: String) throws -> [String: Any] {
    try thuis("show", ref, "--format", "json").json as? [String: Any] ?? [:]
  }
}
