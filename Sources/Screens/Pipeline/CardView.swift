import Journey
import Terminal

/// A household as a card: its name and persons, below them how many days it is in the stage and who is to act.
struct CardView {
  let model: Model
  let line: Line
  /// Others did something in it since one was there.
  var isChanged = false
  let isCursor: Bool
  let isFocused: Bool

  /// Signs, each with the word that stands for it in the title of the board.
  static let late = (sign: "!", word: Phrase("dagen te laat", "days late"))
  static let silent = (sign: "?", word: Phrase("stil", "silent"))
  static let blocked = (sign: "x", word: Phrase("knelpunt", "blocker"))

  /// `! dagen te laat · ? stil · x knelpunt`.
  static func legend(_ l: Language) -> String {
    [late, silent, blocked].map { "\($0.sign) \($0.word[l])" }.joined(separator: " · ")
  }

  /// By what rule cards stand: that of every list by urgency, the case number last, so that equals stay in their place.
  static let order = Phrase(
    "bovenaan: eerste termijn, dan langst stil", "on top: earliest due, then longest silent")

  func draw(in area: Rect, on canvas: inout Canvas) {
    let today = model.pipeline.past?.day ?? model.today
    let persons = line.personsInFigures
    let width = max(1, area.width - TextWidth.of(persons) - 3)
    canvas.put(line.name, x: area.x + 1, y: area.y, width: width, style: .strong)
    canvas.put(persons, x: area.endX - TextWidth.of(persons) - 1, y: area.y)
    if model.marks.contains(line.id) {
      canvas.put("✓", x: area.x, y: area.y, style: .marked)
    } else if isChanged {
      canvas.put("•", x: area.x, y: area.y, style: .accent)
    }
    if area.height > 1 { facts(today, Rect(x: area.x, y: area.y + 1, width: area.width, height: 1), on: &canvas) }
    canvas.mark(area, tag: Target.row(line.id).tag)
    guard isCursor else { return }
    canvas.restyle(
      Rect(x: area.x, y: area.y, width: area.width, height: 1), role: isFocused ? .selected : .selectedDim)
    if isFocused {
      for y in area.y..<area.endY { canvas.put("▌", x: area.x, y: y, style: y == area.y ? .selected : .normal) }
      canvas.cursor = (area.x, area.y)
    }
  }

  /// ` 112 d Mitros · M. de Wit  !12 ? x`: the days late are what cards stand by.
  private func facts(_ today: Day, _ row: Rect, on canvas: inout Canvas) {
    let days = Phrase("\(max(0, today - line.stageSince)) d", "\(max(0, today - line.stageSince)) d")[model.language]
    canvas.put(days, x: row.x + 1, y: row.y, width: 6, style: .dim, align: .right)
    var x = row.endX - 1
    for (sign, style) in signs(today).reversed() {
      x -= TextWidth.of(sign) + 1
      canvas.put(sign, x: x + 1, y: row.y, style: style)
    }
    let who = line.waitingOn.map { model.rules.who($0, user: model.user, model.language) } ?? ""
    canvas.put(who, x: row.x + 8, y: row.y, width: max(0, x - row.x - 8), style: .normal)
  }

  private func signs(_ today: Day) -> [(String, Style)] {
    var signs: [(String, Style)] = []
    if let due = line.due, due < today { signs.append(("\(Self.late.sign)\(today - due)", .bad)) }
    if line.isSilent(today, model.rules) { signs.append((Self.silent.sign, .warning)) }
    if line.blocker?.isEmpty == false { signs.append((Self.blocked.sign, .warning)) }
    return signs
  }
}
