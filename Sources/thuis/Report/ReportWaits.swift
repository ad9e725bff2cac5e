import Casebook
import Exchange
import Journey
import Quota

/// How long things last for the households of an area: from permit to home, from link to the first call, since the last one.
struct ReportWaits {
  let filling: ReportFilling

  init(_ filling: ReportFilling) { self.filling = filling }

  func all() throws -> [ReportContent.Wait] {
    let rows = try rows(Query(.every([filling.area.filter, .stages(Set(Stage.onTheWay))])))
    return [try leadTime(), try firstCall(), silence(rows)]
  }

  private func leadTime() throws -> ReportContent.Wait {
    let (first, last) = (filling.period.first, max(filling.lastDay, filling.period.first))
    let times = try filling.casebook.cycleTimes(filling.area, from: first, through: last, limit: 1).leadTimes
    let step = filling.rules.steps.first { $0.overall && $0.doneBy.contains(.housed) }
    let term = step?.term.flatMap { filling.rules.term($0, on: first) }
    let beyond = term.map { term in
      // In days from an ordinary day: the norm is agreed in days or weeks.
      let days = term.end(from: first) - first
      return ReportContent.Beyond(
        Digits.counted(days, Phrase("dag", "day"), Phrase("dagen", "days")),
        households: Count(times.counts.reduce(0) { $1.days > days ? $0 + $1.count : $0 }))
    }
    return ReportContent.Wait(
      Phrase(
        "Van vergunning tot huis, wie in dit halfjaar verhuisde",
        "From permit to home, those that moved in this half-year"),
      households: Count(times.total), median: times.median, p85: times.percentile(0.85), beyond: beyond,
      isOfMoved: true)
  }

  /// In order of the list.
  private func rows(_ query: Query) throws -> [Row] {
    var (rows, anchor): ([Row], Anchor?) = ([], nil)
    while true {
      let page = try filling.casebook.rows(query, from: anchor, limit: 500)
      rows += page
      guard page.count == 500, let last = page.last else { return rows }
      anchor = last.anchor
    }
  }

  /// Of the half-year: those who waited already when it began count from then on (left truncation), those without a call by
  /// their move or the last day with the days until then (Kaplan-Meier). Of the country an even sample.
  private func firstCall() throws -> ReportContent.Wait {
    let (first, last) = (filling.period.first, filling.lastDay)
    let isCountry = filling.area == .country
    let towns = Set(filling.area.municipalities)
    var seen: [Observation] = []
    let weight = try filling.casebook.eachWay(filling.area, since: first, about: isCountry ? 20_000 : nil) { way in
      for wait in way.attention.firstCalls where isCountry || towns.contains(wait.municipality) {
        let end = wait.until ?? last
        guard wait.linked <= last, end >= first else { continue }
        seen.append(
          Observation(
            entry: Double(max(0, first - wait.linked)), end: Double(min(end, last) - wait.linked),
            cause: wait.isCalled && end <= last ? 1 : 0))
      }
    }
    let curve = SurvivalCurve(seen)
    func days(_ share: Double) -> Int? { curve.time(by: share).map { Int($0) } }
    let name = Phrase(
      "Van koppeling tot eerste gesprek, wie daar in dit halfjaar op wachtte",
      "From link to first call, those that waited for it this half-year")
    return ReportContent.Wait(
      weight > 1 ? name + Phrase(" (gelijkmatige steekproef)", " (even sample)") : name,
      households: Count(curve.n), median: days(0.5), p85: days(0.85))
  }

  private func silence(_ rows: [Row]) -> ReportContent.Wait {
    let silent = rows.compactMap { row in row.silence(filling.today).map { (row, $0) } }
    let spread = Distribution(silent.map { (days: $0.1, count: 1) })
    let beyond = silent.count { row, days in
      row.waitingOn.flatMap { filling.rules.silenceLimit($0.party, row.stage) }.map { days > $0 } ?? false
    }
    return ReportContent.Wait(
      Phrase(
        "Stil: sinds het laatste teken van leven van wie aan zet is",
        "Silent: since the last sign of life of whose turn it is"),
      households: Count(silent.count), median: spread.median, p85: spread.percentile(0.85),
      beyond: ReportContent.Beyond(
        Phrase("per partij en fase (regelboek)", "by party and stage (rulebook)"), households: Count(beyond)))
  }
}
