import Foundation
import Journey

/// The rows that did not go in, as they came, with line, column and reason behind them: to mend and send again.
final class RejectFile {
  private let handle: FileHandle
  private let writer: CsvWriter
  private let width: Int
  private let language: Language

  init(path: String, header: [String], delimiter: UInt8, language: Language) throws(CsvFailure) {
    // Personal data: for the owner's eyes only.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: Phrase(errno: errno)) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    writer = CsvWriter(delimiter: delimiter)
    self.language = language
    let added: Set<String> = ["regel", "kolom", "reden"]
    width = header.firstIndex { added.contains($0) } ?? header.count
    write([UInt8]() + CsvWriter.byteOrderMark)
    write(header.prefix(width) + ["regel", "kolom", "reden"])
  }

  func add(_ record: CsvRecord, column: String, reason: Phrase) {
    let cells = (0..<width).map { record[$0] }
    write(cells + [String(record.line), column, reason[language]])
  }

  private func write(_ fields: [String]) {
    var bytes: [UInt8] = []
    writer.append(fields, to: &bytes)
    write(bytes)
  }
  private func write(_ bytes: [UInt8]) { try? handle.write(contentsOf: bytes) }
}
