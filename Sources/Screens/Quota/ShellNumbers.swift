import Journey
import Quota
import Terminal

// Every number of the task opens: to its households in Dossiers, or to the postings it is made of.
extension Shell {
  /// The number in the chosen column; from the name of the area one of them is chosen.
  func openNumber() {
    switch model.task.column {
    case .name, .approach, .supervision:
      let entries = model.taskNumbers
      guard !entries.isEmpty else { return }
      model.overlay = .palette(PaletteState(entries: entries, kind: .numbers))
    case .gap where model.taskRow?.line.isOver == true: open(.balance)
    case .forecast, .chance, .gap: open(forecast: model.taskRow)
    default: if let figure = model.task.column.figure { open(figure) }
    }
  }

  /// A forecast is of those on their way.
  private func open(forecast row: TaskRow?) {
    guard let row else { return }
    guard row.forecast?.figures != nil else {
      return say(ForecastWords(model: model).sentences(row.forecast).joined(separator: " "))
    }
    open(.onTheWay)
  }

  func open(_ figure: LedgerFigure) {
    guard let row = model.taskRow else { return }
    if let opened = row.line.opens(figure) {
      return showHouseholds(opened.text(in: row.line.area, on: model.today, model.language))
    }
    let (key, today) = (TaskLook.Key(area: row.line.area, period: row.line.period), model.today)
    work { source in
      Shell.read { .taskPostings(figure, key, try source.task.postings(behind: figure, key, today: today)) }
    }
  }

  // MARK: - Postings

  func show(_ postings: [SourcedPosting], _ figure: LedgerFigure, _ key: TaskLook.Key) {
    let l = model.language
    let name = key.area.spokenName[l]
    var lines: [(label: String, text: String)] = [("", figure.help[l].capitalizedFirst + "."), ("", "")]
    let isWide = postings.count > 1 && Set(postings.map(\.posting.municipality)).count > 1
    for one in postings.prefix(Self.most) {
      let posting = one.posting
      let facts = [
        isWide ? municipalityName(posting.municipality) : "", posting.words[l], posting.day?.description ?? "",
        one.event.map(signature) ?? "",
      ]
      lines.append((posting.persons.signed(l), facts.filter { !$0.isEmpty }.joined(separator: " · ")))
    }
    lines += andMore(postings.count)
    if postings.isEmpty { lines.append(("0", Phrase("er is niets geboekt", "nothing was posted")[l])) }
    let sum = postings.reduce(0) { $0 + $1.posting.persons }
    if postings.count > 1 { lines.append((sum.signed(l), Phrase("samen", "together")[l])) }
    model.overlay = .text(TextState(title: "\(figure.name[l]) · \(name) · \(key.period.spoken)", lines: lines))
  }

  /// Postings that are shown at most.
  private static let most = 500

  private func andMore(_ count: Int) -> [(label: String, text: String)] {
    let (more, l) = (count - Self.most, model.language)
    return more > 0 ? [("…", Phrase("en nog \(more.grouped(l))", "and \(more.grouped(l)) more")[l])] : []
  }

  /// `j.bakker, op dit scherm`.
  private func signature(_ event: TaskEvent) -> String {
    [event.actor.name, Words.source(event.source)[model.language]].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func openAccount() {
    guard let row = model.taskRow else { return }
    let area = row.line.area
    work { source in Shell.read { .taskAccount(area, try source.task.account(area)) } }
  }

  func show(_ events: [TaskEvent], of area: Area) {
    let l = model.language
    // As they were posted: what takes back comes after what it takes back.
    let acts = PostedActs(events.reversed())
    let code: String? = if case .municipality(let code) = area { code } else { nil }
    // Read by day, the latest first, whenever it was recorded.
    let byDay = events.sorted { ($0.day, $0.number) > ($1.day, $1.number) }
    var lines = byDay.prefix(Self.most).map { event -> (label: String, text: String) in
      let taken = acts.takenBack(event).map { " (\($0[l]))" } ?? ""
      return (
        DayText.dated(event.day, l),
        [event.logged(among: acts, model.rules, of: code)[l] + taken, signature(event)].joined(separator: " · ")
      )
    }
    lines += andMore(events.count)
    let none = [(label: "", text: Phrase("Er is nog niets geboekt.", "Nothing was posted yet.")[l])]
    let name = Phrase("Grootboek", "Account")[l] + " · " + area.spokenName[l]
    model.overlay = .text(TextState(title: name, lines: lines.isEmpty ? none : lines))
  }
}
