/// Digits that belong together in a text: whatever stands between them that is no letter, up to three signs.
struct DigitRun {
  /// As it stands in the text.
  var written: String
  var groups: [String]
  /// What stands between them: one less than there are groups.
  var signs: [String]
  var digits: String { groups.joined() }

  /// So many groups next to each other, with the same sign between them.
  func windows(of count: Int) -> [DigitRun] {
    guard groups.count >= count else { return [] }
    return (0...groups.count - count).compactMap { start in
      let signs = Array(self.signs[start..<start + count - 1])
      guard Set(signs).count == 1 else { return nil }
      let groups = Array(self.groups[start..<start + count])
      return DigitRun(written: groups.joined(separator: signs[0]), groups: groups, signs: signs)
    }
  }

  /// In order. Digits of other scripts are read as what they are.
  static func all(in text: String) -> [DigitRun] {
    let letters = Array(text)
    func digit(_ index: Int) -> Int? {
      guard letters.indices.contains(index), let number = letters[index].wholeNumberValue, (0...9).contains(number)
      else { return nil }
      return number
    }
    var runs: [DigitRun] = []
    var at = 0
    while at < letters.count {
      guard digit(at) != nil else {
        at += 1
        continue
      }
      let start = at
      var (end, groups, signs) = (at, [""], [String]())
      while let number = digit(at) {
        groups[groups.count - 1] += String(number)
        at += 1
        end = at
        guard digit(at) == nil else { continue }
        let next = (at..<min(at + 4, letters.count)).first { digit($0) != nil }
        guard let next, letters[at..<next].allSatisfy({ !$0.isLetter }) else { break }
        groups.append("")
        signs.append(String(letters[at..<next]))
        at = next
      }
      runs.append(DigitRun(written: String(letters[start..<end]), groups: groups, signs: signs))
    }
    return runs
  }
}

/// `3531 AB`, `3531ab 12`.
enum Postcode {
  /// Two letters that are a word where they stand apart from the number and nothing follows: `in 2026 is`.
  private static let words: Set<String> = [
    "en", "is", "er", "op", "of", "om", "de", "in", "te", "we", "ze", "bij", "na", "zo", "al", "ze", "me", "je", "ik",
    "to", "at", "on", "by", "it", "as", "an", "or", "if", "so", "no", "he", "be", "do", "us", "up", "my",
  ]

  static func first(in text: String) -> String? {
    let letters = Array(text)
    func isDigit(_ index: Int) -> Bool { letters.indices.contains(index) && letters[index].wholeNumberValue != nil }
    func isLetter(_ index: Int) -> Bool { letters.indices.contains(index) && letters[index].isLetter }
    guard letters.count >= 6 else { return nil }
    for start in 0...letters.count - 6 {
      guard !isDigit(start - 1), (start..<start + 4).allSatisfy(isDigit), !isDigit(start + 4) else { continue }
      let from = letters[start + 4].isWhitespace ? start + 5 : start + 4
      guard isLetter(from), isLetter(from + 1), !isLetter(from + 2) else { continue }
      let pair = String(letters[from...from + 1])
      let isApart = from > start + 4
      if isApart, pair != pair.uppercased(), words.contains(pair.lowercased()) { continue }
      return String(letters[start...from + 1])
    }
    return nil
  }
}
