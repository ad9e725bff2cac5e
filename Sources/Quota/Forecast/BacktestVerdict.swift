import Journey

extension Backtest {
  /// Where no half-year gone by could be tried.
  public static let tooFew = Phrase(
    "Te weinig halfjaren om op terug te kijken.", "Too few half-years to look back on.")
}

extension Backtest.Score {
  /// `72 %`: what was counted can be none or all, unlike a chance; a dash where too little was at stake.
  public func coverageText(_ l: Language) -> String {
    coverage.map { "\(Int(($0 * 100).rounded()))" + (l == .nl ? " %" : "%") } ?? "–"
  }

  /// `0,112`
  public func brierText(_ l: Language) -> String {
    guard let brier else { return "–" }
    let thousands = Int((brier * 1000).rounded())
    let decimals = String(thousands % 1000)
    return "\(thousands / 1000)" + (l == .nl ? "," : ".") + String(repeating: "0", count: 3 - decimals.count) + decimals
  }

  /// Whether the forecast was better than the line through today, in words; nil where there is nothing to compare. By its
  /// chance, and where that says little (``words``) by its band.
  ///
  /// - Parameter pace: the score of that line on the same origins.
  public func verdict(beside pace: Self) -> Phrase? {
    guard atStake >= Self.neededAtStake else { return nil }
    if open >= Self.neededAtStake, let own = brier, let other = pace.brier {
      return Self.words(own - other, Phrase("kans", "chance"))
        + (own > Self.coin ? Self.worseThanCoin : Phrase(same: ""))
    }
    guard let own = coverage, let other = pace.coverage else { return nil }
    let gap = abs(own - 0.7) - abs(other - 0.7)
    if gap > Self.telling, own > 0.7, let chance = brier, let line = pace.brier,
      chance <= line + Self.telling
    {
      return tooWide(isBetter: chance < line - Self.telling)
    }
    return Self.words(gap, Phrase("band", "band"))
  }

  /// Only the band is at fault: it promises less than the forecast knew.
  private func tooWide(isBetter: Bool) -> Phrase {
    let chance =
      isBetter
      ? Phrase("haar kans was beter dan die van de tempolijn", "its chance was better than that of the pace line")
      : Phrase("haar kans was even goed als die van de tempolijn", "its chance was as good as that of the pace line")
    let (nl, en) = (coverageText(.nl), coverageText(.en))
    return Phrase(
      "De band is te ruim: \(nl) van wat kwam viel erin, waar 70 % hoort; ",
      "The band is too wide: \(en) of what came fell within, where 70% should; ") + chance + Phrase(same: ".")
  }

  /// The Brier score of whoever always says one half.
  private static let coin = 0.25
  private static let worseThanCoin = Phrase(
    " Een munt had het beter gedaan (Brier boven 0,25): bouw niet op deze kans.",
    " A coin would have done better (Brier above 0.25): do not build on this chance.")

  /// From here on a difference says something: less is not seen in chances or shares in whole percents.
  private static let telling = 0.005

  /// - Parameter gap: below 0 the forecast was better.
  private static func words(_ gap: Double, _ what: Phrase) -> Phrase {
    if gap < -telling {
      return Phrase(
        "De prognose was hier beter dan de tempolijn (naar haar \(what.nl)).",
        "The forecast was better here than the pace line (by its \(what.en)).")
    }
    if gap <= telling {
      return Phrase(
        "De prognose was hier even goed als de tempolijn (naar haar \(what.nl)).",
        "The forecast was as good here as the pace line (by its \(what.en)).")
    }
    return Phrase(
      "De prognose was hier slechter dan de tempolijn (naar haar \(what.nl)): leg de lijn ernaast.",
      "The forecast was worse here than the pace line (by its \(what.en)): hold the line beside it.")
  }
}
