/// Ways of writing that name somebody or a place whoever it is: a title before a name, a street with a number.
enum Naming {
  private static let titles: Set<String> = [
    "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "familie", "fam", "mr", "mrs", "ms", "miss", "mister",
    "family",
  ]
  /// They may stand between a title and the name.
  private static let particles: Set<String> = ["van", "de", "den", "der", "het", "ten", "ter", "al", "el", "von"]
  private static let streets = [
    "straat", "weg", "laan", "plein", "kade", "gracht", "dijk", "singel", "hof", "dreef", "steeg", "plantsoen",
    "street",
    "road", "lane", "avenue",
  ]

  /// `mevrouw Jansen`, `dhr. van Dam`.
  static func titled(in text: String) -> String? {
    let words = words(text)
    for (index, word) in words.enumerated() where titles.contains(key(word)) {
      var end = index + 1
      while end < words.count, particles.contains(key(words[end])) { end += 1 }
      guard end < words.count, let first = words[end].first, first.isUppercase else { continue }
      return words[index...end].joined(separator: " ")
    }
    return nil
  }

  /// `Molenweg 119`.
  static func address(in text: String) -> String? {
    let words = words(text)
    for (street, number) in zip(words, words.dropFirst()) {
      guard street.first?.isUppercase == true, key(street) != "onderweg", number.first?.isNumber == true,
        streets.contains(where: { key(street).hasSuffix($0) && key(street).count > $0.count })
      else { continue }
      return "\(street) \(number)"
    }
    return nil
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { word in
      let trimmed = word.drop { !$0.isLetter && !$0.isNumber }
      return String(trimmed.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
    }
  }

  private static func key(_ word: String) -> String { Folding.key(word) }
}
