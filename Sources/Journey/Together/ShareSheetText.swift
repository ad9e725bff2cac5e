extension ShareSheet {
  /// The sheet as lines of text, to read, send or save.
  public func text(_ l: Language) -> [String] {
    let whom = [to.organisation, to.name].filter { !$0.isEmpty }.joined(separator: ", ")
    var text = [
      Phrase("Deelblad: \(rule.name.nl)", "Share sheet: \(rule.name.en)")[l],
      label(Phrase("Aan", "To"), party[l] + (whom.isEmpty ? "" : ", " + whom), l),
      label(Phrase("Dossier", "Dossier"), dossier.description, l), label(Phrase("Dag", "Day"), DayText.long(day, l), l),
      label(Phrase("Grond", "Ground"), rule.ground[l], l), "",
    ]
    text += persons.filter { !$0[l].isEmpty }.map { "- " + $0[l] }
    text += lines.map { label($0.label, $0.value[l], l) }
    if !unknown.isEmpty {
      text += [
        "", label(Phrase("Nog niet bekend", "Not known yet"), unknown.map(\.name[l]).joined(separator: ", "), l),
      ]
    }
    text += ["", Phrase("Niet gedeeld", "Not shared")[l] + ":"]
    text += reasons.map { why in
      let what = leftOut.filter { $0.why == why }.map(\.what[l]).joined(separator: ", ")
      return "- \(what): \(why[l])"
    }
    text += [
      "",
      Phrase(
        "Alleen voor dit doel; verwijder het als het doel bereikt is.",
        "For this purpose only; delete it when the purpose is reached.")[l],
    ]
    return text
  }

  /// Each once, in the order of what was left out.
  private var reasons: [Phrase] {
    leftOut.reduce(into: []) { if !$0.contains($1.why) { $0.append($1.why) } }
  }

  private func label(_ name: Phrase, _ value: String, _ l: Language) -> String { "\(name[l]): \(value)" }
}
