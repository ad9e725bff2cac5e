import Journey

// What is posted of a municipality's approach: the three ingredients, each with its evidence (a text or a link).
extension TaskEvent {
  public struct ProjectStructure: Hashable, Sendable, Codable {
    public var municipality: String
    public var lead: String
    public var members: [String]
    /// How often they meet.
    public var rhythmWeeks: Int?
    public var evidence: String
    public init(
      _ municipality: String, lead: String, members: [String] = [], rhythmWeeks: Int? = nil, evidence: String = ""
    ) {
      (self.municipality, self.lead, self.members) = (municipality, lead, members)
      (self.rhythmWeeks, self.evidence) = (rhythmWeeks, evidence)
    }
  }

  public struct SteeringMeeting: Hashable, Sendable, Codable {
    public var municipality: String
    public var text: String
    public var evidence: String
    public init(_ municipality: String, _ text: String = "", evidence: String = "") {
      (self.municipality, self.text, self.evidence) = (municipality, text, evidence)
    }
  }

  public struct Goal: Hashable, Sendable, Codable {
    public var municipality: String
    public var text: String
    public var evidence: String
    public init(_ municipality: String, _ text: String, evidence: String = "") {
      (self.municipality, self.text, self.evidence) = (municipality, text, evidence)
    }
  }

  public struct PlannedAction: Hashable, Sendable, Codable {
    public var municipality: String
    public var title: String
    /// Who does it; empty: nobody yet.
    public var owner: String
    /// A desk of the rulebook: `income`.
    public var desk: String
    public var due: Day?
    public var evidence: String
    public init(
      _ municipality: String, _ title: String, owner: String = "", desk: String = "", due: Day? = nil,
      evidence: String = ""
    ) {
      (self.municipality, self.title, self.owner) = (municipality, title, owner)
      (self.desk, self.due, self.evidence) = (desk, due, evidence)
    }
  }

  /// Of the action that was posted under this number.
  public struct ActionNote: Hashable, Sendable, Codable {
    public var action: Int
    public var text: String
    public var evidence: String
    public init(_ action: Int, _ text: String = "", evidence: String = "") {
      (self.action, self.text, self.evidence) = (action, text, evidence)
    }
  }

  public struct ActionMove: Hashable, Sendable, Codable {
    public var action: Int
    public var to: Day
    public var reason: String
    public init(_ action: Int, to: Day, reason: String) { (self.action, self.to, self.reason) = (action, to, reason) }
  }

  /// What the administrators decided; the day of the decision is that of the posting.
  public struct Commitment: Hashable, Sendable, Codable {
    public var municipality: String
    /// `college`, `gemeenteraad`, `wethouder De Vries`.
    public var who: String
    public var decision: String
    /// Whole euros.
    public var budget: Int?
    public var evidence: String
    public init(_ municipality: String, who: String, _ decision: String, budget: Int? = nil, evidence: String = "") {
      (self.municipality, self.who, self.decision) = (municipality, who, decision)
      (self.budget, self.evidence) = (budget, evidence)
    }
  }
}
