import Journey

extension ReportContent {
  /// What is for inside the office says so before it is opened, and never stands in the place of what may go out.
  func fileName(_ name: String) -> String { isInternal ? "intern-\(name)" : name }
}

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
