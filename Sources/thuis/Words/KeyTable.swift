import Preferences
import Screens

/// The key card of the README, in Markdown: lists left, an open dossier right; with the keys
/// that the settings choose.
enum KeyTable {
  static func text(_ preferences: Preferences) -> String {
    let (lists, dossier) = (cells(KeyCard.onLists(preferences)), cells(KeyCard.onDossier(preferences)))
    var lines = ["| key | on a list, and everywhere | key | on a dossier |", "|---|---|---|---|"]
    for row in 0..<max(lists.count, dossier.count) {
      func cell(_ cells: [String]) -> String { row < cells.count ? cells[row] : " | " }
      lines.append("| \(cell(lists)) | \(cell(dossier)) |")
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
