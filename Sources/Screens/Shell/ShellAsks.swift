import Journey

extension Shell {
  /// Asked before what nothing brings back: Enter does it, Esc leaves it.
  func ask(
    _ title: Phrase, _ about: Phrase..., does: Phrase, leaves: Phrase = Phrase("laat staan", "leave it"), _ verb: Verb
  ) {
    let l = model.language
    let told = about.map { (label: "", text: $0[l]) }.filter { !$0.text.isEmpty }
    let keys = [(label: "⏎", text: does[l]), (label: "Esc", text: leaves[l])]
    model.overlay = .question(TextState(title: title[l], lines: told + keys), verb)
  }
}
