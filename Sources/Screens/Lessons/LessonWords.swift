import Journey

/// How a lesson and a solved household are told: on the screen, in lines and on the command line.
public struct LessonWords {
  let rules: Rulebook
  let language: Language
  private var l: Language { language }

  public init(rules: Rulebook, language: Language) { (self.rules, self.language) = (rules, language) }

  /// `8 personen · begane grond · opgelost in 31 dagen: twee corporaties ruilden woningen`
  public func line(_ household: SolvedHousehold, helped: String?) -> String {
    let days = days(household.days)
    let solved =
      household.situation.blockers.isEmpty
      ? Phrase("thuis in \(days)", "home in \(days)") : Phrase("opgelost in \(days)", "solved in \(days)")
    let tail = helped.map { ": " + $0.lowercasedFirst } ?? ""
    return household.situation.shape[l] + " · " + solved[l] + tail
  }

  /// `over: geen knelpunt · fase woning zoeken · 3 personen`: what lessons are compared with.
  public func subject(_ situation: Situation) -> String {
    Phrase("over: ", "about: ")[l] + situation.subject(rules.blocker)[l]
  }

  /// That what a household tells itself is not among what others told; nil where it tells nothing.
  public func ownLeftOut(_ dossier: Dossier) -> String? {
    switch dossier.lessonsTold {
    case 0: nil
    case 1:
      Phrase(
        "1 les uit dit dossier zelf staat niet hier maar in het verhaal.",
        "1 lesson of this dossier itself is not here but in its story.")[l]
    case let count:
      Phrase(
        "\(count) lessen uit dit dossier zelf staan niet hier maar in het verhaal.",
        "\(count) lessons of this dossier itself are not here but in its story.")[l]
    }
  }

  /// Why it stands where it stands; empty where nothing but the day says so.
  public func reason(_ likeness: Likeness) -> String { likeness.words[l] }

  /// What is known of a lesson, beside its text.
  public func facts(_ ranked: Ranked<Lesson>) -> [(label: String, text: String)] {
    let lesson = ranked.value
    return shared(ranked.likeness, lesson.situation)
      + [
        (Phrase("Duurde", "Took")[l], took(lesson)),
        (Phrase("Uitkomst", "Outcome")[l], lesson.outcome.map { rules.outcome($0)[l] } ?? ""),
        (Phrase("Gebruikt", "Used")[l], lesson.uses == 0 ? Phrase("nog niet", "not yet")[l] : times(lesson.uses)),
        (Phrase("Verteld", "Told")[l], lesson.day.map { DayText.long($0, l) } ?? ""),
        (Phrase("Bron", "Source")[l], lesson.source),
      ].filter { !$0.1.isEmpty }
  }

  public func facts(_ ranked: Ranked<SolvedHousehold>) -> [(label: String, text: String)] {
    let household = ranked.value
    return shared(ranked.likeness, household.situation) + [
      (Phrase("Duurde", "Took")[l], days(household.days)),
      (Phrase("Thuis", "Home")[l], DayText.long(household.day, l)),
    ]
  }

  private func shared(_ likeness: Likeness, _ situation: Situation) -> [(label: String, text: String)] {
    let stages = situation.stages.map { $0.name[l] }.joined(separator: ", ")
    return [
      (Phrase("Waarom", "Why")[l], likeness.words[l]),
      (Phrase("Knelpunt", "Blocker")[l], situation.blockers.map { rules.blocker($0)[l] }.joined(separator: ", ")),
      (Words.stage[l], stages), (Words.household[l], situation.shape[l]),
      (Words.municipality[l], municipalityName(situation.municipality)),
    ].filter { !$0.1.isEmpty }
  }

  /// `31 dagen; gebruikelijk is 48: 17 sneller`
  public func took(_ lesson: Lesson) -> String {
    guard let count = lesson.days else { return "" }
    guard let usual = lesson.usualDays, let saved = lesson.daysSaved else { return days(count) }
    let against =
      saved == 0
      ? Phrase("even lang", "just as long")
      : saved > 0 ? Phrase("\(saved) sneller", "\(saved) faster") : Phrase("\(-saved) langer", "\(-saved) longer")
    return days(count) + Phrase("; gebruikelijk is \(usual): ", "; usual is \(usual): ")[l] + against[l]
  }

  func days(_ count: Int) -> String { Digits.days(count)[l] }

  /// How often it was told in the same words, where that is more than once.
  public func told(_ times: Int) -> String {
    Phrase("\(times) keer verteld", "told \(times) times")[l]
  }

  private func times(_ count: Int) -> String {
    count == 1 ? Phrase("1 keer", "once")[l] : Phrase("\(count) keer", "\(count) times")[l]
  }
}

extension Words {
  static let lessons = Phrase("Lessen", "Lessons")
  /// As many as are shown of all there are.
  static let mostLessons = 200

  static func lessons(_ count: Int) -> Phrase {
    Digits.counted(count, Phrase("les", "lesson"), Phrase("lessen", "lessons"))
  }

  static let solvedHouseholds = Phrase("Opgeloste huishoudens", "Solved households")
  static let noLessons = Phrase(
    "Geen les bevat deze woorden. Esc wist het zoeken.", "No lesson holds these words. Esc clears the search.")
  static let ofElsewhere = Phrase(
    "Dit huishouden is niet van deze gemeente: hier staat wat hielp, niet wie het was.",
    "This household is not of this municipality: here is what helped, not who it was.")
}
