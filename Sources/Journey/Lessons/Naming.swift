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
    "wethouder", "burgemeester", "alderman", "mayor",
  ]
  /// They may stand between a title and the name.
  private static let particles: Set<String> = ["van", "de", "den", "der", "het", "ten", "ter", "al", "el", "von"]
  private static let streets = [
    "straat", "weg", "laan", "plein", "kade", "gracht", "dijk", "singel", "hof", "dreef", "steeg", "plantsoen",
    "street",
    "road", "lane", "avenue",
  ]

  /// A word without the marks around it.
  private struct Word {
    let text: String
    /// No mark stands between it and the next: they may be one name.
    let goesOn: Bool
    /// Letters with a dot behind each: `R.`, `J.P.`
    let isInitials: Bool
    /// The first of the text or of a sentence in it.
    let begins: Bool
  }

  /// `mevrouw Jansen`, `dhr. van Dam`.
  static func titled(in text: String) -> String? {
    let words = words(text).map(\.text)
    for (index, word) in words.enumerated() where titles.contains(key(word)) {
      var end = index + 1
      while end < words.count, particles.contains(key(words[end])) { end += 1 }
      guard end < words.count, let first = words[end].first, first.isUppercase else { continue }
      return words[index...end].joined(separator: " ")
    }
    return nil
  }

  /// `mevrouw de vries`, `dhr. hassan`: written small. Behind these titles stands a name, or a word that says nobody.
  static func titledSmall(in text: String) -> String? {
    let words = words(text)
    for (index, word) in words.enumerated() {
      let title = key(word.text)
      guard smallTitles.contains(title), word.goesOn || title.count <= 4 else { continue }
      var end = index + 1
      while end < words.count - 1, words[end].goesOn, particles.contains(key(words[end].text)) { end += 1 }
      guard end < words.count else { continue }
      let (name, isBehindParticle) = (key(words[end].text), end > index + 1)
      guard name.count > 1, words[end].text.allSatisfy({ $0.isLetter || $0 == "-" }), !saysNobody(name),
        isBehindParticle || !isDone(name), !words[index + 1..<end].contains(where: { key($0.text) == "het" })
      else { continue }
      return words[index...end].map(\.text).joined(separator: " ")
    }
    return nil
  }

  private static let smallTitles: Set<String> = [
    "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "mr", "mrs", "buurvrouw", "buurman",
  ]

  private static func saysNobody(_ key: String) -> Bool {
    openers.contains(key) || behindTitles.contains(key) || counted.contains(key) || particles.contains(key)
      || relations.contains(key) || places.contains(key) || isOrganisation(key)
  }

  /// What somebody does or did: `mevrouw belde`, `meneer helpt`.
  private static func isDone(_ key: String) -> Bool {
    ["t", "de", "te"].contains(where: key.hasSuffix) && !namesLikeVerbs.contains(key)
  }

  /// `buurvrouw Els`; `Fatma Yildiz van de corporatie`, where two capitals and whom they are of say a person.
  static func related(in text: String) -> String? {
    let words = words(text)
    for (index, word) in words.enumerated().dropLast() where word.goesOn {
      let next = words[index + 1].text
      guard isName(next) else { continue }
      if relations.contains(key(word.text)) { return "\(word.text) \(next)" }
      guard isName(word.text), words.indices.contains(index + 3),
        ["van", "of", "from"].contains(words[index + 2].text), ["de", "het", "the"].contains(words[index + 3].text)
      else { continue }
      return "\(word.text) \(next)"
    }
    return nil
  }

  /// `R. Bos`, `Ahmed Hassan`, `Els de Vries`, and the account `k.huisman`.
  ///
  /// - Parameter known: words of names of organisations, folded.
  static func named(in text: String, besides known: Set<String>) -> String? {
    let words = words(text)
    func isSomebody(_ word: String) -> Bool {
      let key = key(word)
      return isName(word) && !openers.contains(key) && !known.contains(key)
    }
    for (index, word) in words.enumerated() {
      if isAccount(word.text) { return word.text }
      guard word.isInitials || word.goesOn && isSomebody(word.text) else { continue }
      var end = index + 1
      while end < words.count - 1, words[end].goesOn, particles.contains(key(words[end].text)) { end += 1 }
      guard end < words.count, isSomebody(words[end].text) else { continue }
      return words[index...end].map(\.text).joined(separator: " ")
    }
    return nil
  }

  /// `k.huisman`: a letter or two, a dot, a surname.
  private static func isAccount(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...2).contains(parts[0].count) && parts[1].count >= 3
      && parts.allSatisfy { $0.allSatisfy(\.isLetter) }
  }

  /// A capital and small letters, also on both sides of a hyphen, and no place or organisation that everybody has.
  private static func isName(_ word: String) -> Bool {
    let parts = word.split(separator: "-")
    return !parts.isEmpty
      && parts.allSatisfy { part in
        guard part.first?.isUppercase == true, part.count > 1, part.dropFirst().allSatisfy(\.isLowercase) else {
          return false
        }
        let key = key(String(part))
        return !places.contains(key) && !isOrganisation(key)
      }
  }

  private static let places: Set<String> = {
    let names = Reference.municipalities.flatMap { [$0.name, $0.dailyName] } + Reference.provinces.map(\.name)
    return Set(names.flatMap { Folding.key($0).split(separator: " ").map(String.init) })
  }()

  /// `Molenweg 119`, `Lange Voorhout 12`, `nummer 12 aan de Dorpsweg`.
  static func address(in text: String) -> String? {
    let words = words(text)
    for (index, word) in words.enumerated().dropLast() {
      let next = words[index + 1]
      if isStreet(word.text), next.text.first?.isNumber == true { return "\(word.text) \(next.text)" }
      if word.goesOn, isHouseNumber(next.text), !word.begins, isName(word.text), !isSaidWithNumber(word.text),
        !words.indices.contains(index + 2) || !counted.contains(key(words[index + 2].text))
      {
        return "\(word.text) \(next.text)"
      }
      guard ["nummer", "nr", "huisnummer", "number", "no"].contains(key(word.text)), isHouseNumber(next.text),
        words.indices.contains(index + 3), ["aan", "op", "in", "on", "at"].contains(words[index + 2].text)
      else { continue }
      let end = ["de", "het", "the"].contains(words[index + 3].text) ? index + 4 : index + 3
      guard words.indices.contains(end), isStreet(words[end].text) else { continue }
      return words[index...end].map(\.text).joined(separator: " ")
    }
    return nil
  }

  private static func isStreet(_ word: String) -> Bool {
    guard word.first?.isUppercase == true else { return false }
    let key = key(word)
    return key != "onderweg" && streets.contains { key.hasSuffix($0) && key.count > $0.count }
  }

  /// `12`, `4a`; a year is none.
  private static func isHouseNumber(_ word: String) -> Bool {
    let digits = word.prefix(while: \.isNumber)
    guard (1...4).contains(digits.count), word.count - digits.count <= 1 else { return false }
    return !(digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20")))
  }

  /// `March 21`; `Na 3 weken` in the middle of a line.
  private static func isSaidWithNumber(_ word: String) -> Bool {
    let key = key(word)
    return openers.contains(key) || DayText.monthNumber(key) != nil
  }

  private static func words(_ text: String) -> [Word] {
    var begins = true
    return text.split(whereSeparator: \.isWhitespace).map { written in
      let trimmed = written.drop { !$0.isLetter && !$0.isNumber }
      let word = String(trimmed.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
      let letters = word.split(separator: ".")
      let isInitials =
        trimmed.hasSuffix(".") && !letters.isEmpty
        && letters.allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
      defer { begins = !isInitials && written.last.map { ".!?:;".contains($0) } ?? false }
      return Word(
        text: word, goesOn: written.last.map { $0.isLetter || $0.isNumber } ?? false, isInitials: isInitials,
        begins: begins)
    }
  }

  private static func key(_ word: String) -> String { Folding.key(word) }
}
