import Journey
import Terminal

// To the person's clipboard, where that is allowed: never a personal number, and nothing that was not asked for.
extension Shell {
  func copyNumber() {
    if let opened = model.opened { return copy(opened.id.description) }
    let ids = model.marks.isEmpty ? [model.list.cursor].compactMap(\.self) : marked
    guard !ids.isEmpty else { return }
    copy(ids.map(\.description).joined(separator: "\n"))
  }

  func copyLine() {
    guard let opened = model.opened, let line = opened.current else {
      return say(Words.chooseEvent[model.language], .bad)
    }
    let words = EventWords(dossier: opened.dossier, rules: model.rules, language: model.language, user: model.user)
    let text = line.event.map(words.line) ?? line.step?.title[model.language] ?? ""
    copy([line.day?.description ?? "", text].filter { !$0.isEmpty }.joined(separator: " "))
  }

  private func copy(_ text: String) {
    let l = model.language
    guard model.preferences.mayCopy else { return say(Words.noCopy[l], .bad) }
    let outcome = Session.copy(text)
    let isDone = [.keptByTmux, .sentToTerminal].contains(outcome)
    say(Phrase(outcome.dutch, outcome.english)[l], isDone ? .good : .bad)
  }
}
