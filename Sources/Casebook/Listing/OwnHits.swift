import Journey

/// Households that a text is about by their own number or name, before those that only mention it.
enum OwnHits {
  /// A full case number.
  case number(DossierID)
  /// Every word begins a word of the name.
  case named([String])
  /// The name itself begins with the first of them, the longest: found along the names, however many texts have the words.
  case begun([String])

  /// - Parameter manyHits: there are too many texts with the words to look at each.
  init?(_ words: Words, manyHits: Bool) {
    if let number = words.number {
      self = .number(number)
    } else if words.all.isEmpty || words.all.contains(where: { $0.contains(where: \.isNumber) }) {
      return nil
    } else {
      self = manyHits ? .begun(words.all.sorted { $0.count > $1.count }) : .named(words.all)
    }
  }

  var condition: SQL {
    switch self {
    case .number(let id): SQL("dossier.id = ?", [id.value])
    case .named(let words): .joined(words.map(FilterSQL.wordOfName), "AND", none: "1")
    case .begun(let words):
      .joined([FilterSQL.beginning(words[0])] + words.dropFirst().map(FilterSQL.wordOfName), "AND", none: "1")
    }
  }

  /// Where they are walked; nil: among all hits.
  var from: String? {
    switch self {
    case .number: "dossier NOT INDEXED"
    case .named: nil
    case .begun: "dossier INDEXED BY by_surname"
    }
  }

  /// The same as the condition, of a row that was read.
  func has(_ row: Row) -> Bool {
    func isWord(_ word: String) -> Bool { (" " + row.sortName).contains(" " + word) }
    return switch self {
    case .number(let id): row.id == id
    case .named(let words): words.allSatisfy(isWord)
    case .begun(let words):
      row.sortName.utf8.starts(with: words[0].utf8) && words.dropFirst().allSatisfy(isWord)
    }
  }
}
