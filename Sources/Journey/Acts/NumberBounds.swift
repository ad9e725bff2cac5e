extension Field {
  /// The greatest number that is read.
  public static let most = 999_999_999

  /// Why a text that is no number of a field was one all the same: below zero, or too great. nil: it is no number at all.
  ///
  /// - Parameter isSigned: the field takes numbers below zero too.
  public static func bound(_ text: String, isSigned: Bool = false) -> Phrase? {
    let bare = text.filter { !$0.isWhitespace && $0 != "€" }
    let isNegative = bare.hasPrefix("-") || bare.hasPrefix("\u{2212}")
    let digits = isNegative || isSigned && bare.hasPrefix("+") ? bare.dropFirst() : bare[...]
    guard digits.first?.isNumber == true, digits.allSatisfy({ $0.isNumber || $0 == "." || $0 == "," }) else {
      return nil
    }
    if isNegative, !isSigned { return Phrase("niet onder nul", "not below zero") }
    let parts = digits.split(whereSeparator: { $0 == "." || $0 == "," })
    // Two digits at the end are cents.
    let whole = parts.count > 1 && parts.last?.count == 2 ? parts.dropLast() : parts[...]
    guard whole.reduce(0, { $0 + $1.count }) > String(most).count else { return nil }
    return Phrase(
      "te groot; ten hoogste \(Digits.grouped(most, .nl))", "too great; at most \(Digits.grouped(most, .en))")
  }
}
