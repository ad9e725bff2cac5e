import Casebook
import Journey
import Quota
import Terminal

// Forecasts: shown as they are kept, computed anew in the background, held against what came.
extension Shell {
  /// Those of the rows in view that are of another day, or whose grounds changed: by themselves, until somebody ends it.
  func renewStale() {
    if model.task.isHalted { return }
    let (today, changes) = (model.today, model.task.page?.changes ?? 0)
    let keys = forecastKeys.filter { one in
      guard one.isStale else { return false }
      // On the same casebook it would come out the same.
      return model.task.renewed[one.key].map { $0.day != today || $0.changes < changes } ?? true
    }.map(\.key)
    renew(keys, isAsked: false)
  }

  /// All of the rows, because somebody asked.
  func renewTask() {
    let keys = forecastKeys.map(\.key)
    if keys.isEmpty, let why = model.taskAsk.period.noForecast(on: model.today)?.words {
      say(why[model.language].capitalizedFirst + ".")
    }
    model.task.isHalted = false
    readTask()
    renew(keys, isAsked: true)
  }

  /// Of a half-year that is over or has not begun there is nothing to forecast.
  private var forecastKeys: [(key: TaskLook.Key, isStale: Bool)] {
    guard let page = model.task.page, page.ask == model.taskAsk else { return [] }
    // The whole comes last: it takes longest.
    let rows = model.task.rows(model.language).prefix(Self.mostForecasts) + [page.sum].compactMap(\.self)
    return rows.filter { $0.line.period.noForecast(on: model.today) == nil }.map { row in
      (
        TaskLook.Key(area: row.line.area, period: row.line.period),
        row.needsForecast(model.today)
      )
    }
  }

  /// Rows below that are computed when one looks at them.
  private static let mostForecasts = 60

  private func renew(_ keys: [TaskLook.Key], isAsked: Bool) {
    guard !keys.isEmpty, model.task.renewing == nil else { return }
    model.task.renewing = .init(done: 0, total: keys.count, isAsked: isAsked)
    let (today, wish, post) = (model.today, GoesOn(), poster)
    renewing = wish
    workAside { source in
      for (index, key) in keys.enumerated() {
        guard wish.isWanted else { break }
        do {
          post(.forecast(try source.task.forecast(key, today: today), done: index + 1))
        } catch {
          return .renewedForecasts((error as? SourceFailure)?.phrase)
        }
      }
      return .renewedForecasts(nil)
    }
  }

  func renewedForecasts(_ failure: Phrase?) {
    (model.task.renewing, renewing) = (nil, nil)
    // Looked elsewhere meanwhile: there may be others.
    if let failure { say(failure[model.language], .bad) } else { renewStale() }
  }

  // MARK: - Back-test

  func backTest() {
    guard let row = model.taskRow else { return }
    let (area, today) = (row.line.area, model.today)
    long(Phrase("toets prognose", "back-test")[model.language], 100, beside: true) { source, goesOn in
      Shell.read {
        .backTested(
          try source.task.backTest(area, today: today) { place, count in goesOn(count > 0 ? place * 100 / count : 0) })
      }
    }
  }

  func show(_ report: BackTestReport) {
    let l = model.language
    (model.job, goesOn) = (nil, nil)
    let intro = Phrase(
      "Aan het eind van elke maand van vorige halfjaren is de prognose gemaakt met wat toen bekend was, en naast de uitkomst gelegd. Dekking: hoe vaak de uitkomst in de band P15–P85 viel; 70 % is juist. Brier: 0 is volmaakt, 0,25 is een munt.",
      "At the end of each month of past half-years the forecast was made with what was known then, and held against what came. Coverage: how often the outcome fell within P15–P85; 70% is right. Brier: 0 is perfect, 0.25 is a coin."
    )
    var lines: [(label: String, text: String)] = [("", intro[l]), ("", "")]
    for (name, score) in report.scores {
      let (coverage, brier) = (score.coverageText(l), score.brierText(l))
      lines.append(
        (
          name[l],
          Phrase(
            "dekking \(coverage) · Brier \(brier) · n \(score.n)",
            "coverage \(coverage) · Brier \(brier) · n \(score.n)")[l]
        ))
    }
    lines.append(("", ""))
    if let sample = report.sample { lines.append(("", sample.words[l])) }
    for words in report.said { lines.append(("", words[l])) }
    // Beside the forecast from now on; what was ended says less.
    if !report.said.isEmpty, !report.wasEnded { model.task.tested[report.area] = report }
    if let why = report.tooLittle.last {
      let count = report.tooLittle.count
      lines.append(
        (
          "",
          (count == 1
            ? Phrase("Op 1 ijkdag te weinig om op af te gaan: ", "On 1 origin too little to go by: ")
            : Phrase("Op \(count) ijkdagen te weinig om op af te gaan: ", "On \(count) origins too little to go by: "))[
              l]
            + why.why[l] + "."
        ))
    }
    let tenths =
      report.duration.components.seconds * 10 + report.duration.components.attoseconds / 100_000_000_000_000_000
    let seconds = "\(tenths / 10)\(l == .nl ? "," : ".")\(tenths % 10)"
    lines.append(("", Phrase("Het duurde \(seconds) s.", "It took \(seconds) s.")[l]))
    if report.wasEnded {
      lines.append(("", Phrase("Afgebroken: dit is een deel.", "Ended: this is a part.")[l]))
    }
    let title = Phrase("Toets van de prognose", "Back-test of the forecast")[l]
    model.overlay = .text(TextState(title: "\(title) · \(report.area.spokenName[l])", lines: lines))
  }
}

extension Shell {
  /// One of those that are computed anew.
  func forecast(_ kept: KeptForecast, _ done: Int) {
    model.task.take(kept)
    model.task.renewed[TaskLook.Key(area: kept.area, period: kept.period)] = kept
    model.task.renewing?.done = done
  }
}
