import Journey

extension ReportTable {
  /// The table with its caption, in a frame that scrolls by itself where the page is narrow.
  func html(_ language: Language) -> Html {
    guard !rows.isEmpty else { return "<p>\(whenEmpty[language])</p>" }
    let shown = columns.indices.filter { columns[$0].place != .file }
    let head = shown.map { index -> Html in
      let column = columns[index]
      return "<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "" as Html)>\(column.title[language])</th>"
    }
    let body = rows.map { row -> Html in
      let cells = shown.enumerated().map { place, index -> Html in
        let html = row.cells[index].html(language)
        if place == 0 { return "<th scope=\"row\">\(html)</th>" }
        return "<td\(columns[index].isNumber ? " class=\"n\"" : "" as Html)>\(html)</td>"
      }
      return "<tr\(row.isSum ? " class=\"sum\"" : "" as Html)>\(cells)</tr>\n"
    }
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(caption[language])"><table>
      <caption>\(caption[language])</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>

      """
  }

  /// The same behind a line that opens it: for the numbers of a chart.
  func folded(_ language: Language) -> Html {
    guard !rows.isEmpty else { return "" }
    return """
      <details><summary>\(Phrase("De cijfers: ", "The numbers: ")[language])\(caption[language])</summary>
      \(html(language))</details>

      """
  }
}
