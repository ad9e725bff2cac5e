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

  // MARK: - Taking back

  /// What went out stays out: asked first.
  func askToTakeBackShared(_ act: EventID, in id: DossierID) {
    let l = model.language
    let text = TextState(
      title: Phrase("De regel Gedeeld terugnemen?", "Take back the line Shared?")[l],
      lines: [
        (
          "",
          Phrase(
            "De gegevens zijn al gedeeld en blijven bij de ontvanger; alleen de regel in het verhaal wordt teruggenomen.",
            "The data went out and stay with whoever got them; only the line in the story is taken back.")[l]
        ),
        ("⏎", Phrase("neem de regel terug", "take the line back")[l]),
        ("Esc", Phrase("laat staan", "leave it")[l]),
      ])
    model.overlay = .question(text, .takeBackShared(id, act))
  }

  func takeBackShared(_ act: EventID, in id: DossierID) {
    let (today, user, rules, l) = (model.today, model.user, model.rules, model.language)
    work { source in
      Shell.read {
        guard let dossier = try source.dossier(id) else { return .said(Words.noDossier) }
        let deed = Deed(kind: .undo(dossier.said(of: act, user: user, rules)[l]), dossier: id, of: act)
        let answer = source.perform(.undo(act: act), on: id, seen: dossier.sequence, ending: nil, today: today)
        return .answered(deed, answer)
      }
    }
  }
}

extension Dossier {
  /// Something of the household went out by this act.
  public func hasShared(by act: EventID) -> Bool {
    story.contains { event in
      guard event.act == act, case .sheetShared = event.body else { return false }
      return !takenBack.contains(event.id)
    }
  }
}
