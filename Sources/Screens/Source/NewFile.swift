import Foundation
import Glibc
import Journey

// A file somebody asked for: never over one that is there.
extension CasebookSource {
  /// From its first byte for the owner's eyes only (mode 600): minutes name people.
  func save(_ text: String, at path: String) throws -> String {
    let full = whole(path)
    let file = Glibc.open(full, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      let isThere = errno == EEXIST
      throw SourceFailure(
        phrase: isThere
          ? Phrase("\(full) is er al; kies een andere naam.", "\(full) is there already; choose another name.")
          : Self.unwritten(full))
    }
    do {
      let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
      return self.path(of: full)
    } catch {
      unlink(full)
      throw SourceFailure(phrase: Self.unwritten(full))
    }
  }

  func path(of typed: String) -> String {
    let (full, home) = (whole(typed), NSHomeDirectory())
    if full == home { return "~" }
    return full.hasPrefix(home + "/") ? "~" + full.dropFirst(home.count) : full
  }

  private func whole(_ path: String) -> String {
    let typed = NSString(string: path.trimmed).expandingTildeInPath
    if typed.hasPrefix("/") { return typed }
    let base = folder ?? FileManager.default.currentDirectoryPath
    return typed.isEmpty ? base : (base == "/" ? "" : base) + "/" + typed
  }

  private static func unwritten(_ path: String) -> Phrase {
    Phrase("\(path) kon niet worden geschreven.", "\(path) could not be written.")
  }
}
