import Journey
import Terminal

/// Somebody was there first: what they did, what was typed, and that it is kept.
struct ConflictView {
  let model: Model
  let conflict: ConflictState

  func draw(on canvas: inout Canvas) { TextView(model: model, text: text).draw(on: &canvas) }

  var text: TextState {
    let l = model.language
    var lines: [(label: String, text: String)] = [("", conflict.why.text(l)), ("", "")]
    lines.append((Phrase("Intussen", "Meanwhile")[l], conflict.news.isEmpty ? "–" : conflict.news[0]))
    lines += conflict.news.dropFirst().map { ("", $0) }
    lines.append(("", ""))
    lines.append((Phrase("U typte", "You typed")[l], ""))
    lines += conflict.typed.map { ("  " + $0.label, $0.text) }
    lines.append(("", ""))
    let keys = Phrase(
      "Wat u typte is bewaard. ⏎ terug naar het formulier, Esc naar het dossier.",
      "What you typed is kept. ⏎ back to the form, Esc to the dossier.")
    lines.append(("", keys[l]))
    let title = Phrase("Het dossier is intussen veranderd", "The dossier changed meanwhile")[l]
    return TextState(title: title, lines: lines, top: conflict.top)
  }
}
