import Foundation
import Glibc
import Journey

// A file somebody asked for: never over one that is there.
extension CasebookSource {
  /// From its first byte for the owner's eyes only (mode 600): minutes name people.
  func save(_ text: String, at path: String) throws -> String {
    let typed = NSString(string: path.trimmed).expandingTildeInPath
    let full = typed.hasPrefix("/") || folder == nil ? typed : folder! + "/" + typed
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
      return full
    } catch {
      unlink(full)
      throw SourceFailure(phrase: Self.unwritten(full))
    }
  }

  private static func unwritten(_ path: String) -> Phrase {
    Phrase("\(path) kon niet worden geschreven.", "\(path) could not be written.")
  }
}
