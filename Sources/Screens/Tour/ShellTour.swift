import Journey
import Terminal

// The guided tour goes along with what is done, and stays out of the way of forms.
extension Shell {
  /// - Parameter before: how it was before what just happened; nil where there is no tour.
  func follow(since before: Model?) {
    // A form that opened took in keys of its own: each has been looked at already.
    guard let before, var tour = model.tour, tour.index == before.tour?.index else { return }
    tour.see(before, model)
    model.tour = tour
  }
}

extension Model {
  /// Nothing waits to be answered or filled in.
  var isFree: Bool { overlay == nil && form == nil && (list.typing == nil || opened != nil) }

  var tourKeys: [Binding] {
    guard let tour else { return [] }
    let group = Phrase("Rondleiding", "Tour")
    let next = Binding(
      verb: .tourNext, keys: [.control("n")], name: Phrase("verder", "next"),
      help: Phrase("Naar de volgende stap, zonder deze te doen.", "To the next step, without doing this one."),
      group: group)
    let back = Binding(
      verb: .tourBack, keys: [.control("o")], name: Phrase("vorige", "previous"),
      help: Phrase("Naar de vorige stap.", "To the step before."), group: group)
    return (tour.step == nil ? [] : [next]) + (tour.index == 0 ? [] : [back])
  }
}
