import Casebook
import Journey

/// What a review came to, as one page of text. It is made of events that were recorded from its beginning on, so it can be
/// made again. Notes are of the household's story and stay there. Who was looked at or passed over without a decision has no
/// event: only whoever was there can name them, and the page says so.
public struct Minutes: Sendable {
  private let day: Day
  private let dossiers: [Dossier]
  private let skipped: Set<DossierID>
  private let atHand: DossierID?
  private let glanced: Set<DossierID>
  private let area: Area
  private let rules: Rulebook
  private let user: String
  private let absent: [PartnerRow]
  /// When it began, in milliseconds since 1970 UTC.
  private let began: Int64
  /// Those who were looked at without a decision are not known.
  private let isOfDecisions: Bool

  /// - Parameters:
  ///   - dossiers: the households looked at, in order; of the others it says nothing.
  ///   - skipped: those of them that were passed over; whoever has a decision was not.
  ///   - atHand: the one that is looked at now: until something is decided or done there nobody knows that it was discussed.
  ///   - glanced: those one went back from: they are of the review only when something was decided or done there.
  ///   - user: whose account records, for what was done beside the decisions.
  ///   - absent: people of the network who left or were away that day.
  ///   - began: when, in milliseconds since 1970 UTC; nil: with the first decision of that day.
  public init(
    on day: Day, _ area: Area, _ dossiers: [Dossier], skipped: Set<DossierID> = [], atHand: DossierID? = nil,
    glanced: Set<DossierID> = [], rules: Rulebook, user: String = "", absent: [PartnerRow] = [], began: Int64? = nil
  ) {
    (self.day, self.area, self.dossiers, self.rules, self.user) = (day, area, dossiers, rules, user)
    (self.skipped, self.atHand, self.glanced, self.absent) = (skipped, atHand, glanced, absent)
    isOfDecisions = began == nil
    self.began = began ?? dossiers.compactMap { Self.decided($0, on: day) }.min() ?? .max
  }

  /// When something was first decided about it that day, in milliseconds since 1970 UTC; nil: nothing was.
  public static func decided(_ dossier: Dossier, on day: Day) -> Int64? {
    decisions(dossier, on: day).map(\.event.recordedAt).min()
  }

  private static func decisions(_ dossier: Dossier, on day: Day) -> [(event: Event, decided: Event.Reviewed)] {
    counting(dossier, on: day).compactMap { event in
      if case .reviewed(let decided) = event.body { (event, decided) } else { nil }
    }
  }

  /// Those of this review, not of an earlier one that day.
  private func decisions(_ dossier: Dossier) -> [(event: Event, decided: Event.Reviewed)] {
    Self.decisions(dossier, on: day).filter { $0.event.recordedAt >= began }
  }

  private func isPassedOver(_ dossier: Dossier) -> Bool { skipped.contains(dossier.id) && decisions(dossier).isEmpty }

  private func isAtHand(_ dossier: Dossier) -> Bool { dossier.id == atHand && isUntouched(dossier) }

  private func isGlanced(_ dossier: Dossier) -> Bool { glanced.contains(dossier.id) && isUntouched(dossier) }

  /// Nothing was decided or done there.
  private func isUntouched(_ dossier: Dossier) -> Bool { decisions(dossier).isEmpty && done(dossier).isEmpty }

  /// What happened that day and was not taken back.
  private static func counting(_ dossier: Dossier, on day: Day) -> [Event] {
    dossier.story.filter { !dossier.takenBack.contains($0.id) }.map(dossier.effective).filter { $0.day == day }
  }

  /// One decision, as a row.
  public struct Decision: Hashable, Sendable {
    public var dossier: DossierID
    public var name: String
    /// CBS code.
    public var municipality: String?
    public var text: String
    /// Whose turn it is from then on; nil leaves it where it was.
    public var turn: Contact?
    public var next: Day?
    /// Who recorded it.
    public var actor: String
  }

  /// Every decision, in the order of the households.
  public var all: [Decision] {
    dossiers.flatMap { dossier in
      decisions(dossier).map { event, decided in
        Decision(
          dossier: dossier.id, name: dossier.name, municipality: dossier.municipality, text: decided.text,
          turn: decided.turn, next: decided.next, actor: event.actor.name)
      }
    }
  }

  /// The page: a heading, who was at it, each household, who was skipped, how many.
  /// - Parameter present: who was at it; nil takes it from the decisions.
  public func text(_ l: Language, present: String? = nil) -> [String] {
    let all = dossiers.flatMap { decisions($0) }
    var lines = [
      Phrase("Verslag doorstroom", "Minutes of the review")[l] + " · " + reviewed(all.map(\.decided)).spokenName[l],
      DayText.long(day, l),
    ]
    let meetings =
      present.map { [Self.meeting($0, l)] }
      ?? all.map { Self.meeting($0.decided.meeting, l) }.filter { !$0.isEmpty }.reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
    lines += meetings.map { Phrase("Overleg: ", "Meeting: ")[l] + $0 }
    let passed = dossiers.filter(isPassedOver)
    let open = dossiers.filter { isAtHand($0) && !isPassedOver($0) }
    let discussed = dossiers.filter { !isPassedOver($0) && !isAtHand($0) && !isGlanced($0) }
    for dossier in discussed { lines += [""] + entry(dossier, l) }
    if !passed.isEmpty {
      lines += ["", Phrase("Overgeslagen:", "Skipped:")[l]] + passed.map { "  " + Self.heading($0, l) }
    }
    if !open.isEmpty {
      lines += ["", Phrase("Nu aan de orde:", "At hand now:")[l]] + open.map { "  " + Self.heading($0, l) }
    }
    return lines + [""] + closing(all.count, discussed.count, passed.count, open.count, l)
  }

