import Casebook
import Journey

/// An act on many, tried but not done: for whom it holds, for whom not and why.
struct ManyState: Sendable {
  let deed: ManyDeed
  /// What was said for all.
  let values: [String: String]
  /// The same in words.
  let said: [(label: String, text: String)]
  let draftKey: String
  let outcome: ManyOutcome
  /// Marked, but not in the list one looks at.
  var unlisted: Set<DossierID> = []
  /// The agreed moments that go with it, each with whose it is.
  var lapsing: [Phrase] = []

  /// How many moments that go are said one by one.
  private static let mostLapsing = 6

  /// Names in a sentence; of many the first ones, and how many more.
  static func names(_ all: [ManyOutcome.One], _ language: Language, most: Int = 12) -> String {
    let first = all.prefix(most).map(\.name).joined(separator: "; ")
    let more = all.count - min(most, all.count)
    return more == 0 ? first : first + Phrase(" en nog \(more)", " and \(more) more")[language]
  }

  /// Those for whom it does not hold, together by reason.
  static func reasons(
    _ left: [ManyOutcome.One], _ language: Language
  ) -> [(text: String, ones: [ManyOutcome.One])] {
    var reasons: [(text: String, ones: [ManyOutcome.One])] = []
    for one in left {
      let text = one.why?.text(language) ?? ""
      if let index = reasons.firstIndex(where: { $0.text == text }) {
        reasons[index].ones.append(one)
      } else {
        reasons.append((text, [one]))
      }
    }
    return reasons
  }

  /// - Parameter withKeys: says also what to press.
  func text(_ language: Language, withKeys: Bool = true) -> TextState {
    let (done, left) = (outcome.done, outcome.left)
    var lines: [(label: String, text: String)] = []
    func say(_ nl: String, _ en: String) -> String { Phrase(nl, en)[language] }
    lines += said
    if !said.isEmpty { lines.append(("", "")) }
    if done.isEmpty {
      lines.append(("", say("Voor geen van deze dossiers kan dit.", "This cannot be done for any of these dossiers.")))
    } else {
      lines.append((say("Wel \(done.count)", "Yes \(done.count)"), Self.names(done, language)))
      let more = lapsing.count - Self.mostLapsing
      for moment in lapsing.prefix(Self.mostLapsing) { lines.append(("", moment[language])) }
      if more > 0 { lines.append(("", say("en nog \(more)", "and \(more) more"))) }
    }
    if !left.isEmpty {
      lines.append(("", ""))
      lines.append(
        (say("Niet \(left.count)", "No \(left.count)"), say("deze blijven gemarkeerd:", "these stay marked:")))
      for (why, ones) in Self.reasons(left, language) {
        lines.append(("", why))
        lines.append(("", "  " + Self.names(ones, language, most: 6)))
      }
    }
    let elsewhere = outcome.all.filter { unlisted.contains($0.id) }
    if !elsewhere.isEmpty {
      let head = say("Niet in de lijst die u ziet: ", "Not in the list you see: ")
      lines.append(("", ""))
      lines.append(("", head + Self.names(elsewhere, language, most: 6)))
    }
    guard withKeys else { return TextState(title: title(language), lines: lines) }
    lines.append(("", ""))
    let again = say("Esc terug naar het formulier.", "Esc back to the form.")
    lines.append(
      (
        "",
        done.isEmpty
          ? again
          : say("⏎ leg dit vast in ", "⏎ record this in ") + Digits.dossiers(done.count)[language] + ". " + again
      ))
    return TextState(title: title(language), lines: lines)
  }

  private func title(_ language: Language) -> String {
    deed.name[language].capitalizedFirst + " · " + Digits.dossiers(outcome.all.count)[language]
  }
}

/// Something long under way.
struct Job: Sendable {
  var name: String
  var done: Int
  /// Nil where nobody knows how many there are.
  var total: Int?
}

/// What is done to many at once.
enum ManyDeed: Sendable {
  case act(Act)
  /// One person follows another.
  case succession(Event.Succession, beside: NetworkSide?)

  var name: Phrase {
    switch self {
    case .act(let act): act.name
    case .succession: PartnerAct.succeed.name
    }
  }
}
