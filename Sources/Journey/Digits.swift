/// Whole numbers as people write them.
public enum Digits {
  /// `12.345` in Dutch, `12,345` in English.
  public static func grouped(_ number: Int, _ language: Language) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += language == .nl ? "." : "," }
      text.append(digit)
    }
    return text
  }

  /// With its sign: `+1.041`, `-9`, `0`.
  public static func signed(_ number: Int, _ language: Language) -> String {
    (number > 0 ? "+" : "") + grouped(number, language)
  }

  /// A cell of a table as people read it: `9801` as `9.801` and `1.5` as `1,5` in Dutch; what is no number stays, and so
  /// does a telephone number.
  public static func written(_ cell: String, _ language: Language) -> String {
    if cell.hasPrefix("+") || cell.hasPrefix("0") && cell.dropFirst().first?.isNumber == true { return cell }
    let parts = cell.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }), parts.dropFirst().allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return cell }
    let sign = whole == 0 && cell.hasPrefix("-") ? "-" : ""
    return sign + grouped(whole, language) + parts.dropFirst().map { (language == .nl ? "," : ".") + $0 }.joined()
  }

  /// A number of tenths as programs write it, with a point: `12.5`, `-0.3`.
  public static func decimal(tenths: Int) -> String {
    (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }

  /// With its sign and one decimal: `+1,4` in Dutch, `+1.4` in English, `0,0`.
  public static func tenths(_ number: Double, _ language: Language) -> String {
    let tenths = Int((number.magnitude * 10).rounded())
    let sign = tenths == 0 ? "" : number < 0 ? "-" : "+"
    return sign + grouped(tenths / 10, language) + (language == .nl ? "," : ".") + String(tenths % 10)
  }
}

extension Digits {
  /// Of a hundred (or of `unit`), to the nearest whole number. Each share is rounded by itself, so together they may be
  /// one more or less than the whole.
  public static func share(_ part: Double, of whole: Double, in unit: Double = 100) -> Int {
    whole > 0 ? Int((part / whole * unit).rounded()) : 0
  }
}

extension Digits {
  /// A number with its noun: `1 week`, `1.234 weken`.
  public static func counted(_ number: Int, _ one: Phrase, _ more: Phrase) -> Phrase {
    let noun = number == 1 ? one : more
    return Phrase("\(grouped(number, .nl)) \(noun.nl)", "\(grouped(number, .en)) \(noun.en)")
  }

  public static func persons(_ number: Int) -> Phrase {
    counted(number, Phrase("persoon", "person"), Phrase("personen", "persons"))
  }

  public static func households(_ number: Int) -> Phrase {
    counted(number, Phrase("huishouden", "household"), Phrase("huishoudens", "households"))
  }

  public static func dossiers(_ number: Int) -> Phrase {
    counted(number, Phrase(same: "dossier"), Phrase(same: "dossiers"))
  }

  public static func days(_ number: Int) -> Phrase { counted(number, Phrase("dag", "day"), Phrase("dagen", "days")) }

  public static func municipalities(_ number: Int) -> Phrase {
    counted(number, Phrase("gemeente", "municipality"), Phrase("gemeenten", "municipalities"))
  }
}
