/// The word somebody meant when they typed another, for "did you mean".
public enum Nearest {
  /// nil when none of them looks like a slip of the hand.
  public static func word(_ typed: String, among words: [String]) -> String? {
    let key = Array(Folding.key(typed).utf8)
    let limit = EditDistance.tolerance(length: key.count)
    let apart = words.compactMap { word in
      EditDistance.between(key, Array(Folding.key(word).utf8), limit: limit).map { (distance: $0, word: word) }
    }
    return apart.min { $0.distance < $1.distance }?.word
  }
}

extension Phrase {
  /// `onbekende optie "tema": bedoelde u theme?`, or which there are: of many the first.
  /// - Parameters:
  ///   - what: `optie`, `option`.
  ///   - meant: the one that was meant, where that is known.
  public static func unknown(
    _ what: Phrase, _ typed: String, among words: [String], meant: String? = nil
  ) -> Phrase {
    let said = Phrase("onbekende \(what.nl) \"\(typed)\"", "unknown \(what.en) \"\(typed)\"")
    if let nearest = meant ?? Nearest.word(typed, among: words) {
      return said + Phrase(": bedoelde u \(nearest)?", ": did you mean \(nearest)?")
    }
    // More than a line has room for nobody reads.
    let most = words.count > 16 ? 12 : words.count
    let (all, left) = (words.prefix(most).joined(separator: ", "), words.count - most)
    let more = left > 0 ? Phrase(" en nog \(left)", " and \(left) more") : Phrase(same: "")
    return said + Phrase(": verwacht \(all)", ": expected \(all)") + more
  }
}
