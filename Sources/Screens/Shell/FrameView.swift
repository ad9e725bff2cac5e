import Journey
import Terminal

/// The whole screen, from the model alone.
struct FrameView {
  let model: Model
  private let keyBar: KeyBar

  init(model: Model) {
    self.model = model
    keyBar = KeyBar(model)
  }

  /// What the entries of the key bar stand for.
  var barActions: [Key] { keyBar.actions }

  func draw() -> Canvas {
    var canvas = Canvas(size: model.size)
    guard model.size.columns > 0, model.size.rows > 0 else { return canvas }
    if model.isTooSmall {
      tooSmall(on: &canvas)
      return canvas
    }
    tabs(on: &canvas)
    if let form = model.form {
      FormView(model: model, form: form).draw(in: model.body, on: &canvas)
    } else if let lessons = model.lessons {
      LessonsView(model: model, state: lessons).draw(in: model.body, on: &canvas)
    } else if let opened = model.opened, let review = model.review, model.isReviewing {
      ReviewView(model: model, review: review, state: opened).draw(in: model.body, on: &canvas)
    } else if let opened = model.opened {
      DossierView(model: model, state: opened).draw(in: model.body, on: &canvas)
    } else if model.tab == .pipeline {
      PipelineScreen(model: model).draw(in: model.body, on: &canvas)
    } else if model.tab == .today {
      TodayView(model: model).draw(in: model.body, on: &canvas)
    } else if model.tab == .quota {
      TaskView(model: model).draw(in: model.body, on: &canvas)
    } else if model.tab == .network {
      NetworkView(model: model).draw(in: model.body, on: &canvas)
    } else {
      DossiersView(model: model).draw(in: model.body, on: &canvas)
    }
    if let tour = model.tour { TourView(model: model, tour: tour).draw(on: &canvas) }
    status(on: &canvas)
    keyBar.draw(on: &canvas)
    switch model.overlay {
    case .help(let help): HelpView(model: model, help: help).draw(on: &canvas)
    case .palette(let palette): PaletteView(model: model, palette: palette).draw(on: &canvas)
    case .text(let text), .question(let text, _), .minutes(let text):
      TextView(model: model, text: text).draw(on: &canvas)
    case .sheet(let page): TextView(model: model, text: page.text(model.language)).draw(on: &canvas)
    case .conflict(let conflict): ConflictView(model: model, conflict: conflict).draw(on: &canvas)
    case .leaveForm: TextView(model: model, text: Self.leaving(model.language)).draw(on: &canvas)
    case .many(let many, let top):
      var text = many.text(model.language)
      text.top = top
      TextView(model: model, text: text).draw(on: &canvas)
    case .chooser(let chooser): ChooserView(model: model, chooser: chooser).draw(on: &canvas)
    case nil: break
    }
    return canvas
  }

  static func leaving(_ l: Language) -> TextState {
    TextState(
      title: Phrase("Weg van dit formulier?", "Leave this form?")[l],
      lines: [
        ("j", Phrase("weg; wat u typte blijft bewaard als concept", "leave; what you typed is kept as a draft")[l]),
        ("d", Phrase("weg, zonder concept", "leave, without a draft")[l]),
        ("Esc", Phrase("blijf in het formulier", "stay in the form")[l]),
      ])
  }

  private func tooSmall(on canvas: inout Canvas) {
    let text = Words.tooSmall[model.language] + " (\(model.size.columns)x\(model.size.rows))"
    for (index, line) in TextWidth.wrap(text, width: model.size.columns).enumerated() {
      canvas.put(line, x: 0, y: max(0, model.size.rows / 2 - 1) + index, width: model.size.columns, align: .center)
    }
    canvas.cursor = (0, max(0, model.size.rows / 2 - 1))
  }

