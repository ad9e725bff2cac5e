import Journey

extension Shell {
  /// Asked before what one may not mean: Enter does it, Esc leaves it. What nothing brings back is done with a letter of
  /// its own, and Enter leaves it too.
  func ask(
    _ title: Phrase, _ about: Phrase..., does: Phrase, leaves: Phrase = Phrase("laat staan", "leave it"), _ verb: Verb
  ) {
    let l = model.language
    let told = about.map { (label: "", text: $0[l]) }.filter { !$0.text.isEmpty }
    let keys =
      verb.isFinal
      ? [(label: Phrase("j", "y")[l], text: does[l]), (label: "⏎ Esc", text: leaves[l])]
      : [(label: "⏎", text: does[l]), (label: "Esc", text: leaves[l])]
    model.overlay = .question(TextState(title: title[l], lines: told + keys), verb)
  }
}
