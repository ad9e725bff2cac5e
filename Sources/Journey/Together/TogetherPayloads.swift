/// What events carry of working together: who is drawn in, the household's own goals, who hands over to whom, what was
/// shared.
extension Event {
  /// Anybody, for one purpose in this household's story; no file of their own.
  public struct DrawnIn: Hashable, Sendable, Codable {
    public var contact: Contact
    /// In one line.
    public var purpose: String
    /// The day agreed on to look whether they are still needed.
    public var until: Day?
    public var phone: String?
    public init(_ contact: Contact, for purpose: String, until: Day? = nil, phone: String? = nil) {
      (self.contact, self.purpose, self.until, self.phone) = (contact, purpose, until, phone)
    }
  }

  public struct Released: Hashable, Sendable, Codable {
    /// The sequence of the event that drew them in.
    public var drawn: Int
    /// How it ended.
    public var text: String
    public init(_ drawn: Int, _ text: String = "") { (self.drawn, self.text) = (drawn, text) }
  }

  public struct GoalSet: Hashable, Sendable, Codable {
    /// As the household says it.
    public var words: String
    /// Whose it is; nil: of all of them.
    public var person: PersonID?
    /// Who helps; nil: they do it themselves.
    public var helper: Contact?
    public var by: Day?
    public init(_ words: String, person: PersonID? = nil, helper: Contact? = nil, by: Day? = nil) {
      (self.words, self.person, self.helper, self.by) = (words, person, helper, by)
    }
  }

  public struct GoalDiscussed: Hashable, Sendable, Codable {
    public enum Outcome: String, Sendable, Codable, CaseIterable { case reached, changed, letGo = "let-go" }
    /// The sequence of the event that set it.
    public var goal: Int
    public var outcome: Outcome
    /// In their words; of a changed goal its new words.
    public var words: String
    /// A new day for a changed goal; nil leaves it.
    public var by: Day?
    public init(_ goal: Int, _ outcome: Outcome, _ words: String = "", by: Day? = nil) {
      (self.goal, self.outcome, self.words, self.by) = (goal, outcome, words, by)
    }
  }

  public struct PlanAgreed: Hashable, Sendable, Codable {
    /// Who of the household looked at it.
    public var persons: [PersonID]
    /// Who else was there.
    public var present: String
    public var text: String
    /// When it is looked at again.
    public var next: Day?
    public init(_ persons: [PersonID], present: String = "", _ text: String = "", next: Day? = nil) {
      (self.persons, self.present, self.text, self.next) = (persons, present, text, next)
    }
  }

  /// The party that has the household passes it on; until somebody takes over the turn stays with them.
  public struct HandedOver: Hashable, Sendable, Codable {
    public var change: Handover.Change
    public var from: Contact
    public var to: Contact
    /// What was told.
    public var told: String
    /// What to take care of.
    public var care: String
    /// Points of the rulebook's checklist that were gone through.
    public var points: [String]
    public init(
      _ change: Handover.Change, from: Contact, to: Contact, told: String, care: String = "", points: [String] = []
    ) {
      (self.change, self.from, self.to) = (change, from, to)
      (self.told, self.care, self.points) = (told, care, points)
    }
  }

  public struct TakenOver: Hashable, Sendable, Codable {
    public var change: Handover.Change
    /// By name.
    public var by: Contact
    /// The day they first spoke with whoever gave it or with the household; nil: nobody spoke.
    public var call: Day?
    public var text: String
    public init(_ change: Handover.Change, by: Contact, call: Day? = nil, _ text: String = "") {
      (self.change, self.by, self.call, self.text) = (change, by, call, text)
    }
  }

  /// What kinds of data went to whom and for what: never the data.
  public struct SheetShared: Hashable, Sendable, Codable {
    /// The id of a sheet of the rulebook.
    public var purpose: String
    public var to: Contact
    /// Codes of ``SheetField``.
    public var fields: [String]
    public init(_ purpose: String, to: Contact, fields: [String]) {
      (self.purpose, self.to, self.fields) = (purpose, to, fields)
    }
  }
}