  private func tabs(on canvas: inout Canvas) {
    canvas.fill(Rect(x: 0, y: 0, width: model.size.columns, height: 1), style: .tabIdle)
    var x = 0
    for entry in tabTexts {
      guard let tab = entry.tab else {
        x = canvas.put(entry.text, x: 0, y: 0, style: Style(.tabIdle, bold: true)) + 1
        continue
      }
      let style: Style = tab == model.tab ? .tabActive : .tabIdle
      let width = canvas.put(entry.text, x: x, y: 0, style: style)
      canvas.mark(Rect(x: x, y: 0, width: width, height: 1), tag: Target.tab(tab).tag)
      x += width + entry.gap
    }
    // A blank before what one looks at.
    if tabTexts.last?.gap == 0 { x += 1 }
    // What one looks at comes first: it must never be in doubt.
    let scope = scopeName
    let (long, short) = (DayText.long(model.today, model.language), model.days.short(model.today))
    let room = model.size.columns - x - 1
    let name = model.shownName
    // Whose account it is comes before the day, except where there is room for hardly anything.
    let named = [[scope, name, long], [scope, name, short]] + (model.size.columns < 100 ? [] : [[scope, name]])
    let choices = named + [[scope, long], [scope, short], [scope]]
    let texts = choices.map { $0.filter { !$0.isEmpty }.joined(separator: "   ") }
    guard room > 0 else { return }
    let text = texts.first { TextWidth.of($0) <= room } ?? TextWidth.fit(scope, width: room)
    canvas.put(text, x: x, y: 0, width: room, style: .tabIdle, align: .right)
    let start = x + room - TextWidth.of(text)
    canvas.mark(Rect(x: start, y: 0, width: min(room, TextWidth.of(scope)), height: 1), tag: Target.scope.tag)
  }

  private typealias TabText = (tab: Model.Tab?, text: String, gap: Int)

  /// The name of the program and of every screen; where that leaves no room for what one looks at, less of them.
  private var tabTexts: [TabText] {
    let l = model.language
    func all(_ text: (Model.Tab) -> String, gap: Int) -> [TabText] { Model.Tab.allCases.map { ($0, text($0), gap) } }
    let whole: [TabText] =
      [(nil, " Thuis ", 1)] + all({ " \($0.rawValue) \($0.name[l]) " }, gap: 1)
    let close = all({ " \($0.rawValue) \($0.name[l])" }, gap: 0)
    let numbers = all({ $0 == model.tab ? " \($0.rawValue) \($0.name[l]) " : " \($0.rawValue)" }, gap: 0)
    let need = TextWidth.of(scopeName) + 3
    return [whole, close].first { texts in
      texts.reduce(need) { $0 + TextWidth.of($1.text) + $1.gap } <= model.size.columns
    } ?? numbers
  }

  /// `Utrecht ▾ · mijn dossiers`.
  private var scopeName: String {
    var owner = (model.list.ask.owner == nil ? Words.everyone : Words.mine)[model.language]
    // The task is everybody's.
    if model.tab == .quota || model.tab == .network, model.opened == nil {
      owner = model.area == .country ? Words.allMunicipalities[model.language] : ""
    }
    if model.isReadOnly { owner += (owner.isEmpty ? "" : " · ") + Words.reading[model.language] }
    if owner.isEmpty { return model.area.spokenName[model.language] + " ▾" }
    return model.area == .country ? owner : model.area.spokenName[model.language] + " ▾ · " + owner
  }

  private func status(on canvas: inout Canvas) {
    let y = model.size.rows - 2
    let columns = model.size.columns
    canvas.fill(Rect(x: 0, y: y, width: columns, height: 1), style: .statusLine)
    if let line = model.lessons?.typing, model.form == nil {
      canvas.put(" / ", x: 0, y: y, style: .keyName)
      let width = canvas.put(line.text, x: 3, y: y, width: columns - 3, style: .statusLine)
      if line.isSelected { canvas.restyle(Rect(x: 3, y: y, width: width, height: 1), role: .selected) }
      canvas.cursor = (min(3 + line.lead, columns - 1), y)
      return
    }
    if let line = model.list.typing, model.opened == nil, model.form == nil {
      drawFilter(line, model.list.fault, model.list.count, y: y, on: &canvas)
      return
    }
    if let line = model.network.typing, model.isOnNetwork, model.form == nil {
      drawFilter(line, model.network.fault, model.network.shownCount, y: y, on: &canvas)
      return
    }
    var right = Phrase("wk", "wk")[model.language] + " \(model.today.isoWeek)"
    if let count = model.list.count {
      right += " · " + (count.isCapped ? "> " : "") + Digits.dossiers(count.number)[model.language]
    }
    if !model.marks.isEmpty { right = "✓ " + Words.marked(model.marks.count)[model.language] + " · " + right }
    if model.isBusy { right = (model.job.map(progress) ?? Words.working[model.language]) + "  " + right }
    let room = columns - TextWidth.of(right) - 3
    if let status = model.status {
      // Said whole: what does not fit goes on above, over the foot of the screen, until the next key.
      guard say(status, y: y, room: room, on: &canvas) else { return }
    } else if model.isOnNetwork, !model.network.shownFilter.isEmpty {
      canvas.put(" / " + model.network.shownFilter, x: 0, y: y, width: max(0, room), style: .statusLine)
    } else if !model.list.ask.filter.isEmpty, model.opened == nil, model.lessons == nil {
      canvas.put(" / " + model.list.ask.filter, x: 0, y: y, width: max(0, room), style: .statusLine)
    }
    canvas.put(right + " ", x: max(0, columns - TextWidth.of(right) - 1), y: y, style: .statusLine)
  }

