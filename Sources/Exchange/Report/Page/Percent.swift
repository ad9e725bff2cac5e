import Journey
import Quota

/// Parts of a whole as people read them.
enum Percent {
  /// `12 %` in Dutch, `12%` in English.
  static func whole(_ share: Double, _ language: Language) -> String {
    String(Digits.share(share, of: 1)) + sign(language)
  }

  /// Never quite none or all: `<1 %`, `>99 %`.
  static func chance(_ chance: Double, _ language: Language) -> String {
    Forecast.percent(chance, language).replacing(" ", with: "\u{A0}")
  }

  /// In a sentence: `kleiner dan 1 %`.
  static func chanceWords(_ chance: Double, _ language: Language) -> String {
    let text = Percent.chance(chance, language)
    let (less, more) = language == .nl ? ("kleiner dan ", "groter dan ") : ("less than ", "more than ")
    return text.hasPrefix("<") ? less + text.dropFirst() : text.hasPrefix(">") ? more + text.dropFirst() : text
  }

  /// With two decimals.
  static func fraction(_ number: Double, _ language: Language) -> String { decimals(number, 100, language) }

  /// With one decimal.
  static func tenths(_ number: Double, _ language: Language) -> String { decimals(number, 10, language) }

  private static func decimals(_ number: Double, _ unit: Int, _ language: Language) -> String {
    let parts = Int((number * Double(unit)).rounded())
    let rest = String(Int(parts.magnitude) % unit)
    let zeros = String(repeating: "0", count: String(unit).count - 1 - rest.count)
    return (parts < 0 ? "-" : "") + "\(Int(parts.magnitude) / unit)" + (language == .nl ? "," : ".") + zeros + rest
  }

  /// A blank that does not break.
  private static func sign(_ language: Language) -> String { language == .nl ? "\u{A0}%" : "%" }
}
