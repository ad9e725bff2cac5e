import Journey

// The guided tour as prompts and lines: a step is said when the one before it was done. Those that are about how a screen
// looks are passed over.
extension PlainProgram {
  mutating func beginTour() {
    guard model.tour != nil else { return }
    say(
      Phrase(
        "Een rondleiding op een verzonnen werkboek: doe wat elke stap zegt. Volgende stap en vorige stap gaan verder zonder iets te doen; een lege regel zegt de stap nog eens.",
        "A guided tour on an invented casebook: do what each step says. Next step and previous step go on without doing anything; an empty line says the step again."
      ))
    sayStep(after: nil)
  }

  /// Says the step at hand.
  /// - Parameter former: the place of the one said last; nil: none was.
  mutating func sayStep(after former: Int?) {
    guard let tour = model.tour else { return }
    let isBack = former.map { tour.index < $0 } ?? false
    if let former, former < tour.index, tour.marks[former] == .done { say(Phrase("Gedaan.", "Done.")) }
    while let step = model.tour?.step, step.typed == nil {
      if isBack { shell.model.tour?.goBack() } else { shell.model.tour?.goOn() }
    }
    guard let typed = model.tour?.step?.typed, let why = model.tour?.step?.why, let index = model.tour?.index else {
      say(Phrase("Dat was de rondleiding; stop sluit af. ", "That was the tour; quit ends it. "), TourStep.end.why)
      return
    }
    let all = tour.steps.indices.filter { tour.steps[$0].typed != nil }
    let (number, count) = ((all.firstIndex(of: index) ?? 0) + 1, all.count)
    let what = typed.what[l]
    say(
      Phrase("Stap \(number) van \(count). ", "Step \(number) of \(count). "),
      Phrase(same: what + (what.hasSuffix("?") ? "" : ".")))
    say(why)
  }
}
