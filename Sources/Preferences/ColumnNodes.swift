import Casebook
import Journey
import Yams

extension ShownColumn {
  /// Columns to a screen row that can still be read.
  public static let widths = 4...80

  /// `name`, or `name:24` with a width in columns of the screen; nil when there is no such column or width.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let column = Column(named: String(parts.first ?? "")), parts.count <= 2 else { return nil }
    guard parts.count == 2 else {
      self.init(column)
      return
    }
    guard let width = Int(parts[1].filter { $0 != " " }), Self.widths ~= width else { return nil }
    self.init(column, width: width)
  }

  /// As it is written in a file.
  public var text: String { width.map { "\(column.rawValue):\($0)" } ?? column.rawValue }

  /// A list of columns, or one text with commas; nil when one of them is wrong.
  static func list(_ node: Node, _ mistakes: inout MistakeList) -> [ShownColumn]? {
    let words: [(String, Node)]
    if let items = node.sequence {
      words = items.map { ($0.string ?? "", $0) }
    } else {
      words = (node.string ?? "").split(separator: ",").map { (String($0), node) }
    }
    let example = Phrase(
      "verwacht een lijst als [due, name:24, stage]", "expected a list such as [due, name:24, stage]")
    guard !words.isEmpty else {
      mistakes.add(node, example)
      return nil
    }
    var columns: [ShownColumn] = []
    var isWhole = true
    for (word, node) in words {
      if let column = ShownColumn(word), !columns.contains(where: { $0.column == column.column }) {
        columns.append(column)
      } else {
        mistakes.add(node, reason(word))
        isWhole = false
      }
    }
    return isWhole ? columns : nil
  }

  private static func reason(_ word: String) -> Phrase {
    let name = String(word.prefix { $0 != ":" }).filter { $0 != " " }
    guard let column = Column(named: name) else {
      return .unknown(Phrase("kolom", "column"), name, among: Column.allCases.map(\.rawValue))
    }
    if ShownColumn(word) != nil {
      return Phrase("kolom \(column.rawValue) staat er al", "column \(column.rawValue) is there already")
    }
    let (low, high) = (widths.lowerBound, widths.upperBound)
    return Phrase(
      "\(name): verwacht een breedte van \(low) tot \(high), als \(name):24",
      "\(name): expected a width from \(low) to \(high), such as \(name):24")
  }
}
