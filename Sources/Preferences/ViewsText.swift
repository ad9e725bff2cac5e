import Casebook
import Journey
import Yams

/// Saved views as YAML: a list of name, rows (where they are people), filter, sort and columns.
enum ViewsText {
  enum Part: String, CaseIterable { case name, rows, filter, sort, columns }

  static let heading = "# Thuis: uw eigen weergaven / your own views\n"

  static func write(_ views: [SavedView]) throws -> String {
    let nodes = views.map { view in
      var parts: [(Part, Node)] = [(.name, scalar(view.name))]
      if view.rows != .dossiers { parts.append((.rows, scalar(view.rows.rawValue))) }
      if !view.filter.isEmpty { parts.append((.filter, scalar(view.filter))) }
      if !view.sort.isEmpty { parts.append((.sort, scalar(text(view.sort)))) }
      if !view.columns.isEmpty {
        parts.append((.columns, Node(view.columns.map { scalar($0.text) }, .implicit, .flow)))
      }
      return Node(parts.map { (Node($0.0.rawValue), $0.1) })
    }
    // Unbroken lines: a filter is one line for whoever reads along.
    let list = try Yams.serialize(node: Node(nodes), width: -1, allowUnicode: true, sortKeys: false)
    return heading + list
  }

  /// In words that do not depend on the language.
  private static func text(_ keys: [SortKey]) -> String {
    keys.map { ($0.isReversed ? "-" : "") + $0.by.rawValue }.joined(separator: ",")
  }

  private static func scalar(_ text: String) -> Node { Node(text, .implicit, plain(text) ? .any : .doubleQuoted) }

  /// Words that mean nothing else to a reader of YAML, now or in another program.
  private static func plain(_ text: String) -> Bool {
    text.first?.isLetter == true && text.last != " "
      && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789 -_.".unicodeScalars.contains($0) }
      && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
  }

  /// Every view that can be read, and what is wrong with the others.
  static func read(_ text: String, path: String) -> (views: [SavedView], mistakes: [ConfigMistake]) {
    var mistakes = MistakeList(path: path)
    let document = YamlDocument(text)
    mistakes.add(document.mistakes)
    var views: [SavedView] = []
    if let root = document.root {
      if let items = root.sequence {
        for item in items { if let view = view(item, views, &mistakes) { views.append(view) } }
      } else if !(root.string ?? "?").isEmpty {
        mistakes.add(
          root, Phrase("verwacht een lijst: - name: te laat", "expected a list: - name: overdue"))
      }
    }
    return (views, mistakes.inOrder)
  }

  private static func view(_ node: Node, _ former: [SavedView], _ mistakes: inout MistakeList) -> SavedView? {
    guard let parts = node.mapping else {
      mistakes.add(node, Phrase("verwacht name: en filter:", "expected name: and filter:"))
      return nil
    }
    var view = SavedView(name: "")
    var isWhole = true
    for (key, value) in parts {
      let count = mistakes.found.count
      switch Part(rawValue: key.string ?? "") {
      case .name: view.name = text(value, key, &mistakes)
      case .rows: view.rows = rows(value, key, &mistakes)
      case .filter: view.filter = value.string == "" ? "" : text(value, key, &mistakes)
      case .sort: view.sort = sort(value, &mistakes)
      case .columns: view.columns = ShownColumn.list(value, &mistakes) ?? []
      case nil:
        mistakes.add(
          key, .unknown(Phrase("onderdeel", "part"), key.string ?? "", among: Part.allCases.map(\.rawValue)))
      }
      if mistakes.found.count > count { isWhole = false }
    }
    if isWhole, let fault = fault(view) {
      mistakes.add(node, fault)
      return nil
    }
    if isWhole, view.name.isEmpty {
      mistakes.add(node, Phrase("een weergave heeft een naam nodig (name:)", "a view needs a name (name:)"))
      return nil
    }
    if former.contains(where: { $0.isNamed(view.name) }) {
      mistakes.add(
        node, Phrase("de naam \"\(view.name)\" staat er al", "the name \"\(view.name)\" is there already"))
      return nil
    }
    return isWhole ? view : nil
  }

  private static func rows(_ value: Node, _ key: Node, _ mistakes: inout MistakeList) -> SavedView.Rows {
    if let rows = value.string.flatMap(SavedView.Rows.init(rawValue:)) { return rows }
    mistakes.add(
      value.known ?? key,
      Phrase("rows: verwacht dossiers of people (mensen)", "rows: expected dossiers or people"))
    return .dossiers
  }

  /// What people cannot be shown by.
  private static func fault(_ view: SavedView) -> Phrase? {
    guard view.rows == .people else {
      let isOfPeople = view.sort.contains { !SortKey.By.ofDossiers.contains($0.by) }
      return isOfPeople ? Phrase("sort: dat is een volgorde van mensen", "sort: that is an order of people") : nil
    }
    if NetworkQuery.Order(view.sort) == nil {
      return Phrase(
        "sort: van mensen verwacht stil, aanzet, reactie, afspraken of naam",
        "sort: of people expected silent, turn, answers, kept or name")
    }
    return view.columns.isEmpty
      ? nil : Phrase("columns: mensen hebben vaste kolommen", "columns: those of people are fixed")
  }

  private static func text(_ value: Node, _ key: Node, _ mistakes: inout MistakeList) -> String {
    if let text = value.string, !text.isEmpty { return text }
    let name = key.string ?? ""
    mistakes.add(value.known ?? key, Phrase("\(name): verwacht tekst", "\(name): expected text"))
    return ""
  }

  private static func sort(_ node: Node, _ mistakes: inout MistakeList) -> [SortKey] {
    let text = node.string ?? (node.sequence ?? []).compactMap(\.string).joined(separator: ",")
    if let keys = SortKey.read(text) ?? NetworkQuery.Order(named: text)?.sort { return keys }
    let (nl, en) = (\SortKey.By.name.nl, \SortKey.By.name.en)
    func all(_ name: KeyPath<SortKey.By, String>) -> String {
      SortKey.By.ofDossiers.map { $0[keyPath: name] }.joined(separator: ", ")
    }
    mistakes.add(
      node,
      Phrase(
        "sort: verwacht een of meer van \(all(nl)), met - ervoor andersom",
        "sort: expected one or more of \(all(en)), with - before it the other way round"))
    return []
  }
}
