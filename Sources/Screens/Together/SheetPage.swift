import Journey

/// A share sheet as a page to read, and then to save or not.
struct SheetPage: Sendable {
  var lines: [String]
  /// What its file is called unless one says otherwise.
  var file: String
  var top = 0

  init(_ sheet: ShareSheet, _ language: Language) {
    lines = sheet.text(language)
    file = "\(sheet.dossier)-\(sheet.rule.id)-\(sheet.to.party.rawValue).txt"
  }

  func text(_ l: Language) -> TextState {
    TextState(
      title: Act.share.name[l].capitalizedFirst,
      lines: lines.map { ("", $0) } + [
        ("", ""),
        ("", Phrase("⏎ bewaart dit in een bestand, y kopieert het.", "⏎ saves this in a file, y copies it.")[l]),
      ], top: top)
  }
}

extension FormState {
  /// Where a share sheet goes.
  init(saving page: SheetPage, _ language: Language) {
    let field = Field("path", Phrase("Bestand", "File"), required: true)
    self.init(.sheet, nil, [field], ["path": page.file], language)
  }
}
