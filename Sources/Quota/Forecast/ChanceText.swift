import Journey

extension Forecast {
  /// A chance as people read it, one way on screens, in commands and in the report: `31 %`, in English `31%`; never 0 or 100,
  /// which a forecast cannot say, but `<1 %` and `>99 %`.
  ///
  /// - Parameter chance: from 0 to 1.
  public static func percent(_ chance: Double, _ language: Language) -> String {
    let number = Int((chance * 100).rounded())
    let text = number < 1 ? "<1" : number > 99 ? ">99" : String(number)
    return text + (language == .nl ? " %" : "%")
  }

  /// The task is more likely missed than met, whatever the pace so far: that tells of what was.
  public static func isUnlikely(_ chance: Double) -> Bool { chance < 0.5 }

  /// Of a chance below a half, on screens, in commands and in the report.
  public static let unlikelySign = "!"

  /// `! 12 %`, `63 %`
  public static func marked(_ chance: Double, _ language: Language) -> String {
    (isUnlikely(chance) ? unlikelySign + " " : "") + percent(chance, language)
  }
}
