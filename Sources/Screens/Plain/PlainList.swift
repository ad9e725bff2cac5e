import Casebook
import Journey

// A list: page by page, a row a line.
extension PlainProgram {
  mutating func sayPlace() {
    if model.lessons != nil {
      sayLessons()
    } else if model.opened != nil {
      sayDossier()
    } else if model.tab == .pipeline {
      sayPipeline()
    } else if model.isOnTask {
      sayTask()
    } else if model.isOnNetwork {
      sayNetworkScreen()
    } else {
      sayList()
    }
  }

  private mutating func sayList() {
    say(heading)
    sayRows()
  }

  mutating func sayRows() {
    // Where somebody was on the full screen may be far down: a list is read out from its first row.
    if pageTop == nil, model.list.isLoaded, !model.list.reachesStart {
      shell.reload(model.listName)
      shell.handle(.wake)
    }
    let rows = page
    if model.list.reachesStart { rowsBefore = topIndex }
    let numbers = Dictionary(rows.enumerated().map { (rowsBefore + 1 + $0.offset, $0.element.id) }) { $1 }
    numbered = pageTop == nil ? .rows(numbers) : numbered.with(rows: numbers)
    pageTop = rows.first?.id
    for (index, line) in rows.enumerated() { say("\(rowsBefore + index + 1) " + words(line)) }
    if rows.isEmpty {
      say(model.emptyText(of: model.list))
    } else if hasMore {
      say(Words.more)
    } else {
      say(Phrase("Einde van de lijst.", "End of the list."))
    }
  }

  func words(_ line: Line) -> String {
    LineWords(line: line, model: model.onItsDay).sentences.joined(separator: " ")
  }

  private var heading: String {
    let list = model.list
    var parts = [model.tab.name[l], (list.ask.owner == nil ? Words.everyone : Words.mine)[l]]
    if model.area != .country { parts.append(model.area.spokenName[l]) }
    if model.tab == .dossiers { parts.append(DossiersView.order(list.sort)[l]) }
    var sentences = [parts.joined(separator: ", ")]
    if let count = list.count {
      let more = count.isCapped ? Phrase("Meer dan ", "More than ")[l] : ""
      sentences.append(more + Digits.dossiers(count.number)[l])
    }
    if let persons = model.personsBehindNumber { sentences.append(Digits.persons(persons)[l]) }
    if model.tab == .today, let totals = list.totals {
      sentences.append(TodayView.parts(totals, l).joined(separator: ", "))
    }
    if model.tab == .dossiers, let view = model.shownView?.view.name {
      sentences.append(Phrase("Weergave ", "View ")[l] + view)
    }
    if !model.marks.isEmpty { sentences.append(Words.marked(model.marks.count)[l].capitalizedFirst) }
    if !list.ask.filter.isEmpty { sentences.append("Filter: " + list.ask.filter) }
    return sentences.joined(separator: ". ") + "."
  }

  // MARK: - Pages

  private var topIndex: Int {
    let list = model.list
    guard let pageTop else { return 0 }
    return list.ids.firstIndex(of: pageTop) ?? list.cursorIndex ?? 0
  }

  private var page: ArraySlice<Line> { model.list.lines.dropFirst(topIndex).prefix(pageSize) }

  private var hasMore: Bool { topIndex + pageSize < model.list.lines.count || !model.list.reachesEnd }

  mutating func turnPage(_ pages: Int) {
    if model.lessons != nil { return turnLessonsPage(pages) }
    if model.opened != nil { return turnStoryPage(pages) }
    if model.isOnTask { return turnTaskPage(pages) }
    if model.isOnNetwork { return turnNetworkPage(pages) }
    let (list, top) = (model.list, topIndex)
    if pages > 0 ? !hasMore : top == 0 {
      return say(
        pages > 0
          ? Phrase("Dit is de laatste bladzijde.", "This is the last page.")
          : Phrase("Dit is de eerste bladzijde.", "This is the first page."))
    }
    let to = min(max(0, top + pages * pageSize), max(0, list.lines.count - 1))
    pageTop = list.lines[to].id
    rowsBefore = max(0, rowsBefore + to - top)
    shell.change(model.listName) { $0.cursor = list.lines[to].id }
    shell.readOn()
    shell.handle(.wake)
    sayRows()
  }

  /// As many as the window of the list surely holds beyond the cursor.
  private static let mostRows = 50

  mutating func setPageSize(_ text: String) {
    guard let size = Int(text), (1...Self.mostRows).contains(size) else {
      return say(
        Phrase(
          "\"\(text)\" past niet; verwacht een getal van 1 tot \(Self.mostRows).",
          "\"\(text)\" does not fit; expected a number from 1 to \(Self.mostRows)."))
    }
    pageSize = size
    sayPlace()
  }

  // MARK: - Filter and order

  mutating func filter(_ text: String) {
    if model.isOnNetwork { return filterNetwork(text) }
    let now = model.list.ask.filter
    let question =
      Phrase(
        "Filter: een naam, nummer of plaats, fase:woning, te-laat. Nu: ",
        "Filter: a name, number or place, stage:search, overdue. Now: ")
      + (now.isEmpty ? Phrase("geen", "none") : Phrase(same: now))
      + Phrase(". Leeg laat het zo, - wist het.", ". Empty leaves it, - clears it.")
    guard var typed = text.isEmpty ? answer(question) : text else { return }
    if typed == "-" { typed = "" }
    if let fault = shell.source.fault(typed, today: model.today) {
      let letters = Array(typed)
      let from = min(fault.range.lowerBound, letters.count)
      let part = String(letters[from..<min(max(from, fault.range.upperBound), letters.count)])
      let place = part.isEmpty ? "" : Phrase("Bij \"\(part)\": ", "At \"\(part)\": ")[l]
      return say(place + fault.expected[l])
    }
    if let hint = shell.source.hint(typed, today: model.today) { say(hint.expected) }
    if let days = shell.source.daysRead(typed, today: model.today) { say(days) }
    ask { $0.filter = typed }
  }

  mutating func sort(_ text: String) {
    guard let keys = SortKey.read(text) else {
      let names = SortKey.By.ofDossiers.map { $0.name[l] }.joined(separator: ", ")
      return say(
        Phrase(
          "\"\(text)\" is geen volgorde. Verwacht: \(names); -naam keert om.",
          "\"\(text)\" is no order. Expected: \(names); -name turns it round."))
    }
    ask { $0.sort = keys }
  }

  private mutating func ask(_ edit: (inout Ask) -> Void) {
    let (before, start) = (model.list.ask, model.tour.map { _ in model })
    shell.ask(edit)
    shell.handle(.wake)
    shell.follow(since: start)
    sayStatus()
    if model.list.ask != before { pageTop = nil }
    sayPlace()
  }

  mutating func goTo(_ text: String) {
    let question = Phrase(
      "Welk dossier? Een naam, dossiernummer, V-nummer of BSN; leeg laat het zo.",
      "Which dossier? A name, case number, V-number or BSN; empty leaves it.")
    if let typed = text.isEmpty ? answer(question) : text { run(.goTo(typed)) }
  }
}
