import Casebook
import Journey
import Quota
import Terminal

// What if: filling in, playing, saving, choosing again.
extension Shell {
  func fillWhatIf() {
    guard let row = model.taskRow else { return }
    let key = TaskLook.Key(area: row.line.area, period: row.line.period)
    if let why = key.period.noForecast(on: model.today)?.words {
      return say(why[model.language].capitalizedFirst + ".", .bad)
    }
    if model.task.whatIf == nil {
      model.task.whatIf = WhatIfState(key: key, line: row.line)
      return play(Scenario())
    }
    let scenario = model.task.whatIf?.scenario ?? Scenario()
    show(FormState(whatIf: scenario, model.rules, today: model.today, model.language))
  }

  /// Plays it beside today.
  func play(_ scenario: Scenario) {
    guard let state = model.task.whatIf else { return }
    model.task.whatIf?.scenario = scenario
    model.task.whatIf?.answer = nil
    let (key, today) = (state.key, model.today)
    workBeside { source in
      Shell.read { .playedWhatIf(scenario, try source.task.whatIf(key, scenario, today: today)) }
    }
  }

  func played(_ scenario: Scenario, _ answer: WhatIfAnswer) {
    guard model.task.whatIf?.scenario == scenario else { return }
    model.task.whatIf?.answer = answer
  }

  func moveInWhatIf(_ key: Key) {
    guard case .played(let played) = model.task.whatIf?.answer else { return }
    let last = max(0, played.values.count - 1)
    func move(_ steps: Int) {
      let index = model.task.whatIf?.index ?? 0
      model.task.whatIf?.index = min(max(0, index + steps), last)
    }
    switch key {
    case .up, .character("k"): move(-1)
    case .down, .character("j"): move(1)
    case .home, .character("g"): move(-last)
    case .end, .character("G"): move(last)
    default: break
    }
  }

  /// The households of a blocker; of a size, one home more in the scenario, next week as the value says.
  func openValue() {
    guard let state = model.task.whatIf, case .played(let played) = state.answer,
      played.values.indices.contains(state.index)
    else { return }
    switch played.values[state.index].thing {
    case .cleared(let code):
      showHouseholds(Figure.blocked(code).text(in: state.key.area, on: model.today, model.language))
    case .home(let size):
      var scenario = state.scenario
      scenario.name = ""
      if let index = scenario.homes.firstIndex(where: { $0.size == size && $0.isOnce && $0.from == nil }) {
        scenario.homes[index].rate.number += 1
      } else {
        scenario.homes.append(.once(1, of: size))
      }
      play(scenario)
    }
  }

  func nameScenario() {
    guard let scenario = model.task.whatIf?.scenario else { return }
    if scenario.changesNothing {
      return say(
        Phrase("Er is nog niets anders dan nu om te bewaren.", "There is nothing otherwise to save yet.")[
          model.language],
        .bad)
    }
    show(FormState(savingScenario: scenario.name, model.language))
  }

  func chooseScenario() {
    work { source in Shell.read { .scenarios(try source.task.scenarios()) } }
  }

  func show(_ scenarios: [Scenario]) {
    let l = model.language
    if scenarios.isEmpty {
      return say(Phrase("Er is nog geen scenario bewaard; F bewaart.", "No scenario was saved yet; F saves.")[l])
    }
    model.task.whatIf?.saved = scenarios
    let entries = scenarios.map { scenario in
      let all = scenario.words(on: model.today, model.rules)
      func words(_ language: Language) -> String { all.map { $0[language] }.joined(separator: "; ") }
      return Binding(
        verb: .task(.scenario(scenario)), keys: [], name: Phrase(same: scenario.name),
        help: Phrase(words(.nl), words(.en)), group: Model.whatIfGroup)
    }
    model.overlay = .palette(PaletteState(entries: entries, kind: .scenarios))
  }
}
