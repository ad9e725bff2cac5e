import Foundation
import Journey

/// The rows that did not go in, as they came, with line, column and reason behind them: to mend and send again.
final class RejectFile {
  private let handle: FileHandle
  private let path: String
  private let writer: CsvWriter
  private let width: Int
  private let language: Language

  init(path: String, header: [String], delimiter: UInt8, language: Language) throws(CsvFailure) {
    // Personal data: for the owner's eyes only.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: Phrase(errno: errno)) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    self.path = path
    writer = CsvWriter(delimiter: delimiter)
    self.language = language
    let added: Set<String> = ["regel", "kolom", "reden"]
    width = header.firstIndex { added.contains($0) } ?? header.count
    try write([UInt8]() + CsvWriter.byteOrderMark)
    try write(header.prefix(width) + ["regel", "kolom", "reden"])
  }

  /// - Throws: when the row cannot be written, as on a full disk: it would be nowhere.
  func add(_ record: CsvRecord, column: String, reason: Phrase) throws(CsvFailure) {
    let cells = (0..<width).map { record[$0] }
    try write(cells + [String(record.line), column, reason[language]])
  }

  private func write(_ fields: [String]) throws(CsvFailure) {
    var bytes: [UInt8] = []
    writer.append(fields, to: &bytes)
    try write(bytes)
  }

  private func write(_ bytes: [UInt8]) throws(CsvFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(handle.fileDescriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw .unwritable(path: path, reason: Phrase(errno: errno))
      }
    }
  }
}
