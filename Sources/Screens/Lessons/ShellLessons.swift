import Casebook
import Journey
import Terminal

// The screen of lessons: what its keys do, and what was read for it.
extension Shell {
  /// What a verb does while lessons are on screen.
  /// - Returns: false when it does what it does everywhere.
  func runOnLessons(_ verb: Verb) -> Bool {
    guard let state = model.lessons else {
      if verb == .lessons { openLessons(model.opened?.dossier) }
      // From the dossier a lesson led to, back to the lessons.
      if verb == .back, model.review == nil, model.opened != nil, model.opened?.filter == nil, let trail = model.trail {
        (model.opened, model.lessons, model.trail) = (trail.opened, trail.lessons, nil)
        readLessons()
        return true
      }
      return verb == .lessons
    }
    switch verb {
    case .open: openLesson(state)
    case .useLesson: useLesson(state)
    case .filter: model.lessons?.typing = TextLine(selected: state.text)
    case .back where !state.text.isEmpty: search("")
    case .back: model.lessons = nil
    case .lessons: break
    default: return false
    }
    return true
  }

  private func openLessons(_ dossier: Dossier?) {
    model.lessons = LessonsState(dossier, area: model.area, today: model.today)
    readLessons()
  }

  func readLessons() {
    guard let query = model.lessons?.query else { return }
    work { source in Shell.read { .lessons(query, try source.lessons(query)) } }
  }

  func accept(_ found: LessonsFound, for query: LessonQuery) {
    // An answer to what was typed before is not waited for any more.
    guard model.lessons?.query == query else { return }
    model.lessons?.found = found
    model.lessons?.move(0)
  }

  /// The household at hand changed.
  func renewLessons(_ dossier: Dossier) {
    guard model.lessons?.dossier?.id == dossier.id else { return }
    let today = model.today
    model.lessons?.look(at: dossier, today: today)
    readLessons()
  }

  private func openLesson(_ state: LessonsState) {
    let l = model.language
    guard let item = state.current else { return }
    guard let id = item.dossier else {
      return say(
        Phrase(
          "Deze les komt van elders; de bron staat eronder.", "This lesson is from elsewhere; its source is below.")[l])
    }
    guard state.isOwn(item.municipality) else { return say(Words.ofElsewhere[l]) }
    model.trail = Trail(lessons: state, opened: model.opened)
    model.lessons = nil
    open(id)
  }

  private func useLesson(_ state: LessonsState) {
    let l = model.language
    guard let dossier = model.opened?.dossier ?? state.dossier else { return }
    guard case .lesson(let ranked)? = state.current else {
      return say(Phrase("Kies een les; dit is een huishouden.", "Choose a lesson; this is a household.")[l], .bad)
    }
    let use = Event.LessonUse(ranked.value.id, ranked.value.text[l])
    let deed = Deed(kind: .form(Event.Kind.lessonUsed.name[l].lowercasedFirst), dossier: dossier.id)
    perform(.record(.lessonUsed(use), on: model.today), deed, on: dossier.id, seen: dossier.sequence)
  }

  // MARK: - Keys

  func pressLessonSearch(_ key: Key, _ typed: TextLine) {
    var line = typed
    switch key {
    case .escape:
      model.lessons?.typing = nil
      search("")
    case .enter: model.lessons?.typing = nil
    case .up: model.lessons?.move(-1)
    case .down: model.lessons?.move(1)
    default:
      guard line.take(key) else { return }
      model.lessons?.typing = line
      search(line.text)
    }
  }

  func pasteInLessonSearch(_ text: String) {
    guard var line = model.lessons?.typing else { return }
    line.insert(text)
    model.lessons?.typing = line
    search(line.text)
  }

  func search(_ text: String) {
    guard var state = model.lessons, state.text != text else { return }
    (state.text, state.index) = (text, 0)
    model.lessons = state
    readLessons()
  }

  func moveInLessons(_ key: Key) -> Bool {
    let page = max(1, model.body.height / 2)
    switch key {
    case .up, .character("k"): model.lessons?.move(-1)
    case .down, .character("j"): model.lessons?.move(1)
    case .pageUp, .control("b"): model.lessons?.move(-page)
    case .pageDown, .control("f"), .character(" "): model.lessons?.move(page)
    case .home, .character("g"): model.lessons?.move(-100_000)
    case .end, .character("G"): model.lessons?.move(100_000)
    case .right, .character("l"): run(.open)
    case .left, .character("h"): run(.back)
    default: return false
    }
    return true
  }
}

/// The lessons one came from, and the dossier they were for.
struct Trail: Sendable {
  var lessons: LessonsState
  var opened: DossierState?
}
