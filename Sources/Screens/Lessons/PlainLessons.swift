import Journey

// Lessons line by line: the closest first, each with why.
extension PlainProgram {
  private var view: LessonsView? { model.lessons.map { LessonsView(model: model, state: $0) } }

  /// Beyond the first page of what is read, from where one can page back.
  var isDeep: Bool { model.lessons == nil ? model.opened != nil && storyTop > 0 : lessonsTop > 0 }

  mutating func sayLessons() {
    guard let state = model.lessons, let found = state.found, let count = LessonsView.count(state), let view else {
      return
    }
    say("\(LessonsView.heading(state, l)). \(count[l]).")
    if state.text.isEmpty, let subject = LessonsView.subject(state, model) { say(subject.capitalizedFirst + ".") }
    if state.text.isEmpty, let left = state.dossier.flatMap(LessonWords(rules: model.rules, language: l).ownLeftOut) {
      say(left)
    }
    if !state.text.isEmpty { say(Phrase("Gezocht: ", "Searched: ")[l] + state.text + ".") }
    let items = state.items
    lessonsTop = min(lessonsTop, max(0, items.count - 1))
    let page = lessonsTop..<min(items.count, lessonsTop + pageSize)
    numbered = .lessons(page)
    if found.lessons.isEmpty { say(Words.noLessons) }
    for index in page {
      if index == state.lessonCount { say(Words.solvedHouseholds, Phrase(same: ":")) }
      say("\(index + 1) " + view.line(items[index]))
    }
    say(
      page.upperBound < items.count
        ? Phrase("Meer: v of verder. Een nummer zegt er alles van.", "More: next. A number says all of one.")
        : Phrase("Einde. Een nummer zegt er alles van.", "End. A number says all of one."))
  }

  mutating func turnLessonsPage(_ pages: Int) {
    let count = model.lessons?.items.count ?? 0
    let top = lessonsTop + pages * pageSize
    guard top >= 0, top < count else {
      return say(
        pages > 0
          ? Phrase("Dit is de laatste bladzijde.", "This is the last page.")
          : Phrase("Dit is de eerste bladzijde.", "This is the first page."))
    }
    lessonsTop = top
    sayLessons()
  }

  /// All that is known of one.
  mutating func sayLesson(_ index: Int) {
    shell.model.lessons?.index = index
    guard let item = model.lessons?.current, let view else { return }
    for sentence in view.sentences(item) { say(sentence) }
  }

  mutating func searchLessons(_ text: String) {
    let question = Phrase("Zoek lessen: woorden; - wist het zoeken.", "Search lessons: words; - clears the search.")
    guard let typed = text.isEmpty ? answer(question) : text else { return }
    lessonsTop = 0
    shell.search(typed == "-" ? "" : typed)
    shell.handle(.wake)
    sayLessons()
  }
}
