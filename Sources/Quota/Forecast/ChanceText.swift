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
}
