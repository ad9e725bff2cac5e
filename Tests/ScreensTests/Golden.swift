import Foundation
import Testing

/// A file beside the tests that says what a frame was agreed to be; `THUIS_UPDATE_GOLDENS=1` writes it anew.
struct Golden {
  let name: String

  func expect(_ text: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)")
    if ProcessInfo.processInfo.environment["THUIS_UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    // Bytes: a string is equal to another that is composed otherwise.
    if Array(text.utf8) == Array(golden.utf8) { return }
    let (new, agreed) = (lines(text), lines(golden))
    let at = new.indices.first { !agreed.indices.contains($0) || new[$0] != agreed[$0] } ?? new.count
    func line(_ lines: [Substring]) -> String { lines.indices.contains(at) ? String(lines[at]) : "(nothing)" }
    Issue.record("\(name), line \(at + 1)\nagreed: \(line(agreed))\nnow:    \(line(new))")
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
