import Casebook
import Journey
import Quota
import Terminal

// Acts on the task, with the forms of the program; what was posted is taken back by a posting.
extension Shell {
  private var taskKey: TaskLook.Key {
    model.taskLookKey ?? TaskLook.Key(area: model.taskAsk.area, period: model.taskAsk.period)
  }

  func chooseTaskAct() {
    let (key, today) = (taskKey, model.today)
    work { source in Shell.read { .toTaskActs(try source.task.scene(key, today: today)) } }
  }

  func chooseTaskAct(_ scene: TaskScene) {
    model.overlay = .palette(
      PaletteState(
        entries: model.taskActs(scene).sorted { $0.refusal == nil && $1.refusal != nil }, kind: .acts))
  }

  func begin(_ act: TaskAct) {
    let (key, today, l) = (taskKey, model.today, model.language)
    holdKeys()
    work { source in
      Shell.read {
        let scene = try source.task.scene(key, today: today)
        let form = FormState(act, scene, l)
        // What it begins with was read.
        if let asked = form.askOfBalance { _ = try source.task.then(asked, scene) }
        return .toTaskForm(act, form)
      }
    }
  }

  func begin(_ act: TaskAct, _ form: FormState) {
    if let refusal = form.scene.flatMap({ act.refusal($0) }) {
      dropKeys()
      return say("\(act.name[model.language].capitalizedFirst): \(refusal.text(model.language))", .bad)
    }
    show(form)
  }

  /// Saves a form of the task: posts, plays, or keeps a scenario.
  /// - Returns: false when the form is of something else.
  func saveTask(_ form: FormState) -> Bool {
    let (values, today, key) = (form.values(model.language), model.today, form.draftKey)
    switch form.purpose {
    case .taskAct(let act):
      guard let scene = form.scene else { return true }
      let sure = form.sure
      work { source in
        do throws(Refusal) {
          let (body, day) = try act.posting(values, scene)
          let doubts = scene.doubts(body, on: day)
          if !doubts.allSatisfy({ sure.contains($0.words.nl) }) { return .doubted(doubts) }
          return .posted(name: act.name, source.task.post(body, on: day, ending: key, today: today))
        } catch {
          return .posted(name: act.name, .refused(error))
        }
      }
    case .whatIf:
      do throws(Refusal) {
        let scenario = try WhatIfFields.scenario(values, today: today, changing: form.scenario ?? .asItIs)
        forgetDraft(key)
        (model.form, model.status) = (nil, nil)
        play(scenario)
      } catch {
        model.form?.isSaving = false
        refuse(error)
      }
    case .saveScenario:
      guard var scenario = model.task.whatIf?.scenario, let name = values["name"] else {
        model.form?.isSaving = false
        if let refusal = form.missing(values) { refuse(refusal) }
        return true
      }
      scenario.name = name
      let named = scenario
      model.task.whatIf?.scenario.name = name
      work { source in
        let answer = source.task.post(.saved(named), on: today, ending: key, today: today)
        return .posted(name: Phrase("scenario \(name)", "scenario \(name)"), answer)
      }
    default: return false
    }
    return true
  }

  /// Likely a slip: saving once more posts it.
  func askAnyway(_ doubts: [TaskDoubt]) {
    guard case .taskAct? = model.form?.purpose, let first = doubts.first else { return }
    model.form?.isSaving = false
    model.form?.sure.formUnion(doubts.map(\.words.nl))
    refuse(
      Refusal(
        doubts.words + Phrase("; nog eens bewaren boekt het toch", "; saving once more posts it all the same"),
        field: first.field))
  }

  private func forgetDraft(_ key: String) {
    _ = latestDraft.take(key)
    work { source in
      source.removeDraft(key)
      return .nothing
    }
  }

  func posted(_ name: Phrase, _ answer: TaskAnswer) {
    let l = model.language
    let isOfForm = model.form?.isSaving == true
    model.form?.isSaving = false
    switch answer {
    case .done:
      if isOfForm { model.form = nil }
      readTask()
      say("\(name[l].capitalizedFirst) \(Words.saved[l])\(model.undoHint)", .good)
    case .refused(let refusal): if isOfForm { refuse(refusal) } else { say(refusal.text(l), .bad) }
    case .failed(let phrase): if isOfForm { model.form?.error = phrase[l] } else { say(phrase[l], .bad) }
    }
  }

  func takeBackTask(again: Bool) {
    let today = model.today
    work { source in .tookBackTask(source.task.takeBack(again: again, today: today), again: again) }
  }

  func tookBackTask(_ answer: TaskAnswer, again: Bool) {
    let l = model.language
    switch answer {
    case .done(let name):
      readTask()
      let done = (again ? Words.redone : Words.undone)[l]
      say("\(done): \(name[l].lowercasedFirst)" + (again ? "" : model.redoHint), .good)
    case .refused(let refusal): say(refusal.text(l), .bad)
    case .failed(let phrase): say(phrase[l], .bad)
    }
  }
}
