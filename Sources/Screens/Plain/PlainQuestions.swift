import Journey

// Which fields of a form are asked one by one, and which stand filled in beside.
extension FormState {
  /// Fields of a contact that are nearly always as they are filled in: with whoever has the turn, by phone, today.
  private static let seldom: Set = ["party", "name", "organisation", "channel", "turn", "day"]

  /// Something is filled in that is not asked.
  var hasBeside: Bool { purpose == .act(.contact) }

  /// What it comes to is said, and asked, before it is recorded.
  var isLookedAtFirst: Bool { !many.isEmpty || purpose == .act(.share) }

  /// Places of the fields that are asked; of a contact what was said and when next, and whom where nobody is filled in.
  var questions: [Int] {
    guard hasBeside else { return Array(fields.indices) }
    let knowsWhom = ownFields.contains("party") || defaults["party"]?.isEmpty == false
    return fields.indices.filter { index in
      let name = fields[index].name
      return !Self.seldom.contains(name) || !knowsWhom && ["party", "name", "organisation"].contains(name)
    }
  }

  /// `hoe bezoek`: the field that is called so, or begins so as the only one, and what stands behind its name.
  func field(called line: String, _ language: Language) -> (index: Int, answer: String)? {
    let words = line.split(separator: " ").map(String.init)
    for count in (1...max(1, words.count)).reversed() where count <= words.count {
      let head = Folding.key(words.prefix(count).joined(separator: " "))
      let labels = fields.map { Folding.key($0.label[language]) }
      let found = labels.firstIndex(of: head).map { [$0] } ?? labels.indices.filter { labels[$0].hasPrefix(head) }
      if !head.isEmpty, found.count == 1 { return (found[0], words.dropFirst(count).joined(separator: " ")) }
    }
    return nil
  }

  /// What an answer changed in other fields: `Wie is nu School. Daarom leeg: naam (was M. de Wit).`; nil where it did not.
  ///
  /// - Parameter before: what stood in the fields before it.
  func followed(_ answered: Field, _ before: [String: String]) -> String? {
    let l = language
    let changes = fields.compactMap { field -> (isEmpty: Bool, text: String)? in
      let (was, now) = (before[field.name] ?? "", lines[field.name]?.text ?? "")
      guard field.name != answered.name, !was.isEmpty, was != now else { return nil }
      return (now.isEmpty, field.label[l].lowercasedFirst + (now.isEmpty ? "" : " " + now) + " (was \(was))")
    }
    guard !changes.isEmpty else { return nil }
    let now = lines[answered.name]?.text ?? ""
    var sentences = ["\(answered.label[l].capitalizedFirst) " + Phrase("is nu ", "is now ")[l] + now]
    for (isEmpty, head) in [(true, Phrase("Daarom leeg: ", "So empty: ")), (false, Phrase("Daarom ", "So "))] {
      let told = changes.filter { $0.isEmpty == isEmpty }.map { $0.text }
      if !told.isEmpty { sentences.append(head[l] + told.joined(separator: ", ")) }
    }
    return sentences.joined(separator: ". ") + "."
  }
}
