import Casebook
import Journey
import Quota
import Terminal

/// What if: a scenario beside today's forecast, the difference with its band, and what one thing more is worth.
struct WhatIfView {
  let model: Model
  let state: WhatIfState

  private var l: Language { model.language }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let name = state.line.area.spokenName[l]
    let scenario = state.scenario.name.isEmpty ? "" : " · " + state.scenario.name
    canvas.box(area, title: Phrase("Wat als", "What if")[l] + " ── \(name) · \(state.key.period.spoken)\(scenario)")
    let inside = area.inset(2, 1)
    canvas.cursor = (inside.x, inside.y)
    var y = inside.y
    func say(_ text: String, _ style: Style = .normal, x: Int = 0) {
      for line in TextWidth.wrap(text, width: max(8, inside.width - x)) where y < inside.endY {
        canvas.put(line, x: inside.x + x, y: y, width: inside.width - x, style: style)
        y += 1
      }
    }
    for line in lines { say(line.text, line.style, x: line.indent) }
    guard case .played(let played) = state.answer else {
      canvas.cursor = (inside.x, min(y, inside.endY - 1))
      return
    }
    y += 1
    say(MarginalValue.heading(beside: state.scenario)[l], .strong)
    let room = inside.endY - y
    let top = max(0, min(state.index - room / 2, played.values.count - room))
    for (index, value) in played.values.enumerated().dropFirst(top).prefix(max(0, room)) {
      let isCursor = index == state.index
      let place = Rect(x: inside.x, y: y, width: inside.width, height: 1)
      canvas.put((isCursor ? "▌ " : "  ") + text(value), x: inside.x, y: y, width: inside.width)
      if isCursor {
        canvas.restyle(place, role: .selected)
        canvas.cursor = (inside.x, y)
      }
      canvas.mark(place, tag: Target.taskRow(index).tag)
      y += 1
    }
  }

  private typealias Said = (text: String, style: Style, indent: Int)

  /// Everything above the values, also for plain mode.
  var lines: [(text: String, style: Style, indent: Int)] {
    var all: [Said] = []
    if state.scenario.changesNothing {
      all.append((Phrase("Nog niets anders dan nu; w vult in.", "Nothing otherwise yet; w fills it in.")[l], .dim, 0))
    }
    all += state.scenario.words(on: model.today, model.rules).map { ("• " + $0[l], .normal, 0) }
    all.append(("", .normal, 0))
    switch state.answer {
    case nil: all.append((Words.working[l], .dim, 0))
    case .tooLittle(let words): all.append((words[l].capitalizedFirst + ".", .warning, 0))
    case .played(let played): all += sides(played)
    }
    return all
  }

  private func sides(_ played: WhatIfAnswer.Played) -> [Said] {
    func side(_ name: Phrase, _ band: Forecast.Band, _ chance: Double?) -> Said {
      let numbers = "\(band.p50.grouped(l)) (\(band.p15.grouped(l))–\(band.p85.grouped(l)))"
      let odds = chance.map { Phrase("kans ", "chance ")[l] + Forecast.percent($0, l) } ?? ""
      let label = TextWidth.fit(name[l], width: 12)
      return ("\(label)\(TextWidth.fit(numbers, width: 26))\(odds)", .normal, 0)
    }
    let task = state.line.target.persons == nil ? "–" : state.line.task.grouped(l)
    let mean = Digits.tenths(played.mean, l)
    let band = "\(played.band.p15.signed(l)) \(Phrase("tot", "to")[l]) \(played.band.p85.signed(l))"
    let (runs, households) = (played.runs.grouped(l), Digits.households(played.households)[l])
    let stays = Digits.counted(played.spells, Phrase("verblijf", "stay"), Phrase("verblijven", "stays"))[l]
    return [
      (
        Phrase("Personen gehuisvest aan het eind, opgave \(task)", "Persons housed by the end, task \(task)")[l],
        .strong, 0
      ),
      side(Phrase("nu", "today"), played.today, played.todayChance),
      side(Phrase("met dit", "with this"), played.otherwise, played.otherwiseChance),
      (
        TextWidth.fit(Phrase("verschil", "difference")[l], width: 12) + TextWidth.fit(mean, width: 26)
          + Phrase("zeven op de tien: \(band)", "seven in ten: \(band)")[l],
        played.mean > 0.05 ? .good : played.mean < -0.05 ? .bad : .normal, 0
      ),
      (
        Phrase(
          "\(runs) halfjaren gespeeld met dezelfde kansen; \(households), \(stays).",
          "\(runs) half-years played with the same chances; \(households), \(stays).")[l], .dim, 0
      ),
      (Scenario.takesTime(state.key.period)[l], .dim, 0),
    ]
  }

  /// `+2,1  een woning voor 2–4 personen, volgende week (31 huishoudens)`.
  func text(_ value: MarginalValue) -> String {
    TextWidth.fit(Digits.tenths(value.persons, l), width: 6, align: .right) + "  " + value.words(model.rules)[l]
  }
}
