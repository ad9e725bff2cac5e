/// Ways of writing that name somebody or a place whoever it is: a title before a name, a street with a number.
enum Naming {
  private static let titles: Set<String> = [
    "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "familie", "fam", "mr", "mrs", "ms", "miss", "mister",
    "family",
  ]
  /// What somebody is to a household: a capital behind it begins a name.
  private static let relations: Set<String> = [
    "buurvrouw", "buurman", "vriend", "vriendin", "kennis", "collega", "vrijwilliger", "vrijwilligster", "zus", "broer",
    "moeder", "vader", "zoon", "dochter", "oom", "tante", "opa", "oma", "neef", "nicht", "neighbour", "friend",
    "colleague", "volunteer", "sister", "brother", "mother", "father", "son", "daughter", "uncle", "aunt", "cousin",
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

  /// `buurvrouw Els`; `Fatma Yildiz van de corporatie`, where two capitals and whom they are of say a person.
  static func related(in text: String) -> String? {
    let words = words(text)
    for (index, word) in words.enumerated().dropLast() {
      let next = words[index + 1]
      guard isName(next) else { continue }
      if relations.contains(key(word)) { return "\(word) \(next)" }
      guard isName(word), words.indices.contains(index + 3), ["van", "of", "from"].contains(words[index + 2]),
        ["de", "het", "the"].contains(words[index + 3])
      else { continue }
      return "\(word) \(next)"
    }
    return nil
  }

  /// A capital and small letters, and no place or organisation that everybody has.
  private static func isName(_ word: String) -> Bool {
    guard word.first?.isUppercase == true, word.count > 1, word.dropFirst().allSatisfy(\.isLowercase) else {
      return false
    }
    return !namesNobody.contains(key(word))
  }

  private static let organisations = [
    "Nidos", "Vluchtelingenwerk", "Team", "Wijkteam", "Afdeling", "Bureau", "Dienst", "Loket", "Stichting",
    "Woonstichting",
    "Vereniging", "Gemeente", "Provincie", "Regio", "Department", "Office", "Council", "Foundation", "Association",
  ]

  private static let namesNobody = Set(
    (Reference.municipalities.map(\.name) + Reference.provinces.map(\.name) + organisations).flatMap {
      Folding.key($0).split(separator: " ").map(String.init)
    })

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
