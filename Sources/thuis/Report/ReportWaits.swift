import Casebook
import Exchange
import Journey
import Quota

/// How long things last for the households of an area: from permit to home, from link to the first contact, since the last one.
struct ReportWaits {
  /// Stories that are read for the first contact: an even share where there are more households.
  private static let mostStories = 400

  let filling: ReportFilling

  init(_ filling: ReportFilling) { self.filling = filling }

  func all() throws -> [ReportContent.Wait] {
    let rows = try rows(Query(.every([filling.area.filter, .stages(Set(Stage.onTheWay))])))
    let days = filling.period.first...max(filling.lastDay, filling.period.first)
    let moved = try self.rows(Query(.home(days), in: filling.area, on: filling.today))
    return [try leadTime(), try firstContact(rows + moved), silence(rows)]
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
        Phrase("\(days) dagen", "\(days) days"),
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

  /// Of the half-year: those who waited already when it began count from then on (left truncation), those without contact
  /// by their move or the last day with the days until then (Kaplan-Meier).
  private func firstContact(_ rows: [Row]) throws -> ReportContent.Wait {
    let step = max(1, (rows.count + Self.mostStories - 1) / Self.mostStories)
    var seen: [Observation] = []
    for index in stride(from: 0, to: rows.count, by: step) {
      guard let dossier = try filling.casebook.dossier(rows[index].id), let link = dossier.link?.since else { continue }
      let contact = dossier.story.lazy.filter { event in
        guard !dossier.takenBack.contains(event.id), case .contactMade = event.body else { return false }
        return dossier.effective(event).day >= link
      }.map { dossier.effective($0).day }.min()
      let last = min(dossier.realised ?? filling.lastDay, filling.lastDay)
      let inTime = contact.flatMap { $0 <= last ? $0 : nil }
      seen.append(
        Observation(
          entry: Double(max(0, filling.period.first - link)), end: Double(max(link, inTime ?? last) - link),
          cause: inTime == nil ? 0 : 1))
    }
    let curve = SurvivalCurve(seen)
    func days(_ share: Double) -> Int? { curve.time(by: share).map { Int($0) } }
    return ReportContent.Wait(
      Phrase(
        "Van koppeling tot eerste contact, wie daar in dit halfjaar op wachtte",
        "From link to first contact, those that waited for it this half-year"),
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
        "Stil: sinds het laatste contact met wie aan zet is", "Silent: since the last contact with whose turn it is"),
      households: Count(silent.count), median: spread.median, p85: spread.percentile(0.85),
      beyond: ReportContent.Beyond(
        Phrase("per partij en stap (rekenregels)", "by party and stage (rulebook)"), households: Count(beyond)))
  }
}
