import Journey

// A text that the casebook keeps nowhere, in a file: a share sheet, the minutes of a review.
extension Shell {
  /// The form stays until the file is there.
  func saveFile(_ lines: [String], _ values: [String: String], for purpose: FormState.Purpose) {
    let (path, text) = (values["path"] ?? "", lines.joined(separator: "\n") + "\n")
    model.form?.isSaving = true
    work { source in Shell.read { .savedFile(purpose, try source.save(text, at: path)) } }
  }

  /// The form goes, and where the text went is said.
  func saved(_ purpose: FormState.Purpose, at path: String) {
    if let form = model.form, form.purpose == purpose { endForm(form) }
    if purpose == .sheet { model.sheet = nil }
    let what = purpose == .sheet ? Phrase("Deelblad", "Share sheet") : Phrase("Verslag", "Minutes")
    say((what + Phrase(" bewaard in \(path).", " saved in \(path)."))[model.language], .good)
  }
}

extension FormState {
  /// The field for a file.
  /// - Parameter folder: where a name alone goes.
  static func file(in folder: String) -> Field {
    Field(
      "path", Phrase("Bestand", "File"), required: true,
      hint: Phrase("in \(folder), of met een pad ervoor", "in \(folder), or with a path before it"))
  }
}
