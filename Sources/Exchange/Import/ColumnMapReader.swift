import Journey
import Yams

/// Reads a map file and keeps every mistake with its line.
struct ColumnMapReader {
  private(set) var mistakes: [ColumnMap.Mistake] = []

  mutating func map(_ yaml: String) -> ColumnMap {
    var map = ColumnMap()
    let root: Node?
    do { root = try Yams.compose(yaml: yaml) } catch let error as YamlError {
      miss(Self.line(of: error), Phrase("geen geldige YAML", "not valid YAML"))
      return map
    } catch {
      miss(1, Phrase("geen geldige YAML", "not valid YAML"))
      return map
    }
    guard let parts = root?.mapping else {
      miss(1, Phrase("verwacht onderdelen zoals columns:", "expected parts such as columns:"))
      return map
    }
    for (key, value) in parts {
      switch key.string ?? "" {
      case "columns": eachColumn(value) { reader, column, node in map.columns[column] = reader.origin(node) }
      case "constants":
        eachColumn(value) { reader, column, node in map.constants[column] = reader.text(node) }
      case "values": eachColumn(value) { reader, column, node in map.values[column] = reader.translations(node) }
      case "filters": map.filters = list(value).compactMap { filter($0) }
      case "ignore": map.ignored = Set(list(value).compactMap { text($0).map(Folding.key) })
      case let part:
        let expected = "columns, constants, values, filters, ignore"
        miss(
          key,
          Phrase(
            "onbekend onderdeel \"\(part)\"; verwacht \(expected)", "unknown part \"\(part)\"; expected \(expected)"))
      }
    }
    return map
  }

  private mutating func eachColumn(_ node: Node, _ body: (inout ColumnMapReader, Column, Node) -> Void) {
    guard let mapping = node.mapping else {
      miss(node, Phrase("verwacht regels kolom: waarde", "expected lines column: value"))
      return
    }
    for (key, value) in mapping {
      let name = key.string ?? ""
      if let column = Column.named(name) {
        body(&self, column, value)
      } else {
        let all = Column.allCases.map(\.rawValue).joined(separator: ", ")
        miss(
          key, Phrase("Thuis kent geen kolom \"\(name)\"; wel \(all)", "Thuis has no column \"\(name)\"; it has \(all)")
        )
      }
    }
  }

  private mutating func origin(_ node: Node) -> ColumnMap.Origin? {
    guard let mapping = node.mapping else {
      return text(node).map { ColumnMap.Origin(column: $0, separator: nil) }
    }
    only(["column", "separator"], in: mapping)
    guard let column = mapping["column"], let name = text(column) else {
      miss(node, Phrase("column ontbreekt", "column is missing"))
      return nil
    }
    return ColumnMap.Origin(column: name, separator: mapping["separator"].flatMap { text($0) })
  }

  private mutating func translations(_ node: Node) -> [String: String]? {
    guard let mapping = node.mapping else {
      miss(node, Phrase("verwacht regels hun waarde: onze waarde", "expected lines their value: our value"))
      return nil
    }
    var found: [String: String] = [:]
    for (key, value) in mapping {
      if let theirs = text(key), let ours = text(value) { found[Folding.key(theirs)] = ours }
    }
    return found
  }

  private mutating func filter(_ node: Node) -> ColumnMap.Filter? {
    guard let mapping = node.mapping else {
      miss(node, Phrase("verwacht column:, accept: en reason:", "expected column:, accept: and reason:"))
      return nil
    }
    only(["column", "separator", "accept", "reason"], in: mapping)
    guard let column = mapping["column"].flatMap({ text($0) }) else {
      miss(node, Phrase("column ontbreekt", "column is missing"))
      return nil
    }
    let accept = Set((mapping["accept"].map { list($0) } ?? []).compactMap { text($0).map(Folding.key) })
    if accept.isEmpty {
      miss(node, Phrase("accept: verwacht een lijst van waarden", "accept: expected a list of values"))
      return nil
    }
    var reason = ColumnMap.Filter.Reason.words(
      Phrase("\(column) is {value}", "\(column) is {value}"))
    if let given = mapping["reason"] {
      if let words = given.mapping, let nl = words["nl"]?.string, let en = words["en"]?.string {
        reason = .words(Phrase(nl, en))
      } else if given.string == "residence-title" {
        reason = .residenceTitle
      } else {
        miss(
          given,
          Phrase(
            "reason: verwacht residence-title, of nl: en en: met de woorden",
            "reason: expected residence-title, or nl: and en: with the words"))
      }
    }
    return ColumnMap.Filter(
      column: column, separator: mapping["separator"].flatMap { text($0) }, accept: accept, reason: reason)
  }

  private mutating func only(_ known: Set<String>, in mapping: Node.Mapping) {
    for (key, _) in mapping where !known.contains(key.string ?? "") {
      let all = known.sorted().joined(separator: ", ")
      miss(
        key,
        Phrase(
          "onbekend veld \"\(key.string ?? "")\"; verwacht \(all)",
          "unknown field \"\(key.string ?? "")\"; expected \(all)"))
    }
  }

  private func list(_ node: Node) -> [Node] { node.sequence.map(Array.init) ?? [node] }

  /// A scalar as it was written: `0336` stays `0336`.
  private mutating func text(_ node: Node) -> String? {
    if let text = node.scalar?.string { return text }
    miss(node, Phrase("verwacht een woord of getal", "expected a word or number"))
    return nil
  }

  private mutating func miss(_ node: Node, _ reason: Phrase) { miss(node.mark?.line ?? 1, reason) }
  private mutating func miss(_ line: Int, _ reason: Phrase) {
    mistakes.append(ColumnMap.Mistake(line: line, reason: reason))
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: 1
    }
  }
}
