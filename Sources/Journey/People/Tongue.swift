/// A language in which people are spoken to: a closed list, so that a share sheet can hold it. Codes of ISO 639-3.
public enum Tongue: String, CaseIterable, Hashable, Sendable, Codable {
  case albanian = "sqi", amharic = "amh", arabic = "ara", armenian = "hye", azerbaijani = "aze", dari = "prs"
  case dutch = "nld", english = "eng", farsi = "pes", french = "fra", fula = "ful", georgian = "kat", hausa = "hau"
  case kurmanji = "kmr", lingala = "lin", mandarin = "cmn", mandinka = "mnk", oromo = "orm", pashto = "pus"
  case portuguese = "por", russian = "rus", somali = "som", sorani = "ckb", spanish = "spa", swahili = "swa"
  case tamil = "tam", tigrinya = "tir", turkish = "tur", ukrainian = "ukr", urdu = "urd", uyghur = "uig"
  case vietnamese = "vie", other = "und"

  public var name: Phrase {
    switch self {
    case .albanian: Phrase("Albanees", "Albanian")
    case .amharic: Phrase("Amhaars", "Amharic")
    case .arabic: Phrase("Arabisch", "Arabic")
    case .armenian: Phrase("Armeens", "Armenian")
    case .azerbaijani: Phrase("Azerbeidzjaans", "Azerbaijani")
    case .dari: Phrase("Dari", "Dari")
    case .dutch: Phrase("Nederlands", "Dutch")
    case .english: Phrase("Engels", "English")
    case .farsi: Phrase("Farsi", "Farsi")
    case .french: Phrase("Frans", "French")
    case .fula: Phrase("Fula", "Fula")
    case .georgian: Phrase("Georgisch", "Georgian")
    case .hausa: Phrase("Hausa", "Hausa")
    case .kurmanji: Phrase("Kurmanji", "Kurmanji")
    case .lingala: Phrase("Lingala", "Lingala")
    case .mandarin: Phrase("Mandarijn", "Mandarin")
    case .mandinka: Phrase("Mandinka", "Mandinka")
    case .oromo: Phrase("Oromo", "Oromo")
    case .pashto: Phrase("Pasjtoe", "Pashto")
    case .portuguese: Phrase("Portugees", "Portuguese")
    case .russian: Phrase("Russisch", "Russian")
    case .somali: Phrase("Somalisch", "Somali")
    case .sorani: Phrase("Sorani", "Sorani")
    case .spanish: Phrase("Spaans", "Spanish")
    case .swahili: Phrase("Swahili", "Swahili")
    case .tamil: Phrase("Tamil", "Tamil")
    case .tigrinya: Phrase("Tigrinya", "Tigrinya")
    case .turkish: Phrase("Turks", "Turkish")
    case .ukrainian: Phrase("Oekraïens", "Ukrainian")
    case .urdu: Phrase("Urdu", "Urdu")
    case .uyghur: Phrase("Oeigoers", "Uyghur")
    case .vietnamese: Phrase("Vietnamees", "Vietnamese")
    case .other: Phrase("andere taal", "other language")
    }
  }
}

/// How somebody is best spoken to.
public struct Spoken: Hashable, Sendable, Codable {
  public var tongue: Tongue
  public var needsInterpreter: Bool

  public init(_ tongue: Tongue, needsInterpreter: Bool) {
    (self.tongue, self.needsInterpreter) = (tongue, needsInterpreter)
  }

  /// `Arabisch, tolk nodig`.
  public var name: Phrase {
    tongue.name + (needsInterpreter ? Phrase(", tolk nodig", ", interpreter needed") : Phrase(same: ""))
  }
}