  /// - Returns: whether there is room beside it.
  private func say(_ status: Model.Status, y: Int, room: Int, on canvas: inout Canvas) -> Bool {
    let sign = status.kind == .good ? "✓ " : status.kind == .bad ? "✗ " : "· "
    let style: Style = status.kind == .bad ? .error : .statusLine
    if TextWidth.of(sign + status.text) < room {
      canvas.put(" " + sign + status.text, x: 0, y: y, width: max(0, room), style: style)
      return true
    }
    var rows = TextWidth.wrap(sign + status.text, width: max(1, model.size.columns - 4))
    // How many are marked stays in sight, whatever is said.
    if !model.marks.isEmpty, TextWidth.of(rows.last ?? "") + 3 >= room { rows.append("") }
    let shown = rows.prefix(max(1, model.body.height - 2))
    for (index, row) in shown.enumerated() {
      let at = Rect(x: 0, y: y - shown.count + 1 + index, width: model.size.columns, height: 1)
      canvas.fill(at, style: .statusLine)
      canvas.put(index == 0 ? " " + row : "   " + row, x: 0, y: at.y, width: at.width, style: style)
    }
    return TextWidth.of(shown.last ?? "") + 3 < room
  }

  /// `wacht op 240 van 1.000 ▓▓▓░░░░░░░ Esc breekt af`; without a bar where nobody knows how many there are.
  private func progress(_ job: Job) -> String {
    let l = model.language
    let ends = Phrase("Esc breekt af", "Esc ends it")[l]
    guard let total = job.total else { return "\(job.name) \(job.done.grouped(l)) \(ends)" }
    let full = total == 0 ? 0 : min(10, job.done * 10 / total)
    let bar = String(repeating: "▓", count: full) + String(repeating: "░", count: 10 - full)
    let count = Phrase("\(job.done) van \(total)", "\(job.done) of \(total)")[l]
    return "\(job.name) \(count) \(bar) \(ends)"
  }

  /// The filter as one types it; what is wrong is underlined, with what was expected.
  private func drawFilter(
    _ line: TextLine, _ fault: FilterFault?, _ count: Count?, y: Int, on canvas: inout Canvas
  ) {
    canvas.put(" / ", x: 0, y: y, style: .keyName)
    let end = 3 + canvas.put(line.text, x: 3, y: y, style: .statusLine)
    if line.isSelected { canvas.restyle(Rect(x: 3, y: y, width: end - 3, height: 1), role: .selected) }
    if let fault {
      let letters = Array(line.text)
      let from = min(max(0, fault.range.lowerBound), letters.count)
      let to = min(max(from, fault.range.upperBound), letters.count)
      let x = 3 + TextWidth.of(String(letters[..<from]))
      canvas.put(String(letters[from..<to]), x: x, y: y, style: .error)
      canvas.put(" ✗", x: end, y: y, width: max(0, min(2, model.size.columns - end)), style: .error)
    } else if let count {
      canvas.put(
        "  " + (count.isCapped ? "> " : "") + count.number.grouped(model.language), x: end + 1, y: y, style: .dim)
    }
    if !model.marks.isEmpty, !model.isOnNetwork {
      let marks = "✓ " + Words.marked(model.marks.count)[model.language] + " "
      let x = model.size.columns - TextWidth.of(marks)
      if x > end + 12 { canvas.put(marks, x: x, y: y, style: .statusLine) }
    }
    canvas.cursor = (min(3 + line.lead, model.size.columns - 1), y)
  }
}
