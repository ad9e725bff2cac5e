import Journey

extension Fields {
  /// A V-number: ten digits as text. Spaces, dots and hyphens go; a leading zero that a spreadsheet dropped comes back.
  public static func vNumber(_ text: String) -> FieldReading<VNumber> {
    switch digits(text, length: 10) {
    case .nothing: return .empty
    case .rounded: return .rejected(rounded)
    case .other:
      return .rejected(tenDigits)
    case .digits(let number, let repair):
      if number.utf8.allSatisfy({ $0 == 48 }) {
        return .rejected(Phrase("Een V-nummer van alleen nullen bestaat niet.", "A V-number of zeros does not exist."))
      }
      switch number.utf8.count {
      case 10:
        guard let value = VNumber(rawValue: number) else { return .rejected(tenDigits) }
        return .value(value, repair: repair)
      case 9:
        guard let value = VNumber(rawValue: "0" + number) else { return .rejected(tenDigits) }
        return .value(
          value,
          repair: Phrase("Voorloopnul van het V-nummer hersteld.", "Leading zero of the V-number restored."))
      default:
        return .rejected(
          Phrase(
            "Een V-nummer heeft tien cijfers, hier staan er \(number.utf8.count).",
            "A V-number has ten digits, here are \(number.utf8.count)."))
      }
    }
  }

  /// A BSN: nine digits that pass the eleven-test. Eight digits get the zero that a spreadsheet dropped.
  public static func bsn(_ text: String) -> FieldReading<BSN> {
    switch digits(text, length: 9) {
    case .nothing: return .empty
    case .rounded: return .rejected(rounded)
    case .other: return .rejected(Phrase("Verwacht een BSN van negen cijfers.", "Expected a BSN of nine digits."))
    case .digits(let number, let repair):
      if number.utf8.allSatisfy({ $0 == 48 }) {
        return .rejected(
          Phrase(
            "Een BSN van alleen nullen bestaat niet; laat het vak leeg.",
            "A BSN of zeros does not exist; leave it empty."))
      }
      switch number.utf8.count {
      case 8:
        guard let value = BSN(rawValue: "0" + number) else { return .rejected(failsElevenTest) }
        return .value(
          value, repair: Phrase("Voorloopnul van het BSN hersteld.", "Leading zero of the BSN restored."))
      case 9:
        guard let value = BSN(rawValue: number) else { return .rejected(failsElevenTest) }
        return .value(value, repair: repair)
      case 10:
        return .rejected(
          Phrase(
            "Een BSN heeft negen cijfers; is dit een V-nummer?", "A BSN has nine digits; is this a V-number?"))
      default:
        return .rejected(
          Phrase(
            "Een BSN heeft negen cijfers, hier staan er \(number.utf8.count).",
            "A BSN has nine digits, here are \(number.utf8.count)."))
      }
    }
  }

  private enum Digits {
    case nothing
    /// `1,23E+09`: digits are lost.
    case rounded
    case other
    case digits(String, repair: Phrase?)
  }

  /// - Parameter length: of a whole number, to tell `1234567890,0` from a thousands mark.
  private static func digits(_ text: String, length: Int) -> Digits {
    var trimmed = text.trimmingSpaces()
    if trimmed.hasPrefix("'") { trimmed.removeFirst() }
    let key = Folding.key(trimmed)
    if saysNothing(key) || trimmed == "-" { return .nothing }
    let isScientific =
      trimmed.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
      && trimmed.utf8.allSatisfy { (48...57).contains($0) || [43, 44, 45, 46, 69, 101, 32].contains($0) }
    if isScientific { return .rounded }
    if let mark = trimmed.lastIndex(where: { $0 == "." || $0 == "," }),
      (1...2).contains(trimmed.distance(from: mark, to: trimmed.endIndex) - 1),
      trimmed[trimmed.index(after: mark)...].allSatisfy({ $0 == "0" })
    {
      let whole = trimmed[..<mark].filter { $0 != "." && $0 != "," && $0 != " " }
      if whole.utf8.allSatisfy({ (48...57).contains($0) }), whole.count == length || whole.count == length - 1 {
        return .digits(
          String(whole),
          repair: Phrase("Decimalen van het rekenblad weggelaten.", "Decimals of the spreadsheet left out."))
      }
    }
    var kept = ""
    for scalar in trimmed.unicodeScalars {
      switch scalar.value {
      case 48...57: kept.unicodeScalars.append(scalar)
      case 0x660...0x669: kept.append(String(scalar.value - 0x660))
      case 0x6F0...0x6F9: kept.append(String(scalar.value - 0x6F0))
      case 0x20, 0xA0, 0x202F, 0x2D, 0x2E, 0x2010...0x2014, 0x200B, 0xFEFF, 0x09: break
      default: return .other
      }
    }
    return kept.isEmpty ? .other : .digits(kept, repair: nil)
  }

  private static let rounded = Phrase(
    "Het rekenblad heeft dit nummer afgerond (zoals 1,23E+09): de cijfers zijn weg. Geef de kolom daar de opmaak tekst en "
      + "lever opnieuw aan.",
    "The spreadsheet rounded this number (like 1.23E+09): the digits are gone. Format the column as text there and send "
      + "it again.")
  private static let tenDigits = Phrase(
    "Verwacht een V-nummer van tien cijfers.", "Expected a V-number of ten digits.")
  private static let failsElevenTest = Phrase(
    "Dit BSN voldoet niet aan de elfproef: er zit een tikfout in.",
    "This BSN fails the eleven-test: it has a typing error.")
}
