import Journey
import Terminal

// A share sheet: read before it is recorded, then copied or saved; it is kept nowhere else.
extension Shell {
  /// Shows what would go out, and to whom; nothing is recorded yet.
  func lookAtSheet(_ dossier: Dossier, _ values: [String: String]) {
    model.form?.isSaving = false
    do throws(Refusal) {
      let action = try Act.share.action(values, dossier, model.rules, today: model.today)
      guard case .record(.sheetShared(let shared), _) = action else { return }
      let sheet = try ShareSheet(dossier, shared.purpose, to: shared.to, model.rules, today: model.today)
      var page = SheetPage(sheet, model.language)
      page.seen = dossier.sequence
      model.overlay = .sheet(page)
    } catch {
      refuse(error)
    }
  }

  func pressSheet(_ key: Key, _ old: SheetPage) {
    var page = old
    let last = TextView(model: model, text: page.text(model.language)).last
    switch key {
    case .enter where !page.isRecorded: return share(page, then: .file)
    case .character("y") where !page.isRecorded:
      guard model.preferences.mayCopy else { return say(Words.noCopy[model.language], .bad) }
      return share(page, then: .copy)
    case .enter: return saveInFile(page)
    case .character("y"): return copy(page.lines.joined(separator: "\n"))
    case .escape, .character("q"): return model.overlay = nil
    default: guard key.scrolls(&page.top, last: last) else { return }
    }
    model.overlay = .sheet(page)
  }

  /// Records that it was shared; then it is used so.
  func share(_ page: SheetPage, then use: SheetPage.Use?) {
    var page = page
    page.use = use
    (model.overlay, model.sheet) = (nil, page)
    save(hasSeenSheet: true)
  }

  /// It is recorded: what was read before is used as one said.
  func sheetRecorded(_ dossier: Dossier) {
    guard case .sheetShared? = dossier.story.last?.body, var page = model.sheet, let use = page.use else { return }
    page.isRecorded = true
    page.use = nil
    model.sheet = page
    switch use {
    case .file: saveInFile(page)
    case .copy:
      model.overlay = .sheet(page)
      copy(page.lines.joined(separator: "\n"))
    case .read: model.overlay = .sheet(page)
    }
  }

  private func saveInFile(_ page: SheetPage) {
    (model.overlay, model.sheet) = (nil, page)
    // Keys pressed while it was recorded are not the name of a file.
    dropKeys()
    show(FormState(saving: page, in: source.path(of: ""), model.language))
  }

  /// Whoever leaves the form of its file has the sheet again.
  func backToSheet() { model.overlay = model.sheet.map(Model.Overlay.sheet) }

  // MARK: - Taking back

  /// What went out stays out: asked first.
  func askToTakeBackShared(_ act: EventID, in id: DossierID) {
    ask(
      Phrase("De regel Gedeeld terugnemen?", "Take back the line Shared?"),
      Phrase(
        "De gegevens zijn al gedeeld en blijven bij de ontvanger; alleen de regel in het verhaal wordt teruggenomen.",
        "The data went out and stay with whoever got them; only the line in the story is taken back."),
      does: Phrase("neem de regel terug", "take the line back"), .takeBackShared(id, act))
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
