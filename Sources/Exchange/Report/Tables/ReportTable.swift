import Journey
import Quota

/// A table of the report: the same on the page and as a file.
struct ReportTable {
  /// Name of the file, without its ending.
  var name: String
  var caption: Phrase
  var columns: [Column]
  var rows: [Row]
  /// Said instead of a table without rows.
  var whenEmpty = Phrase("Geen cijfers.", "No figures.")

  struct Column {
    enum Place { case both, page, file }
    /// Heads the column in the file, in every language the same.
    var key: String
    var title: Phrase
    var place = Place.both
    var isNumber = true

    init(_ key: String, _ title: Phrase, only place: Place = .both, isNumber: Bool = true) {
      (self.key, self.title, self.place, self.isNumber) = (key, title, place, isNumber)
    }
  }

  struct Row {
    var cells: [Cell]
    /// A sum of the others: set apart on the page.
    var isSum = false
  }

  enum Cell {
    case text(Phrase)
    /// The name leads to the part of the page about it.
    case link(Phrase, to: String)
    case lines([Phrase])
    case day(Day)
    case count(Count)
    case signed(Count)
    case number(Int?)
    /// 0 to 1; a chance is never quite none or all.
    case share(Double?)
    case chance(Double?)
    case fraction(Double?)
    /// The parts of an approach, as signs.
    case marks([ReportContent.Ingredient])
    /// Housed of the task, and how that is against the norm.
    case progress(ReportContent.TaskRow)
    case pace(ReportContent.Pace?, isHidden: Bool)
    /// The middle, and the bounds in brackets.
    case band(ReportContent.Band?)
  }
}

extension ReportTable.Cell {
  func html(_ language: Language) -> Html {
    switch self {
    case .text(let words): "\(words[language])"
    case .link(let words, let place): "<a href=\"#\(place)\">\(words[language])</a>"
    case .lines(let lines) where lines.isEmpty: "–"
    case .lines(let lines): "<ul>\(lines.map { "<li>\($0[language])</li>" as Html })</ul>"
    case .day(let day): "\(DayText.long(day, language).dropWeekday)"
    case .count(let count): count.html(language, signed: false)
    case .signed(let count): count.html(language, signed: true)
    case .number(let number): number.map { Count($0).html(language, signed: false) } ?? "–"
    case .share(let share): "\(share.map { Percent.whole($0, language) } ?? "–")"
    case .chance(let chance?) where Forecast.isUnlikely(chance):
      """
      <span class="line-up"><span aria-hidden="true" title="\(Self.unlikely[language])">\(Forecast.unlikelySign)</span> \
      <span class="heard">\(Self.unlikely[language]): </span>\(Percent.chance(chance, language))</span>
      """
    case .chance(let chance): "\(chance.map { Percent.chance($0, language) } ?? "–")"
    case .fraction(let number): "\(number.map { Percent.fraction($0, language) } ?? "–")"
    case .marks(let parts): "<span class=\"marks\">\(parts.map { $0.mark(language) })</span>"
    case .progress(let row) where row.pace == nil:
      row.housed.isHidden ? Count.withheld.html(language, signed: false) : ProgressBar(row).svg
    case .progress(let row):
      """
      <span class="line-up" title="\(row.pace!.name[language])"><span aria-hidden="true">\(row.pace!.sign)</span> \
      <span class="heard">\(row.pace!.name[language])</span>\(ProgressBar(row).svg)</span>
      """
    case .pace(let pace, _): "\(pace?.name[language] ?? "–")"
    case .band(nil): "–"
    case .band(let band?) where band.p50.isHidden: band.p50.html(language, signed: false)
    case .band(let band?):
      """
      \(band.p50.html(language, signed: false)) <span class="bounds">(\(band.p15.html(language, signed: false))–\
      \(band.p85.html(language, signed: false)))</span>
      """
    }
  }

  private static let unlikely = Phrase("onder de helft", "below a half")

  func plain(_ language: Language) -> String {
    switch self {
    case .text(let words), .link(let words, _): words[language]
    case .lines(let lines): lines.map { $0[language] }.joined(separator: "; ")
    case .day(let day): day.description
    case .count(let count), .signed(let count): count.plain
    case .number(let number): number.map(String.init) ?? ""
    case .share(let share), .chance(let share): share.map { String(Digits.share($0, of: 1)) } ?? ""
    case .fraction(let number): number.map { Percent.fraction($0, language) } ?? ""
    case .pace(let pace, let isHidden): pace?.name[language] ?? (isHidden ? Count.withheld.plain : "")
    case .marks, .progress, .band: ""
    }
  }
}

extension Count {
  /// As on the page, with what a sign means said to those who hear it.
  func html(_ language: Language, signed: Bool) -> Html {
    switch self {
    case .exactly: "\((signed ? self.signed(language) : text(language)).replacing("-", with: "−"))"
    case .few: "<span class=\"few\">&lt;5</span>"
    case .withheld:
      "<abbr class=\"few\" title=\"\(Phrase("afgeschermd", "withheld")[language])\">*</abbr>"
    case .unknown: "–"
    }
  }
}

extension String {
  /// `ma 23 nov 2026` without its first word.
  var dropWeekday: String { String(drop { $0 != " " }.dropFirst()) }
}
