/// The rules as data, each with a validity period and a source. Law and norms change yearly; the program does not.
public struct Rulebook: Sendable {
  /// The edition, shown with every computed date.
  public var edition: String
  /// Differs when the text does: by it one sees that something was computed by other rules.
  public var fingerprint = ""
  public var parties: [PartyRule]
  public var terms: [TermRule]
  public var steps: [StepRule]
  public var silence: [SilenceRule]
  /// Lists of reasons by what they are for.
  public var reasons: [String: [Named]]
  /// What there are reasons for.
  static let reasonLists = [
    "link-returned", "relinked", "offer-refused", "offer-withdrawn", "absent", "left-unknown", "withdrawn", "reopened",
  ]
  public var blockers: [Named]
  public var outcomes: [OutcomeRule]
  public var counting: [CountingRule]
  public var supervision: [Named]
  public var criteria: [Named]
  public var ages: [AgeRule] = []
  public var task = TaskRules()
  public var together = TogetherRules()

  /// Something with a code, names, a validity and a source.
  public struct Named: Sendable, Hashable {
    public var code: String
    public var name: Phrase
    public var validity: Validity
    public var source: String
  }

  /// Half-open: `until` is the first day it no longer holds.
  public struct Validity: Sendable, Hashable {
    public var from: Day?
    public var until: Day?
    public func covers(_ day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true) }
  }

  public struct PartyRule: Sendable, Hashable {
    public var id: PartyID
    public var name: Phrase
    /// Other words somebody may look for it by, in either language.
    public var also: [String] = []
    public var choice: Field.Choice { Field.Choice(id.rawValue, name, also: also) }
  }

  public struct SilenceRule: Sendable, Hashable {
    public var party: PartyID
    /// Empty: every stage.
    public var stages: Set<Stage>
    /// Days without a sign of life after which silence is shown.
    public var days: Int
  }

  public struct OutcomeRule: Sendable, Hashable {
    public var outcome: Outcome
    public var name: Phrase
    /// Years after closing at which the dossier must be destroyed (Selectielijst 2020, 8.1.10).
    public var retentionYears: Int
    public var source: String
  }

  public func party(_ id: PartyID) -> Phrase { parties.first { $0.id == id }?.name ?? Phrase(same: id.rawValue) }

  /// The term as it held on the day it started.
  public func term(_ id: String, on day: Day) -> TermRule? { terms.first { $0.id == id && $0.validity.covers(day) } }

  public func step(_ id: String) -> StepRule? { steps.first { $0.id == id } }

  /// Whose a step is of which only the name and the term are known; nil for an agreement.
  public func stepOwner(_ name: Phrase, term: String) -> PartyID? {
    steps.first { $0.term == term && $0.name == name }?.owner
  }

  /// Days of silence with `party` that this stage allows; the strictest rule that fits. nil: silence says nothing here.
  public func silenceLimit(_ party: PartyID, _ stage: Stage) -> Int? {
    silence.filter { $0.party == party && ($0.stages.isEmpty || $0.stages.contains(stage)) }.map(\.days).min()
  }

  /// The same rules, with other limits of silence for some parties, in every stage alike: days by party.
  public func silent(after days: [PartyID: Int]) -> Rulebook {
    var book = self
    book.silence.removeAll { days[$0.party] != nil }
    book.silence += days.map { SilenceRule(party: $0.key, stages: [], days: $0.value) }
    return book
  }

  public func blocker(_ code: String) -> Phrase { blockers.first { $0.code == code }?.name ?? Phrase(same: code) }

  public func outcome(_ outcome: Outcome) -> Phrase {
    outcomes.first { $0.outcome == outcome }?.name ?? Phrase(same: outcome.rawValue)
  }

  public func reason(_ list: String, _ code: String) -> Phrase {
    reasons[list]?.first { $0.code == code }?.name ?? Phrase(same: code)
  }
}

/// How long something may take, from when, and with which force.
public struct TermRule: Sendable, Hashable {
  public enum Force: String, Sendable, CaseIterable {
    /// in law: moves off weekends and holidays by the Algemene termijnenwet
    case statutory
    /// agreed between parties: plain calendar days
    case agreed
    /// the house's own habit
    case own
  }

  public var id: String
  public var name: Phrase
  public var length: Length
  public var force: Force
  public var validity: Rulebook.Validity
  public var source: String

  /// `14d`, `10w`, `4m`, `5wd` (working days), or backwards: `-28d`.
  public struct Length: Sendable, Hashable, CustomStringConvertible {
    public enum Unit: String, Sendable { case days = "d", weeks = "w", months = "m", workingDays = "wd" }
    public var count: Int
    public var unit: Unit

