import Foundation
import Glibc
import Journey
import Terminal

/// A long text in the person's own editor: that of their settings, else `$VISUAL`, else `$EDITOR`, else vi.
enum Editor {
  /// Why there is no new text.
  enum Trouble: Error, Equatable {
    /// What the text is put in could not be made.
    case noFile
    case notStarted(String)
    /// It ended without leaving the text.
    case noText

    var phrase: Phrase {
      let why =
        switch self {
        case .noFile: Phrase("Er is geen tijdelijk bestand te maken", "No temporary file can be made")
        case .notStarted(let name):
          Phrase(
            "Editor \(name) start niet: zie editor: in de instellingen, VISUAL of EDITOR",
            "Editor \(name) does not start: see editor: in the settings, VISUAL or EDITOR")
        case .noText: Phrase("De editor liet geen tekst achter", "The editor left no text")
        }
      return why + Phrase("; de tekst staat zoals hij stond.", "; the text is as it was.")
    }
  }

  /// - Parameter command: the editor of the settings, with its options.
  /// - Returns: the text as it was left, also when the editor ended badly.
  static func edit(_ text: String, with command: String? = nil) throws(Trouble) -> String {
    var template = Array((NSTemporaryDirectory() + "/thuis-XXXXXX").utf8CString)
    // A folder for the owner only, removed with all that the editor leaves in it: it is about people.
    guard mkdtemp(&template) != nil else { throw .noFile }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/tekst.txt"
    guard (try? Data((text.isEmpty ? "" : text + "\n").utf8).write(to: URL(filePath: path))) != nil else {
      throw .noFile
    }
    // Through the shell: people put options into it.
    let editor = name(command)
    let status = Session.runForeground(["sh", "-c", "exec $2 \"$1\"", "thuis", path, editor])
    guard let status, ![126, 127].contains(status) else { throw .notStarted(editor) }
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { throw .noText }
    // An editor of another time may have saved it as Latin-1: every byte is a letter then.
    var left = String(data: bytes, encoding: .utf8) ?? String(data: bytes, encoding: .isoLatin1) ?? text
    while left.last?.isNewline == true { left.removeLast() }
    return left
  }

  /// The one that is meant, with its options.
  private static func name(_ command: String?) -> String {
    let environment = ProcessInfo.processInfo.environment
    let named = [command, environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first { !$0.isEmpty }
    return named ?? "vi"
  }
}
