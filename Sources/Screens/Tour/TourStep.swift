import Journey
import Terminal

/// One thing to try in the guided tour.
struct TourStep: Sendable {
  enum Press: Sendable {
    case key(Key)
    case text(Phrase)
  }

  /// What to do now, with its keys; fits one row of the smallest screen.
  let what: Phrase
  /// What it is good for.
  let why: Phrase
  /// What does it, from where the step before left off.
  let presses: [Press]
  /// What must come first where one went elsewhere; nil when nothing must.
  let first: @Sendable (Model) -> Phrase?
  /// Whether what lies between these two was it.
  let isDone: @Sendable (_ before: Model, _ after: Model) -> Bool

  init(
    _ what: Phrase, _ why: Phrase, _ presses: [Press], first: @escaping @Sendable (Model) -> Phrase? = { _ in nil },
    isDone: @escaping @Sendable (_ before: Model, _ after: Model) -> Bool
  ) {
    (self.what, self.why, self.presses, self.first, self.isDone) = (what, why, presses, first, isDone)
  }

  func keys(_ language: Language) -> [Key] {
    presses.flatMap { press -> [Key] in
      switch press {
      case .key(let key): [key]
      case .text(let text): text[language].map { .character($0) }
      }
    }
  }
}

extension TourStep.Press {
  static func letter(_ letter: Character) -> Self { .key(.character(letter)) }
  static func text(_ nl: String, _ en: String) -> Self { .text(Phrase(nl, en)) }
  static let enter = Self.key(.enter)
  static let escape = Self.key(.escape)
  static let tab = Self.key(.tab)
  static let save = Self.key(.control("s"))
}
