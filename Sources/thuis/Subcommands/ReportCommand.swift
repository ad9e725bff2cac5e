import ArgumentParser
import Casebook
import Exchange
import Foundation
import Glibc
import Journey
import Quota

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: told(
      "Een rapport voor een wethouder of provincie: één pagina, met de tabellen als bestanden.",
      "A report for an alderman or a province: one page, and its tables as files."),
    discussion: told(
      """
      Schrijft report.html, dat niets anders nodig heeft, en een CSV-bestand voor elke tabel. Aantallen \
      personen of huishoudens van 1 tot 4 staan er als <5, en wat er een zou verraden wordt weggelaten, \
      tenzij --internal erbij staat: de namen van die bestanden beginnen met intern-. Namen van huishoudens \
      staan in geen rapport.
      """,
      """
      Writes report.html, which needs nothing else, and a CSV file for each table. Numbers of persons or households from 1 to 4 \
      are shown as <5, and what would give one away is withheld, unless --internal is given: the names of those files begin \
      with intern-. Names of households are in no report.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var task: TaskOptions

  @Option(
    help: ArgumentHelp(
      told(
        "De map om het in te schrijven; wordt gemaakt als zij er niet is.",
        "The folder to write it in; made when it is not there."), valueName: "folder"),
    completion: .directory)
  var out: String

  @Flag(
    name: .customLong("internal"),
    help: told("Voor binnen het kantoor: met kleine aantallen.", "For inside the office: with small numbers."))
  var isInternal = false

  func run() throws {
    try common.reporting { place in
      let (area, period) = (try task.area(), try task.halfYear(place.today))
      let casebook = try place.settled()
      try refuseThen(casebook, place.today)
      let filling = ReportFilling(
        casebook: casebook, ledger: try place.ledger(casebook), area: area, period: period, place: place)
      var content = try filling.content()
      content.isInternal = isInternal
      Output.endProgress()
      let report = Report(content, place.language)
      let files = report.files
      try write(files)
      let page = out + "/" + report.pageName
      Output.line(
        Phrase(
          "\(page), met \(files.count - 1) tabellen ernaast.", "\(page), with \(files.count - 1) tables beside it.")[
            place.language])
      return .done
    }
  }

  /// Half of a report is of now: of a day after which the casebook has steps it would contradict itself.
  private func refuseThen(_ casebook: Casebook, _ today: Day) throws {
    guard let last = try casebook.lastMove(after: today) else { return }
    throw CommandFailure.usage(
      "Een rapport is van nu, en het werkboek heeft stappen tot en met \(last): laat --today weg. Het bord van toen: thuis pipeline --as-of \(today).",
      "A report is of now, and the casebook has steps through \(last): leave --today out. The board of then: thuis pipeline --as-of \(today)."
    )
  }

  private func write(_ files: [(name: String, bytes: [UInt8])]) throws {
    let folder = URL(filePath: out, directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files {
        try write(
          file.bytes, to: folder.appending(path: file.name).path, beside: folder.appending(path: ".\(file.name)").path)
      }
    } catch { throw CommandFailure.unwritable(out, error) }
  }

  /// Whole or not at all. Small numbers are for the owner's eyes, from the first byte.
  private func write(_ bytes: [UInt8], to path: String, beside: String) throws {
    func failure() -> NSError { NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
    let new = "\(beside).\(getpid())"
    unlink(new)
    let file = Glibc.open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isInternal ? 0o600 : 0o644)
    guard file >= 0 else { throw failure() }
    do {
      let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
      guard rename(new, path) == 0 else { throw failure() }
    } catch {
      unlink(new)
      throw error
    }
  }
}
