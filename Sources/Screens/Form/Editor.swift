import Foundation
import Glibc
import Terminal

/// A long text in the person's own editor: that of their settings, else `$VISUAL`, else `$EDITOR`, else vi.
enum Editor {
  /// - Parameter command: the editor of the settings, with its options.
  /// - Returns: the text as it was left, also when the editor ended badly; nil when there is none to run.
  static func edit(_ text: String, with command: String? = nil) -> String? {
    var template = Array((NSTemporaryDirectory() + "/thuis-XXXXXX").utf8CString)
    // A folder for the owner only, removed with all that the editor leaves in it: it is about people.
    guard mkdtemp(&template) != nil else { return nil }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/tekst.txt"
    guard (try? Data((text.isEmpty ? "" : text + "\n").utf8).write(to: URL(filePath: path))) != nil else { return nil }
    // Through the shell: people put options into these.
    let line = "exec ${2:-${VISUAL:-${EDITOR:-vi}}} \"$1\""
    guard let status = Session.runForeground(["sh", "-c", line, "thuis", path, command ?? ""]), status != 127 else {
      return nil
    }
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return nil }
    // An editor of another time may have saved it as Latin-1: every byte is a letter then.
    var left = String(data: bytes, encoding: .utf8) ?? String(data: bytes, encoding: .isoLatin1) ?? text
    while left.last?.isNewline == true { left.removeLast() }
    return left
  }
}
