/// What helped, once: for whoever stands before the same. It says nothing of who it was.
public struct Lesson: Hashable, Sendable, Identifiable {
  public var id: LessonID
  /// One line.
  public var text: Phrase
  public var situation: Situation
  /// How the dossier ended; nil: it is open, or this is of no dossier.
  public var outcome: Outcome?
  /// How long what held the household up lasted; nil: nothing did, or it still does.
  public var days: Int?
  /// The day it was told; nil: before there was a casebook.
  public var day: Day?
  /// Where it was read, for one that comes with the program; empty for one out of a dossier.
  public var source: String
  /// How long such a blocker in such a stage usually lasts: the median of all that were cleared; nil where fewer than
  /// ``leastForMedian`` were.
  public var usualDays: Int?
  /// Dossiers in which it was used.
  public var uses: Int

  /// Of fewer one cannot say what is usual.
  public static let leastForMedian = 5

  public init(
    id: LessonID, text: Phrase, situation: Situation, outcome: Outcome? = nil, days: Int? = nil, day: Day? = nil,
    source: String = "", usualDays: Int? = nil, uses: Int = 0
  ) {
    (self.id, self.text, self.situation, self.outcome) = (id, text, situation, outcome)
    (self.days, self.day, self.source) = (days, day, source)
    (self.usualDays, self.uses) = (usualDays, uses)
  }

  /// Against what is usual; negative where it took longer. nil where either is not known.
  public var daysSaved: Int? {
    guard let days, let usualDays else { return nil }
    return usualDays - days
  }

  public var blocker: String? { situation.blockers.first }
}

/// Which lesson: that of an event of a dossier (`2026-004182.12`), or one that comes with the program (`first.swap`).
public struct LessonID: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ dossier: DossierID, _ sequence: Int) { rawValue = "\(dossier).\(sequence)" }
  public init(first name: String) { rawValue = "first." + name }

  /// The dossier whose story tells it; nil for one that comes with the program.
  public var dossier: DossierID? {
    rawValue.hasPrefix("first.") ? nil : rawValue.split(separator: ".").first.flatMap { DossierID(String($0)) }
  }

  /// The event that tells it.
  public var sequence: Int? { dossier == nil ? nil : rawValue.split(separator: ".").last.flatMap { Int($0) } }

  public var description: String { rawValue }
  public init(from decoder: any Decoder) throws { rawValue = try decoder.singleValueContainer().decode(String.self) }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