    /// What is beyond is a slip of the hand, and would leave the calendar.
    private static let counts = -10_000...10_000

    public init(_ count: Int, _ unit: Unit) { (self.count, self.unit) = (count, unit) }

    public init?(_ text: String) {
      let number = text.prefix { $0 == "-" || $0.isNumber }
      guard let count = Int(number), Self.counts.contains(count),
        let unit = Unit(rawValue: String(text[number.endIndex...])),
        !(unit == .workingDays && count < 0)
      else { return nil }
      (self.count, self.unit) = (count, unit)
    }

    public var description: String { "\(count)\(unit.rawValue)" }

    /// Whether the Algemene termijnenwet leaves such a term alone: counted backwards, over 90 days, 12 weeks or
    /// 3 months (art. 4).
    var isOutsideTermsAct: Bool {
      switch unit {
      case .days: count < 0 || count > 90
      case .weeks: count < 0 || count > 12
      case .months: count < 0 || count > 3
      case .workingDays: false
      }
    }
  }

  /// The last day on which it is in time.
  public func end(from start: Day) -> Day {
    let plain: Day
    switch length.unit {
    case .days: plain = start + length.count
    case .weeks: plain = start + length.count * 7
    case .months: plain = start.adding(months: length.count)
    case .workingDays: return GeneralTermsAct.workingDays(length.count, after: start)
    }
    guard force == .statutory, !length.isOutsideTermsAct else { return plain }
    return length.unit == .days
      ? GeneralTermsAct.end(after: start, days: length.count) : GeneralTermsAct.extended(plain)
  }
}

/// Something that has to be done around the placement: when it arises, for whom, by whom, until when.
public struct StepRule: Sendable, Hashable {
  public enum Reach: String, Sendable { case household, person }

  public var id: String
  /// What it is about: housing, registration, income, finance, health, school, integration, social, family.
  public var domain: String
  public var name: Phrase
  public var owner: PartyID
  /// Any of these; the latest counts.
  public var arises: [Trigger]
  public var reach: Reach
  /// All must hold.
  public var conditions: [Condition]
  /// A term's id; nil: no due day.
  public var term: String?
  /// The step from whose doing the term runs: until then there is no due day. nil: it runs from the day the step arose.
  public var termFrom: String?
  /// Done by an event: the first of these that is on or after the day it arose.
  public var doneBy: [Trigger]
  /// The stage one leaves by doing it: such a step cannot be waived or ticked off, only the event itself does it.
  public var leaves: Exit
  /// Must be done or waived with a reason before closing.
  public var mandatory: Bool
  /// The whole way, such as permit to home: shown as progress, not as the next step.
  public var overall: Bool
  public var validity: Rulebook.Validity
  public var source: String
  /// Those of the rulebook that its conditions go by.
  public var ages: [AgeRule] = []

  public enum Exit: Sendable, Hashable { case none, any, stage(Stage) }
}

/// When a step arises or is done.
public enum Trigger: Sendable, Hashable {
  case event(Event.Kind)
  case leaseStart, housed, refusalPending, guestUntil, temporaryUntil, relativesExpected
  /// The day a person reaches this many years.
  case birthday(Int)

  /// A day that was set beforehand, and no day on which something happened.
  var isSetDay: Bool {
    switch self {
    case .leaseStart, .guestUntil, .temporaryUntil, .relativesExpected, .birthday: true
    case .event, .housed, .refusalPending: false
    }
  }

  public init?(_ text: String) {
    switch text {
    case "lease-start": self = .leaseStart
    case "housed": self = .housed
    case "refusal-pending": self = .refusalPending
    case "guest-until": self = .guestUntil
    case "temporary-until": self = .temporaryUntil
    case "relatives-expected": self = .relativesExpected
    default:
      if text.hasPrefix("birthday-"), let years = Int(text.dropFirst(9)) {
        self = .birthday(years)
      } else if let kind = Event.Kind(rawValue: text) {
        self = .event(kind)
      } else {
        return nil
      }
    }
  }
}

/// What must hold for a step to apply. Ages are those on the day it arose, so that a list does not change overnight.
public enum Condition: String, Sendable, CaseIterable {
  // By the `ages` of the rulebook.
  case schoolAge = "school-age"
  case preSchool = "pre-school"
  case adult
  case toIntegrate = "to-integrate"
  case minorAlone = "minor-alone"
  case bsnMissing = "bsn-missing"
  case hasBSN = "has-bsn"
  case relativesAbroad = "relatives-abroad"
  case temporaryHome = "temporary-home"
  case permanentHome = "permanent-home"
  case notHoused = "not-housed"
  case linked
  case absent
  case nobodyLeft = "nobody-left"
  case hasOffer = "has-offer"
  case noRefusal = "no-refusal"
  case single
}
