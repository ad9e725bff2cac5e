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
    let rows = try onTheWay()
    return [try leadTime(), try firstContact(rows), silence(rows)]
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

  /// Linked and not yet home, in order of the list.
  private func onTheWay() throws -> [Row] {
    let here: Filter = filling.area.filter
    let filter = Filter.every([here, .stages(Set(Stage.onTheWay))])
    var (rows, anchor): ([Row], Anchor?) = ([], nil)
    while true {
      let page = try filling.casebook.rows(Query(filter), from: anchor, limit: 500)
      rows += page
      guard page.count == 500, let last = page.last else { return rows }
      anchor = last.anchor
    }
  }

  /// Those without contact so far count with the days they have waited for it (Kaplan-Meier).
  private func firstContact(_ rows: [Row]) throws -> ReportContent.Wait {
    let step = max(1, (rows.count + Self.mostStories - 1) / Self.mostStories)
    var seen: [Observation] = []
    for index in stride(from: 0, to: rows.count, by: step) {
      guard let dossier = try filling.casebook.dossier(rows[index].id), let link = dossier.link?.since else { continue }
      let contact = dossier.story.lazy.filter { event in
        guard !dossier.takenBack.contains(event.id), case .contactMade = event.body else { return false }
        return dossier.effective(event).day >= link
      }.map { dossier.effective($0).day }.min()
      let end = max(link, contact ?? filling.today)
      seen.append(Observation(end: Double(end - link), cause: contact == nil ? 0 : 1))
    }
    let curve = SurvivalCurve(seen)
    func days(_ share: Double) -> Int? { curve.time(by: share).map { Int($0) } }
    return ReportContent.Wait(
      Phrase("Van koppeling tot eerste contact, wie nu op weg is", "From link to first contact, those on their way"),
      households: Count(seen.count), median: days(0.5), p85: days(0.85))
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
