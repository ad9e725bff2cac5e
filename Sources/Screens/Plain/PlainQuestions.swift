import Journey

// Which fields of a form are asked one by one, and which stand filled in beside.
extension FormState {
  /// Fields of a contact that are nearly always as they are filled in: with whoever has the turn, by phone, today.
  private static let seldom: Set = ["party", "name", "organisation", "channel", "turn", "day"]

  /// Something is filled in that is not asked.
  var hasBeside: Bool { purpose == .act(.contact) }

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
}
