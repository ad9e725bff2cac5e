import Journey

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

  /// With its sign: `+4`, `-9`, `0`.
  public static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : String(number) }
}
