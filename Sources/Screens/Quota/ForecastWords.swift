import Casebook
import Journey
import Quota

/// A forecast in words: never a number without its band, and how much it rests on.
struct ForecastWords {
  let model: Model
  private var l: Language { model.language }

  /// `31 %`; never 0 or 100, which a forecast cannot say.
  static func percent(_ chance: Double, _ l: Language) -> String {
    let number = Int((chance * 100).rounded())
    let sign = l == .nl ? " %" : "%"
    if number < 1 { return "<1" + sign }
    if number > 99 { return ">99" + sign }
    return "\(number)" + sign
  }

  /// `Prognose 271 (255–288) op 31 dec, kans 4 %. Van vandaag; 402 huishoudens, 5.120 verblijven.`
  func sentences(_ kept: KeptForecast?) -> [String] {
    guard let kept else {
      return [Phrase("Nog geen prognose; F5 rekent haar.", "No forecast yet; F5 computes it.")[l]]
    }
    if let words = kept.tooLittle { return [noForecast(words), made(kept) + "."] }
    guard let figures = kept.figures else { return [] }
    let day = model.days.plain(kept.period.last).trimmed
    let persons = kept.text(l)
    var first = Phrase("Prognose op \(day): \(persons) personen", "Forecast for \(day): \(persons) persons")[l]
    if let chance = figures.chance {
      let percent = Self.percent(chance, l)
      first += Phrase(", kans \(percent) op halen", ", chance of meeting \(percent)")[l]
    }
    let relatives = figures.relatives?.words.map { [$0[l]] } ?? []
    return [first + ".", basis(figures), made(kept) + "."] + relatives + [Forecast.leavesOut[l]]
  }

  private func noForecast(_ words: Phrase) -> String {
    Phrase("Geen prognose: ", "No forecast: ")[l] + words[l] + "."
  }

  private func basis(_ figures: KeptForecast.Figures) -> String {
    let (households, stays) = (figures.households.grouped(l), figures.spells.grouped(l))
    return Phrase(
      "Op grond van \(households) huishoudens onderweg en \(stays) verblijven in fasen.",
      "Based on \(households) households on their way and \(stays) stays in stages.")[l]
  }

  /// `Berekend op 20 nov, 3 dagen geleden, 41 wijzigingen terug`.
  func made(_ kept: KeptForecast) -> String {
    let age = max(0, model.today - kept.day)
    var text =
      age == 0
      ? Phrase("Vandaag berekend", "Computed today")[l]
      : age == 1
        ? Phrase("Gisteren berekend", "Computed yesterday")[l]
        : Phrase("\(age) dagen geleden berekend", "Computed \(age) days ago")[l]
    let news = max(0, (model.task.page?.changes ?? kept.changes) - kept.changes)
    if news == 1 { text += Phrase(", sindsdien 1 wijziging", ", 1 change since")[l] }
    if news > 1 {
      text += Phrase(", sindsdien \(news.grouped(l)) wijzigingen", ", \(news.grouped(l)) changes since")[l]
    }
    return text
  }
}

extension KeptForecast {
  /// `271 (255–288)`; a dash where there is too little to go by.
  func text(_ l: Language) -> String {
    guard let figures else { return "–" }
    return "\(figures.p50.grouped(l)) (\(figures.p15.grouped(l))–\(figures.p85.grouped(l)))"
  }

  /// So old that it is computed anew by itself: of another day, or of a casebook that changed since.
  func isStale(_ today: Day, changes now: Int) -> Bool { day < today || changes != now }
}
