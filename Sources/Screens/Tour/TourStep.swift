import Journey
import Terminal

/// One thing to try in the guided tour.
struct TourStep: Sendable {
  enum Press: Sendable {
    case key(Key)
    case text(Phrase)
  }

  /// The same as prompts and lines.
  struct Typed: Sendable {
    /// What to type now.
    let what: Phrase
    private let nl, en: [String]

    init(_ whatNL: String, _ whatEN: String, _ nl: [String], _ en: [String]) {
      (what, self.nl, self.en) = (Phrase(whatNL, whatEN), nl, en)
    }

    /// The lines that do it, from where the step before left off.
    func lines(_ language: Language) -> [String] { language == .nl ? nl : en }
  }

  /// What to do now, with its keys; fits one row of the smallest screen.
  let what: Phrase
  /// What it is good for.
  let why: Phrase
  /// What does it, from where the step before left off.
  let presses: [Press]
  /// nil where it is about how a screen looks.
  let typed: Typed?
  /// What must come first where one went elsewhere; nil when nothing must.
  let first: @Sendable (Model) -> Phrase?
  /// Whether what lies between these two was it.
  let isDone: @Sendable (_ before: Model, _ after: Model) -> Bool

  init(
    _ what: Phrase, _ why: Phrase, _ presses: [Press], typed: Typed? = nil,
    first: @escaping @Sendable (Model) -> Phrase? = { _ in nil },
    isDone: @escaping @Sendable (_ before: Model, _ after: Model) -> Bool
  ) {
    (self.what, self.why, self.presses, self.typed) = (what, why, presses, typed)
    (self.first, self.isDone) = (first, isDone)
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
