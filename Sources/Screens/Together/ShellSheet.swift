import Journey
import Terminal

// A share sheet that was just made: read, copied or saved; it is kept nowhere else.
extension Shell {
  /// Shows what was shared, where the last event of the dossier is a sharing.
  func showSheet(_ dossier: Dossier) {
    guard case .sheetShared(let shared)? = dossier.story.last?.body,
      let sheet = try? ShareSheet(dossier, shared.purpose, to: shared.to, model.rules, today: model.today)
    else { return }
    model.overlay = .sheet(SheetPage(sheet, model.language))
  }

  func pressSheet(_ key: Key, _ old: SheetPage) {
    var page = old
    let last = TextView(model: model, text: page.text(model.language)).last
    switch key {
    case .enter:
      (model.overlay, model.sheet) = (nil, page)
      return show(FormState(saving: page, model.language))
    case .character("y"): return copy(page.lines.joined(separator: "\n"))
    case .escape, .character("q"): return model.overlay = nil
    default: guard key.scrolls(&page.top, last: last) else { return }
    }
    model.overlay = .sheet(page)
  }

  /// The form stays until the file is there.
  func saveSheet(_ values: [String: String]) {
    let (path, text) = (values["path"] ?? "", (model.sheet?.lines ?? []).joined(separator: "\n") + "\n")
    model.form?.isSaving = true
    work { source in Shell.read { .savedSheet(try source.save(text, at: path)) } }
  }

  func saved(sheet path: String) {
    if let form = model.form, form.purpose == .sheet { endForm(form) }
    model.sheet = nil
    say(Phrase("Deelblad bewaard in \(path).", "Share sheet saved in \(path).")[model.language], .good)
  }
}
