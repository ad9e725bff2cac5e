import Journey

/// A report: one page for people, and its tables as files for spreadsheets. The same content gives the same bytes.
public struct Report: Sendable {
  /// As it is shown: without small numbers unless the content is for inside the office.
  public let content: ReportContent
  public let language: Language

  public init(_ content: ReportContent, _ language: Language) {
    self.content = content.isInternal ? content : content.shareable()
    self.language = language
  }

  public var pageName: String { content.fileName("report.html") }

  /// What stands in the folder of the report: the page first, then the tables.
  public var files: [(name: String, bytes: [UInt8])] {
    [(pageName, [UInt8](page.utf8))] + tables.map { (content.fileName($0.fileName), $0.csv(language)) }
  }

  /// The page: complete in itself, nothing is fetched from elsewhere.
  public var page: String { ReportPage(content: content, language: language, files: tables).html.text }

  /// Tables that are files too.
  var tables: [ReportTable] {
    [
      content.taskFile, content.approachTable(content.groups.flatMap(\.rows), of: content.area), content.forecastTable,
      content.backTestTable, content.boardTable, content.onTheWayTable, content.flowTable, content.weeksTable,
      content.leadTimeTable,
      content.daysTable, content.waitsTable, content.contactTable,
    ]
  }
}
