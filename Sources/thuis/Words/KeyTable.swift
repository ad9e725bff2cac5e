import Screens

/// The key card of the README, in Markdown: lists left, an open dossier right.
enum KeyTable {
  static var text: String {
    let (lists, dossier) = (cells(KeyCard.onLists), cells(KeyCard.onDossier))
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
