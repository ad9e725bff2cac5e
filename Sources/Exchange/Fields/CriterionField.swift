import Journey

extension Fields {
  /// `familie Utrecht; behandeling: Amersfoort`: hard placement criteria, each with the place where it holds. Words
  /// outside the list are named in the note and not taken over (AVG art. 9).
  public static func criteria(_ text: String) -> FieldReading<[Criterion]> {
    let whole = Folding.key(text)
    if saysNothing(whole) || ["geen", "nee", "none", "no"].contains(whole) { return .empty }
    var found: [Criterion] = []
    var unknown: [String] = []
    for piece in text.split(whereSeparator: { ";,|+&\n\r\r\n".contains($0) }) {
      let written = String(piece).trimmingSpaces()
      if written.isEmpty { continue }
      if let criterion = criterion(written) {
        if !found.contains(criterion) { found.append(criterion) }
      } else {
        unknown.append(written)
      }
    }
    guard !unknown.isEmpty else { return found.isEmpty ? .empty : .value(found) }
    let list = unknown.joined(separator: ", ")
    return .value(
      found,
      repair: Phrase("Niet herkend en niet overgenomen: \(list).", "Not recognised and not taken over: \(list)."))
  }

  private static func criterion(_ text: String) -> Criterion? {
    let key = Folding.key(text)
    for (kind, names) in criterionWords {
      guard let name = names.first(where: { key == $0 || key.hasPrefix($0 + " ") }) else { continue }
      var words = key.dropFirst(name.count).split(separator: " ")
      while let first = words.first, ["in", "te", "at", "near", "bij", "nabij", "regio"].contains(first) {
        words.removeFirst()
      }
      if words.isEmpty { return Criterion(kind) }
      let place = words.joined(separator: " ")
      if let municipality = Reference.findMunicipality(place).municipality {
        return Criterion(kind, place: municipality.code)
      }
      // What follows may be a story about a person; a place is short.
      guard words.count <= 3, place.utf8.count <= 40 else { return nil }
      return Criterion(kind, place: written(place, in: text))
    }
    return nil
  }

  /// The place as it was written, with its capitals, where it stands at the end of the text.
  private static func written(_ place: String, in text: String) -> String {
    let words = text.split { $0 == " " || $0 == ":" }
    for start in words.indices where Folding.key(words[start...].joined(separator: " ")) == place {
      return words[start...].joined(separator: " ")
    }
    return place
  }

  private static let criterionWords: [(Criterion.Kind, [String])] = [
    (.familyReunion, ["gezinshereniging", "nareis", "family reunion", "familyreunion"]),
    (.family, ["eerstegraads familie", "familie", "gezin", "partner", "family"]),
    (.treatment, ["medische behandeling", "behandeling", "medical treatment", "treatment"]),
    (.job, ["arbeidscontract", "baan", "werk", "job", "work"]),
    (.study, ["opleiding", "studie", "study", "education"]),
  ]
}
