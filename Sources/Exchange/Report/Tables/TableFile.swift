import Journey

extension ReportTable {
  var fileName: String { name + ".csv" }

  /// UTF-8 with a byte order mark, semicolons between: what a spreadsheet in the Netherlands opens.
  func csv(_ language: Language) -> [UInt8] {
    let writer = CsvWriter(disarmsFormulas: true)
    let kept = columns.indices.filter { columns[$0].place != .page }
    var bytes = CsvWriter.byteOrderMark
    writer.append(kept.map { columns[$0].key }, to: &bytes)
    for row in rows { writer.append(kept.map { row.cells[$0].plain(language) }, to: &bytes) }
    return bytes
  }
}
