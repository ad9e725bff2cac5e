import Casebook
import Exchange
import Journey
import Quota

/// Gathers the figures of a report from the casebook: the ledger, the board, the forecast.
struct ReportFilling {
  let casebook: Casebook
  let ledger: Ledger
  let area: Area
  let period: HalfYear
  let place: Surroundings

  var rules: Rulebook { ledger.rules }
  var today: Day { place.today }
  /// The last day of the half-year of which something is known.
  var lastDay: Day { min(today, period.last) }

  func content() throws -> ReportContent {
    let forecasts = try ReportForecast(self)
    let table = try ReportTaskRows(self, forecasts)
    say(Phrase("Cijfers van de opgave", "Figures of the task"))
    let (task, groups) = try table.all()
    say(Phrase("Prognose en terugblik", "Forecast and back-test"))
    let (outlook, backTest) = (forecasts.outlook(of: table.line), try forecasts.backTest())
    say(Phrase("Doorstroom", "Flow"))
    var content = ReportContent(
      area: area, period: period, day: today, author: place.person, edition: rules.edition, task: task, groups: groups,
      outlook: outlook, backTest: backTest, board: try board(), flow: try flow(), weeks: try weeks(),
      leadTimes: try leadTimes(), days: try daysGone(), waits: try ReportWaits(self).all(), rules: notes)
    content.contact = try contact()
    content.onTheWay = try onTheWay()
    content.norm = rules.task.norm(on: period.first)
    content.remarks = table.line.notes + shifts
    return content
  }

  /// Who took over from whom, each agreement once.
  private var shifts: [LedgerNote] {
    var seen: Set<Posting.Origin> = []
    return ledger.postings(behind: .shift, of: area, in: period).filter { seen.insert($0.origin).inserted }.map {
      shift in
      let persons = abs(shift.persons)
      return LedgerNote(
        shift.words + Phrase(same: " (") + Digits.persons(persons) + Phrase(same: ")"), of: .shift, persons: [persons])
    }
  }

  func say(_ words: Phrase) {
    let text = words[place.language]
    if place.isPlain { Output.progressLine(text) } else { Output.progress(text) }
  }

  /// The rules that the figures follow on the first day of the half-year.
  private var notes: [ReportContent.Note] {
    let (task, day) = (rules.task, period.first)
    var notes = task.targets.filter { $0.validity.covers(day) }.map { ReportContent.Note($0.name, source: $0.source) }
    notes += task.referenceDates.filter { $0.half == period.half && $0.validity.covers(day) }.map {
      ReportContent.Note($0.name, source: $0.source)
    }
    notes += (task.carryOver + task.excuse).filter { $0.validity.covers(day) }.map {
      ReportContent.Note($0.name, source: $0.source)
    }
    let counts = Phrase("telt mee: ", "counts: ")
    notes += rules.counting.filter { $0.validity.covers(day) }.map {
      ReportContent.Note(counts + $0.name, source: $0.source)
    }
    notes += task.norm(on: day).map { [ReportContent.Note(Phrase(same: "norm: ") + $0.name, source: $0.source)] } ?? []
    let pace = Phrase("tempo: ", "pace: ")
    notes += task.pace(on: day).map {
      ReportContent.Note(
        pace + $0.name + Phrase(" vanaf \($0.percent) % van de norm", " from \($0.percent)% of the norm"),
        source: $0.source)
    }
    let signal = Phrase("signaal: ", "signal: ")
    return notes
      + task.signals.filter { ledger.looks($0) }.map {
        ReportContent.Note(signal + $0.name, source: $0.source)
      }
  }
}
