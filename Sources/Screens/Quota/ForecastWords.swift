import Casebook
import Journey
import Quota

/// A forecast in words: never a number without its band, and how much it rests on.
struct ForecastWords {
  let model: Model
  private var l: Language { model.language }

  /// `Prognose 271 (255–288) op 31 dec, kans 4 %.`
  ///
  /// - Parameter withHomes: municipalities of its area of which homes are known to come.
  func sentences(_ kept: KeptForecast?, withHomes: Int = 0) -> [String] {
    guard let kept else {
      return [Phrase("Nog geen prognose; F5 rekent haar.", "No forecast yet; F5 computes it.")[l]]
    }
    if let words = kept.tooLittle { return [noForecast(words), made(kept) + "."] }
    guard let figures = kept.figures else { return [] }
    let day = model.days.plain(kept.period.last).trimmed
    let persons = kept.text(l)
    var first =
      Phrase("Prognose op \(day): \(persons) ", "Forecast for \(day): \(persons) ")[l] + Forecast.noun(figures.p85)[l]
    if let chance = figures.chance {
      let percent = Forecast.percent(chance, l)
      first += Phrase(", kans \(percent) op halen", ", chance of meeting \(percent)")[l]
    }
    let relatives = figures.relatives?.words.map { [$0[l]] } ?? []
    let homes = figures.onHomes(withHomes, in: kept.area).map { [$0[l]] } ?? []
    let met = kept.metBy?.words.map { [$0[l]] } ?? []
    let parts =
      kept.area.municipalities.count > 1
      ? [
        Phrase(
          "Het midden van een gebied is niet de som van de middens: wat hier meevalt valt daar tegen.",
          "The middle of an area is not the sum of its middles: luck here meets bad luck there.")[l]
      ] : []
    let grounds = [basis(figures), made(kept) + "."] + homes + relatives
    return [first + "."] + met + tested(kept.area) + grounds + parts + [Forecast.leavesOut[l]]
  }

  /// How good forecasts here would have been, else the key that says it.
  private func tested(_ area: Area) -> [String] {
    if let report = model.task.tested[area] { return [report.figures?[l], report.said.first?[l]].compactMap(\.self) }
    let key = model.keyText(of: .task(.backTest))
    if key.isEmpty { return [] }
    return [
      Phrase("Hoe goed eerdere prognoses hier waren: \(key).", "How good earlier forecasts were here: \(key).")[l]
    ]
  }

  private func noForecast(_ words: Phrase) -> String {
    Phrase("Geen prognose: ", "No forecast: ")[l] + words[l] + "."
  }

  private func grounds(_ kept: KeptForecast) -> ForecastGrounds? {
    let rows = (model.task.page?.rows ?? []) + [model.task.page?.sum].compactMap(\.self)
    return rows.first { $0.line.area == kept.area && $0.line.period == kept.period }?.grounds
  }

  private func basis(_ figures: KeptForecast.Figures) -> String {
    Forecast.basis(figures.households, figures.spells)[l]
  }

  /// `Vandaag berekend; sindsdien veranderde waar zij op rust`.
  func made(_ kept: KeptForecast) -> String {
    let age = model.today - kept.day
    if age < 0 { return Phrase("Voor een latere dag berekend", "Computed for a later day")[l] }
    var text =
      age == 0
      ? Phrase("Vandaag berekend", "Computed today")[l]
      : age == 1
        ? Phrase("Gisteren berekend", "Computed yesterday")[l]
        : Phrase("\(age) dagen geleden berekend", "Computed \(age) days ago")[l]
    if age == 0, kept.isStale(model.today, on: grounds(kept)) {
      text += Phrase("; sindsdien veranderde waar zij op rust", "; what it rests on changed since")[l]
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
}
