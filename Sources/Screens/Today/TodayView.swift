import Journey
import Terminal

/// What needs somebody now, and why, with the household under the cursor below.
struct TodayView {
  let model: Model

  func draw(in area: Rect, on canvas: inout Canvas) {
    let rows = model.previewRows
    canvas.box(area, title: title)
    let (top, bottom) = area.split(bottom: rows > 0 ? rows + 1 : 1)
    let list = Rect(x: area.x + 1, y: area.y + 1, width: area.width - 2, height: top.height - 1)
    ListView(model: model, list: model.todayList, isFocused: true).draw(in: list, on: &canvas)
    guard rows > 0 else { return }
    canvas.hline(x: area.x, y: bottom.y, width: area.width)
    let pane = Rect(x: area.x + 2, y: bottom.y + 1, width: area.width - 4, height: bottom.height - 2)
    guard let line = model.todayList.current else { return }
    let head = PreviewView.head(line, model)
    let width = min(TextWidth.of(head), area.width - 6)
    canvas.put(" " + TextWidth.fit(head, width: width) + " ", x: area.x + 2, y: bottom.y, style: .title)
    PreviewView(model: model, line: line).draw(in: pane, on: &canvas)
  }

  private var title: String {
    let l = model.language
    let name = Words.today[l]
    guard let totals = model.todayList.totals else { return name }
    let layout = ListLayout(chosen: model.todayList.columns, language: l, isNumbered: false)
    let leftOut = [layout.leftOut(width: model.size.columns - 2)[l]].filter { !$0.isEmpty }
    var text = name
    for part in leftOut + Self.parts(totals, l) {
      let longer = text + (text == name ? " ── " : " · ") + part
      if TextWidth.of(longer) > model.size.columns - 8 { break }
      text = longer
    }
    return text
  }

  /// `2 te laat`, `14 deze week`.
  static func parts(_ totals: Totals, _ l: Language) -> [String] {
    [
      Phrase("\(totals.overdue.grouped(l)) te laat", "\(totals.overdue.grouped(l)) late"),
      Phrase("\(totals.thisWeek.grouped(l)) deze week", "\(totals.thisWeek.grouped(l)) this week"),
      Digits.counted(
        totals.waiting, Phrase("wacht op een ander", "waiting on others"),
        Phrase("wachten op een ander", "waiting on others")),
      Phrase("\(totals.linked.grouped(l)) nieuw gekoppeld", "\(totals.linked.grouped(l)) newly linked"),
    ].map { $0[l] }
  }
}

/// Why a row stands where it stands.
enum OrderWords {
  static func explain(_ line: Line, _ model: Model) -> TextState {
    let l = model.language
    let days = model.days
    var lines: [(label: String, text: String)] = [("", line.name), ("", "")]
    let label = Words.due[l]
    if let due = line.due {
      let title = line.dueTitle[l] + line.dueOwnerText(model.rules, l, user: model.user)
      let rule = [title, line.dueRule].filter { !$0.isEmpty }.joined(separator: ", ")
      lines.append((label, "\(DayText.long(due, l)), \(days.distance(due)): \(rule)"))
    } else {
      lines.append(
        (label, Phrase("geen: daarom onder alle dossiers met een termijn", "none: so below all dossiers with one")[l]))
    }
    if let silence = line.silence(model.today) {
      let limit = line.waitingOn.flatMap { model.rules.silenceLimit($0.party, line.stage) }
      let allowed = limit.map { Phrase(", hier mag \(days.days($0))", ", \(days.days($0)) allowed here")[l] } ?? ""
      lines.append((Words.silence[l], days.days(silence) + allowed))
    }
    lines.append(("", ""))
    lines.append(
      (
        Phrase("Volgorde", "Order")[l],
        Phrase(
          "eerst wat te laat is (het langst bovenaan), dan de eerste termijn, dan wie het langst niets hoorde, dan het nummer.",
          "first what is late (longest on top), then the earliest due day, then who heard nothing longest, then the number."
        )[l]
      ))
    return TextState(title: Phrase("Waarom hier", "Why here")[l], lines: lines)
  }
}
