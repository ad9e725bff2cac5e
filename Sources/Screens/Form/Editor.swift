import Foundation
import Glibc
import Terminal

/// A long text in the person's own editor: `$VISUAL`, else `$EDITOR`, else vi.
enum Editor {
  /// - Returns: the text as it was left, also when the editor ended badly; nil when there is none to run.
  static func edit(_ text: String) -> String? {
    var template = Array((NSTemporaryDirectory() + "thuis-XXXXXX").utf8CString)
    // Made for the owner only: what is in it is about people.
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    guard (try? handle.write(contentsOf: Data((text.isEmpty ? "" : text + "\n").utf8))) != nil else { return nil }
    try? handle.close()
    // Through the shell: people put options into these variables.
    let command = "exec ${VISUAL:-${EDITOR:-vi}} \"$1\""
    guard let status = Session.runForeground(["sh", "-c", command, "thuis", path]), status != 127 else { return nil }
    guard var left = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    while left.last?.isNewline == true { left.removeLast() }
    return left
  }
}
