import Casebook
import Exchange
import Foundation
import Journey

/// One run of `thuis import`.
struct Importing {
  let command: ImportCommand
  let place: Surroundings

  func run() throws -> ExitStatus {
    let rules = try place.rules()
    var importer = Importer(
      path: command.file, map: try map(), rules: rules, today: place.today, dryRun: command.dryRun)
    importer.rejectsPath = command.rejects
    importer.language = place.language
    if command.format == .text {
      let language = place.language
      importer.onRow = { Output.line(Plain.clean($0.text(language))) }
    }
    let trial = try Trial(command, place)
    defer { trial?.remove() }
    let casebook = try trial?.casebook ?? (command.dryRun ? place.casebook() : place.casebookToRecordIn(.create))
    var office = CasebookOffice(casebook: casebook, rules: rules, place: place)
    Interruption.watch()
    let bar = ProgressBar(language: place.language, isPlain: place.isPlain)
    let escape = EscapeKey()
    defer { escape?.restore() }
    let report = try importer.run(&office) { at in
      bar.show(done: at.bytesRead, of: at.total, rows: at.rows)
      return !Interruption.asked && escape?.isPressed != true
    }
    Output.endProgress()
    escape?.restore()
    switch command.format {
    case .text: Output.line(Plain.lines(report.text(place.language)))
    case .json: Output.line(String(decoding: report.json(place.language), as: UTF8.self))
    }
    switch report.stop {
    case .cancelled: return .interrupted
    case .failed(let error): throw CommandFailure(error)
    case nil: return report.isClean ? .done : .refused
    }
  }

  private func map() throws -> ColumnMap? {
    guard let path = command.map else { return nil }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw CommandFailure.unreadable(path) }
    switch ColumnMap.read(text) {
    case .success(let map): return map
    case .failure(let mistakes):
      func lines(_ language: Language) -> String {
        mistakes.list.map { "\(path): \($0.text[language])" }.joined(separator: "\n")
      }
      throw CommandFailure(Phrase(lines(.nl), lines(.en)), .data)
    }
  }
}

/// Where there is no casebook yet one only looks what would happen: in one that goes away again.
private struct Trial {
  let casebook: Casebook
  private let folder: URL

  /// nil where there is a casebook, or one is to be made.
  init?(_ command: ImportCommand, _ place: Surroundings) throws {
    guard command.dryRun, !FileManager.default.fileExists(atPath: place.path) else { return nil }
    folder = FileManager.default.temporaryDirectory.appending(path: "thuis-\(UUID().uuidString)")
    casebook = try Casebook.open(folder.appending(path: "casebook.sqlite").path)
    try casebook.settle(rules: try place.rulesInForce())
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
