import Journey

/// A share sheet as a page to read: first what would go out, then, once that is recorded, to save or copy it.
struct SheetPage: Sendable {
  /// What is done with it as soon as it is recorded.
  enum Use: Sendable { case file, copy, read }

  let lines: [String]
  /// What its file is called unless one says otherwise.
  let file: String
  /// That it was shared is in the story; before that nothing of it goes out.
  var isRecorded = false
  var use: Use?
  /// The last event of the story it was made of, where it is to be recorded.
  var seen: Int?
  var top = 0

  init(_ sheet: ShareSheet, _ language: Language) {
    lines = sheet.text(language)
    file = "\(sheet.dossier)-\(sheet.rule.id)-\(sheet.to.party.rawValue).txt"
  }

  /// As it can be read now: numbers in full only once it is recorded that they were shared.
  var readable: [String] { isRecorded ? lines : lines.map(\.masked) }

  var hidesNumbers: Bool { readable != lines }

  func text(_ l: Language) -> TextState {
    let keys =
      isRecorded
      ? Phrase(
        "Vastgelegd. ⏎ bewaart dit in een bestand, y kopieert het; later staat het bij de regel Gedeeld.",
        "Recorded. ⏎ saves this in a file, y copies it; later it stands with the line Shared.")
      : Phrase(
        "Nog niet vastgelegd. ⏎ legt vast dat dit gedeeld is en bewaart het in een bestand, y legt vast en kopieert.",
        "Not recorded yet. ⏎ records that this was shared and saves it in a file, y records and copies.")
        + Phrase(" Esc terug naar het formulier.", " Esc back to the form.")
    let notYet = isRecorded ? Phrase(same: "") : Phrase(" · nog niet vastgelegd", " · not recorded yet")
    return TextState(
      title: Act.share.name[l].capitalizedFirst + notYet[l],
      lines: readable.map { ("", $0) } + [("", ""), ("", keys[l])], top: top)
  }
}

extension FormState {
  /// Where a share sheet goes.
  /// - Parameter folder: where a name alone goes.
  init(saving page: SheetPage, in folder: String, _ language: Language) {
    let field = Self.file(in: folder)
    self.init(.sheet, nil, [field], ["path": page.file], language)
  }
}
