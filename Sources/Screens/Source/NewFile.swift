import Foundation
import Journey

// A file somebody asked for: never over one that is there.
extension CasebookSource {
  func save(_ text: String, at path: String) throws -> String {
    let typed = NSString(string: path.trimmed).expandingTildeInPath
    let full = typed.hasPrefix("/") || folder == nil ? typed : folder! + "/" + typed
    do {
      try Data(text.utf8).write(to: URL(filePath: full), options: .withoutOverwriting)
      return full
    } catch {
      let isThere = FileManager.default.fileExists(atPath: full)
      throw SourceFailure(
        phrase: isThere
          ? Phrase("\(full) is er al; kies een andere naam.", "\(full) is there already; choose another name.")
          : Phrase("\(full) kon niet worden geschreven.", "\(full) could not be written."))
    }
  }
}
