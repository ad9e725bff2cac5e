import Journey
import Terminal

// What works on the screen of lessons.
extension Model {
  func addLessons(_ all: inout [Binding], _ state: LessonsState) {
    func add(
      _ verb: Verb, _ keys: [Key], _ nl: String, _ en: String, _ helpNL: String, _ helpEN: String,
      frequent: Bool = true, refusal: Refusal? = nil
    ) {
      all.append(
        Binding(
          verb: verb, keys: keys, name: Phrase(nl, en), help: Phrase(helpNL, helpEN), group: Words.lessons,
          isFrequent: frequent, refusal: refusal))
    }
    add(
      .open, [.enter], "open", "open", "Het dossier van deze les, als het van deze gemeente is.",
      "The dossier of this lesson, if it is of this municipality.")
    let needsDossier =
      state.dossier == nil
      ? Refusal(
        Phrase("Hier is geen dossier bij de hand.", "No dossier is at hand here."),
        remedy: Phrase("Open het dossier en dan de lessen.", "Open the dossier and then the lessons.")) : nil
    add(
      .useLesson, [.character("+")], "gebruikt", "used", "Deze les is in dit dossier gebruikt; zo stijgt zij.",
      "This lesson was used in this dossier; so it rises.", refusal: needsDossier)
    add(
      .filter, [.character("/")], "zoek", "search", "Zoek lessen terwijl u typt.", "Search lessons as you type.")
    guard let dossier = state.dossier else { return }
    all.append(
      Binding(
        verb: .act(.lesson), keys: [.character("n")], name: Phrase("nieuwe les", "new lesson"), help: Act.lesson.help,
        group: Words.lessons, isFrequent: true, refusal: Act.lesson.refusal(dossier, rules, today: today)))
    add(
      .undo, [.character("u")], "ongedaan", "undo", "Neem uw laatste handeling in dit dossier terug.",
      "Take back your latest act in this dossier.")
    add(
      .redo, [.control("r")], "opnieuw", "redo", "Doe wat teruggenomen is opnieuw.", "Do again what was taken back.",
      frequent: false)
  }
}