  /// Of which area the review was: where the whole country was asked for, that of all its decisions.
  private func reviewed(_ decisions: [Event.Reviewed]) -> Area {
    let areas = decisions.map { Self.parts($0.meeting)?.area }
    guard area == .country, let first = areas.first, let only = first, Set(areas).count == 1 else { return area }
    return only
  }

  /// Which meeting it was and who was at it: `Utrecht; erbij: j.bakker`. Its area in the language of the reader: it was written
  /// in that of whoever led it.
  private static func meeting(_ words: String, _ l: Language) -> String {
    guard let (area, present) = parts(words) else { return words }
    return area.spokenName[l] + Phrase("; erbij: ", "; present: ")[l] + present
  }

  /// What a review records as its meeting: its area, and who was at it; nil: that was said otherwise.
  private static func parts(_ words: String) -> (area: Area, present: String)? {
    guard let colon = words.firstRange(of: ": "), let area = areas[String(words[..<colon.lowerBound])] else {
      return nil
    }
    return (area, String(words[colon.upperBound...]))
  }

  /// By the name one says, in either language.
  private static let areas: [String: Area] = Area.all.reduce(into: [:]) { areas, area in
    for name in [area.spokenName.nl, area.spokenName.en] where areas[name] == nil { areas[name] = area }
  }

  /// How many, as one line: what was discussed, decided and skipped, or of the events alone what they record. Then what no
  /// story tells, in the same words whoever makes the page.
  private func closing(_ number: Int, _ discussed: Int, _ passed: Int, _ open: Int, _ l: Language) -> [String] {
    let decided = Digits.counted(number, Phrase("besluit", "decision"), Phrase("besluiten", "decisions"))[l]
    let notRecorded = Phrase(
      "Wie zonder besluit is besproken of is overgeslagen, staat alleen in het verslag van het overleg zelf.",
      "Those discussed without a decision, or skipped, are only in the minutes made at the review itself.")
    let count: Phrase
    if isOfDecisions {
      let households = Digits.households(dossiers.count { !decisions($0).isEmpty })[l]
      count = Phrase(
        "Van \(households) staat een besluit vast: \(decided).", "Of \(households) a decision is recorded: \(decided).")
    } else {
      let discussed = Digits.households(discussed)[l]
      let skipped = passed == 0 ? Phrase(same: "") : Phrase(" \(passed) overgeslagen.", " \(passed) skipped.")
      let atHand = open == 0 ? Phrase(same: "") : Phrase(" \(open) nu aan de orde.", " \(open) at hand now.")
      count = Phrase("\(discussed) besproken, \(decided).", "\(discussed) discussed, \(decided).") + skipped + atHand
    }
    return [count[l], notRecorded[l]]
  }

  private static func heading(_ dossier: Dossier, _ l: Language) -> String {
    [
      dossier.id.description, dossier.name, dossier.municipality.map(municipalityName) ?? "",
      Digits.persons(dossier.members.count)[l], dossier.stage.name[l],
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func entry(_ dossier: Dossier, _ l: Language) -> [String] {
    let words = EventWords(dossier: dossier, rules: rules, language: l, user: "")
    let decisions = self.decisions(dossier)
    var lines = [Self.heading(dossier, l)]
    for (event, decided) in decisions {
      let text = decided.text.replacingNewlines.trimmed
      let what = text.isEmpty ? Phrase("zonder tekst", "without words")[l] : text
      lines.append("  " + Phrase("Besluit: ", "Decision: ")[l] + "\(what) (\(event.actor.name))")
      let turn = decided.turn.map { Phrase("aan zet ", "to act: ")[l] + who($0, l) }
      let next = decided.next.map { Phrase("uiterlijk ", "by ")[l] + DayText.long($0, l) }
      let then = [turn, next].compactMap(\.self).joined(separator: ", ")
      if !then.isEmpty { lines.append("  " + then.capitalizedFirst) }
    }
    if decisions.isEmpty { lines.append("  " + Phrase("Geen besluit.", "No decision.")[l]) }
    for event in done(dossier) {
      lines.append("  " + Phrase("Gedaan: ", "Done: ")[l] + words.line(event).replacingNewlines)
    }
    return lines
  }

  /// `Portaal · P. Kok (vertrokken, nog geen opvolger)`
  private func who(_ contact: Contact, _ l: Language) -> String {
    let absence = AbsenceWords.of(contact, among: absent, today: day).map { " (\($0[l]))" } ?? ""
    return rules.who(contact, user: "", l) + absence
  }

  /// What else whoever records did there since it began.
  private func done(_ dossier: Dossier) -> [Event] {
    let actors = Set(decisions(dossier).map(\.event.actor.name) + [user])
    return Self.counting(dossier, on: day).filter {
      $0.recordedAt >= began && actors.contains($0.actor.name) && Self.isDone($0.body)
    }
  }

  private static func isDone(_ body: Event.Body) -> Bool {
    switch body {
    case .reviewed, .noteAdded, .numberShown, .undone, .corrected: false
    default: true
    }
  }
}
