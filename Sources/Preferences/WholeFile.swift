import Foundation
import Glibc

/// A file that is replaced whole: after a power cut it is the old one or the new one.
struct WholeFile {
  let path: String

  struct Failure: Error {
    /// In the words of the system.
    let reason: String
  }

  init(_ path: String) { self.path = path }

  private var folder: String { URL(filePath: path).deletingLastPathComponent().path }

  func makeFolder() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// One process at a time reads and writes it. Where the file system knows no locks, nobody waits.
  func alone<T>(_ body: () throws -> T) throws -> T {
    let lock = try call { open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0, errno == EINTR {}
    return try body()
  }

  /// For the owner's eyes only (mode 600): a view may name people.
  func write(_ text: String) throws {
    var template = Array((path + ".XXXXXX").utf8CString)
    let file = try call { mkstemp(&template) }
    let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do {
      defer { close(file) }
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = try call { bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } }
        bytes = bytes.dropFirst(count)
      }
      try call { fsync(file) }
      try call { rename(name, path) }
    } catch {
      unlink(name)
      throw error
    }
    let folder = try call { open(self.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(folder) }
    try call { fsync(folder) }
  }

  @discardableResult
  private func call<Number: SignedInteger>(_ body: () -> Number) throws -> Number {
    while true {
      let result = body()
      if result >= 0 { return result }
      if errno != EINTR { throw Failure(reason: String(cString: strerror(errno))) }
    }
  }
}
