import Journey
import Terminal

// To the person's clipboard, where that is allowed; nothing that was not asked for, and no number that may be a person's.
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
    copy([line.day?.description ?? "", text.masked].filter { !$0.isEmpty }.joined(separator: " "))
  }

  func copy(_ text: String) {
    let l = model.language
    guard model.preferences.mayCopy else { return say(Words.noCopy[l], .bad) }
    let outcome = Session.copy(text)
    let isDone = [.keptByTmux, .sentToTerminal].contains(outcome)
    let what = isDone ? (text.count > 40 ? text.prefix(39) + "…" : text).replacingNewlines + " · " : ""
    say(what + Phrase(outcome.dutch, outcome.english)[l], isDone ? .good : .bad)
  }
}

extension String {
  /// Numbers of nine or ten digits, as BSN and V-number are, with only their last three.
  var masked: String {
    replacing(/\b[0-9]{9,10}\b/) { "…" + $0.output.suffix(3) }
  }
}
