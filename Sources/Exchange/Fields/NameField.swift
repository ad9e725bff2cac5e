import Journey

/// A person's name in the parts of the register.
public struct NameParts: Hashable, Sendable {
  public var given: String
  /// `van der`: not sorted by.
  public var prefix: String
  public var surname: String

  public init(given: String, prefix: String = "", surname: String) {
    (self.given, self.prefix, self.surname) = (given, prefix, surname)
  }
}

extension Fields {
  /// Trims, keeps every diacritic and capital, and moves a prefix out of the surname where it can only be one: written
  /// in small letters (`van der Berg`, `Berg, van der`), or two known words in capitals (`VAN DER BERG`). `Van Nguyen`,
  /// `De Souza`, `Al Hassan` and `El Amrani` stay as they are. `.` and `-` mean that there is no such name.
  public static func name(given: String, prefix: String = "", surname: String) -> FieldReading<NameParts> {
    var notes: [Phrase] = []
    var parts = NameParts(
      given: cleaned(given, &notes), prefix: cleaned(prefix, &notes), surname: cleaned(surname, &notes))
    if parts.given.isEmpty, parts.surname.isEmpty { return .empty }
    for part in [parts.given, parts.prefix, parts.surname] {
      if part.unicodeScalars.contains(where: { $0.properties.numericType != nil && $0.isASCII || $0 == "@" }) {
        return .rejected(
          Phrase(
            "Een naam met cijfers of @: staat hier de juiste kolom?",
            "A name with digits or @: is this the right column?"))
      }
    }
    if parts.prefix.isEmpty, let split = splitSurname(parts.surname) {
      (parts.prefix, parts.surname) = split
      notes.append(
        Phrase(
          "Voorvoegsel \"\(split.prefix)\" uit de achternaam gehaald.",
          "Prefix \"\(split.prefix)\" taken out of the surname."))
    }
    let repair = notes.isEmpty ? nil : notes.dropFirst().reduce(notes[0]) { $0 + Phrase(same: " ") + $1 }
    return .value(parts, repair: repair)
  }

  private static func cleaned(_ text: String, _ notes: inout [Phrase]) -> String {
    var kept = String.UnicodeScalarView()
    var dropped = false
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar != "\t" && scalar != "\n" && scalar != "\r": dropped = true
      // Joiners belong to Persian spelling; direction marks and the like do not belong to a name.
      case .format where scalar.value != 0x200C && scalar.value != 0x200D: dropped = true
      default: kept.append(scalar)
      }
    }
    if dropped {
      notes.append(Phrase("Onzichtbare tekens uit de naam gehaald.", "Invisible characters taken out of the name."))
    }
    let words = String(kept).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return [".", "-", "--", "…", "..."].contains(words) ? "" : words
  }

  private static func splitSurname(_ surname: String) -> (prefix: String, surname: String)? {
    if let comma = surname.lastIndex(of: ",") {
      let tail = String(surname[surname.index(after: comma)...]).trimmingSpaces()
      let head = String(surname[..<comma]).trimmingSpaces()
      guard !head.isEmpty, isPrefix(tail.lowercased()) else { return nil }
      return (tail.lowercased(), head)
    }
    let words = surname.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    for count in stride(from: min(3, words.count - 1), through: 1, by: -1) {
      let front = words.prefix(count).joined(separator: " ")
      if isPrefix(front.lowercased()), front == front.lowercased() || count > 1 && !isForeign(front.lowercased()) {
        return (front.lowercased(), words.dropFirst(count).joined(separator: " "))
      }
      let back = words.suffix(count).joined(separator: " ")
      if isPrefix(back), words[0] != words[0].lowercased() {
        return (back, words.dropLast(count).joined(separator: " "))
      }
    }
    return nil
  }

  private static func isPrefix(_ text: String) -> Bool {
    dutch.contains(text.replacingCurlyApostrophe()) || isForeign(text)
  }
  private static func isForeign(_ text: String) -> Bool { foreign.contains(text) }

  private static let dutch: Set<String> = [
    "van", "van de", "van den", "van der", "van 't", "van het", "van ter", "van ten", "de", "den", "der", "'t", "het",
    "te",
    "ten", "ter", "in 't", "in de", "in den", "in het", "op de", "op den", "op 't", "op het", "op der", "uit de",
    "uit den",
    "uit het", "uit 't", "aan de", "aan den", "aan het", "aan 't", "bij de", "bij den", "onder de", "onder den",
    "over de",
    "over den", "voor de", "voor den", "voor 't", "van de la", "van in 't", "uijt de", "uijt den", "tot",
  ]
  private static let foreign: Set<String> = [
    "von", "von der", "von den", "zu", "du", "de la", "des", "le", "la", "da", "dos", "di",
  ]
}

extension String {
  fileprivate func replacingCurlyApostrophe() -> String {
    String(map { $0 == "’" || $0 == "‘" || $0 == "`" ? "'" : $0 })
  }
}
