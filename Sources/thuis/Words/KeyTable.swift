import Preferences
import Screens

/// The key card of the README, in Markdown: lists left, an open dossier right, and below them what other screens have
/// more; with the keys that the settings choose.
enum KeyTable {
  static func text(_ preferences: Preferences) -> String {
    let parts = KeyCard.parts(preferences)
    return table(parts.prefix(2)) + "\n" + table(parts.dropFirst(2))
  }

  private static func table(_ parts: ArraySlice<KeyCard.Part>) -> String {
    let columns = parts.map { cells($0.lines) }
    let head = parts.map { "key | \($0.place)" }.joined(separator: " | ")
    var lines = ["| \(head) |", "|" + String(repeating: "---|", count: columns.count * 2)]
    for row in 0..<(columns.map(\.count).max() ?? 0) {
      let cells = columns.map { row < $0.count ? $0[row] : " | " }
      lines.append("| \(cells.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func cells(_ lines: [KeyCard.Line]) -> [String] {
    lines.map { line in
      let keys = line.keys.map { "`\($0 == "|" ? "\\|" : $0)`" }.joined(separator: " ")
      let name = line.name.nl == line.name.en ? line.name.nl : "\(line.name.nl) · \(line.name.en)"
      return "\(keys) | \(name)"
    }
  }
}
